// Whom the ledger keeps as a person when an order is texted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SendingDeps } from '../../lib/flows/send-claimed';
import { type OrderUpdateSettings, previewOrderUpdate, sendOrderUpdate } from '../../lib/flows/send-order-update';
import { type FoundPerson } from '../../lib/ledger/people';
import { type Ledger } from '../../lib/ledger/ledger';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { readOrderEvents } from '../../lib/sources';

const NOW = new Date('2026-11-22T10:00:00Z');

let folder: string;
let ledger: Ledger;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'flow-'));
	ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'), NOW);
});
afterEach(async () => {
	await ledger.close();
	rmSync(folder, { recursive: true });
});

/** A Shopify order, by whom and to whom; no stage is texted, so no carrier is needed. */
async function order(
	more: Record<string, unknown>,
	settings: Partial<OrderUpdateSettings> = {},
	run = sendOrderUpdate,
) {
	const item = {
		id: 450789469,
		name: '#1001',
		admin_graphql_api_id: 'gid://shopify/Order/450789469',
		financial_status: 'paid',
		line_items: [],
		customer_locale: 'pl',
		customer: { id: 7, first_name: 'Jan' },
		...more,
	};
	let ids = 0;
	const deps = {
		ledger,
		carrier: { id: 'twilio' },
		newId: () => `${String(item.id)}-${++ids}`,
	} as unknown as SendingDeps;
	const profile = { key: 'default', timeZone: 'Etc/UTC', optOutScope: 'everything' } as const;
	const all = {
		profile,
		ownTexts: [],
		stagesToText: [],
		smartEncoding: true,
		maxSegments: 3,
		whenUnknown: 'hold',
		whenDead: 'skip',
		sender: '',
		now: NOW,
	} as const;
	for (const event of readOrderEvents(item)) await run(event, { ...all, ...settings }, deps);
}

const people = async (): Promise<FoundPerson[]> => await ledger.searchPeople({ shop: 'default', limit: 9, now: NOW });

test('a customer with their name, number, language, country and ID', async () => {
	await order({ phone: '+48600100200', shipping_address: { first_name: 'Jan', country_code: 'PL' } });
	expect(await people()).toMatchObject([
		{
			customerId: '7',
			firstName: 'Jan',
			phone: '+48600100200',
			language: 'pl',
			country: 'PL',
			source: 'shopify',
			orders: 1,
		},
	]);
});

test('of a gift the recipient, who is not the buyer', async () => {
	await order({ shipping_address: { first_name: 'Maria', phone: '+48600100300', country_code: 'PL' } });
	expect(await people()).toMatchObject([{ firstName: 'Maria', phone: '+48600100300', customerId: undefined }]);
});

test('a customer who writes the own name in capitals is no gift’s recipient', async () => {
	await order({ shipping_address: { first_name: 'JAN', phone: '+48600100200', country_code: 'PL' } });
	expect(await people()).toMatchObject([{ customerId: '7' }]);
});

test.each<[string, Record<string, unknown>, Partial<OrderUpdateSettings>]>([
	['a test order', { phone: '+48600100200', test: true }, {}],
	['an order without a number', {}, {}],
	['a text to the operator’s own phone', { phone: '+48600100200' }, { testRedirect: '+48600100999' }],
])('nobody for %s', async (_what, more, settings) => {
	await order(more, settings);
	expect(await people()).toEqual([]);
});

test('nobody for a preview', async () => {
	await order(
		{ phone: '+48600100200' },
		{},
		async (event, settings, deps) => await previewOrderUpdate(event, settings, deps.ledger),
	);
	expect(await people()).toEqual([]);
});
