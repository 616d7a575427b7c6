import { type ConsentAnswer } from './consent/check';
import { type FailureReason } from './delivery';
import { decideOrderText } from './gate/order-text';
import { decidePromotion } from './gate/promotion';
import { type OpeningHours } from './law/hours';
import { LAW, type Law, type LawSource } from './law/law';
import { type PhoneProblem } from './phone';
import { type SeenStage, type Stage, type TextedStage } from './stages';

/** A text that somebody would like to send. In JSON, moments are ISO 8601. */
export type GateMessage = OrderMessage | PromotionMessage;

/** What every text has. */
interface AnyMessage {
	/** Why the recipient's number cannot be texted; undefined when it can; 'none' when there is no number at all. */
	readonly phoneProblem?: PhoneProblem | 'none' | undefined;
	/** Whom it is for; undefined when that is not known, which no offer may be sent to. */
	readonly recipient?: GateRecipient | undefined;
	/** The text goes to the operator's own phone, whoever it is for: sent, whatever else (an order's stage has to be chosen). @default false */
	readonly isRedirected?: boolean | undefined;
	/**
	 * What a STOP ends for this shop. A carrier's own block ends every text, whatever the shop chose; any opt-out ends marketing and
	 * surveys; none but a carrier's ends verification. So this is about texts about orders. In the United States it is 'everything'
	 * from 2027-01-31 on. @default 'everything'
	 */
	readonly optOutScope?: 'everything' | 'marketing' | undefined;
	/** What the operator wants when the number is known to reach nobody. @default 'skip' */
	readonly whenDead?: 'skip' | 'try' | undefined;
	/** Not before this moment, because the operator or the recipient's best hour says so. Limits on offers count at that moment. */
	readonly notBefore?: Date | undefined;
	/** Whose wish `notBefore` is. @default 'chosen-time' */
	readonly notBeforeRule?: 'chosen-time' | 'best-hour' | undefined;
	/** After this moment the text is not worth sending any more (the sale is over); at it, it still is. */
	readonly notAfter?: Date | undefined;
	/** India: what the text is registered as; undefined when the operator gave nothing. */
	readonly dlt?: DltRegistration | undefined;
}

/** Where somebody is, as far as it is known. */
export interface GateRecipient {
	/**
	 * E.164, with the plus. Zones, country and state are read from it where they are not told. Toll-free and personal numbers of +1
	 * tell no zone and no state.
	 */
	readonly phone?: string | undefined;
	/** IANA zone that they or their order told. It goes before what the number says. What is no zone is as if not told. */
	readonly timeZone?: string | undefined;
	/** ISO 3166-1 alpha-2: where they live. Laws of the number's country and of this one both hold. */
	readonly country?: string | undefined;
	/**
	 * US state, two letters, e.g. from a shipping address. Undefined, or no state: that of the number's area code. Where neither
	 * tells, only federal law holds.
	 */
	readonly state?: string | undefined;
	/**
	 * The shop's own zone: what is taken where nothing else tells, if the shop's country is theirs or their number's; for texts about
	 * orders, whatever the shop's country.
	 */
	readonly shopTimeZone?: string | undefined;
	/** ISO 3166-1 alpha-2. */
	readonly shopCountry?: string | undefined;
}

/** A text about an order. */
export interface OrderMessage extends AnyMessage {
	readonly purpose: 'transactional';
	/** Null when the event has nothing to tell. */
	readonly stage: Stage | null;
	/** Which field of the event said so; repeated in the reason. */
	readonly stageEvidence: string;
	/** When it happened by the source's clock, milliseconds since 1970; undefined when it did not say. */
	readonly occurredAt?: number | undefined;
	/** Stages that the operator wants texted. */
	readonly stagesToText: readonly TextedStage[];
	/** Whether the event has an order number, order id or tracking number, without which "once" cannot be kept. */
	readonly isIdentified: boolean;
	/** What has to be looked up to find the number; undefined when the event carries all it can. */
	readonly lookup?: string | undefined;
	/**
	 * Of a delay: the estimate before and now, where it is not later by as much as the operator wants told; undefined where it is,
	 * or where one of them is not known. It keeps from a first try only: what was worth a try still is.
	 */
	readonly unmovedEta?: { readonly before: string; readonly after: string } | undefined;
	/** A test order of the shop. */
	readonly isTestOrder: boolean;
	/** What the operator wants when an earlier try may have been sent. @default 'hold' */
	readonly whenUnknown?: 'hold' | 'resend' | undefined;
	/**
	 * The text gives a promo code: an offer makes it marketing, whatever else it tells. It needs consent, and where `recipient` is
	 * given the law's hours and caps for marketing hold; not the operator's. @default false
	 */
	readonly hasOffer?: boolean | undefined;
	/**
	 * When the operator wants order texts to arrive; undefined: at any hour, which the law allows. Where no zone is known they are
	 * not kept to.
	 */
	readonly hours?: OpeningHours | undefined;
}

