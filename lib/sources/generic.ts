// Systems that nobody listed, as far as their fields are plain. It knows no sender's documentation, so it takes a field only
// by names that mean one thing, and a status only by words that mean one thing; everything else is left to mapped fields.

import { EMPTY_EVENT, type OrderEvent, type StageReading } from '../domain/order-event';
import {
	countryOf,
	entryOf,
	type Fields,
	firstNameOf,
	givenNameOf,
	idOf,
	isFields,
	languageOf,
	linkOf,
	phonesOf,
	textOf,
} from './read';
import { EVENT, STATUS_NAMES, stageOfWord } from './protocols/machine-words';

/** Whose fields an object holds. Of others (a driver, a sender, a line item, a payment) nothing is read. */
const BLOCKS: Readonly<Record<string, 'order' | 'parcel' | 'person'>> = {
	order: 'order',
	data: 'order',
	payload: 'order',
	shipment: 'parcel',
	parcel: 'parcel',
	package: 'parcel',
	tracking: 'parcel',
	trackinginfo: 'parcel',
	shippingaddress: 'person',
	deliveryaddress: 'person',
	shipto: 'person',
	shipping: 'person',
	delivery: 'person',
	recipient: 'person',
	receiver: 'person',
	consignee: 'person',
	customer: 'person',
	buyer: 'person',
	contact: 'person',
	billingaddress: 'person',
	billing: 'person',
};

const ORDER_NUMBER = [
	'ordernumber',
	'orderno',
	'ordernr',
	'ordername',
	'orderreference',
	'orderref',
	'ordercode',
	'shoporderid',
	'channelorderid',
	'merchantorderid',
	'orderid',
];
const ORDER_NUMBER_IN_ORDER = ['number', 'reference', 'code', 'id'];
const TRACKING_NUMBER = [
	'trackingnumber',
	'trackingcode',
	'trackingno',
	'trackingid',
	'awb',
	'awbnumber',
	'waybill',
	'consignmentnumber',
];
const TRACKING_URL = ['trackingurl', 'trackinglink', 'trackinguri'];
const COMPANY = ['carrier', 'carriername', 'courier', 'couriername', 'trackingcompany', 'shippingcompany'];
const PHONE =
	/^(order|customer|buyer|recipient|receiver|consignee|shipping|delivery|contact|billing)?(phone|phonenumber|mobile|mobilephone|mobilenumber|telephone|tel|cellphone)$/;
const FIRST_NAME = /^(customer|buyer|recipient|receiver|consignee|shipping|delivery|billing)?(firstname|givenname)$/;
const FULL_NAME = /^(customer|buyer|recipient|receiver|consignee|contact)(full)?name$/;
const EMAIL = /^(customer|buyer|contact)?e?mail(address)?$/;
const NAME_OF_PERSON = new Set(['name', 'fullname']);
const COUNTRY = /^(shipping|delivery|recipient|customer|destination|billing)?country(code|iso|iso2|iso3)?$/;
const LANGUAGE = /^(customer|buyer)?(language|languagecode|locale|lang)$/;

/** Where such a field is, a message is what has a status: texts and mails are "delivered" too. */
const MESSAGE = new Set([
	'messageid',
	'messagesid',
	'smsid',
	'smssid',
	'sendid',
	'smsstatus',
	'messagestatus',
	'emailid',
	'emailstatus',
]);

/** A return is "shipped" and "delivered" too, to the shop. */
const RETURN = new Set(['returnid', 'returnnumber', 'returnstatus', 'rma', 'rmaid', 'rmanumber', 'isreturn', 'isrvp']);
const ABOUT_A_RETURN = /return|exchange|\brma\b|reverse/i;

interface Found {
	/** Without separators, in lower case. */
	readonly name: string;
	readonly path: string;
	readonly value: unknown;
	readonly block: 'order' | 'parcel' | 'person' | 'root';
	/** The object it stands in. */
	readonly owner: Fields;
}

const MAX_DEPTH = 3;
const MAX_FIELDS = 300;

const nameOf = (key: string) => key.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

function collect(owner: Fields, block: Found['block'], prefix: string, depth: number, into: Found[]): Found[] {
	for (const key of Object.keys(owner)) {
		if (into.length >= MAX_FIELDS) break;
		const value = owner[key];
		const name = nameOf(key);
		const path = `${prefix}${key.replace(/\W/g, '_')}`;
		if (typeof value === 'string' || typeof value === 'number') {
			if (textOf(value) !== undefined) into.push({ name, path, value, block, owner });
			continue;
		}
		const inner = isFields(value) && depth < MAX_DEPTH ? entryOf(BLOCKS, name) : undefined;
		if (inner)
			collect(value as Fields, inner === 'order' && name !== 'order' ? block : inner, `${path}.`, depth + 1, into);
	}
	return into;
}

