// What the ledger knows of promo codes and points, and its verbs for them.
import { type Offer } from '../domain/codes/offer';

/**
 * A batch of codes with its rules. `generated` codes are drawn by us; a `pool` was brought by the operator (CSV) and is used up.
 */
export interface Series {
	readonly id: string;
	readonly shop: string;
	/** Unique within the shop. */
	readonly name: string;
	readonly kind: 'generated' | 'pool';
	readonly offer: Offer;
	/** What the codes look like, as the node was told; JSON. */
	readonly pattern: string;
	/** How many codes are wanted in all; undefined: one for each who is given one. */
	readonly wanted?: number | undefined;
	readonly createdAt: Date;
	readonly voidedAt?: Date | undefined;
}

export type SeriesToDefine = Omit<Series, 'id' | 'createdAt' | 'voidedAt'> & { readonly newId: string };

/** `differs`: there is one of that name with other rules; which of them, in words. Rules of a series never change. */
export type DefinedSeries =
	| { readonly series: Series; readonly isNew: boolean; readonly differs?: undefined }
	| { readonly series: Series; readonly isNew: false; readonly differs: readonly string[] };

export interface StoredCode {
	readonly code: string;
	readonly series: Series;
	readonly status: 'active' | 'void';
	/** E.164 of whom it was given to; undefined when nobody or erased. */
	readonly phone?: string | undefined;
	readonly givenAt?: Date | undefined;
	readonly from?: Date | undefined;
	readonly until?: Date | undefined;
	/** Redemptions that stand. */
	readonly uses: number;
	/** Ids of the shops it was published to. */
	readonly publishedTo: readonly string[];
	readonly createdAt: Date;
}

export interface Redemption {
	readonly code: string;
	/** The order as the shop names it: once per order. */
	readonly order: string;
	readonly phone?: string | undefined;
	/** What the order came to, and what the code took off it; decimal. */
	readonly orderTotal?: string | undefined;
	readonly discount?: string | undefined;
	readonly currency?: string | undefined;
	readonly at: Date;
	readonly releasedAt?: Date | undefined;
}

/** Somebody is given a code. */
export interface Giving {
	readonly shop: string;
	readonly seriesId: string;
	/** Whatever makes the occasion unique (an order, a person and a year …): the same key gets the same code. */
	readonly key: string;
	/** E.164. */
	readonly phone?: string | undefined;
	readonly from: Date;
	readonly until?: Date | undefined;
	/** Drawn by the caller, in case none lies ready; the first that is not taken is stored. */
	readonly candidates: readonly string[];
	readonly now: Date;
}

/** `none-left`: the pool is empty. `all-taken`: every candidate is; draw others. */
export type Given =
	| { readonly code: StoredCode; readonly isNew: boolean }
	| { readonly problem: 'none-left' | 'all-taken' | 'series-void' };

/** What `judge` of {@link CodeVerbs.redeemCode} is shown. */
export interface RedeemFacts {
	/** Undefined for a code that nobody knows. */
	readonly code?: StoredCode | undefined;
	/** Standing redemptions by the same phone. */
	readonly usesByCustomer: number;
	/** Orders of that phone that the ledger has seen, other than this one; undefined when no phone is known. */
	readonly otherOrders?: number | undefined;
}

export type Redeemed<Refusal> =
	/** `isNew` false: this order has redeemed it before; nothing was changed. */
	| { readonly redemption: Redemption; readonly code: StoredCode; readonly isNew: boolean; readonly refusal?: undefined }
	| { readonly refusal: Refusal; readonly code?: StoredCode | undefined };

/** Which codes: one, those of a series, or all of a person. */
export type WhichCodes =
	| { readonly code: string }
	| { readonly series: string }
	| { readonly phone: string };

/** Every condition that is given must hold. */
export interface CodeSearch {
	readonly shop: string;
	/** Name of the series. */
	readonly series?: string | undefined;
	readonly status?: 'active' | 'void' | undefined;
	readonly isGiven?: boolean | undefined;
	readonly isRedeemed?: boolean | undefined;
	readonly phone?: string | undefined;
	/** Of the page before; undefined for the first page. */
	readonly after?: string | undefined;
	readonly limit: number;
}

export interface SeriesStats {
	readonly series: Series;
	readonly made: number;
	/** Codes that nobody has been given yet. */
	readonly free: number;
	readonly given: number;
	readonly published: number;
	/** Codes with at least one standing redemption. */
	readonly redeemed: number;
	/** Standing redemptions; more than `redeemed` where a code can be used several times. */
	readonly redemptions: number;
	readonly voided: number;
	/** By currency: order totals and discounts of standing redemptions. */
	readonly revenue: ReadonlyArray<{ readonly currency: string; readonly total: number; readonly discounts: number }>;
}

/** Codes of a series on their way into a shop. */
export interface OpenPublication {
	readonly id: string;
	/** See Publication.reference in lib/shops/shop.ts. */
	readonly reference: string;
	/** What the adapter's `prepare` answered; undefined while it has not. */
	readonly prepared?: string | undefined;
	readonly from: Date;
	readonly until?: Date | undefined;
}

/** One movement of a points account; never changed, never deleted but by Forget. */
export interface PointsEntry {
	/** 1, 2, 3 … within the account. */
	readonly number: number;
	readonly kind: 'award' | 'spend' | 'expire' | 'reverse';
	/** Positive for awards. */
	readonly points: number;
	readonly balance: number;
	/** Makes it unique within the shop. */
	readonly key: string;
	readonly reason?: string | undefined;
	readonly at: Date;
	/** Of an award: what is left of it then is lost. */
	readonly expiresAt?: Date | undefined;
}

