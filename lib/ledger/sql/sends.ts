import { isDeadNumber } from '../../domain/delivery';
import { type RequestText } from '../consent';
import { type AnswerProposal, type IncomingReply } from '../inbound';
import { type Postponement } from '../outbox';
import { type SendOutcome, type SendProposal, type Sighting } from '../ledger';
import { type Db } from './engine';
import { type SendsTable } from '../schema';
import { type Keyring } from '../keyring';
import { optOutByCarrier } from './consent/entries';
import { markDead } from './contacts';
import { type FoundEvent } from './orders';
import { prepared } from './prepared';

/**
 * Writes the claim. The row of an earlier try that was not sent is taken over under the new id, so that a late word of the
 * old try cannot settle it.
 */
export async function insertClaim(
	db: Db,
	sighting: Sighting,
	{ orderId, parcel }: Pick<FoundEvent, 'orderId' | 'parcel'>,
	proposal: SendProposal,
): Promise<void> {
	const { sendId, stage, to, postponed, picture, ...message } = proposal;
	const [written] = await insertSend(db, {
		...message,
		...(postponed ? scheduled(postponed) : AT_ONCE),
		id: sendId,
		shop: sighting.shop,
		dedupe_key: orderId ? `${orderId}/${parcel}/${stage}` : `test/${sendId}`,
		order_id: orderId,
		parcel: orderId && parcel,
		stage,
		answer: null,
		picture: picture ?? null,
		phone: to,
		claimed_at: sighting.now.getTime(),
	});
	if (!written) throw new Error('A text that a carrier has accepted, or that waits in the outbox, was about to be claimed again');
}

/** Claims an automatic answer. A reply causes each answer once: where it is claimed already, nothing is written. */
export async function insertAnswer(db: Db, reply: IncomingReply, proposal: AnswerProposal): Promise<void> {
	const { sendId, to, answer, picture, ...message } = proposal;
	await insertSend(db, {
		...message,
		...AT_ONCE,
		id: sendId,
		shop: reply.shop,
		dedupe_key: `answer/${reply.carrier}/${reply.messageId}`,
		order_id: null,
		parcel: null,
		stage: null,
		purpose: 'answer',
		answer,
		picture: picture ?? null,
		phone: to,
		claimed_at: reply.now.getTime(),
	});
}

/** Claims a text about consent. Its code, where it has one, is hidden in it. */
export async function insertText(
	db: Db,
	{ shop, now, dedupeKey, text }: { shop: string; now: Date; dedupeKey: string; text: RequestText },
): Promise<void> {
	const { sendId, to, ...message } = text;
	await insertSend(db, {
		...message,
		...AT_ONCE,
		id: sendId,
		shop,
		dedupe_key: dedupeKey,
		order_id: null,
		parcel: null,
		stage: null,
		answer: null,
		picture: null,
		phone: to,
		claimed_at: now.getTime(),
	});
}

/** A text that is sent now: this is its first try, or one more. */
const AT_ONCE = { status: 'sending', tries: 1, due_at: null, rule: null, rule_reason: null, gate_message: null };

/** A text that goes to the outbox. It was tried no more often by that. */
const scheduled = ({ dueAt, rule, reason, message }: Postponement) => ({
	status: 'scheduled',
	tries: 0,
	due_at: dueAt.getTime(),
	rule: rule ?? null,
	rule_reason: reason ?? null,
	gate_message: JSON.stringify(message),
});

/** What stands in the log for a text that they got, or may have got. */
export const MAY_HAVE_LEFT = ['sending', 'accepted', 'unknown'] as const;

type NewSend = Pick<
	SendsTable,
	| 'id'
	| 'shop'
	| 'dedupe_key'
	| 'order_id'
	| 'parcel'
	| 'stage'
	| 'answer'
	| 'purpose'
	| 'phone'
	| 'text'
	| 'language'
	| 'encoding'
	| 'segments'
	| 'carrier'
	| 'sender'
	| 'claimed_at'
	| 'status'
	| 'tries'
	| 'due_at'
	| 'rule'
	| 'rule_reason'
	| 'gate_message'
	| 'picture'
>;

/** Never over a row that a carrier has accepted, or that somebody may be about to send, whatever the caller thinks. */
const insertSend = prepared((db, values: NewSend) => {
	const row = {
		id: values.id,
		order_id: values.order_id,
		parcel: values.parcel,
		stage: values.stage,
		answer: values.answer,
		purpose: values.purpose,
		phone: values.phone,
		text: values.text,
		language: values.language,
		encoding: values.encoding,
		segments: values.segments,
		carrier: values.carrier,
		sender: values.sender,
		status: values.status,
		claimed_at: values.claimed_at,
		settled_at: null,
		due_at: values.due_at,
		rule: values.rule,
		rule_reason: values.rule_reason,
		gate_message: values.gate_message,
		picture: values.picture,
		...UNLEASED,
		...OF_ITS_OWN_CARRIER,
	};
	return db
		.insertInto('sends')
		.values({ ...row, shop: values.shop, dedupe_key: values.dedupe_key, tries: values.tries })
		.onConflict((conflict) =>
			conflict
				.columns(['shop', 'dedupe_key'])
				.doUpdateSet((eb) => ({ ...row, tries: eb('sends.tries', '+', values.tries) }))
				.where('sends.status', 'not in', ['accepted', 'scheduled']),
		)
		.returning('id');
});

