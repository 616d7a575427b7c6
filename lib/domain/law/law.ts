import { type OpeningHours } from './hours';
import { LAW_ROWS, LAW_VERSION } from './table';

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
	/** What it is about, in a few words to the operator: "Florida: 8 am to 8 pm". */
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
	readonly purposes?: ReadonlyArray<'marketing' | 'survey' | 'transactional'> | undefined;
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

export interface Law {
	/** The day it was last looked through. */
	readonly version: string;
	readonly rows: readonly LawRow[];
}

export const LAW: Law = { version: LAW_VERSION, rows: LAW_ROWS };
