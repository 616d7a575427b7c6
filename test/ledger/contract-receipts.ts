import { type DeliveryState, foldStatus } from '../../lib/domain/delivery';
import { type IncomingReceipt } from '../../lib/ledger/inbound';
import { type Ledger } from '../../lib/ledger/ledger';
import { gateFacts, OTHER_PHONE, PHONE, report, sentText, textOfOrder } from './inbound-fixtures';
import { claim, later, NOW, refs, sighting } from './sightings';

/** Every order in which the reports may arrive. */
function ordersOfArrival<T>(reports: readonly T[]): T[][] {
	if (reports.length === 0) return [[]];
	return reports.flatMap((first, index) =>
		ordersOfArrival(reports.toSpliced(index, 1)).map((others) => [first, ...others]),
	);
}

const QUEUED = { status: 'queued', isFinal: false } as const;
const SENT = { status: 'sent', isFinal: false } as const;
const UNDELIVERED = { status: 'undelivered', isFinal: true } as const;
const DELIVERED = { status: 'delivered', isFinal: true } as const;
const UNKNOWN = { status: 'unknown', isFinal: false } as const;
const LOST = { status: 'unknown', errorCode: 'outcome-unknown', message: 'cut' } as const;
const REFUSED = { status: 'failed', errorCode: 'rejected', message: 'refused' } as const;

