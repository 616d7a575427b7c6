// Everything of Twilio's API that is looked up or set: messages, numbers, short codes, Messaging Services, the account.
import { TWILIO_ACCOUNT, TWILIO_POOL, type SeededNumber } from '../accounts';
import { type InboundTarget, type TwinParts } from '../carrier';
import { type Answer, type ApiRequest } from '../http';
import { type SandboxMessage } from '../store';
import {
	accountResource,
	listPage,
	messageResource,
	numberResource,
	poolNumberResource,
	serviceResource,
	shortCodeResource,
	twilioError,
	type NumberSettings,
	type ServiceSettings,
} from './twilio-wire';

const ACCOUNT_PATH = `/2010-04-01/Accounts/${TWILIO_ACCOUNT.accountSid}`;
const DEFAULT_PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 1000;
const DAY_MS = 86_400_000;

export interface TwilioAccount {
	readonly service: ServiceSettings;
	settingsOf(number: string): NumberSettings | undefined;
	inboundTargets(): InboundTarget[];
	setInboundUrl(target: string, url: string | null): boolean;
	/** Looks up or sets what the path names; `mayReadAccount` is false for Standard API keys. */
	answer(request: ApiRequest, mayReadAccount: boolean): Answer;
	reset(): void;
}

export const notFound = (path: string) =>
	twilioError(404, 20404, `The requested resource ${path.replace(/^\/2010-04-01/, '')} was not found`);

