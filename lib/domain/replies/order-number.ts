/**
 * The order that a text names, as the customer wrote it without "#": "#1001", "order 1001", "zamówienie nr 1001"; undefined where
 * it names none. A number alone is no name: it may be an answer, a time, a price.
 */
export function namedOrder(text: string, isOrderWord: (word: string) => boolean): string | undefined {
	const marked = /(?:^|[^\p{L}\p{N}&])#\s?([\p{L}\p{N}][\p{L}\p{N}-]{0,19})/u.exec(text)?.[1];
	if (marked && /\d/.test(marked)) return marked;
	const words = text.match(/[\p{L}\p{M}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu) ?? [];
	for (const [index, word] of words.entries()) {
		if (!isOrderNumber(word)) continue;
		// "order 1001", "order number 1001", "order no. is 1001"
		if (words.slice(Math.max(0, index - 3), index).some(isOrderWord) || isOrderWord(words[index + 1] ?? ''))
			return word;
	}
	return undefined;
}

/**
 * The number in "STOP 12345", which ends the texts about that order alone; undefined for a telephone number, or where
 * anything else is said.
 */
export function numberAlone(text: string): string | undefined {
	const number =
		/^[^\p{L}\p{N}+]*\p{L}[\p{L}\p{M}.'-]*[^\p{L}\p{N}+]+((?:\p{L}{1,4}-?)?\d{2,8}(?:-\p{L}?\d{1,4})?)[^\p{L}\p{N}]*$/u.exec(
			text,
		)?.[1];
	return number;
}

const isOrderNumber = (word: string) => /^(?:\p{L}{1,5}-?)?\d{3,8}(?:-[\p{L}\d]{1,4})?$/u.test(word);
