import { guessLanguage } from '../../../lib/domain/replies/guess-language';
import { CORPUS } from './corpus';

test.each([
	['Where is my order, please?', undefined, 'en'],
	['Wo ist meine Bestellung, bitte?', undefined, 'de'],
	['Gdzie jest moja paczka?', undefined, 'pl'],
	['Où est ma commande ?', undefined, 'fr'],
	['¿Dónde está mi pedido?', undefined, 'es'],
	['Hol van a csomagom?', undefined, 'hu'],
	['Nerede benim kargom, ne zaman gelir', undefined, 'tr'],
	['मेरा ऑर्डर कहाँ है', undefined, 'hi'],
	['Πού είναι το δέμα μου', undefined, 'el'],
	['Де моє замовлення?', undefined, 'uk'],
	['Quando chega a minha encomenda? Obrigado', 'PT', 'pt'],
	['Quando chega o meu pedido? Obrigado', 'BR', 'pt-BR'],
	['Hvor er min pakke', 'DK', 'da'],
	['Hvor er min pakke', 'NO', 'nb'],
	['ok', undefined, undefined],
	['12345', undefined, undefined],
	['', 'PL', undefined],
])('%j from %s is %s', (text, country, language) => expect(guessLanguage(text, country)).toBe(language));

test('it is seldom wrong about the corpus', () => {
	const guesses = CORPUS.map(({ text, language }) => ({
		language: language.slice(0, 2),
		guess: guessLanguage(text)?.slice(0, 2),
	}));
	const made = guesses.filter(({ guess }) => guess !== undefined);
	const right = made.filter(({ guess, language }) => guess === language);
	expect(right.length / made.length).toBeGreaterThan(0.85);
	expect(made.length / guesses.length).toBeGreaterThan(0.4);
});
