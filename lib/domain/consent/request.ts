import { day } from '../day';
import { FAILURE_SENTENCES, type FailureReason } from '../delivery';
import { type Phone, PHONE_PROBLEMS } from '../phone';
import { type ConsentRule, type ConsentSource, type ConsentState, isOwnAct, nextStatus } from './consent';
import { type RequestPurpose } from './purpose';

/** Texts that ask, or carry a code, which a phone, a range of phones, a country or an address on the internet has caused. */
export interface RequestCounts {
	/** To this very phone, in the last 10 minutes, hour and day. */
	readonly phone10Minutes: number;
	readonly phoneHour: number;
	readonly phoneDay: number;
	/** When the last one went to it. */
	readonly phoneLastAt?: Date | undefined;
	/** To other phones that differ in their last four digits only, in the last hour. */
	readonly prefixHour: number;
	/** To the country in the last hour, and how many of them were answered. */
	readonly countryHour: number;
	readonly countryHourConfirmed: number;
	/** To other phones, caused by the same IP address, in the last hour; 0 when no address is known. */
	readonly ipHour: number;
}

export interface RequestLimits {
	/** ISO countries that may be texted; empty: all. */
	readonly countries: readonly string[];
	readonly prefixHour: number;
	readonly countryHour: number;
	readonly ipHour: number;
}

/** Against SMS pumping: somebody has a form text numbers whose network pays him a share. */
export const DEFAULT_LIMITS: RequestLimits = { countries: [], prefixHour: 10, countryHour: 500, ipHour: 10 };

/** A text that is to ask for consent, or to check a phone. */
export interface RequestMessage {
	readonly purpose: RequestPurpose;
	readonly action: 'request' | 'remind';
	readonly source: ConsentSource;
	readonly givenAt: Date;
	readonly now: Date;
	readonly phone: Phone;
	readonly limits: RequestLimits;
}

export interface RequestFacts {
	readonly state: ConsentState;
	/** They have stopped every text. */
	readonly optOut?: { readonly origin: 'carrier' | 'reply' | 'operator'; readonly at: Date } | undefined;
	readonly dead?: { readonly reason: FailureReason; readonly at: Date } | undefined;
	/** The last request provably did not reach the carrier: it was as good as never sent. */
	readonly lastRequestFailed: boolean;
	readonly counts: RequestCounts;
}

/** Workflows branch on these: append, never rename. */
export type RequestRule =
	| ConsentRule
	| 'no-textable-phone'
	| 'country-not-allowed'
	| 'number-type-not-allowed'
	| 'dead-number'
	| 'too-many-to-phone'
	| 'too-many-to-range'
	| 'too-many-to-country'
	| 'too-many-from-address';

export type RequestDecision =
	| { readonly action: 'send' }
	| { readonly action: 'skip'; readonly rule: RequestRule; readonly reason: string };

const skip = (rule: RequestRule, reason: string): RequestDecision => ({ action: 'skip', rule, reason });

/**
 * Whether somebody may be asked for consent, or sent a code. Pure. The first rule that objects speaks: first what is wrong
 * with the number, then what the person has said, then the limits.
 */
export function decideRequest(message: RequestMessage, facts: RequestFacts): RequestDecision {
	return objectionToPhone(message, facts) ?? objectionFromConsent(message, facts) ?? objectionFromLimits(message, facts) ?? { action: 'send' };
}

/** Numbers that cost the sender or belong to nobody's pocket: nobody proves anything by a code sent to them. */
const REFUSED_TYPES: ReadonlySet<string | undefined> = new Set(['VOIP', 'PERSONAL_NUMBER', 'PAGER', 'UAN', 'VOICEMAIL']);

