import { fold } from './tokens';

/**
 * The order that a text names, as the customer wrote it without "#": "#1001", "order 1001", "zamówienie nr 1001"; undefined where
 * it names none. `orderWords` are the folded words of the text that mean an order. A number alone is no name: it may be an answer, a time, a price.
 */
export function namedOrder(text: string, orderWords: ReadonlySet<string>): string | undefined {
	const marked = /(?:^|[^\p{L}\p{N}&])#\s?([\p{L}\p{N}][\p{L}\p{N}-]{0,19})/u.exec(text)?.[1];
	if (marked && /\d/.test(marked)) return marked;
	if (orderWords.size === 0) return undefined;
	const isOrderWord = (word: string | undefined) => word !== undefined && orderWords.has(fold(word));
	const words = text.match(/[\p{L}\p{M}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu) ?? [];
	for (const [index, word] of words.entries()) {
		if (!isOrderNumber(word)) continue;
		// "order 1001", "order number 1001", "order no. is 1001"
		if (words.slice(Math.max(0, index - 3), index).some(isOrderWord) || isOrderWord(words[index + 1])) return word;
	}
	return undefined;
}

/** A word and the number after it, with nothing else: "STOP 12345". Undefined for any other text. */
export function wordAndNumber(text: string): { readonly word: string; readonly orderNumber?: string } | undefined {
	const [, word, number] = WORD_AND_NUMBER.exec(text) ?? [];
	if (!word || !number) return undefined;
	// people also send the telephone number that is to get no more texts
	const isPhone = number.startsWith('+') || number.replace(/\D/g, '').length > 8;
	return isPhone ? { word } : { word, orderNumber: number };
}

const WORD_AND_NUMBER =
	/^[^\p{L}\p{N}+]*([\p{L}\p{M}]+)[^\p{L}\p{N}+]+(\+?(?:\p{L}{1,4}-?)?\d{2,15}(?:-\p{L}?\d{1,4})?)[^\p{L}\p{N}]*$/u;

const isOrderNumber = (word: string) => /^(?:\p{L}{1,5}-?)?\d{3,8}(?:-[\p{L}\d]{1,4})?$/u.test(word);
