import fc from 'fast-check';
import { LANGUAGES } from '../../lib/domain/languages';
import { charactersOutsideGsm, countSegments } from '../../lib/domain/segments';
import { smartEncode } from '../../lib/domain/transliterate';
import { always, messyText } from '../support/properties';

/** Long enough that one letter outside of GSM-7 costs a segment: what is made of the letters is what stands after it. */
const FILLER = 'Long text. '.repeat(7);
const written = (text: string, language = 'en') => {
	const { text: encoded, applied } = smartEncode(FILLER + text, language);
	expect(encoded.startsWith(FILLER)).toBe(true);
	return applied ? encoded.slice(FILLER.length) : undefined;
};

describe('letters that GSM-7 lacks', () => {
	test.each([
		['pl', 'Zażółć gęślą jaźń ZAŻÓŁĆ GĘŚLĄ JAŹŃ', 'Zazolc gesla jazn ZAZOLC GESLA JAZN'],
		['cs', 'Příliš žluťoučký kůň úpěl ďábelské ódy', 'Prilis zlutoucky kun upel dabelské ody'],
		['sk', 'Kŕdeľ šťastných ďatľov', 'Krdel stastnych datlov'],
		['hu', 'Árvíztűrő tükörfúrógép', 'Arvizt\u00fcr\u00f6 t\u00fck\u00f6rfurogép'],
		['ro', 'Mâine înaintăm, și totuși țara', 'Maine inaintam, si totusi tara'],
		['tr', 'Iğdır’lı şoför çok üşüdü, İzmir', "Igdir'li sof\u00f6r cok \u00fcs\u00fcd\u00fc, Izmir"],
		['hr', 'Đuro đak, Čačak šuma žaba ćup', 'Djuro djak, Cacak suma zaba cup'],
		['sl', 'Šest čebel in žaba', 'Sest cebel in zaba'],
		['lt', 'Įlinkdama fechtuotojo špaga', 'Ilinkdama fechtuotojo spaga'],
		['lv', 'Glāžšķūņa rūķīši', 'Glazskuna rukisi'],
		['et', 'Põdur Zagrebi žürii', 'Podur Zagrebi z\u00fcrii'],
		['es', '¿Qué tal, Ángel? ¡Más acá, Íñigo!', '¿Qué tal, Angel? ¡Mas aca, I\u00f1igo!'],
		['fr', 'Ça a été reçu, Noël, œuvre, Août', 'Ça a été recu, Noel, oeuvre, Aout'],
		['pt-BR', 'Não, coração, você, índio', 'Nao, coracao, voce, indio'],
		['da', 'Smørrebrød på Ærø ǿ', 'Smørrebrød på Ærø ø'],
		['de', 'Größe übel „schön“ – ẞ', 'Größe übel "schön" - SS'],
		['nl', 'ĳs, coöperatie, ’s morgens', "ijs, coöperatie, 's morgens"],
		['vi', 'Đường Nguyễn Huệ', 'Duong Nguyen Hue'],
		['el', 'Η παραγγελία σας έφτασε, Γιώργο', 'H ΠAPAΓΓEΛIA ΣAΣ EΦTAΣE, ΓIΩPΓO'],
		['is', 'Þórður á ð', 'Thordur a d'],
	])('%s: %p is written %p', (language, text, plain) => {
		expect(written(`${text} ”`, language)).toBe(`${plain} "`);
		expect(charactersOutsideGsm(plain)).toEqual([]);
	});

	test.each([
		['taken apart into letter and mark', 'Zoe\u0301 a\u0308 c\u0301', 'Zoé \u00e4 c'],
		['quotes', '‘a’ ‚b‛ “c” „d‟ «e» ‹f› ′ ″ ´ `', "'a' 'b' \"c\" \"d\" \"e\" 'f' ' \" ' '"],
		['dashes', 'a‐b‑c‒d–e—f―g−h', 'a-b-c-d-e-f-g-h'],
		['spaces', 'a\u00a0b\u2009c\u202fd\u3000e\u2002f\u2003g\tz', 'a b c d e f g z'],
		['invisible signs', 'a\u200bb\u200dc\u200ed\u200fe\u2060f\ufeffg\u00adz', 'abcdefgz'],
		['signs of writing direction', '\u202a+48 600\u202c \u2068x\u2069\u061c', '+48 600 x'],
		['other signs', '… • → × ÷ © ® ™ № º ª ² ³ ½ ¼ ¢ ₺', '... - -> x / (c) (R) (TM) No o a 2 3 1/2 1/4 c TL'],
	])('%s are written as GSM-7 can', (_what, text, plain) => {
		expect(written(`${text}ą`)).toBe(`${plain}a`);
	});

	test.each([
		['emoji', 'Thank you 👍'],
		['an emoji with a tone', 'Thank you 👍🏽'],
		['Cyrillic', 'Дякуємо'],
		['Greek in a language that is not Greek', 'Ευχαριστώ'],
		['Hindi', 'धन्यवाद'],
		['Chinese', '谢谢'],
		['half of a surrogate pair', 'oops \ud83d'],
	])('cannot all be written: %s leaves a text exactly as it is', (_what, text) => {
		expect(smartEncode(`${FILLER} ą ${text}`, 'pl')).toEqual({ text: `${FILLER} ą ${text}`, applied: false });
	});
});

