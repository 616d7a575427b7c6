import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';

export class CommerceSmsPrestaShopApi implements ICredentialType {
	name = 'commerceSmsPrestaShopApi';

	displayName = 'Commerce SMS: PrestaShop API';

	icon: Icon = { light: 'file:../icons/code-shop.svg', dark: 'file:../icons/code-shop.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/shops/prestashop.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Shop URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://shop.acme.example',
			description: 'Where the shop is, without /api; or the sandbox of this package',
		},
		{
			displayName: 'Web Service Key',
			name: 'apiKey',
			type: 'string',
			required: true,
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
			description:
				'Advanced Parameters → Webservice, with GET, POST and DELETE for cart_rules, and GET for languages and currencies',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Europe/Warsaw',
			description: 'Of the shop: International → Localization. PrestaShop keeps times by its own clock.',
		},
	];

	// A function like those of the carriers; n8n's own rules are expressions, which cost an engine for each request.
	authenticate: IAuthenticate = async ({ apiKey }, request) => ({
		...request,
		auth: { username: String(apiKey).trim(), password: '' },
	});

	// The web service does not tell which methods a key may use without using them; publishing says so.
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '/api/cart_rules',
			qs: { output_format: 'JSON', display: '[id]', limit: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'PrestaShop does not accept this key, or its web service is off' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'The key has not the permission GET for cart_rules' },
			},
			{
				type: 'responseCode',
				properties: { value: 405, message: 'The key has not the permission GET for cart_rules' },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'There is no PrestaShop with its web service at this URL' },
			},
		],
	};
}
