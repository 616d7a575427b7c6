import { ageObjection } from '../domain/consent/ages';
import { type ConsentSource, isOwnAct } from '../domain/consent/consent';
import { type RequestPurpose } from '../domain/consent/purpose';
import { type RequestRule } from '../domain/consent/request';
import { type GateRule } from '../domain/gate';
import { disturbedRest } from '../domain/gate/rest';
import { type Phone } from '../domain/phone';
import { type ShopProfile } from '../domain/shop-profile';
import { type ClaimRequestFacts } from '../ledger/consent';

/** Who may be asked by their age; only where a full date of birth is known. */
export interface AgeGate {
	/** YYYY-MM-DD; undefined: the one that is known of the person. */
	readonly birthday?: string | undefined;
	/** Undefined: the country's. */
	readonly leastAge?: number | undefined;
}

/** Workflows branch on these: append, never rename. */
export type RequestSkip = RequestRule | 'age-unknown' | 'too-young' | RestRule;

/** Of the gate's rules those that keep somebody's rest. */
type RestRule = Extract<GateRule, 'quiet-hours' | 'law-hours' | 'law-day' | 'law-holiday' | 'zone-unknown'>;

export interface SkippedRequest {
	readonly rule: RequestSkip;
	readonly reason: string;
	/** When they can be asked, where only the hour is wrong. */
	readonly nextOpening?: Date | undefined;
}

/** Of the settings of a request what is asked before it is sent. */
interface Asked {
	readonly profile: ShopProfile;
	readonly purpose: RequestPurpose;
	readonly action: 'request' | 'remind';
	readonly source: ConsentSource;
	readonly ageGate?: AgeGate | undefined;
}

/** Who has just signed up waits for the text; who stands on a list, or did not answer, sleeps perhaps. */
export function objectionToHour(
	{ e164, country }: Phone,
	{ purpose, action, source, profile }: Asked,
	now: Date,
): SkippedRequest | undefined {
	if (purpose === 'verification' || (action === 'request' && (isOwnAct(source) || source === 'staff'))) return undefined;
	const shop = { shopTimeZone: profile.timeZone, shopCountry: profile.defaultCountry };
	const objection = disturbedRest({ phone: e164, country, ...shop }, now);
	if (!objection) return undefined;
	const nextOpening = objection.action === 'wait' ? objection.until : undefined;
	return { rule: objection.rule as RestRule, reason: `${objection.reason} Run this again then.`, nextOpening };
}

/** Undefined where no age is asked, or they are old enough. */
export function objectionToAge(
	phone: Phone,
	{ purpose, ageGate, profile }: Asked,
	{ person }: ClaimRequestFacts,
	now: Date,
) {
	if (!ageGate || purpose === 'verification') return undefined;
	const country = phone.country ?? person?.country ?? profile.defaultCountry;
	const birthday = ageGate.birthday ?? person?.birthday;
	return ageObjection({ ...ageGate, birthday, country, now, timeZone: profile.timeZone });
}
