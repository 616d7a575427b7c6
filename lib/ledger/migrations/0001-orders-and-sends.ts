/** Statements that SQLite and PostgreSQL both understand. Once released, never changed: the next change is the next number. */
export const ordersAndSends = [
	`create table orders (
		id text primary key,
		shop text not null,
		source text not null,
		number text,
		phone text,
		first_name text,
		country text,
		language text,
		total text,
		currency text,
		order_url text,
		items text,
		created_at bigint not null,
		updated_at bigint not null
	)`,
	`create table order_refs (
		shop text not null,
		kind text not null,
		value text not null,
		source text not null,
		order_id text not null references orders (id),
		primary key (shop, value, kind, source)
	)`,
	`create table parcels (
		order_id text not null references orders (id),
		parcel text not null,
		tracking_number text,
		tracking_url text,
		tracking_company text,
		eta text,
		primary key (order_id, parcel)
	)`,
	`create table order_stages (
		order_id text not null references orders (id),
		parcel text not null,
		stage text not null,
		occurred_at bigint,
		seen_at bigint not null,
		primary key (order_id, parcel, stage)
	)`,
	`create table sends (
		id text primary key,
		shop text not null,
		dedupe_key text not null,
		order_id text references orders (id),
		parcel text,
		stage text,
		purpose text not null,
		phone text not null,
		text text not null,
		language text not null,
		encoding text not null,
		segments integer not null,
		carrier text not null,
		sender text not null,
		status text not null,
		carrier_message_id text,
		error_code text,
		carrier_code text,
		error_message text,
		tries integer not null,
		claimed_at bigint not null,
		settled_at bigint
	)`,
	`create unique index sends_once on sends (shop, dedupe_key)`,
	`create index sends_by_order on sends (order_id, stage)`,
	`create index sends_by_carrier_message on sends (carrier, carrier_message_id)`,
	`create table opt_outs (
		shop text not null,
		phone text not null,
		origin text not null,
		at bigint not null,
		primary key (shop, phone)
	)`,
];
