// Twilio's JSON and form shapes. Field for field as the official SDK reads them (twilio-node 6.2.0, src/rest/api/v2010/account/
// message.ts, incomingPhoneNumber.ts, src/rest/messaging/v1/service.ts) and as the examples of the reference show them.
import { createHmac } from 'node:crypto';
import { TWILIO_ACCOUNT, TWILIO_POOL, type SeededNumber } from '../accounts';
import { type Answer } from '../http';
import { type MessageStatus, type SandboxMessage } from '../store';

const { accountSid } = TWILIO_ACCOUNT;
const API = '/2010-04-01';
const ACCOUNT_PATH = `${API}/Accounts/${accountSid}`;

/** The error body of every Twilio API: https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions */
export function twilioError(status: number, code: number, message: string, headers?: Record<string, string>): Answer {
	return {
		status,
		...(headers ? { headers } : {}),
		json: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
	};
}

/** Twilio hides the last digits of a number in its messages, e.g. "Invalid 'To' Phone Number: +1403555XXXX". */
export const masked = (number: string) => `${number.slice(0, -4)}XXXX`;

let lastSecond = -1;
let lastText = '';

/** RFC 2822 as Twilio writes it: "Thu, 24 Aug 2023 05:01:45 +0000". */
export function rfc2822(at: number): string {
	const second = Math.floor(at / 1000);
	if (second !== lastSecond) {
		lastText = new Date(second * 1000).toUTCString().replace('GMT', '+0000');
		lastSecond = second;
	}
	return lastText;
}

const isoSeconds = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** Before a Messaging Service has chosen the sender, Twilio shows neither sender nor segments. */
const isUndecided = (status: MessageStatus) => status === 'accepted' || status === 'scheduled';

/** https://www.twilio.com/docs/messaging/api/message-resource#message-properties */
export function messageResource(message: SandboxMessage): Record<string, unknown> {
	const undecided = isUndecided(message.status);
	const inbound = message.direction === 'inbound';
	const uri = `${ACCOUNT_PATH}/Messages/${message.id}`;
	return {
		account_sid: accountSid,
		api_version: '2010-04-01',
		body: message.text,
		date_created: rfc2822(message.createdAt),
		date_sent: message.sentAt === null ? null : rfc2822(message.sentAt),
		date_updated: rfc2822(message.updatedAt),
		direction: inbound ? 'inbound' : message.origin === 'api' ? 'outbound-api' : 'outbound-reply',
		error_code: message.errorCode === null ? null : Number(message.errorCode),
		error_message: null,
		from: inbound ? message.phone : undecided ? null : message.sender,
		messaging_service_sid: message.pool,
		num_media: String(message.media.length),
		num_segments: undecided ? '0' : String(message.segments),
		price: null,
		price_unit: undecided ? null : 'USD',
		sid: message.id,
		status: message.status,
		subresource_uris: { media: `${uri}/Media.json` },
		to: inbound ? message.sender : message.phone,
		uri: `${uri}.json`,
	};
}

/** https://www.twilio.com/docs/iam/api/account#account-properties; the auth token is not for showing, even here. */
export function accountResource(createdAt: number): Record<string, unknown> {
	return {
		auth_token: 'redacted',
		date_created: rfc2822(createdAt),
		date_updated: rfc2822(createdAt),
		friendly_name: 'SMS sandbox',
		owner_account_sid: accountSid,
		sid: accountSid,
		status: 'active',
		subresource_uris: {
			incoming_phone_numbers: `${ACCOUNT_PATH}/IncomingPhoneNumbers.json`,
			messages: `${ACCOUNT_PATH}/Messages.json`,
		},
		type: 'Full',
		uri: `${ACCOUNT_PATH}.json`,
	};
}

export interface NumberSettings {
	friendlyName: string;
	/** With one set, every other SMS field is ignored. Short codes have none. */
	smsApplicationSid: string;
	smsUrl: string;
	smsMethod: string;
	smsFallbackUrl: string;
	smsFallbackMethod: string;
	statusCallback: string;
	updatedAt: number;
}

/** https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource#incomingphonenumber-properties */
export function numberResource({ id, number, type }: SeededNumber, settings: NumberSettings): Record<string, unknown> {
	return {
		account_sid: accountSid,
		address_requirements: 'none',
		address_sid: null,
		api_version: '2010-04-01',
		beta: false,
		bundle_sid: null,
		capabilities: { fax: false, mms: number.startsWith('+1'), sms: true, voice: type === 'local' },
		date_created: rfc2822(settings.updatedAt),
		date_updated: rfc2822(settings.updatedAt),
		emergency_address_sid: null,
		emergency_address_status: 'unregistered',
		emergency_status: 'Inactive',
		friendly_name: settings.friendlyName,
		identity_sid: null,
		origin: 'twilio',
		phone_number: number,
		sid: id,
		sms_application_sid: settings.smsApplicationSid,
		sms_fallback_method: settings.smsFallbackMethod,
		sms_fallback_url: settings.smsFallbackUrl,
		sms_method: settings.smsMethod,
		sms_url: settings.smsUrl,
		status: 'in-use',
		status_callback: settings.statusCallback,
		status_callback_method: 'POST',
		trunk_sid: null,
		type,
		uri: `${ACCOUNT_PATH}/IncomingPhoneNumbers/${id}.json`,
		voice_application_sid: null,
		voice_caller_id_lookup: false,
		voice_fallback_method: 'POST',
		voice_fallback_url: null,
		voice_method: 'POST',
		voice_receive_mode: 'voice',
		voice_url: null,
	};
}

