import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';

export class CommerceSmsMedusaApi implements ICredentialType {
	name = 'commerceSmsMedusaApi';

	displayName = 'Commerce SMS: Medusa API';

	icon: Icon = { light: 'file:../icons/code-shop.svg', dark: 'file:../icons/code-shop.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/shops/medusa.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Server URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://medusa.acme.example',
			description: 'Where the Medusa server is, without /admin; or the sandbox of this package',
		},
		{
			displayName: 'Secret API Key',
			name: 'apiKey',
			type: 'string',
			required: true,
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. sk_0123456789abcdef',
			description: 'Settings → Secret API Keys in the Medusa Admin',
		},
	];

	// A function like those of the carriers; n8n's own rules are expressions, which cost an engine for each request.
	authenticate: IAuthenticate = async ({ apiKey }, request) => ({
		...request,
		auth: { username: String(apiKey).trim(), password: '' },
	});

	// A secret key may do all that its admin user may.
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '/admin/promotions',
			qs: { limit: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'Medusa does not accept this key. It must be a secret API key' },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'There is no Medusa 2 server at this URL' },
			},
		],
	};
}
