import { day } from './day';
import { type ConsentAnswer } from './consent/check';
import { FAILURE_SENTENCES, type FailureReason } from './delivery';
import { PHONE_PROBLEMS, type PhoneProblem } from './phone';
import { isTextedStage, overtakenBy, type SeenStage, type Stage, STAGE_LABELS, type TextedStage } from './stages';

/** A text that somebody would like to send. */
export interface GateMessage {
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
	/** Why the recipient's number cannot be texted; undefined when it can; 'none' when there is no number at all. */
	readonly phoneProblem?: PhoneProblem | 'none' | undefined;
	/** What has to be looked up to find the number; undefined when the event carries all it can. */
	readonly lookup?: string | undefined;
	/** A test order of the shop. */
	readonly isTestOrder: boolean;
	/** The text goes to the operator's own phone, whatever the order says. */
	readonly isRedirected: boolean;
	/** What a STOP ends for this shop. A carrier's own block ends every text, whatever the shop chose. */
	readonly optOutScope: 'everything' | 'marketing';
	/** What the operator wants when an earlier try may have been sent. @default 'hold' */
	readonly whenUnknown: 'hold' | 'resend';
	/** What the operator wants when the number is known to reach nobody. @default 'skip' */
	readonly whenDead: 'skip' | 'try';
	/** The text gives a promo code: an offer makes it marketing, whatever else it tells. @default false */
	readonly hasOffer?: boolean | undefined;
}

/** What the ledger knows that counts. */
export interface GateFacts {
	/** Stages already reported for the parcel, or for the order as a whole. */
	readonly seen: readonly SeenStage[];
	/** An earlier text about the same stage. */
	readonly earlier?: { readonly status: 'sending' | 'accepted' | 'failed' | 'unknown'; readonly at: Date } | undefined;
	/** The recipient has opted out. */
	readonly optOut?: { readonly origin: OptOutOrigin; readonly at: Date } | undefined;
	/** The recipient wants no more texts about this order ("STOP 1001"), since then. */
	readonly orderOptOutAt?: Date | undefined;
	/** The recipient's number is known to reach nobody. */
	readonly dead?: { readonly reason: FailureReason; readonly at: Date } | undefined;
	/** Whether the recipient has consented to offers, and why (or not); undefined: that was not asked, which is no consent. */
	readonly consent?: Pick<ConsentAnswer, 'outcome' | 'reason'> | undefined;
}

/** Who says that somebody has opted out: the carrier, by refusing a text; the customer; or the operator. */
type OptOutOrigin = 'carrier' | 'reply' | 'operator';

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
	| 'no-consent';

export type GateDecision =
	| { readonly action: 'send'; readonly stage: TextedStage }
	| {
			readonly action: 'skip';
			readonly rule: GateRule;
			/** Why, in a sentence to the operator. */
			readonly reason: string;
	  };

const skip = (rule: GateRule, reason: string): GateDecision => ({ action: 'skip', rule, reason });

/**
 * Whether a text may be sent. Pure: the same message and facts always give the same answer. The first rule that objects
 * speaks, the plainest first.
 */
export function decide(message: GateMessage, facts: GateFacts): GateDecision {
	const { stage, stageEvidence } = message;
	if (stage === null) return skip('nothing-to-tell', `There is nothing to tell the customer (${stageEvidence}).`);
	const label = STAGE_LABELS[stage];
	if (!isTextedStage(stage)) {
		const wayOut = stage === 'awaiting_payment' ? ' To text unpaid orders, switch on Confirm Unpaid Orders.' : '';
		return skip('silent-stage', `The stage "${label}" is not texted (${stageEvidence}).${wayOut}`);
	}
	if (!message.stagesToText.includes(stage)) {
		return skip('stage-not-chosen', `The stage "${label}" is not among the Stages to Text. To text it, add it there.`);
	}
	if (message.isRedirected) return { action: 'send', stage };
	if (!message.isIdentified) {
		return skip(
			'unidentified',
			'The event names neither an order nor a parcel, so it cannot be told whether this text was sent before.',
		);
	}
	return (
		objectionFromHistory(message, facts, stage) ?? objectionToRecipient(message, facts) ?? { action: 'send', stage }
	);
}

function objectionFromHistory(
	{ occurredAt, whenUnknown }: GateMessage,
	{ seen, earlier }: GateFacts,
	stage: TextedStage,
): GateDecision | undefined {
	const label = STAGE_LABELS[stage];
	if (earlier?.status === 'accepted') {
		return skip('duplicate', `The "${label}" text was already sent on ${day(earlier.at)}.`);
	}
	if (earlier?.status === 'sending') return skip('in-progress', `Another run is sending the "${label}" text just now.`);
	if (earlier?.status === 'unknown' && whenUnknown === 'hold') {
		return skip(
			'outcome-unknown',
			`The "${label}" text may have been sent on ${day(earlier.at)}: the carrier's answer was lost. To send it again at the risk of a duplicate, set When the Outcome Is Unknown to Resend.`,
		);
	}
	const later = overtakenBy(stage, occurredAt, seen);
	return later && skip('backwards', `The order is already "${STAGE_LABELS[later]}": "${label}" would be a step back.`);
}

const OPTED_OUT: Readonly<Record<OptOutOrigin, (date: string) => string>> = {
	carrier: (date) =>
		`the carrier has refused texts to them since ${date}. They can take it back by texting START to you`,
	reply: (date) => `they asked for it on ${date}`,
	operator: (date) => `it was recorded on ${date}`,
};

function objectionToRecipient(message: GateMessage, facts: GateFacts): GateDecision | undefined {
	const { optOut, orderOptOutAt, dead } = facts;
	if (message.isTestOrder) {
		return skip(
			'test-order',
			'This is a test order of the shop. To see its text, set Test Redirect to your own phone number.',
		);
	}
	if (message.phoneProblem && message.lookup) return skip('needs-lookup', message.lookup);
	if (message.phoneProblem === 'none') return skip('no-textable-phone', 'The order has no phone number.');
	if (message.phoneProblem) {
		const wayOut = message.phoneProblem === 'no-country' ? ' To tell, set Default Country.' : '';
		return skip('no-textable-phone', `The order's phone number ${PHONE_PROBLEMS[message.phoneProblem]}.${wayOut}`);
	}
	if (optOut && (optOut.origin === 'carrier' || message.optOutScope === 'everything')) {
		return skip('opted-out', `The customer has opted out: ${OPTED_OUT[optOut.origin](day(optOut.at))}.`);
	}
	if (orderOptOutAt) {
		return skip(
			'order-opted-out',
			`The customer asked on ${day(orderOptOutAt)} for no more texts about this order. They can take it back by texting START.`,
		);
	}
	if (dead && message.whenDead === 'skip') {
		return skip(
			'dead-number',
			`A text to this number failed for good on ${day(dead.at)}. ${FAILURE_SENTENCES[dead.reason]} It is texted again once a text arrives from it; to try anyway, set When the Number Is Dead to Try Again.`,
		);
	}
	if (message.hasOffer && facts.consent?.outcome !== 'consented') {
		const why = facts.consent?.reason ?? 'It is not known of them.';
		return skip(
			'no-consent',
			`The text gives a promo code, which makes it marketing, and the customer has not consented to that: ${why} To send it without the code, leave Promo Code empty for them and write the part about it in square brackets.`,
		);
	}
	return undefined;
}
