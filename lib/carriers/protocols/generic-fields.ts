// "Generic HTTP": the operator's fields become the same description of a protocol that the small gateways have.

import { DELIVERY_STATUSES, type DeliveryStatus, FAILURE_REASONS, type FailureReason } from '../../domain/delivery';
import { CarrierError, type CarrierErrorCode } from '../../domain/errors';
import { jsonOf } from '../../wire';
import { textIn } from './generic-account';
import { STATUSES as SMPP_STATUSES } from './generic-smpp';
import { type AnswerSpec, type GatewaySpec, type SendSpec, type StatusMeaning, type WebhookSpec } from './generic-spec';
import { checkSpot, readCondition, type Spots } from './generic-spots';
import { checkPlaceholders } from './generic-template';

type Fields = Readonly<Record<string, unknown>>;

/** @throws CarrierError `bad-config` naming the field by its label. */
export function specOf(fields: Fields): GatewaySpec {
	return {
		send: sendIn(fields),
		answer: answerIn(fields),
		webhook: webhookIn(fields),
		acknowledgement: {
			contentType: textIn(fields, 'answerType') || 'text/plain',
			body: typeof fields.answerBody === 'string' ? fields.answerBody : '',
		},
	};
}

const wrong = (field: string, what: string) => new CarrierError('bad-config', `${field} in the Generic HTTP credential ${what}`);

const linesIn = (fields: Fields, name: string): string[] =>
	textIn(fields, name)
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter(Boolean);

/** None for an empty field, so that it counts as not given. */
function spotsIn(fields: Fields, name: string): Spots | undefined {
	const spots = linesIn(fields, name);
	for (const spot of spots) checkSpot(spot); // an expression that is none is told now, not with the first text
	return spots.length > 0 ? spots : undefined;
}

function conditionIn(fields: Fields, name: string): string | undefined {
	const condition = textIn(fields, name);
	if (condition) checkSpot(readCondition(condition).spot);
	return condition || undefined;
}

/** Lines of "left = right", or with another sign between. */
function pairsIn(fields: Fields, name: string, label: string, sign = '='): Array<[left: string, right: string]> {
	return linesIn(fields, name).map((line) => {
		const at = line.indexOf(sign);
		if (at < 1) throw wrong(label, `has a line without "${sign}": "${line}"`);
		return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
	});
}

const wordsIn = (fields: Fields, name: string): string[] =>
	textIn(fields, name)
		.split(/[,\s]+/)
		.filter(Boolean);

function sendIn(fields: Fields): SendSpec {
	const [path, body] = [textIn(fields, 'path'), textIn(fields, 'body')];
	const encoding = (['json', 'form', 'query'] as const).find((one) => one === fields.encoding) ?? 'form';
	if (path && !path.startsWith('/')) throw wrong('Path', 'must begin with a slash');
	const headers = pairsIn(fields, 'headers', 'Headers', ':');
	checkPlaceholders(path, 'Path');
	checkPlaceholders(body, 'Body');
	for (const [name, value] of headers) {
		if (!/^[\w-]+$/.test(name)) throw wrong('Headers', `has a name that is none: "${name}"`);
		checkPlaceholders(value, 'Headers');
	}
	for (const needed of ['text', 'to']) {
		const isThere = new RegExp(`\\{\\{\\s*${needed}[}_\\s]`).test(`${path} ${body}`);
		if (!isThere) throw wrong('Body', `has no {{${needed}}} in it, so no text could be sent`);
	}
	return {
		method: fields.method === 'GET' ? 'GET' : 'POST',
		path,
		encoding: fields.method === 'GET' ? 'query' : encoding,
		fields: encoding === 'json' && fields.method !== 'GET' ? jsonIn(body) : Object.fromEntries(pairsIn(fields, 'body', 'Body')),
		headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
	};
}

function jsonIn(body: string): Record<string, unknown> {
	const parsed = jsonOf(body);
	if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
	throw wrong('Body', 'is no JSON object; placeholders stand between quotes there: {"to": "{{to}}"}');
}

/** By the field that lists the codes. */
const KINDS: Readonly<Record<string, { readonly code: CarrierErrorCode; readonly reason?: FailureReason }>> = {
	optedOutCodes: { code: 'recipient-opted-out', reason: 'opted_out' },
	throttledCodes: { code: 'throttled' },
	badNumberCodes: { code: 'bad-message', reason: 'invalid_number' },
	badConfigCodes: { code: 'bad-config' },
};

