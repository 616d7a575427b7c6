import { countryOf, firstNameOf, givenNameOf, languageOf, phoneReader, phonesOf } from '../../lib/sources/read';

describe('countries and languages', () => {
	test('a country is two letters, and the first of the values that has them', () => {
		expect(countryOf('', null, 'France', 'FRA', 'fr', 'DE')).toBe('FR');
		expect(countryOf('7A', 'Deutschland', undefined)).toBeUndefined();
	});

	test('the United Kingdom is GB, however it calls itself', () => {
		expect(countryOf('UK')).toBe('GB');
	});

	test.each([
		['fr-CA', 'fr'],
		['fr_FR', 'fr'],
		['pt-BR', 'pt-BR'],
		['pt_br', 'pt-BR'],
		['pt-PT', 'pt'],
		['no', 'nb'],
		['EN', 'en'],
		['zh-Hant-TW', 'zh'],
		['', undefined],
		['not a language', undefined],
		[null, undefined],
		[{}, undefined],
	])('%p is the language %p', (value, language) => {
		expect(languageOf(value)).toBe(language);
	});

	test('a value that is no language does not hide the next', () => {
		expect(languageOf('???', null, 'de-AT')).toBe('de');
	});
});

describe('names', () => {
	test.each([
		['Maria', 'Maria'],
		['  Maria  Example ', 'Maria'],
		['Zoë', 'Zoë'],
		['O’Neil', 'O’Neil'],
		['Jean-Luc', 'Jean-Luc'],
		['開發人員 開發人員', '開發人員'],
		['J. Example', 'J.'],
		['https://spam.example', undefined],
		['WIN-at.example', undefined],
		['a1b2', undefined],
		['12345', undefined],
		['-', undefined],
		['', undefined],
		['Pneumonoultramicroscopicsilicovolcanoconiosis', undefined],
		[null, undefined],
	])('the first name of %p is %p', (value, name) => {
		expect(firstNameOf(value)).toBe(name);
	});

	test.each([
		['Mary Ann', 'Mary Ann'],
		[' Mary   Ann ', 'Mary Ann'],
		['Maria', 'Maria'],
		['Maria de los Angeles Perez', undefined],
		['Win at spam.example', undefined],
		['', undefined],
		[undefined, undefined],
	])('the given name %p is %p', (value, name) => {
		expect(givenNameOf(value)).toBe(name);
	});

	test('a field that holds no name gives way to the next', () => {
		expect(givenNameOf('', '+12125550123', 'Tom')).toBe('Tom');
		expect(firstNameOf('www.spam.example', 'Tom Example')).toBe('Tom');
	});
});

describe('phones', () => {
	test('empty fields and repetitions are left out; the same digits in another country are another number', () => {
		expect(
			phonesOf([
				{ path: 'phone', raw: null, country: 'FR' },
				{ path: 'a', raw: ' 0639981234 ', country: 'FR', firstName: 'Maria' },
				{ path: 'b', raw: '0639981234', country: 'FR', firstName: 'Tom' },
				{ path: 'c', raw: '0639981234', country: 'DE' },
				{ path: 'd', raw: 'NULL' },
				{ path: 'e', raw: 639981234 },
			]),
		).toEqual([
			{ path: 'a', raw: '0639981234', country: 'FR', firstName: 'Maria' },
			{ path: 'c', raw: '0639981234', country: 'DE' },
			{ path: 'e', raw: '639981234' },
		]);
	});

	test('nobody has a thousand phones', () => {
		const fields = Array.from({ length: 1000 }, (_, index) => ({ path: 'smses', raw: `number ${index}` }));
		expect(phonesOf(fields)).toHaveLength(50);
	});
});

test.each([
	['POL', 'PL'],
	['gbr', 'GB'],
	['XYZ', undefined],
	['constructor', undefined],
])('the country of three letters %s is %p', (code, country) => {
	expect(countryOf(code)).toBe(country);
});

describe('the phone in an address', () => {
	const read = phoneReader({ phone: 'tel', country: 'iso', firstName: 'first', fullName: 'name' });

	test('stands with the country and the name beside it', () => {
		const address = { tel: '600100200', iso: 'pl', first: 'Anna Maria', name: 'Anna Kowalska' };
		expect(read('to', address)).toEqual({ path: 'to.tel', raw: '600100200', country: 'PL', firstName: 'Anna Maria' });
	});

	test('without a country takes the other one, without a given name the first of the full one', () => {
		expect(read('to', { tel: '600100200', name: 'Anna Kowalska' }, 'PL')).toMatchObject({
			country: 'PL',
			firstName: 'Anna',
		});
	});

	test.each([undefined, null, 'text', [], {}])('of %j is none', (address) => {
		expect(read('to', address).raw).toBeUndefined();
	});
});
