import { type TextedStage } from '../stages';

/**
 * Why a parcel is late, was not handed over or comes back, in words that may be shown to a customer. Sources translate their
 * own codes into these; a merchant's internal note never gets here.
 */
export const REASONS = [
	'address',
	'nobody_home',
	'closed',
	'refused',
	'customs',
	'payment_due',
	'weather',
	'carrier_delay',
	'not_collected',
	'lost',
	'damaged',
] as const;

export type Reason = (typeof REASONS)[number];

/**
 * Which reasons a stage's text can give; others are left out of it. A language words each reason so that it reads well in
 * all the stages it stands in here.
 */
export const REASONS_BY_STAGE: Readonly<Partial<Record<TextedStage, readonly Reason[]>>> = {
	delayed: ['address', 'customs', 'payment_due', 'weather', 'carrier_delay'],
	failed_attempt: ['address', 'nobody_home', 'closed', 'refused'],
	returned: ['address', 'refused', 'not_collected', 'damaged'],
	exception: ['address', 'refused', 'customs', 'payment_due', 'weather', 'carrier_delay', 'lost', 'damaged'],
};

/** Everything that is said to a customer in one language. */
export interface LanguageTexts {
	/**
	 * One text for each stage: one segment with usual values, never more than two (three in scripts that need UCS-2).
	 * What is most useful stands first among the optional parts: where a text would get too long, they are dropped from the
	 * end. No promise that the shop may not keep ("we will text you when …"), no advertising: these are service messages.
	 */
	readonly stages: Readonly<Record<TextedStage, string>>;
	/** Short noun phrases or clauses that fit where `{reason}` stands, see {@link REASONS_BY_STAGE}; no full stop. */
	readonly reasons: Readonly<Record<Reason, string>>;
	/** After the first item of an order, `{count}` being how many more there are. */
	readonly moreItems: string;
}
