import { createPaces } from '../../lib/flows/pace';
import { claimFor, orderText } from './outbox-orders';
import { phonesOf, statuses } from '../ledger/outbox-fixtures';
import { type CarrierAnswer, consent, countBy, NOON, OutboxShop, plan, TOO_FAST } from './outbox-shop';

let shop: OutboxShop;
beforeEach(async () => {
	shop = await OutboxShop.open();
});
afterEach(() => shop.close());

const [ANN, BEN, CLEO] = phonesOf(3) as [string, string, string];

async function offers(count: number): Promise<string[]> {
	const phones = phonesOf(count);
	await consent(shop.ledger, phones);
	await plan(shop.ledger, phones);
	return phones;
}

describe('texts that are due', () => {
	test('are sent once each, and then there are none', async () => {
		const phones = await offers(450); // more than two batches
		const drained = await shop.drain({ parallel: 25 });
		expect(countBy(drained)).toEqual({ sent: 450 });
		expect(shop.taken.map(({ to }) => to).sort()).toEqual([...phones].sort());
		expect(await shop.drain()).toEqual([]);
		expect(await shop.ledger.outboxState('default', 'twilio')).toEqual({ waiting: 0 });
	});

	test('say what they are and what the carrier calls them', async () => {
		await offers(1);
		const [one] = await shop.drain();
		expect(one).toMatchObject({
			outcome: 'sent',
			receipt: { id: shop.taken[0]?.id },
			text: { to: ANN, campaign: { name: 'Weekend sale' }, dueAt: NOON, tries: 0 },
		});
	});

	test('of one campaign, and as many as are wanted', async () => {
		const phones = await offers(30);
		const other = await plan(shop.ledger, phones, { name: 'Another', message: { purpose: 'survey', isRedirected: true }, purpose: 'survey' });
		expect(countBy(await shop.drain({ campaignId: other.id, most: 12 }))).toEqual({ sent: 12 });
		expect(Object.values(await statuses(shop.ledger, other)).filter((status) => status === 'accepted')).toHaveLength(12);
	});

	test('are left where nobody has consented, and where it is night', async () => {
		await consent(shop.ledger, [ANN, BEN]);
		await plan(shop.ledger, [ANN, BEN, CLEO]);
		await shop.stop(BEN);
		shop.now = new Date('2026-12-02T04:30:00Z').getTime();
		const drained = await shop.drain();
		expect(new Map(drained.map((one) => [one.text.to, one]))).toEqual(
			new Map([
				[ANN, expect.objectContaining({ outcome: 'postponed', until: new Date('2026-12-02T14:00:00Z') })],
				[BEN, expect.objectContaining({ outcome: 'skipped', rule: 'opted-out' })],
				[CLEO, expect.objectContaining({ outcome: 'skipped', rule: 'no-consent' })],
			]),
		);
		expect(shop.requests).toBe(0);
		shop.now = new Date('2026-12-02T14:00:00Z').getTime();
		expect(countBy(await shop.drain())).toEqual({ sent: 1 });
	});

	test('of one phone leave in their order, one after the other', async () => {
		await consent(shop.ledger, [ANN, BEN]);
		let under = new Set<string>();
		for (let index = 0; index < 6; index++) {
			const dueAt = new Date(NOON.getTime() + index);
			const message = { purpose: 'survey', isRedirected: true } as const;
			await plan(shop.ledger, [ANN, BEN], { name: `Sale ${index}`, text: `Text ${index}`, purpose: 'survey', dueAt, message });
		}
		shop.answer = async (to): Promise<CarrierAnswer> => {
			expect(under.has(to)).toBe(false);
			under = under.add(to);
			await new Promise((resolve) => setTimeout(resolve, 3));
			under.delete(to);
			return 'taken';
		};
		shop.pass(1);
		await shop.drain();
		for (const phone of [ANN, BEN]) {
			const texts = shop.taken.filter(({ to }) => to === phone).map(({ text }) => text);
			expect(texts).toEqual([0, 1, 2, 3, 4, 5].map((index) => `Text ${index}`));
		}
	});

	test('wait for the pace of their sender, and ask the gate when their turn has come', async () => {
		await offers(5);
		const paces = createPaces({ time: () => shop.now, wait: shop.deps().wait });
		// the third would leave at 20:00, when offers may not any more
		shop.now = new Date('2026-12-02T00:59:58Z').getTime();
		const drained = await shop.drain({}, shop.deps({ paceOf: (sender) => paces(sender, 1) }));
		expect(countBy(drained)).toEqual({ sent: 2, postponed: 3 });
	});

	test('stop being begun when the time is over, or the operator says so', async () => {
		await offers(40);
		const stopAt = new Date(shop.now + 5_000);
		const paces = createPaces({ time: () => shop.now, wait: shop.deps().wait });
		expect(countBy(await shop.drain({ stopAt }, shop.deps({ paceOf: (sender) => paces(sender, 2) })))).toEqual({ sent: 10 });
		let isStopped = false;
		shop.answer = () => {
			isStopped ||= shop.taken.length >= 14;
			return 'taken';
		};
		const drained = await shop.drain({ parallel: 1, isStopped: () => isStopped });
		expect(countBy(drained)).toEqual({ sent: 5 });
		expect(countBy(await shop.drain())).toEqual({ sent: 25 }); // nobody holds a lease on the rest
	});

	test('a batch that a slow sender cannot do in a minute is leased anew, and a fast one is not kept waiting', async () => {
		const phones = phonesOf(120);
		await consent(shop.ledger, phones);
		await plan(shop.ledger, phones.slice(0, 90), { name: 'Slow' });
		await plan(shop.ledger, phones.slice(90), { name: 'Fast', sender: '72345', dueAt: new Date(NOON.getTime() + 1) });
		shop.pass(1);
		const begin = shop.now;
		const paces = createPaces({ time: () => shop.now, wait: shop.deps().wait });
		const drained = await shop.drain({ parallel: 5 }, shop.deps({ paceOf: (sender) => paces(sender, sender === '72345' ? 100 : 1) }));
		expect(countBy(drained)).toEqual({ sent: 120 });
		const fastUntil = Math.max(...shop.taken.filter(({ to }) => phones.indexOf(to) >= 90).map(({ at }) => at));
		expect(fastUntil - begin).toBeLessThan(45_000); // behind the slow one it would begin after a minute
		expect(shop.now - begin).toBeGreaterThanOrEqual(89_000);
	});
});

