// The tables as Kysely sees them. Times are milliseconds since 1970.
import { type CodeTables } from './schema-codes';
import { type PeopleTables } from './schema-people';

export interface OrdersTable {
	id: string;
	shop: string;
	/** The shop system it belongs to; empty while only trackers have mentioned it. */
	source: string;
	number: string | null;
	phone: string | null;
	first_name: string | null;
	country: string | null;
	language: string | null;
	total: string | null;
	currency: string | null;
	order_url: string | null;
	items: string | null;
	created_at: number;
	/** When something new was last heard of it: a detail or a stage. */
	updated_at: number;
}

/** The names an order goes by; one name leads to one order. */
export interface OrderRefsTable {
	shop: string;
	kind: string;
	value: string;
	source: string;
	order_id: string;
}

export interface ParcelsTable {
	order_id: string;
	parcel: string;
	tracking_number: string | null;
	tracking_url: string | null;
	tracking_company: string | null;
	eta: string | null;
}

/** Every stage that was reported, once each. */
export interface OrderStagesTable {
	order_id: string;
	parcel: string;
	stage: string;
	/** By the source's clock. */
	occurred_at: number | null;
	/** By ours. */
	seen_at: number;
}

/** The message log. For texts about an order it is also what makes each of them unique. */
export interface SendsTable {
	id: string;
	shop: string;
	dedupe_key: string;
	order_id: string | null;
	parcel: string | null;
	stage: string | null;
	purpose: string;
	phone: string;
	text: string;
	language: string;
	encoding: string;
	segments: number;
	carrier: string;
	sender: string;
	status: string;
	carrier_message_id: string | null;
	error_code: string | null;
	carrier_code: string | null;
	error_message: string | null;
	tries: number;
	claimed_at: number;
	settled_at: number | null;
	/** Which automatic answer it is. */
	answer: string | null;
	delivery_status: string | null;
	/** 1 when no further receipt will change it. */
	delivery_final: number | null;
	delivery_code: string | null;
	delivery_reason: string | null;
	delivery_at: number | null;
	price_amount: string | null;
	price_currency: string | null;
	/** When a text of the outbox is due. */
	due_at: number | null;
	/** Who is about to send it, and until when nobody else is. */
	lease: string | null;
	lease_until: number | null;
	/** Why it waits, or was skipped. */
	rule: string | null;
	rule_reason: string | null;
	/** What the gate is asked when it is due, as JSON. */
	gate_message: string | null;
	campaign_id: string | null;
	variant: string | null;
	/** Look-up form of the promo code in it. */
	code: string | null;
	/** ISO country of the number; of texts of campaigns. */
	country: string | null;
	/** 1 when it says how to leave. */
	has_opt_out: number | null;
	/** Of a text with an unknown end: when to look again, and when the operator was told. */
	check_again_at: number | null;
	shown_at: number | null;
	/** Of a text that another carrier has taken over: whose it was, and is again when it goes back to the outbox. */
	first_carrier: string | null;
	first_sender: string | null;
	/** Address of a picture that goes with the text. */
	picture: string | null;
	/** What was reported of each part of a long text, as JSON by the part's id; null where the carrier reports on the whole. */
	parts: string | null;
}

export interface CampaignsTable {
	id: string;
	shop: string;
	name: string;
	kind: string;
	status: string;
	created_at: number;
	changed_at: number | null;
}

/** What an unsubscribe link names a phone by. */
export interface UnsubscribeTokensTable {
	token: string;
	shop: string;
	phone: string;
	at: number;
}

export interface OptOutsTable {
	/** Empty for opt-outs that a carrier enforces: they hold for every shop on the ledger. */
	shop: string;
	phone: string;
	origin: string;
	at: number;
}

/** Texts from customers, once each. */
export interface RepliesTable {
	shop: string;
	carrier: string;
	message_id: string;
	phone: string;
	/** The number or short code they wrote to. */
	recipient: string;
	text: string;
	kind: string;
	rule: string;
	received_at: number;
	/** 1 when the workflow has it, so that the carrier's next try is no news. */
	handed_over: number;
}

/** Parts of long texts, for carriers that hand them over one by one. */
export interface ReplyPartsTable {
	shop: string;
	carrier: string;
	group_id: string;
	number: number;
	text: string;
	received_at: number;
}

/** "STOP 1001": no more texts about this order. */
export interface OrderOptOutsTable {
	order_id: string;
	phone: string;
	at: number;
}

/** Numbers that no text can reach; the same for every shop. */
export interface DeadNumbersTable {
	phone: string;
	reason: string;
	carrier: string;
	carrier_code: string | null;
	at: number;
}

/** Where our active triggers listen. */
export interface EndpointsTable {
	shop: string;
	kind: string;
	carrier: string;
	url: string;
	opened_at: number;
	/** When a test stops listening. */
	until: number | null;
}

/** Where a carrier sent replies before we put our URL there, as JSON. */
export interface RegistrationsTable {
	place: string;
	url: string;
	previous: string;
	registered_at: number;
}

/** Webhooks of shops and trackers that a workflow has got, or is about to get. */
export interface OrderNoticesTable {
	shop: string;
	source: string;
	id: string;
	at: number;
	handed_over: number;
}

export interface Tables extends PeopleTables, CodeTables {
	replies: RepliesTable;
	reply_parts: ReplyPartsTable;
	order_opt_outs: OrderOptOutsTable;
	dead_numbers: DeadNumbersTable;
	endpoints: EndpointsTable;
	registrations: RegistrationsTable;
	order_notices: OrderNoticesTable;
	orders: OrdersTable;
	order_refs: OrderRefsTable;
	parcels: ParcelsTable;
	order_stages: OrderStagesTable;
	sends: SendsTable;
	campaigns: CampaignsTable;
	unsubscribe_tokens: UnsubscribeTokensTable;
	opt_outs: OptOutsTable;
}
