import { type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { canonicalLanguage } from '../../lib/domain/languages';
import { type OrderEvent } from '../../lib/domain/order-event';
import { normaliseOrderNumber } from '../../lib/domain/order-identity';
import { readCountry } from '../../lib/domain/country';
import { readLanguage } from '../../lib/domain/person';
import { columnsOf } from '../../lib/domain/person-columns';
import { chooseRecipient, PHONE_PROBLEMS, type PhoneField, readPhone } from '../../lib/domain/phone';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { readOrderEvents } from '../../lib/sources';
import { at, field, firstText, idOf, isFields, listOf } from '../../lib/sources/read';
import { badSetting, listIn, textOf } from './settings';

/** What an item tells of the customer and the order; undefined where it says nothing. */
export interface Occasion {
	/** E.164. */
	readonly phone?: string | undefined;
	/** What is wrong with the phone, where there is one; a sentence. */
	readonly phoneProblem?: string | undefined;
	/** Whether the operator has named the phone, not the item. */
	readonly isPhoneNamed: boolean;
	/** Without its number sign; the shop's id where there is no number. */
	readonly order?: string | undefined;
	readonly country?: string | undefined;
	readonly language?: string | undefined;
	readonly orderTotal?: string | undefined;
	readonly currency?: string | undefined;
	/** The shop's ids of what is ordered. */
	readonly products?: readonly string[] | undefined;
	readonly collections?: readonly string[] | undefined;
}

/** Reads an item; what the operator filled in counts before it. @throws DomainError for a default country that is none. */
export function readOccasion(context: IExecuteFunctions, itemIndex: number, profile: ShopProfile): Occasion {
	const json = context.getInputData()[itemIndex]?.json ?? {};
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const details = context.getNodeParameter('orderDetails', itemIndex, {}) as IDataObject;
	const event = eventIn(json);
	const columns = columnsOf(json);
	const body = isFields(json.body) && isFields(json.headers) ? json.body : json;
	const country = event?.country ?? (columns.country ? readCountry(columns.country) : undefined);
	const named = textOf(context.getNodeParameter('phone', itemIndex, ''));
	const fields = [...(event?.phones ?? []), ...columns.phones];
	return {
		...readWhose(named, fields, country, readDefaultCountry(options) ?? profile.defaultCountry),
		order: normaliseOrderNumber(
			firstText(
				context.getNodeParameter('order', itemIndex, ''),
				orderOf(event),
				body.orderNumber,
				body.order_number,
				body.orderId,
			),
		),
		country,
		language: canonicalLanguage(textOf(options.language)) ?? event?.language ?? languageIn(columns.language),
		orderTotal: firstText(details.total, event?.total, body.orderTotal, body.total),
		currency: firstText(details.currency, event?.currency, body.currency)?.toUpperCase(),
		products: listIn(details.products) ?? productsIn(body),
		collections: listIn(details.collections),
	};
}

/** Of operations that are not about an item's order: the language that the operator chose. */
export function readOccasionOptions(
	context: IExecuteFunctions,
	itemIndex: number,
): Pick<Occasion, 'language' | 'country'> {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	return { language: canonicalLanguage(textOf(options.language)) };
}

const languageIn = (written: string | undefined) => (written ? readLanguage(written) : undefined);

const orderOf = (event: OrderEvent | undefined) => event?.orderNumber ?? event?.orderId;

/** The order that an item tells of, the first where there are several; undefined where it is something else. */
function eventIn(json: unknown): OrderEvent | undefined {
	try {
		return readOrderEvents(json)[0];
	} catch {
		return undefined; // it throws for nothing else
	}
}

export function readDefaultCountry(options: IDataObject): string | undefined {
	const written = textOf(options.defaultCountry);
	const country = written ? readCountry(written) : undefined;
	if (written && !country) throw badSetting('Default Country', written, 'Write a two-letter code, e.g. PL.');
	return country;
}

/** Items show numbers with stars in them, for people to look at. */
const isMasked = (raw: string) => raw.includes('*');

type Whose = Pick<Occasion, 'phone' | 'phoneProblem' | 'isPhoneNamed'>;

function readWhose(
	named: string,
	fields: readonly PhoneField[],
	country: string | undefined,
	fallback: string | undefined,
): Whose {
	if (named && !isMasked(named)) return { ...usable(readPhone(named, country ?? fallback)), isPhoneNamed: true };
	const unmasked = fields.filter(({ raw }) => !isMasked(raw));
	const chosen = chooseRecipient(unmasked, country ?? fallback);
	return { ...(chosen ? usable(chosen) : {}), isPhoneNamed: false };
}

const usable = ({ e164, problem }: ReturnType<typeof readPhone>): Omit<Whose, 'isPhoneNamed'> =>
	e164 && !problem ? { phone: e164 } : { phoneProblem: `The phone number ${PHONE_PROBLEMS[problem ?? 'invalid']}.` };

/** Shopify's and WooCommerce's line items; other shops' under the same names. */
function productsIn(order: unknown): string[] | undefined {
	const inner = [order, field(order, 'order'), at(order, 'body', 'order')].find(
		(one) => listOf(field(one, 'line_items')).length > 0,
	);
	const ids = listOf(field(inner, 'line_items')).flatMap((line) => [
		idOf(field(line, 'product_id')),
		idOf(field(line, 'variant_id')),
	]);
	return listIn(ids.filter((id) => id !== undefined));
}