/** No other carrier has taken it over. */
export const OF_ITS_OWN_CARRIER = { first_carrier: null, first_sender: null };

/** Nobody is about to send it, or to find out whether it left. */
export const UNLEASED = { lease: null, lease_until: null, check_again_at: null, shown_at: null };

export async function handOver(
	db: Db,
	sendId: string,
	{ carrier, sender }: { readonly carrier: string; readonly sender: string },
): Promise<boolean> {
	const [row] = await changeCarrier(db, { id: sendId, carrier, sender });
	if (row?.purpose === 'opt-in') {
		await changeCarrierOfRequest(db, { shop: row.shop, phone: row.phone, send_id: sendId, carrier, sender });
	}
	return row !== undefined;
}

type NewCarrier = Pick<SendsTable, 'carrier' | 'sender'>;

const changeCarrier = prepared((db, values: NewCarrier & { id: string }) =>
	db
		.updateTable('sends')
		.set((eb) => ({
			first_carrier: eb.fn.coalesce('first_carrier', 'carrier'),
			first_sender: eb.fn.coalesce('first_sender', 'sender'),
			carrier: values.carrier,
			sender: values.sender,
		}))
		.where('id', '=', values.id)
		.where('status', '=', 'sending')
		.returning(['shop', 'phone', 'purpose']),
);

/** The answer is waited for at the sender that asked. */
const changeCarrierOfRequest = prepared((db, values: NewCarrier & { shop: string; phone: string; send_id: string }) =>
	db
		.updateTable('opt_in_requests')
		.set({ carrier: values.carrier, sender: values.sender })
		.where('shop', '=', values.shop)
		.where('phone', '=', values.phone)
		.where('send_id', '=', values.send_id),
);

/** A carrier's acceptance is never taken back by a later word. */
export async function settleSend(
	db: Db,
	keyring: Keyring,
	sendId: string,
	outcome: SendOutcome,
	now: Date,
): Promise<void> {
	const base = { id: sendId, status: outcome.status, settled_at: now.getTime() };
	if (outcome.status === 'accepted') {
		await settleAccepted(db, {
			...base,
			carrier_message_id: outcome.carrierMessageId,
			segments: outcome.segments ?? null,
		});
		return;
	}
	const { errorCode, carrierCode, message } = outcome;
	const [row] = await settleFailed(db, {
		...base,
		error_code: errorCode,
		carrier_code: carrierCode ?? null,
		error_message: message,
	});
	if (!row?.phone) return; // not a claim any more, or of somebody who was forgotten
	if (errorCode === 'recipient-opted-out') {
		await optOutByCarrier(db, keyring, { shop: row.shop, now }, row.phone, { carrier: row.carrier });
	} else if (outcome.reason && isDeadNumber(outcome.reason)) {
		await markDead(db, row.phone, { reason: outcome.reason, carrier: row.carrier, carrierCode }, now);
	}
}

type Settled = Pick<SendsTable, 'id' | 'status' | 'settled_at'>;

/** What went wrong with a text is over once its carrier has taken it. */
export const NO_ERROR = { error_code: null, carrier_code: null, error_message: null };

/** Whatever it was waiting for. */
export const OUT_OF_THE_OUTBOX = { ...UNLEASED, due_at: null, rule: null, rule_reason: null, gate_message: null };

/** The carrier's count of segments is what is billed; where it gives none, or has reported since, what is there stays. */
const settleAccepted = prepared((db, values: Settled & { carrier_message_id: string; segments: number | null }) =>
	db
		.updateTable('sends')
		.set((eb) => ({
			...NO_ERROR,
			...OUT_OF_THE_OUTBOX,
			status: values.status,
			settled_at: values.settled_at,
			carrier_message_id: values.carrier_message_id,
			segments: eb
				.case()
				.when('delivery_status', 'is', null)
				.then(eb.fn.coalesce(eb.val(values.segments), 'segments'))
				.else(eb.ref('segments'))
				.end(),
		}))
		.where('id', '=', values.id),
);

const settleFailed = prepared(
	(db, values: Settled & Pick<SendsTable, 'error_code' | 'carrier_code' | 'error_message'>) =>
		db
			.updateTable('sends')
			.set({
				lease: null,
				lease_until: null,
				status: values.status,
				settled_at: values.settled_at,
				error_code: values.error_code,
				carrier_code: values.carrier_code,
				error_message: values.error_message,
			})
			.where('id', '=', values.id)
			// a text that went back to the outbox waits for its next try
			.where('status', 'in', ['sending', 'unknown', 'failed'])
			.returning(['shop', 'phone', 'carrier']),
);
