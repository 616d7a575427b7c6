import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

const WRONG_KEY = '46elks does not accept this API username together with this API password';

export class CommerceSms46elksApi implements ICredentialType {
	name = 'commerceSms46elksApi';

	displayName = 'Commerce SMS: 46elks API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/46elks.md';

	properties: INodeProperties[] = [
		{
			displayName: 'API Username',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. u0123456789abcdef0123456789abcdef',
			description: 'In the 46elks dashboard under Account; not what you log in with',
		},
		{
			displayName: 'API Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 0123456789ABCDEF0123456789ABCDEF',
			description: 'Beside the API username',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +46766861004',
			description:
				'Who the texts come from, unless a node says otherwise: a number of 46elks’ (+46766861004), to which customers can reply, or a name (ACME)',
		},
		messagesPerSecond('How many texts per second your account may hand over.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.46elks.com',
			placeholder: 'e.g. https://api.46elks.com',
			description: 'Change it to try your workflows against a sandbox',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ username, password }, request) => ({
		...request,
		auth: { username: String(username).trim(), password: String(password).trim() },
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/[/]+$/, "") }}',
			url: '/a1/me',
		},
		rules: [
			{ type: 'responseCode', properties: { value: 401, message: WRONG_KEY } },
			{ type: 'responseCode', properties: { value: 403, message: WRONG_KEY } },
		],
	};
}
