import { shopifyOrder } from '../fixtures/shopify-order';
import { jsonOf, OTHER_PHONE, PHONE, useContacts } from '../support/contacts';

const contacts = useContacts();

describe('Save', () => {
	test('at its defaults saves whom the item tells of, masked and whole', async () => {
		const item = { phone: '+48 600 100 200', name: 'Maria Nowak', language: 'pl', tags: 'vip' };
		const run = await contacts.operate('save', item);
		expect(run.outputs[0]?.[0]).toMatchObject({
			json: {
				outcome: 'saved',
				phone: '+48*******00',
				phoneFull: PHONE,
				name: 'Maria Nowak',
				firstName: 'Maria',
				language: 'pl',
				country: 'PL',
				tags: ['vip'],
				fields: {},
				phones: [{ phone: '+48*******00', phoneFull: PHONE, until: null, sharedWith: 0 }],
				source: 'save',
			},
			pairedItem: { item: 0 },
		});
		const [again] = jsonOf(await contacts.operate('save', item));
		expect(again).toMatchObject({ outcome: 'merged', changed: [] });
	});

	test('understands a Shopify order and customer without any setting', async () => {
		const order = shopifyOrder(1, { more: { customer: { id: 7012345678901, first_name: 'Maria', phone: PHONE } } });
		const customer = { id: 7012345678901, orders_count: 1, first_name: 'Maria', last_name: 'Nowak', phone: PHONE };
		expect(jsonOf(await contacts.operate('save', order))).toMatchObject([{ customerId: '7012345678901' }]);
		expect(jsonOf(await contacts.operate('save', customer))).toMatchObject([
			{ outcome: 'merged', customerId: '7012345678901', name: 'Maria Nowak' },
		]);
	});

	test('what is filled in counts before the item, for each item', async () => {
		const run = await contacts.run({
			parameters: {
				phone: '={{ $json.contact_no }}',
				details: { birthday: '={{ $json.born }}', tags: 'a, b', language: 'de' },
				ownFields: {
					fields: [
						{ name: 'size', value: '={{ $json.size }}' },
						{ name: '', value: 'x' },
					],
				},
				options: { tags: 'spring' },
			},
			items: [
				{ contact_no: PHONE, born: '1990-12-31', size: 'M', language: 'pl' },
				{ contact_no: OTHER_PHONE, born: '12-31', size: 'S' },
			],
		});
		expect(jsonOf(run)).toMatchObject([
			{ phoneFull: PHONE, birthday: '1990-12-31', fields: { size: 'M' }, language: 'de', tags: ['a', 'b', 'spring'] },
			{ phoneFull: OTHER_PHONE, birthday: '12-31', fields: { size: 'S' } },
		]);
	});

	test('reads nothing else of the item where it is told not to', async () => {
		const item = { phone: OTHER_PHONE, name: 'Somebody' };
		const run = await contacts.operate('save', item, { phone: PHONE, readItem: false });
		expect(jsonOf(run)).toMatchObject([{ phoneFull: PHONE, name: null }]);
	});

	test('keeps other columns as own fields where it is asked to', async () => {
		const item = { phone: PHONE, 'Shoe size': 38, row_number: 2 };
		const options = { keepOtherColumns: true };
		expect(jsonOf(await contacts.operate('save', item, { options }))).toMatchObject([
			{ fields: { 'Shoe size': '38' } },
		]);
	});

	test('refuses with a code and a reason, and saves the others', async () => {
		const run = await contacts.run({
			items: [
				{ name: 'Maria' },
				{ phone: '600100200' },
				{ phone: '+48221234567' },
				{ phone: PHONE, birthday: '5/6/90' },
				{ phone: PHONE },
			],
		});
		expect(jsonOf(run, 1).map(({ reasonCode }) => reasonCode)).toEqual([
			'no-phone',
			'no-country',
			'not-mobile',
			'bad-birthday',
		]);
		expect(run.outputs[1]?.[1]).toMatchObject({ pairedItem: { item: 1 } });
		expect(run.outputs[0]).toHaveLength(1);
		expect(JSON.stringify(run.outputs[1])).not.toMatch(/600100200|221234567/);
	});

	test('takes the default country of the node, else that of the shop', async () => {
		const credentials = { commerceSmsShopApi: { defaultCountry: 'PL' } };
		const run = await contacts.run({
			parameters: { options: { defaultCountry: '={{ $json.where }}' } },
			items: [{ phone: '600100200' }, { phone: '07400 123456', where: 'GB' }],
			credentials,
		});
		expect(jsonOf(run).map(({ phoneFull }) => phoneFull)).toEqual([PHONE, '+447400123456']);
	});

	test('a default country that is none is an error with a way out', async () => {
		const options = { defaultCountry: 'Mars' };
		const { error } = await contacts.run({ parameters: { options }, items: [{ phone: PHONE }] });
		expect([error?.message, error?.description]).toEqual([
			expect.stringContaining('Mars'),
			expect.stringContaining('PL'),
		]);
		const goesOn = await contacts.run({
			parameters: { options: { defaultCountry: '={{ $json.where }}' } },
			items: [{ phone: PHONE, where: 'Mars' }, { phone: OTHER_PHONE }],
			onError: 'continueRegularOutput',
		});
		expect(goesOn.outputs.map((items) => items.length)).toEqual([1, 1]);
	});

	test('two phones of one person, and a number that takes the place of the others', async () => {
		const details = { customerId: '7' };
		await contacts.operate('save', { phone: PHONE }, { details });
		const [both] = jsonOf(await contacts.operate('save', { phone: OTHER_PHONE }, { details }));
		expect(both).toMatchObject({ outcome: 'merged', phones: [{ until: null }, { until: null }] });
		const replace = { details, whenNumberIsNew: 'replace' };
		const [changed] = jsonOf(await contacts.operate('save', { phone: '+48600100400' }, replace));
		expect(changed).toMatchObject({
			phoneFull: '+48600100400',
			phones: [{ until: null }, { until: expect.any(String) as string }, { until: expect.any(String) as string }],
		});
	});

	test('replacing a number needs to know whose it is', async () => {
		const run = await contacts.operate('save', { phone: PHONE }, { whenNumberIsNew: 'replace' });
		expect(jsonOf(run, 1)).toMatchObject([{ reasonCode: 'no-customer-id' }]);
	});
});

