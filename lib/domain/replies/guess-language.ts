import { canonicalLanguage, type Language, languageFor, LANGUAGES } from '../languages';
import { LONGEST_TEXT, NOT_ASCII, type Token, tokenise } from './tokens';

/** The commonest short words of each language, folded: they stand in every sentence, and most belong to few languages. */
const SMALL_WORDS: Readonly<Partial<Record<Language, string>>> = {
	en: 'the is my you your where when please to of and it this what have has not do are i can for will with was me stop dont me from order',
	de: 'ich ist mein meine wo wann bitte nicht und sie das die der mir mich keine mehr wird es ein von auf habe noch danke zu ihr den',
	fr: 'je est mon ma ou quand ne pas vous le la les et de des une mes moi plus mes svp merci ai pour que sur vos ma bonjour c',
	es: 'mi donde esta cuando por favor no el la los y de mis que quiero me mas gracias un una ya mensajes pedido su hola como',
	it: 'il mio dove quando non per favore la di che e mi piu voglio grazie un una ordine sono i ancora ho del della vostri e',
	pt: 'meu minha onde quando nao por favor o a de que esta quero mais obrigado um uma nao me encomenda pedido os as ja voce',
	nl: 'mijn waar is wanneer niet geen ik het de een en van meer wil op dank u jullie met komt nog me bedankt mij dit ben',
	pl: 'moja moje gdzie jest kiedy nie prosze i w na z mi sie chce wiecej mnie dziekuje zamowienie to do czy juz paczka ze o',
	cs: 'moje kde je kdy ne prosim a v na z mi se nechci uz dekuji objednavka to do mam jsem muj zasilka balik vic jeste co',
	sk: 'moja moje kde je kedy nie prosim a v na z mi sa nechcem uz dakujem objednavka to do mam som moj zasielka balik viac este co',
	hu: 'a az hol van mikor nem kerem es hogy ne en meg csomagom rendelesem koszonom tobb egy ez vagyok kerek mar ki',
	ro: 'unde este cand nu va rog si de la mea meu mi mai vreau multumesc comanda ce pe am coletul in un o sa imi',
	sv: 'var ar mitt min nar inte jag och det en ett pa som tack mig fler har paketet till vill sluta av ni kommer fran',
	da: 'hvor er min mit hvornar ikke jeg og det en et pa tak mig flere har pakke til vil af i kommer ordre fra jeres',
	nb: 'hvor er min mitt pakke nar ikke jeg og det en et pa takk meg flere har pakken til vil av dere kommer ordren fra ikkje',
	fi: 'missa on minun milloin ei en ja se kiitos minulle alkaa mun tilaus paketti tilaukseni pakettini halua viesteja viela saapuu oma mita',
	tr: 'nerede ne zaman bir ve bu benim lutfen istemiyorum mesaj siparisim kargom gelecek degil var mi bana icin cok artik nerde',
	hi: 'hai mera mujhe nahi kahan kab mat karo ka ki ke se aap ko kya है मेरा मुझे नहीं कब मत करो का की के से आप को क्या और',
	id: 'saya di mana kapan tidak jangan dan yang ini itu sudah belum lagi pesanan paket tolong mau akan ke dari untuk ada sampai',
	hr: 'moja moj gdje je kada ne molim i u na mi se zelim vise hvala narudzba to do li sam nije paket mene jos sto',
	sl: 'moja moj kje je kdaj ne prosim in v na mi se zelim vec hvala narocilo to do ali sem ni paket mene se kaj moje',
	et: 'kus on minu millal ei palun ja mu see aitah mulle enam tellimus pakk rohkem ma soovi arge kas minu veel',
	lt: 'kur yra mano kada ne prasau ir man aciu daugiau siunta uzsakymas nenoriu ar jau dar uz su nuo is',
	lv: 'kur ir mans mana kad ne ludzu un man paldies vairs sutijums pasutijums nevelos vai jau vel no ar uz paka',
	bg: 'къде е моята кога не моля и ми се повече благодаря поръчка поръчката ли съм да на ме искам от за',
	uk: 'де моє коли не будь ласка і мені більше дякую замовлення посилка чи я хочу що на з це до моя є',
	el: 'που ειναι το μου ποτε δεν παρακαλω και η να μη μην θα αλλα ευχαριστω παραγγελια δεμα θελω με την τα στο',
};

