// What the ledger knows of promo codes and points, and its verbs for them.
import { type Offer } from '../domain/codes/offer';
import { type PointsAwarded, type PointsEntry, type PointsMove } from './points';

export type { PointsAwarded, PointsEntry, PointsMove } from './points';

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
	/** How many it has. */
	readonly made: number;
	readonly createdAt: Date;
	readonly voidedAt?: Date | undefined;
}

export type SeriesToDefine = Omit<Series, 'id' | 'made' | 'createdAt' | 'voidedAt'> & { readonly newId: string };

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
	/** As it was given; before that, the fixed period of its series. */
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
	/** The order as the shop names it: once per order. "#1001" and "1001" are one. */
	readonly order: string;
	/** Whose it was: who redeemed it, or where that was not told, whom the code was given to. */
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
	/** Whatever makes the occasion unique within the series (an order, a person and a year …): the same key gets the same code. */
	readonly key: string;
	/** E.164. */
	readonly phone?: string | undefined;
	readonly from: Date;
	readonly until?: Date | undefined;
	/** Drawn by the caller, in case none lies ready; the first that is not taken is stored. */
	readonly candidates: readonly string[];
	readonly now: Date;
}

/** `none-left`: the pool is empty, or all that were wanted are given. `all-taken`: every candidate is; draw others. */
export type GivingProblem = 'none-left' | 'all-taken' | 'series-void';

export type Given =
	| { readonly code: StoredCode; readonly isNew: boolean; readonly problem?: undefined }
	| { readonly problem: GivingProblem };

/** What `judge` of {@link CodeVerbs.redeemCode} is shown. */
export interface RedeemFacts {
	/** Undefined for a code that nobody knows. */
	readonly code?: StoredCode | undefined;
	/** Standing redemptions of this code by the same phone: of whom it was given to, where none is told. */
	readonly usesByCustomer: number;
	/** Orders of that phone that the ledger has seen and that were neither cancelled nor refunded, other than this one; undefined when no phone is known. */
	readonly otherOrders?: number | undefined;
}

export type Redeemed<Refusal> =
	/** `isNew` false: this order has redeemed it before; nothing was changed. */
	| { readonly redemption: Redemption; readonly code: StoredCode; readonly isNew: boolean; readonly refusal?: undefined }
	| { readonly refusal: Refusal; readonly code?: StoredCode | undefined };

/** Which codes: one, those of a series (by its name), or all of a person. */
export type WhichCodes = { readonly code: string } | { readonly series: string } | { readonly phone: string };

/** Every condition that is given must hold. */
export interface CodeSearch {
	readonly shop: string;
	/** Name of the series. */
	readonly series?: string | undefined;
	readonly status?: 'active' | 'void' | undefined;
	readonly isGiven?: boolean | undefined;
	readonly isRedeemed?: boolean | undefined;
	/** Some shop has it. With `status: 'void'`: what is to be withdrawn there. */
	readonly isPublished?: boolean | undefined;
	readonly phone?: string | undefined;
	/** The last code of the page before; undefined for the first page. Behind one that is not there comes nothing. */
	readonly after?: string | undefined;
	readonly limit: number;
}

export interface SeriesStats {
	readonly series: Series;
	readonly made: number;
	/** Codes that nobody has been given yet. */
	readonly free: number;
	readonly given: number;
	/** Codes that some shop has. */
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

/** The code that points buy. Its key is that of the spending, its phone the account's. */
export type BoughtCode = Pick<Giving, 'seriesId' | 'from' | 'until' | 'candidates'>;

export type PointsSpent =
	/** `code`: the one that was bought with them. */
	| { readonly entry: PointsEntry; readonly isNew: boolean; readonly code?: StoredCode | undefined; readonly missing?: undefined; readonly problem?: undefined }
	/** So many points are missing; none were taken. */
	| { readonly missing: number; readonly balance: number; readonly problem?: undefined }
	/** The code cannot be given; no points were taken. */
	| { readonly problem: GivingProblem; readonly balance: number; readonly missing?: undefined };

/**
 * The ledger's verbs for codes and points. A code is found however it is typed, by its look-up form (lib/domain/codes/lookup-form.ts).
 * What a verb has written survives a loss of power, except what `markPublished` and `markWithdrawn` note: doing it again changes nothing.
 * Forget leaves codes and redemptions, as nobody's, and deletes the account of points and the birthday gifts.
 */
export interface CodeVerbs {
	/**
	 * Finds the series of that name, or makes it. Its rules never change.
	 *
	 * Races: of several that define the same name one makes it, the others find it.
	 */
	defineSeries(series: SeriesToDefine, now: Date): Promise<DefinedSeries>;
	findSeries(shop: string, name: string): Promise<Series | undefined>;
	/** All of the shop, by name. */
	listSeries(shop: string): Promise<Series[]>;

