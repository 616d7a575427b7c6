import { DatabaseSync } from 'node:sqlite';
import { linkHash, sha256 } from '../../lib/domain/consent/event';
import { type ConsentEntry } from '../../lib/ledger/consent';
import { closeLedgers } from '../../nodes/shared/open-ledger';
import { jsonOf, useOptInNode } from '../support/opt-in-node';

const shop = useOptInNode();

const ALICE = '+14155550101';
const BOB = '+14155550102';
const NOW = new Date('2026-06-01T00:00:00Z');

const entry = (phone: string, more: Partial<ConsentEntry> = {}): ConsentEntry => ({
	phone,
	purpose: 'marketing',
	action: 'record',
	source: 'checkout',
	actor: 'customer',
	givenAt: new Date('2026-05-03T14:05:00Z'),
	wording: 'Text me offers',
	evidence: { ip: '203.0.113.7' },
	...more,
});

const write = (...entries: ConsentEntry[]) => shop.withLedger((ledger) => ledger.recordConsents('default', entries, NOW));

const verify = async () => {
	const run = await shop.run('verifyLedger', {}, [{}, {}]);
	return { sound: jsonOf(run, 0), broken: jsonOf(run, 1) };
};

/** Writes into the file as somebody would who has got hold of it: the triggers go first. */
async function tamper(...statements: string[]): Promise<void> {
	await closeLedgers();
	const file = new DatabaseSync(shop.file);
	for (const trigger of ['consent_events_stay', 'consent_events_unchanged', 'wordings_stay', 'wordings_unchanged'])
		file.exec(`drop trigger ${trigger}`);
	for (const statement of statements) file.exec(statement);
	file.close();
}

const ALICES = `phone = '${ALICE}'`;

test('a ledger without consents is sound', async () => {
	expect(await verify()).toMatchObject({ sound: [{ chains: 0, events: 0, digest: '' }], broken: [] });
});

test('a sound ledger: how much was checked, once, and a digest to file away', async () => {
	await write(entry(ALICE), entry(BOB), entry(BOB, { action: 'revoke', givenAt: NOW }));
	const { sound, broken } = await verify();
	expect(broken).toEqual([]);
	expect(sound).toEqual([
		{
			shop: 'default',
			chains: 2,
			events: 3,
			digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
			checkedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
		},
	]);
	expect((await verify()).sound[0]?.digest).toBe(sound[0]?.digest);
});

test('more chains than a page holds are all walked', async () => {
	const phones = Array.from({ length: 1_100 }, (_, index) => `+1415555${String(index).padStart(4, '0')}`);
	await write(...phones.map((phone) => entry(phone)));
	const before = await verify();
	expect(before.sound).toMatchObject([{ chains: 1_100, events: 1_100 }]);
	await tamper(`update consent_events set source = 'form' where subject = (select max(subject) from consent_events)`);
	expect((await verify()).broken).toMatchObject([{ chains: 1_100, problem: expect.stringContaining('changed') as string }]);
});

