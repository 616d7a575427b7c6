import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeLedgers } from '../../nodes/shared/open-ledger';
import { TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { runNode, type RunOptions } from '../support/n8n';

let sandbox: Sandbox;
let folder: string;

beforeAll(async () => {
	sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.stop());
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'commerce-sms-'));
	sandbox.reset();
});
afterEach(async () => {
	await closeLedgers();
	rmSync(folder, { recursive: true, force: true });
});

const order = (number: number, more = {}) => ({
	admin_graphql_api_id: `gid://shopify/Order/45000${number}`,
	name: `#${number}`,
	order_number: number,
	financial_status: 'paid',
	fulfillment_status: null,
	phone: `+1415555${String(number).padStart(4, '0')}`,
	customer: { first_name: 'Maria' },
	shipping_address: { first_name: 'Maria', country_code: 'US' },
	customer_locale: 'en',
	total_price: '129.90',
	currency: 'USD',
	line_items: [{ title: 'Fountain Pen', quantity: 1 }],
	fulfillments: [],
	...more,
});

const send = (options: Partial<RunOptions> & Pick<RunOptions, 'items'>) =>
	runNode('n8n-nodes-commerce-sms.orderStatusSms', {
		...options,
		credentials: {
			commerceSmsTwilioApi: {
				accountSid: TWILIO_ACCOUNT.accountSid,
				authType: 'authToken',
				authToken: TWILIO_ACCOUNT.authToken,
				sender: '+14155550100',
				baseUrl: `${sandbox.url}/twilio`,
				messagesPerSecond: 0,
			},
			commerceSmsShopApi: { brand: 'Acme', ledgerPath: join(folder, 'ledger.sqlite'), shopKey: 'default' },
			...options.credentials,
		},
	});

test('x', async () => {
	const run = await send({ items: [order(1001)] });
	console.log(JSON.stringify(run, null, 1));
	const t = performance.now();
	const many = await send({ items: Array.from({ length: 1000 }, (_, i) => order(2000 + i)) });
	console.log(
		performance.now() - t,
		many.error,
		many.outputs.map((o) => o.length),
		JSON.stringify(many.outputs[0]?.[5]),
	);
});