function answerIn(fields: Fields): AnswerSpec {
	const [, from, to = from] = /^(2\d\d)(?:\s*-\s*(2\d\d))?$/.exec(textIn(fields, 'successStatuses') || '200-299') ?? [];
	if (from === undefined) throw wrong('Success Statuses', 'must be like "202" or "200-299"');
	const kinds = Object.entries(KINDS).flatMap(([name, kind]) => wordsIn(fields, name).map((code) => [code, kind] as const));
	return {
		statuses: [Number(from), Number(to)],
		success: conditionIn(fields, 'success'),
		id: spotsIn(fields, 'idPath'),
		segments: spotsIn(fields, 'segmentsPath'),
		price: spotsIn(fields, 'pricePath'),
		currency: spotsIn(fields, 'currencyPath'),
		errorCode: spotsIn(fields, 'errorCodePath'),
		errorMessage: spotsIn(fields, 'errorMessagePath'),
		errors: Object.fromEntries(kinds.map(([code, { code: kind }]) => [code, kind])),
		reasons: Object.fromEntries(kinds.flatMap(([code, { reason }]) => (reason ? [[code, reason]] : []))),
	};
}

const FINAL: ReadonlySet<DeliveryStatus> = new Set(['delivered', 'undelivered', 'failed', 'expired', 'rejected'] as const);

/** What needs no line: SMPP's words and our own. */
const USUAL_STATUSES: Readonly<Record<string, StatusMeaning>> = {
	...SMPP_STATUSES,
	...Object.fromEntries(DELIVERY_STATUSES.map((status) => [status, { status, isFinal: FINAL.has(status) }])),
};

function statusesIn(fields: Fields): Readonly<Record<string, StatusMeaning>> {
	const own = pairsIn(fields, 'statusMap', 'Status Map').map(([word, meaning]) => {
		const [status = '', why] = meaning.split(',').map((part) => part.trim());
		const known = DELIVERY_STATUSES.find((one) => one === status);
		if (!known) throw wrong('Status Map', `says "${status}", which is none of ${DELIVERY_STATUSES.join(', ')}`);
		return [word, { status: known, isFinal: FINAL.has(known), reason: why ? reasonOf(why, 'Status Map') : undefined }] as const;
	});
	return { ...USUAL_STATUSES, ...Object.fromEntries(own) };
}

function reasonOf(word: string, label: string): FailureReason {
	const reason = FAILURE_REASONS.find((one) => one === word);
	if (!reason) throw wrong(label, `says "${word}", which is none of ${FAILURE_REASONS.join(', ')}`);
	return reason;
}

function webhookIn(fields: Fields): WebhookSpec {
	const utcOffset = textIn(fields, 'utcOffset');
	if (utcOffset && !/^(Z|[+-]\d\d:\d\d)$/.test(utcOffset)) throw wrong('Time Zone', 'must be like "+02:00"');
	const country = textIn(fields, 'country').toUpperCase();
	if (country && !/^[A-Z]{2}$/.test(country)) throw wrong('Country', 'must be two letters, like PL');
	const [from, to] = [spotsIn(fields, 'replyFromPath'), spotsIn(fields, 'replyToPath')];
	return {
		items: textIn(fields, 'itemsPath') || undefined,
		receiptWhen: conditionIn(fields, 'receiptWhen'),
		replyWhen: conditionIn(fields, 'replyWhen'),
		receipt: {
			id: spotsIn(fields, 'receiptIdPath'),
			ref: spotsIn(fields, 'receiptRefPath'),
			status: spotsIn(fields, 'statusPath') ?? [],
			statuses: statusesIn(fields),
			code: spotsIn(fields, 'receiptCodePath'),
			reasons: Object.fromEntries(
				pairsIn(fields, 'receiptCodes', 'Receipt Codes').map(([code, why]) => [code, reasonOf(why, 'Receipt Codes')]),
			),
			to: spotsIn(fields, 'receiptToPath'),
			segments: spotsIn(fields, 'receiptSegmentsPath'),
			price: spotsIn(fields, 'receiptPricePath'),
			currency: spotsIn(fields, 'currencyPath'),
			time: spotsIn(fields, 'receiptTimePath'),
		},
		reply: from && {
			id: spotsIn(fields, 'replyIdPath'),
			from,
			to: to ?? [],
			text: spotsIn(fields, 'replyTextPath') ?? [],
			time: spotsIn(fields, 'replyTimePath'),
			mayLackRecipient: to === undefined ? true : undefined,
		},
		utcOffset: utcOffset || undefined,
		country: country || undefined,
	};
}
