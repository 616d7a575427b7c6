// The tables of promo codes and points. Times are milliseconds since 1970.

export interface CodeSeriesTable {
	/** 1, 2, 3 … in the ledger: what codes name their series by, because each of millions does. */
	number: number;
	id: string;
	shop: string;
	name: string;
	kind: string;
	/** JSON of the Offer. */
	offer: string;
	pattern: string;
	wanted: number | null;
	/** How many codes it has. */
	made: number;
	created_at: number;
	voided_at: number | null;
}

export interface CodesTable {
	shop: string;
	/** The code's look-up form: once in a shop, whatever series it is of. */
	lookup: string;
	/** As it is shown. */
	code: string;
	series: number;
	/** Ascending within the series, with gaps where a code was taken. */
	number: number;
	/** Keyed hash of the occasion it was given for, which may name a person; null while nobody was given it. */
	given_key: string | null;
	/** Null while nobody was given it, and after an erasure. */
	phone: string | null;
	given_at: number | null;
	/** Of given codes; the others have what their series says. */
	valid_from: number | null;
	valid_until: number | null;
	/** Redemptions that stand. */
	uses: number;
	voided_at: number | null;
	reminded_at: number | null;
	created_at: number;
}

/** One row for a code and an order, whether it stands or was taken back. */
export interface CodeRedemptionsTable {
	shop: string;
	lookup: string;
	/** "#1001" and "1001" are one order. */
	order_key: string;
	order_name: string;
	series: number;
	phone: string | null;
	order_total: string | null;
	discount: string | null;
	currency: string | null;
	at: number;
	released_at: number | null;
}

export interface CodePublicationsTable {
	id: string;
	shop: string;
	series: number;
	published_to: string;
	reference: string;
	prepared: string | null;
	valid_from: number;
	valid_until: number | null;
	/** Up to this number all codes of a series with a fixed period are in the shop, void or refused: it need not be looked there again. */
	done_number: number;
}

/** What each shop has said to a code, once for each shop. */
export interface PublishedCodesTable {
	shop: string;
	lookup: string;
	published_to: string;
	publication_id: string;
	at: number;
	/** Why the shop does not take it; null when it has it. */
	refused: string | null;
}

/** Append-only; a trigger refuses every change but less `left_over`. */
export interface PointEntriesTable {
	shop: string;
	phone: string;
	number: number;
	kind: string;
	/** Negative where points were taken away. */
	points: number;
	/** After this entry. */
	balance: number;
	/** Of an award: what was neither spent nor has expired. */
	left_over: number;
	key: string;
	reason: string | null;
	at: number;
	expires_at: number | null;
}

export interface BirthdayGiftsTable {
	shop: string;
	contact_id: string;
	year: number;
	at: number;
}

export interface CodeTables {
	code_series: CodeSeriesTable;
	codes: CodesTable;
	code_redemptions: CodeRedemptionsTable;
	code_publications: CodePublicationsTable;
	published_codes: PublishedCodesTable;
	point_entries: PointEntriesTable;
	birthday_gifts: BirthdayGiftsTable;
}
