import { type Campaign } from '../../lib/ledger/campaigns';
import { type Ledger } from '../../lib/ledger/ledger';
import { ask, SENDER } from './consent-fixtures';
import { hear, OTHER_PHONE, PHONE, report } from './inbound-fixtures';
import { campaign, claimed, lease, leaseStuck, plan, statuses } from './outbox-fixtures';
import { claim, later, sighting } from './sightings';

const OTHER = { carrier: 'telnyx', sender: '+14155550111' } as const;

/** Texts that another carrier takes over. */
export function describeHandingOver(open: () => Ledger): void {
	describe('handing a text over', () => {
		let ledger: Ledger;
		let sale: Campaign;
		beforeEach(async () => {
			ledger = open();
			sale = await campaign(ledger);
		});

		const orderText = async () => (await ledger.findOrders('default', '1001'))[0]?.texts[0];

		test('makes it the other carrier’s: it is settled there, and its reports are found there only', async () => {
			const { sendId } = await claim(ledger, sighting());
			expect(await ledger.handOver(sendId as string, OTHER)).toBe(true);
			await ledger.settleSend(sendId as string, { status: 'accepted', carrierMessageId: 'T1' }, later(1));
			expect(await orderText()).toMatchObject({ ...{ carrier: OTHER.carrier }, status: 'accepted', carrierMessageId: 'T1' });
			expect(await report(ledger, { messageId: 'T1', status: 'delivered' })).toEqual({ isNews: true });
			expect(await report(ledger, { carrier: 'telnyx', messageId: 'T1', status: 'delivered' })).toMatchObject({ text: { ...OTHER, sendId } });
		});

		test('names the carrier that refused somebody who has opted out', async () => {
			const { sendId } = await claim(ledger, sighting());
			await ledger.handOver(sendId as string, OTHER);
			await ledger.settleSend(sendId as string, { status: 'failed', errorCode: 'recipient-opted-out', message: 'STOP' }, later(1));
			expect((await ledger.lookUpEvent(sighting())).optOut).toMatchObject({ origin: 'carrier' });
		});

		test('of which nobody knows whether it left, is looked up at the other carrier', async () => {
			const { sendId } = await claim(ledger, sighting());
			await ledger.handOver(sendId as string, OTHER);
			expect((await leaseStuck(ledger, later(16))).ids).toEqual([]);
			expect((await leaseStuck(ledger, later(16), { carrier: 'telnyx' })).texts).toMatchObject([{ sendId, ...OTHER }]);
		});

		test('back in the outbox, it is its first carrier’s again, however often it was handed over', async () => {
			const sendId = await claimed(ledger, sale);
			await ledger.handOver(sendId, OTHER);
			await ledger.handOver(sendId, { carrier: 'vonage', sender: 'Acme' });
			await ledger.postponeSend(sendId, later(5), 'busy', later(1));
			expect((await lease(ledger, { carrier: 'vonage', now: later(5) })).ids).toEqual([]);
			expect((await lease(ledger, { now: later(5) })).texts).toMatchObject([{ sendId, carrier: 'twilio', sender: '+14155550100' }]);
		});

		test('found missing at the other carrier, it is its first carrier’s again', async () => {
			const sendId = await claimed(ledger, sale);
			await ledger.handOver(sendId, OTHER);
			const { leaseId } = await leaseStuck(ledger, later(16), { carrier: 'telnyx' });
			await ledger.resolveStuck({ sendId, leaseId }, { action: 'resend' }, later(17));
			expect((await lease(ledger, { now: later(17) })).texts).toMatchObject([{ sendId, carrier: 'twilio' }]);
		});

		test('a picture stays with its text: in the outbox, and for another try', async () => {
			const picture = 'https://acme.example/sale.jpg';
			await plan(ledger, sale, { picture });
			expect((await lease(ledger)).texts).toMatchObject([{ picture }]);
			const { sendId } = await claim(ledger, sighting(), { picture });
			await ledger.settleSend(sendId as string, { status: 'failed', errorCode: 'rejected', message: 'no' }, later(1));
			const again = { shop: 'default', sendId: sendId as string, newSendId: 'again', now: later(2), carrier: 'twilio', sender: '+14155550100' };
			let found: unknown;
			await ledger.claimResend(again, (text) => {
				found = text?.picture;
				return true;
			});
			expect(found).toBe(picture);
			await ledger.forgetPerson('default', { phone: PHONE }, later(3));
			expect((await lease(ledger, { now: later(60) })).texts).toEqual([]);
		});

		test('a text that is planned or claimed anew is its own carrier’s', async () => {
			const sendId = await claimed(ledger, sale);
			await ledger.handOver(sendId, OTHER);
			await ledger.settleSend(sendId, { status: 'failed', errorCode: 'rejected', message: 'no' }, later(1));
			const again = await plan(ledger, sale, { carrier: 'vonage', dueAt: later(2) }, later(2));
			const { leaseId } = await lease(ledger, { carrier: 'vonage', now: later(2) });
			await ledger.claimDue({ sendId: again.sendId, leaseId }, () => ({ action: 'send' }), later(2));
			await ledger.postponeSend(again.sendId, later(5), 'busy', later(3));
			expect((await lease(ledger, { carrier: 'vonage', now: later(5) })).ids).toEqual([again.sendId]);
		});

		test('is for claims only: what was settled, waits, or is not known is nobody’s to send', async () => {
			const accepted = await claimed(ledger, sale, 'accepted');
			const unknown = await claimed(ledger, sale, 'unknown', { to: OTHER_PHONE });
			const waiting = await plan(ledger, sale, { to: '+14155550101', dueAt: later(60) });
			for (const id of [accepted, unknown, waiting.sendId, 'nobody']) expect(await ledger.handOver(id, OTHER)).toBe(false);
			expect(await statuses(ledger, sale)).toEqual({ [accepted]: 'accepted', [unknown]: 'unknown', [waiting.sendId]: 'scheduled' });
		});

		test('an opt-in request is answered at the sender that asked', async () => {
			let sendId = '';
			const watched: Ledger = {
				...ledger,
				claimRequest: (wish, decide) =>
					ledger.claimRequest(wish, (facts) => {
						const proposal = decide(facts);
						sendId = proposal?.send.sendId ?? '';
						return proposal;
					}),
			};
			await ask(watched, { isLost: true });
			expect(await ledger.handOver(sendId, OTHER)).toBe(true);
			const at = async (recipient: string) => (await hear(ledger, { phone: PHONE, recipient, now: later(1) })).facts?.optInRequest;
			expect(await at(SENDER)).toBeUndefined();
			expect(await at(OTHER.sender)).toMatchObject({ purpose: 'marketing' });
		});
	});
}
