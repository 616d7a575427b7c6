// Where Telnyx sends replies, and how that is changed: it hangs on the messaging profile that a number or short code is in.
// Numbers      https://developers.telnyx.com/api-reference/number-settings/list-phone-numbers-with-messaging-settings
// Short codes  https://developers.telnyx.com/api-reference/short-codes/list-short-codes
// Profiles     https://developers.telnyx.com/api-reference/profiles/update-a-messaging-profile

import { CarrierError } from '../../domain/errors';
import { maskPhone, maskPhonesIn } from '../../domain/phone';
import { normaliseSender, senderKind } from '../../domain/sender';
import { jsonOf, type WireResponse } from '../../wire';
import { type CarrierConfig, type Exchange, type InboundRegistration } from '../carrier';
import { accountFailureOf, isSuccess } from './http-failure';
import { fieldsOf, type Json, listOf, textOf } from './reading';

const PLACE = /^telnyx ([\w-]+)$/;
/** The largest that Telnyx serves. */
const PAGE_SIZE = 250;

/**
 * What decides about replies besides the URL, with what our webhook needs: Telnyx calls a URL three times before its failover,
 * and only version 2 is signed.
 */
const FIELDS = { webhook_failover_url: '', webhook_api_version: '2' };

export const telnyxInbound: InboundRegistration<CarrierConfig> = {
	async read(sender, config, exchange) {
		const get = getter(config, exchange);
		const profileId = await profileOf(normaliseSender(sender), get);
		const profile = fieldsOf(await get(`/v2/messaging_profiles/${profileId}`));
		return {
			place: `telnyx ${profileId}`,
			label: `messaging profile “${textOf(profile.name) ?? profileId}”`,
			url: textOf(profile.webhook_url) ?? '',
			rest: Object.fromEntries(Object.keys(FIELDS).map((field) => [field, textOf(profile[field]) ?? ''])),
		};
	},

	async write({ place, url, rest }, { baseUrl }, exchange) {
		const [, profileId] = PLACE.exec(place) ?? [];
		if (!profileId) throw new CarrierError('bad-config', `"${place}" is no place of Telnyx's`);
		const wanted = Object.entries({ webhook_url: url, ...FIELDS, ...rest });
		const response = await exchange({
			method: 'PATCH',
			url: `${baseUrl}/v2/messaging_profiles/${profileId}`,
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify(Object.fromEntries(wanted.map(([field, value]) => [field, value || null]))),
		});
		if (!isSuccess(response)) throw refusal(response);
	},
};

/** The id of the profile that a sender is in. @throws CarrierError `bad-config` when there is none. */
async function profileOf(sender: string, get: Get): Promise<string> {
	const { label, resource } = await lookUp(sender, get);
	if (!resource) throw badSender(`The ${label} is not of this Telnyx account. Check the sender and the API key`);
	const profileId = textOf(resource.messaging_profile_id);
	if (!profileId) {
		throw badSender(
			`The ${label} is in no messaging profile, so its replies are lost. Assign it to one in the Telnyx portal`,
		);
	}
	return profileId;
}

async function lookUp(sender: string, get: Get): Promise<{ label: string; resource: Json | undefined }> {
	const find = (data: unknown, field: string) =>
		listOf(data)
			.map(fieldsOf)
			.find((resource) => resource[field] === sender);
	const kind = senderKind(sender);
	if (kind === 'phone-number') {
		const data = await get(`/v2/phone_numbers/messaging?${new URLSearchParams({ 'filter[phone_number]': sender })}`);
		return { label: `number ${maskPhone(sender)}`, resource: find(data, 'phone_number') };
	}
	if (kind === 'short-code') {
		const data = await get(`/v2/short_codes?${new URLSearchParams({ 'page[size]': String(PAGE_SIZE) })}`);
		return { label: `short code ${sender}`, resource: find(data, 'short_code') };
	}
	throw badSender(`The sender "${maskPhonesIn(sender)}" cannot receive texts. Choose a phone number or a short code`);
}

/** The `data` of what stands at a path. */
type Get = (path: string) => Promise<unknown>;

const getter =
	({ baseUrl }: CarrierConfig, exchange: Exchange): Get =>
	async (path) => {
		const response = await exchange({ method: 'GET', url: baseUrl + path, headers: { accept: 'application/json' } });
		if (!isSuccess(response)) throw refusal(response);
		return fieldsOf(jsonOf(response.body)).data;
	};

function refusal(response: WireResponse): CarrierError {
	const [error] = listOf(fieldsOf(jsonOf(response.body)).errors).map(fieldsOf);
	const message = [textOf(error?.title), textOf(error?.detail)].filter(Boolean).join(': ') || undefined;
	return accountFailureOf('Telnyx', response, { code: textOf(error?.code), message });
}

const badSender = (message: string) => new CarrierError('bad-config', message);
