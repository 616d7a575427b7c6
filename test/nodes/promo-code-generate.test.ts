import { shopifyOrder } from '../fixtures/shopify-order';
import { jsonOf, OTHER_PHONE, PHONE, usePromoCodes } from '../support/promo-codes';

const codes = usePromoCodes();

describe('Generate', () => {
	test('with everything at its default a form’s item gets a code of its own: 10 %, 30 days, once', async () => {
		const run = await codes.operate('generate', [{ phone: PHONE, name: 'Maria', language: 'pl' }]);
		expect(run.outputs.map(({ length }) => length)).toEqual([1, 0]);
		const [item] = jsonOf(run);
		expect(item).toMatchObject({
			name: 'Maria',
			series: 'personal',
			code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{10}$/),
			reward: { kind: 'percent', percent: 10 },
			value: '10%',
			phoneFull: PHONE,
			key: 'phone +48*******00',
			isNew: true,
			mobileOnly: false,
		});
		expect(item).not.toHaveProperty('token');
		expect(Number(item?.guessesPerHit)).toBeGreaterThan(1e9);
		const days = (Date.parse(String(item?.expiresAt)) - Date.now()) / 86_400_000;
		expect(days).toBeGreaterThan(29.9);
		expect(days).toBeLessThan(31);
	});

	test('the same item gets the same code, another one another', async () => {
		const [first] = jsonOf(await codes.operate('generate', [{ phone: PHONE }]));
		const again = jsonOf(
			await codes.operate('generate', [{ phone: PHONE }, { phone: OTHER_PHONE }, { phone: '0048 600 100 200' }]),
		);
		expect(again.map(({ code }) => code === first?.code)).toEqual([true, false, true]);
		expect(again.map(({ isNew }) => isNew)).toEqual([false, true, false]);
	});

	test('an order goes by its number, passes through, and keeps its own phone', async () => {
		const order = shopifyOrder(0);
		const run = await codes.operate('generate', [order]);
		const [item] = jsonOf(run);
		expect(item).toMatchObject({ ...order, key: expect.stringMatching(/^order /), code: expect.any(String) });
		expect(run.outputs[0]?.[0]?.pairedItem).toEqual({ item: 0 });
		const [again] = jsonOf(
			await codes.operate('generate', [{ orderNumber: `#${String(item?.key).replace('order ', '')}` }]),
		);
		expect(again).toMatchObject({ code: item?.code, isNew: false });
	});

	test('what says nothing of whose it is, and a phone that is none, are skipped with the way out', async () => {
		const run = await codes.operate('generate', [{ colour: 'red' }, { phone: 'x', order: '1' }], {
			phone: '={{ $json.phone }}',
		});
		expect(jsonOf(run, 0)).toEqual([]);
		expect(jsonOf(run, 1)).toMatchObject([
			{ reasonCode: 'no-key', reason: expect.stringContaining('Fill in Key') },
			{ reasonCode: 'no-textable-phone' },
		]);
	});

	test('a masked phone is nobody’s', async () => {
		const [item] = jsonOf(await codes.operate('generate', [{ orderNumber: '1001', phone: '+48*******00' }]));
		expect(item).toMatchObject({ phone: '+48*******00', key: 'order 1001' });
		await codes.withLedger(async (ledger) => {
			expect((await ledger.findCode('default', String(item?.code)))?.phone).toBeUndefined();
		});
	});

	test('other rules under the same name are refused with what differs and the way out', async () => {
		await codes.operate('generate', [{ phone: PHONE }]);
		const { error } = await codes.tryTo('generate', [{ phone: OTHER_PHONE }], { percent: 20 });
		expect(error?.message).toMatch(/"personal" has other rules: /);
		expect(error?.description).toMatch(/another series name/);
		const kept = await codes.tryTo(
			'generate',
			[
				{ phone: OTHER_PHONE, p: 20 },
				{ phone: OTHER_PHONE, p: 10 },
			],
			{ percent: '={{ $json.p }}' },
			{ onError: 'continueRegularOutput' },
		);
		expect(kept.outputs.map(({ length }) => length)).toEqual([1, 1]);
		expect(kept.outputs[1]?.[0]).toMatchObject({ json: { details: { code: 'bad-setting' } }, pairedItem: { item: 0 } });
	});

	test('what it is worth and when it ends are in words of the customer', async () => {
		const parameters = {
			reward: 'amount',
			amount: '10.00',
			currency: 'EUR',
			validity: 'period',
			validUntil: '2030-12-31T23:59:59+01:00',
			conditions: { timeZone: 'Europe/Berlin' },
			options: { language: 'de' },
		};
		const run = await codes.operate('generate', [{ phone: PHONE }], parameters, {
			credentials: { commerceSmsShopApi: { timeZone: 'Europe/Berlin' } },
		});
		expect(jsonOf(run)).toMatchObject([
			{ value: '10,00 €', expiry: '31. Dezember', language: 'de', expiresAt: '2030-12-31T22:59:59.000Z' },
		]);
	});

	test('a code for phones only has a signed token, the same each time', async () => {
		const parameters = { conditions: { mobileOnly: true } };
		const [one] = jsonOf(await codes.operate('generate', [{ phone: PHONE }], parameters));
		const [again] = jsonOf(await codes.operate('generate', [{ phone: PHONE }], parameters));
		expect(one).toMatchObject({ mobileOnly: true, token: expect.stringMatching(/^[0-9a-z]+\.[\w-]{22}$/) });
		expect(again?.token).toBe(one?.token);
	});

	test.each([
		[{ appearance: { length: 4, alphabet: 'digits' } }, /easily guessed|more than half/],
		[{ percent: 0 }, /Percent is "0"/],
		[{ percent: 101 }, /Percent is "101"/],
		[{ reward: 'amount', amount: '10,00', currency: 'EUR' }, /no amount/],
		[{ reward: 'amount', amount: '10', currency: '={{ "" }}' }, /currency/],
		[{ reward: 'gift', giftProduct: '={{ "" }}' }, /Gift Product ID/],
		[{ series: '={{ "" }}' }, /Series is empty/],
		[{ conditions: { minimumOrder: '50' } }, /Minimum Order has no currency/],
		[{ conditions: { timeZone: 'Mars/Base' } }, /Time Zone is "Mars\/Base"/],
		[{ validity: 'period', validFrom: '2030-01-02', validUntil: '2030-01-01' }, /Valid Until/],
		[{ appearance: { pattern: 'SUMMER' } }, /no random character/],
	])('%j is an error with a way out, and gives nobody a code', async (parameters, message) => {
		const { error } = await codes.tryTo('generate', [{ phone: PHONE }], parameters);
		expect(error?.message).toMatch(message);
		expect(error?.description).toBeTruthy();
		await codes.withLedger(async (ledger) => {
			expect(await ledger.listCodes({ shop: 'default', limit: 10 })).toEqual([]);
		});
	});

	test('many items at once', async () => {
		const items = Array.from({ length: 300 }, (_, index) => ({ key: `k${index % 250}` }));
		const run = await codes.operate('generate', items, { key: '={{ $json.key }}' });
		expect(jsonOf(run)).toHaveLength(300);
		expect(new Set(jsonOf(run).map(({ code }) => code)).size).toBe(250);
		expect(run.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	});
});

describe('A series', () => {
	const series = (wanted: number, more = {}) => ({
		whatToMake: 'series',
		series: 'spring',
		wanted,
		appearance: { prefix: 'SPRING-' },
		...more,
	});

	test('is made once, however often it runs, and says how guessable it is', async () => {
		const run = await codes.operate('generate', [{}], series(1500));
		expect(jsonOf(run)).toMatchObject([
			{ series: 'spring', added: 1500, total: 1500, wanted: 1500, guessesPerHit: expect.any(Number) },
		]);
		expect(run.hints).toEqual([expect.stringMatching(/1,500 codes of "spring" were made.*one guess in [\d,]+ hits/)]);
		expect(jsonOf(await codes.operate('generate', [{}], series(1500)))).toMatchObject([{ added: 0, total: 1500 }]);
	});

	test('with too little room is refused before anything is stored', async () => {
		const { error } = await codes.tryTo('generate', [{}], series(1000, { appearance: { length: 4 } }));
		expect(error?.message).toMatch(/too easily guessed: one guess in/);
		await codes.withLedger(async (ledger) => {
			expect(await ledger.findSeries('default', 'spring')).toBeUndefined();
		});
	});
});
