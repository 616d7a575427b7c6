// The secret that the node shows is the one by which webhooks are proven.
import { join } from 'node:path';
import { type ILoadOptionsFunctions, type INodeProperties, NodeHelpers } from 'n8n-workflow';
import { OrderEventTrigger } from '../../nodes/OrderEventTrigger/OrderEventTrigger.node';
import { useShopOnSandbox } from '../support/shop-on-sandbox';
import { hostTrigger } from '../support/webhook-host';
import { payloadOf } from '../sources/fixtures';

const shop = useShopOnSandbox();
const node = new OrderEventTrigger();

const shown = (source: string, register = true): string[] =>
	node.description.properties
		.filter((field: INodeProperties) =>
			NodeHelpers.displayParameter({ source, register }, field, { typeVersion: 2 }, node.description),
		)
		.map(({ name }) => name);

test('a secret is shown where the operator has to enter it', () => {
	for (const source of ['auto', 'magento', 'dhl']) expect(shown(source)).toEqual(expect.arrayContaining(['urlNotice', 'urlSecret']));
	for (const source of ['woocommerce', 'easypost', 'shippo', 'bigcommerce']) {
		expect(shown(source)).not.toContain('urlSecret');
		expect(shown(source)).toContain('register');
		expect(shown(source, false)).toContain('urlSecret');
	}
	for (const source of ['aftership', 'shopify', '17track']) {
		expect(shown(source)).toContain('signatureNotice');
		expect([...shown(source), ...shown(source, false)]).not.toContain('urlSecret');
	}
});

test('what is shown proves a webhook, of this source only', async () => {
	const ledgerPath = join(shop.folder, 'ledger.sqlite');
	const secretOf = async (source: string) => {
		const context = {
			getCurrentNodeParameter: () => source,
			getNode: () => ({ credentials: { commerceSmsShopApi: {} } }),
			getCredentials: async () => ({ ledgerPath }),
			getTimezone: () => 'UTC',
		} as unknown as ILoadOptionsFunctions;
		return String((await node.methods.loadOptions.sourceSecret.call(context)).at(-1)?.value);
	};
	const host = await hostTrigger({
		type: 'orderEventTrigger',
		parameters: { source: 'magento' },
		credentials: { commerceSmsShopApi: { ledgerPath } },
	});
	try {
		const body = JSON.stringify(payloadOf('magento', 'order-complete'));
		const post = async (query: string) =>
			(await host.call({ url: host.urls.production + query, headers: { 'content-type': 'application/json' }, body })).status;
		expect(await post(await secretOf('prestashop'))).toBe(401);
		expect(await post(await secretOf('magento'))).toBe(200);
	} finally {
		await host.stop();
	}
});
