import { tokenize } from '../../vendor/html';

/** What stands in a page, in its order. */
export type HtmlPart =
	| { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly isVoid: boolean }
	| { readonly kind: 'close'; readonly name: string }
	| { readonly kind: 'text'; readonly text: string };

interface Token {
	readonly type: number;
	readonly value: string;
}

/** The tokenizer's kinds, which it exports as a type only. */
const TEXT = 0;
const OPEN = 1;
const OPEN_END = 2;
const CLOSE = 3;
const BLANK = 4;
const EQUALS = 5;
const UNQUOTED = 6;

/** Comments count as elements there. */
const NO_ELEMENT = /^(!.*|\?.*|)$/;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/**
 * The tags of a page as a browser with scripts reads them: what stands in scripts, comments and noscript is no tag. Never throws, and
 * takes time in proportion to the page, whatever is in it.
 */
export function* htmlParts(html: string): Generator<HtmlPart> {
	const tokens = tokenize(html);
	for (let index = 0; index < tokens.length; index++) {
		const { type, value } = tokens[index] as Token;
		if (type === TEXT) yield { kind: 'text', text: value };
		if (type === CLOSE) yield { kind: 'close', name: value.toLowerCase() };
		if (type !== OPEN) continue;
		const name = value.toLowerCase();
		const inside: Token[] = [];
		for (index++; index < tokens.length && tokens[index]?.type !== OPEN_END; index++) inside.push(tokens[index] as Token);
		const isSelfClosed = tokens[index]?.value === '/';
		const attributes = attributesOf(inside);
		if (!NO_ELEMENT.test(name)) yield { kind: 'open', name, attributes, isVoid: isSelfClosed || VOID.has(name) };
	}
}

/** The first of two with the same name counts. Values without quotes may have "=" in them: content=width=device-width. */
function attributesOf(tokens: readonly Token[]): Map<string, string> {
	const attributes = new Map<string, string>();
	let name = '';
	let target = attributes;
	let [isValueNext, hasValue] = [false, false];
	for (const [index, { type, value }] of tokens.entries()) {
		if (type === BLANK) continue;
		if (type === EQUALS) {
			if (hasValue && tokens[index - 1]?.type === UNQUOTED) target.set(name, `${target.get(name)}=`);
			isValueNext = name !== '';
		} else if (isValueNext) {
			target.set(name, (target.get(name) ?? '') + unquoted(value));
			[isValueNext, hasValue] = [false, true];
		} else {
			name = value.toLowerCase();
			target = attributes.has(name) ? new Map() : attributes;
			target.set(name, '');
			hasValue = false;
		}
	}
	return attributes;
}

const unquoted = (value: string): string => (/^(["']).*\1$/s.test(value) ? value.slice(1, -1) : value);
