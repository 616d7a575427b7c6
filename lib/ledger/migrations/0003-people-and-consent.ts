import { type Statement } from './statement';

/**
 * What is written down about consent stays: an event can only lose what names a person, and only once the person's erasure is
 * recorded.
 */
const APPEND_ONLY: readonly Statement[] = [
	{
		sqlite: `create trigger consent_events_stay before delete on consent_events begin
			select raise(abort, 'consent events are never deleted');
		end`,
	},
	{
		sqlite: `create trigger consent_events_unchanged before update on consent_events
			when new.phone is not null or new.evidence is not null
				or not exists (select 1 from erasures where shop = old.shop and subject = old.subject)
				or (new.shop, new.subject, new.number, new.purpose, new.channel, new.action, new.status, new.source, new.actor,
					new.language, new.wording_hash, new.given_at, new.recorded_at, new.evidence_digest, new.previous_hash, new.hash, new.seal)
				is not (old.shop, old.subject, old.number, old.purpose, old.channel, old.action, old.status, old.source, old.actor,
					old.language, old.wording_hash, old.given_at, old.recorded_at, old.evidence_digest, old.previous_hash, old.hash, old.seal)
			begin
				select raise(abort, 'consent events are never changed');
			end`,
	},
	{
		sqlite: `create trigger wordings_stay before delete on wordings begin
			select raise(abort, 'wordings are never deleted');
		end`,
	},
	{
		sqlite: `create trigger wordings_unchanged before update on wordings begin
			select raise(abort, 'wordings are never changed');
		end`,
	},
];

/** Once released, never changed: the next change is the next number. */
export const peopleAndConsent: readonly Statement[] = [
	`create table ledger_key (fingerprint text primary key)`,
	`create table contacts (
		id text primary key,
		shop text not null,
		customer_id text,
		name text,
		first_name text,
		language text,
		country text,
		time_zone text,
		birthday text,
		birthday_given_at bigint,
		fields text,
		source text not null,
		created_at bigint not null,
		updated_at bigint not null
	)`,
	`create unique index contacts_by_customer on contacts (shop, customer_id) where customer_id is not null`,
	`create table contact_phones (
		shop text not null,
		phone text not null,
		contact_id text not null references contacts (id),
		since bigint not null,
		until bigint,
		verified_at bigint,
		primary key (shop, phone, contact_id)
	)`,
	`create index contact_phones_by_contact on contact_phones (contact_id, since)`,
	`create table contact_tags (
		contact_id text not null references contacts (id),
		tag text not null,
		primary key (contact_id, tag)
	)`,
	`create index contact_tags_by_tag on contact_tags (tag, contact_id)`,
	`create table wordings (
		hash text primary key,
		text text not null
	)`,
	`create table consent_events (
		shop text not null,
		subject text not null,
		number integer not null,
		phone text,
		purpose text not null,
		channel text not null,
		action text not null,
		status text not null,
		source text not null,
		actor text not null,
		language text,
		wording_hash text references wordings (hash),
		given_at bigint not null,
		recorded_at bigint not null,
		evidence text,
		evidence_digest text not null,
		previous_hash text not null,
		hash text not null,
		seal text not null,
		primary key (shop, subject, number)
	)`,
	`create table consents (
		shop text not null,
		phone text not null,
		purpose text not null,
		status text not null,
		since bigint not null,
		source text not null,
		language text,
		asked_at bigint,
		expires_at bigint,
		reminders integer not null,
		confirmed_at bigint,
		revoked_at bigint,
		event_number integer not null,
		primary key (shop, phone, purpose)
	)`,
	`create index consents_by_status on consents (shop, purpose, status, phone)`,
	`create table opt_in_requests (
		id text primary key,
		shop text not null,
		phone text not null,
		purpose text not null,
		proof text not null,
		carrier text not null,
		sender text not null,
		source text not null,
		language text,
		country text,
		prefix text not null,
		ip_digest text,
		send_id text not null,
		code_digest text,
		code_expires_at bigint,
		expires_at bigint not null,
		tries integer not null,
		status text not null,
		confirmation text,
		asked_at bigint not null,
		closed_at bigint
	)`,
	`create index opt_in_requests_by_phone on opt_in_requests (shop, phone, asked_at)`,
	`create index opt_in_requests_by_prefix on opt_in_requests (shop, prefix, asked_at)`,
	`create index opt_in_requests_by_country on opt_in_requests (shop, country, asked_at)`,
	`create index opt_in_requests_by_ip on opt_in_requests (shop, ip_digest, asked_at)`,
	`create table erasures (
		shop text not null,
		subject text not null,
		at bigint not null,
		primary key (shop, subject)
	)`,
	`create table suppressions (
		shop text not null,
		subject text not null,
		opt_out_origin text,
		opted_out_at bigint,
		at bigint not null,
		primary key (subject)
	)`,
	...APPEND_ONLY,
];
