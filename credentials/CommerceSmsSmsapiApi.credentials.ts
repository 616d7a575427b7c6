import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsSmsapiApi implements ICredentialType {
	name = 'commerceSmsSmsapiApi';

	displayName = 'Commerce SMS: SMSAPI API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/smsapi.md';

	properties: INodeProperties[] = [
		{
			displayName: 'API Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 0123456789abcdefghijABCDEFGHIJ0123456789',
			description:
				'In the SMSAPI panel under API Settings → API Tokens (OAuth). It needs the rights “SMS” and “Profile”.',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. ACME',
			description:
				'Who the texts come from, unless a node says otherwise: a sender name that is active in the panel (ACME), a number of yours, or 2way, to which customers can reply',
		},
		messagesPerSecond('How many texts per second your account may hand over.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.smsapi.com',
			placeholder: 'e.g. https://api.smsapi.pl',
			description:
				'For an account at smsapi.pl: https://api.smsapi.pl. Change it also to try your workflows against a sandbox.',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ token }, request) => ({
		...request,
		headers: { ...request.headers, Authorization: `Bearer ${String(token).trim()}` },
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/[/]+$/, "") }}',
			url: '/profile',
			headers: { Accept: 'application/json' },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'SMSAPI does not accept this token. Check it, and the API URL: a token of smsapi.pl needs that address',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'SMSAPI does not let this token read the profile: give it that right' },
			},
		],
	};
}
