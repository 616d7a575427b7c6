import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';

export class CommerceSmsShopifyApi implements ICredentialType {
	name = 'commerceSmsShopifyApi';

	displayName = 'Commerce SMS: Shopify API';

	icon: Icon = { light: 'file:../icons/code-shop.svg', dark: 'file:../icons/code-shop.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/shops/shopify.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Shop URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://acme.myshopify.com',
			description: 'The myshopify.com address of your shop, or the sandbox of this package',
		},
		{
			displayName: 'Admin API Access Token',
			name: 'accessToken',
			type: 'string',
			required: true,
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. shpat_0123456789abcdef',
			description: 'Of an app in your shop with the access scopes write_discounts and read_discounts',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2026-10',
			description: 'Empty: the one that this package knows. Shopify keeps each for a year; at least 2025-10.',
		},
		{
			displayName: 'API Secret Key',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Of the app, for the Order Event Trigger: Shopify signs its webhooks with it. Setting them up needs the access scopes read_orders and read_fulfillments.',
		},
	];

	// A function like those of the carriers; n8n's own rules are expressions, which cost an engine for each request.
	authenticate: IAuthenticate = async ({ accessToken }, request) => ({
		...request,
		headers: { ...request.headers, 'X-Shopify-Access-Token': String(accessToken).trim() },
	});

	// A discount that cannot exist: to delete it needs the right to write, and changes nothing.
	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL: '={{ $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '=/admin/api/{{ $credentials.apiVersion || "2026-10" }}/graphql.json',
			body: {
				query: 'mutation { discountCodeDelete(id: "gid://shopify/DiscountCodeNode/0") { userErrors { code } } }',
			},
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'errors[0].extensions.code',
					value: 'ACCESS_DENIED',
					message: 'The access token has not the access scope write_discounts',
				},
			},
		],
	};
}