/** What a payload of an unknown sender seems to say; undefined where it names no order and no parcel, or no status and no phone. */
export function guessOrderEvent(payload: Fields): OrderEvent | undefined {
	const found = collect(payload, 'root', '', 0, []);
	if (found.some(({ name }) => MESSAGE.has(name))) return undefined;
	const things = found.filter(({ block }) => block !== 'person');
	const first = (names: readonly string[], among: readonly Found[]) =>
		names.flatMap((name) => among.find((one) => one.name === name && idOf(one.value) !== undefined) ?? [])[0]?.value;
	const orderNumber = idOf(
		first(ORDER_NUMBER, things) ??
			first(
				ORDER_NUMBER_IN_ORDER,
				found.filter(({ block }) => block === 'order'),
			),
	);
	const number = idOf(first(TRACKING_NUMBER, found));
	if (!orderNumber && !number) return undefined;
	const statuses = things.filter(({ name }) => STATUS_NAMES.includes(name));
	const countries = found.filter(({ name }) => COUNTRY.test(name));
	const country = countryOf(...countries.map(({ value }) => value));
	const phones = phonesOf(
		found
			.filter(({ name, block }) => PHONE.test(name) && block !== 'parcel')
			.map(({ value, path, owner }) => ({
				path,
				raw: value,
				country: countryOf(...countries.filter((one) => one.owner === owner).map((one) => one.value)) ?? country,
				firstName: nameIn(found.filter((one) => one.owner === owner)),
			})),
	);
	if (statuses.length === 0 && phones.length === 0) return undefined;
	const url = found.flatMap(({ name, value }) => (TRACKING_URL.includes(name) ? (linkOf(value) ?? []) : []))[0];
	return {
		...EMPTY_EVENT,
		source: 'generic',
		guessed: true,
		...(isAboutReturn(found, payload) ? A_RETURN : readingOf(statuses, orderNumber !== undefined)),
		orderNumber,
		firstName: nameIn(found),
		phones,
		country,
		language: languageOf(...found.flatMap(({ name, value }) => (LANGUAGE.test(name) ? [value] : []))),
		trackings: number || url ? [{ number, url, company: textOf(first(COMPANY, found)) }] : [],
		lookup: phones.length > 0 ? undefined : LOOKUP,
	};
}

const A_RETURN: StageReading = { stage: null, stageEvidence: 'guessed: it is about a return' };

const isAboutReturn = (found: readonly Found[], payload: Fields): boolean =>
	Object.keys(payload).some((key) => RETURN.has(nameOf(key)) && payload[key] !== false && payload[key] !== null) ||
	found.some(
		({ name, value }) =>
			RETURN.has(name) || (EVENT.includes(name) && ABOUT_A_RETURN.test(String(value)) && !isReturnToSender(value)),
	);

const isReturnToSender = (value: unknown) => /return(ed)?[_ .-]?to[_ .-]?sender/i.test(String(value));

const LOOKUP =
	'No field of this item is plainly the phone number of a customer. Set Order Data to "Mapped Fields" and say where it stands.';

/** The name of the person that these fields are about. Beside a phone and an e-mail address a plain "name" is a person's. */
function nameIn(fields: readonly Found[]): string | undefined {
	const isPerson = ({ name, block, owner }: Found) =>
		FULL_NAME.test(name) || (NAME_OF_PERSON.has(name) && (block === 'person' || isContact(fields, owner)));
	return (
		givenNameOf(...fields.flatMap(({ name, value }) => (FIRST_NAME.test(name) ? [value] : []))) ??
		firstNameOf(...fields.flatMap((one) => (isPerson(one) ? [one.value] : [])))
	);
}

const isContact = (fields: readonly Found[], owner: Fields) =>
	[PHONE, EMAIL].every((pattern) => fields.some((one) => one.owner === owner && pattern.test(one.name)));

function readingOf(statuses: readonly Found[], hasOrder: boolean): StageReading {
	const evidence = ({ path, value }: Found) => `${path} = ${textOf(value)?.slice(0, 60).trim()}`;
	const read = statuses.flatMap((one) => {
		const stage = stageOfWord({ ...one, isOfParcel: one.block === 'parcel' }, hasOrder);
		return stage ? [{ stage, text: evidence(one) }] : [];
	});
	// "created" and "shipped" are left behind by whatever else is said; of the rest, two that differ are one too many
	const news = ['confirmed', 'shipped'].reduce(
		(rest, old) => (rest.some(({ stage }) => stage !== old) ? rest.filter(({ stage }) => stage !== old) : rest),
		read,
	);
	const [one] = news;
	if (!one) {
		const said = statuses.slice(0, 3).map(evidence).join(', ');
		return { stage: null, stageEvidence: `guessed: ${said || 'no field is a status'}; no word in it is sure` };
	}
	if (news.some(({ stage }) => stage !== one.stage)) {
		return { stage: null, stageEvidence: `guessed: ${news.map(({ text }) => text).join(' contradicts ')}` };
	}
	return { stage: one.stage, stageEvidence: `guessed: ${one.text}` };
}