describe('what the carrier does not take', () => {
	test('for being too fast is lost never, and left in the outbox for later', async () => {
		const phones = await offers(60);
		let turn = 0;
		shop.answer = () => (++turn % 3 === 0 ? 'taken' : TOO_FAST);
		for (let run = 0; run < 20; run++) {
			await shop.drain();
			shop.pass(10);
		}
		expect(shop.taken.map(({ to }) => to).sort()).toEqual([...phones].sort());
	});

	test('comes again after a minute, then two, four, up to an hour, or when the carrier says', async () => {
		await offers(1);
		shop.answer = () => TOO_FAST;
		const waits: number[] = [];
		for (let run = 0; run < 8; run++) {
			shop.now = NOON.getTime(); // each try at noon, so that no closed hour comes in between
			shop.now += run * 24 * 3_600_000;
			const [one] = await shop.drain();
			expect(one).toMatchObject({ outcome: 'postponed', rule: 'throttled' });
			if (one?.outcome === 'postponed') waits.push(Math.round((one.until.getTime() - shop.now) / 60_000));
		}
		expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
		shop.answer = () => ({ ...TOO_FAST, retryAfter: 7200 });
		shop.now = NOON.getTime() + 10 * 24 * 3_600_000;
		const [one] = await shop.drain();
		expect(one?.outcome === 'postponed' && one.until.getTime() - shop.now).toBe(7_200_000);
	});

	test('is not tried any more when its claim has grown old: somebody else may take it for broken off', async () => {
		await offers(1);
		let slots = 0;
		const pace = {
			slot: async () => {
				if (++slots === 2) shop.pass(11);
				await Promise.resolve();
			},
			slowDown: () => undefined,
		};
		shop.answer = () => TOO_FAST;
		expect(await shop.drain({}, shop.deps({ paceOf: () => pace }))).toMatchObject([{ outcome: 'postponed', rule: 'throttled' }]);
		expect(shop.requests).toBe(1);
	});

	test('because it cannot be reached ends the run, and all of it waits', async () => {
		await offers(40);
		shop.answer = () => 'unreachable';
		const drained = await shop.drain({ parallel: 4 });
		expect(countBy(drained)).toEqual({ postponed: 4 });
		shop.pass(2);
		shop.answer = () => 'taken';
		expect(countBy(await shop.drain())).toEqual({ sent: 40 });
	});

	test.each([
		['a key that it does not know', { status: 401, code: 20003 }, 4],
		['an account that is not there', { status: 404, code: 20404 }, 4],
		['a sender that is not ours', { status: 400, code: 21606 }, 6],
	])('for %s ends the run with that error, and no text burns', async (_name, refusal, mostTries) => {
		await offers(100);
		shop.answer = () => refusal;
		await expect(shop.drain({ parallel: 4 })).rejects.toMatchObject({ code: 'bad-config', details: { carrierCode: String(refusal.code) } });
		expect(shop.requests).toBeLessThanOrEqual(mostTries);
		shop.pass(2);
		shop.answer = () => 'taken';
		expect(countBy(await shop.drain())).toEqual({ sent: 100 });
	});

	test('for a country that is not switched on keeps no other text back, and fails in the end', async () => {
		const phones = await offers(30);
		shop.answer = (to) => (to === phones[7] ? { status: 400, code: 21408 } : 'taken');
		const outcomes: string[] = [];
		for (let run = 0; run < 7; run++) {
			shop.now = NOON.getTime() + run * 24 * 3_600_000;
			for (const { text, outcome } of await shop.drain({ parallel: 1 })) if (text.to === phones[7]) outcomes.push(outcome);
		}
		expect(shop.taken).toHaveLength(29);
		expect(outcomes).toEqual([...Array<string>(5).fill('postponed'), 'failed']);
	});

	test('for good has failed', async () => {
		await offers(2);
		shop.answer = (to) => (to === ANN ? { status: 400, code: 21211 } : { status: 400, code: 21610 });
		const drained = await shop.drain();
		expect(new Map(drained.map((one) => [one.text.to, one.outcome === 'failed' && one.error.code]))).toEqual(
			new Map([
				[ANN, 'bad-message'],
				[BEN, 'recipient-opted-out'],
			]),
		);
	});

	test('or may have taken is uncertain, and not sent again', async () => {
		await offers(1);
		shop.answer = () => 'answer lost';
		expect(await shop.drain()).toMatchObject([{ outcome: 'uncertain', error: { code: 'outcome-unknown' } }]);
		shop.pass(60);
		expect(await shop.drain()).toEqual([]);
		expect(shop.requests).toBe(1);
	});
});

