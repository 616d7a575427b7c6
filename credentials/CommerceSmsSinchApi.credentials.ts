import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsSinchApi implements ICredentialType {
	name = 'commerceSmsSinchApi';

	displayName = 'Commerce SMS: Sinch API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/sinch.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Service Plan ID',
			name: 'servicePlanId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 0123456789abcdef0123456789abcdef',
			description: 'In the Sinch Build Dashboard under SMS → APIs',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 0123456789abcdef0123456789abcdef',
			description: 'Beside the Service Plan ID',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. 0123456789abcdef',
			description:
				'Fill it in once Sinch signs your webhooks, which your account manager switches on; until then a secret in the URL proves them',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550100',
			description:
				'Who the texts come from, unless a node says otherwise: a Sinch number (+14155550100), a short code (72345) or a name (ACME)',
		},
		messagesPerSecond('How many texts per second your account may hand over. Sinch queues what your plan cannot send at once.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://us.sms.api.sinch.com',
			placeholder: 'e.g. https://eu.sms.api.sinch.com',
			description:
				'The region of your service plan: https://us.sms.api.sinch.com, or eu, au, br, ca in the place of us; or a sandbox',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ apiToken }, request) => ({
		...request,
		headers: { ...request.headers, Authorization: `Bearer ${String(apiToken).trim()}` },
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/[/]+$/, "") }}',
			url: '=/xms/v1/{{ $credentials.servicePlanId.trim() }}/batches',
			qs: { page_size: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'Sinch does not accept the Service Plan ID together with this API token in this region',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'Sinch has blocked this account, or the token may not read texts' },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'Sinch knows no such Service Plan ID at this API URL' },
			},
		],
	};
}
