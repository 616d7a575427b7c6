import { closest, distance } from '../vendor/levenshtein';
import { DomainError } from './errors';

/**
 * What a text can say. Saved in operators' own texts: append, never rename.
 * The words beside each are its description on the canvas and in the docs.
 */
export const PLACEHOLDERS = {
	first_name: 'First name of the customer',
	order_number: 'Order number as the customer knows it, without a leading #',
	brand: 'Your brand, from the shop credential or the Brand field',
	total: 'Order total with its currency',
	refund_amount: 'Amount refunded, with its currency',
	items: 'What was ordered, shortened: "Fountain Pen + 2 more"',
	tracking: 'Link to the tracking page; where there is none, the parcel carrier’s name and the tracking number',
	tracking_number: 'Tracking number of the parcel',
	tracking_url: 'Link to the parcel carrier’s tracking page',
	tracking_company: 'Name of the parcel carrier',
	parcel: '“Parcel 1 of 2” in the customer’s language; empty where the order has one parcel only',
	eta: 'Estimated delivery, day and (when known) time',
	eta_date: 'Estimated delivery, the day',
	eta_time: 'Estimated delivery, the time; empty when only the day is known',
	reason: 'Why the parcel is late, was not delivered or comes back, in the customer’s language',
	order_url: 'Link to the order’s status page',
	support_phone: 'Your support phone, from the shop credential or the Support Phone field',
	shop_url: 'Link to your shop, from the shop credential',
	status: 'Where the order is, in a few words of the customer’s language; only in automatic answers',
	orders: 'Numbers and statuses of several orders; only in the automatic answer about them',
	one_time_code: 'The one-time code; only in texts that carry one',
	valid_minutes: 'How many minutes the one-time code is valid; only in texts that carry one',
	frequency: 'How many texts a month at most, as a sentence in the customer’s language; only in opt-in texts',
	rates_notice:
		'“Msg & data rates may apply” in the customer’s language, where the country wants it; only in opt-in texts',
	code: 'Promo code, where the text gives one',
	code_expiry: 'The last day on which the promo code can be used; empty when there is none',
	code_value: 'What the promo code gives, in the customer’s language: a percentage, an amount, free shipping, a gift, points',
	unsubscribe_link: 'Link by which the customer leaves; only in campaign texts',
} as const;

export type Placeholder = keyof typeof PLACEHOLDERS;
export type PlaceholderValues = { readonly [name in Placeholder]?: string | undefined };

const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(PLACEHOLDERS, name);

type Part =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'placeholder'; readonly name: Placeholder; readonly fallback: string | undefined }
	| { readonly kind: 'optional'; readonly index: number; readonly parts: readonly Part[] };

export interface Template {
	readonly parts: readonly Part[];
	/** How many parts in square brackets there are, nested ones included. */
	readonly optionalCount: number;
	readonly placeholders: readonly Placeholder[];
	/** Those that stand outside of square brackets and have no fallback. */
	readonly required: readonly Placeholder[];
}

const parsed = new Map<string, Template>();

/**
 * Parses a text with `{placeholders}`, `{placeholder|fallback}` and `[parts that disappear when a placeholder in them is
 * empty]`. A backslash makes the next character plain.
 *
 * @throws DomainError `bad-template` naming the mistake; for an unknown placeholder also the nearest right one.
 */
export function parseTemplate(source: string): Template {
	const known = parsed.get(source);
	if (known) return known;
	const template = parse(source);
	if (parsed.size > 1000) parsed.clear(); // texts built by an expression may differ for every item
	parsed.set(source, template);
	return template;
}

function parse(source: string): Template {
	const placeholders = new Set<Placeholder>();
	const required = new Set<Placeholder>();
	const root: Part[] = [];
	const open: Array<{ parts: Part[]; at: number }> = [];
	let optionalCount = 0;
	let current = root;
	let text = '';

	const flush = () => {
		if (text) current.push({ kind: 'text', text });
		text = '';
	};
	for (let position = 0; position < source.length; position++) {
		const character = source[position] as string;
		if (character === '\\' && position + 1 < source.length) {
			text += source[++position];
		} else if (character === '{') {
			CURLY.lastIndex = position;
			const [whole, inside] = CURLY.exec(source) ?? [];
			if (whole === undefined) throw mistake(source, position, 'A curly bracket is opened but not closed');
			flush();
			const placeholder = readPlaceholder(source, position, inside as string);
			placeholders.add(placeholder.name);
			if (open.length === 0 && placeholder.fallback === undefined) required.add(placeholder.name);
			current.push(placeholder);
			position += whole.length - 1;
		} else if (character === '[') {
			flush();
			const parts: Part[] = [];
			current.push({ kind: 'optional', index: optionalCount++, parts });
			open.push({ parts: current, at: position });
			current = parts;
		} else if (character === ']') {
			const outer = open.pop();
			if (!outer) throw mistake(source, position, 'A square bracket is closed but was not opened');
			flush();
			current = outer.parts;
		} else if (character === '}') {
			throw mistake(source, position, 'A curly bracket is closed but was not opened');
		} else {
			text += character;
		}
	}
	const unclosed = open.pop();
	if (unclosed) throw mistake(source, unclosed.at, 'A square bracket is opened but not closed');
	flush();
	return { parts: root, optionalCount, placeholders: [...placeholders], required: [...required] };
}

