import { type Statement } from './statement';

/** An account of points only grows; of what was written only what is left of an award becomes less. Forget may delete. */
const APPEND_ONLY: Statement = {
	sqlite: `create trigger point_entries_unchanged before update on point_entries
		when new.left_over > old.left_over
			or (new.shop, new.phone, new.number, new.kind, new.points, new.balance, new.key, new.reason, new.at, new.expires_at)
			is not (old.shop, old.phone, old.number, old.kind, old.points, old.balance, old.key, old.reason, old.at, old.expires_at)
		begin
			select raise(abort, 'point entries are never changed');
		end`,
};

/**
 * Once released, never changed: the next change is the next number.
 *
 * A series may have millions of codes. Each costs its row and three entries: one among all codes of the shop, in no order, which is
 * what limits the speed; and two at the end of its series. The partial indices have only codes that were given to somebody.
 */
export const codesAndPoints: readonly Statement[] = [
	`create table code_series (
		number integer primary key,
		id text not null,
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
	`create unique index code_series_by_id on code_series (id)`,
	`create unique index code_series_by_name on code_series (shop, name)`,
	`create table codes (
		shop text not null,
		lookup text not null,
		code text not null,
		series integer not null references code_series (number),
		number integer not null,
		given_key text,
		phone text,
		given_at bigint,
		valid_from bigint,
		valid_until bigint,
		uses integer not null check (uses >= 0),
		voided_at bigint,
		reminded_at bigint,
		created_at bigint not null,
		primary key (shop, lookup)
	)`,
	`create unique index codes_by_number on codes (series, number)`,
	`create index codes_free on codes (series, number) where given_key is null and voided_at is null`,
	`create unique index codes_once on codes (series, given_key) where given_key is not null`,
	`create index codes_by_phone on codes (shop, phone) where phone is not null`,
	`create index codes_by_period on codes (series, valid_until, number) where valid_until is not null`,
	`create index codes_to_remind on codes (shop, valid_until)
		where phone is not null and valid_until is not null and voided_at is null and reminded_at is null and uses = 0`,
	`create table code_redemptions (
		shop text not null,
		lookup text not null,
		order_key text not null,
		order_name text not null,
		series integer not null references code_series (number),
		phone text,
		order_total text,
		discount text,
		currency text,
		at bigint not null,
		released_at bigint,
		primary key (shop, lookup, order_key)
	)`,
	`create index code_redemptions_by_order on code_redemptions (shop, order_key)`,
	`create index code_redemptions_by_phone on code_redemptions (shop, phone, lookup) where phone is not null`,
	`create index code_redemptions_by_series on code_redemptions (series) where released_at is null`,
	`create table code_publications (
		id text primary key,
		shop text not null,
		series integer not null references code_series (number),
		published_to text not null,
		reference text not null,
		prepared text,
		valid_from bigint not null,
		valid_until bigint,
		done_number integer not null
	)`,
	`create index code_publications_by_series on code_publications (series, published_to)`,
	`create table published_codes (
		shop text not null,
		lookup text not null,
		published_to text not null,
		publication_id text not null references code_publications (id),
		at bigint not null,
		refused text,
		primary key (shop, lookup, published_to)
	)`,
	`create index published_codes_by_publication on published_codes (publication_id)`,
	`create table point_entries (
		shop text not null,
		phone text not null,
		number integer not null,
		kind text not null,
		points integer not null,
		balance integer not null check (balance >= 0),
		left_over integer not null check (left_over >= 0),
		key text not null,
		reason text,
		at bigint not null,
		expires_at bigint,
		primary key (shop, phone, number)
	)`,
	`create unique index point_entries_once on point_entries (shop, kind, key)`,
	`create index point_entries_expiring on point_entries (shop, expires_at) where left_over > 0 and expires_at is not null`,
	APPEND_ONLY,
	`create table birthday_gifts (
		shop text not null,
		contact_id text not null,
		year integer not null,
		at bigint not null,
		primary key (shop, contact_id, year)
	)`,
];
