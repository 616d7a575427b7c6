/**
 * Why an item leaves by the other output, beside the rules of codes (lib/domain/codes/check.ts), of giving and of birthdays. Workflows
 * branch on these: append, never rename.
 */
export type PromoCodeReason =
	| 'already-awarded'
	| 'bad-row'
	| 'less-than-a-point'
	| 'no-account'
	| 'no-key'
	| 'no-phone'
	| 'no-textable-phone'
	| 'not-enough-points'
	| 'not-expressible'
	| 'not-redeemed'
	| 'nothing-active'
	| 'refused-by-shop';

/** The two fields by which an item says why. @param reason a sentence to the operator. */
export const because = (reasonCode: PromoCodeReason, reason: string) => ({ reasonCode, reason });
