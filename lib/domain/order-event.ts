import { type PhoneField } from './phone';
import { type Stage } from './stages';
import { type Reason } from './texts/texts';

export interface Tracking {
	readonly number?: string | undefined;
	readonly url?: string | undefined;
	/** The parcel carrier, as the source names it. */
	readonly company?: string | undefined;
}

export interface OrderItem {
	readonly name: string;
	readonly quantity: number;
}

/** One thing that happened to one order or parcel, whatever shop or tracker reported it. */
export interface OrderEvent {
	/** Id of the source that read it: "shopify", "woocommerce", "aftership", "mapped" … */
	readonly source: string;
	/** Whether a shop reported it, which owns the order's data, or a tracker or the like, which knows a part of them. */
	readonly fromShop: boolean;
	/** The source's own name of the event, e.g. "orders/create". */
	readonly topic?: string | undefined;
	/** The source's id of this notice, by which a second delivery of it is known; undefined where it gives none. */
	readonly eventId?: string | undefined;
	/** When it happened by the source's clock, in milliseconds since 1970. */
	readonly occurredAt?: number | undefined;
	/** Null when there is nothing to tell the customer, or the source's word for it is unknown. */
	readonly stage: Stage | null;
	/** Which field said so, e.g. `shipment_status = in_transit`. */
	readonly stageEvidence: string;
	/** As the customer knows it, e.g. "#1001". */
	readonly orderNumber?: string | undefined;
	/** The source's own id of the order, by which its other events name it. */
	readonly orderId?: string | undefined;
	readonly firstName?: string | undefined;
	/** The shop's own id of the customer; undefined for guests. */
	readonly customerId?: string | undefined;
	/** Every number in the order, in order of preference. */
	readonly phones: readonly PhoneField[];
	/** ISO 3166-1 alpha-2 country of the recipient. */
	readonly country?: string | undefined;
	readonly language?: string | undefined;
	/** Decimal, e.g. "29.35". */
	readonly total?: string | undefined;
	/** ISO 4217. */
	readonly currency?: string | undefined;
	/** What was paid back, one amount for each payment it went back over; the customer gets their sum. */
	readonly refunds: readonly string[];
	readonly items: readonly OrderItem[];
	/** The order's status page. */
	readonly orderUrl?: string | undefined;
	readonly trackings: readonly Tracking[];
	/** Tracking numbers of all parcels of the order that the same payload tells of; undefined where it tells of one only. */
	readonly parcelNumbers?: readonly string[] | undefined;
	/** Estimated delivery as the source wrote it (ISO 8601). */
	readonly eta?: string | undefined;
	/** Why, in the source's own words: for the operator's eyes. */
	readonly reason?: string | undefined;
	/** Why, in words of ours that a customer may read. */
	readonly reasonCode?: Reason | undefined;
	/** Why, in words that the operator wrote for the customer (mapped fields). */
	readonly reasonForCustomer?: string | undefined;
	/** What has to be looked up before a text is possible; undefined when the event carries all it can. */
	readonly lookup?: string | undefined;
	/** The call that {@link lookup} names, where one GET brings what is missing: its path under the base URL of the source's API. */
	readonly lookupPath?: string | undefined;
	/** Read from fields that only look as if they meant this: no documentation of the sender says so. */
	readonly guessed?: boolean | undefined;
	/** A test order, or the shop's "send test notification". */
	readonly test: boolean;
}

/** What a source made of a status word. */
export type StageReading = Pick<OrderEvent, 'stage' | 'stageEvidence'>;

/** The least an event consists of; sources spread it and add what they know. */
export const EMPTY_EVENT = {
	fromShop: false,
	stage: null,
	phones: [],
	items: [],
	trackings: [],
	refunds: [],
	test: false,
} as const satisfies Partial<OrderEvent>;
