/** What a code gives. Saved in series: append, never rename. */
export type Reward =
	/** More than 0, at most 100. */
	| { readonly kind: 'percent'; readonly percent: number }
	/** `amount` is decimal, e.g. "10.00"; `currency` ISO 4217. */
	| { readonly kind: 'amount'; readonly amount: string; readonly currency: string }
	| { readonly kind: 'free_shipping' }
	/** The shop's own id of the product; `name` as it stands in a text. */
	| { readonly kind: 'gift'; readonly product: string; readonly name?: string | undefined }
	/** Whole points, at least 1. */
	| { readonly kind: 'points'; readonly points: number };

export type RewardKind = Reward['kind'];

/** When a code can be used. */
export type Validity =
	/** The same for all codes of a series; a missing end is open. */
	| { readonly kind: 'period'; readonly from?: Date | undefined; readonly until?: Date | undefined }
	/** From the moment it is given to somebody, to the end of the day so many days later in `timeZone`. */
	| { readonly kind: 'days'; readonly days: number; readonly timeZone: string };

/** What a code is worth, and under which conditions: the rules of a series. */
export interface Offer {
	readonly reward: Reward;
	readonly validity: Validity;
	/** Decimal amount and ISO currency that the order must reach; undefined: any order. */
	readonly minimumOrder?: { readonly amount: string; readonly currency: string } | undefined;
	/** The shop's own ids; the code counts for these only. Undefined: for everything. */
	readonly products?: readonly string[] | undefined;
	readonly collections?: readonly string[] | undefined;
	readonly firstOrderOnly: boolean;
	/** How often a code can be used in all; undefined: as often as somebody likes. */
	readonly maxUses?: number | undefined;
	/** How often by the same customer. */
	readonly maxUsesPerCustomer?: number | undefined;
	/** The code is shown on a phone only, behind a signed link. */
	readonly mobileOnly: boolean;
}