/** https://www.twilio.com/docs/messaging/api/short-code-resource */
export function shortCodeResource({ id, number }: SeededNumber, settings: NumberSettings): Record<string, unknown> {
	return {
		account_sid: accountSid,
		api_version: '2010-04-01',
		date_created: rfc2822(settings.updatedAt),
		date_updated: rfc2822(settings.updatedAt),
		friendly_name: settings.friendlyName,
		short_code: number,
		sid: id,
		sms_fallback_method: settings.smsFallbackMethod,
		sms_fallback_url: settings.smsFallbackUrl,
		sms_method: settings.smsMethod,
		sms_url: settings.smsUrl,
		uri: `${ACCOUNT_PATH}/SMS/ShortCodes/${id}.json`,
	};
}

export interface ServiceSettings {
	friendlyName: string;
	inboundRequestUrl: string | null;
	inboundMethod: string;
	fallbackUrl: string | null;
	fallbackMethod: string;
	statusCallback: string | null;
	useInboundWebhookOnNumber: boolean;
	updatedAt: number;
}

/** https://www.twilio.com/docs/messaging/api/service-resource#service-properties */
export function serviceResource(settings: ServiceSettings, baseUrl: string): Record<string, unknown> {
	const url = `${baseUrl}/v1/Services/${TWILIO_ACCOUNT.messagingServiceSid}`;
	return {
		account_sid: accountSid,
		area_code_geomatch: true,
		date_created: isoSeconds(settings.updatedAt),
		date_updated: isoSeconds(settings.updatedAt),
		fallback_method: settings.fallbackMethod,
		fallback_to_long_code: true,
		fallback_url: settings.fallbackUrl,
		friendly_name: settings.friendlyName,
		inbound_method: settings.inboundMethod,
		inbound_request_url: settings.inboundRequestUrl,
		links: { phone_numbers: `${url}/PhoneNumbers`, short_codes: `${url}/ShortCodes`, messages: `${url}/Messages` },
		mms_converter: true,
		scan_message_content: 'inherit',
		sid: TWILIO_ACCOUNT.messagingServiceSid,
		smart_encoding: false,
		status_callback: settings.statusCallback,
		sticky_sender: true,
		synchronous_validation: false,
		url,
		us_app_to_person_registered: false,
		use_inbound_webhook_on_number: settings.useInboundWebhookOnNumber,
		usecase: 'notifications',
		validity_period: 36_000,
	};
}

/** https://www.twilio.com/docs/messaging/api/phonenumber-resource */
export function poolNumberResource({ id, number, country }: SeededNumber, baseUrl: string): Record<string, unknown> {
	const serviceSid = TWILIO_ACCOUNT.messagingServiceSid;
	return {
		account_sid: accountSid,
		capabilities: ['SMS'],
		country_code: country,
		phone_number: number,
		service_sid: serviceSid,
		sid: id,
		url: `${baseUrl}/v1/Services/${serviceSid}/PhoneNumbers/${id}`,
	};
}

/** One page of a 2010-04-01 list: https://www.twilio.com/docs/usage/twilios-response#response-formats-list-paging-information */
export function listPage(
	name: string,
	items: readonly unknown[],
	path: string,
	query: URLSearchParams,
	{ page, pageSize, nextToken }: { page: number; pageSize: number; nextToken: string | null },
): Record<string, unknown> {
	const uri = (change: Record<string, string>) => {
		const params = new URLSearchParams(query);
		params.delete('PageToken');
		for (const [key, value] of Object.entries({ PageSize: String(pageSize), ...change })) params.set(key, value);
		return `${path}?${params}`;
	};
	return {
		[name]: items,
		end: page * pageSize + Math.max(items.length - 1, 0),
		first_page_uri: uri({ Page: '0' }),
		next_page_uri: nextToken === null ? null : uri({ Page: String(page + 1), PageToken: nextToken }),
		page,
		page_size: pageSize,
		previous_page_uri: page === 0 ? null : uri({ Page: String(page - 1) }),
		start: page * pageSize,
		uri: uri({ Page: String(page) }),
	};
}

/**
 * X-Twilio-Signature: base64 of HMAC-SHA1, keyed with the auth token, over the URL and every POST parameter in byte order
 * of the names, name and value without separators. The fragment of a URL is never part of it.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function twilioSignature(authToken: string, url: string, params: Readonly<Record<string, string>>): string {
	const names = Object.keys(params).sort();
	const signed = names.reduce((text, name) => text + name + params[name], url.replace(/#.*$/, ''));
	return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}

/** What Twilio knows of where a number is; only the country is filled in. https://www.twilio.com/docs/messaging/guides/webhook-request */
export function geography(prefix: 'From' | 'To', number: string): Record<string, string> {
	return {
		[`${prefix}City`]: '',
		[`${prefix}State`]: '',
		[`${prefix}Zip`]: '',
		[`${prefix}Country`]: countryOf(number),
	};
}

/** The calling codes of the seeded numbers; other phones have no country here. */
const CALLING_CODES = [
	['+1', 'US'],
	['+44', 'GB'],
	['+33', 'FR'],
	['+46', 'SE'],
	['+61', 'AU'],
	['+49', 'DE'],
] as const;

export const countryOf = (number: string): string =>
	CALLING_CODES.find(([code]) => number.startsWith(code))?.[1] ?? (number.startsWith('+') ? '' : 'US');

/** The numbers of the Messaging Service. */
export const isPooled = (number: string) => TWILIO_POOL.some((own) => own.number === number);
