import { type IDataObject, type INodeExecutionData } from 'n8n-workflow';
import { isCarrierError } from '../../lib/domain/errors';
import { maskPhone } from '../../lib/domain/phone';
import { type ReplyKind } from '../../lib/domain/replies/classify';
import { standingOf } from '../../lib/domain/stages';
import { type HandledReply } from '../../lib/flows/handle-reply';
import { type ConsentByReply } from '../../lib/flows/opt-in-by-reply';
import { type SendResult } from '../../lib/flows/send-claimed';
import { type KnownOrder } from '../../lib/ledger/inbound';

/** Positions of the outputs; saved in workflows. Keyword rules come after them. */
const OUTPUT: Readonly<Record<Exclude<ReplyKind, 'keyword'>, number>> = {
	other: 0,
	'order-question': 1,
	answer: 2,
	'opt-in': 3,
	'opt-out': 4,
	help: 5,
};
const FIRST_KEYWORD = 6;

/** A text for the workflow, and what became of its automatic answer; undefined when there was none to send. */
export interface HandedOn {
	readonly handled: HandledReply;
	readonly result: SendResult | 'pending' | undefined;
}

/** The items of new replies, each at its output. */
export function itemsOf(
	replies: readonly HandedOn[],
	carrier: string,
	keywordNames: readonly string[],
): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = Array.from({ length: FIRST_KEYWORD + keywordNames.length }, () => []);
	for (const { handled, result } of replies) {
		const { kind, keywordRule } = handled.understood?.classified ?? { kind: 'other' as const };
		const position = kind === 'keyword' ? FIRST_KEYWORD + keywordNames.indexOf(keywordRule ?? '') : OUTPUT[kind];
		(outputs[position] ?? outputs[OUTPUT.other])?.push({ json: describeReply(handled, result, carrier) });
	}
	return outputs;
}

function describeReply(
	{ reply, understood }: HandledReply,
	result: SendResult | 'pending' | undefined,
	carrier: string,
): IDataObject {
	const { facts, classified, stopped, consent } = understood ?? {};
	return {
		phone: maskPhone(reply.from),
		phoneFull: reply.from,
		text: facts?.text ?? reply.text,
		kind: classified?.kind ?? 'other',
		matchedRule: classified?.rule ?? null,
		keyword: classified?.keywordRule?.replace(/^\d+ /, '') ?? null,
		language: classified?.language ?? null,
		orderNumber: classified?.orderNumber ?? null,
		orders: (facts?.orders ?? []).map(describeOrder),
		...(stopped ? { stoppedOrder: stopped.details.number ?? null } : {}),
		...(consent ? { consent: describeConsent(consent) } : {}),
		automaticAnswer: describeAnswer(understood, result),
		media: reply.media.map(({ url, contentType }) => ({ url, contentType: contentType ?? null })),
		carrier,
		messageId: reply.id,
		to: reply.to,
		handledByCarrier: reply.handledByCarrier ?? null,
		receivedAt: inUtc(reply.at),
	};
}

const describeConsent = ({ purpose, status, rule, reason }: ConsentByReply): IDataObject => ({
	purpose,
	status,
	...(rule ? { reasonCode: rule, reason } : {}),
});

/** Carriers write times in many ways, or none. */
function inUtc(time: string | undefined): string {
	const at = new Date(time ?? NaN);
	return (Number.isNaN(at.getTime()) ? new Date() : at).toISOString();
}

function describeOrder({ details, parcels, seen, updatedAt }: KnownOrder): IDataObject {
	const standing = standingOf(seen);
	const parcel = parcels.find(({ parcel: key }) => key === standing?.parcel) ?? parcels[0];
	return {
		orderNumber: details.number ?? null,
		stage: standing?.stage ?? null,
		firstName: details.firstName ?? null,
		eta: parcel?.eta ?? null,
		trackingUrl: parcel?.trackingUrl ?? null,
		orderUrl: details.orderUrl ?? null,
		updatedAt: updatedAt.toISOString(),
	};
}

/** Null when there was none. */
function describeAnswer(
	understood: HandledReply['understood'],
	result: SendResult | 'pending' | undefined,
): IDataObject | null {
	if (understood?.answerError !== undefined) {
		const { answerError } = understood;
		return { status: 'failed', error: answerError instanceof Error ? answerError.message : 'unexpected' };
	}
	if (!understood?.answer) return null;
	const { name, composed } = understood.answer;
	const base = { answer: name, text: composed.text, language: composed.language, segments: composed.segments };
	if (result === undefined) return { ...base, status: 'sent earlier' };
	if (result === 'pending') return { ...base, status: 'pending' };
	if (result.receipt) return { ...base, status: result.receipt.status, messageId: result.receipt.id };
	// Twilio blocks and answers STOP by itself, and refuses our confirmation then: all is well
	if (result.error.code === 'recipient-opted-out') return { ...base, status: 'left to the carrier' };
	return {
		...base,
		status: 'failed',
		error: result.error.message,
		code: isCarrierError(result.error) ? result.error.code : '',
	};
}
