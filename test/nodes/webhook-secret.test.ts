// Carriers that do not sign: the secret in our URL proves their webhooks. Inside n8n's own contexts, with Vonage's SMS API.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type IDataObject, type ILoadOptionsFunctions } from 'n8n-workflow';
import { closeLedgers } from '../../nodes/shared/open-ledger';
import { secretOptions } from '../../nodes/shared/secret-field';
import { hostTrigger, type TriggerName, type WebhookHost } from '../support/webhook-host';

let folder: string;
const hosts: WebhookHost[] = [];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'commerce-sms-'));
});
afterEach(async () => {
	for (const host of hosts.splice(0)) await host.stop();
	await closeLedgers();
	rmSync(folder, { recursive: true, force: true });
});

const shop = () => ({ ledgerPath: join(folder, 'ledger.sqlite'), shopKey: 'acme' });

async function hosted(type: TriggerName, account: IDataObject = {}, parameters: IDataObject = {}) {
	const host = await hostTrigger({
		type,
		parameters: { carrier: 'vonage', ...parameters } as never,
		credentials: {
			commerceSmsVonageApi: {
				apiKey: 'a1b2c3d4',
				apiSecret: 'dummy-api-secret',
				baseUrl: 'http://127.0.0.1:1',
				...account,
			},
			commerceSmsShopApi: shop(),
		},
	});
	hosts.push(host);
	return host;
}

const rows = (table: string) => {
	const database = new DatabaseSync(join(folder, 'ledger.sqlite'));
	try {
		return database.prepare(`select * from ${table}`).all() as IDataObject[];
	} finally {
		database.close();
	}
};

const STOP = { msisdn: '14155550123', to: '14155550100', messageId: '0B01', text: 'STOP', type: 'text' };
const get = (url: string, fields: Record<string, string> = STOP) => ({
	method: 'GET' as const,
	url: `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(fields)}`,
	headers: {},
	body: '',
});

test('a published Delivery Trigger gives its URL with the secret to the texts; unpublished, it is closed', async () => {
	const host = await hosted('smsDeliveryTrigger');
	await host.create();
	const [{ url } = {}] = rows('endpoints');
	expect(url).toMatch(new RegExp(`^${host.urls.production}\\?key=[0-9a-f]{64}$`));
	await host.remove();
	expect(rows('endpoints')).toEqual([]);
});

test('once the account has a signature secret, the URL needs none of ours', async () => {
	const host = await hosted('smsDeliveryTrigger', { signatureSecret: 'dummy-signature-secret' });
	await host.create();
	expect(rows('endpoints')).toMatchObject([{ url: host.urls.production }]);
});

test('the node shows the secret that counts, to be pasted behind the URL', async () => {
	const context = {
		getCurrentNodeParameter: () => 'vonage',
		getNode: () => ({ credentials: { commerceSmsShopApi: { id: '1', name: 'Shop' } } }),
		getCredentials: async () => shop(),
		getTimezone: () => 'Europe/Warsaw',
	} as unknown as ILoadOptionsFunctions;
	const [option] = await secretOptions.urlSecret.call(context);
	const host = await hosted('smsReplyTrigger', {}, { register: false });
	const { status } = await host.call(get(`${host.urls.production}${String(option?.value)}`));
	expect(status).toBe(200);
	expect(rows('opt_outs')).toMatchObject([{ phone: '+14155550123' }]);
});

test('whatever comes without it gets 401 and changes nothing, and the log does not tell it', async () => {
	const delivery = await hosted('smsDeliveryTrigger');
	await delivery.create();
	const key = new URL(String(rows('endpoints')[0]?.url)).searchParams.get('key') as string;
	const host = await hosted('smsReplyTrigger', {}, { register: false });
	for (const query of [
		'',
		'?key=',
		`?key=${key.slice(1)}`,
		`?key=${'0'.repeat(64)}`,
		`?KEY=${key}`,
		`?key=x&key=${key}`,
	]) {
		expect([query, (await host.call(get(host.urls.production + query))).status]).toEqual([query, 401]);
	}
	expect([rows('replies'), rows('opt_outs')]).toEqual([[], []]);
	expect(host.log.join()).toMatch(/without the secret of Vonage SMS's URL/);
	expect(host.log.join()).not.toContain(key.slice(1));
	expect((await host.call(get(`${host.urls.production}?key=${key}`))).status).toBe(200);
	expect(rows('replies')).toHaveLength(1);
});

test('the secret of another shop is another', async () => {
	const host = await hosted('smsDeliveryTrigger');
	await host.create();
	const context = {
		getCurrentNodeParameter: () => 'vonage',
		getNode: () => ({ credentials: { commerceSmsShopApi: { id: '1', name: 'Shop' } } }),
		getCredentials: async () => ({ ...shop(), shopKey: 'other' }),
		getTimezone: () => 'Europe/Warsaw',
	} as unknown as ILoadOptionsFunctions;
	const [option] = await secretOptions.urlSecret.call(context);
	expect(String(rows('endpoints')[0]?.url)).not.toContain(String(option?.value));
});
