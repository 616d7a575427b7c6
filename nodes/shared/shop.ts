import { type IDataObject, type ILoadOptionsFunctions } from 'n8n-workflow';
import { isTimeZone } from '../../lib/domain/format';
import { DomainError } from '../../lib/domain/errors';
import { canonicalLanguage } from '../../lib/domain/languages';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { type ReadCredential } from './carrier-account';
import { type LedgerSettings } from './open-ledger';
import { type CarrierContext } from './transport';

export interface Shop {
	readonly profile: ShopProfile;
	readonly ledger: LedgerSettings;
}

/**
 * The shop as its credential describes it; without one, what works for everybody.
 *
 * @param readCredential for webhooks, which do not read it from n8n every time.
 */
export async function readShop(
	context: CarrierContext | ILoadOptionsFunctions,
	readCredential: ReadCredential = (type) => context.getCredentials(type),
): Promise<Shop> {
	const isSet = context.getNode().credentials?.commerceSmsShopApi !== undefined;
	return shopFromFields(isSet ? await readCredential('commerceSmsShopApi') : {}, context.getTimezone());
}

/**
 * @param fields of the shop credential; empty ones have their defaults.
 * @param ownZone the zone of this n8n.
 * @throws DomainError `bad-setting` naming the field and an example.
 */
export function shopFromFields(fields: IDataObject, ownZone: string): Shop {
	const text = (name: string) =>
		typeof fields[name] === 'string' ? (fields[name] as string).trim() || undefined : undefined;
	const timeZone = text('timeZone');
	if (timeZone && !isTimeZone(timeZone)) throw badSetting('Time Zone', timeZone, 'Europe/Warsaw');
	const country = text('defaultCountry')?.toUpperCase();
	if (country && !/^[A-Z]{2}$/.test(country)) throw badSetting('Default Country', country, 'PL');
	const language = text('language');
	if (language && !canonicalLanguage(language)) throw badSetting('Language', language, 'pl');
	return {
		profile: {
			key: text('shopKey') ?? 'default',
			brand: text('brand'),
			supportPhone: text('supportPhone'),
			shopUrl: text('shopUrl'),
			defaultCountry: country,
			timeZone: timeZone ?? ownZone,
			defaultLanguage: language,
			optOutScope: fields.optOutScope === 'marketing' ? 'marketing' : 'everything',
		},
		ledger: { path: text('ledgerPath') ?? '' },
	};
}

const badSetting = (field: string, value: string, example: string) =>
	new DomainError(
		'bad-setting',
		`${field} in the shop credential is "${value}"`,
		`It should look like this: ${example}`,
	);
