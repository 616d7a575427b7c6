import { DAY, dayNumber } from './clock';
import { type OpeningHours } from './hours';
import { LAW_ROWS, LAW_VERSION } from './table';
import { type Place } from './zones';

/** Where a rule is written. */
export interface LawSource {
	/** As a lawyer would cite it, e.g. "47 CFR 64.1200(c)(1)", "Fla. Stat. 501.616(6)(a)". */
	readonly citation: string;
	readonly url: string;
}

/** One rule of one place. */
export interface LawRow extends LawSource {
	/** Stable, e.g. "us-fl-hours". */
	readonly id: string;
	/** ISO 3166-1 alpha-2. */
	readonly country: string;
	/** US state, two letters; undefined: the whole country. */
	readonly state?: string | undefined;
	/** What it is about, in a few words to the operator, the place before the colon: "Florida: 8 am to 8 pm". */
	readonly title: string;
	/** YYYY-MM-DD, by the recipient's calendar: the first day on which it holds. Undefined: it has held for long. */
	readonly from?: string | undefined;
	/** YYYY-MM-DD: the first day on which it no longer holds. */
	readonly until?: string | undefined;
	/** What kind of rule it is: enacted law, a regulator's or carriers' binding rule, or what the trade keeps to. */
	readonly kind: 'law' | 'rule' | 'practice';
	/** Sources disagree, or only one was found: said to the operator. */
	readonly doubt?: string | undefined;
	/** Which texts it is about. @default ['marketing', 'survey'] */
	readonly purposes?: ReadonlyArray<LawPurpose> | undefined;
	/** Hours outside of which nothing may be sent. */
	readonly hours?: OpeningHours | undefined;
	/** Most offers in any 24 hours. */
	readonly per24Hours?: number | undefined;
	/** One STOP ends everything, whatever the shop chose. */
	readonly stopEndsEverything?: boolean | undefined;
	/** How to leave has to be told in every text, not in some. */
	readonly optOutInEveryText?: boolean | undefined;
	/** Registration ids are needed (India). */
	readonly needsDlt?: boolean | undefined;
}

export type LawPurpose = 'marketing' | 'survey' | 'transactional';

export interface Law {
	/** The day it was last looked through. */
	readonly version: string;
	readonly rows: readonly LawRow[];
}

export const LAW: Law = { version: LAW_VERSION, rows: LAW_ROWS };

const DEFAULT_PURPOSES: readonly LawPurpose[] = ['marketing', 'survey'];

const rowsByPlace = new WeakMap<Law, Map<string, readonly LawRow[]>>();

/** The rows about texts of a purpose to somebody in a place, whenever they hold: see {@link holdsOn}. */
export function rowsFor(law: Law, place: Place, purpose: LawPurpose): readonly LawRow[] {
	let known = rowsByPlace.get(law);
	if (!known) rowsByPlace.set(law, (known = new Map<string, readonly LawRow[]>()));
	const key = `${purpose} ${place.countries.join()} ${place.states.join()}`;
	const remembered = known.get(key);
	if (remembered) return remembered;
	const rows = law.rows.filter(
		({ country, state, purposes = DEFAULT_PURPOSES }) =>
			purposes.includes(purpose) &&
			place.countries.includes(country) &&
			(state === undefined || place.states.includes(state)),
	);
	if (known.size > 2000) known.clear();
	known.set(key, rows);
	return rows;
}

/** Whether a row is in force on a day of the recipient's calendar. @param day days since 1970-01-01. */
export const holdsOn = (row: LawRow, day: number): boolean =>
	(row.from === undefined || day >= dayNumber(row.from)) && (row.until === undefined || day < dayNumber(row.until));

export interface ChangeAhead {
	readonly row: LawRow;
	/** To the operator. */
	readonly sentence: string;
}

const LOOK_AHEAD_DAYS = 120;

/**
 * Rows that begin to hold within the next 120 days.
 *
 * @param countries ISO 3166-1 alpha-2 of the people who are texted.
 */
export function changesAhead(law: Law, countries: readonly string[], now: Date): ChangeAhead[] {
	const today = Math.floor(now.getTime() / DAY);
	return law.rows
		.filter(({ country, from }) => {
			const days = from === undefined ? 0 : dayNumber(from) - today;
			return countries.includes(country) && days > 0 && days <= LOOK_AHEAD_DAYS;
		})
		.map((row) => ({ row, sentence: sentenceAbout(row) }));
}

function sentenceAbout({ from, title, citation, doubt }: LawRow): string {
	return `From ${from} on: ${title} (${citation}).${doubt === undefined ? '' : ` ${doubt}`}`;
}
