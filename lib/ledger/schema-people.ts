// The tables of people and of what they consented to. Times are milliseconds since 1970.

export interface ContactsTable {
	id: string;
	shop: string;
	/** The shop's own id of the customer. */
	customer_id: string | null;
	name: string | null;
	first_name: string | null;
	language: string | null;
	country: string | null;
	time_zone: string | null;
	/** YYYY-MM-DD, or MM-DD where the year is not known. */
	birthday: string | null;
	/** When this very date was given: a date that was changed yesterday earns no gift today. */
	birthday_given_at: number | null;
	/** The operator's own fields, an object of strings as JSON. */
	fields: string | null;
	/** `save` or `import` once the operator has said something of them, else the source of their first order. */
	source: string;
	created_at: number;
	updated_at: number;
}

/** A person has several phones, a phone several persons. The main one is the current one with the latest `since`. */
export interface ContactPhonesTable {
	shop: string;
	phone: string;
	contact_id: string;
	since: number;
	/** When another number took its place; null while it is used. */
	until: number | null;
	/** When a one-time code proved that it is theirs. */
	verified_at: number | null;
}

export interface ContactTagsTable {
	contact_id: string;
	tag: string;
}

/** What people were shown, by the hash of it. */
export interface WordingsTable {
	hash: string;
	text: string;
}

/** Append-only; triggers refuse everything but the erasure of `phone` and `evidence`. */
export interface ConsentEventsTable {
	shop: string;
	/** The keyed hash of shop and phone: the chain that the event is a link of. */
	subject: string;
	/** 1, 2, 3 … within the chain. */
	number: number;
	/** Null after an erasure. */
	phone: string | null;
	purpose: string;
	channel: string;
	action: string;
	/** The state that the action led to. */
	status: string;
	source: string;
	actor: string;
	language: string | null;
	wording_hash: string | null;
	/** When the person did it. */
	given_at: number;
	/** When we wrote it down. */
	recorded_at: number;
	/** JSON; null after an erasure. */
	evidence: string | null;
	/** Keyed, so that it gives away nothing of what was erased. */
	evidence_digest: string;
	/** Empty for the first of a chain. */
	previous_hash: string;
	hash: string;
	/** Keyed hash of `hash`: who has the file alone cannot forge a chain. */
	seal: string;
}

/** Where consent stands: what the events lead to, for a quick look. */
export interface ConsentsTable {
	shop: string;
	phone: string;
	purpose: string;
	status: string;
	since: number;
	source: string;
	language: string | null;
	/** When they were last asked; null for a listed person who never was. */
	asked_at: number | null;
	/** Until when the request waits for its answer. */
	expires_at: number | null;
	reminders: number;
	/** When they last consented; null if they never did. */
	confirmed_at: number | null;
	revoked_at: number | null;
	/** Number of the event that led here. */
	event_number: number;
}

/** A request for consent or a check of a phone, and how it stands. */
export interface OptInRequestsTable {
	id: string;
	shop: string;
	phone: string;
	purpose: string;
	/** `reply`, `code` or `both`. */
	proof: string;
	carrier: string;
	/** The number that asked: only a reply to it counts. */
	sender: string;
	source: string;
	language: string | null;
	country: string | null;
	/** The phone without its last four digits: pumping goes through ranges. */
	prefix: string;
	ip_digest: string | null;
	/** The text that asks. */
	send_id: string;
	/** The code itself is nowhere. */
	code_digest: string | null;
	code_expires_at: number | null;
	expires_at: number;
	/** Wrong codes so far. */
	tries: number;
	/** `open`, `confirmed`, `declined` or `replaced`. */
	status: string;
	/** JSON of the text that confirms; null when there is none. */
	confirmation: string | null;
	asked_at: number;
	closed_at: number | null;
}

/** Whose events were stripped of what names them. */
export interface ErasuresTable {
	shop: string;
	subject: string;
	at: number;
}

/** People who were forgotten and must not be listed again. */
export interface SuppressionsTable {
	shop: string;
	subject: string;
	/** Who said it, if they had opted out of everything; null if they had not. */
	opt_out_origin: string | null;
	opted_out_at: number | null;
	at: number;
}

/** Tells which key the ledger's keyed hashes are made with. */
export interface LedgerKeyTable {
	fingerprint: string;
}

export interface PeopleTables {
	contacts: ContactsTable;
	contact_phones: ContactPhonesTable;
	contact_tags: ContactTagsTable;
	wordings: WordingsTable;
	consent_events: ConsentEventsTable;
	consents: ConsentsTable;
	opt_in_requests: OptInRequestsTable;
	erasures: ErasuresTable;
	suppressions: SuppressionsTable;
	ledger_key: LedgerKeyTable;
}
