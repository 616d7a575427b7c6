// What the ledger knows of people, and its verbs for them.
import { type ConsentPurpose, type ConsentStatus } from '../domain/consent/consent';

/** What somebody tells us of a person. Undefined fields say nothing and leave what is known. */
export interface PersonDetails {
	/** The shop's own id of the customer. */
	readonly customerId?: string | undefined;
	readonly name?: string | undefined;
	readonly firstName?: string | undefined;
	/** Language tag. */
	readonly language?: string | undefined;
	/** ISO 3166-1 alpha-2. */
	readonly country?: string | undefined;
	/** IANA zone. */
	readonly timeZone?: string | undefined;
	/** YYYY-MM-DD, or MM-DD where the year is not known. */
	readonly birthday?: string | undefined;
	/** The operator's own fields; an empty text takes one away. */
	readonly fields?: Readonly<Record<string, string>> | undefined;
	/** Added to those the person has. */
	readonly tags?: readonly string[] | undefined;
}

export interface PersonToSave extends PersonDetails {
	/** E.164, one that can be texted. */
	readonly phone: string;
	/** The country of the number itself: that of a new person of whom nobody told another. */
	readonly countryOfPhone?: string | undefined;
	/** The number takes the place of the person's others, which are kept as former ones. Needs a customer id. */
	readonly replacesPhone?: boolean | undefined;
	/** Who says it: `save`, `import`, the shop system of an order, or `order` where a tracker or mapped fields told of it. */
	readonly source: string;
	/** Which id a new person would get. */
	readonly newId: string;
}

/**
 * - `saved`: a person nobody knew
 * - `merged`: somebody known; what was said is added to what was known
 * - `refused`: somebody who was forgotten may not come back by an import
 */
export type Saved =
	| { readonly outcome: 'saved' | 'merged'; readonly person: Person; readonly changed: readonly string[] }
	| { readonly outcome: 'refused'; readonly rule: 'forgotten'; readonly at: Date };

export interface Person extends Omit<PersonDetails, 'tags' | 'fields'> {
	readonly id: string;
	/** The main number: the current one that was given last. */
	readonly phone: string;
	/** All of them, the main one first. */
	readonly phones: readonly PersonPhone[];
	/** When the birthday that is known was given. */
	readonly birthdayGivenAt?: Date | undefined;
	readonly fields: Readonly<Record<string, string>>;
	readonly tags: readonly string[];
	/** Whose words these are: the operator's (`save`, `import`) once they have said something, else the first order's source. */
	readonly source: string;
	readonly createdAt: Date;
	readonly updatedAt: Date;
}

export interface PersonPhone {
	readonly phone: string;
	readonly since: Date;
	/** Since when another number has taken its place; undefined while it is used. */
	readonly until?: Date | undefined;
	/** When a one-time code proved that it is theirs. */
	readonly verifiedAt?: Date | undefined;
	/** How many other people of the shop have the same number. */
	readonly sharedWith: number;
}

/** A person with what can be searched for beside the details. Consent, opt-out and texts are those of the main number. */
export interface FoundPerson extends Person {
	readonly consents: ReadonlyArray<{ readonly purpose: ConsentPurpose; readonly status: ConsentStatus; readonly since: Date }>;
	readonly optedOut: boolean;
	/** Orders of all of the person's current numbers that were neither cancelled nor refunded. */
	readonly orders: number;
	readonly lastOrderAt?: Date | undefined;
	/** By currency, what these orders came to. */
	readonly spent: ReadonlyArray<{ readonly currency: string; readonly total: number }>;
	readonly lastTextedAt?: Date | undefined;
}

