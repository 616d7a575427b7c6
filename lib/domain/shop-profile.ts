/** What the operator says of his shop, from the shop credential and the node's own fields. */
export interface ShopProfile {
	/** Tells shops apart that share a ledger. @default 'default' */
	readonly key: string;
	readonly brand?: string | undefined;
	readonly supportPhone?: string | undefined;
	readonly shopUrl?: string | undefined;
	/** ISO 3166-1 alpha-2, for phone numbers that stand in no address. */
	readonly defaultCountry?: string | undefined;
	/** IANA zone of the shop. */
	readonly timeZone: string;
	/** Language of customers whose own is unknown. */
	readonly defaultLanguage?: string | undefined;
	/** What a customer's STOP ends. @default 'everything' */
	readonly optOutScope: 'everything' | 'marketing';
}
