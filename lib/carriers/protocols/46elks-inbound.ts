// Where 46elks sends replies, and how that is changed: it hangs on the number.
// List       https://46elks.com/docs/list-numbers
// Number     https://46elks.com/docs/show-number-id
// Configure  https://46elks.com/docs/configure-number

import { CarrierError } from '../../domain/errors';
import { maskPhone, maskPhonesIn } from '../../domain/phone';
import { normaliseSender, senderKind } from '../../domain/sender';
import { jsonOf, type WireResponse } from '../../wire';
import { type CarrierConfig, type Exchange, type InboundRegistration } from '../carrier';
import { accountFailureOf, isSuccess } from './http-failure';
import { fieldsOf, type Json, listOf, textOf } from './reading';

const PLACE = /^46elks (\w+)$/;
/** The largest page that 46elks serves. */
const PAGE_SIZE = 100;
/** Nobody has more than a thousand numbers; a list that does not end is none. */
const MOST_PAGES = 10;
/** What clears a field. */
const NOTHING = 'none';

export const elks46Inbound: InboundRegistration<CarrierConfig> = {
	async read(sender, config, exchange) {
		const number = normaliseSender(sender);
		if (senderKind(number) !== 'phone-number') {
			throw badSender(`The sender "${maskPhonesIn(sender)}" cannot receive texts. Choose a phone number`);
		}
		const get = getter(config, exchange);
		const id = await idOf(number, get);
		// a URL, or JSON that says what to do with a text
		const target = textOf((await get(`/a1/numbers/${id}`)).sms_url) ?? '';
		const isUrl = /^https?:\/\//i.test(target);
		const rest: Record<string, string> = isUrl || target === '' ? {} : { sms_url: target };
		return {
			place: `46elks ${id}`,
			label: `number ${maskPhone(number)}`,
			url: isUrl ? target : '',
			rest,
		};
	},

	async write({ place, url, rest }, { baseUrl }, exchange) {
		const [, id] = PLACE.exec(place) ?? [];
		if (!id) throw new CarrierError('bad-config', `"${place}" is no place of 46elks's`);
		const response = await exchange({
			method: 'POST',
			url: `${baseUrl}/a1/numbers/${id}`,
			headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
			body: new URLSearchParams({ sms_url: rest.sms_url ?? (url || NOTHING) }).toString(),
		});
		if (!isSuccess(response)) throw refusal(response);
	},
};

/** @throws CarrierError `bad-config` for a number of somebody else, or one that was given back. */
async function idOf(number: string, get: Get): Promise<string> {
	let start: string | undefined;
	for (let page = 0; page < MOST_PAGES; page++) {
		const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...(start ? { start } : {}) });
		const answer = await get(`/a1/numbers?${query}`);
		const ours = listOf(answer.data)
			.map(fieldsOf)
			.find((entry) => entry.number === number && entry.active === 'yes');
		const id = textOf(ours?.id);
		if (id && PLACE.test(`46elks ${id}`)) return id;
		start = textOf(answer.next);
		if (!start) break;
	}
	throw badSender(
		`The number ${maskPhone(number)} is not of this 46elks account. Check the sender and the API username`,
	);
}

type Get = (path: string) => Promise<Json>;

const getter =
	({ baseUrl }: CarrierConfig, exchange: Exchange): Get =>
	async (path) => {
		const response = await exchange({ method: 'GET', url: baseUrl + path, headers: { accept: 'application/json' } });
		if (!isSuccess(response)) throw refusal(response);
		return fieldsOf(jsonOf(response.body));
	};

const refusal = (response: WireResponse) => accountFailureOf('46elks', response, {});

const badSender = (message: string) => new CarrierError('bad-config', message);
