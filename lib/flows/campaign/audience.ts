// Whom a campaign is for, page by page: memory does not grow with their number.
import { day } from '../../domain/day';
import { wallClock } from '../../domain/format';
import { DAY } from '../../domain/law/clock';
import { type Phone, readPhone } from '../../domain/phone';
import { type ShopProfile } from '../../domain/shop-profile';
import { type FoundPerson, type PeopleSearch, type PeopleVerbs } from '../../ledger/people';
import { birthdaysAround, isBirthday, objectionToDate, zoneOf } from '../birthday-gifts';
import { type CampaignRule } from './settings';

/** Somebody whom a campaign may be for. */
export interface AudiencePerson {
	/** As read; with a problem where no text can be sent to it. */
	readonly phone: Phone;
	/** What makes their text unique within the campaign. */
	readonly key: string;
	readonly firstName?: string | undefined;
	/** Language tag. */
	readonly language?: string | undefined;
	/** ISO 3166-1 alpha-2: where they live. */
	readonly country?: string | undefined;
	/** US state, two letters. */
	readonly state?: string | undefined;
	/** IANA zone that they or their order told. */
	readonly timeZone?: string | undefined;
	/** They are left out, before anything else is asked. */
	readonly objection?: { readonly rule: CampaignRule; readonly reason: string } | undefined;
	/** Position of the input item. */
	readonly itemIndex: number;
}

export type Audience = AsyncIterable<readonly AudiencePerson[]> | Iterable<readonly AudiencePerson[]>;

/** How many people are read, asked about and planned at once. */
export const PAGE = 500;

/** Conditions by which people are found. */
export type Conditions = Omit<PeopleSearch, 'shop' | 'limit' | 'after' | 'now'>;

interface AudienceDeps {
	readonly ledger: Pick<PeopleVerbs, 'searchPeople'>;
	readonly shop: string;
	now(): Date;
}

/** What is in memory anyhow, such as input items, in pages. */
export function* inPages<T>(all: readonly T[]): Generator<readonly T[]> {
	for (let start = 0; start < all.length; start += PAGE) yield all.slice(start, start + PAGE);
}

/** Everybody who meets some conditions; each phone gets one text of the campaign. */
export async function* peopleWho(conditions: Conditions, itemIndex: number, deps: AudienceDeps) {
	for await (const page of pagesOf(conditions, deps))
		yield page.map((person) => fromLedger(person, person.phone, itemIndex));
}

export interface BirthdayAudience {
	readonly profile: ShopProfile;
	/** A birthday that is known for fewer days waits a year. */
	readonly knownForDays: number;
}

/** Everybody whose birthday it is today, where they live; a text a year. */
export async function* whoseBirthdayItIs(
	conditions: Conditions,
	{ profile, knownForDays }: BirthdayAudience,
	itemIndex: number,
	deps: AudienceDeps,
) {
	const now = deps.now();
	for await (const page of pagesOf({ ...conditions, birthdays: birthdaysAround(now) }, deps)) {
		yield page.flatMap((person): AudiencePerson[] => {
			const timeZone = zoneOf(person, profile);
			if (!isBirthday(person.birthday, now, timeZone)) return [];
			const { year } = wallClock(now.getTime(), timeZone);
			const objection = objectionToDate(person, knownForDays, now);
			return [{ ...fromLedger(person, `${person.phone} ${year}`, itemIndex), objection }];
		});
	}
}

/** Everybody whose last order is older than that; a text for each time that they stayed away. */
export async function* whoStayedAway(conditions: Conditions, days: number, itemIndex: number, deps: AudienceDeps) {
	const lastOrderBefore = new Date(deps.now().getTime() - days * DAY);
	for await (const page of pagesOf({ ...conditions, lastOrderBefore }, deps)) {
		yield page.flatMap((person) =>
			person.lastOrderAt
				? [fromLedger(person, `${person.phone} ${day(person.lastOrderAt)}`, itemIndex)]
				: [],
		);
	}
}

async function* pagesOf(conditions: Conditions, { ledger, shop, now }: AudienceDeps): AsyncGenerator<FoundPerson[]> {
	const search = { ...conditions, shop, now: now(), limit: PAGE };
	let after: string | undefined;
	for (;;) {
		const page = await ledger.searchPeople({ ...search, after });
		if (page.length > 0) yield page;
		if (page.length < PAGE) return;
		after = page.at(-1)?.id;
	}
}

const fromLedger = (person: FoundPerson, key: string, itemIndex: number): AudiencePerson => ({
	phone: readPhone(person.phone),
	key,
	firstName: person.firstName,
	language: person.language,
	country: person.country,
	timeZone: person.timeZone,
	itemIndex,
});