/**
 * A text that wants something of its recipient: an offer (`marketing`), a question about how it was (`survey`), or a check that a
 * phone is theirs, which they have just asked for (`verification`): that is answered at once, without consent, hours and limits.
 */
export interface PromotionMessage extends AnyMessage {
	readonly purpose: 'marketing' | 'survey' | 'verification';
	/** When the operator wants texts to arrive. The law narrows it. @default DEFAULT_HOURS */
	readonly hours?: OpeningHours | undefined;
	/** How many offers somebody gets; questions (`survey`) keep to it too. The law narrows it. @default see Pressure */
	readonly pressure?: Pressure | undefined;
	/**
	 * What becomes of an offer that is one too many: skipped (with `nextOpening`), or sent when it no longer is. Of several limits the
	 * first speaks when it is skipped (daily-cap, rolling-cap, monthly-cap, minimum-gap, law-cap), the one that ends last when it
	 * waits. A limit of 0 always skips. @default 'skip'
	 */
	readonly whenTooMany?: 'skip' | 'wait' | undefined;
	/** The text is about what is not for everybody (alcohol and the like): only who is known to be old enough gets it. @default false */
	readonly isAgeRestricted?: boolean | undefined;
	/** It reminds of a cart that was left then: at most 48 hours ago when it is sent, once, and to who has proved the phone theirs. */
	readonly cart?: { readonly abandonedAt: Date } | undefined;
}

/** Limits on offers to one phone, counted over all workflows. Undefined: the default; 0: none is allowed (but a gap of 0 hours is no gap). */
export interface Pressure {
	/** In one day of the recipient's calendar, in each zone in which they may be. @default 1 */
	readonly perDay?: number | undefined;
	/** In any 24 hours; one of exactly 24 hours ago no longer counts. @default 3 */
	readonly per24Hours?: number | undefined;
	/** In any 30 days. @default 8 */
	readonly per30Days?: number | undefined;
	/** Hours between two offers. @default 16 */
	readonly gapHours?: number | undefined;
}

/** TRAI's registration (DLT), without which Indian operators drop a text silently. */
export interface DltRegistration {
	/** Principal entity id, 19 digits. */
	readonly entityId?: string | undefined;
	/** Id of the registered content template, 19 digits. */
	readonly templateId?: string | undefined;
	/** The registered sender: 6 letters, or 6 digits for promotional texts. */
	readonly header?: string | undefined;
	/** How the template is registered. @default 'promotional' for offers and questions, 'service-implicit' for texts about orders and checks of a phone */
	readonly category?: 'promotional' | 'service-explicit' | 'service-implicit' | 'transactional' | undefined;
}

/** What the ledger knows that counts. In JSON, moments are ISO 8601. */
export interface GateFacts {
	/** Stages already reported for the parcel, or for the order as a whole. Texts about orders only. @default [] */
	readonly seen?: readonly SeenStage[] | undefined;
	/** An earlier text about the same stage, or of the same campaign and occasion. */
	readonly earlier?: { readonly status: EarlierStatus; readonly at: Date } | undefined;
	/** The recipient has opted out. */
	readonly optOut?: { readonly origin: OptOutOrigin; readonly at: Date } | undefined;
	/** The recipient wants no more texts about this order ("STOP 1001"), since then. */
	readonly orderOptOutAt?: Date | undefined;
	/** The recipient's number is known to reach nobody. */
	readonly dead?: { readonly reason: FailureReason; readonly at: Date } | undefined;
	/**
	 * Whether the recipient has consented to the text's purpose, and why (or not); undefined: that was not asked, which is no consent.
	 * `isDouble`: they have proved that the phone is theirs (by a reply or a code).
	 */
	readonly consent?: (Pick<ConsentAnswer, 'outcome'> & { readonly reason?: string | undefined; readonly isDouble?: boolean | undefined }) | undefined;
	/** When offers were sent to this phone in the last 30 days, by any workflow, in any order; those too that may have been sent. @default [] */
	readonly offersAt?: readonly Date[] | undefined;
	/** When this person was reminded of this cart; undefined: never. */
	readonly cartRemindedAt?: Date | undefined;
	/** YYYY-MM-DD; undefined when it is not known. A day without a year tells no age. */
	readonly birthday?: string | undefined;
}

