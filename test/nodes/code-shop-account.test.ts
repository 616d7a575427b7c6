// A shop's account as a node gets it: inside n8n's engine, through n8n's own helper, at the sandbox.
import { type INodeType } from 'n8n-workflow';
import { isDomainError } from '../../lib/domain/errors';
import { type ShopError } from '../../lib/shops/shop';
import { SHOP_IDS, shopById } from '../../lib/shops';
import { readCodeShop } from '../../nodes/shared/code-shop-account';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { SHOP_KEYS } from '../../sandbox/shops/twin';
import { executeContext } from '../support/execute-context';

const FROM = new Date('2026-11-22T09:00:00Z');
const publication = {
	reference: 'pub-1',
	name: 'Żółta seria & more',
	from: FROM,
	offer: {
		reward: { kind: 'percent', percent: 10 },
		validity: { kind: 'period', from: FROM },
		firstOrderOnly: false,
		mobileOnly: false,
	},
} as const;

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.reset());

/** A node that may read the credential of every shop. */
const nodeType = {
	description: {
		properties: [],
		credentials: SHOP_IDS.map((id) => ({ name: shopById(id)?.credential, required: false })),
	},
} as unknown as INodeType;

const account = (id: (typeof SHOP_IDS)[number], fields = {}) => {
	const credential = shopById(id)?.credential ?? '';
	const all = { baseUrl: `${sandbox.url}/${id}`, ...SHOP_KEYS[id], ...fields };
	return readCodeShop(executeContext({}, { [credential]: all }, nodeType), id);
};

test.each(SHOP_IDS)('%s: codes get there, and come out again', async (id) => {
	const { shop, deps } = await account(id);
	const prepared = await shop.prepare(publication, ['AB-1', 'AB-2'], deps);
	const results = await shop.publish(prepared, publication, ['AB-1', 'AB-2'], deps);
	expect(results.map(({ status }) => status)).toEqual(['published', 'published']);
	expect(sandbox.shops.codes(id).map(({ title }) => title)).toEqual([
		'Żółta seria & more (pub-1)',
		'Żółta seria & more (pub-1)',
	]);
	await shop.withdraw('AB-1', publication, deps);
	expect(sandbox.shops.codes(id)).toHaveLength(1);
});

test('a wrong key is told in the shop’s words', async () => {
	const { shop, deps } = await account('woocommerce', { consumerSecret: 'cs_wrong' });
	await expect(shop.publish('pub-1', publication, ['A'], deps)).rejects.toMatchObject({
		code: 'bad-config',
		message: expect.stringMatching(/cannot list resources/),
	});
});

test.each(['refuse', 'cut'])('a lost connection (%s) is unavailable: publishing may be repeated', async (kind) => {
	sandbox.shops.setFaults([{ kind }]);
	const { shop, deps } = await account('woocommerce');
	const error: ShopError = (await shop
		.publish('pub-1', publication, ['A'], deps)
		.catch((reason: unknown) => reason as never)) as never;
	expect(error).toMatchObject({ name: 'ShopError', code: 'unavailable' });
	expect(error.message).not.toMatch(/text/);
});

test.each(['shop.example', 'ftp://shop.example', 'https://user:pass@shop.example'])(
	'%s is no address of a shop',
	async (baseUrl) => {
		await expect(account('medusa', { baseUrl })).rejects.toMatchObject({ name: 'ShopError', code: 'bad-config' });
	},
);

test('a shop of a newer version is said to be unknown', async () => {
	const error: unknown = await readCodeShop(executeContext({}, {}), 'sylius').catch((reason: unknown) => reason);
	expect(isDomainError(error)).toBe(true);
});
