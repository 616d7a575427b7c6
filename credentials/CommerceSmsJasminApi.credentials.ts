import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsJasminApi implements ICredentialType {
	name = 'commerceSmsJasminApi';

	displayName = 'Commerce SMS: Jasmin API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/jasmin.md';

	properties: INodeProperties[] = [
		{
			displayName: 'User Name',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. shop',
			description: 'The username of a Jasmin user, as jcli shows it',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 0123456789abcdef',
			description: 'The password of the same user',
		},
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. http://jasmin.example.com:1401',
			description: 'Where Jasmin’s HTTP API listens, without /send',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550100',
			description: 'Who the texts come from, unless a node says otherwise: what your SMSC takes, e.g. a number (+14155550100), a short code (72345) or a name (ACME)',
		},
		messagesPerSecond('The http_throughput of the user.'),
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ username, password }, request) => {
		const login = { username: String(username).trim(), password: String(password).trim() };
		// the body is where access logs do not write it down; the test has none
		return typeof request.body === 'string'
			? { ...request, body: `${request.body}&${new URLSearchParams(login).toString()}` }
			: { ...request, qs: { ...request.qs, ...login } };
	};

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '/balance',
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 403, message: 'Jasmin knows no user with this user name and password, or it is disabled' },
			},
			{
				type: 'responseCode',
				properties: { value: 400, message: 'Jasmin does not let this user ask for its balance, or the API URL is wrong' },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'There is no HTTP API of Jasmin at this API URL' },
			},
		],
	};
}
