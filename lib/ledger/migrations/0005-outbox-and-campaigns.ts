import { type Statement } from './statement';

/**
 * Once released, never changed: the next change is the next number.
 *
 * A campaign puts a hundred thousand texts here at once. Each index whose entries come in no order costs as much as the rest of the
 * row: what can be read by the keys that are there already has none of its own.
 */
export const outboxAndCampaigns: readonly Statement[] = [
	`create table campaigns (
		id text primary key,
		shop text not null,
		name text not null,
		kind text not null,
		status text not null,
		created_at bigint not null,
		changed_at bigint
	)`,
	`create unique index campaigns_by_name on campaigns (shop, name)`,
	`alter table sends add column due_at bigint`,
	`alter table sends add column lease text`,
	`alter table sends add column lease_until bigint`,
	// why it waits, or was skipped
	`alter table sends add column rule text`,
	`alter table sends add column rule_reason text`,
	// what the gate is asked, as JSON
	`alter table sends add column gate_message text`,
	`alter table sends add column campaign_id text references campaigns (id)`,
	`alter table sends add column variant text`,
	`alter table sends add column code text`,
	`alter table sends add column country text`,
	// 1 when the text says how to leave
	`alter table sends add column has_opt_out integer`,
	// of texts with an unknown end: when to look again, and when the operator was told
	`alter table sends add column check_again_at bigint`,
	`alter table sends add column shown_at bigint`,
	// of a text that another carrier has taken over: whose it was, and is again when it goes back to the outbox
	`alter table sends add column first_carrier text`,
	`alter table sends add column first_sender text`,
	// address of a picture that goes with the text
	`alter table sends add column picture text`,
	// what was reported of each part of a long text, as JSON by the part's id
	`alter table sends add column parts text`,
	// with the campaign, so that the texts of one that is paused are passed over without being read
	`create index sends_due on sends (shop, carrier, due_at, campaign_id) where status = 'scheduled'`,
	`create index sends_stuck on sends (shop, carrier, claimed_at) where status in ('sending', 'unknown')`,
	`create index sends_leased on sends (lease) where lease is not null`,
	`create index sends_leased_phones on sends (shop, phone, lease_until) where lease is not null`,
	`create index sends_by_campaign on sends (campaign_id) where campaign_id is not null`,
	`create table unsubscribe_tokens (
		token text primary key,
		shop text not null,
		phone text not null,
		at bigint not null
	)`,
	`create unique index unsubscribe_tokens_by_phone on unsubscribe_tokens (shop, phone)`,
];
