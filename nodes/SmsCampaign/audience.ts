import { type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { DomainError } from '../../lib/domain/errors';
import { isTimeZone } from '../../lib/domain/format';
import { canonicalLanguage } from '../../lib/domain/languages';
import { readCountry } from '../../lib/domain/country';
import { readLanguage } from '../../lib/domain/person';
import { columnsOf } from '../../lib/domain/person-columns';
import { chooseRecipient, type Phone, readPhone } from '../../lib/domain/phone';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import {
	type Audience,
	type AudiencePerson,
	peopleWho,
	whoseBirthdayItIs,
	whoStayedAway,
} from '../../lib/flows/campaign/audience';
import { type CampaignKind } from '../../lib/ledger/campaigns';
import { type PeopleVerbs } from '../../lib/ledger/people';
import { at } from '../../lib/sources/read';
import { readConditions } from '../SmsContact/settings';
import { textOf } from '../PromoCode/settings';

/** Items show numbers with stars in them, for people to look at. */
const isMasked = (raw: string) => raw.includes('*');

/** The person that an input item is. @throws DomainError for a detail that the operator filled in and that is none. */
export function personOfItem(context: IExecuteFunctions, itemIndex: number, profile: ShopProfile): AudiencePerson {
	const item = context.getInputData()[itemIndex]?.json ?? {};
	const set = context.getNodeParameter('personDetails', itemIndex, {}) as IDataObject;
	const columns = columnsOf(item);
	const country = checked('Country', set.country, readCountry, 'PL') ?? (columns.country && readCountry(columns.country));
	const timeZone = checked('Time Zone', set.timeZone, zoneIn, 'Europe/Warsaw') ?? zoneIn(columns.timeZone ?? '');
	const language = canonicalLanguage(textOf(set.language)) ?? (columns.language && readLanguage(columns.language));
	const phone = phoneOf(context, itemIndex, columns.phones, country || undefined, profile);
	return {
		phone,
		key: phone.e164 ?? phone.raw,
		firstName: textOf(set.firstName) || columns.firstName,
		language: language || undefined,
		country: country || undefined,
		state: textOf(set.state).toUpperCase() || stateIn(item),
		timeZone,
		itemIndex,
	};
}

function phoneOf(
	context: IExecuteFunctions,
	itemIndex: number,
	fields: ReturnType<typeof columnsOf>['phones'],
	country: string | undefined,
	{ defaultCountry }: ShopProfile,
): Phone {
	const named = textOf(context.getNodeParameter('phone', itemIndex, ''));
	if (named && !isMasked(named)) return readPhone(named, country ?? defaultCountry);
	const unmasked = fields.filter(({ raw }) => !isMasked(raw));
	return chooseRecipient(unmasked, country ?? defaultCountry) ?? readPhone('');
}

const zoneIn = (written: string): string | undefined => (isTimeZone(written) ? written : undefined);

function checked(
	field: string,
	value: unknown,
	read: (written: string) => string | undefined,
	example: string,
): string | undefined {
	const written = textOf(value);
	const result = written ? read(written) : undefined;
	if (written && result === undefined)
		throw new DomainError('bad-setting', `${field} is "${written}"`, `It should look like this: ${example}`);
	return result;
}

/** As Shopify's and WooCommerce's addresses have it. */
function stateIn(item: IDataObject): string | undefined {
	const places = [
		['default_address', 'province_code'],
		['shipping_address', 'province_code'],
		['billing_address', 'province_code'],
		['shipping', 'state'],
		['billing', 'state'],
	];
	const states = places.map((place) => textOf(at(item, ...place))).filter((state) => /^[A-Z]{2}$/.test(state));
	return states[0];
}

/** People of the ledger, as the kind of campaign and the node's conditions choose them. */
export function peopleOf(
	context: IExecuteFunctions,
	itemIndex: number,
	kind: CampaignKind,
	profile: ShopProfile,
	ledger: Pick<PeopleVerbs, 'searchPeople'>,
): Audience {
	const now = new Date();
	const set = readConditions(context, itemIndex, profile, now, 'whichPeople');
	// only those may be texted; the gate asks again
	const conditions = { ...set, consent: set.consent ?? ({ purpose: 'marketing', status: 'confirmed' } as const) };
	const deps = { ledger, shop: profile.key, now: () => now };
	if (kind === 'birthday-gift') {
		const knownForDays = Number(context.getNodeParameter('knownForDays', itemIndex, 30)) || 0;
		return whoseBirthdayItIs(conditions, { profile, knownForDays }, itemIndex, deps);
	}
	if (kind === 'win-back') {
		const days = Math.max(Number(context.getNodeParameter('inactiveDays', itemIndex, 90)) || 90, 1);
		return whoStayedAway(conditions, days, itemIndex, deps);
	}
	return peopleWho(conditions, itemIndex, deps);
}