/** Every condition that is given must hold. */
export interface PeopleSearch {
	readonly shop: string;
	/** Any of these tags. */
	readonly tags?: readonly string[] | undefined;
	readonly withoutTags?: readonly string[] | undefined;
	readonly countries?: readonly string[] | undefined;
	readonly languages?: readonly string[] | undefined;
	/** Where consent of the main number stands; `none` also finds those of whom nothing is recorded. */
	readonly consent?: { readonly purpose: ConsentPurpose; readonly status: ConsentStatus } | undefined;
	/** Nobody who ordered since, or never did. */
	readonly lastOrderBefore?: Date | undefined;
	readonly lastOrderAfter?: Date | undefined;
	readonly spentAtLeast?: number | undefined;
	/** Finds those who spent nothing too. */
	readonly spentAtMost?: number | undefined;
	/** Of what was spent; undefined: whatever was spent in any currency, each on its own. */
	readonly currency?: string | undefined;
	/** Nobody who was texted since; finds those never texted too. */
	readonly lastTextedBefore?: Date | undefined;
	readonly lastTextedAfter?: Date | undefined;
	/** Any of these days, MM-DD. */
	readonly birthdays?: readonly string[] | undefined;
	/** The id of the last person of the page before; undefined for the first page. */
	readonly after?: string | undefined;
	/** Most people in the answer. */
	readonly limit: number;
	/** For whether a pending consent has expired. */
	readonly now: Date;
}

/** Whom a verb is about: the people with that number, or the one with that customer id. */
export type WhichPerson =
	| { readonly phone: string; readonly customerId?: undefined }
	| { readonly customerId: string; readonly phone?: undefined };

/** What was erased of somebody, in numbers, and what had to stay. */
export interface Forgotten {
	readonly people: number;
	readonly phones: number;
	readonly orders: number;
	readonly texts: number;
	readonly replies: number;
	/** Consent events that stay as proof, without number and evidence. */
	readonly consentEvents: number;
	/** False when nothing was known of them. */
	readonly wasKnown: boolean;
}

/** The ledger's verbs for people. */
export interface PeopleVerbs {
	/**
	 * Saves people, all in one transaction, and answers in the same order. Who somebody is:
	 * - the customer id names one person; a number that this person did not have is added to theirs, or takes the place of the
	 *   others
	 * - without one, the number names the person; where several have it, the one that was updated last. A former number names
	 *   nobody: it may be somebody else's by now
	 * - a number whose only person has no customer id yet gets it; one whose people have other ids gets a further person: two
	 *   people with one phone
	 *
	 * Whose words count: the operator's (`save`, `import`) replace all older ones. An order's fill gaps, and replace what earlier
	 * orders said of the same customer; they overwrite nothing of a person of whom the operator told, and without a customer id
	 * nothing of one who has such an id. A birthday is given anew only when it is another date. Nothing new said, nothing
	 * written.
	 *
	 * Consent is of the number, never of the person: a changed number has none.
	 *
	 * Races: callers take turns; two that save the same new person save one.
	 */
	savePeople(shop: string, people: readonly PersonToSave[], now: Date): Promise<Saved[]>;

	/** The people with that number now or formerly, the one updated last first; or the one with that customer id. */
	findPeople(shop: string, which: WhichPerson, now: Date): Promise<FoundPerson[]>;

	/** Ordered by id, so that pages neither overlap nor leave anybody out. */
	searchPeople(search: PeopleSearch): Promise<FoundPerson[]>;

	/** Adds and takes away tags; answers the people as they are then. Empty when nobody is known. */
	tagPeople(
		shop: string,
		which: WhichPerson,
		change: { readonly add: readonly string[]; readonly remove: readonly string[] },
		now: Date,
	): Promise<Person[]>;

	/**
	 * Erases what names somebody: the person, all their numbers, names and links of their orders, words of texts and replies.
	 * Consent events stay, stripped of number and evidence: they say no more whose they are, but whoever has the number and the
	 * ledger's key finds them again, should the consent be disputed. A keyed hash of each number stays on the suppression list;
	 * an opt-out stays in force through it.
	 *
	 * Who it is: by customer id that person; by number all who have it now, and where nobody has, who had it. A number that
	 * another person has too is taken from them, with its orders, texts and consents; who had no other number is erased as well.
	 *
	 * Orders stay with their numbers, totals and stages, texts without number and words: what is left keeps a text from being
	 * sent twice. Forgetting somebody again, or somebody unknown, puts the number on the list all the same.
	 */
	forgetPerson(shop: string, which: WhichPerson, now: Date): Promise<Forgotten>;
}
