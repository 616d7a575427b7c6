import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsBandwidthApi implements ICredentialType {
	name = 'commerceSmsBandwidthApi';

	displayName = 'Commerce SMS: Bandwidth API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/bandwidth.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 9901234',
			description: 'In the Bandwidth dashboard under Account',
		},
		{
			displayName: 'API User Name',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. shop-api',
			description: 'A user of the dashboard with the role for the messaging API; better one of its own than yours',
		},
		{
			displayName: 'API Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. the password of that user',
		},
		{
			displayName: 'Application ID',
			name: 'applicationId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 93de2206-9669-4e07-948d-329f4b722ee2',
			description: 'The messaging application that the sender belongs to; in the dashboard under Applications',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550100',
			description:
				'Who the texts come from, unless a node says otherwise: a Bandwidth number (+14155550100), local or toll-free, or a short code (72345)',
		},
		{
			displayName: 'Webhook User',
			name: 'webhookUser',
			type: 'string',
			default: '',
			placeholder: 'e.g. bandwidth',
			description:
				'The user ID that you have entered beside the callback URL of the application. Without it, a secret in the URL proves what comes.',
		},
		{
			displayName: 'Webhook Password',
			name: 'webhookPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. a-long-random-word',
			description: 'The password that you have entered there',
		},
		messagesPerSecond('How many texts per second your account may hand over. Bandwidth queues up to 15 minutes’ worth.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://messaging.bandwidth.com',
			placeholder: 'e.g. https://messaging.bandwidth.com',
			description: 'Change it only if Bandwidth tells you another',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ username, password }, request) => ({
		...request,
		auth: { username: String(username), password: String(password) },
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/[/]+$/, "") }}',
			url: '=/api/v2/users/{{ $credentials.accountId.trim() }}/media',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'Bandwidth does not accept this user name and password together with this Account ID',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'This Bandwidth user may not use the messaging API of this account' },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'Bandwidth knows no account with this Account ID at this API URL' },
			},
		],
	};
}
