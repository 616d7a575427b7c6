// Where Twilio sends replies, and how that is changed.
// Numbers      https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
// Short codes  https://www.twilio.com/docs/messaging/api/short-code-resource
// Services     https://www.twilio.com/docs/messaging/api/service-resource
// Regions      https://www.twilio.com/docs/global-infrastructure/using-the-twilio-rest-api-in-a-non-us-region

import { CarrierError } from '../../domain/errors';
import { maskPhone, maskPhonesIn } from '../../domain/phone';
import { normaliseSender, senderKind } from '../../domain/sender';
import { jsonOf, type WireResponse } from '../../wire';
import { type CarrierConfig, type Exchange, type InboundRegistration, type InboundSetting } from '../carrier';
import { accountFailureOf, isSuccess } from './http-failure';
import { fieldsOf, type Json, listOf, textOf } from './reading';

interface AccountConfig extends CarrierConfig {
	readonly accountSid: string;
}

interface Resource {
	readonly path: (account: string, sid: string) => string;
	/** The form field with the URL; in JSON it is the same name in snake_case. */
	readonly urlField: string;
	/** The field by which something else gets the replies, whatever the URL; undefined where there is none. */
	readonly shadow?: string;
	/** Every other field that decides where replies go, with what our webhook needs. */
	readonly fields: (url: string) => Readonly<Record<string, string>>;
}

const accountPath = (account: string) => `/2010-04-01/Accounts/${account}`;

/** Twilio calls a URL once; the fallback makes that twice. */
const withFallback = (prefix: 'Sms' | '', url: string) => ({
	[`${prefix}FallbackUrl`]: url,
	[`${prefix}FallbackMethod`]: 'POST',
});

/** By the first letters of a SID. */
const RESOURCES: Readonly<Record<'PN' | 'SC' | 'MG', Resource>> = {
	PN: {
		path: (account, sid) => `${accountPath(account)}/IncomingPhoneNumbers/${sid}.json`,
		urlField: 'SmsUrl',
		shadow: 'SmsApplicationSid',
		fields: (url) => ({ SmsMethod: 'POST', SmsApplicationSid: '', ...withFallback('Sms', url) }),
	},
	SC: {
		path: (account, sid) => `${accountPath(account)}/SMS/ShortCodes/${sid}.json`,
		urlField: 'SmsUrl',
		fields: (url) => ({ SmsMethod: 'POST', ...withFallback('Sms', url) }),
	},
	MG: {
		path: (_account, sid) => `/v1/Services/${sid}`,
		urlField: 'InboundRequestUrl',
		shadow: 'UseInboundWebhookOnNumber',
		fields: (url) => ({ InboundMethod: 'POST', UseInboundWebhookOnNumber: 'false', ...withFallback('', url) }),
	},
};

const PLACE = /^twilio ((PN|SC|MG)[0-9a-zA-Z]{32})$/;
/** The largest that Twilio serves: nobody has more Messaging Services. */
const PAGE_SIZE = 1000;

export const twilioInbound: InboundRegistration<AccountConfig> = {
	async read(sender, config, exchange) {
		const get = getter(config, exchange);
		const own = normaliseSender(sender);
		const kind = senderKind(own);
		if (kind === 'messaging-service') return await serviceSetting(own, get);
		if (kind === 'phone-number') return await numberSetting(own, config, get);
		if (kind === 'short-code') return await shortCodeSetting(own, config, get);
		throw badSender(
			`The sender "${maskPhonesIn(own)}" cannot receive texts. Choose a phone number, a short code or a Messaging Service`,
		);
	},

	async write({ place, url, rest }, config, exchange) {
		const [, sid, type] = PLACE.exec(place) ?? [];
		if (!sid || !type) throw new CarrierError('bad-config', `"${place}" is no place of Twilio's`);
		const { path, urlField, fields } = RESOURCES[type as keyof typeof RESOURCES];
		const wanted = Object.entries({ [urlField]: url, ...fields(url), ...rest });
		// an empty URL or application is a value, an empty method is none
		const form = wanted.filter(([name, value]) => value !== '' || !name.endsWith('Method'));
		const response = await exchange({
			method: 'POST',
			url: urlOf(config, path(config.accountSid, sid)),
			headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
			body: new URLSearchParams(form).toString(),
		});
		if (!isSuccess(response)) throw refusal(response);
	},
};

async function serviceSetting(sid: string, get: Get): Promise<InboundSetting> {
	const service = await get(RESOURCES.MG.path('', sid));
	if (!service) throw badSender(`The Messaging Service ${sid} is not of this Twilio account. ${CHECK}`);
	return settingOf('MG', service, `Messaging Service ${textOf(service.sid) ?? sid}`);
}

