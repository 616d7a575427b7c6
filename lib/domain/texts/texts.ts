import { type AskedPurpose } from '../consent/consent';
import { type Stage, type TextedStage } from '../stages';

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
export const REASONS_BY_STAGE: Readonly<Partial<Record<Stage, readonly Reason[]>>> = {
	delayed: ['address', 'customs', 'payment_due', 'weather', 'carrier_delay'],
	failed_attempt: ['address', 'nobody_home', 'closed', 'refused'],
	returned: ['address', 'refused', 'not_collected', 'damaged'],
	exception: ['address', 'refused', 'customs', 'payment_due', 'weather', 'carrier_delay', 'lost', 'damaged'],
};

/** The automatic answers to a customer's text. Saved in operators' own texts: append, never rename. */
export const ANSWER_NAMES = [
	'optedOut',
	'optedOutMarketing',
	'orderStopped',
	'help',
	'started',
	'orderStatus',
	'orderList',
	'noOrder',
	'acknowledgement',
] as const;

export type AnswerName = (typeof ANSWER_NAMES)[number];

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
	/** Stands in front of a text about one of several parcels, `{index}` of `{count}`: a capital, no full stop. */
	readonly parcel: string;
	/**
	 * Where an order is, as it stands after "#1001: ": no capital, no full stop, no comma. It stays true however long after
	 * the event the customer asks: "out for delivery", not "today".
	 */
	readonly statuses: Readonly<Record<Stage, string>>;
	/**
	 * What is answered. STOP and START stay these words in every language: carriers know them. As long as the texts of the
	 * stages; no advertising and no promise either: nothing says when somebody will read or call.
	 */
	readonly answers: Readonly<Record<AnswerName, string>>;
	/** One of the orders that `{orders}` lists. */
	readonly listedOrder: string;
	/** Follows the answer to HELP, and stands in texts about consent, where carriers ask for it; see wantsRatesNotice. */
	readonly ratesNotice: string;
	/**
	 * Double opt-in, put together by composeOptIn. "Offers" may be named here, since they are what is agreed to. With the usual
	 * values a request fits one segment (two in scripts that need UCS-2), and one more with the notice of costs.
	 */
	readonly optIn: OptInTexts;
	/** What a promo code gives, as it stands in "your code is worth …" or alone: no capital of its own. */
	readonly codeValues: {
		readonly freeShipping: string;
		/** `{count}` points, in a form or an abbreviation that is right for 1, 2, 5 and 100. No full stop. */
		readonly points: string;
		/** A gift whose name is not told. */
		readonly gift: string;
	};
	readonly campaign: CampaignTexts;
	readonly unsubscribe: UnsubscribeTexts;
}

/** The page on which somebody leaves who cannot reply. `{phone}` is their number, most of it hidden; there are no other placeholders. */
export interface UnsubscribeTexts {
	/** All texts end, those about orders too: they have to know that before. */
	readonly ask: string;
	/** Offers end, texts about orders go on. What is said once they have ended is `answers.optedOutMarketing`. */
	readonly askOffers: string;
	readonly button: string;
	readonly done: string;
	/** START stays this word: carriers know it. */
	readonly back: string;
	/** To who comes by a link that names nobody. */
	readonly unknown: string;
}

/**
 * Texts of campaigns, which composeCampaign puts the brand before, and the costs and the way out after. With the usual values and the
 * way out they fit one segment (two in scripts that need UCS-2). They promise nothing but the code that they give.
 */
export interface CampaignTexts {
	/** Gives `{code}`, which is there always; the value and the end of it where they are known. */
	readonly birthdayGift: string;
	/** To somebody who has not bought for long; whole without a code too. */
	readonly winBack: string;
	/** How to leave by a reply: STOP stays this word. */
	readonly optOut: string;
	/** The same by a link, where a reply reaches nobody. Ends with `{unsubscribe_link}`. */
	readonly unsubscribe: string;
}

export interface OptInTexts {
	/**
	 * Sentences that ask for consent by a word in reply; the brand and the small print are put around them. The word, in
	 * capitals, is one that classifyReply takes for a yes.
	 */
	readonly askByReply: Readonly<Record<AskedPurpose, string>>;
	/** The same by `{one_time_code}`, which is entered on a page. */
	readonly askByCode: Readonly<Record<AskedPurpose, string>>;
	/** The same by either. */
	readonly askByEither: Readonly<Record<AskedPurpose, string>>;
	/** Stands before a sentence that asks, when it is asked a second and last time. Ends in a blank. */
	readonly reminder: string;
	readonly confirmed: Readonly<Record<AskedPurpose, string>>;
	/** At most `{count}` texts a month. Worded so that it is right for 1, 2, 5 and 21. */
	readonly frequency: string;
	/** How to get help and how to leave; HELP and STOP stay these words: carriers know them. */
	readonly helpAndStop: string;
	/** A check that a phone number is the customer's. */
	readonly phoneCheck: string;
}
