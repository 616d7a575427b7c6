// Requests from templates: placeholders are filled in before anything is encoded, so no text can break out of its place.

import { CarrierError } from '../../domain/errors';
import { charactersOutsideGsm } from '../../domain/segments';
import { type WireRequest } from '../../wire';
import { type OutboundSms } from '../carrier';
import { type GatewayConfig, type SendSpec } from './generic-spec';

type Values = Readonly<Record<string, string>>;

/** What can be filled in. Empty where a text has no such thing. */
export const PLACEHOLDERS = [
	'to',
	'to_digits',
	'from',
	'from_digits',
	'text',
	'text_gsm',
	'text_hex',
	'text_unicode_hex',
	'unicode',
	'ref',
	'receipt_url',
	'dlt_entity_id',
	'dlt_template_id',
	'account',
] as const;

/** "{{name}}", or "{{name?word}}": the word where there is such a thing. */
const PLACEHOLDER = /\{\{\s*(\w+)\s*(?:\?([^}]*))?\}\}/g;

/** @throws CarrierError `bad-config` naming the first placeholder that is none. */
export function checkPlaceholders(template: string, field: string): void {
	for (const [, name] of template.matchAll(PLACEHOLDER)) {
		if ((PLACEHOLDERS as readonly string[]).includes(name as string)) continue;
		const known = PLACEHOLDERS.map((one) => `{{${one}}}`).join(' ');
		throw new CarrierError('bad-config', `${field}: {{${name}}} is no placeholder. There are ${known}`);
	}
}

export function requestOf(spec: SendSpec, message: OutboundSms, config: GatewayConfig): WireRequest {
	const values = { ...valuesOf(message, config), ...spec.placeholders?.(message) };
	const path = filledText(spec.path, values, encodeURIComponent) ?? '';
	const fields = (filled(spec.fields, values) ?? {}) as Record<string, unknown>;
	const headers = Object.fromEntries(
		Object.entries(spec.headers ?? {}).flatMap(([name, value]) => {
			const text = filledText(value, values, (one) => one.replace(/[^\t -~\u0080-\u00ff]+/g, ' '));
			return text === undefined ? [] : [[name, text]];
		}),
	);
	const url = `${config.baseUrl}${path}`;
	if (spec.encoding === 'query') {
		const query = pairs(fields);
		return { method: spec.method, url: query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url, headers };
	}
	const isJson = spec.encoding === 'json';
	const contentType = isJson ? 'application/json' : 'application/x-www-form-urlencoded';
	const body = isJson ? JSON.stringify(fields) : pairs(fields);
	return { method: spec.method, url, headers: { 'content-type': contentType, ...headers }, body };
}

const pairs = (fields: Readonly<Record<string, unknown>>): string =>
	new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)] as [string, string])).toString();

const digitsOf = (number: string) => number.replace(/^\+(?=\d+$)/, '');

function valuesOf({ to, from, text, ref, receiptUrl, dlt }: OutboundSms, { account }: GatewayConfig): Values {
	const isGsm = charactersOutsideGsm(text).length === 0;
	const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
	return {
		to,
		to_digits: digitsOf(to),
		from,
		from_digits: digitsOf(from),
		text,
		text_gsm: isGsm ? text : '',
		text_hex: hex,
		text_unicode_hex: isGsm ? '' : hex,
		unicode: isGsm ? '' : '1',
		ref: ref ?? '',
		receipt_url: receiptUrl ?? '',
		dlt_entity_id: dlt?.entityId ?? '',
		dlt_template_id: dlt?.templateId ?? '',
		account,
	};
}

/** Undefined where all of its placeholders are empty: then the field is left out. */
function filledText(template: string, values: Values, write = (value: string) => value): string | undefined {
	let [count, full] = [0, 0];
	const text = template.replace(PLACEHOLDER, (_all, name: string, word?: string) => {
		const value = (Object.hasOwn(values, name) && values[name]) || '';
		count++;
		if (value) full++;
		return value && write(word ?? value);
	});
	return count > 0 && full === 0 ? undefined : text;
}

function filled(template: unknown, values: Values): unknown {
	if (typeof template === 'string') return filledText(template, values);
	if (Array.isArray(template)) {
		const entries = template.map((entry) => filled(entry, values)).filter((entry) => entry !== undefined);
		return entries.length > 0 ? entries : undefined;
	}
	if (typeof template !== 'object' || template === null) return template;
	const entries = Object.entries(template)
		.map(([name, value]) => [name, filled(value, values)] as const)
		.filter(([, value]) => value !== undefined);
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
