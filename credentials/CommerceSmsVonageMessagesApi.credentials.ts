import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsVonageMessagesApi implements ICredentialType {
	name = 'commerceSmsVonageMessagesApi';

	displayName = 'Commerce SMS: Vonage Messages API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/vonage-messages.md';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. a1b2c3d4',
			description: 'On the first page of the Vonage API Dashboard',
			typeOptions: { password: true },
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 0123456789abcdef',
			description: 'Beside the API key',
		},
		{
			displayName: 'Signature Secret',
			name: 'signatureSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. 0123456789abcdefghij',
			description:
				'In the dashboard under API Settings. Fill it in once Vonage signs your webhooks, which its support switches on; until then a secret in the URL proves them.',
		},
		{
			displayName: 'Signature Method',
			name: 'signatureMethod',
			type: 'options',
			options: [
				{ name: 'MD5 Hash', value: 'md5hash' },
				{ name: 'MD5 HMAC', value: 'md5' },
				{ name: 'SHA-1 HMAC', value: 'sha1' },
				{ name: 'SHA-256 HMAC', value: 'sha256' },
				{ name: 'SHA-512 HMAC', value: 'sha512' },
			],
			default: 'md5hash',
			description: 'As chosen in the dashboard under API Settings, for replies and receipts of the SMS API',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +447700900000',
			description:
				'Who the texts come from, unless a node says otherwise: a Vonage number (+447700900000), a short code (72345) or a name (ACME)',
		},
		messagesPerSecond('How many texts per second your account may hand over; Vonage allows 30 unless agreed otherwise, and refuses what comes faster.', 30),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.nexmo.com',
			placeholder: 'e.g. https://api-eu.vonage.com',
			description: 'Change it for another region, or to try your workflows against a sandbox',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ apiKey, apiSecret }, request) => ({
		...request,
		auth: { username: String(apiKey), password: String(apiSecret) },
	});

	static test: ICredentialTestRequest = {
		request: {
			// the balance is served where the SMS API is; a sandbox serves both
			baseURL:
				'={{ $credentials.baseUrl.replace(/[/]+$/, "").replace(/^https:[/][/]api([.-].*)?[.](nexmo|vonage)[.]com$/, "https://rest.nexmo.com") }}',
			url: '/account/get-balance',
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'Vonage does not accept the API key together with this API secret' },
			},
			{ type: 'responseCode', properties: { value: 420, message: 'Vonage does not know this API key' } },
		],
	};
}
