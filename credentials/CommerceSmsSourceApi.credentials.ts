import { type IAuthenticate, type ICredentialType, type Icon, type IHttpRequestOptions, type INodeProperties } from 'n8n-workflow';

const USER_AGENT = 'n8n-nodes-commerce-sms (https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms)';

/** How each API wants its key. Those that are not here have none that we call. */
const AUTHORISATIONS: Readonly<Record<string, (key: string) => Pick<IHttpRequestOptions, 'auth' | 'headers'>>> = {
	easypost: (username) => ({ auth: { username, password: '' } }),
	ecwid: (key) => ({ headers: { Authorization: `Bearer ${key}` } }),
	shipengine: (key) => ({ headers: { 'API-Key': key } }),
	shippo: (key) => ({ headers: { Authorization: `ShippoToken ${key}` } }),
	squarespace: (key) => ({ headers: { Authorization: `Bearer ${key}`, 'User-Agent': USER_AGENT } }),
	tiendanube: (key) => ({ headers: { Authentication: `bearer ${key}`, 'User-Agent': USER_AGENT } }),
};

const forSources = (...source: string[]) => ({ show: { source } });

/** Of shops and parcel trackers that have no credential of their own. Tested by the nodes that use it: not each has an API. */
export class CommerceSmsSourceApi implements ICredentialType {
	name = 'commerceSmsSourceApi';

	displayName = 'Commerce SMS: Order Source API';

	icon: Icon = { light: 'file:../icons/shop.svg', dark: 'file:../icons/shop.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/order-event-trigger.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Source',
			name: 'source',
			type: 'options',
			options: [
				{ name: '17TRACK', value: '17track' },
				{ name: 'AfterShip', value: 'aftership' },
				{ name: 'EasyPost', value: 'easypost' },
				{ name: 'Ecwid', value: 'ecwid' },
				{ name: 'Karrio', value: 'karrio' },
				{ name: 'Onfleet', value: 'onfleet' },
				{ name: 'Saleor', value: 'saleor' },
				{ name: 'Sendcloud', value: 'sendcloud' },
				{ name: 'Ship24', value: 'ship24' },
				{ name: 'ShipEngine / ShipStation', value: 'shipengine' },
				{ name: 'Shippo', value: 'shippo' },
				{ name: 'Shoper', value: 'shoper' },
				{ name: 'Shopify', value: 'shopify' },
				{ name: 'Shopware 6', value: 'shopware' },
				{ name: 'Squarespace', value: 'squarespace' },
				{ name: 'Tiendanube', value: 'tiendanube' },
				{ name: 'Wix', value: 'wix' },
				{ name: 'WooCommerce', value: 'woocommerce' },
			],
			default: 'aftership',
			description:
				'Whose webhooks it is for. Shopify and WooCommerce: only where Order Status SMS checks signatures behind a Webhook node.',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: { hide: { source: ['shipengine'] } },
			description:
				'What the source signs its webhooks with, or sends along with them. 17TRACK: the API key. Wix: the public key of the app. Shopware, Ecwid, Shopify, Tiendanube: the secret of the app. EasyPost: the secret that you chose, or nothing where the trigger sets the webhook up. Saleor: only where the webhook has a secret key. Shippo: only where Shippo gave you an HMAC secret.',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: forSources(...Object.keys(AUTHORISATIONS)),
			description: 'Key or access token, to set up the webhook or to look orders up. Not needed where you enter the URL yourself.',
		},
		{
			displayName: 'Store ID',
			name: 'storeId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 123456',
			displayOptions: forSources('tiendanube'),
			description: 'The number of your shop, which came along with the access token (user_id)',
		},
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://shop.acme.example',
			displayOptions: forSources(...Object.keys(AUTHORISATIONS), 'saleor'),
			description: 'Saleor: the address of your shop’s API, whose key proves its webhooks. Others: leave it empty for the real one.',
		},
	];

	// A function like those of the carriers; n8n's own rules are expressions, which cost an engine for each request.
	authenticate: IAuthenticate = async ({ source, apiKey }, request) => {
		const { headers, ...rest } = AUTHORISATIONS[String(source)]?.(String(apiKey ?? '').trim()) ?? {};
		return { ...request, ...rest, headers: { ...request.headers, ...headers } };
	};
}
