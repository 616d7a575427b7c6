import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsPlivoApi implements ICredentialType {
	name = 'commerceSmsPlivoApi';

	displayName = 'Commerce SMS: Plivo API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/plivo.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Auth ID',
			name: 'authId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. MA0123456789ABCDEFGH',
			description: 'On the first page of the Plivo console',
		},
		{
			displayName: 'Auth Token',
			name: 'authToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 0123456789abcdef',
			description: 'Beside the Auth ID. Also proves that replies and delivery receipts come from Plivo.',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550100',
			description:
				'Who the texts come from, unless a node says otherwise: a Plivo number (+14155550100), a short code (72345) or a name (ACME)',
		},
		messagesPerSecond('How many texts per second your account may hand over; Plivo allows 5 unless agreed otherwise.', 5),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.plivo.com',
			placeholder: 'e.g. https://api.plivo.com',
			description: 'Change it to try your workflows against a sandbox',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ authId, authToken }, request) => ({
		...request,
		auth: { username: String(authId).trim(), password: String(authToken).trim() },
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/[/]+$/, "") }}',
			url: '=/v1/Account/{{ $credentials.authId.trim() }}/',
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'Plivo does not accept the Auth ID together with this auth token' },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'Plivo knows no account with this Auth ID at this API URL' },
			},
		],
	};
}