describe('Get', () => {
	test('finds by phone and by customer ID, and says who is not found', async () => {
		await contacts.operate('save', { phone: PHONE, name: 'Maria', customer_id: '7' });
		const byPhone = await contacts.operate('get', { phone: PHONE });
		expect(jsonOf(byPhone)).toMatchObject([
			{ phoneFull: PHONE, name: 'Maria', consents: {}, optedOut: false, orders: 0, spent: [], lastTextedAt: null },
		]);
		const byId = await contacts.operate('get', { customerId: 7 }, { findBy: 'customerId' });
		expect(jsonOf(byId)).toMatchObject([{ name: 'Maria' }]);
		const unknown = await contacts.operate('get', { phone: OTHER_PHONE });
		expect(jsonOf(unknown, 1)).toMatchObject([{ phone: '+48*******00', reasonCode: 'not-found' }]);
		expect(JSON.stringify(unknown.outputs)).not.toContain(OTHER_PHONE);
	});

	test.each([
		[{}, 'phone', 'no-phone'],
		[{ phone: '600100200' }, 'phone', 'no-country'],
		[{ phone: '+4860' }, 'phone', 'invalid-phone'],
		[{}, 'customerId', 'no-customer-id'],
	])('of %j is not found', async (item, findBy, reasonCode) => {
		expect(jsonOf(await contacts.operate('get', item, { findBy }), 1)).toMatchObject([{ reasonCode }]);
	});

	test('goes on from an item of ours by its whole number', async () => {
		const [saved] = jsonOf(await contacts.operate('save', { phone: PHONE }));
		expect(jsonOf(await contacts.operate('get', saved ?? {}))).toMatchObject([{ phoneFull: PHONE }]);
	});
});

describe('Tag and Untag', () => {
	test('change the tags of each item’s person', async () => {
		await contacts.operate('save', { phone: PHONE, tags: 'a' });
		expect(jsonOf(await contacts.operate('tag', { phone: PHONE }, { tags: 'b, c' }))).toMatchObject([
			{ tags: ['a', 'b', 'c'] },
		]);
		expect(jsonOf(await contacts.operate('untag', { phone: PHONE }, { tags: 'a; c' }))).toMatchObject([
			{ tags: ['b'] },
		]);
		expect(jsonOf(await contacts.operate('tag', { phone: OTHER_PHONE }, { tags: 'b' }), 1)).toMatchObject([
			{ reasonCode: 'not-found' },
		]);
	});

	test('without tags are an error with a way out', async () => {
		const { error } = await contacts.run({ parameters: { operation: 'tag', tags: ' , ' }, items: [{ phone: PHONE }] });
		expect(error?.message).toBe('Tags is empty');
	});
});

describe('Forget', () => {
	test('says what was erased, and what stays and why', async () => {
		await contacts.operate('save', { phone: PHONE, name: 'Maria', customer_id: '7' });
		const run = await contacts.operate('forget', { customerId: '7' }, { findBy: 'customerId' });
		expect(jsonOf(run)).toMatchObject([
			{
				customerId: '7',
				forgottenAt: expect.any(String) as string,
				erased: { people: 1, phones: 1, orders: 0, texts: 0, replies: 0 },
				kept: { suppressedNumbers: 1, consentEvents: 0 },
				why: { suppressedNumbers: expect.stringContaining('no import') as string },
			},
		]);
		expect(jsonOf(await contacts.operate('get', { phone: PHONE }), 1)).toHaveLength(1);
		expect(jsonOf(await contacts.operate('import', { phone: PHONE }), 2)).toMatchObject([
			{ row: 1, reasonCode: 'forgotten' },
		]);
		expect(jsonOf(await contacts.operate('save', { phone: PHONE }))).toMatchObject([{ outcome: 'saved' }]);
	});

	test('of somebody unknown keeps the number off lists all the same', async () => {
		const run = await contacts.operate('forget', { phone: PHONE });
		expect(jsonOf(run, 1)).toMatchObject([{ reasonCode: 'not-known', phone: '+48*******00' }]);
		expect(jsonOf(await contacts.operate('import', { phone: PHONE }), 2)).toMatchObject([{ reasonCode: 'forgotten' }]);
		const byId = await contacts.operate('forget', { customerId: '9' }, { findBy: 'customerId' });
		expect(jsonOf(byId, 1)).toMatchObject([{ reasonCode: 'not-known' }]);
	});
});
