import { day } from '../day';
import { type GateFacts, type OrderDecision, type OrderMessage, type Skip } from '../gate';
import { type Law } from '../law/law';
import { PHONE_PROBLEMS } from '../phone';
import { isTextedStage, overtakenBy, STAGE_LABELS, type TextedStage } from '../stages';
import { orderTextTiming, stopLawOf } from './order-timing';
import { deadObjection, optedOutSentence, skip } from './recipient';
import { sourceOf } from './timing';

/** See `decide`. Texts about orders are welcome at any hour, unless the operator or the law has set some. */
export function decideOrderText(message: OrderMessage, facts: GateFacts, now: Date, law: Law): OrderDecision {
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
		objectionFromHistory(message, facts, stage) ??
		objectionToRecipient(message, facts, now, law) ??
		orderTextTiming(message, facts, now, law) ?? { action: 'send', stage }
	);
}

function objectionFromHistory(
	{ occurredAt, whenUnknown, unmovedEta }: OrderMessage,
	{ seen = [], earlier }: GateFacts,
	stage: TextedStage,
): Skip | undefined {
	const label = STAGE_LABELS[stage];
	if (earlier?.status === 'accepted') {
		return skip('duplicate', `The "${label}" text was already sent on ${day(earlier.at)}.`);
	}
	if (earlier?.status === 'scheduled') {
		return skip('already-scheduled', `The "${label}" text waits for its time since ${day(earlier.at)}.`);
	}
	if (earlier?.status === 'sending') return skip('in-progress', `Another run is sending the "${label}" text just now.`);
	if (earlier?.status === 'unknown' && whenUnknown !== 'resend') {
		return skip(
			'outcome-unknown',
			`The "${label}" text may have been sent on ${day(earlier.at)}: the carrier's answer was lost. To send it again at the risk of a duplicate, set When the Outcome Is Unknown to Resend.`,
		);
	}
	if (stage === 'delayed' && unmovedEta && !earlier) {
		return skip(
			'eta-unchanged',
			`The delivery estimate is hardly later than before (${unmovedEta.before}, now ${unmovedEta.after}). To tell of smaller changes, set Tell of Delays.`,
		);
	}
	const later = overtakenBy(stage, occurredAt, seen);
	return later && skip('backwards', `The order is already "${STAGE_LABELS[later]}": "${label}" would be a step back.`);
}

function objectionToRecipient(message: OrderMessage, facts: GateFacts, now: Date, law: Law): Skip | undefined {
	const { optOut, orderOptOutAt } = facts;
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
	if (optOut) {
		if (optOut.origin === 'carrier' || message.optOutScope !== 'marketing') return skip('opted-out', optedOutSentence(optOut));
		const row = stopLawOf(message, now, law);
		if (row) return skip('opted-out', `${optedOutSentence(optOut)} ${row.title}, whatever the shop has chosen.`, sourceOf(row));
	}
	if (orderOptOutAt) {
		return skip(
			'order-opted-out',
			`The customer asked on ${day(orderOptOutAt)} for no more texts about this order. They can take it back by texting START.`,
		);
	}
	const dead = deadObjection(facts, message.whenDead);
	if (dead) return dead;
	if (message.hasOffer && facts.consent?.outcome !== 'consented') {
		const why = facts.consent?.reason ?? 'It is not known of them.';
		return skip(
			'no-consent',
			`The text gives a promo code, which makes it marketing, and the customer has not consented to that: ${why} To send it without the code, leave Promo Code empty for them and write the part about it in square brackets.`,
		);
	}
	return undefined;
}
