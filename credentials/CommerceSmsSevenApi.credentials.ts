import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

const WRONG_KEY = 'seven does not accept this API key';

export class CommerceSmsSevenApi implements ICredentialType {
	name = 'commerceSmsSevenApi';

	displayName = 'Commerce SMS: Seven API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/seven.md';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 0123456789abcdefghij',
			description: 'In the seven dashboard under Developer → API Keys',
		},
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- whoever has it can sign webhooks
		{
			displayName: 'Signing Key',
			name: 'signingKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. 0123456789abcdef0123456789abcdef',
			description:
				'In the dashboard under Developer → API settings. Proves that replies and delivery receipts come from seven; without it a secret in the URL does.',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. ACME',
			description:
				'Who the texts come from, unless a node says otherwise: a name (ACME), or a number of seven’s (+491771783130), to which customers can reply',
		},
		messagesPerSecond('How many texts per second your account may hand over.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://gateway.seven.io',
			placeholder: 'e.g. https://gateway.seven.io',
			description: 'Change it to try your workflows against a sandbox',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ apiKey }, request) => ({
		...request,
		headers: { ...request.headers, 'X-Api-Key': String(apiKey).trim() },
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/[/]+$/, "") }}',
			url: '/api/balance',
			headers: { Accept: 'application/json' },
		},
		rules: [
			{ type: 'responseCode', properties: { value: 401, message: WRONG_KEY } },
			{ type: 'responseCode', properties: { value: 403, message: WRONG_KEY } },
			// HTTP 200 with the bare number 900: whatever is no balance
			{ type: 'responseSuccessBody', properties: { key: 'amount', value: undefined, message: WRONG_KEY } },
			// n8n takes rules of both kinds side by side; its types know lists of one kind only
		] as ICredentialTestRequest['rules'],
	};
}
