// What an item says of somebody's consent, before the ledger is asked.
import { type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { ageObjection, leastAge, readBirthday } from '../../../lib/domain/consent/ages';
import {
	CONSENT_PURPOSES,
	type ConsentAction,
	type ConsentPurpose,
	isOwnAct,
} from '../../../lib/domain/consent/consent';
import { type ConsentEvidence } from '../../../lib/domain/consent/event';
import { DomainError } from '../../../lib/domain/errors';
import { canonicalLanguage } from '../../../lib/domain/languages';
import { type Phone, readPhone } from '../../../lib/domain/phone';
import { type ShopProfile } from '../../../lib/domain/shop-profile';
import { phoneObjection } from '../../../lib/flows/check-consents';
import { type ConsentEntry } from '../../../lib/ledger/consent';
import { type ConsentFlag, isYes, readConsentFlag, readNamedFlag, refuseEmailFlag } from '../../../lib/sources/consent-flags';
import { choiceOf, readCountry, readTime, textIn } from '../items';

/** Why a consent was not recorded, beside the ledger's own reasons. Workflows branch on these: append, never rename. */
export type RecordRule =
	| 'not-agreed'
	| 'no-flag'
	| 'no-textable-phone'
	| 'time-unreadable'
	| 'time-unknown'
	| 'older-than-consent'
	| 'age-unknown'
	| 'too-young';

export interface Refusal {
	readonly rule: RecordRule;
	readonly reason: string;
}

/** Either an entry, or why there is none. */
export interface ConsentReading {
	readonly purpose: ConsentPurpose;
	/** E.164, as far as it can be read. */
	readonly phone?: string | undefined;
	readonly entry?: ConsentEntry;
	/** Nobody said when they agreed; the entry has the time of this execution. */
	readonly isTimeUnknown?: boolean;
	readonly refusal?: Refusal;
	readonly notes: readonly string[];
}

/** All, but an operator chooses among these only. */
export const RECORD_SOURCES = ['checkout', 'form', 'keyword', 'staff', 'import', 'shop'] as const;
type RecordSource = (typeof RECORD_SOURCES)[number];

/** What the person did, by what the item says. */
interface Act {
	readonly action: ConsentAction;
	/** Undefined when it is not known. */
	readonly givenAt?: Date | undefined;
	readonly note?: string | undefined;
	readonly proof?: string | undefined;
	readonly field?: string | undefined;
	/** The number that a shop's flag is about. */
	readonly phone?: string | undefined;
}

const NO_WORDING =
	'The words that they were shown are not on record, and a consent without them proves little: fill in Wording Shown.';

/**
 * Reads one item.
 *
 * @throws DomainError `bad-setting` for what the operator has to mend: it holds for every item.
 */
export function readConsent(context: IExecuteFunctions, itemIndex: number, profile: ShopProfile, now: Date): ConsentReading {
	const purpose = choiceOf('What For', context.getNodeParameter('purpose', itemIndex), CONSENT_PURPOSES);
	const source = choiceOf('Where It Comes From', context.getNodeParameter('source', itemIndex), RECORD_SOURCES);
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const act = readAct(context, itemIndex, source, purpose);
	const refusedAct = 'rule' in act ? act : undefined;
	const { action, givenAt, note, proof, field, phone: ofFlag } = 'rule' in act ? ({ action: 'record' } as Act) : act;
	const phone = readPhone(ofFlag ?? context.getNodeParameter('phone', itemIndex, ''), readCountry(options, profile));
	const about = { purpose, phone: phone.e164, notes: [] };
	// an opt-out counts for every number that can be told
	const isUnusable = phone.problem !== undefined && !(action === 'revoke' && phone.valid);
	if (isUnusable || !phone.e164) return { ...about, refusal: { rule: 'no-textable-phone', reason: phoneObjection(phone) } };
	if (refusedAct) return { ...about, refusal: refusedAct };
	const gate = action === 'revoke' || purpose !== 'marketing' ? {} : readAgeGate(options, phone, profile, now);
	if (gate.refusal) return { ...about, refusal: gate.refusal };
	const wording = textIn(context.getNodeParameter('wording', itemIndex, ''));
	return {
		...about,
		entry: {
			phone: phone.e164,
			purpose,
			action,
			source,
			actor: isOwnAct(source) ? 'customer' : 'operator',
			givenAt: givenAt ?? now,
			wording: action === 'revoke' ? undefined : wording,
			language: readLanguage(textIn(options.language)),
			evidence: { ...readEvidence(context, options, proof), field, age: gate.passed },
		},
		isTimeUnknown: givenAt === undefined,
		notes: [...(note ? [note] : []), ...(action === 'record' && !wording ? [NO_WORDING] : [])],
	};
}

function readAct(context: IExecuteFunctions, itemIndex: number, source: RecordSource, purpose: ConsentPurpose): Act | Refusal {
	if (source === 'import') return readImport(context, itemIndex);
	const givenAt = readTime(context.getNodeParameter('givenAt', itemIndex, ''));
	const path = source === 'shop' ? (textIn(context.getNodeParameter('flagField', itemIndex, '')) ?? '') : '';
	if (givenAt === null && (source !== 'shop' || path)) return unreadable('Given At');
	if (source === 'shop') {
		refuseEmailFields(context.getNode().parameters.flagField);
		return readFlag(context.getInputData()[itemIndex]?.json, path, purpose, givenAt ?? undefined);
	}
	if (source === 'keyword') return { action: 'record', givenAt: givenAt ?? undefined };
	refuseEmailFields(context.getNode().parameters.agreed);
	if (isYes(context.getNodeParameter('agreed', itemIndex, ''))) return { action: 'record', givenAt: givenAt ?? undefined };
	return { rule: 'not-agreed', reason: 'They have not agreed: Agreed is no clear yes, such as true, 1, on or yes. An empty value is none.' };
}

const unreadable = (label: string): Refusal => ({
	rule: 'time-unreadable',
	reason: `${label} is no time. Give an ISO time, e.g. 2026-05-03T14:05:00Z.`,
});

/** What nobody can prove or date is only put on the list. */
function readImport(context: IExecuteFunctions, itemIndex: number): Act | Refusal {
	const proof = textIn(context.getNodeParameter('whereProofLies', itemIndex, ''));
	const givenAt = readTime(context.getNodeParameter('agreedOn', itemIndex, ''));
	if (givenAt === null) return unreadable('Agreed On');
	if (proof && givenAt) return { action: 'record', givenAt, proof };
	const missing = proof ? 'the day of their consent' : 'proof';
	return {
		action: 'list',
		givenAt: undefined,
		note: `They were put down as pending, because ${missing} is missing. Ask them with Request Opt-In.`,
		proof,
	};
}

function readFlag(json: IDataObject | undefined, path: string, purpose: ConsentPurpose, givenAt: Date | undefined): Act | Refusal {
	if (!path && purpose !== 'marketing') {
		throw new DomainError(
			'bad-setting',
			'The flags of Shopify and Klaviyo are about offers, and What For is something else',
			'Set What For to Offers, or name a Field of your shop that is about it.',
		);
	}
	const flag: ConsentFlag | null = path ? readNamedFlag(json, path, givenAt) : readConsentFlag(json);
	if (!flag) {
		const reason = path
			? `The item has no field "${path}".`
			: 'The item has no flag of Shopify or Klaviyo for texts. Shopify leaves it out of its webhooks since 2025-01; read the customer’s defaultPhoneNumber.marketingState.';
		return { rule: 'no-flag', reason };
	}
	if (flag.says === 'nothing') return { rule: 'not-agreed', reason: `They have not agreed: ${flag.field}.` };
	const { says: action, field, phone } = flag;
	if (action === 'list' && !flag.givenAt)
		return { action, field, phone, note: 'They were put down as pending, because the flag does not tell when they agreed.' };
	return { action, givenAt: flag.givenAt, field, phone };
}

/**
 * Looks at an expression itself, as its value tells not where it came from. Of "$json.a.b" and "$('Node').item.json['a'].b" the
 * field is a.b.
 *
 * @throws DomainError `bad-setting` when it reads a field about e-mail.
 */
function refuseEmailFields(expression: unknown): void {
	if (typeof expression !== 'string' || !expression.startsWith('=')) return;
	const paths = expression.matchAll(/(?:\$json|\.json)((?:\??\.?\[\s*["'`][^"'`]*["'`]\s*\]|\??\.\w+)+)/g);
	for (const [, path] of paths) refuseEmailFlag((path as string).replace(/[[\]?"'`\s.]+/g, '.').replace(/^\.|\.$/g, ''));
}

/** The age that somebody has passed, or why not; empty where there is no gate. */
function readAgeGate(
	options: IDataObject,
	{ country }: Phone,
	{ timeZone }: ShopProfile,
	now: Date,
): { readonly passed?: string; readonly refusal?: Refusal } {
	if (options.ageGate !== true) return {};
	const birthday = readBirthday(options.birthday, now).date;
	const own = Number(options.leastAge) || undefined;
	const objection = ageObjection({ birthday, country, leastAge: own, now, timeZone });
	if (objection) return { refusal: { rule: objection.rule, reason: `${objection.reason}.` } };
	return { passed: `at least ${own ?? leastAge(country) ?? leastAge(undefined)}` };
}

function readLanguage(tag: string | undefined): string | undefined {
	const language = canonicalLanguage(tag);
	if (tag && !language) throw new DomainError('bad-setting', `Language is "${tag}"`, 'It should look like this: pl');
	return language;
}

/** Longer ones are none: browsers' names have some hundred characters. */
const LONGEST = 1_000;

function readEvidence(context: IExecuteFunctions, options: IDataObject, proof: string | undefined): ConsentEvidence {
	const text = (name: string) => textIn(options[name])?.slice(0, LONGEST);
	return {
		formUrl: text('formUrl'),
		ip: text('ip'),
		userAgent: text('userAgent'),
		orderNumber: text('orderNumber'),
		note: [proof?.slice(0, LONGEST), text('note')].filter(Boolean).join('; ') || undefined,
		...whereItRan(context),
	};
}

/** The workflow and execution that wrote something down. */
export const whereItRan = (context: IExecuteFunctions): Pick<ConsentEvidence, 'workflow' | 'execution'> => ({
	workflow: context.getWorkflow().id ?? undefined,
	execution: context.getExecutionId(),
});
