import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsGupshupApi implements ICredentialType {
	name = 'commerceSmsGupshupApi';

	displayName = 'Commerce SMS: Gupshup API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/gupshup.md';

	properties: INodeProperties[] = [
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 2000123456',
			description: 'The number of your Gupshup Enterprise SMS account',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 0123456789abcdef',
			description: 'The password of the same account',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. ACMEIN',
			description: 'Who the texts come from, unless a node says otherwise: a mask (header) that is registered with DLT',
		},
		messagesPerSecond('How many texts per second your account may hand over.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://enterprise.smsgupshup.com',
			placeholder: 'e.g. https://enterprise.smsgupshup.com',
			description: 'Change it to try your workflows against a sandbox',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ userId, password }, request) => {
		const login = { userid: String(userId).trim(), password: String(password).trim() };
		// the body is where access logs do not write it down; the test has none
		return typeof request.body === 'string'
			? { ...request, body: `${request.body}&${new URLSearchParams(login).toString()}` }
			: { ...request, qs: { ...request.qs, ...login } };
	};

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '/GatewayAPI/rest',
			// without a recipient: nothing is sent
			qs: { method: 'SendMessage', v: '1.1', auth_scheme: 'plain', format: 'text' },
		},
		rules: [
			{
				type: 'responseSuccessBody',
				// the last digit of "error | 102 | Authentication failed"
				properties: { key: '10', value: '2', message: 'Gupshup does not accept this User ID with this password' },
			},
			{
				type: 'responseSuccessBody',
				properties: { key: '0', value: '<', message: 'Something else than Gupshup answers at this API URL' },
			},
		],
	};
}
