import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsExotelApi implements ICredentialType {
	name = 'commerceSmsExotelApi';

	displayName = 'Commerce SMS: Exotel API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/exotel.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Account SID',
			name: 'accountSid',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. acme1',
			description: 'In the Exotel dashboard under Settings → API Settings',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 0123456789abcdef0123456789abcdef',
			description: 'On the same page',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 0123456789abcdef0123456789abcdef',
			description: 'Beside the API key',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. ACMEIN',
			description: 'Who the texts come from, unless a node says otherwise: a sender ID that is registered with DLT, or an ExoPhone (+918012345678)',
		},
		messagesPerSecond('How many texts per second your account may hand over. Exotel allows about 3 (200 a minute) unless agreed otherwise.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.exotel.com',
			placeholder: 'e.g. https://api.in.exotel.com',
			description: 'The region of your account: https://api.exotel.com (Singapore) or https://api.in.exotel.com (Mumbai)',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ apiKey, apiToken }, request) => ({
		...request,
		auth: { username: String(apiKey).trim(), password: String(apiToken).trim() },
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '=/v1/Accounts/{{ $credentials.accountSid.trim() }}/Calls.json',
			qs: { PageSize: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'Exotel does not accept this API key with this token' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'Exotel has suspended this account, or the key may not use the API' },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'Exotel knows no such Account SID in this region' },
			},
		],
	};
}