describe('what somebody does to the file is found, and named', () => {
	beforeEach(() =>
		write(
			entry(ALICE),
			entry(ALICE, { action: 'revoke', givenAt: new Date('2026-05-10T00:00:00Z'), wording: undefined }),
			entry(ALICE, { givenAt: new Date('2026-05-20T00:00:00Z'), wording: 'Text me again' }),
			entry(BOB),
		),
	);

	test.each<[what: string, number: number, problem: RegExp, ...statements: string[]]>([
		['a changed wording', 3, /wording .* was changed/, `update wordings set text = 'Text me anything' where text = 'Text me again'`],
		['a wording that is gone', 3, /wording .* was changed/, 'pragma foreign_keys = off', `delete from wordings where text = 'Text me again'`],
		['changed evidence', 2, /evidence was changed/, `update consent_events set evidence = '{"ip":"198.51.100.1"}' where ${ALICES} and number = 2`],
		['evidence that is gone', 1, /evidence was changed/, `update consent_events set evidence = null where ${ALICES} and number = 1`],
		['unreadable evidence', 1, /evidence was changed/, `update consent_events set evidence = '{' where ${ALICES} and number = 1`],
		['a changed status', 2, /hash does not fit/, `update consent_events set status = 'confirmed' where ${ALICES} and number = 2`],
		['a changed time', 1, /hash does not fit/, `update consent_events set given_at = 1 where ${ALICES} and number = 1`],
		['another phone', 1, /phone number was changed/, `update consent_events set phone = '+14155550199' where ${ALICES} and number = 1`],
		['a phone that is gone', 2, /no erasure is on record/, `update consent_events set phone = null, evidence = null where ${ALICES} and number = 2`],
		['an event taken out of the middle', 3, /event 2 is missing/, `delete from consent_events where ${ALICES} and number = 2`],
		['the first event taken away', 2, /event 1 is missing/, `delete from consent_events where ${ALICES} and number = 1`],
		['the last event taken away', 2, /lead to "revoked", but the ledger's table says "confirmed"/, `delete from consent_events where ${ALICES} and number = 3`],
		['a changed state', 3, /lead to "confirmed", but the ledger's table says "pending"/, `update consents set status = 'pending' where ${ALICES}`],
		['a state that is gone', 3, /table says "nothing"/, `delete from consents where ${ALICES}`],
		['a changed day of consent', 3, /another since/, `update consents set since = 1 where ${ALICES}`],
		['an opt-out that is forgotten', 3, /another revoked_at/, `update consents set revoked_at = null where ${ALICES}`],
		['another source', 3, /another source/, `update consents set source = 'form' where ${ALICES}`],
		['an invented consent of somebody known', 1, /"survey" stands in the ledger, but no event/, `insert into consents select shop, phone, 'survey', status, since, source, language, asked_at, expires_at, reminders, confirmed_at, revoked_at, 1 from consents where ${ALICES}`],
		['a whole chain taken away', 3, /no event led to it/, `delete from consent_events where ${ALICES}`],
	])('%s', async (_what, number, problem, ...statements) => {
		await tamper(...statements);
		const { sound, broken } = await verify();
		expect(sound).toEqual([]);
		expect(broken).toMatchObject([{ number, problem: expect.stringMatching(problem) as string }]);
		expect(JSON.stringify(broken)).not.toContain(ALICE);
	});

	test('an invented consent of a stranger', async () => {
		await tamper(
			`insert into consents select shop, '+14155550199', purpose, status, since, source, language, asked_at, expires_at, reminders, confirmed_at, revoked_at, 1 from consents where ${ALICES}`,
		);
		expect((await verify()).broken).toMatchObject([{ phone: '+1********99', problem: expect.stringContaining('no event led to it') as string }]);
	});

	test('an event whose hash was worked out anew, but without the key', async () => {
		await closeLedgers();
		const proof = await shop.withLedger((ledger) => ledger.consentProof('default', ALICE));
		const [last] = proof?.events.slice(-1) ?? [];
		if (!last) throw new Error('no event');
		const hash = linkHash({ ...last, status: 'revoked', action: 'revoke' });
		await tamper(
			`update consent_events set status = 'revoked', action = 'revoke', hash = '${hash}' where ${ALICES} and number = 3`,
			`update consents set status = 'revoked' where ${ALICES}`,
		);
		expect((await verify()).broken).toMatchObject([
			{ number: 3, phone: '+1********01', problem: expect.stringContaining('without the ledger’s key') as string, recordedAt: NOW.toISOString() },
		]);
	});

	test('other words with their own hash', async () => {
		await tamper(
			`insert into wordings values ('${sha256('Text me anything')}', 'Text me anything')`,
			`update consent_events set wording_hash = '${sha256('Text me anything')}' where ${ALICES} and number = 3`,
		);
		expect((await verify()).broken).toMatchObject([{ number: 3, problem: expect.stringContaining('hash does not fit') as string }]);
	});

	test('the proof of that person says so too, and another person’s does not', async () => {
		await tamper(`update consent_events set status = 'confirmed' where ${ALICES} and number = 2`);
		const proofs = jsonOf(await shop.run('getProof', {}, [{ phone: ALICE }, { phone: BOB }]), 0);
		expect(proofs).toMatchObject([
			{ chainIntact: false, brokenAt: { number: 2 } },
			{ chainIntact: true },
		]);
	});

	test('a whole person taken away is seen by the digest that was filed before', async () => {
		const [before] = (await verify()).sound;
		await tamper(`delete from consent_events where ${ALICES}`, `delete from consents where ${ALICES}`);
		const [after] = (await verify()).sound;
		expect(after?.digest).not.toBe(before?.digest);
	});
});

test('who was forgotten leaves a sound chain behind, and may come back', async () => {
	await write(entry(ALICE));
	await shop.withLedger((ledger) => ledger.forgetPerson('default', { phone: ALICE }, NOW));
	expect((await verify()).sound).toMatchObject([{ chains: 1, events: 1 }]);
	const later = new Date(NOW.getTime() + 1_000);
	await shop.withLedger((ledger) => ledger.recordConsents('default', [entry(ALICE, { givenAt: later })], later));
	expect(await verify()).toMatchObject({ sound: [{ chains: 1, events: 2 }], broken: [] });
});
