import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';

export class CommerceSmsMagentoApi implements ICredentialType {
	name = 'commerceSmsMagentoApi';

	displayName = 'Commerce SMS: Magento API';

	icon: Icon = { light: 'file:../icons/code-shop.svg', dark: 'file:../icons/code-shop.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/shops/magento.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Shop URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://shop.acme.example',
			description: 'Where the shop is, without /rest; or the sandbox of this package',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			required: true,
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. 0123456789abcdefghijklmnopqrstuv',
			description:
				'Of an integration under System → Integrations. Magento 2.4.4 and newer take it only when that is allowed: see the documentation.',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Europe/Warsaw',
			description: 'Of the shop: Stores → Configuration → General → Locale Options. Magento counts whole days by it.',
		},
		{
			displayName: 'Website IDs',
			name: 'websiteIds',
			type: 'string',
			default: '1',
			placeholder: 'e.g. 1,2',
			description: 'The websites where the codes count, separated by commas',
		},
		{
			displayName: 'Customer Group IDs',
			name: 'customerGroupIds',
			type: 'string',
			default: '0,1,2,3',
			placeholder: 'e.g. 0,1',
			description: 'The customer groups that can use the codes, separated by commas; 0 is who is not logged in',
		},
	];

	// A function like those of the carriers; n8n's own rules are expressions, which cost an engine for each request.
	authenticate: IAuthenticate = async ({ accessToken }, request) => ({
		...request,
		headers: { ...request.headers, Authorization: `Bearer ${String(accessToken).trim()}` },
	});

	// Reading coupons and writing them is one right in Magento.
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '/rest/V1/coupons/search',
			qs: { 'searchCriteria[pageSize]': 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Magento does not accept this token, or the integration has not the resource Marketing > Promotions > Cart Price Rules',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message: 'The integration has not the resource Marketing > Promotions > Cart Price Rules',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'There is no Magento with its REST API at this URL' },
			},
		],
	};
}
