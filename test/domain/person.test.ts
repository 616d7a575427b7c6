import { isRefusal, readPerson, type ReadSettings, tagsIn } from '../../lib/domain/person';
import { hasPhoneColumn } from '../../lib/domain/person-columns';
import { shopifyOrder } from '../fixtures/shopify-order';

const NOW = new Date('2026-11-22T10:00:00Z');
const PHONE = '+48600100200';

const read = (row: Record<string, unknown>, more: Partial<ReadSettings> = {}) => readPerson(row, { now: NOW, ...more });
const refusal = (row: Record<string, unknown>, more: Partial<ReadSettings> = {}) => {
	const result = read(row, more);
	return isRefusal(result) ? result : undefined;
};

describe('a row', () => {
	test('tells all there is to know of a person', () => {
		const row = {
			Phone: '600 100 200',
			'First name': 'Maria',
			'Last name': 'Nowak',
			Language: 'pl_PL',
			Country: 'pl',
			'Time zone': 'Europe/Warsaw',
			Birthday: '31.12.1990',
			Tags: 'vip, b2b;vip|  spring   list ',
			'Customer ID': 7,
			'Shoe size': 38,
		};
		const person = {
			phone: PHONE,
			countryOfPhone: 'PL',
			name: 'Maria Nowak',
			firstName: 'Maria',
			language: 'pl',
			country: 'PL',
			timeZone: 'Europe/Warsaw',
			birthday: '1990-12-31',
			tags: ['vip', 'b2b', 'spring list'],
			customerId: '7',
			fields: {},
		};
		expect(read(row)).toEqual(person);
		expect(read(row, { keepsOtherColumns: true })).toEqual({ ...person, fields: { 'Shoe size': '38' } });
	});

	test.each([
		'phone',
		'Phone Number',
		'PHONE_NO.',
		'mobile',
		'Mobile phone',
		'tel.',
		'Telefon',
		'Téléphone',
		'Nr telefonu',
		'Numer telefonu',
		'Teléfono',
		'Handynummer',
		'Telefón',
		'ＰＨＯＮＥ',
	])('has its phone under "%s"', (header) => {
		expect(read({ [header]: PHONE })).toMatchObject({ phone: PHONE });
		expect(hasPhoneColumn(['name', header])).toBe(true);
	});

	test.each([
		['first name', 'Imię', 'Maria', { firstName: 'Maria' }],
		['first name', 'Vorname', 'Mary Ann', { firstName: 'Mary Ann', name: 'Mary Ann' }],
		['name', 'Full Name', 'Maria Nowak', { name: 'Maria Nowak', firstName: 'Maria' }],
		['name that is advertising', 'name', 'WIN www.evil.example', { name: 'WIN www.evil.example', firstName: 'WIN' }],
		['first name that is a link', 'firstName', 'evil.example', { firstName: undefined }],
		['language by its English name', 'language', 'Polish', { language: 'pl' }],
		['language of a country', 'locale', 'fr-CA', { language: 'fr' }],
		['Portuguese of Brazil', 'lang', 'pt_br', { language: 'pt-BR' }],
		['country of three letters', 'country', 'POL', { country: 'PL' }],
		['country by its English name', 'Country', 'Germany', { country: 'DE' }],
		['United Kingdom', 'country code', 'uk', { country: 'GB' }],
		['birthday without a year', 'Geburtstag', '12-31', { birthday: '12-31' }],
		['birthday as vCards leave the year out', 'bday', '--02-29', { birthday: '02-29' }],
		['birthday with a time', 'dob', '1990-12-31T00:00:00+01:00', { birthday: '1990-12-31' }],
		['tags as a list', 'tags', ['vip', 'b2b, x'], { tags: ['vip', 'b2b', 'x'] }],
		['an empty cell', 'language', '  ', { language: undefined }],
		['a word for nothing', 'country', 'N/A', { country: undefined }],
		['a guest', 'customer_id', 0, { customerId: undefined }],
	])('has a %s', (_what, header, value, wanted) => {
		expect(read({ phone: PHONE, [header]: value })).toMatchObject(wanted);
	});

	test.each<[string, Record<string, unknown>, string]>([
		['no phone', { name: 'Maria' }, 'no-phone'],
		['an empty phone', { phone: ' - ' }, 'no-phone'],
		['a word for a phone', { phone: 'call me' }, 'invalid-phone'],
		['too few digits', { phone: '+48600' }, 'invalid-phone'],
		['a masked phone', { phone: '+48*******00' }, 'invalid-phone'],
		['a landline', { phone: '+48221234567' }, 'not-mobile'],
		['a phone without a country', { phone: '600100200' }, 'no-country'],
		['an unknown country', { phone: PHONE, country: 'Mars' }, 'bad-country'],
		['a code that is no country', { phone: PHONE, country: 'ZZ' }, 'bad-country'],
		['an unknown language', { phone: PHONE, language: 'Martian tongue' }, 'bad-language'],
		['an unknown time zone', { phone: PHONE, timezone: 'Mars/Base' }, 'bad-time-zone'],
		['a birthday that is no date', { phone: PHONE, birthday: '1990-02-30' }, 'bad-birthday'],
		['a day that is none', { phone: PHONE, birthday: '02-30' }, 'bad-birthday'],
		['a birthday of two readings', { phone: PHONE, birthday: '05/06/1990' }, 'bad-birthday'],
		['a birthday to come', { phone: PHONE, birthday: '2027-01-01' }, 'bad-birthday'],
	])('is refused for %s', (_what, row, rule) => {
		expect(refusal(row)?.rule).toBe(rule);
		expect(refusal(row)?.reason).toMatch(/^The(re)? .*\.$/);
		expect(refusal(row)?.reason).not.toMatch(/600|1990-02|02-30|05.06/);
	});

	test('takes the country of the shop where nothing else tells, and its own before', () => {
		expect(read({ phone: '600100200' }, { defaultCountry: 'PL' })).toMatchObject({ phone: PHONE, country: undefined });
		const row = { phone: '07400 123456', country: 'GB' };
		expect(read(row, { defaultCountry: 'PL' })).toMatchObject({ phone: '+447400123456' });
	});

	test('with a landline and a mobile gives the mobile', () => {
		expect(read({ phone: '+48221234567', Mobile: PHONE })).toMatchObject({ phone: PHONE });
		expect(read({ mobile: '+48221234567', phone: PHONE })).toMatchObject({ phone: PHONE });
	});

	test('of ours gives the whole phone, not the masked one', () => {
		expect(read({ phone: '+48*******00', phoneFull: PHONE })).toMatchObject({ phone: PHONE });
	});

	test('counts less than what was filled in', () => {
		const row = { phone: '+447400123456', firstName: 'Maria', tags: 'a', size: 'M' };
		const filledIn = { phone: PHONE, firstName: 'Marysia', language: '', tags: 'b' };
		expect(read(row, { filledIn, keepsOtherColumns: true })).toMatchObject({
			phone: PHONE,
			firstName: 'Marysia',
			tags: ['b'],
			fields: { size: 'M' },
		});
	});

	test.each([['__proto__'], ['constructor'], ['toString']])('with a column %s is harmless', (header) => {
		const row = JSON.parse(`{"phone": "${PHONE}", "${header}": "x"}`) as Record<string, unknown>;
		expect(read(row, { keepsOtherColumns: true })).toMatchObject({ phone: PHONE, tags: [] });
		expect(({} as Record<string, unknown>).x).toBeUndefined();
	});
});