/** From a curly bracket to its end. */
const CURLY = /\{((?:\\[^]|[^\\}])*)\}/y;

function readPlaceholder(source: string, position: number, inside: string): Part & { kind: 'placeholder' } {
	const bar = inside.indexOf('|');
	const name = (bar < 0 ? inside : inside.slice(0, bar)).trim();
	const fallback = bar < 0 ? undefined : inside.slice(bar + 1).replace(/\\([^])/g, '$1');
	if (isPlaceholder(name)) return { kind: 'placeholder', name, fallback };
	const nearest = closest(name.toLowerCase(), Object.keys(PLACEHOLDERS));
	const isNear = distance(name.toLowerCase(), nearest) <= nearest.length / 2;
	throw mistake(
		source,
		position,
		`There is no placeholder {${name}}${isNear ? `; did you mean {${nearest}}?` : ''}`,
		`Known placeholders: ${Object.keys(PLACEHOLDERS)
			.map((known) => `{${known}}`)
			.join(' ')}.`,
	);
}

function mistake(source: string, position: number, what: string, hint?: string): DomainError {
	const around = source.slice(Math.max(0, position - 12), position + 24).replace(/\s+/g, ' ');
	return new DomainError(
		'bad-template',
		`${what} (at "${around}")`,
		hint ?? 'Write a backslash before a bracket that is to stand in the text as it is.',
	);
}

export interface Rendered {
	readonly text: string;
	/** Placeholders outside of square brackets that had neither a value nor a fallback. */
	readonly missing: readonly Placeholder[];
	/** Indexes of the optional parts that stand in the text. */
	readonly shown: readonly number[];
}

/**
 * Fills a template in.
 *
 * @param dropped indexes of optional parts to leave out although their placeholders are filled.
 */
export function renderTemplate(
	template: Template,
	values: PlaceholderValues,
	dropped: ReadonlySet<number> = new Set(),
): Rendered {
	const missing = new Set<Placeholder>();
	const shown: number[] = [];
	const text = renderParts(template.parts, { values, dropped, shown, missing }) ?? '';
	return { text: closeHoles(text), missing: [...missing], shown };
}

/** Stands where something was left out, until {@link closeHoles}. A private-use character: no text contains it. */
const HOLE = '\ue000';

/** Ends a value that needs a full stop where another sentence follows: "UPS 1Z999" does, a link must not have one. */
export const SOFT_STOP = '\ue001';

interface Rendering {
	readonly values: PlaceholderValues;
	readonly dropped: ReadonlySet<number>;
	/** Collects what {@link Rendered} reports. */
	readonly shown: number[];
	/** Null inside an optional part, which disappears instead. */
	readonly missing: Set<Placeholder> | null;
}

/** Null when a placeholder of an optional part is empty. */
function renderParts(parts: readonly Part[], rendering: Rendering): string | null {
	const { values, missing } = rendering;
	let text = '';
	for (const part of parts) {
		if (part.kind === 'text') {
			// "by 6:30 p.m." at the end of a sentence has its full stop already
			const isStopped = /\.(?: *\ue000)*$/.test(text) && /^\.(?!\.)/.test(part.text);
			text += isStopped ? part.text.slice(1) : part.text;
		} else if (part.kind === 'optional') {
			text += renderOptional(part, rendering) ?? HOLE;
		} else {
			const value = values[part.name] || part.fallback;
			if (value === undefined || (value === '' && part.fallback === undefined)) {
				if (missing === null) return null;
				missing.add(part.name);
			}
			text += value || HOLE;
		}
	}
	return text;
}

function renderOptional({ index, parts }: Part & { kind: 'optional' }, rendering: Rendering): string | null {
	const { dropped, shown } = rendering;
	if (dropped.has(index)) return null;
	const shownBefore = shown.length;
	shown.push(index);
	const text = renderParts(parts, { ...rendering, missing: null });
	if (text === null) shown.length = shownBefore;
	return text;
}

/** Takes away the spaces and commas that stood around what was left out: "Hi , your" becomes "Hi, your", "Hi, !" "Hi!". */
const closeHoles = (text: string) =>
	text
		.replace(/(^|\n)(?:[ ,]*\ue000)+[ ,]*/g, '$1')
		.replace(/,?(?: *\ue000)+(?= *(?:[.,!?;:)…।\n]|$))/g, '')
		.replace(/[ \ue000]*\ue000[ \ue000]*/g, (gap) => (gap.includes(' ') ? ' ' : ''))
		.replace(/\ue001(?= [\p{Lu}\p{Lo}])/gu, '.')
		.replace(/\ue001/g, '')
		.trim();
