import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';

export class CommerceSmsWooCommerceApi implements ICredentialType {
	name = 'commerceSmsWooCommerceApi';

	displayName = 'Commerce SMS: WooCommerce API';

	icon: Icon = { light: 'file:../icons/code-shop.svg', dark: 'file:../icons/code-shop.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/shops/woocommerce.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Shop URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://shop.acme.example',
			description: 'Where WordPress is, over https; or the sandbox of this package',
		},
		{
			displayName: 'Consumer Key',
			name: 'consumerKey',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. ck_0123456789abcdef',
			description: 'WooCommerce → Settings → Advanced → REST API, with Read/Write permission',
		},
		{
			displayName: 'Consumer Secret',
			name: 'consumerSecret',
			type: 'string',
			required: true,
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. cs_0123456789abcdef',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'For the Order Event Trigger, where you made the webhook in WooCommerce yourself: the secret that you entered there. Empty where the trigger sets it up.',
		},
	];

	// A function like those of the carriers; n8n's own rules are expressions, which cost an engine for each request.
	authenticate: IAuthenticate = async ({ consumerKey, consumerSecret }, request) => ({
		...request,
		auth: { username: String(consumerKey).trim(), password: String(consumerSecret).trim() },
	});

	// An empty batch: it needs the right to write, and changes nothing.
	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL: '={{ $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '/wp-json/wc/v3/coupons/batch',
			body: { create: [] }, // n8n sends nothing for an empty object
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'WooCommerce does not accept this key, or it has only Read permission',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message: 'The user of this key may not manage coupons: it must be a shop manager or administrator',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'There is no WooCommerce with its REST API at this URL' },
			},
		],
	};
}
