// A STOP that comes while a campaign leaves: whoever has it on record gets nothing any more.
import fc from 'fast-check';
import { phonesOf } from '../ledger/outbox-fixtures';
import { consent, OutboxShop, plan } from './outbox-shop';

/**
 * Drains a campaign to so many people, some of whom text STOP while it runs: each when so many texts have reached the carrier.
 *
 * @returns texts that were sent to somebody although the ledger had their STOP already, when it was asked.
 */
async function drainWithStops(count: number, parallel: number, stops: ReadonlyArray<{ readonly who: number; readonly after: number }>) {
	const shop = await OutboxShop.open();
	const phones = phonesOf(count);
	await consent(shop.ledger, phones);
	await plan(shop.ledger, phones);
	let moment = 0;
	const stoppedAt = new Map<string, number>();
	const claimedAt = new Map<string, number>();
	const heard: Array<Promise<void>> = [];
	const due = [...stops].sort((a, b) => a.after - b.after);
	shop.answer = () => {
		while (due[0] && due[0].after <= shop.taken.length) {
			const phone = phones[due[0].who] as string;
			due.shift();
			heard.push(shop.stop(phone, () => stoppedAt.set(phone, moment++)));
		}
		return 'taken';
	};
	const { claimDue } = shop.ledger;
	const phoneOf = new Map<string, string>();
	const ledger: typeof shop.ledger = {
		...shop.ledger,
		async leaseDue(wish) {
			const texts = await shop.ledger.leaseDue(wish);
			for (const { sendId, to } of texts) phoneOf.set(sendId, to);
			return texts;
		},
		claimDue: (text, decide, now) =>
			claimDue(
				text,
				(facts) => {
					const decision = decide(facts);
					if (decision.action === 'send') claimedAt.set(phoneOf.get(text.sendId) as string, moment++);
					return decision;
				},
				now,
			),
	};
	const drained = await shop.drain({ parallel }, shop.deps({ ledger }));
	await Promise.all(heard);
	const taken = new Set(shop.taken.map(({ to }) => to));
	const wrong = [...stoppedAt].filter(([phone, at]) => taken.has(phone) && !((claimedAt.get(phone) as number) < at));
	const skipped = drained.filter(({ outcome }) => outcome === 'skipped').length;
	await shop.close();
	return { wrong, sent: shop.taken.length, skipped, stopped: stoppedAt.size, outcomes: drained.length };
}

test('in a campaign of 10,000 stops that person’s text, every time', async () => {
	const stops = Array.from({ length: 200 }, (_, index) => ({ who: (index * 7919) % 10_000, after: (index * 49) % 9_500 }));
	const { wrong, sent, skipped, stopped, outcomes } = await drainWithStops(10_000, 50, stops);
	expect(wrong).toEqual([]);
	expect(stopped).toBe(200);
	expect(sent + skipped).toBe(10_000);
	expect(outcomes).toBe(10_000);
	// half of them stop before their turn, as they are spread over the run: none of these is texted
	expect(skipped).toBeGreaterThan(50);
	expect(skipped).toBeLessThan(200);
}, 120_000);

test('whenever it comes, and however many are sent at once', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 30 }),
			fc.array(fc.record({ who: fc.nat(119), after: fc.nat(110) }), { minLength: 1, maxLength: 40 }),
			async (parallel, stops) => {
				const { wrong, sent, skipped } = await drainWithStops(120, parallel, stops);
				expect(wrong).toEqual([]);
				expect(sent + skipped).toBe(120);
			},
		),
		{ seed: 20261122, numRuns: 25 },
	);
}, 120_000);
