import { consentFor } from '../domain/consent/check';
import { day } from '../domain/day';
import { wallClock, zoneOfCountry } from '../domain/format';
import { type ShopProfile } from '../domain/shop-profile';
import { type StoredCode } from '../ledger/codes';
import { type ConsentVerbs } from '../ledger/consent';
import { type FoundPerson, type PeopleVerbs } from '../ledger/people';
import { type CodeDeps, giveCode, GIVING_PROBLEMS, type OpenedSeries } from './give-code';

export interface BirthdaySettings {
	readonly profile: ShopProfile;
	/** A birthday that is known for fewer days waits a year. */
	readonly knownForDays: number;
	/** Whether only those get a gift who may be texted offers. */
	readonly needsConsent: boolean;
}

/** Workflows branch on these: append, never rename. */
export type BirthdayRule =
	| 'birthday-too-new'
	| 'no-consent'
	| 'had-it-already'
	| 'none-left'
	| 'series-void'
	| 'code-void';

/** Whose birthday it is, and what they get; or why they do not. */
export type BirthdayGift = { readonly person: FoundPerson; readonly timeZone: string } & (
	| { readonly code: StoredCode; readonly rule?: undefined }
	| { readonly rule: BirthdayRule; readonly reason: string }
);

export interface BirthdayDeps extends CodeDeps {
	readonly ledger: CodeDeps['ledger'] & Pick<PeopleVerbs, 'searchPeople'> & Pick<ConsentVerbs, 'consentFacts'>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const PAGE = 500;

/**
 * Gives everybody whose birthday it is today, where they live, their code of the year. Who was born on 29 February has the birthday
 * on 1 March in common years.
 *
 * The code comes first and the claim second: of a crash in between a code is left that the next run finds again by its key.
 *
 * Races: of two runs at once each person is handed out by one.
 */
export async function* birthdayGifts(
	opened: OpenedSeries,
	settings: BirthdaySettings,
	deps: BirthdayDeps,
): AsyncGenerator<BirthdayGift> {
	const now = deps.now();
	let after: string | undefined;
	for (;;) {
		const search = { shop: deps.shop, birthdays: birthdaysAround(now), after, limit: PAGE, now };
		const page = await deps.ledger.searchPeople(search);
		const today = page.flatMap((person) => {
			const timeZone = zoneOf(person, settings.profile);
			return isBirthday(person.birthday, now, timeZone) ? [{ person, timeZone }] : [];
		});
		const phones = [...new Set(today.map(({ person }) => person.phone))];
		const facts = settings.needsConsent ? await deps.ledger.consentFacts(deps.shop, phones) : [];
		const factsOf = new Map(facts.map((one) => [one.phone, one]));
		for (const { person, timeZone } of today) {
			const objection =
				objectionToDate(person, settings.knownForDays, now) ??
				(settings.needsConsent ? objectionToText(factsOf.get(person.phone), settings.profile, now) : undefined);
			yield { person, timeZone, ...(objection ?? (await giftFor(person, timeZone, opened, deps))) };
		}
		if (page.length < PAGE) return;
		after = page.at(-1)?.id;
	}
}

type Refusal = { readonly rule: BirthdayRule; readonly reason: string };

async function giftFor(
	person: FoundPerson,
	timeZone: string,
	opened: OpenedSeries,
	deps: BirthdayDeps,
): Promise<{ readonly code: StoredCode } | Refusal> {
	const { year } = wallClock(deps.now().getTime(), timeZone);
	const given = await giveCode(opened, { key: `birthday ${person.id} ${year}`, phone: person.phone }, deps);
	if (given.problem) return { rule: given.problem, reason: GIVING_PROBLEMS[given.problem] };
	if (await deps.ledger.claimBirthday(deps.shop, person.id, year, deps.now())) return { code: given.code };
	return { rule: 'had-it-already', reason: `They were handed out for ${year} already.` };
}

/** So that nobody sets today's date for the sake of the gift. */
export function objectionToDate(
	{ birthdayGivenAt }: FoundPerson,
	days: number,
	now: Date,
): { readonly rule: 'birthday-too-new'; readonly reason: string } | undefined {
	if (!birthdayGivenAt || birthdayGivenAt.getTime() <= now.getTime() - days * DAY_MS) return undefined;
	return {
		rule: 'birthday-too-new',
		reason: `The birthday was given or changed on ${day(birthdayGivenAt)}, less than ${days} days ago. It counts from next year on.`,
	};
}

function objectionToText(
	facts: Parameters<typeof consentFor>[1] | undefined,
	{ optOutScope }: ShopProfile,
	now: Date,
): Refusal | undefined {
	const { outcome, reason } = consentFor('marketing', facts ?? { states: {} }, optOutScope, now);
	return outcome === 'consented' ? undefined : { rule: 'no-consent', reason };
}

/** Where somebody lives, as far as it is known. */
export const zoneOf = (
	{ timeZone, country }: Pick<FoundPerson, 'timeZone' | 'country'>,
	profile: ShopProfile,
): string => timeZone ?? (country ? zoneOfCountry(country, profile.timeZone) : undefined) ?? profile.timeZone;

/** The days, MM-DD, that it is somewhere on Earth now: at most three, and 29 February with 1 March. */
export function birthdaysAround(now: Date): string[] {
	const days = [-1, 0, 1].map((offset) => new Date(now.getTime() + offset * DAY_MS).toISOString().slice(5, 10));
	return days.includes('03-01') && !days.includes('02-29') ? [...days, '02-29'] : days;
}

/** @param birthday YYYY-MM-DD or MM-DD. */
export function isBirthday(birthday: string | undefined, now: Date, timeZone: string): boolean {
	if (!birthday) return false;
	const { year, month, day } = wallClock(now.getTime(), timeZone);
	const today = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
	const isLeapYear = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
	const date = birthday.slice(-5);
	return date === today || (today === '03-01' && !isLeapYear && date === '02-29');
}