/** `scheduled`: it waits for its time. The others as SendStatus has them. */
export type EarlierStatus = 'scheduled' | 'sending' | 'accepted' | 'failed' | 'unknown';

/** Who says that somebody has opted out: the carrier, by refusing a text; the customer; or the operator. */
export type OptOutOrigin = 'carrier' | 'reply' | 'operator';

/** Workflows branch on these: append, never rename. */
export type GateRule =
	| 'nothing-to-tell'
	| 'silent-stage'
	| 'stage-not-chosen'
	| 'unidentified'
	| 'duplicate'
	| 'in-progress'
	| 'outcome-unknown'
	| 'backwards'
	| 'test-order'
	| 'needs-lookup'
	| 'no-textable-phone'
	| 'opted-out'
	| 'order-opted-out'
	| 'dead-number'
	| 'no-consent'
	/** The same text waits for its time already. */
	| 'already-scheduled'
	/** The time for it is over, or would be when it may be sent. */
	| 'too-late'
	/** The recipient's age is not known, or too low. */
	| 'age'
	/** One reminder of a cart, within 48 hours, to who has confirmed by double opt-in. */
	| 'cart-reminder'
	/** India: registration ids are missing or malformed. */
	| 'dlt'
	/** Nobody can tell what time it is where they are. */
	| 'zone-unknown'
	/** The moment that the operator chose has not come. */
	| 'chosen-time'
	/** Their best hour has not come. */
	| 'best-hour'
	/** Outside the operator's hours (or the default ones), Sundays included. */
	| 'quiet-hours'
	/** Outside the hours of a law. */
	| 'law-hours'
	/** A law keeps this day of the week free. */
	| 'law-day'
	/** A law keeps public holidays free. */
	| 'law-holiday'
	| 'daily-cap'
	| 'rolling-cap'
	| 'monthly-cap'
	| 'minimum-gap'
	/** A law's own cap. */
	| 'law-cap'
	/** A delay, whose estimate is not later than it was by as much as the operator wants told. */
	| 'eta-unchanged';

export type GateDecision = Send | Wait | Skip;

export interface Send {
	readonly action: 'send';
}

/** The text is put aside until then, and the gate is asked again. */
export interface Wait extends Objection {
	readonly action: 'wait';
	/** The next moment at which, by all that is known now, it may be sent. Always after `now`. */
	readonly until: Date;
}

export interface Skip extends Objection {
	readonly action: 'skip';
	/** When such a text might be sent again, where that can be told (a cap); undefined when time alone changes nothing. */
	readonly nextOpening?: Date | undefined;
}

interface Objection {
	readonly rule: GateRule;
	/** Why, in a sentence to the operator. */
	readonly reason: string;
	/** The law or guideline that speaks; undefined where it is the operator's wish or plain sense. */
	readonly law?: LawSource | undefined;
}

/** A text about an order that may be sent: its stage is one that is texted. */
export type OrderDecision = (Send & { readonly stage: TextedStage }) | Wait | Skip;

/**
 * Whether a text may be sent now, has to wait, or must not be sent. Pure: the same message, facts and moment always give the
 * same answer. The first rule that objects speaks, the plainest first; of several that make it wait, the one that opens last.
 *
 * Marketing, survey, verification, in this order: no-textable-phone, opted-out, dead-number, earlier text, no-consent, age,
 * cart-reminder, dlt, zone-unknown, limits, too-late; then what makes it wait: chosen-time or best-hour, and the hours at that
 * moment. Texts about orders: what is about the order, opted-out, order-opted-out, dead-number, no-consent, dlt, zone-unknown,
 * law-cap, too-late; then the same. What would wait for longer than until `notAfter` is too-late; hours that never open within 60
 * days skip the text.
 *
 * @param now The moment at which the text would leave.
 * @param law The law to judge by. Only ever narrows what the operator allows.
 */
export function decide(message: OrderMessage, facts: GateFacts, now: Date, law?: Law): OrderDecision;
export function decide(message: GateMessage, facts: GateFacts, now: Date, law?: Law): GateDecision;
export function decide(message: GateMessage, facts: GateFacts, now: Date, law: Law = LAW): GateDecision {
	return message.purpose === 'transactional'
		? decideOrderText(message, facts, now, law)
		: decidePromotion(message, facts, now, law);
}
