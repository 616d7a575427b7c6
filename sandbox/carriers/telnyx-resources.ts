// Everything of Telnyx's API that is looked up or set: the messaging profile, numbers, short codes, messages, the public key.
import { TELNYX_ACCOUNT, TELNYX_PUBLIC_KEY, type SeededNumber } from '../accounts';
import { type InboundTarget, type TwinParts } from '../carrier';
import { parseJsonObject, type Answer, type ApiRequest } from '../http';
import { type SandboxMessage } from '../store';
import {
	listPage,
	messageRecord,
	numberRecord,
	profileRecord,
	shortCodeRecord,
	telnyxError,
	type ProfileSettings,
} from './telnyx-wire';

const { messagingProfileId } = TELNYX_ACCOUNT;
const PROFILE_PATH = `/v2/messaging_profiles/${messagingProfileId}`;

export interface TelnyxAccount {
	/** The numbers that are in the messaging profile. */
	pool(): SeededNumber[];
	/** Where the profile's events go, in the order of attempts. */
	webhookUrls(): string[];
	inboundTargets(): InboundTarget[];
	setInboundUrl(target: string, url: string | null): boolean;
	answer(request: ApiRequest): Answer;
	reset(): void;
}

/** The settings of the seeded account, and the API that reads and changes them. */
export function createTelnyxAccount(parts: TwinParts): TelnyxAccount {
	const { now, messages } = parts;
	const createdAt = now();
	const profile = seededProfile(createdAt);
	/** Ids of the numbers and short codes that are in no profile. */
	const unassigned = new Set<string>();

	const show = (own: SeededNumber) => {
		const record = isShortCode(own) ? shortCodeRecord : numberRecord;
		return record(own, unassigned.has(own.id) ? null : messagingProfileId, createdAt);
	};

	/** "To unbind a short code from a profile, set the messaging_profile_id to null or an empty string": SDK, shortCodes.update */
	function assign(own: SeededNumber, { messaging_profile_id: profileId }: Record<string, unknown>): Answer | null {
		if (profileId === undefined || (profileId === null && !isShortCode(own))) return null; // null leaves a number as it is
		if (isText(profileId) && profileId !== messagingProfileId) {
			return telnyxError(10015, { pointer: '/messaging_profile_id', detail: 'The messaging profile does not exist.' });
		}
		if (isText(profileId)) unassigned.delete(own.id);
		else unassigned.add(own.id);
		return null;
	}

	function updateProfile(fields: Record<string, unknown>): Answer | null {
		for (const name of ['webhook_url', 'webhook_failover_url']) {
			const isWebAddress = /^https?:$/.test(URL.parse(String(fields[name]))?.protocol ?? '');
			if (isText(fields[name]) && !isWebAddress) return telnyxError(10015, { pointer: `/${name}` });
		}
		const version = fields.webhook_api_version;
		if (version !== undefined && !['1', '2', '2010-04-01'].includes(String(version))) {
			return telnyxError(10015, { pointer: '/webhook_api_version' });
		}
		const url = (value: unknown, before: string | null) =>
			value === undefined ? before : isText(value) ? value : null;
		profile.name = isText(fields.name) ? fields.name : profile.name;
		profile.webhookUrl = url(fields.webhook_url, profile.webhookUrl);
		profile.webhookFailoverUrl = url(fields.webhook_failover_url, profile.webhookFailoverUrl);
		profile.webhookApiVersion = isText(version) ? version : profile.webhookApiVersion;
		profile.updatedAt = now();
		return null;
	}

	/** One resource: read by GET, changed by PATCH. */
	function resource(
		{ method, body }: ApiRequest,
		record: () => Record<string, unknown>,
		update: (fields: Record<string, unknown>) => Answer | null,
	): Answer {
		const fields = method === 'PATCH' ? parseJsonObject(body) : {};
		if (!fields) return telnyxError(10015, { pointer: '/' });
		return (method === 'PATCH' ? update(fields) : null) ?? { status: 200, json: { data: record() } };
	}

	function list(own: readonly SeededNumber[], { query }: ApiRequest): Answer {
		const wanted = query.get('filter[phone_number]')?.split(',');
		const profileId = query.get('filter[messaging_profile_id]');
		const matches = own
			.filter(({ number }) => !wanted || wanted.includes(number))
			.map(show)
			.filter((record) => profileId === null || String(record.messaging_profile_id) === profileId);
		return listPage(matches, query);
	}

	function answer(request: ApiRequest): Answer {
		const { path } = request;
		const inProfile = (own: SeededNumber) => !unassigned.has(own.id);
		if (path === '/v2/public_key') {
			return { status: 200, json: { data: { public: TELNYX_PUBLIC_KEY, record_type: 'public_key' } } };
		}
		if (path === '/v2/messaging_profiles') return listPage([profileRecord(profile, createdAt)], request.query);
		if (path === PROFILE_PATH) return resource(request, () => profileRecord(profile, createdAt), updateProfile);
		if (path === `${PROFILE_PATH}/phone_numbers`) return list(NUMBERS.filter(inProfile), request);
		if (path === `${PROFILE_PATH}/short_codes`) return list(SHORT_CODES.filter(inProfile), request);
		if (path === '/v2/phone_numbers/messaging') return list(NUMBERS, request);
		if (path === '/v2/short_codes') return list(SHORT_CODES, request);

		const own =
			NUMBERS.find(({ id }) => path === `/v2/phone_numbers/${id}/messaging`) ??
			SHORT_CODES.find(({ id }) => path === `/v2/short_codes/${id}`);
		if (own) {
			return resource(
				request,
				() => show(own),
				(fields) => assign(own, fields),
			);
		}
		const message = messages.get(/^\/v2\/messages\/([^/]+)$/.exec(path)?.[1] ?? '');
		return message?.carrier === 'telnyx' ? answerForMessage(message, request) : telnyxError(10005);
	}

	function answerForMessage(message: SandboxMessage, { method }: ApiRequest): Answer {
		if (method === 'DELETE' && !parts.cancel(message)) return telnyxError(10015);
		const record = messageRecord(messages.get(message.id) ?? message);
		// A cancelled message comes without the data envelope: SDK, MessageCancelScheduledResponse
		return { status: 200, json: method === 'DELETE' ? record : { data: record } };
	}

	return {
		pool: () => TELNYX_ACCOUNT.numbers.filter(({ id }) => !unassigned.has(id)),
		webhookUrls: () => [profile.webhookUrl, profile.webhookFailoverUrl].filter((url) => url !== null),
		inboundTargets: () => [
			{
				carrier: 'telnyx',
				target: messagingProfileId,
				label: `Telnyx messaging profile “${profile.name}”`,
				url: profile.webhookUrl,
			},
		],
		setInboundUrl(target, url) {
			const known = target === messagingProfileId || TELNYX_ACCOUNT.numbers.some(({ number }) => number === target);
			if (known) profile.webhookUrl = url;
			return known;
		},
		answer,
		reset() {
			Object.assign(profile, seededProfile(createdAt));
			unassigned.clear();
		},
	};
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isShortCode = ({ type }: SeededNumber) => type === 'short-code';
const SHORT_CODES: readonly SeededNumber[] = TELNYX_ACCOUNT.numbers.filter(isShortCode);
const NUMBERS: readonly SeededNumber[] = TELNYX_ACCOUNT.numbers.filter((own) => !isShortCode(own));

const seededProfile = (at: number): ProfileSettings => ({
	name: TELNYX_ACCOUNT.messagingProfileName,
	webhookUrl: null,
	webhookFailoverUrl: null,
	webhookApiVersion: '2',
	updatedAt: at,
});
