import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsTelnyxApi implements ICredentialType {
	name = 'commerceSmsTelnyxApi';

	displayName = 'Commerce SMS: Telnyx API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/telnyx.md';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. KEY0123…',
			description: 'In the Telnyx portal under API Keys (API v2)',
		},
		{
			displayName: 'Public Key',
			name: 'publicKey',
			type: 'string',
			default: '',
			placeholder: 'e.g. e5SeU0b+kjE6yd2C…=',
			description:
				'In the portal under Keys & Credentials → Public Key. Proves that replies and delivery receipts come from Telnyx.',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550100',
			description:
				'Who the texts come from, unless a node says otherwise: a Telnyx number (+14155550100), a short code (72345) or a name (ACME)',
		},
		{
			displayName: 'Messaging Profile ID',
			name: 'messagingProfileId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 740572b6-099c-44a1-89b9-6c92163bc68d',
			description: 'Needed when the sender is a name or a short code',
		},
		messagesPerSecond('How many texts per second your account may hand over.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.telnyx.com',
			placeholder: 'e.g. https://api.telnyx.com',
			description: 'Change it to try your workflows against the sandbox of this package',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ apiKey }, request) => ({
		...request,
		headers: { ...request.headers, Authorization: `Bearer ${String(apiKey)}` },
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/[/]+$/, "") }}',
			url: '/v2/messaging_profiles',
			qs: { 'page[size]': 1 },
		},
		rules: [{ type: 'responseCode', properties: { value: 401, message: 'Telnyx does not accept this API key' } }],
	};
}