function objectionToPhone({ phone, limits }: RequestMessage, { dead }: RequestFacts): RequestDecision | undefined {
	if (phone.problem) {
		const wayOut = phone.problem === 'no-country' ? ' To tell, set Default Country.' : '';
		return skip('no-textable-phone', `The phone number ${PHONE_PROBLEMS[phone.problem]}.${wayOut}`);
	}
	if (REFUSED_TYPES.has(phone.type))
		return skip('number-type-not-allowed', 'The number is not a mobile phone’s: internet and personal numbers are not asked, because they are cheap to misuse.');
	if (limits.countries.length > 0 && !limits.countries.includes(phone.country ?? ''))
		return skip('country-not-allowed', `The number belongs to ${phone.country ?? 'an unknown country'}, which is not among the Allowed Countries. To text it, add it there.`);
	if (dead) return skip('dead-number', `A text to this number failed for good on ${day(dead.at)}. ${FAILURE_SENTENCES[dead.reason]}`);
	return undefined;
}

function objectionFromConsent(message: RequestMessage, { state, optOut, lastRequestFailed }: RequestFacts): RequestDecision | undefined {
	const { purpose, action, source, givenAt, now } = message;
	if (optOut?.origin === 'carrier')
		return skip('opted-out', `They have texted STOP, and the carrier lets no text through to them since ${day(optOut.at)}. They can come back by texting START.`);
	if (optOut && (!isOwnAct(source) || givenAt <= optOut.at))
		return skip('opted-out', `They have opted out of every text on ${day(optOut.at)}. They can come back by texting START, or by signing up again themselves.`);
	if (purpose === 'verification') return undefined;
	// a request that never left us has asked nobody
	const asked = lastRequestFailed ? { ...state, askedAt: undefined, expiresAt: undefined } : state;
	const verdict = nextStatus(asked, { action, source, givenAt, now });
	return verdict.rule && skip(verdict.rule, verdict.reason);
}

const MINUTE_MS = 60_000;

/**
 * How many texts a phone gets: five in ten minutes, and the lock grows with every further wish. Ten in a day are the end: a
 * code that did not arrive ten times will not.
 */
const PHONE_LIMITS = [
	{ of: 'phone10Minutes', most: 5, waitMinutes: 10 },
	{ of: 'phoneHour', most: 7, waitMinutes: 60 },
	{ of: 'phoneDay', most: 10, waitMinutes: 24 * 60 },
] as const;

/** Of so many requests at least some are answered, where people sign up; where numbers are pumped, none is. */
const FEWEST_TO_JUDGE = 30;
const LEAST_ANSWERED = 0.05;

function objectionFromLimits({ phone, source, limits }: RequestMessage, { counts }: RequestFacts): RequestDecision | undefined {
	for (const { of, most, waitMinutes } of [...PHONE_LIMITS].reverse()) {
		if (counts[of] < most) continue;
		const until = new Date((counts.phoneLastAt?.getTime() ?? 0) + waitMinutes * MINUTE_MS);
		return skip('too-many-to-phone', `This number was sent ${counts[of]} requests lately. The next can go out at ${until.toISOString().slice(0, 16)}Z.`);
	}
	if (!isOwnAct(source)) return undefined; // the operator's own list is no attack
	if (counts.prefixHour >= limits.prefixHour)
		return skip('too-many-to-range', `${counts.prefixHour} neighbouring numbers were sent a request within an hour, which looks like a machine. If it is not, raise Most per Number Range.`);
	if (counts.ipHour >= limits.ipHour)
		return skip('too-many-from-address', `${counts.ipHour} numbers were entered from the same IP address within an hour. If that is right, raise Most per IP Address.`);
	const isKnownCountry = limits.countries.includes(phone.country ?? '');
	const isUnanswered = !isKnownCountry && counts.countryHour >= FEWEST_TO_JUDGE && counts.countryHourConfirmed < counts.countryHour * LEAST_ANSWERED;
	if (counts.countryHour >= limits.countryHour || isUnanswered)
		return skip('too-many-to-country', `${counts.countryHour} requests went to ${phone.country ?? 'this country'} within an hour, and ${counts.countryHourConfirmed} were answered. That looks like a machine; if it is not, raise Most per Country or name the country under Allowed Countries.`);
	return undefined;
}