/** How carriers' reports are folded into the texts they are about. */
export function describeReceipts(open: () => Ledger): void {
	let ledger: Ledger;
	beforeEach(() => {
		ledger = open();
	});

	describe('reports on a text', () => {
		test('tell which text it was and how its delivery stands', async () => {
			const sendId = await sentText(ledger);
			const price = { amount: '0.0079', currency: 'USD' };
			expect(await report(ledger, { ...DELIVERED, now: later(1), segments: 2, price })).toEqual({
				isNews: true,
				text: {
					sendId,
					orderNumber: '#1001',
					parcel: undefined,
					stage: 'confirmed',
					purpose: 'transactional',
					answer: undefined,
					to: PHONE,
					text: 'Your order #1001 is confirmed.',
					language: 'en',
					segments: 2,
					carrier: 'twilio',
					sender: '+14155550100',
					sentAt: NOW,
					tries: 1,
					delivery: { ...DELIVERED, at: later(1), errorCode: undefined, reason: undefined, price },
				},
			});
			expect(await textOfOrder(ledger)).toMatchObject({ segments: 2, delivery: { ...DELIVERED, at: later(1), price } });
		});

		test.each<[string, DeliveryState[]]>([
			['one that arrives', [QUEUED, SENT, UNKNOWN, UNDELIVERED, DELIVERED]],
			['one that does not', [QUEUED, SENT, SENT, UNKNOWN, UNDELIVERED]],
		])('end the same in every order of arrival: %s', async (_case, states) => {
			const arrivals = ordersOfArrival(states);
			await Promise.all(
				arrivals.map(async (arrival, index) => {
					await sentText(ledger, `${index}`, `SM${index}`);
					let known: DeliveryState | undefined;
					for (const [at, state] of arrival.entries()) {
						const { isNews, text } = await report(ledger, { ...state, messageId: `SM${index}`, now: later(at) });
						const before = known;
						known = foldStatus<DeliveryState>(before, state);
						expect([isNews, text?.delivery.status]).toEqual([known.status !== before?.status, known.status]);
					}
				}),
			);
			const last = states.at(-1) as DeliveryState;
			for (const index of arrivals.keys()) {
				expect((await textOfOrder(ledger, `${index}`))?.delivery).toMatchObject(last);
			}
		});

		test('that come again are no news, and their time is the first', async () => {
			await sentText(ledger);
			await report(ledger, { ...SENT, now: later(1) });
			expect(await report(ledger, { ...SENT, now: later(2) })).toMatchObject({
				isNews: false,
				text: { delivery: { at: later(1) } },
			});
			expect((await textOfOrder(ledger))?.delivery?.at).toEqual(later(1));
		});

		describe('of a long text, part by part', () => {
			const part = (id: string, total?: number) => ({ messageId: id, part: { id, total } });
			const long = async () => {
				const sendId = await sentText(ledger, '1001', null);
				await ledger.settleSend(sendId, { status: 'accepted', carrierMessageId: 'P1', segments: 2 }, NOW);
				return sendId;
			};
			const standing = async () => (await textOfOrder(ledger))?.delivery?.status;

			test('it is delivered when all parts are, and not before', async () => {
				const sendId = await long();
				expect(await report(ledger, { ...DELIVERED, ...part('P1') })).toMatchObject({ isNews: true, text: { delivery: { status: 'sent', isFinal: false } } });
				expect(await report(ledger, { ...DELIVERED, ...part('P1') })).toMatchObject({ isNews: false });
				expect(await report(ledger, { ...DELIVERED, ...part('P2'), sendId })).toMatchObject({ isNews: true, text: { sendId, segments: 2, delivery: DELIVERED } });
				expect(await textOfOrder(ledger)).toMatchObject({ carrierMessageId: 'P1' });
			});

			test('it is not, as soon as one is not, whatever the others say', async () => {
				const sendId = await long();
				await report(ledger, { ...DELIVERED, ...part('P1') });
				expect(await report(ledger, { ...UNDELIVERED, ...part('P2'), sendId, errorCode: '6', reason: 'unreachable' })).toMatchObject({
					isNews: true,
					text: { delivery: { ...UNDELIVERED, errorCode: '6', reason: 'unreachable' } },
				});
				expect(await report(ledger, { ...DELIVERED, ...part('P1') })).toMatchObject({ isNews: false });
				expect(await standing()).toBe('undelivered');
			});

			test('ends the same in every order of arrival', async () => {
				const reports = [
					{ ...SENT, id: 'A' },
					{ ...DELIVERED, id: 'A' },
					{ ...SENT, id: 'B' },
					{ ...DELIVERED, id: 'B' },
				];
				for (const [index, arrival] of ordersOfArrival(reports).entries()) {
					const sendId = await sentText(ledger, `${index}`, null);
					const arrived = new Set<string>();
					for (const { id, ...state } of arrival) {
						if (state.status === 'delivered') arrived.add(id);
						const { text } = await report(ledger, { ...state, messageId: `${id}${index}`, part: { id: `${id}${index}`, total: 2 }, sendId });
						expect(text?.delivery.status === 'delivered').toBe(arrived.size === 2);
					}
					expect((await textOfOrder(ledger, `${index}`))?.delivery).toMatchObject(DELIVERED);
				}
			});

			test('names its whole, with its number of parts and their price together', async () => {
				await sentText(ledger, '1001', 'WHOLE');
				const price = { amount: '0.0050', currency: 'USD' };
				const whole = (id: string) => ({ messageId: 'WHOLE', part: { id, total: 3 }, price, segments: 1 });
				await report(ledger, { ...DELIVERED, ...whole('a') });
				await report(ledger, { ...DELIVERED, ...whole('b') });
				expect(await standing()).toBe('sent');
				expect(await report(ledger, { ...DELIVERED, ...whole('c') })).toMatchObject({
					text: { segments: 3, delivery: { ...DELIVERED, price: { amount: '0.0150', currency: 'USD' } } },
				});
			});

			test('a text of one part is delivered by its one report', async () => {
				await sentText(ledger);
				expect(await report(ledger, { ...DELIVERED, ...part('SM1') })).toMatchObject({ text: { delivery: DELIVERED } });
			});

			test('a report on the whole is not taken for another text’s part', async () => {
				const sendId = await long();
				expect(await report(ledger, { ...DELIVERED, messageId: 'P2', sendId })).toEqual({ isNews: true });
				expect(await standing()).toBeUndefined();
			});
		});

		test('at the same moment, twenty times over, are news once', async () => {
			await sentText(ledger);
			const folded = await Promise.all(Array.from({ length: 20 }, () => report(ledger)));
			expect(folded.filter(({ isNews }) => isNews)).toHaveLength(1);
		});

		test('keep the reason of the failure, and the price and segments whichever of them has these', async () => {
			await sentText(ledger);
			const failure = { errorCode: '30007', reason: 'spam' } as const;
			await report(ledger, { ...SENT, segments: 3 });
			await report(ledger, { ...UNDELIVERED, ...failure });
			await report(ledger, { ...SENT, price: { amount: '-0.01', currency: 'EUR' } });
			await report(ledger, { ...UNKNOWN });
			expect(await textOfOrder(ledger)).toMatchObject({
				segments: 3,
				delivery: { ...UNDELIVERED, ...failure, price: { amount: '-0.01', currency: 'EUR' } },
			});
		});
	});

	describe('the text that a report is about', () => {
		const reportedOn = async (more: Partial<IncomingReceipt>) => (await report(ledger, more)).text?.sendId;
		let [own, other]: [string, string] = ['', ''];
		beforeEach(async () => {
			own = await sentText(ledger, '1001', 'SM1');
			other = await sentText(ledger, '1002', null);
		});

		test.each<[string, Partial<IncomingReceipt>, 'own' | 'other' | undefined]>([
			['the carrier’s id', {}, 'own'],
			['the carrier’s id and a send id that is unknown', { sendId: 'nobody' }, 'own'],
			['our id, while the carrier’s is not known', { messageId: 'SM2', sendId: 'other' }, 'other'],
			['the carrier’s id, whatever send id the URL has', { sendId: 'other' }, 'own'],
			['nothing: another text of that send id', { messageId: 'SM9', sendId: 'own' }, undefined],
			['nothing: neither id is known', { messageId: 'SM9' }, undefined],
			['nothing: another shop', { shop: 'other', sendId: 'own' }, undefined],
			['nothing: another carrier', { carrier: 'telnyx', sendId: 'own' }, undefined],
			['nothing: another shop’s send id', { shop: 'other', messageId: 'SM2', sendId: 'other' }, undefined],
			['nothing: another carrier’s send id', { carrier: 'telnyx', messageId: 'SM2', sendId: 'other' }, undefined],
		])('is found by %s', async (_case, more, expected) => {
			const ids = { own, other, nobody: 'nobody' } as const;
			const sendId = more.sendId && ids[more.sendId as keyof typeof ids];
			expect(await reportedOn({ ...more, sendId })).toBe(expected && ids[expected]);
			const untouched = expected === 'own' ? '1002' : '1001';
			expect((await textOfOrder(ledger, untouched))?.delivery).toBeUndefined();
		});

		test('is nobody’s where the report is of another account: that is news, and changes nothing', async () => {
			expect(await report(ledger, { messageId: 'SM9', status: 'undelivered', reason: 'opted_out' })).toEqual({
				isNews: true,
			});
			expect((await gateFacts(ledger)).optOut).toBeUndefined();
		});
	});

	describe('a send that was not settled', () => {
		test.each([
			['whose answer was lost', LOST],
			['whose run was stopped', undefined],
			['that was taken for refused', REFUSED],
		])('%s is accepted once the carrier reports on it', async (_case, outcome) => {
			const sendId = await sentText(ledger, '1001', null);
			if (outcome) await ledger.settleSend(sendId, outcome, later(1));
			await report(ledger, { ...QUEUED, sendId });
			expect((await claim(ledger, sighting())).facts.earlier?.status).toBe('accepted');
			expect(await textOfOrder(ledger)).toMatchObject({
				status: 'accepted',
				carrierMessageId: 'SM1',
				error: null,
				delivery: QUEUED,
			});
		});

		test('is found by the carrier’s id from then on', async () => {
			const sendId = await sentText(ledger, '1001', null);
			await report(ledger, { ...QUEUED, sendId });
			expect((await report(ledger, DELIVERED)).text?.sendId).toBe(sendId);
		});

		test.each([
			['lost', LOST],
			['refused', REFUSED],
			['accepted', { status: 'accepted', carrierMessageId: 'SM1', segments: 1 } as const],
		])('keeps what was reported when its own end is %s', async (_case, outcome) => {
			const sendId = await sentText(ledger, '1001', null);
			await report(ledger, { ...DELIVERED, sendId, segments: 2 });
			await ledger.settleSend(sendId, outcome, later(1));
			expect(await textOfOrder(ledger)).toMatchObject({
				status: 'accepted',
				carrierMessageId: 'SM1',
				error: null,
				segments: 2,
				delivery: DELIVERED,
			});
		});

		test('that was claimed anew is no longer meant by reports on the old try', async () => {
			const old = await sentText(ledger, '1001', null);
			await ledger.settleSend(old, REFUSED, later(1));
			const { sendId } = await claim(ledger, sighting({ now: later(2) }));
			expect((await report(ledger, { ...UNDELIVERED, messageId: 'SM-old', sendId: old })).text).toBeUndefined();
			await ledger.settleSend(sendId as string, { status: 'accepted', carrierMessageId: 'SM-new' }, later(3));
			expect(await textOfOrder(ledger)).toMatchObject({ status: 'accepted', error: null, delivery: undefined });
		});
	});

	describe('what a report says of the number', () => {
		const failure = (reason: IncomingReceipt['reason'], more: Partial<IncomingReceipt> = {}) =>
			report(ledger, { ...UNDELIVERED, errorCode: '1', reason, now: later(1), ...more });
		beforeEach(() => sentText(ledger));

		test('the recipient has opted out at the carrier: no shop texts them', async () => {
			await failure('opted_out');
			for (const shop of ['default', 'other']) {
				const facts = await gateFacts(ledger, '1002', PHONE, shop);
				expect(facts).toMatchObject({ optOut: { origin: 'carrier', at: later(1) }, dead: undefined });
			}
			expect((await gateFacts(ledger, '1002', OTHER_PHONE)).optOut).toBeUndefined();
		});

		test.each(['landline', 'invalid_number'] as const)('%s: it is dead', async (reason) => {
			await failure(reason);
			expect(await gateFacts(ledger)).toMatchObject({ dead: { reason, at: later(1) }, optOut: undefined });
		});

		test.each(['unreachable', 'blocked', 'spam', 'expired', 'throttled', 'unregistered', 'unknown'] as const)(
			'%s: nothing',
			async (reason) => {
				await failure(reason);
				expect(await gateFacts(ledger)).toMatchObject({ dead: undefined, optOut: undefined });
			},
		);

		test('a late failure of a text that was delivered says nothing', async () => {
			await report(ledger, DELIVERED);
			await failure('landline');
			await failure('opted_out');
			expect(await gateFacts(ledger)).toMatchObject({ dead: undefined, optOut: undefined });
		});

		test('a repetition does not undo what came in between', async () => {
			await failure('opted_out');
			await ledger.recordReply(
				{
					shop: 'default',
					now: later(2),
					carrier: 'twilio',
					messageId: 'SM-start',
					phone: PHONE,
					recipient: '+14155550100',
					text: 'START',
				},
				() => ({ kind: 'opt-in', rule: 'START', isHandedOn: false, optIn: { byCarrier: true } }),
			);
			await failure('opted_out', { now: later(3) });
			expect((await gateFacts(ledger, '1002', PHONE)).optOut).toBeUndefined();
		});
	});

	test('an order’s record shows each text with its own delivery', async () => {
		await sentText(ledger, '1001', 'SM1');
		await sentText(ledger, '1001', 'SM2', { stage: 'shipped', now: later(1), refs: refs('1001') });
		await report(ledger, { ...UNDELIVERED, messageId: 'SM2', errorCode: '30006', reason: 'landline' });
		const [order] = await ledger.findOrders('default', '1001');
		expect(order?.texts.map(({ stage, delivery }) => [stage, delivery?.status, delivery?.reason])).toEqual([
			['confirmed', undefined, undefined],
			['shipped', 'undelivered', 'landline'],
		]);
	});
}
