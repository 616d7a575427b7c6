import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsMessageBirdApi implements ICredentialType {
	name = 'commerceSmsMessageBirdApi';

	displayName = 'Commerce SMS: MessageBird API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/messagebird.md';

	properties: INodeProperties[] = [
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- whoever has it can send
		{
			displayName: 'Access Key',
			name: 'accessKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. AbCdEfGhIjKlMnOpQrStUvWxY',
			description: 'In the MessageBird dashboard under Developers → API access (a live key)',
		},
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- whoever has it can sign webhooks
		{
			displayName: 'Signing Key',
			name: 'signingKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. AbCdEfGhIjKlMnOpQrStUvWxYz012345',
			description:
				'In the dashboard under Developers → Settings. Proves that replies and delivery receipts come from MessageBird.',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +31612340000',
			description:
				'Who the texts come from, unless a node says otherwise: a MessageBird number (+31612340000), a short code (72345) or a name (ACME)',
		},
		messagesPerSecond('How many texts per second your account may hand over.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://rest.messagebird.com',
			placeholder: 'e.g. https://rest.messagebird.com',
			description: 'Change it to try your workflows against a sandbox',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ accessKey }, request) => ({
		...request,
		headers: { ...request.headers, Authorization: `AccessKey ${String(accessKey).trim()}` },
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/[/]+$/, "") }}',
			url: '/balance',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'MessageBird does not accept this access key. Keys of the new Bird belong into the credential for Bird.',
				},
			},
		],
	};
}