describe('an item', () => {
	const CUSTOMER = {
		id: 7012345678901,
		first_name: 'Maria',
		last_name: 'Nowak',
		phone: null,
		tags: 'vip, b2b',
		orders_count: 2,
		default_address: { phone: '600 100 200', country_code: 'PL', name: 'Maria Nowak' },
	};

	test('that is a Shopify customer', () => {
		expect(read(CUSTOMER)).toMatchObject({
			phone: PHONE,
			customerId: '7012345678901',
			name: 'Maria Nowak',
			firstName: 'Maria',
			country: 'PL',
			tags: ['vip', 'b2b'],
		});
	});

	test('that is a Shopify customer of the Webhook node', () => {
		expect(read({ headers: {}, params: {}, query: {}, body: CUSTOMER })).toMatchObject({ phone: PHONE });
	});

	test('that is a Shopify customer of the GraphQL API', () => {
		const customer = {
			id: 'gid://shopify/Customer/7',
			firstName: 'Maria',
			defaultPhoneNumber: { phoneNumber: PHONE },
			defaultAddress: { phone: PHONE, countryCodeV2: 'PL' },
		};
		expect(read({ customer })).toMatchObject({ phone: PHONE, customerId: '7', country: 'PL' });
	});

	test('that is a Shopify order: its number and tags are not the customer’s', () => {
		const order = { ...shopifyOrder(1), tags: 'wholesale order', customer: { ...CUSTOMER, tags: 'vip' } };
		expect(read(order)).toMatchObject({ customerId: '7012345678901', firstName: 'Maria', tags: ['vip'] });
	});

	test('that is a WooCommerce customer', () => {
		const customer = {
			id: 26,
			first_name: 'Maria',
			is_paying_customer: true,
			billing: { first_name: 'M.', phone: '600100200', country: 'PL' },
		};
		expect(read(customer)).toMatchObject({ phone: PHONE, customerId: '26', firstName: 'Maria' });
	});

	test('that is a WooCommerce order of a guest', () => {
		const order = {
			id: 727,
			customer_id: 0,
			line_items: [],
			billing: { first_name: 'Maria', phone: '600100200', country: 'PL' },
		};
		expect(read(order)).toMatchObject({ phone: PHONE, customerId: undefined, firstName: 'Maria', country: 'PL' });
	});

	test('of anything else: its ID is not a customer’s', () => {
		expect(read({ id: 3, row_number: 3, phone: PHONE }, { keepsOtherColumns: true })).toMatchObject({
			customerId: undefined,
			fields: { id: '3' },
		});
	});
});

test.each<[unknown, string[]]>([
	['', []],
	[undefined, []],
	[7, ['7']],
	['a,,b; a', ['a', 'b']],
	[
		['a', null, { b: 1 }, 'c|d'],
		['a', 'c', 'd'],
	],
])('tags in %j', (written, tags) => {
	expect(tagsIn(written)).toEqual(tags);
});
