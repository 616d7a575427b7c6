import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsTwilioApi implements ICredentialType {
	name = 'commerceSmsTwilioApi';

	displayName = 'Commerce SMS: Twilio API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/twilio.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Account SID',
			name: 'accountSid',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. AC0123456789abcdef0123456789abcdef',
			description: 'On the first page of the Twilio Console, under Account Info',
		},
		{
			displayName: 'Sign In With',
			name: 'authType',
			type: 'options',
			options: [
				{ name: 'API Key', value: 'apiKey', description: 'Can be revoked by itself; recommended by Twilio' },
				{ name: 'Auth Token', value: 'authToken' },
			],
			default: 'authToken',
		},
		{
			displayName: 'Auth Token',
			name: 'authToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Next to the Account SID. Also proves that replies and delivery receipts come from Twilio, so fill it in even if you sign in with an API key.',
		},
		{
			displayName: 'API Key SID',
			name: 'apiKeySid',
			type: 'string',
			default: '',
			placeholder: 'e.g. SK0123456789abcdef0123456789abcdef',
			displayOptions: { show: { authType: ['apiKey'] } },
		},
		{
			displayName: 'API Key Secret',
			name: 'apiKeySecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: { show: { authType: ['apiKey'] } },
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550100',
			description:
				'Who the texts come from, unless a node says otherwise: a Twilio number (+14155550100), a short code (72345), a name (ACME) or a Messaging Service (MG…)',
		},
		messagesPerSecond('How many texts per second your account may hand over, e.g. 100 for a short code. Twilio queues what its network cannot send at once.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.twilio.com',
			placeholder: 'e.g. https://api.dublin.ie1.twilio.com',
			description: 'Change it for another Twilio region, or to try your workflows against the sandbox of this package',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ authType, accountSid, authToken, apiKeySid, apiKeySecret }, request) => ({
		...request,
		auth:
			authType === 'apiKey'
				? { username: String(apiKeySid), password: String(apiKeySecret) }
				: { username: String(accountSid), password: String(authToken) },
	});

	// Standard API keys may not read the account itself, but its messages.
	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/[/]+$/, "") }}',
			url: '=/2010-04-01/Accounts/{{ $credentials.accountSid }}/Messages.json',
			qs: { PageSize: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'Twilio does not accept the Account SID together with this auth token or API key',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'Twilio knows no account with this Account SID at this API URL' },
			},
		],
	};
}