describe('a text that gains nothing', () => {
	test.each([
		['is GSM-7 already', 'Größe [1] €'.repeat(20)],
		['fits one segment with its marks', 'Zażółć gęślą jaźń'],
		['would need as many without them', `${'ą'.repeat(60)}${'…'.repeat(74)}`],
	])('because it %s keeps its letters', (_why, text) => {
		expect(smartEncode(text, 'pl')).toEqual({ text, applied: false });
	});

	test('is told from one that does: 71 letters do', () => {
		expect(smartEncode('ą'.repeat(70), 'pl').applied).toBe(false);
		expect(smartEncode('ą'.repeat(71), 'pl')).toEqual({ text: 'a'.repeat(71), applied: true });
	});
});

describe('a link', () => {
	test.each([
		['https://sklep.example/zamówienie?q=ł', 'https://sklep.example/zam%C3%B3wienie?q=%C5%82'],
		['HTTP://SKLEP.EXAMPLE/Ż', 'HTTP://SKLEP.EXAMPLE/%C5%BB'],
		['https://t.example/a%20b~c[1]', 'https://t.example/a%20b~c[1]'],
		// what stands after a link is not a part of it
		['“https://t.example/1”', '"https://t.example/1"'],
		['„https://t.example/1“', '"https://t.example/1"'],
		['«https://t.example/1»', '"https://t.example/1"'],
		['https://t.example/1…', 'https://t.example/1...'],
		['https://t.example/1\u00a0ó', 'https://t.example/1 o'],
		['https://t.example/1\u200b', 'https://t.example/1'],
		['https://t.example/\ud83d', undefined],
	])('%p still leads where it led', (text, plain) => {
		expect(written(`ą ${text}`, 'pl')).toBe(plain && `a ${plain}`);
	});

	test('equals itself after percent-decoding, whatever stands in it', () => {
		const path = fc.string({ unit: fc.constantFrom(...'abz/-_~.=&?#+ąłżéЖß日'), maxLength: 60, size: 'max' });
		const around = fc.constantFrom('', 'ą ł', 'Zażółć', '…');
		always(
			fc.property(path, around, around, (end, before, after) => {
				const link = `https://sklep.example/${end}`;
				const { text } = smartEncode(`${FILLER}${before} ${link} ${after}`, 'pl');
				const [found] = /https:\S+/.exec(text) ?? [];
				expect(decodeURIComponent(found ?? '')).toBe(link);
			}),
			500,
		);
	});
});

describe('whatever the text and the language', () => {
	const language = fc.constantFrom(...Object.keys(LANGUAGES), 'xx', 'de-AT', '');
	const shopText = fc.string({
		size: 'max',
		unit: fc.oneof(
			{ weight: 8, arbitrary: fc.constantFrom(...'abcdXYZ 0123.,') },
			{ weight: 3, arbitrary: fc.constantFrom(...'ąćęłńóśźżőűčřğışâ„”–…\u00a0€') },
		),
		maxLength: 300,
	});

	test('it never costs more, and changes only where it costs less and becomes GSM-7', () => {
		let changed = 0;
		always(
			fc.property(fc.oneof(shopText, messyText()), language, (text, tag) => {
				const before = countSegments(text);
				const encoded = smartEncode(text, tag);
				const after = countSegments(encoded.text);
				expect(encoded.applied).toBe(encoded.text !== text);
				if (!encoded.applied) return;
				changed++;
				expect(after.segments).toBeLessThan(before.segments);
				expect([before.encoding, after.encoding]).toEqual(['UCS-2', 'GSM-7']);
			}),
			1000,
		);
		expect(changed).toBeGreaterThan(100);
	});

	test('doing it again changes nothing', () => {
		always(
			fc.property(fc.oneof(shopText, messyText()), language, (text, tag) => {
				const once = smartEncode(text, tag).text;
				expect(smartEncode(once, tag)).toEqual({ text: once, applied: false });
			}),
			500,
		);
	});

	test('letters of GSM-7 stay where they are', () => {
		always(
			fc.property(shopText, language, (text, tag) => {
				const kept = (whole: string) => whole.replace(/[^XYZ0123]/g, '');
				const { text: encoded } = smartEncode(text, tag);
				expect(kept(encoded)).toBe(kept(text));
			}),
		);
	});
});
