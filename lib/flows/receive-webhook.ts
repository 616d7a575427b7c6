import { type Carrier, type CarrierEvent, type CarrierReceipt, wholeNumber } from '../carriers/carrier';
import { type FoldedReceipt } from '../ledger/inbound';
import { type WebhookRequest } from '../wire';
import { handleReply, type HandledReply, type ReplySettings } from './handle-reply';
import { sendIdIn, type SendingDeps } from './send-claimed';

/** What a webhook brought, all of it recorded. */
export interface Received {
	readonly replies: readonly HandledReply[];
	readonly receipts: ReadonlyArray<{ readonly receipt: CarrierReceipt; readonly folded: FoldedReceipt }>;
	/** Why something in it was left alone. */
	readonly ignored: readonly string[];
}

/** Records what a proven webhook brings, before anything else is done with it. */
export async function receiveWebhook(
	request: WebhookRequest,
	settings: ReplySettings,
	deps: Pick<SendingDeps, 'ledger' | 'carrier' | 'newId' | 'now'>,
): Promise<Received> {
	const { ledger, carrier, now } = deps;
	const replies: HandledReply[] = [];
	const receipts: Array<{ receipt: CarrierReceipt; folded: FoldedReceipt }> = [];
	const ignored: string[] = [];
	for (const event of carrier.parseWebhook(request).map((one) => withWholeNumbers(carrier, one))) {
		if (event.kind === 'reply') replies.push(await handleReply(event, settings, deps));
		else if (event.kind === 'ignored') ignored.push(event.reason);
		else if (event.kind === 'receipt') {
			const { id, status, isFinal, errorCode, reason, segments, price, clientRef, part } = event;
			const folded = await ledger.recordReceipt({
				shop: settings.profile.key,
				now: now(),
				carrier: carrier.id,
				messageId: id,
				sendId: sendIdIn(request.url) ?? clientRef,
				status,
				isFinal,
				errorCode,
				reason,
				segments,
				price,
				part,
			});
			receipts.push({ receipt: event, folded });
		}
	}
	return { replies, receipts, ignored };
}

function withWholeNumbers(carrier: Carrier, event: CarrierEvent): CarrierEvent {
	const whole = (number: string | undefined) => number && wholeNumber(carrier, number);
	if (event.kind === 'reply') {
		return { ...event, from: wholeNumber(carrier, event.from), to: wholeNumber(carrier, event.to) };
	}
	return event.kind === 'receipt' ? { ...event, from: whole(event.from), to: whole(event.to) } : event;
}
