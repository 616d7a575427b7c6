import { type UndeliveredText } from '../../lib/ledger/inbound';
import { type Ledger } from '../../lib/ledger/ledger';
import { answer, hear, OTHER_PHONE, PHONE, report, sentText, textOfOrder } from './inbound-fixtures';
import { claim, later, newId, refs, sighting } from './sightings';

/** How a text that did not arrive is claimed for another try. */
export function describeResends(open: () => Ledger, openAgain: () => Promise<Ledger>): void {
	describe('a text that is to be sent again', () => {
		let ledger: Ledger;
		let sendId: string;
		beforeEach(async () => {
			ledger = open();
			sendId = await sentText(ledger, '1001', 'SM1', { details: { number: '#1001', phone: PHONE } });
			await report(ledger, { status: 'undelivered', errorCode: '30003', reason: 'unreachable', now: later(1) });
		});

		/** Asks for it; what was found, undefined when nothing was. */
		async function ask(
			agrees: boolean,
			more: Partial<Parameters<Ledger['claimResend']>[0]> = {},
			at = ledger,
		): Promise<UndeliveredText | undefined> {
			let found: UndeliveredText | undefined;
			const request = {
				shop: 'default',
				sendId,
				newSendId: newId(),
				now: later(2),
				carrier: 'telnyx',
				sender: '72345',
			};
			await at.claimResend({ ...request, ...more }, (text) => {
				found = text;
				return agrees && text !== undefined;
			});
			return found;
		}

		test('is shown with its delivery, and with what stands for and against it', async () => {
			await claim(ledger, sighting({ refs: refs('1001'), stage: 'shipped', occurredAt: 1000 }));
			expect(await ask(false)).toMatchObject({
				sendId,
				status: 'accepted',
				stage: 'confirmed',
				orderNumber: '#1001',
				to: PHONE,
				tries: 1,
				delivery: { status: 'undelivered', reason: 'unreachable', errorCode: '30003', at: later(1) },
				facts: { optOut: undefined, dead: undefined },
			});
			expect((await ask(false))?.facts.seen).toContainEqual({ stage: 'shipped', occurredAt: 1000 });
			// itself is nothing against it
			expect((await ask(false))?.facts).not.toHaveProperty('earlier');
		});

		test('knows what its recipient said since', async () => {
			await hear(ledger, { now: later(2) }, { optOut: { byCarrier: false } });
			expect((await ask(false))?.facts.optOut).toEqual({ origin: 'reply', at: later(2) });
		});

		test('stays as it is where the answer is no', async () => {
			await ask(false);
			expect(await textOfOrder(ledger)).toMatchObject({ status: 'accepted', delivery: { status: 'undelivered' } });
		});

		test('is claimed under its new id and settled under it; the old try is over', async () => {
			await ask(true, { newSendId: 'second' });
			expect(await textOfOrder(ledger)).toMatchObject({ status: 'sending', delivery: undefined, carrier: 'telnyx' });
			const late = { status: 'delivered', carrier: 'twilio', messageId: 'SM1', sendId } as const;
			expect((await report(ledger, late)).text).toBeUndefined();
			await ledger.settleSend('second', { status: 'accepted', carrierMessageId: 'TX1' }, later(3));
			expect((await report(ledger, { carrier: 'telnyx', messageId: 'TX1' })).text).toMatchObject({
				sendId: 'second',
				tries: 2,
				sender: '72345',
			});
			expect((await ledger.findOrders('default', '1001'))[0]?.texts).toHaveLength(1);
		});

		test('is claimed once by any number of callers', async () => {
			const ledgers = [ledger, await openAgain(), await openAgain()];
			const found = await Promise.all(Array.from({ length: 30 }, (_, index) => ask(true, {}, ledgers[index % 3])));
			expect(found.filter((text) => text !== undefined)).toHaveLength(1);
		});

		test.each([
			['an unknown id', { sendId: 'nobody' }],
			['another shop', { shop: 'other' }],
		])('is not found: %s', async (_case, more) => {
			expect(await ask(true, more)).toBeUndefined();
			expect((await textOfOrder(ledger))?.status).toBe('accepted');
		});

		test('is about an order: answers and test texts are not found', async () => {
			await hear(ledger, { phone: OTHER_PHONE }, { answer: answer({ sendId: 'answer' }) });
			expect(await ask(true, { sendId: 'answer' })).toBeUndefined();
			const { sendId: test } = await claim(ledger, sighting({ remember: false, refs: refs('1009') }));
			expect(await ask(true, { sendId: test as string })).toBeUndefined();
		});
	});
}
