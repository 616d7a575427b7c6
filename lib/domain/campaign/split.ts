/** One of several wordings, and how big its share is. */
export interface Variant {
	/** A, B …: what the report calls it. */
	readonly name: string;
	/** Any number above 0; shares are relative to each other. */
	readonly weight: number;
}

/**
 * Which wording somebody gets. Always the same one for the same campaign and phone, and independent between campaigns, so that nobody
 * is always in the same group.
 *
 * @param variants at least one.
 */
export function variantFor(campaignId: string, phone: string, variants: readonly Variant[]): Variant {
	throw new Error(`${campaignId} ${phone} ${variants.length}`);
}
