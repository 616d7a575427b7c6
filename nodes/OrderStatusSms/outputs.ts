import { type IDataObject } from 'n8n-workflow';
import { maskPhone } from '../../lib/domain/phone';
import { type SentUpdate, type Update } from '../../lib/flows/send-order-update';
import { describeTakenOver } from '../shared/delivery';

/** Positions of the outputs; saved in workflows. */
export const SENT = 0;
export const SCHEDULED = 1;
export const SKIPPED = 2;

/** What the item of a text says, sent or previewed. Phone numbers are masked: outputs are logged and shared. */
export function describeText({ event, composed, to, redirectedFrom, orderNumber, picture }: Update): IDataObject {
	return {
		orderNumber: orderNumber ?? null,
		stage: event.stage,
		trackingNumber: event.trackings[0]?.number ?? null,
		phone: to ? maskPhone(to) : null,
		text: composed?.text ?? null,
		language: composed?.language ?? null,
		encoding: composed?.encoding ?? null,
		segments: composed?.segments ?? null,
		...(picture === undefined ? {} : { picture }),
		...(composed?.beforeSmartEncoding
			? {
					smartEncoding: {
						textBefore: composed.beforeSmartEncoding.text,
						segmentsBefore: composed.beforeSmartEncoding.segments,
					},
				}
			: {}),
		...notes(composed),
		...guess(event),
		...(redirectedFrom === undefined ? {} : { testRedirect: { insteadOf: maskPhone(redirectedFrom) } }),
	};
}

/** Where no documentation of the sender says what its fields mean. */
const guess = ({ guessed }: Update['event']): IDataObject => (guessed ? { guessed: true } : {});

function notes(composed: Update['composed']): IDataObject {
	const sentences = [
		composed && composed.droppedParts > 0
			? `${composed.droppedParts} optional part(s) were left out to keep the segments limit`
			: '',
		...(composed?.missing ?? []).map((placeholder) => `The order has no {${placeholder}}`),
	].filter(Boolean);
	return sentences.length === 0 ? {} : { notes: sentences };
}

export function describeSent(update: SentUpdate, carrier: string): IDataObject {
	const { receipt } = update;
	return {
		...describeText(update),
		// the carrier's own count, where it gives one, is what is billed
		segments: receipt?.segments ?? update.composed?.segments ?? null,
		carrier,
		...describeTakenOver(update.takenOver),
		messageId: receipt?.id ?? null,
		status: receipt?.status ?? null,
		...(receipt?.price ? { price: receipt.price.amount, priceCurrency: receipt.price.currency ?? null } : {}),
	};
}

export function describeSkip({ event, decision, to, orderNumber }: Update): IDataObject {
	if (decision.action !== 'skip') return {};
	return {
		orderNumber: orderNumber ?? null,
		stage: event.stage,
		trackingNumber: event.trackings[0]?.number ?? null,
		phone: to ? maskPhone(to) : null,
		reasonCode: decision.rule,
		reason: decision.reason,
		...guess(event),
	};
}

/** A text that waits for its time. */
export function describeScheduled(update: Update): IDataObject {
	const { decision } = update;
	if (decision.action !== 'wait') return {};
	return {
		...describeText(update),
		scheduledFor: decision.until.toISOString(),
		reasonCode: decision.rule,
		reason: decision.reason,
		...(decision.law ? { law: { ...decision.law } } : {}),
	};
}
