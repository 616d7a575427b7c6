import { CONSENT_STATUSES, type ConsentAction, type ConsentStatus, TRANSITIONS } from '../../lib/domain/consent/consent';
import { type Ledger } from '../../lib/ledger/ledger';
import { act, ask, CODE, consentOf, entry, record, SENDER, typeCode, WORDING } from './consent-fixtures';
import { afterHours, afterSeconds, gateFacts, hear, incomingReply, OTHER_PHONE, PHONE, reaction } from './inbound-fixtures';
import { later, newId, NOW } from './sightings';

const ACTIONS: readonly ConsentAction[] = [
	'list',
	'request',
	'remind',
	'confirm',
	'decline',
	'record',
	'revoke',
	'resume',
	'lift',
];

/** How a consent comes to stand so; the request is fresh. */
const WAYS: Readonly<Record<ConsentStatus, readonly ConsentAction[]>> = {
	none: [],
	pending: ['request'],
	confirmed: ['record'],
	revoked: ['record', 'revoke'],
};

/** Moves that the table allows, but the past of these states forbids. */
const FORBIDDEN: Readonly<Record<string, string>> = { 'pending request': 'already-asked' };

/** What every engine has to do with requests for consent, and with what people answer. */
export function describeOptIns(open: () => Ledger): void {
	const text = async (reply: string, more: Partial<Parameters<typeof incomingReply>[0]> = {}) => {
		let awaiting: unknown;
		await open().recordReply(incomingReply({ text: reply, now: later(1), ...more }), (facts) => {
			awaiting = facts.optInRequest;
			const request = facts.optInRequest;
			const isYes = reply === 'YES' || request?.hasCode === true;
			return reaction({ optInAnswer: request && (isYes || reply === 'NO') ? { requestId: request.id, isYes } : undefined });
		});
		return awaiting;
	};
	const standing = async (phone?: string) => (await consentOf(open(), phone)).states.marketing?.status ?? 'none';

	describe('a consent', () => {
		const moves = CONSENT_STATUSES.flatMap((from) => ACTIONS.map((action) => [from, action] as const));

		test.each(moves)('that is %s, and then: %s', async (from, action) => {
			const ledger = open();
			let minutes = 0;
			for (const step of WAYS[from]) expect(await act(ledger, step, later(minutes++))).toMatchObject({ isRecorded: true });
			const before = await ledger.consentProof('default', PHONE);
			const to = FORBIDDEN[`${from} ${action}`] ? undefined : TRANSITIONS[from][action];
			const done = await act(ledger, action, later(minutes));
			expect(done.isRecorded).toBe(to !== undefined);
			expect(await standing()).toBe(to ?? from);
			if (to === undefined) expect(done.rule).toEqual(expect.any(String));
			const after = await ledger.consentProof('default', PHONE);
			expect((after?.events.length ?? 0) - (before?.events.length ?? 0)).toBe(to === undefined ? 0 : 1);
			expect(after?.broken).toBeUndefined();
		});

		test('is of one phone, one purpose and one shop', async () => {
			await record(open());
			expect((await consentOf(open())).states).toMatchObject({ marketing: { status: 'confirmed' } });
			expect((await consentOf(open())).states.survey).toBeUndefined();
			expect((await consentOf(open(), OTHER_PHONE)).states).toEqual({});
			expect((await consentOf(open(), PHONE, 'other')).states).toEqual({});
		});

		test('keeps what was shown, where and when, and its chain is whole', async () => {
			await ask(open());
			await typeCode(open(), { now: later(2), evidence: { ip: '192.0.2.9' } });
			const proof = await open().consentProof('default', PHONE);
			expect(proof).toMatchObject({
				states: { marketing: { status: 'confirmed', askedAt: NOW, confirmedAt: later(2) } },
				events: [
					{ number: 1, action: 'request', status: 'pending', wording: WORDING, source: 'form', previousHash: '' },
					{ number: 2, action: 'confirm', source: 'code', actor: 'customer', wording: WORDING, evidence: { ip: '192.0.2.9', sender: SENDER } },
				],
			});
			expect(proof?.broken).toBeUndefined();
			expect(proof?.events[1]?.previousHash).toBe(proof?.events[0]?.hash);
		});

		test('that is older than an opt-out does not undo it; one that is later does', async () => {
			await hear(open(), { text: 'STOP' }, { optOut: { byCarrier: false } });
			expect(await record(open(), { givenAt: afterHours(-1) }, later(1))).toMatchObject({ isRecorded: false, rule: 'older-than-opt-out' });
			expect(await record(open(), { source: 'import', givenAt: later(1) }, later(2))).toMatchObject({ rule: 'opted-out' });
			expect(await record(open(), { givenAt: later(3) }, later(3))).toMatchObject({ isRecorded: true, status: 'confirmed' });
			expect((await consentOf(open())).optOut).toBeUndefined();
			expect((await gateFacts(open())).optOut).toBeUndefined();
		});

		test('does not lift what a carrier blocks', async () => {
			await hear(open(), { text: 'STOP' }, { optOut: { byCarrier: true } });
			await record(open(), { givenAt: later(3) }, later(3));
			expect((await consentOf(open())).optOut?.origin).toBe('carrier');
		});

		test('ends by STOP in every purpose that stands or waits, and offers always', async () => {
			await record(open(), { purpose: 'survey' });
			await hear(open(), { text: 'STOP', now: later(1) }, { optOut: { byCarrier: false } });
			const { states, optOut } = await consentOf(open());
			expect(states).toMatchObject({ survey: { status: 'revoked' }, marketing: { status: 'revoked' } });
			expect(states.transactional).toBeUndefined();
			expect(optOut).toEqual({ origin: 'reply', at: later(1) });
		});

		test('comes back by START where it was given, and only there', async () => {
			await record(open(), { purpose: 'survey' });
			await hear(open(), { text: 'STOP', now: later(1) }, { optOut: { byCarrier: false } });
			await hear(open(), { text: 'START', now: later(2) }, { optIn: { byCarrier: false } });
			expect((await consentOf(open())).states).toMatchObject({ survey: { status: 'confirmed' }, marketing: { status: 'none' } });
			expect((await consentOf(open())).optOut).toBeUndefined();
			expect((await open().consentProof('default', PHONE))?.broken).toBeUndefined();
		});

		test('ends when the carrier says that they have opted out, in the chain too', async () => {
			await record(open());
			const asked = await ask(open(), { wish: { purpose: 'survey' } });
			expect(asked.requestId).not.toBeNull();
			await open().recordReceipt({ shop: 'default', now: later(1), carrier: 'twilio', messageId: 'x', status: 'failed', isFinal: true, reason: 'opted_out' });
			expect(await standing()).toBe('confirmed'); // of a text that is not ours
			const again = newId();
			await open().claimRequest({ shop: 'default', phone: PHONE, purpose: 'verification', country: 'US', now: later(2) }, () => ({
				requestId: newId(),
				proof: 'code',
				code: CODE,
				codeExpiresAt: later(12),
				expiresAt: later(12),
				source: 'form',
				send: { purpose: 'verification', sendId: again, to: PHONE, text: '****** is your code', language: 'en', encoding: 'GSM-7', segments: 1, carrier: 'twilio', sender: SENDER },
			}));
			const refused = { status: 'failed', errorCode: 'recipient-opted-out', message: 'blocked' } as const;
			await open().settleSend(again, refused, later(2));
			expect((await consentOf(open())).states).toMatchObject({ marketing: { status: 'revoked' }, survey: { status: 'revoked' } });
			expect((await consentOf(open())).optOut?.origin).toBe('carrier');
		});

		test('of many is recorded in one go, each with an answer of its own', async () => {
			const entries = [entry(), entry(), entry({ phone: OTHER_PHONE, action: 'list', source: 'import' })];
			const recorded = await open().recordConsents('default', entries, NOW);
			expect(recorded.map(({ isRecorded, status, rule }) => [isRecorded, status, rule])).toEqual([
				[true, 'confirmed', undefined],
				[false, 'confirmed', 'already-consented'],
				[true, 'pending', undefined],
			]);
		});

		test('in the future is a mistake', async () => {
			expect(await record(open(), { givenAt: later(60) }, NOW)).toMatchObject({ isRecorded: false, rule: 'in-the-future' });
		});
	});

	describe('an opt-out by the operator', () => {
		test('ends everything once', async () => {
			const one = entry({ actor: 'operator', source: 'operator' });
			const [first, second] = await open().optOut('default', [one, one], NOW);
			expect([first?.isRecorded, second?.isRecorded, second?.rule]).toEqual([true, false, 'already-opted-out']);
			expect((await gateFacts(open())).optOut?.origin).toBe('operator');
		});
	});

	describe('a request', () => {
		test('keeps every other for the same purpose back, until it has expired', async () => {
			await ask(open());
			expect((await ask(open(), { wish: { now: later(30) } })).rule).toBe('already-asked');
			expect((await ask(open(), { wish: { now: later(30), purpose: 'survey' } })).requestId).not.toBeNull();
			expect((await ask(open(), { wish: { now: afterHours(25) } })).requestId).not.toBeNull();
		});

		test('of the operator’s own list is made once in a lifetime', async () => {
			await record(open(), { action: 'list', source: 'import' });
			expect((await ask(open(), { source: 'import' })).requestId).not.toBeNull();
			expect((await ask(open(), { source: 'import', wish: { now: afterHours(30) } })).rule).toBe('asked-before');
			expect((await ask(open(), { source: 'form', wish: { now: afterHours(31) } })).requestId).not.toBeNull();
		});

		test('that provably did not leave is as good as never made', async () => {
			await ask(open(), { isFailing: true });
			expect((await ask(open(), { wish: { now: later(1) } })).requestId).not.toBeNull();
		});

		test('is repeated once, and waits no longer by it', async () => {
			await ask(open());
			expect((await ask(open(), { action: 'remind', wish: { now: afterHours(12) } })).requestId).not.toBeNull();
			expect((await ask(open(), { action: 'remind', wish: { now: afterHours(13) } })).rule).toBe('reminded-already');
			expect((await consentOf(open())).states.marketing).toMatchObject({ reminders: 1, expiresAt: afterHours(24) });
		});

		test('that has expired is not repeated', async () => {
			await ask(open());
			expect((await ask(open(), { action: 'remind', wish: { now: afterHours(25) } })).rule).toBe('request-expired');
		});

		test('of two at the same moment is made once', async () => {
			const both = await Promise.all([ask(open()), ask(open())]);
			expect(both.filter(({ requestId }) => requestId !== null)).toHaveLength(1);
		});

		test.each([
			['six to one phone in ten minutes', 6, () => PHONE, 'too-many-to-phone'],
			['eleven to neighbouring numbers in an hour', 11, (index: number) => `+1415555${String(1000 + index)}`, 'too-many-to-range'],
		])('is one too many: %s', async (_name, count, phoneOf, rule) => {
			const rules: Array<string | undefined> = [];
			for (let index = 0; index < count; index++)
				rules.push((await ask(open(), { wish: { phone: phoneOf(index), purpose: 'verification', now: afterSeconds(index) } })).rule);
			expect(rules.slice(0, -1)).toEqual(Array.from({ length: count - 1 }, () => undefined));
			expect(rules.at(-1)).toBe(rule);
		});

		test('is one too many: eleven phones from one IP address in an hour', async () => {
			const ip = '192.0.2.44';
			for (let index = 0; index < 10; index++)
				await ask(open(), { wish: { phone: `+1415${String(5550100 + index * 10_000)}`, ip, now: afterSeconds(index) } });
			expect((await ask(open(), { wish: { phone: '+14165550188', ip, now: afterSeconds(20) } })).rule).toBe('too-many-from-address');
			expect((await ask(open(), { wish: { phone: '+14165550188', ip: '192.0.2.45', now: afterSeconds(21) } })).requestId).not.toBeNull();
		});
	});

	describe('a code', () => {
		test('of 200 attempts at once confirms one', async () => {
			await ask(open());
			const outcomes = await Promise.all(Array.from({ length: 200 }, () => typeCode(open())));
			expect(outcomes.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(1);
			expect(outcomes.filter(({ outcome }) => outcome === 'used')).toHaveLength(199);
		});

		test('is not found by brute force: after five wrong ones the right one does not count', async () => {
			await ask(open());
			const guesses = Array.from({ length: 200 }, (_, index) => String(300_000 + index));
			const outcomes = await Promise.all(guesses.map((code) => typeCode(open(), { code })));
			expect(outcomes.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(4);
			expect(outcomes.filter(({ outcome }) => outcome === 'locked')).toHaveLength(196);
			expect(await typeCode(open())).toEqual({ outcome: 'locked' });
			expect(await standing()).toBe('pending');
		});

		test.each([
			['ten minutes later', { now: later(10) }, 'expired'],
			['for another purpose', { purpose: 'survey' as const }, 'none'],
			['from another phone', { phone: OTHER_PHONE }, 'none'],
			['in another shop', { shop: 'other' }, 'none'],
		])('does not count %s', async (_name, attempt, outcome) => {
			await ask(open());
			expect((await typeCode(open(), attempt)).outcome).toBe(outcome);
			expect(await standing()).toBe('pending');
		});

		test('of an older request does not count', async () => {
			await ask(open(), { wish: { purpose: 'verification' } });
			await ask(open(), { wish: { purpose: 'verification', now: later(1) }, proposal: { code: '771199' } });
			expect((await typeCode(open(), { purpose: 'verification', now: later(2) })).outcome).toBe('wrong');
			expect((await typeCode(open(), { purpose: 'verification', now: later(2), code: '771199' })).outcome).toBe('confirmed');
		});

		test('does not count after a STOP', async () => {
			await ask(open());
			await hear(open(), { text: 'STOP', now: later(1) }, { optOut: { byCarrier: false } });
			expect(await typeCode(open(), { now: later(2) })).toMatchObject({ outcome: 'refused', rule: 'opted-out' });
			expect(await standing()).toBe('revoked');
		});

		test('that checks a phone is no consent', async () => {
			await ask(open(), { wish: { purpose: 'verification' } });
			expect((await typeCode(open(), { purpose: 'verification' })).outcome).toBe('confirmed');
			expect((await consentOf(open())).states).toEqual({});
		});

		test('brings the text that confirms it, claimed', async () => {
			await ask(open());
			expect(await typeCode(open(), { sendId: 'welcome' })).toMatchObject({
				outcome: 'confirmed',
				confirmation: { sendId: 'welcome', text: 'Acme: Welcome!', sender: SENDER, carrier: 'twilio' },
			});
		});
	});

	describe('a reply to a request', () => {
		test('confirms it, from then on and once', async () => {
			await ask(open());
			expect(await text('YES')).toMatchObject({ purpose: 'marketing', proof: 'both', confirmation: { text: 'Acme: Welcome!' } });
			expect(await standing()).toBe('confirmed');
			expect(await text('YES')).toBeUndefined();
			const events = (await open().consentProof('default', PHONE))?.events;
			expect(events?.map(({ action, source }) => [action, source])).toEqual([['request', 'form'], ['confirm', 'reply']]);
		});

		test('with the code in it confirms, and the proof does not show the code', async () => {
			await ask(open());
			await text(`my code is ${CODE}`);
			expect(await standing()).toBe('confirmed');
			expect(JSON.stringify((await open().consentProof('default', PHONE))?.events)).not.toContain(CODE);
		});

		test('with a wrong code counts as a try', async () => {
			await ask(open());
			for (let guess = 0; guess < 5; guess++) await text(String(400_000 + guess));
			expect((await typeCode(open())).outcome).toBe('locked');
		});

		test.each([
			['to another number of the shop', { recipient: '+447700900100' }],
			['from another phone', { phone: OTHER_PHONE }],
			['after it has expired', { now: afterHours(25) }],
		])('does not count %s', async (_name, more) => {
			await ask(open());
			expect(await text('YES', more)).toBeUndefined();
			expect(await standing()).toBe('pending');
		});

		test('to a pool of numbers comes to one of them', async () => {
			await ask(open(), { sender: 'MG0123456789abcdef0123456789abcdef' });
			await text('YES', { recipient: '+447700900100' });
			expect(await standing()).toBe('confirmed');
		});

		test('that says no ends it, and no list asks again', async () => {
			await ask(open(), { source: 'import' });
			await text('NO');
			expect(await standing()).toBe('none');
			expect((await ask(open(), { action: 'remind', wish: { now: later(5) } })).rule).toBe('not-asked');
			expect((await ask(open(), { source: 'import', wish: { now: later(5) } })).rule).toBe('asked-before');
		});
	});

	describe('the check of all chains', () => {
		test('counts what it has seen, over any number of pages', async () => {
			const phones = Array.from({ length: 501 }, (_, index) => `+1415${String(5_550_000 + index)}`);
			await open().recordConsents('default', phones.map((phone) => entry({ phone })), NOW);
			const first = await open().verifyConsents('default');
			expect(first).toMatchObject({ chains: 500, events: 500 });
			const second = await open().verifyConsents('default', first.next);
			expect(second).toMatchObject({ chains: 1, events: 1, next: undefined });
			expect(second.digest).not.toBe(first.digest);
			expect([first.broken, second.broken]).toEqual([undefined, undefined]);
		});

		test('of an empty ledger finds nothing wrong', async () => {
			expect(await open().verifyConsents('default')).toEqual({ chains: 0, events: 0, digest: '' });
		});
	});

	describe('the list of consents', () => {
		test('has who stands where, by page and filter', async () => {
			await record(open());
			await record(open(), { phone: OTHER_PHONE, action: 'list', source: 'import', wording: undefined });
			await record(open(), { purpose: 'survey' });
			const all = await open().listConsents({ shop: 'default', limit: 10 });
			expect(all.map(({ phone, purpose, status }) => [phone, purpose, status])).toEqual([
				[PHONE, 'marketing', 'confirmed'],
				[PHONE, 'survey', 'confirmed'],
				[OTHER_PHONE, 'marketing', 'pending'],
			]);
			expect(all[0]).toMatchObject({ wording: 'Yes, text me offers.', source: 'checkout', since: NOW });
			const [first] = await open().listConsents({ shop: 'default', limit: 1 });
			expect(await open().listConsents({ shop: 'default', limit: 10, after: first })).toHaveLength(2);
			expect(await open().listConsents({ shop: 'default', limit: 10, purpose: 'marketing', status: 'pending' })).toMatchObject([{ phone: OTHER_PHONE }]);
			expect(await open().listConsents({ shop: 'default', limit: 10, source: 'import' })).toHaveLength(1);
			expect(await open().listConsents({ shop: 'default', limit: 10, since: later(1) })).toHaveLength(0);
			expect(await open().listConsents({ shop: 'default', limit: 10, until: later(1) })).toHaveLength(3);
		});
	});
}
