import { lookupForm } from './lookup-form';

// Words that no code may spell, not even in figures (5H17).
//
// In the list is what insults or is obscene by itself, in the languages we have texts in and those next to them: sex,
// excrement, slurs, death, the far right. As letters are drawn evenly, a word too many costs nothing but another draw, so the
// list need not spare names or dishes; but each is long enough that somebody reads it as a word. A beginning stands for all
// words with it (MIERD, SCHEIS). Languages that are not written in Latin letters are here as people type them in those.

const WORDS = `
ANAL ANUS ARSE ASS BASTARD BITCH BOMB BOOB CLIT COCK COON CRAP CUM CUNT DEAD DEATH DICK DIE DYKE FAG FCK FUCK FUK GOOK JIZZ KIKE
KILL NIG PAKI PEDO PENIS PISS POOP PORN PUSSY RAPE SEX SHIT SLUT SPIC SUCK TIT TWAT VAGIN WANK WHORE
KKK NAZI HEIL HITLER 1488
ARSCH FICK FOTZ HURE KACK NUTTE SCHEIS SCHWUCHT WICHS TOT
CABRON CONO CULO FOLLA JODE JOTO MARICON MIERD PENDEJ PINCHE POLLA PUTA PUTO VERGA
BICHA BUCETA CACETE CARALH FODA FODE MERDA PORRA VIADO
BITE CHIER ENCUL MERDE NIQUE PEDE PUTE SALOPE
CAZZO COGLION FICA FIGA FROCIO MINCHIA STRONZ TROIA
HOER KANKER KUT LUL NEUK TERING
CHUJ CIPA CWEL DUPA GOWN HUJ JEB KURW PEDAL PIERDOL PIZD
HOVNO JEBAT KOKOT KUNDA KURVA PICA PRDEL SRAC
JEBI KURAC KURBA PICKA PEDER SISE
BLYA GOVNO HUY MUDAK PIDOR SUKA YEB XUI
BAJS BOG FAEN FITT FISSE HORE KNULL KUK LORT PIK RUNK
HUORA KYRP PASKA PERSE VITTU
MUNN PERS PIMPIS PYZD BYB
BUZI FASZ GECI PICSA SEGG SZAR
CACAT CURV FUT MUIE PULA
AMCIK AMK GOT OROSPU PIC SIK YARAK
GAMO MALAKA MOUNI POUTSA
BHOSD CHOD CHUT GAAND GAND LUND MADARCH RANDI
ANJING BANGSAT KONTOL MEMEK NGENTOT
`;

/** Figures, and V, as the letter they are read as. Both words and codes are put through it, so I and L need not be told apart. */
const READ_AS: Readonly<Record<string, string>> = {
	'2': 'Z',
	'3': 'E',
	'4': 'A',
	'5': 'S',
	'6': 'G',
	'7': 'T',
	'8': 'B',
	V: 'U',
};

/** How a character of a look-up form is read, by character code. */
export const readAs = new Uint8Array(128).map((_, code) => {
	const symbol = String.fromCharCode(code);
	return (READ_AS[symbol] ?? symbol).charCodeAt(0);
});

/** A text as it is read by who looks for a word in it: "FU-CK", "FVCK" and "fuck" are the same. ASCII only. */
export const readable = (text: string): string =>
	String.fromCharCode(...[...lookupForm(text)].map((symbol) => readAs[symbol.charCodeAt(0)] ?? symbol.charCodeAt(0)));

/** Finds any of these words in a text that has been put through {@link readable}. Null for no words. */
export function wordFinder(words: readonly string[]): RegExp | null {
	const read = [...new Set(words.map(readable))].filter((word) => /^[A-Z0-9]+$/.test(word));
	return read.length > 0 ? new RegExp(read.sort().join('|')) : null; // in order, beginnings that are alike are tried once
}

export const OFFENSIVE_WORDS: readonly string[] = WORDS.trim().split(/\s+/);

const offensive = wordFinder(OFFENSIVE_WORDS) as RegExp;

/** Whether a word that offends can be read in a code. */
export const isOffensive = (code: string): boolean => offensive.test(readable(code));

/** The first three letters of every word, five bits each: nine codes of ten have none of these, and need no closer look. */
const beginnings = new Uint8Array(1 << 15);
for (const word of OFFENSIVE_WORDS) {
	beginnings[[...readable(word).slice(0, 3)].reduce((key, letter) => (key << 5) | (letter.charCodeAt(0) & 31), 0)] = 1;
}

/** {@link isOffensive} for those who draw a million codes. @param read ASCII, put through {@link readAs}. */
export function readsOffensive(read: Buffer): boolean {
	let key = 0;
	for (let index = 0; index < read.length; index++) {
		key = ((key << 5) | ((read[index] as number) & 31)) & 0x7fff;
		if (index >= 2 && beginnings[key] === 1) return offensive.test(read.toString('latin1'));
	}
	return false;
}