/** Letters that only few of our languages write. */
const TELLING_LETTERS: ReadonlyArray<readonly [RegExp, readonly Language[]]> = [
	[/[\u0900-\u097f]/u, ['hi']],
	[/[\u0370-\u03ff]/u, ['el']],
	[/[іїєґ]/iu, ['uk']],
	[/[\u0400-\u04ff]/u, ['uk', 'bg']],
	[/[ъщ]/iu, ['bg']],
	[/[łąęśźż]/iu, ['pl']],
	[/[řěů]/iu, ['cs']],
	[/[ľĺŕ]/iu, ['sk']],
	[/[őű]/iu, ['hu']],
	[/[ășşțţ]/u, ['ro', 'tr']],
	[/[ăâțţ]/iu, ['ro']],
	[/[ğı]/u, ['tr']],
	[/ß/u, ['de']],
	[/[ñ¿¡]/u, ['es']],
	[/[ãõ]/iu, ['pt', 'et']],
	[/[æø]/iu, ['da', 'nb']],
	[/å/iu, ['sv', 'da', 'nb']],
	[/[ėųįū]/iu, ['lt']],
	[/[āēīņģķļ]/iu, ['lv']],
	[/đ/iu, ['hr']],
	[/[çœùêè]/iu, ['fr']],
];

/** A letter tells more than one small word. */
const LETTER_WEIGHT = 1.5;

const languagesByWord = new Map<string, Language[]>();

/** Countries where more than one of our languages is spoken, the commonest first. Others have CLDR's main language. */
const SEVERAL_SPOKEN: Readonly<Record<string, readonly string[]>> = {
	BE: ['nl', 'fr', 'de'],
	CA: ['en', 'fr'],
	CH: ['de', 'fr', 'it'],
	CY: ['el', 'tr', 'en'],
	EE: ['et'],
	FI: ['fi', 'sv'],
	IN: ['hi', 'en'],
	IT: ['it', 'de'],
	LU: ['fr', 'de'],
	US: ['en', 'es'],
	BA: ['hr'],
	RS: ['hr', 'hu'],
	ME: ['hr'],
	MD: ['ro', 'uk'],
	SK: ['sk', 'hu', 'cs'],
	CZ: ['cs', 'sk'],
	RO: ['ro', 'hu'],
};

/** The languages that a context names: the customer's own, then those of the country. Empty where it names none. */
export function languagesOf({
	language,
	country,
}: {
	readonly language?: string;
	readonly country?: string;
}): string[] {
	const own = canonicalLanguage(language);
	const region = country?.toUpperCase();
	const isKnown = (code: string) => code in LANGUAGES;
	const ofCountry = !region ? [] : (SEVERAL_SPOKEN[region] ?? [languageFor({ country: region }, () => true)]);
	const exact = own && region && isKnown(`${own}-${region}`) ? `${own}-${region}` : undefined;
	return [exact, own, ...ofCountry].filter((code) => code !== undefined);
}

/**
 * The language a text is written in, by its small words and letters; undefined where they do not tell. The country decides
 * between languages that are equally likely.
 */
export const guessLanguage = (text: string, country?: string): Language | undefined =>
	guessFrom(tokenise(text), text, country);

/** {@link guessLanguage} of a text whose words are already at hand. */
export function guessFrom(tokens: readonly Token[], text: string, country?: string): Language | undefined {
	const scores = new Map<string, number>();
	const add = (language: string, score: number) => scores.set(language, (scores.get(language) ?? 0) + score);
	for (const { word } of tokens) for (const language of languagesWith(word)) add(language, 1);
	const letters = text.slice(0, LONGEST_TEXT).normalize('NFC');
	if (NOT_ASCII.test(letters)) {
		for (const [pattern, languages] of TELLING_LETTERS) {
			if (pattern.test(letters)) for (const language of languages) add(language, LETTER_WEIGHT);
		}
	}
	const spoken = languagesOf(country === undefined ? {} : { country });
	for (const language of scores.keys()) if (spoken.some((code) => code.startsWith(language))) add(language, 0.5);

	const [best, second] = [...scores].sort(([, one], [, other]) => other - one);
	if (!best || best[1] < LETTER_WEIGHT || best[1] === second?.[1]) return undefined;
	return best[0] === 'pt' && country?.toUpperCase() === 'BR' ? 'pt-BR' : (best[0] as Language);
}

function languagesWith(word: string): readonly Language[] {
	if (languagesByWord.size === 0) {
		for (const [language, words] of Object.entries(SMALL_WORDS)) {
			for (const known of new Set(tokenise(words).map((token) => token.word))) {
				languagesByWord.set(known, [...(languagesByWord.get(known) ?? []), language as Language]);
			}
		}
	}
	return languagesByWord.get(word) ?? [];
}
