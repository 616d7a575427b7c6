// Whether Twilio has a text whose answer was lost.
// List    https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources
// Paging  https://www.twilio.com/docs/usage/twilios-response#response-formats-list-paging-information

import { CarrierError } from '../../domain/errors';
import { normaliseSender, senderKind } from '../../domain/sender';
import { jsonOf } from '../../wire';
import { type CarrierConfig, type Exchange, type LookUpSent, type SendReceipt, type UncertainSms } from '../carrier';
import { failureOf, isSuccess } from './http-failure';
import { countOf, fieldsOf, type Json, listOf, textOf } from './reading';

interface AccountConfig extends CarrierConfig {
	readonly accountSid: string;
}

const PAGE_SIZE = 200;
/** Nobody gets so many texts but test phones; of those nothing can be said. */
const MOST_PAGES = 10;
/** A text that Twilio has just taken need not stand in its list yet. */
const COMPLETE_AFTER_MS = 2 * 60_000;
/** Between Twilio's clock, which shows whole seconds, and ours. */
const CLOCK_SKEW_MS = 60_000;

/**
 * Asks for all texts to the phone and looks at them here: Twilio filters and sorts by the time of sending, which a text that waits in its
 * queue does not have, and by sender, which a Messaging Service chooses late.
 */
export const twilioLookUp: LookUpSent<AccountConfig> = async (text, config, exchange) => {
	let isUnclear = false;
	let path: string | undefined = `/2010-04-01/Accounts/${config.accountSid}/Messages.json?${new URLSearchParams({ To: text.to, PageSize: String(PAGE_SIZE) })}`;
	let askedAt: Date | undefined;
	for (let page = 0; path !== undefined; page++) {
		if (page === MOST_PAGES) throw cannotTell('lists too many texts to this phone');
		const { messages, next, receivedAt } = await readPage(config.baseUrl + path, exchange);
		askedAt ??= receivedAt;
		for (const message of messages) {
			const likeness = likenessOf(message, text);
			if (likeness === 'same') return receiptOf(message);
			if (likeness === 'similar') isUnclear = true;
		}
		path = next;
	}
	if (isUnclear) throw cannotTell('has a text to this phone from that time that may be this one');
	if (!askedAt || askedAt.getTime() - text.sentBefore.getTime() < COMPLETE_AFTER_MS) {
		throw cannotTell('does not have the text, but may list it later');
	}
	return null;
};

async function readPage(url: string, exchange: Exchange) {
	const response = await exchange({ method: 'GET', url, headers: { accept: 'application/json' } });
	const answer = fieldsOf(jsonOf(response.body));
	if (!isSuccess(response)) {
		const words = { code: textOf(answer.code), message: textOf(answer.message), moreInfo: textOf(answer.more_info) };
		throw failureOf('Twilio', response, words, {});
	}
	if (!Array.isArray(answer.messages)) throw cannotTell('gave an answer that is no list of texts');
	const next = textOf(answer.next_page_uri);
	// a path, by Twilio's documentation: no other host is to get the account's key
	if (next !== undefined && !/^\/(?!\/)/.test(next)) throw cannotTell('gave an answer whose next page is elsewhere');
	return { messages: listOf(answer.messages).map(fieldsOf), next, receivedAt: response.receivedAt };
}

/**
 * `same`: our words from our sender at that time. `similar`: only the words or only the sender are ours (Twilio changes words where Smart
 * Encoding is on, and removes them where the account asks for that).
 */
function likenessOf(message: Json, text: UncertainSms): 'same' | 'similar' | undefined {
	const { sid, to, from, messaging_service_sid: service, direction, body, date_created: createdAt } = message;
	if (typeof sid !== 'string' || to !== text.to || !String(direction).startsWith('outbound')) return undefined;
	if (text.otherIds.includes(sid)) return undefined;
	const at = Date.parse(String(createdAt));
	const isThen = !(at < text.sentAfter.getTime() - CLOCK_SKEW_MS || at > text.sentBefore.getTime() + CLOCK_SKEW_MS);
	if (!isThen) return undefined;
	const sender = normaliseSender(text.from);
	const hasSender = (senderKind(sender) === 'messaging-service' ? service : from) === sender;
	const hasWords = body === text.text;
	if (hasSender && hasWords) return 'same';
	return hasSender || hasWords ? 'similar' : undefined;
}

function receiptOf(message: Json): SendReceipt {
	const price = textOf(message.price);
	return {
		id: String(message.sid),
		status: ['accepted', 'scheduled', 'queued', 'sending'].includes(String(message.status)) ? 'queued' : 'sent',
		segments: countOf(message.num_segments),
		price: price === undefined ? undefined : { amount: price, currency: textOf(message.price_unit) },
	};
}

const cannotTell = (why: string) => new CarrierError('outcome-unknown', `Twilio ${why}`);