/** The settings of the seeded account, and the API that reads and changes them. */
export function createTwilioAccount(parts: TwinParts): TwilioAccount {
	const { now, messages } = parts;
	const createdAt = now();
	const numbers = new Map<string, NumberSettings>();
	const service = seededService(createdAt);
	const baseUrl = () => `${parts.publicUrl()}/twilio`;

	function reset(): void {
		Object.assign(service, seededService(createdAt));
		for (const { number } of TWILIO_ACCOUNT.numbers) numbers.set(number, seededNumber(number, createdAt));
	}
	reset();

	const show = (own: SeededNumber) => {
		const settings = numbers.get(own.number) as NumberSettings;
		return isShortCode(own) ? shortCodeResource(own, settings) : numberResource(own, settings);
	};

	function updateNumber(own: SeededNumber, form: URLSearchParams): void {
		const settings = numbers.get(own.number) as NumberSettings;
		if (!isShortCode(own)) settings.smsApplicationSid = form.get('SmsApplicationSid') ?? settings.smsApplicationSid;
		settings.friendlyName = form.get('FriendlyName') ?? settings.friendlyName;
		settings.smsUrl = form.get('SmsUrl') ?? settings.smsUrl;
		settings.smsMethod = form.get('SmsMethod') ?? settings.smsMethod;
		settings.smsFallbackUrl = form.get('SmsFallbackUrl') ?? settings.smsFallbackUrl;
		settings.smsFallbackMethod = form.get('SmsFallbackMethod') ?? settings.smsFallbackMethod;
		settings.statusCallback = form.get('StatusCallback') ?? settings.statusCallback;
		settings.updatedAt = now();
	}

	function updateService(form: URLSearchParams): void {
		service.friendlyName = form.get('FriendlyName') ?? service.friendlyName;
		service.inboundRequestUrl = textOrNull(form, 'InboundRequestUrl', service.inboundRequestUrl);
		service.inboundMethod = form.get('InboundMethod') ?? service.inboundMethod;
		service.fallbackUrl = textOrNull(form, 'FallbackUrl', service.fallbackUrl);
		service.fallbackMethod = form.get('FallbackMethod') ?? service.fallbackMethod;
		service.statusCallback = textOrNull(form, 'StatusCallback', service.statusCallback);
		const onNumber = form.get('UseInboundWebhookOnNumber');
		if (onNumber !== null) service.useInboundWebhookOnNumber = onNumber === 'true';
		service.updatedAt = now();
	}

	function listMessages(request: ApiRequest): Answer {
		const { query } = request;
		const matches: SandboxMessage[] = [];
		for (const message of messages.newestFirst()) {
			if (message.carrier === 'twilio' && matchesQuery(message, query)) matches.push(message);
		}
		return page('messages', matches, ({ id }) => id, messageResource, `${ACCOUNT_PATH}/Messages.json`, query);
	}

	function listNumbers(name: string, own: readonly SeededNumber[], request: ApiRequest): Answer {
		const wanted = request.query.get('PhoneNumber') ?? request.query.get('ShortCode') ?? '';
		// "You can specify partial numbers and use '*' as a wildcard for any digit"
		const matches = own.filter(({ number }) => number.includes(wanted.replaceAll('*', '')));
		return page(name, matches, ({ id }) => id, show, request.path, request.query);
	}

	function changeMessage(message: SandboxMessage, request: ApiRequest): Answer {
		const form = new URLSearchParams(request.body);
		if (form.get('Status') === 'canceled' && !parts.cancel(message)) {
			return twilioError(400, 30409, 'This message cannot be canceled');
		}
		if (form.get('Body') === '') parts.redact(message); // the only change that Twilio allows to a text is its removal
		return { status: 200, json: messageResource(messages.get(message.id) ?? message) };
	}

	function answer(request: ApiRequest, mayReadAccount: boolean): Answer {
		const { path } = request;
		if (path.startsWith('/v1/')) return answerMessagingApi(request);
		if (path === `${ACCOUNT_PATH}.json`) {
			// https://www.twilio.com/docs/iam/api-keys/keys-in-console: Standard keys may not use /Accounts
			if (!mayReadAccount) return twilioError(401, 20003, 'Authenticate');
			return { status: 200, json: accountResource(createdAt) };
		}
		const below = path.startsWith(`${ACCOUNT_PATH}/`) ? path.slice(ACCOUNT_PATH.length) : '';
		if (below === '/Messages.json') return listMessages(request);
		if (below === '/IncomingPhoneNumbers.json') {
			const own = TWILIO_ACCOUNT.numbers.filter((one) => !isShortCode(one));
			return listNumbers('incoming_phone_numbers', own, request);
		}
		if (below === '/SMS/ShortCodes.json') {
			return listNumbers('short_codes', TWILIO_ACCOUNT.numbers.filter(isShortCode), request);
		}
		const [, collection, id] = /^\/(Messages|IncomingPhoneNumbers|SMS\/ShortCodes)\/(\w+)\.json$/.exec(below) ?? [];
		if (collection === 'Messages') {
			const message = messages.get(id ?? '');
			if (message?.carrier !== 'twilio') return notFound(path);
			if (request.method === 'POST') return changeMessage(message, request);
			return { status: 200, json: messageResource(message) };
		}
		const own = TWILIO_ACCOUNT.numbers.find(
			(one) => one.id === id && isShortCode(one) === (collection === 'SMS/ShortCodes'),
		);
		if (!own) return notFound(path);
		if (request.method === 'POST') {
			const form = new URLSearchParams(request.body);
			const badUrl = checkUrls(form, ['SmsUrl', 'SmsFallbackUrl', 'StatusCallback']);
			if (badUrl) return badUrl;
			updateNumber(own, form);
		}
		return { status: 200, json: show(own) };
	}

	/** messaging.twilio.com/v1, whose paths stand beside those of api.twilio.com under the one prefix. */
	function answerMessagingApi({ path, method, body }: ApiRequest): Answer {
		const meta = (key: string, url: string) => ({
			first_page_url: url,
			key,
			next_page_url: null,
			page: 0,
			page_size: DEFAULT_PAGE_SIZE,
			previous_page_url: null,
			url,
		});
		const url = `${baseUrl()}${path}`;
		const servicePath = `/v1/Services/${TWILIO_ACCOUNT.messagingServiceSid}`;
		if (path === '/v1/Services') {
			return {
				status: 200,
				json: { meta: meta('services', url), services: [serviceResource(service, baseUrl())] },
			};
		}
		if (path === servicePath) {
			const form = new URLSearchParams(method === 'POST' ? body : '');
			const badUrl = checkUrls(form, ['InboundRequestUrl', 'FallbackUrl', 'StatusCallback']);
			if (badUrl) return badUrl;
			if (method === 'POST') updateService(form);
			return { status: 200, json: serviceResource(service, baseUrl()) };
		}
		if (path === `${servicePath}/PhoneNumbers`) {
			const pool = TWILIO_POOL.map((own) => poolNumberResource(own, baseUrl()));
			return { status: 200, json: { meta: meta('phone_numbers', url), phone_numbers: pool } };
		}
		if (path === `${servicePath}/ShortCodes`) {
			return { status: 200, json: { meta: meta('short_codes', url), short_codes: [] } };
		}
		const pooled = TWILIO_POOL.find(({ id }) => path === `${servicePath}/PhoneNumbers/${id}`);
		if (pooled) return { status: 200, json: poolNumberResource(pooled, baseUrl()) };
		return notFound(path);
	}

	return {
		service,
		settingsOf: (number) => numbers.get(number),
		inboundTargets: () => [
			...TWILIO_ACCOUNT.numbers.map(({ number }) => ({
				carrier: 'twilio' as const,
				target: number,
				label: `Twilio ${number}`,
				url: numbers.get(number)?.smsUrl || null,
			})),
			{
				carrier: 'twilio',
				target: TWILIO_ACCOUNT.messagingServiceSid,
				label: `Twilio Messaging Service “${service.friendlyName}”`,
				url: service.inboundRequestUrl,
			},
		],
		setInboundUrl(target, url) {
			const number = numbers.get(target);
			if (number) number.smsUrl = url ?? '';
			else if (target === TWILIO_ACCOUNT.messagingServiceSid) {
				service.inboundRequestUrl = url;
				service.useInboundWebhookOnNumber = url === null;
			} else return false;
			return true;
		},
		answer,
		reset,
	};
}

