// GSM 03.38 default alphabet and its extension table, and the UCS-2 fallback (3GPP TS 23.038 §6.2.1, TS 23.040 §9.2.3.24.1).

const BASIC =
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** These cost two septets: an escape and a character, which may not be torn apart. */
const EXTENSION = '\f^{}\\[~]|€';

const NOT_GSM = 0;

/** Septets that a UTF-16 code unit takes in GSM-7; 0 where it has none. */
const septets = new Uint8Array(0x10000);
for (const character of BASIC) septets[character.charCodeAt(0)] = 1;
for (const character of EXTENSION) septets[character.charCodeAt(0)] = 2;

export type Encoding = 'GSM-7' | 'UCS-2';

export interface SegmentCount {
	readonly encoding: Encoding;
	/** Billed parts. An empty text counts as one. */
	readonly segments: number;
	/** Septets in GSM-7, UTF-16 code units in UCS-2. */
	readonly units: number;
}

/** One part holds this many units; where a text needs several, the header of each takes 6 bytes off. */
export const CAPACITY: Readonly<Record<Encoding, { single: number; part: number }>> = {
	'GSM-7': { single: 160, part: 153 },
	'UCS-2': { single: 70, part: 67 },
};

/**
 * How a text is encoded and how many parts it is billed as. A part never ends between an escape and its character, nor
 * between the halves of a surrogate pair, so a text may need a part more than its length alone would say.
 */
export function countSegments(text: string): SegmentCount {
	const length = text.length;
	let units = 0;
	for (let index = 0; index < length; index++) {
		const cost = septets[text.charCodeAt(index)] as number;
		if (cost === NOT_GSM) return countUcs2(text);
		units += cost;
	}
	const { single, part } = CAPACITY['GSM-7'];
	if (units <= single) return { encoding: 'GSM-7', segments: 1, units };
	let segments = 1;
	let used = 0;
	for (let index = 0; index < length; index++) {
		const cost = septets[text.charCodeAt(index)] as number;
		if (used + cost > part) {
			segments++;
			used = 0;
		}
		used += cost;
	}
	return { encoding: 'GSM-7', segments, units };
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

function countUcs2(text: string): SegmentCount {
	const units = text.length;
	const { single, part } = CAPACITY['UCS-2'];
	if (units <= single) return { encoding: 'UCS-2', segments: 1, units };
	let segments = 0;
	for (let start = 0; start < units; segments++) {
		const end = start + part;
		start = end < units && isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end;
	}
	return { encoding: 'UCS-2', segments, units };
}

/** Whether a character, given as a code point, can be written in GSM-7. */
export const isGsm = (codePoint: number): boolean => (septets[codePoint] ?? NOT_GSM) !== NOT_GSM;

/** The different characters that force a text into UCS-2, in order of appearance; empty for a GSM-7 text. */
export function charactersOutsideGsm(text: string): string[] {
	const found = new Set<string>();
	for (const character of text) if (!isGsm(character.codePointAt(0) as number)) found.add(character);
	return [...found];
}