describe('texts about orders that waited', () => {
	test('are asked about again: one that is overtaken is a step back', async () => {
		await claimFor(shop.ledger, '1001', orderText('confirmed'));
		await claimFor(shop.ledger, '1002', orderText('confirmed'));
		await claimFor(shop.ledger, '1002', null, 'shipped');
		const drained = await shop.drain();
		expect(new Map(drained.map((one) => [one.text.orderNumber, one]))).toEqual(
			new Map([
				['#1001', expect.objectContaining({ outcome: 'sent' })],
				['#1002', expect.objectContaining({ outcome: 'skipped', rule: 'backwards' })],
			]),
		);
	});

	test('with an offer in them need the consent that offers need', async () => {
		const phone = phonesOf(2);
		await consent(shop.ledger, phone.slice(0, 1));
		for (const [index, to] of phone.entries()) await claimFor(shop.ledger, `100${index}`, orderText('confirmed', { hasOffer: true, to }));
		const drained = await shop.drain();
		expect(new Map(drained.map((one) => [one.text.to, one.outcome]))).toEqual(new Map([[ANN, 'sent'], [BEN, 'skipped']]));
	});
});

test('an error of ours ends the run, and is told when all that was begun has ended', async () => {
	await offers(50);
	const settleSend = async () => await Promise.reject(new Error('disk full'));
	await expect(shop.drain({ parallel: 5 }, shop.deps({ ledger: { ...shop.ledger, settleSend } }))).rejects.toThrow('disk full');
	expect(shop.requests).toBe(5);
	expect(await shop.drain()).toHaveLength(45);
});
