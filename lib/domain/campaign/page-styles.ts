// As much of a page's own CSS as says how wide things are on a phone: rules of one simple selector, in their order.

const PROPERTIES = ['width', 'min-width', 'max-width', 'display', 'position', 'overflow', 'overflow-x'] as const;
type Property = (typeof PROPERTIES)[number];

export interface Declared {
	/** Lower-case. */
	readonly value: string;
	/** Of the rule; empty for a style of the element itself. */
	readonly selector: string;
	readonly isInline: boolean;
}

/** What is said of one element. */
export type Box = Readonly<Partial<Record<Property, Declared>>>;

export interface Styles {
	readonly hasRules: boolean;
	/** What all rules of a selector say together, the later one having the last word. */
	readonly bySelector: ReadonlyMap<string, ReadonlyMap<Property, string>>;
}

/** "div", ".sale", "#top", "div.sale"; what stands in others depends on more of the page than is looked at. */
const SIMPLE = /^(\*|[a-z][a-z0-9]*)?([.#][\w-]+)?$/i;

/** Narrow phones and wide ones, upright. */
const PHONE = { least: 360, most: 430 };

export function readStyles(css: string): Styles {
	const bySelector = new Map<string, Map<Property, string>>();
	const rules = rulesOf(css);
	for (const { prelude, body } of rules) {
		const declarations = declarationsOf(body);
		if (declarations.length === 0) continue;
		for (const part of prelude.split(',')) {
			const [, tag = '', rest = ''] = SIMPLE.exec(part.trim()) ?? [];
			const selector = (tag === '*' && rest ? '' : tag.toLowerCase()) + rest;
			if (!selector) continue;
			const said = bySelector.get(selector) ?? new Map<Property, string>();
			for (const [property, value] of declarations) said.set(property, value);
			bySelector.set(selector, said);
		}
	}
	return { hasRules: rules.length > 0, bySelector };
}

/** The rules that hold on a phone. */
function rulesOf(css: string): Array<{ prelude: string; body: string }> {
	const rules: Array<{ prelude: string; body: string }> = [];
	const open: Array<{ prelude: string; holds: boolean; isGroup: boolean }> = [];
	let start = 0;
	const plain = css.replace(/\/\*[\s\S]*?(\*\/|$)|<!--|-->/g, ' ');
	for (const { 0: sign, index } of plain.matchAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[{};]/g)) {
		const isInGroup = open.at(-1)?.isGroup ?? true;
		if (sign === '{') {
			const prelude = plain.slice(start, index).trim();
			const holds = (open.at(-1)?.holds ?? true) && (!prelude.startsWith('@') || holdsOnPhones(prelude));
			open.push({ prelude, holds: holds && isInGroup, isGroup: /^@(media|supports|layer)\b/i.test(prelude) });
			start = index + 1;
		} else if (sign === '}') {
			const rule = open.pop();
			if (rule?.holds && !rule.isGroup) rules.push({ prelude: rule.prelude, body: plain.slice(start, index) });
			start = index + 1;
		} else if (sign === ';' && isInGroup) {
			start = index + 1; // @import, @charset
		}
	}
	return rules;
}

function holdsOnPhones(prelude: string): boolean {
	if (/^@(supports|layer)\b/i.test(prelude)) return true;
	if (!/^@media\b/i.test(prelude)) return false; // fonts, pages, steps of an animation, containers of unknown width
	return prelude.slice('@media'.length).split(',').some(queryHolds);
}

function queryHolds(query: string): boolean {
	if (/\bnot\b/i.test(query) || /\bprint\b/i.test(query) || /orientation\s*:\s*landscape/i.test(query)) return false;
	const bounds = (pattern: RegExp) => [...query.matchAll(pattern)].map(([, length]) => lengthOf(length ?? ''));
	const least = [...bounds(/min-(?:device-)?width\s*:\s*([\d.]+\w+)/gi), ...bounds(/width\s*>=?\s*([\d.]+\w+)/gi)];
	const most = [...bounds(/max-(?:device-)?width\s*:\s*([\d.]+\w+)/gi), ...bounds(/width\s*<=?\s*([\d.]+\w+)/gi)];
	return least.every((length) => (length ?? 0) <= PHONE.most) && most.every((length) => (length ?? Infinity) >= PHONE.least);
}

function declarationsOf(body: string): Array<readonly [Property, string]> {
	return body.split(';').flatMap((declaration) => {
		const colon = declaration.indexOf(':');
		const property = declaration.slice(0, colon).trim().toLowerCase();
		const value = declaration.slice(colon + 1).replace(/!\s*important/i, '').trim().toLowerCase();
		return colon > 0 && value !== '' && isProperty(property) ? [[property, value] as const] : [];
	});
}

const isProperty = (name: string): name is Property => (PROPERTIES as readonly string[]).includes(name);

/** What a page's rules and its own style say of an element: an id's before a class's, that before a tag's, its own style before all. */
export function boxOf(name: string, attributes: ReadonlyMap<string, string>, { bySelector }: Styles): Box {
	const box: Partial<Record<Property, Declared>> = {};
	const classes = (attributes.get('class') ?? '').split(/\s+/).filter(Boolean).map((each) => `.${each}`);
	const id = attributes.get('id');
	for (const selector of ['*', name, ...classes, ...classes.map((each) => name + each), ...(id ? [`#${id}`, `${name}#${id}`] : [])]) {
		for (const [property, value] of bySelector.get(selector) ?? []) box[property] = { value, selector, isInline: false };
	}
	for (const [property, value] of declarationsOf(attributes.get('style') ?? '')) box[property] = { value, selector: '', isInline: true };
	const overflow = box['overflow-x'] ?? box.overflow;
	return overflow ? { ...box, overflow } : box;
}

export const isHidden = (box: Box): boolean => box.display?.value === 'none';

const PIXELS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 9.6 / 2.54, em: 16, rem: 16 };

/** A length of its own in CSS pixels, e.g. "60em"; undefined for one that depends on the screen or on what is around. */
export function lengthOf(value: string): number | undefined {
	const [, number, unit = ''] = /^([\d.]+)([a-z]+)$/.exec(value.trim()) ?? [];
	const length = Number(number);
	if (unit === 'vw' && length > 100) return Math.round(length * (PHONE.most / 100));
	const pixels = PIXELS[unit];
	return pixels === undefined || Number.isNaN(length) ? undefined : Math.round(length * pixels);
}
