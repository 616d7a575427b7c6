/** Statements that SQLite and PostgreSQL both understand. Once released, never changed: the next change is the next number. */
export const repliesAndReceipts = [
	`alter table sends add column answer text`,
	`alter table sends add column delivery_status text`,
	`alter table sends add column delivery_final integer`,
	`alter table sends add column delivery_code text`,
	`alter table sends add column delivery_reason text`,
	`alter table sends add column delivery_at bigint`,
	`alter table sends add column price_amount text`,
	`alter table sends add column price_currency text`,
	`create index sends_by_phone on sends (shop, phone, claimed_at)`,
	`create index orders_by_phone on orders (shop, phone, updated_at)`,
	`create table replies (
		shop text not null,
		carrier text not null,
		message_id text not null,
		phone text not null,
		recipient text not null,
		text text not null,
		kind text not null,
		rule text not null,
		received_at bigint not null,
		handed_over integer not null,
		primary key (shop, carrier, message_id)
	)`,
	`create index replies_by_phone on replies (shop, phone, received_at)`,
	`create index replies_overdue on replies (shop, carrier, received_at) where handed_over = 0`,
	`create table reply_parts (
		shop text not null,
		carrier text not null,
		group_id text not null,
		number integer not null,
		text text not null,
		received_at bigint not null,
		primary key (shop, carrier, group_id, number)
	)`,
	`create table order_opt_outs (
		order_id text not null references orders (id),
		phone text not null,
		at bigint not null,
		primary key (order_id, phone)
	)`,
	`create table dead_numbers (
		phone text primary key,
		reason text not null,
		carrier text not null,
		carrier_code text,
		at bigint not null
	)`,
	`create table endpoints (
		shop text not null,
		kind text not null,
		carrier text not null,
		url text not null,
		opened_at bigint not null,
		until bigint,
		primary key (shop, kind, carrier, url)
	)`,
	`create table registrations (
		place text not null,
		url text not null,
		previous text not null,
		registered_at bigint not null,
		primary key (place, url)
	)`,
];
