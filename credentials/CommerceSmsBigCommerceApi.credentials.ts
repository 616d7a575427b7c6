import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';

export class CommerceSmsBigCommerceApi implements ICredentialType {
	name = 'commerceSmsBigCommerceApi';

	displayName = 'Commerce SMS: BigCommerce API';

	icon: Icon = { light: 'file:../icons/code-shop.svg', dark: 'file:../icons/code-shop.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/shops/bigcommerce.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Store Hash',
			name: 'storeHash',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. abc123',
			description: 'In the API path of your API account: https://api.bigcommerce.com/stores/STORE-HASH/v3/',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			required: true,
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. 0123456789abcdefghijklmnopqrstuv',
			description: 'Of a store-level API account with the OAuth scope Marketing: modify',
		},
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.bigcommerce.com',
			placeholder: 'e.g. https://api.bigcommerce.com',
			description: 'Change it to try your workflows against the sandbox of this package',
		},
	];

	// A function like those of the carriers; n8n's own rules are expressions, which cost an engine for each request.
	authenticate: IAuthenticate = async ({ accessToken }, request) => ({
		...request,
		headers: { ...request.headers, 'X-Auth-Token': String(accessToken).trim() },
	});

	// To delete a code that does not exist needs the right to write, and changes nothing.
	test: ICredentialTestRequest = {
		request: {
			method: 'DELETE',
			baseURL: '={{ $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '=/stores/{{ $credentials.storeHash.trim() }}/v3/promotions/codes',
			qs: { code: 'commerce-sms-test-of-the-credential' },
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'BigCommerce does not accept this access token for this store' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'The API account has not the OAuth scope Marketing: modify' },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'BigCommerce knows no store with this hash' },
			},
		],
	};
}