export interface PointsMove {
	readonly shop: string;
	/** E.164: whose account. */
	readonly phone: string;
	/** Whole, at least 1. */
	readonly points: number;
	/** An order, a request: the same key moves points once. */
	readonly key: string;
	readonly reason?: string | undefined;
	readonly expiresAt?: Date | undefined;
	readonly now: Date;
}

export type PointsResult =
	| { readonly entry: PointsEntry; readonly isNew: boolean; readonly missing?: undefined }
	/** So many points are missing; nothing was changed. */
	| { readonly missing: number; readonly balance: number };

/** The ledger's verbs for codes and points. A code is found however it is typed: by lib/domain/codes' look-up form. */
export interface CodeVerbs {
	/** Finds the series of that name, or makes it. Its rules never change. */
	defineSeries(series: SeriesToDefine, now: Date): Promise<DefinedSeries>;
	findSeries(shop: string, name: string): Promise<Series | undefined>;

	/**
	 * Stores codes of a series, those that the shop has already left out, and never more than are wanted. Answers how many the series
	 * has then. All in one transaction: of a crash in the middle nothing is left.
	 */
	addCodes(shop: string, seriesId: string, codes: readonly string[], now: Date): Promise<{ added: number; total: number }>;

	/**
	 * Gives somebody a code: the one that the same key got before; else one that lies ready; else the first candidate.
	 *
	 * Races: callers take turns; the same key never gets two codes, and two keys never the same one.
	 */
	giveCode(giving: Giving): Promise<Given>;

	findCode(shop: string, typed: string): Promise<StoredCode | undefined>;
	redemptionsOf(shop: string, code: string): Promise<Redemption[]>;

	/**
	 * Asks `judge`, in one transaction with all that counts, whether the code may be used for an order, and uses it. `judge` answers
	 * null for "yes", or why not; it must be pure and must not throw. An order that has redeemed the code already is not judged.
	 *
	 * Races: callers take turns, in any number of processes; a code is never used more often than `judge` allows.
	 */
	redeemCode<Refusal>(
		use: { readonly shop: string; readonly typed: string; readonly order: string; readonly phone?: string | undefined; readonly orderTotal?: string | undefined; readonly currency?: string | undefined; readonly now: Date },
		judge: (facts: RedeemFacts) => { readonly refusal: Refusal } | { readonly refusal?: undefined; readonly discount?: string | undefined },
	): Promise<Redeemed<Refusal>>;

	/** What redeemCode would show its judge. */
	redeemFacts(shop: string, typed: string, phone: string | undefined, order: string | undefined): Promise<RedeemFacts>;

	/** The order was cancelled: its redemptions (of one code, where it is named) stand no more. Answers those it took back. */
	releaseRedemptions(shop: string, order: string, typed: string | undefined, now: Date): Promise<Redemption[]>;

	/** Makes codes useless, a series for new ones too. Answers the codes that were active before. */
	voidCodes(shop: string, which: WhichCodes, now: Date): Promise<StoredCode[]>;

	/** Ordered by code within the shop. */
	listCodes(search: CodeSearch): Promise<StoredCode[]>;

	/** Of one series, or of all of the shop. */
	seriesStats(shop: string, name?: string): Promise<SeriesStats[]>;

	/**
	 * Unused codes with an end within the time, given to somebody, who was not reminded of them; marks them as reminded, so that each
	 * is answered once, to one caller.
	 */
	takeReminders(search: { readonly shop: string; readonly series?: string | undefined; readonly before: Date; readonly limit: number; readonly now: Date }): Promise<StoredCode[]>;

	/** Finds or opens what is published to a shop: a series' codes of one period. */
	openPublication(publication: { readonly shop: string; readonly seriesId: string; readonly to: string; readonly from: Date; readonly until?: Date | undefined; readonly newId: string }): Promise<OpenPublication>;
	savePrepared(publicationId: string, prepared: string): Promise<void>;
	/** Codes of the publication's period that are not in that shop yet, the next ones by their number. */
	unpublishedCodes(publicationId: string, limit: number): Promise<string[]>;
	/** `refused` ones are void: the shop does not take them. */
	markPublished(publicationId: string, results: ReadonlyArray<{ readonly code: string; readonly refused?: string | undefined }>, now: Date): Promise<void>;

	/** Awards points once per key. */
	awardPoints(move: PointsMove): Promise<PointsResult>;
	/**
	 * Takes points once per key; never below zero, under any concurrency. With `giving` the code that they buy is given in the same
	 * transaction: neither happens without the other.
	 */
	spendPoints(move: PointsMove, giving?: Giving): Promise<PointsResult & { readonly code?: Given | undefined }>;
	/** Takes away what is left of awards whose time is over; the oldest are spent first. Answers whose, and how many. */
	expirePoints(shop: string, now: Date, limit: number): Promise<ReadonlyArray<{ readonly phone: string; readonly entry: PointsEntry }>>;
	pointsBalance(shop: string, phone: string): Promise<{ readonly balance: number; readonly nextExpiry?: { readonly points: number; readonly at: Date } | undefined }>;
	/** Latest first. */
	pointsHistory(shop: string, phone: string, limit: number): Promise<PointsEntry[]>;

	/** Takes the right to a person's birthday gift of a year. False when somebody has it already. */
	claimBirthday(shop: string, personId: string, year: number, now: Date): Promise<boolean>;
}
