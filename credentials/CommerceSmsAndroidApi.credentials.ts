import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsAndroidApi implements ICredentialType {
	name = 'commerceSmsAndroidApi';

	displayName = 'Commerce SMS: Android SMS Gateway API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/android.md';

	properties: INodeProperties[] = [
		{
			displayName: 'User Name',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. A1B2C3',
			description: 'On the app’s Home tab, under Cloud Server or Local Server',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 0123456789abcdef',
			description: 'Beside the user name',
		},
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. xQ7mK2pV9sT4wZ1n',
			description: 'The Signing Key in the app’s Settings → Webhooks. Empty: a secret in the URL proves replies and receipts.',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550100',
			description: 'The phone number of the SIM card. Texts come from it, and replies are to it.',
		},
		{
			displayName: 'Device ID',
			name: 'deviceId',
			type: 'string',
			default: '',
			placeholder: 'e.g. ffffffffceb0b1db0000018e937c815b',
			description: 'Which of several phones of the account sends; on the app’s Home tab. Empty: any of them.',
		},
		messagesPerSecond('How many texts per second the phone may be handed. Android and mobile networks allow few: 30 to 200 an hour without special settings.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.sms-gate.app/3rdparty/v1',
			placeholder: 'e.g. http://192.168.1.10:8080',
			description: 'The cloud server; or your private server with /3rdparty/v1, or the phone itself as its Local Server shows it',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ username, password }, request) => ({
		...request,
		auth: { username: String(username).trim(), password: String(password).trim() },
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '/webhooks',
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'The Android SMS Gateway does not accept this user name and password' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'The Android SMS Gateway does not let this user see webhooks' },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'There is no Android SMS Gateway at this API URL' },
			},
		],
	};
}
