import { type IDataObject } from 'n8n-workflow';
import { type SendReceipt } from '../../lib/carriers/carrier';
import { type CarrierError } from '../../lib/domain/errors';
import { maskPhone } from '../../lib/domain/phone';
import { type Drained } from '../../lib/flows/drain-outbox';
import { type Settled } from '../../lib/flows/settle-stuck';
import { describeTakenOver } from '../shared/delivery';
import { type OutboxText } from '../../lib/ledger/outbox';

/** Positions of the outputs; saved in workflows. */
export const OUTPUTS = { sent: 0, failed: 1, needsAttention: 2, skipped: 3 } as const;
export type Output = keyof typeof OUTPUTS;

/** Workflows branch on these, on gate rules (Skipped) and on the carrier's error codes (Failed): append, never rename. */
export type OutboxReason = 'outcome-unknown' | 'not-sent';

interface OutboxItem {
	readonly output: Output;
	readonly json: IDataObject;
}

/** The item of a text whose turn had come; undefined for one that waits again, or of which nothing is known yet. */
export function itemOfDrained(drained: Drained): OutboxItem | undefined {
	const { text } = drained;
	const by = describeTakenOver(drained.takenOver);
	if (drained.outcome === 'sent') return { output: 'sent', json: { ...describe(text), ...by, ...taken(drained.receipt, text) } };
	if (drained.outcome === 'failed') return { output: 'failed', json: { ...describe(text), ...by, ...failure(drained.error) } };
	if (drained.outcome === 'skipped') {
		const { rule: reasonCode, reason } = drained;
		return { output: 'skipped', json: { ...describe(text), reasonCode, reason } };
	}
	return undefined;
}

/** The item of a text that was stuck; undefined for one that is in the outbox again, or that is looked at again later. */
export function itemOfSettled(settled: Settled): OutboxItem | undefined {
	const { text } = settled;
	if (settled.outcome === 'found')
		return { output: 'sent', json: { ...describe(text), ...taken(settled.receipt, text), foundAtCarrier: true } };
	if (settled.outcome === 'needs-attention') {
		const reasonCode: OutboxReason = 'outcome-unknown';
		return { output: 'needsAttention', json: { ...describe(text), reasonCode, reason: settled.reason } };
	}
	if (settled.outcome === 'resent' && !text.message) return { output: 'failed', json: { ...describe(text), ...NOT_SENT } };
	return undefined;
}

const NOT_SENT: { readonly reasonCode: OutboxReason; readonly reason: string } = {
	reasonCode: 'not-sent',
	reason:
		'The carrier does not have this text, so it counts as not sent: the next event of the order sends it, if it still holds true.',
};

/** Phone numbers are masked: outputs are logged and shared. */
const describe = ({ campaign, ...text }: OutboxText): IDataObject => ({
	sendId: text.sendId,
	purpose: text.purpose,
	campaign: campaign?.name ?? null,
	campaignId: campaign?.id ?? null,
	variant: text.variant ?? null,
	orderNumber: text.orderNumber ?? null,
	stage: text.stage ?? null,
	phone: maskPhone(text.to),
	text: text.text,
	language: text.language,
	encoding: text.encoding,
	segments: text.segments,
	...(text.picture === undefined ? {} : { picture: text.picture }),
	scheduledFor: text.dueAt?.toISOString() ?? null,
	carrier: text.carrier,
	sender: text.sender,
});

const taken = ({ id, status, segments, price }: SendReceipt, text: OutboxText): IDataObject => ({
	// the carrier's own count, where it gives one, is what is billed
	segments: segments ?? text.segments,
	messageId: id,
	status,
	...(price ? { price: price.amount, priceCurrency: price.currency ?? null } : {}),
});

const failure = ({ code, message, details }: CarrierError): IDataObject => ({
	reasonCode: code,
	reason: message,
	carrierCode: details.carrierCode ?? null,
});
