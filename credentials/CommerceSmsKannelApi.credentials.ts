import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsKannelApi implements ICredentialType {
	name = 'commerceSmsKannelApi';

	displayName = 'Commerce SMS: Kannel API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/kannel.md';

	properties: INodeProperties[] = [
		{
			displayName: 'User Name',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. shop',
			description: 'The username of a sendsms-user in kannel.conf',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 0123456789abcdef',
			description: 'The password of the same sendsms-user',
		},
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. http://kannel.example.com:13013',
			description: 'Where the smsbox listens: host and sendsms-port',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550100',
			description: 'Who the texts come from, unless a node says otherwise: what your SMSC takes, e.g. a number (+14155550100), a short code (72345) or a name (ACME)',
		},
		messagesPerSecond('How many texts per second Kannel may be handed. Kannel’s throughput setting paces what goes on to the SMSC.'),
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ username, password }, request) => ({
		...request,
		qs: { ...request.qs, username: String(username).trim(), password: String(password).trim() },
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '/cgi-bin/sendsms',
			// without a recipient: "Empty receiver number not allowed, rejected" comes after the password was found right
			ignoreHttpStatusErrors: true,
		},
		rules: [
			{
				type: 'responseSuccessBody',
				// "Authorization failed for sendsms"
				properties: { key: '0', value: 'A', message: 'Kannel has no sendsms-user with this user name and password' },
			},
			{
				type: 'responseSuccessBody',
				properties: { key: '0', value: '<', message: 'Something else than Kannel answers at this API URL' },
			},
			{
				type: 'responseSuccessBody',
				// "Unknown request."
				properties: { key: '0', value: 'U', message: 'Kannel’s smsbox takes no texts at this API URL' },
			},
		],
	};
}