const seededService = (at: number): ServiceSettings => ({
	friendlyName: TWILIO_ACCOUNT.messagingServiceName,
	inboundRequestUrl: null,
	inboundMethod: 'POST',
	fallbackUrl: null,
	fallbackMethod: 'POST',
	statusCallback: null,
	useInboundWebhookOnNumber: true, // the console's default, "Defer to sender's webhook"
	updatedAt: at,
});

const seededNumber = (number: string, at: number): NumberSettings => ({
	friendlyName: number,
	smsApplicationSid: '',
	smsUrl: '',
	smsMethod: 'POST',
	smsFallbackUrl: '',
	smsFallbackMethod: 'POST',
	statusCallback: '',
	updatedAt: at,
});

const isShortCode = ({ type }: SeededNumber) => type === 'short-code';

/** A URL that is none is refused, an empty one clears: https://www.twilio.com/docs/api/errors/21402 */
function checkUrls(form: URLSearchParams, names: readonly string[]): Answer | null {
	const isWebAddress = (url: string) => /^https?:$/.test(URL.parse(url)?.protocol ?? '');
	const bad = names.find((name) => form.get(name) && !isWebAddress(form.get(name) as string));
	return bad ? twilioError(400, 21402, `${bad} is not valid: ${form.get(bad)}`) : null;
}

/** An empty field clears a URL; a missing one leaves it. */
function textOrNull(form: URLSearchParams, name: string, before: string | null): string | null {
	const value = form.get(name);
	return value === null ? before : value || null;
}

function page<T>(
	name: string,
	all: readonly T[],
	idOf: (item: T) => string,
	show: (item: T) => unknown,
	path: string,
	query: URLSearchParams,
): Answer {
	const pageSize = Math.min(Math.max(Number(query.get('PageSize')) || DEFAULT_PAGE_SIZE, 1), MAX_PAGE_SIZE);
	const pageNumber = Math.max(Number(query.get('Page')) || 0, 0);
	// A token names the last item of the page before, so that texts arriving meanwhile do not shift the pages.
	const token = query.get('PageToken');
	const start = token ? all.findIndex((item) => `PA${idOf(item)}` === token) + 1 : pageNumber * pageSize;
	const items = all.slice(start, start + pageSize);
	const last = items.at(-1);
	const nextToken = last !== undefined && start + pageSize < all.length ? `PA${idOf(last)}` : null;
	return {
		status: 200,
		json: listPage(name, items.map(show), path, query, { page: pageNumber, pageSize, nextToken }),
	};
}

/** To, From and DateSent with its inequalities; a text not yet sent counts as of the time it was accepted. */
function matchesQuery(message: SandboxMessage, query: URLSearchParams): boolean {
	const inbound = message.direction === 'inbound';
	const to = query.get('To');
	const from = query.get('From');
	if (to && to !== (inbound ? message.sender : message.phone)) return false;
	if (from && from !== (inbound ? message.phone : message.sender)) return false;
	const at = message.sentAt ?? message.createdAt;
	const day = query.get('DateSent');
	if (day && Math.floor(at / DAY_MS) !== Math.floor(Date.parse(day) / DAY_MS)) return false;
	// "DateSent>=2023-01-01" splits into the name "DateSent>" and the value; resources show whole seconds, so compare those
	const after = query.get('DateSent>');
	if (after && Math.floor(at / 1000) < Math.floor(Date.parse(after) / 1000)) return false;
	const before = query.get('DateSent<');
	return !(before && Math.floor(at / 1000) > Math.floor(Date.parse(before) / 1000));
}
