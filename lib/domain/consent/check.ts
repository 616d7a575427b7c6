import { day } from '../day';
import { type ShopProfile } from '../shop-profile';
import { type ConsentPurpose, type ConsentState, NO_CONSENT, PURPOSE_LABELS, standingAt } from './consent';

/** Workflows branch on these: append, never rename. */
export type AnswerRule =
	| 'confirmed'
	| 'not-needed'
	| 'waiting'
	| 'not-asked'
	| 'never-asked'
	| 'not-answered'
	| 'opted-out'
	| 'forgotten';

/** Whether somebody may be texted for a purpose, and why. */
export interface ConsentAnswer {
	readonly outcome: 'consented' | 'pending' | 'not-consented';
	readonly rule: AnswerRule;
	/** In a sentence to the operator. */
	readonly reason: string;
	/** Since when it stands so. */
	readonly since?: Date | undefined;
}

export interface ConsentRecord {
	readonly states: Readonly<Partial<Record<ConsentPurpose, ConsentState>>>;
	readonly optOut?: { readonly origin: 'carrier' | 'reply' | 'operator'; readonly at: Date } | undefined;
}

/**
 * The question that every promotional text asks before it leaves. Pure. Only a confirmed consent is a yes; texts about orders
 * need none, and end with an opt-out of every text.
 */
export function consentFor(
	purpose: ConsentPurpose,
	{ states, optOut }: ConsentRecord,
	optOutScope: ShopProfile['optOutScope'],
	now: Date,
): ConsentAnswer {
	const state = states[purpose] ?? NO_CONSENT;
	const not = (rule: AnswerRule, reason: string, since?: Date): ConsentAnswer => ({
		outcome: 'not-consented',
		rule,
		reason,
		since,
	});
	const endsThis = purpose !== 'transactional' || optOutScope === 'everything' || optOut?.origin === 'carrier';
	if (optOut && endsThis) return not('opted-out', `They have opted out on ${day(optOut.at)}.`, optOut.at);
	if (purpose === 'transactional') {
		if (state.status === 'revoked' && optOutScope === 'everything')
			return not('opted-out', `They have opted out on ${day(state.since as Date)}.`, state.since);
		return {
			outcome: 'consented',
			rule: 'not-needed',
			reason: 'Texts about an order need no consent, and they have not opted out.',
			since: state.status === 'confirmed' ? state.since : undefined,
		};
	}
	const what = PURPOSE_LABELS[purpose];
	switch (standingAt(state, now)) {
		case 'confirmed':
			return { outcome: 'consented', rule: 'confirmed', reason: `They consented to ${what} on ${day(state.since as Date)}.`, since: state.since };
		case 'revoked':
			return not('opted-out', `They have opted out of ${what} on ${day(state.since as Date)}.`, state.since);
		case 'pending':
			return state.askedAt
				? { outcome: 'pending', rule: 'waiting', reason: `They were asked on ${day(state.askedAt)} and have not answered yet.`, since: state.askedAt }
				: { outcome: 'pending', rule: 'not-asked', reason: 'They are on a list without proof, and were not asked yet. Send them a request with Request Opt-In.', since: state.since };
		default:
			if (state.askedAt) return not('not-answered', `They were asked on ${day(state.askedAt)} and did not agree.`, state.askedAt);
			if (state.forgottenAt) return not('forgotten', `They were forgotten on ${day(state.forgottenAt)} at their own wish.`, state.forgottenAt);
			return not('never-asked', `Nobody has asked them for their consent to ${what}.`);
	}
}
