// Flags of shops that say whether somebody agreed to texts. A flag about e-mail says nothing of texts, and is never read.

import { DomainError } from '../domain/errors';
import { at, entryOf, field, type Fields, firstText, isFields, listOf, textOf, timeOf, wordOf } from './read';
import { findPayloads, openItem } from './unwrap';

/**
 * What a flag says.
 *
 * - `record`: they agreed, and it says when
 * - `list`: somebody says that they agreed, but not when, or they have not confirmed it yet
 * - `revoke`: they do not want offers any more
 * - `nothing`: they never said anything
 */
export type FlagMeaning = 'record' | 'list' | 'revoke' | 'nothing';

export interface ConsentFlag {
	readonly says: FlagMeaning;
	/** When the person changed it; undefined when the payload does not tell. */
	readonly givenAt?: Date | undefined;
	/** Where it stands, with its value: "sms_marketing_consent.state = subscribed". */
	readonly field: string;
	/** The number that the flag is about, as it is written; undefined where the payload does not tell. */
	readonly phone?: string | undefined;
}

/** The flag as a system writes it, before its word is understood. */
interface RawFlag {
	readonly path: string;
	readonly state: unknown;
	readonly level?: unknown;
	readonly at?: unknown;
	readonly phone?: unknown;
}

/**
 * Words of Shopify and Klaviyo; any other says nothing.
 * https://shopify.dev/docs/api/admin-graphql/latest/enums/CustomerSmsMarketingState
 * https://developers.klaviyo.com/en/docs/collect_email_and_sms_consent_via_api
 */
const STATES: Readonly<Record<string, 'yes' | 'pending' | 'no'>> = {
	subscribed: 'yes',
	pending: 'pending',
	unsubscribed: 'no',
};

/**
 * The flag for texts with offers in an order, customer or profile of Shopify (REST and GraphQL) or Klaviyo, at the top of an
 * n8n item or in what n8n nodes put around it. Null when it holds none.
 */
export function readConsentFlag(json: unknown): ConsentFlag | null {
	const [raw] = findPayloads(openItem(json).content, (payload) => rawFlagIn(payload));
	return raw ? understand(raw) : null;
}

function understand({ path, state, level, at: time, phone }: RawFlag): ConsentFlag {
	const word = entryOf(STATES, wordOf(state));
	const since = timeOf(time);
	const givenAt = since === undefined ? undefined : new Date(since);
	const levelWord = textOf(level);
	return {
		says: meaningOf(word, givenAt),
		givenAt,
		field: `${path} = ${textOf(state) ?? 'empty'}${levelWord ? ` (${levelWord})` : ''}`,
		phone: textOf(phone),
	};
}

/** A yes that nobody can date may be older than an opt-out, so it is worth no more than a place on the list. */
function meaningOf(word: 'yes' | 'pending' | 'no' | undefined, givenAt: Date | undefined): FlagMeaning {
	if (word === 'yes') return givenAt ? 'record' : 'list';
	if (word === 'pending') return 'list';
	return word === 'no' ? 'revoke' : 'nothing';
}

/** In an order the flag belongs to the customer, and so to the customer's number, not to that of the delivery. */
function rawFlagIn(payload: Fields): RawFlag | undefined {
	const customer = field(payload, 'customer');
	const ofCustomer = isFields(customer) ? rawFlagOf(customer, 'customer.') : undefined;
	return ofCustomer ?? rawFlagOf(payload, '');
}

function rawFlagOf(person: Fields, path: string): RawFlag | undefined {
	return shopifyRest(person, path) ?? shopifyGraphql(person, path) ?? klaviyo(person, path);
}

/** https://shopify.dev/docs/api/admin-rest/latest/resources/customer; gone from the payloads of 2025-01 and later. */
function shopifyRest(person: Fields, path: string): RawFlag | undefined {
	const consent = field(person, 'sms_marketing_consent');
	if (!isFields(consent)) return undefined;
	return {
		path: `${path}sms_marketing_consent.state`,
		state: consent.state,
		level: consent.opt_in_level,
		at: consent.consent_updated_at,
		phone: person.phone,
	};
}

/** https://shopify.dev/docs/api/admin-graphql/latest/objects/CustomerPhoneNumber; the nested form is that of 2027-01. */
function shopifyGraphql(person: Fields, path: string): RawFlag | undefined {
	const number = field(person, 'defaultPhoneNumber');
	const phone = field(number, 'phoneNumber');
	if (field(number, 'marketingState') !== undefined) {
		return {
			path: `${path}defaultPhoneNumber.marketingState`,
			state: field(number, 'marketingState'),
			level: field(number, 'marketingOptInLevel'),
			at: field(number, 'marketingUpdatedAt'),
			phone,
		};
	}
	const isNested = isFields(field(number, 'smsMarketingConsent'));
	const consent = isNested ? field(number, 'smsMarketingConsent') : field(person, 'smsMarketingConsent');
	if (field(consent, 'marketingState') === undefined) return undefined;
	return {
		path: `${path}${isNested ? 'defaultPhoneNumber.' : ''}smsMarketingConsent.marketingState`,
		state: field(consent, 'marketingState'),
		level: field(consent, 'marketingOptInLevel'),
		at: firstText(field(consent, 'consentUpdatedAt'), field(consent, 'marketingUpdatedAt')),
		phone: phone ?? person.phone,
	};
}

