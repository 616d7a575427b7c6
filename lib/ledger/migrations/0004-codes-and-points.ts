import { type Statement } from './statement';

/** Once released, never changed: the next change is the next number. */
export const codesAndPoints: readonly Statement[] = [
	`create table code_series (
		id text primary key,
		shop text not null,
		name text not null,
		kind text not null,
		offer text not null,
		pattern text not null,
		wanted integer,
		made integer not null,
		created_at bigint not null,
		voided_at bigint
	)`,
	`create unique index code_series_by_name on code_series (shop, name)`,
	`create table codes (
		shop text not null,
		lookup text not null,
		code text not null,
		series_id text not null references code_series (id),
		number integer not null,
		status text not null,
		given_key text,
		phone text,
		given_at bigint,
		valid_from bigint,
		valid_until bigint,
		uses integer not null,
		reminded_at bigint,
		created_at bigint not null,
		primary key (shop, lookup)
	)`,
	`create unique index codes_by_number on codes (series_id, number)`,
	`create unique index codes_once on codes (series_id, given_key) where given_key is not null`,
	`create index codes_free on codes (series_id, number) where given_key is null and status = 'active'`,
	`create index codes_by_phone on codes (shop, phone) where phone is not null`,
	`create index codes_by_end on codes (shop, valid_until) where given_key is not null and reminded_at is null and uses = 0`,
	`create table code_redemptions (
		shop text not null,
		lookup text not null,
		order_key text not null,
		phone text,
		order_total text,
		discount text,
		currency text,
		at bigint not null,
		released_at bigint,
		primary key (shop, lookup, order_key)
	)`,
	`create index code_redemptions_by_order on code_redemptions (shop, order_key)`,
	`create index code_redemptions_by_phone on code_redemptions (shop, phone) where phone is not null`,
	`create table code_publications (
		id text primary key,
		shop text not null,
		series_id text not null references code_series (id),
		published_to text not null,
		reference text not null,
		prepared text,
		valid_from bigint not null,
		valid_until bigint
	)`,
	`create index code_publications_by_series on code_publications (series_id, published_to)`,
	`create table published_codes (
		publication_id text not null references code_publications (id),
		shop text not null,
		lookup text not null,
		at bigint not null,
		refused text,
		primary key (publication_id, lookup)
	)`,
	`create index published_codes_by_code on published_codes (shop, lookup)`,
	`create table point_entries (
		shop text not null,
		phone text not null,
		number integer not null,
		kind text not null,
		points integer not null,
		balance integer not null,
		left_over integer not null,
		key text not null,
		reason text,
		at bigint not null,
		expires_at bigint,
		primary key (shop, phone, number)
	)`,
	`create unique index point_entries_once on point_entries (shop, key)`,
	`create index point_entries_expiring on point_entries (shop, expires_at) where left_over > 0`,
	`create table birthday_gifts (
		shop text not null,
		contact_id text not null,
		year integer not null,
		at bigint not null,
		primary key (shop, contact_id, year)
	)`,
];
