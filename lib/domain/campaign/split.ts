import { sha256 } from '../consent/event';

/** One of several wordings, and how big its share is. */
export interface Variant {
	/** A, B …: what the report calls it. */
	readonly name: string;
	/** Any number above 0; shares are relative to each other. */
	readonly weight: number;
}

/** Six bytes: as much of a digest as a number holds exactly. */
const HEX_DIGITS = 12;

/**
 * Which wording somebody gets. Always the same one for the same campaign and phone, and independent between campaigns, so that nobody
 * is always in the same group. Another order of the variants, or other weights, is another split.
 *
 * @param variants at least one. @throws RangeError when there is none, or none has a weight above 0.
 */
export function variantFor<V extends Variant>(campaignId: string, phone: string, variants: readonly V[]): V {
	const drawn = variants.filter(({ weight }) => weight > 0);
	const last = drawn.at(-1);
	if (!last) throw new RangeError('There is no wording with a share above 0');
	const whole = drawn.reduce((sum, { weight }) => sum + weight, 0);
	let rest = (parseInt(sha256(`${campaignId}\n${phone}`).slice(0, HEX_DIGITS), 16) / 16 ** HEX_DIGITS) * whole;
	for (const variant of drawn) {
		rest -= variant.weight;
		if (rest < 0) return variant;
	}
	return last; // where the shares, summed up in another order, come to a little less
}
