// Whether Sinch has a text, by its list of batches.
// https://developers.sinch.com/docs/sms/api-reference/sms/batches/listbatches

import { CarrierError } from '../../domain/errors';
import { jsonOf } from '../../wire';
import { type CarrierConfig, type Exchange, type LookUpSent, type UncertainSms } from '../carrier';
import { failureOf, isSuccess } from './http-failure';
import { fieldsOf, type Json, listOf, textOf } from './reading';

interface PlanConfig extends CarrierConfig {
	readonly servicePlanId: string;
}

const PAGE_SIZE = 100;
const MOST_PAGES = 20;
/** Sinch lists fourteen days. */
const LISTED_MS = 13 * 24 * 3600_000;
/** A text that Sinch has just taken need not stand in its list yet. */
const COMPLETE_AFTER_MS = 2 * 60_000;
/** Between Sinch's clock and ours. */
const CLOCK_SKEW_MS = 60_000;

/** Looks through all batches of that time: they are filtered by sender too, but not by a sender that is a name. */
export const sinchLookUp: LookUpSent<PlanConfig> = async (text, { baseUrl, servicePlanId }, exchange) => {
	const from = text.sentAfter.getTime() - CLOCK_SKEW_MS;
	const window = {
		start_date: new Date(from).toISOString(),
		end_date: new Date(text.sentBefore.getTime() + CLOCK_SKEW_MS).toISOString(),
		page_size: String(PAGE_SIZE),
	};
	let isUnclear = false;
	let askedAt: Date | undefined;
	for (let page = 0, seen = 0, count = 1; seen < count; page++) {
		if (page === MOST_PAGES) throw cannotTell('lists too many texts of that time');
		const query = new URLSearchParams({ ...window, page: String(page) });
		const answer = await readPage(`${baseUrl}/xms/v1/${servicePlanId}/batches?${query}`, exchange);
		askedAt ??= answer.receivedAt;
		for (const batch of answer.batches) {
			const likeness = likenessOf(batch, text);
			if (likeness === 'same') return { id: String(batch.id), status: 'queued', clientRef: textOf(batch.client_reference) };
			if (likeness === 'similar') isUnclear = true;
		}
		count = answer.count;
		seen += answer.batches.length;
		if (answer.batches.length === 0 && seen < count) throw cannotTell('gave a list that is not whole');
	}
	if (isUnclear) throw cannotTell('has a text to this phone from that time that may be this one');
	if (!askedAt || askedAt.getTime() - from > LISTED_MS) throw cannotTell('lists texts of fourteen days only');
	if (askedAt.getTime() - text.sentBefore.getTime() < COMPLETE_AFTER_MS) {
		throw cannotTell('does not have the text, but may list it later');
	}
	return null;
};

async function readPage(url: string, exchange: Exchange) {
	const response = await exchange({ method: 'GET', url, headers: { accept: 'application/json' } });
	const answer = fieldsOf(jsonOf(response.body));
	if (!isSuccess(response)) {
		throw failureOf('Sinch', response, { code: textOf(answer.code), message: textOf(answer.text) }, {});
	}
	if (!Array.isArray(answer.batches) || typeof answer.count !== 'number') {
		throw cannotTell('gave an answer that is no list of texts');
	}
	return { batches: listOf(answer.batches).map(fieldsOf), count: answer.count, receivedAt: response.receivedAt };
}

/** `same`: our words from our sender. `similar`: only one of the two is ours. */
function likenessOf({ id, to, from, body }: Json, text: UncertainSms): 'same' | 'similar' | undefined {
	const bare = (number: unknown) => textOf(number)?.replace(/^\+/, '');
	const isToThem = listOf(to).some((recipient) => bare(recipient) === bare(text.to));
	if (!textOf(id) || !isToThem || text.otherIds.includes(String(id))) return undefined;
	const hasSender = bare(from) === bare(text.from);
	const hasWords = body === text.text || fieldsOf(body).message === text.text;
	if (hasSender && hasWords) return 'same';
	return hasSender || hasWords ? 'similar' : undefined;
}

const cannotTell = (why: string) => new CarrierError('outcome-unknown', `Sinch ${why}`);
