// Publish to Shop inside n8n's engine, at the shops' twins in the sandbox.
import { SHOP_IDS, shopById } from '../../lib/shops';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { SHOP_KEYS } from '../../sandbox/shops/twin';
import { jsonOf, OTHER_PHONE, PHONE, usePromoCodes } from '../support/promo-codes';

const codes = usePromoCodes();

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.reset());

type ShopId = (typeof SHOP_IDS)[number];

const credentials = (id: ShopId, more = {}) => ({
	[shopById(id)?.credential ?? '']: { baseUrl: `${sandbox.url}/${id}`, ...SHOP_KEYS[id], ...more },
});
const publish = (id: ShopId, items: Array<Record<string, string>>, parameters = {}) =>
	codes.tryTo('publishToShop', items, { codeShop: id, ...parameters }, { credentials: credentials(id) });
const inShop = (id: ShopId) =>
	sandbox.shops
		.codes(id)
		.map(({ code }) => code.toUpperCase())
		.sort();

const fill = (parameters = {}) =>
	codes.operate('generate', [{}], {
		whatToMake: 'series',
		series: 'spring',
		wanted: 30,
		validity: 'period',
		appearance: { prefix: 'SPRING-' },
		...parameters,
	});
const exported = async () =>
	jsonOf(await codes.operate('export', [{}], { series: 'spring', exportAs: 'items' })).map(({ code }) => String(code));

test.each(SHOP_IDS)('%s: the whole series, once; void ones are taken out', async (id) => {
	await fill();
	const run = await publish(id, [{ series: 'spring' }]);
	expect(run.error).toBeUndefined();
	expect(jsonOf(run)).toEqual([
		{
			series: 'spring',
			publication: { shop: id, series: 'spring', published: 30, withdrawn: 0, refused: 0, notGivenYet: 0, objections: [] },
		},
	]);
	expect(run.hints).toEqual([`30 codes of "spring" were published to ${shopById(id)?.name}.`]);
	const [first, ...others] = await exported();
	expect(inShop(id)).toEqual([first, ...others].sort());
	expect(jsonOf(await codes.operate('void', [{ code: first ?? '' }]))).toMatchObject([
		{ toWithdraw: [{ series: 'spring', shop: id }] },
	]);
	expect(jsonOf(await publish(id, [{ series: 'spring' }]))).toMatchObject([{ publication: { published: 0, withdrawn: 1 } }]);
	expect(inShop(id)).toEqual(others.sort());
});

test('between Generate and the text each item goes through with its code, and is answered by one run', async () => {
	const items = jsonOf(await codes.operate('generate', [{ phone: PHONE }, { phone: OTHER_PHONE }])).map(({ code, series }) => ({
		code: String(code),
		series: String(series),
		language: 'pl',
	}));
	const run = await publish('shopify', items);
	expect(jsonOf(run)).toMatchObject(items.map((item) => ({ ...item, publication: { published: 2 } })));
	expect(run.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(run.hints).toHaveLength(1);
	expect(inShop('shopify')).toEqual(items.map(({ code }) => code).sort());
});

test('what a shop cannot express leaves by Refused, and nothing is created', async () => {
	await fill({ reward: 'points', rewardPoints: 100 });
	const run = await publish('shopify', [{ series: 'spring' }]);
	expect(jsonOf(run, 0)).toEqual([]);
	expect(jsonOf(run, 1)).toMatchObject([{ reasonCode: 'not-expressible', reason: expect.stringMatching(/oints/) }]);
	expect(inShop('shopify')).toEqual([]);
});

test('a key that the shop does not know is an error with the way out, and an item where the workflow is to go on', async () => {
	await fill();
	const parameters = { codeShop: 'woocommerce' };
	const wrong = { credentials: credentials('woocommerce', { consumerSecret: 'wrong' }) };
	const { error } = await codes.tryTo('publishToShop', [{ series: 'spring' }], parameters, wrong);
	expect(error?.description).toMatch(/WooCommerce|key/);
	const run = await codes.tryTo('publishToShop', [{ series: 'spring' }], parameters, { ...wrong, onError: 'continueRegularOutput' });
	expect(jsonOf(run, 1)).toMatchObject([{ details: { code: 'bad-config' } }]);
});

test('a series that is not there', async () => {
	const { error } = await publish('shopify', [{ series: 'nope' }]);
	expect(error?.message).toContain('no series "nope"');
});
