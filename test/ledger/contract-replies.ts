import { type IncomingReply } from '../../lib/ledger/inbound';
import { type Ledger } from '../../lib/ledger/ledger';
import {
	afterHours,
	afterSeconds,
	answer,
	factsAbout,
	hear,
	incomingReply,
	OTHER_PHONE,
	PHONE,
	reaction,
	sentText,
} from './inbound-fixtures';
import { claim, later, newId, NOW, refs, sighting } from './sightings';

/** How replies are recorded, and what is known of those who write. */
export function describeReplies(open: () => Ledger, openAgain: () => Promise<Ledger>): void {
	let ledger: Ledger;
	beforeEach(() => {
		ledger = open();
	});

	describe('a reply', () => {
		const novelty = async (more: Partial<IncomingReply>) => (await hear(ledger, more)).novelty;

		test('is new once', async () => {
			const reply = { messageId: 'SM-in-1' };
			expect(await novelty(reply)).toBe('new');
			expect(await hear(ledger, reply)).toEqual({ novelty: 'repeated', facts: undefined });
		});

		test.each([
			['another text', { messageId: 'SM-in-2' }],
			['the same id at another carrier', { messageId: 'SM-in-1', carrier: 'telnyx' }],
			['the same id in another shop', { messageId: 'SM-in-1', shop: 'other' }],
		])('%s is a reply of its own', async (_case, more) => {
			await novelty({ messageId: 'SM-in-1' });
			expect(await novelty(more)).toBe('new');
		});

		test('handed over fifty times at once, on three connections, is new once', async () => {
			const ledgers = [ledger, await openAgain(), await openAgain()];
			const results = await Promise.all(
				Array.from({ length: 50 }, (_, index) => hear(ledgers[index % 3] as Ledger, { messageId: 'SM-in-1' })),
			);
			expect(results.map(({ novelty: word }) => word).sort()).toEqual(['new', ...Array(49).fill('repeated')]);
		});

		test('that no workflow has after half a minute is new again, and known to be repeated', async () => {
			const reply = { messageId: 'SM-in-1' };
			expect((await hear(ledger, reply)).facts?.isRepeated).toBe(false);
			expect(await novelty({ ...reply, now: afterSeconds(29) })).toBe('repeated');
			const again = await hear(ledger, { ...reply, now: afterSeconds(31) });
			expect(again).toMatchObject({ novelty: 'new', facts: { isRepeated: true } });
			// and then the half minute begins again
			expect(await novelty({ ...reply, now: afterSeconds(60) })).toBe('repeated');
			expect(await novelty({ ...reply, now: afterSeconds(62) })).toBe('new');
		});

		test('that a workflow has is repeated for ever', async () => {
			const reply = { shop: 'default', carrier: 'twilio', messageId: 'SM-in-1' };
			await novelty(reply);
			await ledger.confirmReply(reply);
			expect(await novelty({ ...reply, now: afterHours(24 * 30) })).toBe('repeated');
		});

		test('that nobody waits for need not be confirmed', async () => {
			await hear(ledger, { messageId: 'SM-in-1' }, { isHandedOn: false });
			expect(await novelty({ messageId: 'SM-in-1', now: afterHours(1) })).toBe('repeated');
		});

		test('confirmed where it is not known changes nothing', async () => {
			await ledger.confirmReply({ shop: 'default', carrier: 'twilio', messageId: 'SM-in-1' });
			expect(await novelty({ messageId: 'SM-in-1' })).toBe('new');
		});

		test('whose reaction fails leaves nothing behind, and the others at the same moment are recorded', async () => {
			const bad = ledger.recordReply(incomingReply({ messageId: 'SM-bad' }), () => {
				throw new Error('a reaction that throws');
			});
			const good = Array.from({ length: 10 }, () => hear(ledger));
			await expect(bad).rejects.toThrow('a reaction that throws');
			for (const { novelty: word } of await Promise.all(good)) expect(word).toBe('new');
			expect(await hear(ledger, { messageId: 'SM-bad' })).toMatchObject({
				novelty: 'new',
				facts: { isRepeated: false },
			});
		});
	});

	describe('a reply in parts', () => {
		const TEXTS = ['Where is ', 'my order, ', 'please?'];
		const part = (number: number): Partial<IncomingReply> => ({
			messageId: 'group-1',
			text: TEXTS[number - 1] as string,
			part: { group: 'group-1', number, total: 3 },
		});

		test.each([[[1, 2, 3]], [[3, 2, 1]], [[2, 3, 1]], [[1, 1, 3, 3, 2]], [[3, 1, 3, 1, 2]]])(
			'is one text once all are there, in the order %j',
			async (order) => {
				for (const number of order.slice(0, -1)) {
					expect(await hear(ledger, part(number))).toEqual({ novelty: 'incomplete', facts: undefined });
				}
				const { novelty, facts } = await hear(ledger, part(order.at(-1) as number));
				expect([novelty, facts?.text]).toEqual(['new', 'Where is my order, please?']);
			},
		);

		test('is repeated whichever part comes again', async () => {
			for (const number of [1, 2, 3]) await hear(ledger, part(number));
			for (const number of [1, 2, 3]) expect((await hear(ledger, part(number))).novelty).toBe('repeated');
		});

		test('is whole for one of those who bring the parts at once', async () => {
			const other = await openAgain();
			const results = await Promise.all(
				[1, 2, 3, 1, 2, 3].map((number, index) => hear(index % 2 ? other : ledger, part(number))),
			);
			expect(results.filter(({ novelty }) => novelty === 'new')).toHaveLength(1);
		});

		test('is not mixed with parts of another text, carrier or shop', async () => {
			await hear(ledger, part(1));
			await hear(ledger, part(2));
			const foreign = [
				{ ...part(3), messageId: 'group-2', part: { group: 'group-2', number: 3, total: 3 } },
				{ ...part(3), carrier: 'telnyx' },
				{ ...part(3), shop: 'other' },
			];
			for (const reply of foreign) expect((await hear(ledger, reply)).novelty).toBe('incomplete');
			expect((await hear(ledger, part(3))).facts?.text).toBe('Where is my order, please?');
		});
	});

	describe('what is known of the sender', () => {
		test('is nothing at first', async () => {
			expect(await factsAbout(ledger)).toEqual({
				text: 'Hello',
				orders: [],
				optOut: undefined,
				language: undefined,
				answered: [],
				isRepeated: false,
			});
		});

		test('is an order as it stands: details, parcels, stages with the source’s times', async () => {
			const parcelDetails = { trackingNumber: '1Z1', trackingUrl: 'https://track.example/1Z1', eta: '2026-12-01' };
			await claim(ledger, sighting({ occurredAt: 1000 }));
			const shipped = { stage: 'shipped', parcel: '1Z1', parcelDetails, refs: refs('1001', '1Z1') } as const;
			await claim(ledger, sighting({ ...shipped, now: later(1) }));
			expect((await factsAbout(ledger)).orders).toEqual([
				{
					id: expect.any(String),
					details: { number: '#1001', phone: PHONE, firstName: 'Maria', country: 'US', language: 'en' },
					parcels: [{ parcel: '1Z1', trackingCompany: undefined, ...parcelDetails }],
					seen: [
						{ parcel: '', stage: 'confirmed', occurredAt: 1000 },
						{ parcel: '1Z1', stage: 'shipped', occurredAt: undefined },
					],
					updatedAt: later(1),
				},
			]);
		});

		/** Something is heard of an order. */
		const news = async (number: string, minutes: number, more: Parameters<typeof sighting>[0] = {}) =>
			await claim(
				ledger,
				sighting({ refs: refs(number), details: { number, phone: PHONE }, now: later(minutes), ...more }),
			);
		const numbers = async (more: Partial<IncomingReply> = {}) =>
			(await factsAbout(ledger, more)).orders.map(({ details }) => details.number);

		test('has the order with the latest news first', async () => {
			await news('1001', 0);
			await news('1002', 1);
			expect(await numbers()).toEqual(['1002', '1001']);
			await news('1001', 2, { stage: 'shipped' });
			expect(await numbers()).toEqual(['1001', '1002']);
			await news('1002', 3); // nothing new
			expect(await numbers()).toEqual(['1001', '1002']);
		});

		test('is five orders at most, the latest', async () => {
			for (let index = 1; index <= 7; index++) await news(`100${index}`, index);
			expect(await numbers()).toEqual(['1007', '1006', '1005', '1004', '1003']);
		});

		test('is of this phone and this shop only', async () => {
			await news('1001', 0);
			await news('1002', 0, { details: { number: '1002', phone: OTHER_PHONE } });
			await news('1003', 0, { shop: 'other' });
			expect(await numbers()).toEqual(['1001']);
			expect(await numbers({ phone: OTHER_PHONE })).toEqual(['1002']);
			expect(await numbers({ shop: 'other' })).toEqual(['1003']);
			expect(await numbers({ shop: 'third' })).toEqual([]);
		});

		test('is the language of the last text they got', async () => {
			await claim(ledger, sighting(), { language: 'pl' });
			await claim(ledger, sighting({ refs: refs('1002'), now: later(1) }), { language: 'de' });
			await claim(ledger, sighting({ refs: refs('1003'), now: later(2) }), { language: 'fi', to: OTHER_PHONE });
			expect((await factsAbout(ledger)).language).toBe('de');
			expect((await factsAbout(ledger, { shop: 'other' })).language).toBeUndefined();
		});

		test('is their automatic answers of the last 24 hours, the latest first', async () => {
			await hear(ledger, { now: NOW }, { answer: answer({ answer: 'help' }) });
			await hear(ledger, { now: afterHours(1) }, { answer: answer({ answer: 'noOrder' }) });
			await hear(ledger, { phone: OTHER_PHONE }, { answer: answer({ to: OTHER_PHONE }) });
			await sentText(ledger); // an order text is no answer
			const names = async (hours: number) =>
				(await factsAbout(ledger, { now: afterHours(hours) })).answered.map(({ answer: name, at }) => [name, at]);
			expect(await names(2)).toEqual([
				['noOrder', afterHours(1)],
				['help', NOW],
			]);
			expect(await names(24)).toEqual([['noOrder', afterHours(1)]]);
			expect(await names(25)).toEqual([]);
			expect((await factsAbout(ledger, { shop: 'other' })).answered).toEqual([]);
		});
	});

	describe('an automatic answer', () => {
		const known = async (now: Date) => (await factsAbout(ledger, { now })).answered;

		test('is claimed with the reply, once, and settled like every text', async () => {
			const claimed = answer({ sendId: 'answer-1' });
			await hear(ledger, { messageId: 'SM-in-1' }, { answer: claimed });
			await hear(ledger, { messageId: 'SM-in-1' }, { answer: answer({ sendId: 'answer-2' }) });
			// the try that came after a crash finds it claimed
			const again = { messageId: 'SM-in-1', now: afterSeconds(31) };
			await hear(ledger, again, { answer: answer({ sendId: 'answer-3' }) });
			expect(await known(later(1))).toHaveLength(1);
			await ledger.settleSend('answer-1', { status: 'accepted', carrierMessageId: 'SM-out' }, later(1));
			const receipt = { shop: 'default', now: later(2), carrier: 'twilio', messageId: 'SM-out' };
			const folded = await ledger.recordReceipt({ ...receipt, status: 'delivered', isFinal: true });
			expect(folded.text).toMatchObject({
				sendId: 'answer-1',
				purpose: 'answer',
				answer: 'acknowledgement',
				stage: undefined,
				orderNumber: undefined,
				to: PHONE,
				tries: 1,
			});
		});

		test('that provably was not sent is none they got', async () => {
			await hear(ledger, {}, { answer: answer({ sendId: 'answer-1' }) });
			await ledger.settleSend('answer-1', { status: 'failed', errorCode: 'throttled', message: 'busy' }, NOW);
			expect(await known(later(1))).toEqual([]);
			await hear(ledger, {}, { answer: answer({ sendId: 'answer-2' }) });
			await ledger.settleSend('answer-2', { status: 'unknown', errorCode: 'outcome-unknown', message: 'cut' }, NOW);
			expect(await known(later(1))).toHaveLength(1);
		});

		test('that the carrier blocks is an opt-out', async () => {
			await hear(ledger, {}, { answer: answer({ sendId: 'answer-1' }) });
			const blocked = { status: 'failed', errorCode: 'recipient-opted-out', message: 'blocked' } as const;
			await ledger.settleSend('answer-1', blocked, later(1));
			expect((await factsAbout(ledger)).optOut).toEqual({ origin: 'carrier', at: later(1) });
		});
	});

	test('the text of a reply that is known is not read twice: what it caused stays as the first reading had it', async () => {
		const first = reaction({ kind: 'opt-out', optOut: { byCarrier: false } });
		await ledger.recordReply(incomingReply({ messageId: 'SM-in-1' }), () => first);
		await hear(ledger, { messageId: newId(), now: afterSeconds(20) }, { kind: 'opt-in', optIn: { byCarrier: false } });
		// STOP comes again after START: the customer's last word counts
		const late = { messageId: 'SM-in-1', now: afterSeconds(40) };
		expect((await hear(ledger, late, first)).novelty).toBe('new');
		expect((await factsAbout(ledger)).optOut).toBeUndefined();
	});
}
