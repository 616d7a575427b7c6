// Statuses of systems whose documentation nobody here has read: field names and words that mean one thing everywhere.

import { type Stage } from '../../domain/stages';
import { entryOf } from '../read';

/** Fields that say how far something is, those about the parcel first; all others' words may be about anything. */
const PARCEL_STATUS = [
	'trackingstatus',
	'deliverystatus',
	'shipmentstatus',
	'shippingstatus',
	'parcelstatus',
	'packagestatus',
];
const ORDER_STATUS = ['orderstatus', 'fulfillmentstatus', 'fulfilmentstatus', 'status', 'currentstatus'];
/** What something is called that happened, or the kind of it. */
export const EVENT = ['event', 'eventtype', 'eventname', 'topic', 'type', 'action'];

/** The names, without separators and in lower case, of the fields that a status is read from. */
export const STATUS_NAMES: readonly string[] = [...PARCEL_STATUS, ...ORDER_STATUS, ...EVENT];

/** Words that mean one thing of a parcel, and of an order too. "success", "completed" and "ok" are none. */
const PARCEL_WORDS: Readonly<Record<string, Stage>> = {
	label_created: 'label_created',
	pre_transit: 'label_created',
	info_received: 'label_created',
	shipped: 'shipped',
	dispatched: 'shipped',
	in_transit: 'shipped',
	out_for_delivery: 'out_for_delivery',
	ready_for_pickup: 'ready_for_pickup',
	ready_for_collection: 'ready_for_pickup',
	available_for_pickup: 'ready_for_pickup',
	delivered: 'delivered',
	delayed: 'delayed',
	failed_attempt: 'failed_attempt',
	attempted_delivery: 'failed_attempt',
	delivery_attempted: 'failed_attempt',
	delivery_failed: 'failed_attempt',
	failed_delivery: 'failed_attempt',
	return_to_sender: 'returned',
	returned_to_sender: 'returned',
};

/** Words that are about the order where it is the order that has them: a label and a webhook are "cancelled" too. */
const ORDER_WORDS: Readonly<Record<string, Stage>> = {
	awaiting_payment: 'awaiting_payment',
	pending_payment: 'awaiting_payment',
	confirmed: 'confirmed',
	cancelled: 'cancelled',
	canceled: 'cancelled',
	refunded: 'refunded',
};

/** What events of an order are called besides. */
const ORDER_EVENTS: Readonly<Record<string, Stage>> = {
	created: 'confirmed',
	placed: 'confirmed',
	paid: 'confirmed',
	fulfilled: 'shipped',
};

const WORD = /^[a-z]+(_[a-z]+){0,4}$/;
const SUBJECT = /^(order|shipment|shipping|parcel|package|tracking|delivery|fulfillment|fulfilment)_(?:status_)?(.+)$/;

/** A field with a status in it. */
interface Said {
	/** The field's, without separators and in lower case. */
	readonly name: string;
	readonly value: unknown;
	/** Whether it stands among a parcel's fields. */
	readonly isOfParcel: boolean;
}

/**
 * The stage that a word says for sure; undefined for every other.
 *
 * @param hasOrder whether an order is named beside it.
 */
export function stageOfWord({ name, value, isOfParcel }: Said, hasOrder: boolean): Stage | undefined {
	if (typeof value !== 'string') return undefined;
	const word = value
		.trim()
		.replace(/([a-z])([A-Z])/g, '$1_$2')
		.replace(/[\s./:-]+/g, '_')
		.toLowerCase();
	if (!WORD.test(word)) return undefined;
	const whole = entryOf(PARCEL_WORDS, word);
	if (whole) return whole;
	const [, subject, said] = SUBJECT.exec(word) ?? [];
	const isEvent = EVENT.includes(name);
	if (subject === 'order' && hasOrder)
		return (
			entryOf(PARCEL_WORDS, said) ?? entryOf(ORDER_WORDS, said) ?? (isEvent ? entryOf(ORDER_EVENTS, said) : undefined)
		);
	if (subject) return entryOf(PARCEL_WORDS, said);
	const isOfOrder = hasOrder && !isOfParcel && ORDER_STATUS.includes(name);
	return isOfOrder ? entryOf(ORDER_WORDS, word) : undefined;
}