async function numberSetting(sender: string, { accountSid }: AccountConfig, get: Get): Promise<InboundSetting> {
	const query = new URLSearchParams({ PhoneNumber: sender });
	const page = await get(`${accountPath(accountSid)}/IncomingPhoneNumbers.json?${query}`);
	// Twilio's search takes parts of numbers too
	const number = itemsOf(page?.incoming_phone_numbers).find(({ phone_number }) => phone_number === sender);
	const label = `number ${maskPhone(sender)}`;
	if (!number) throw badSender(`The ${label} is not of this Twilio account. ${CHECK}`);
	if (fieldsOf(number.capabilities).sms === false) {
		throw badSender(`The ${label} cannot receive texts. Choose another number, or a Messaging Service`);
	}
	return (await settingOfServiceWith('PhoneNumbers', number, label, get)) ?? settingOf('PN', number, label);
}

async function shortCodeSetting(sender: string, { accountSid }: AccountConfig, get: Get): Promise<InboundSetting> {
	const query = new URLSearchParams({ ShortCode: sender });
	const page = await get(`${accountPath(accountSid)}/SMS/ShortCodes.json?${query}`);
	const shortCode = itemsOf(page?.short_codes).find(({ short_code }) => short_code === sender);
	const label = `short code ${sender}`;
	if (!shortCode) throw badSender(`The ${label} is not of this Twilio account. ${CHECK}`);
	return (await settingOfServiceWith('ShortCodes', shortCode, label, get)) ?? settingOf('SC', shortCode, label);
}

/**
 * The Messaging Service that handles a number's replies; undefined when none has the number, or it leaves them to the number.
 * A number does not say which service it is in, so the services are asked.
 */
async function settingOfServiceWith(
	collection: 'PhoneNumbers' | 'ShortCodes',
	{ sid }: Json,
	label: string,
	get: Get,
): Promise<InboundSetting | undefined> {
	const page = await get(`/v1/Services?PageSize=${PAGE_SIZE}`);
	for (const service of itemsOf(page?.services)) {
		if (service.use_inbound_webhook_on_number === true) continue;
		const isInPool = await get(`/v1/Services/${String(service.sid)}/${collection}/${String(sid)}`);
		if (isInPool) {
			return settingOf(
				'MG',
				service,
				`Messaging Service ${String(service.sid)}, which handles the replies to ${label}`,
			);
		}
	}
	return undefined;
}

function settingOf(type: keyof typeof RESOURCES, resource: Json, label: string): InboundSetting {
	const { urlField, shadow, fields } = RESOURCES[type];
	const valueOf = (field: string) => String(resource[snakeCase(field)] ?? '');
	const isShadowed = shadow !== undefined && !['', 'false'].includes(valueOf(shadow));
	// a URL that is not called is no place where replies go, and has to be put back all the same
	const kept = [...Object.keys(fields('')), ...(isShadowed ? [urlField] : [])];
	return {
		place: `twilio ${String(resource.sid)}`,
		label,
		url: isShadowed ? '' : valueOf(urlField),
		rest: Object.fromEntries(kept.map((field) => [field, valueOf(field)])),
	};
}

const snakeCase = (name: string) => name.replace(/(?!^)([A-Z])/g, '_$1').toLowerCase();

const itemsOf = (list: unknown) => listOf(list).map(fieldsOf);

/** What stands at a path; undefined for a 404. */
type Get = (path: string) => Promise<Json | undefined>;

const getter =
	(config: AccountConfig, exchange: Exchange): Get =>
	async (path) => {
		const response = await exchange({
			method: 'GET',
			url: urlOf(config, path),
			headers: { accept: 'application/json' },
		});
		if (response.status === 404) return undefined;
		if (!isSuccess(response)) throw refusal(response);
		return fieldsOf(jsonOf(response.body));
	};

/** Services have a host of their own; whoever stands in for Twilio under another name serves both. */
const urlOf = ({ baseUrl }: AccountConfig, path: string): string =>
	(path.startsWith('/v1/')
		? baseUrl.replace(/^https:\/\/api\.([\w.-]*twilio\.com)$/, 'https://messaging.$1')
		: baseUrl) + path;

function refusal(response: WireResponse): CarrierError {
	const { code, message, more_info: moreInfo } = fieldsOf(jsonOf(response.body));
	const words = { code: textOf(code), message: textOf(message), moreInfo: textOf(moreInfo) };
	return accountFailureOf('Twilio', response, words);
}

const CHECK = 'Check the sender and the account in the Twilio credential';

const badSender = (message: string) => new CarrierError('bad-config', message);
