// The tables as Kysely sees them. Times are milliseconds since 1970.

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
}

export interface OptOutsTable {
	/** Empty for opt-outs that a carrier enforces: they hold for every shop on the ledger. */
	shop: string;
	phone: string;
	origin: string;
	at: number;
}

export interface Tables {
	orders: OrdersTable;
	order_refs: OrderRefsTable;
	parcels: ParcelsTable;
	order_stages: OrderStagesTable;
	sends: SendsTable;
	opt_outs: OptOutsTable;
}