/** https://developers.klaviyo.com/en/reference/get_profile; needs additional-fields[profile]=subscriptions. */
function klaviyo(person: Fields, path: string): RawFlag | undefined {
	const attributes = field(person, 'attributes');
	const profile = isFields(attributes) ? attributes : person;
	const marketing = at(profile, 'subscriptions', 'sms', 'marketing');
	if (!isFields(marketing)) return undefined;
	return {
		path: `${path}${profile === person ? '' : 'attributes.'}subscriptions.sms.marketing.consent`,
		state: marketing.consent,
		level: marketing.method,
		at: firstText(marketing.consent_timestamp, marketing.last_updated),
		phone: profile.phone_number,
	};
}

/**
 * A field that the operator names, e.g. `meta_data._sms_optin` or `note_attributes.SMS`.
 *
 * @param path names with dots between them, from the item's top, or from what the Webhook node calls its body. In lists of
 * keys and values, as WooCommerce's meta data and Shopify's note attributes are, the key.
 * @param givenAt when the person ticked it, e.g. the time of the order.
 * @returns `nothing` for whatever is no clear yes; null when there is no such field.
 * @throws DomainError `bad-setting` when the field is one about e-mail.
 */
export function readNamedFlag(json: unknown, path: string, givenAt: Date | undefined): ConsentFlag | null {
	refuseEmailFlag(path);
	const names = path.split('.').map((name) => name.trim());
	const value = valueAt(json, names) ?? valueAt(openItem(json).content, names);
	if (value === undefined || value === null) return null;
	const says = isYes(value) ? (givenAt ? 'record' : 'list') : 'nothing';
	const written = typeof value === 'object' ? 'a list or object' : String(value).slice(0, 100);
	return { says, givenAt, field: `${path} = ${written}` };
}

/** Of several entries with the same key the last: plugins append. A key may have dots in it. */
function valueAt(value: unknown, names: readonly string[]): unknown {
	if (names.length === 0) return value;
	for (let length = names.length; length > 0; length--) {
		const found = valueAt(memberOf(value, names.slice(0, length).join('.')), names.slice(length));
		if (found !== undefined) return found;
	}
	return undefined;
}

function memberOf(value: unknown, name: string): unknown {
	if (!Array.isArray(value)) return field(value, name);
	const entry = listOf(value).findLast((candidate) => field(candidate, 'key') === name || field(candidate, 'name') === name);
	return entry === undefined ? (/^\d+$/.test(name) ? value[Number(name)] : undefined) : field(entry, 'value');
}

/** What check boxes and plugins write for yes, and the word itself in the languages that we text in. */
const YES: ReadonlySet<string> = new Set([
	...['true', '1', 'on', 'checked', 'yes', 'y'],
	...['да', 'ano', 'ja', 'ναι', 'sí', 'si', 'jah', 'kyllä', 'oui', 'हाँ', 'हां', 'da', 'igen', 'ya'],
	...['sì', 'taip', 'jā', 'tak', 'sim', 'áno', 'evet', 'так'],
]);

/**
 * Whether a value is a clear yes: true, 1, or a word for it. All else is none, an absent value first of all. A list with one
 * entry, as n8n's forms give check boxes, counts as its entry.
 */
export function isYes(value: unknown): boolean {
	if (Array.isArray(value)) return value.length === 1 && !Array.isArray(value[0]) && isYes(value[0]);
	if (value === true || value === 1) return true;
	return typeof value === 'string' && YES.has(value.normalize('NFC').trim().toLowerCase());
}

/**
 * Shopify's buyer_accepts_marketing, accepts_marketing, email_marketing_consent and marketing_opt_in_level, BigCommerce's
 * is_email_opt_in, Ecwid's acceptMarketing, newsletter boxes, Mailchimp's and Klaviyo's.
 */
const ABOUT_EMAIL = /mail|newsletter|accepts?marketing|marketingoptinlevel|courriel|correo|boletin|rundbrief/;

/** @throws DomainError `bad-setting` when a name tells that the field is about e-mail. */
export function refuseEmailFlag(path: string): void {
	const letters = path.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '');
	if (!ABOUT_EMAIL.test(letters)) return;
	throw new DomainError(
		'bad-setting',
		`"${path}" is a flag about e-mail, and who agreed to e-mails has not agreed to texts`,
		'Name a field that was asked for texts alone. Where there is none, ask with Request Opt-In.',
	);
}
