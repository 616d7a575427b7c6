import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsInfobipApi implements ICredentialType {
	name = 'commerceSmsInfobipApi';

	displayName = 'Commerce SMS: Infobip API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/infobip.md';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 0123456789abcdef0123456789abcdef-01234567-89ab-cdef-0123-456789abcdef',
			description: 'In the Infobip portal under Developer Tools → API Keys. It needs the scope sms:message:send.',
		},
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://abc123.api.infobip.com',
			description: 'Your account’s own, called API Base URL on the first page of the portal',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +447400123456',
			description:
				'Who the texts come from, unless a node says otherwise: a number (+447400123456), a short code (72345) or a name (ACME)',
		},
		{
			displayName: 'Webhook User',
			name: 'webhookUser',
			type: 'string',
			default: '',
			placeholder: 'e.g. infobip',
			description:
				'Only if your subscriptions have security settings of the kind Basic: their user name. Without it, a secret in the URL proves what comes.',
		},
		{
			displayName: 'Webhook Password',
			name: 'webhookPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. a-long-random-word',
			description: 'The password that belongs to it',
		},
		messagesPerSecond('How many texts per second your account may hand over.'),
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ apiKey }, request) => ({
		...request,
		headers: { ...request.headers, Authorization: `App ${String(apiKey)}` },
	});

	// The reports of a message that does not exist: it takes the permission to send, and fetches nobody's reports away.
	static test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ ($credentials.baseUrl.trim().startsWith("http") ? "" : "https://") + $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '/sms/3/reports',
			qs: { messageId: 'credential-test', limit: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'Infobip does not accept this API key at this API URL' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'This Infobip API key may not send: it needs the scope sms:message:send' },
			},
		],
	};
}