	/**
	 * Stores codes of a series, and never more than are wanted; codes that the shop has already, in whatever series, are left out.
	 * Answers how many were added and how many the series has then. All in one transaction: of a crash in the middle nothing is
	 * left, and the caller goes on by drawing what is missing. Codes of one call are numbered, and so given, in the order of the alphabet.
	 *
	 * Tens of thousands at a time go several times faster than thousands: codes come in no order, so that each transaction touches most
	 * of the index however few they are.
	 *
	 * `series-void`: nothing was added, and never will be.
	 */
	addCodes(shop: string, seriesId: string, codes: readonly string[], now: Date): Promise<{ readonly added: number; readonly total: number; readonly problem?: 'series-void' | undefined }>;

	/**
	 * Gives somebody a code: the one that the same key got before, even if it is void since; else the one that has lain ready longest;
	 * else the first candidate that is not taken, unless the series has all that are wanted. The key is kept as a keyed hash.
	 *
	 * Races: callers take turns; the same key never gets two codes, and two keys never the same one.
	 */
	giveCode(giving: Giving): Promise<Given>;

	findCode(shop: string, typed: string): Promise<StoredCode | undefined>;
	/** Oldest first, those that were taken back too. */
	redemptionsOf(shop: string, code: string): Promise<Redemption[]>;

	/**
	 * Asks `judge`, in one transaction with all that counts, whether the code may be used for an order, and uses it. `judge` answers
	 * with a refusal, or what the code takes off; it must be pure and must not throw, and may be asked again when a transaction has to
	 * be repeated. An order that has redeemed the code already is not judged; one that was released is.
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

	/**
	 * Makes codes useless, a series for new ones too, for ever. Answers how many were active before. Shops that have them are not told:
	 * the caller withdraws what `listCodes` finds void and published, and says so by `markWithdrawn`, now or after a crash.
	 */
	voidCodes(shop: string, which: WhichCodes, now: Date): Promise<number>;

	/** Series after series, within one in the order in which they were made: pages neither overlap nor leave any out. */
	listCodes(search: CodeSearch): Promise<StoredCode[]>;

	/** Of one series, or of all of the shop, by name. */
	seriesStats(shop: string, name?: string): Promise<SeriesStats[]>;

	/**
	 * Unused codes that end within the time, given to somebody who is not erased, who was not reminded of them, the soonest first; marks
	 * them as reminded, so that each is answered once, to one caller. Who dies with the answer in hand reminds nobody of them.
	 */
	takeReminders(search: { readonly shop: string; readonly series?: string | undefined; readonly before: Date; readonly limit: number; readonly now: Date }): Promise<StoredCode[]>;

	/** Finds, by series, shop and period, or opens what is published to a shop. `to`: which shop. */
	openPublication(publication: { readonly shop: string; readonly seriesId: string; readonly to: string; readonly from: Date; readonly until?: Date | undefined; readonly newId: string }): Promise<OpenPublication>;
	savePrepared(publicationId: string, prepared: string): Promise<void>;
	/**
	 * Active codes of the publication that its shop has not been given yet, the next ones by their number. Of a series with a fixed period
	 * that is every code; of one whose codes count from the day they are given, those that were given from the publication's `from` on and
	 * end when it ends.
	 */
	unpublishedCodes(publicationId: string, limit: number): Promise<string[]>;
	/** `refused` ones are void: the shop does not take them. */
	markPublished(publicationId: string, results: ReadonlyArray<{ readonly code: string; readonly refused?: string | undefined }>, now: Date): Promise<void>;
	/** The shop has these no more. */
	markWithdrawn(shop: string, codes: readonly string[], from: string): Promise<void>;

	/** Awards points once per key. The account is the phone's: a person's other or later number has one of its own. */
	awardPoints(move: PointsMove): Promise<PointsAwarded>;
	/**
	 * Takes points once per key, those first that expire soonest; never below zero, under any concurrency. With `bought` the code that
	 * they buy is given in the same transaction: neither happens without the other. The same key again answers what it got.
	 */
	spendPoints(move: PointsMove, bought?: BoughtCode): Promise<PointsSpent>;
	/**
	 * Takes away what is left of awards whose time is over. Answers whose, and how many. Spending and awarding do so too, for the
	 * account they are about: points whose time is over buy nothing.
	 */
	expirePoints(shop: string, now: Date, limit: number): Promise<ReadonlyArray<{ readonly phone: string; readonly entry: PointsEntry }>>;
	/** What can be spent now, and what of it is lost next. */
	pointsBalance(shop: string, phone: string, now: Date): Promise<{ readonly balance: number; readonly nextExpiry?: { readonly points: number; readonly at: Date } | undefined }>;
	/** Latest first. */
	pointsHistory(shop: string, phone: string, limit: number): Promise<PointsEntry[]>;

	/** Takes the right to a person's birthday gift of a year. False when somebody has it already: of several at once one gets it. */
	claimBirthday(shop: string, personId: string, year: number, now: Date): Promise<boolean>;
}
