import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

const WRONG_KEY = 'MSG91 does not accept this Auth Key';

export class CommerceSmsMsg91Api implements ICredentialType {
	name = 'commerceSmsMsg91Api';

	displayName = 'Commerce SMS: MSG91 API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/msg91.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Auth Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 123456A0123456789abcdef',
			description: 'In MSG91 under Authkey in the menu of your user name',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. ACMEIN',
			description: 'Who the texts come from, unless a node says otherwise: a sender ID that MSG91 has approved, for India as it is registered with DLT',
		},
		{
			displayName: 'Route',
			name: 'route',
			type: 'string',
			default: '4',
			placeholder: 'e.g. 4',
			description: '4 for texts about orders, 1 for advertising',
		},
		messagesPerSecond('How many texts per second your account may hand over.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.msg91.com',
			placeholder: 'e.g. https://api.msg91.com',
			description: 'Change it to try your workflows against a sandbox',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ apiKey }, request) => ({
		...request,
		headers: { ...request.headers, authkey: String(apiKey).trim() },
		...(request.body === undefined ? { qs: { ...request.qs, authkey: String(apiKey).trim() } } : {}),
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '/api/balance.php',
			qs: { type: '={{ $credentials.route || "4" }}' },
		},
		rules: [
			{ type: 'responseCode', properties: { value: 401, message: WRONG_KEY } },
			{
				type: 'responseCode',
				properties: {
					value: 418,
					message: 'MSG91 does not accept requests from this IP address: allow it in the settings of the Auth Key',
				},
			},
			{ type: 'responseSuccessBody', properties: { key: 'msgType', value: 'error', message: WRONG_KEY } },
			{ type: 'responseSuccessBody', properties: { key: 'type', value: 'error', message: WRONG_KEY } },
			// n8n takes rules of both kinds side by side; its types know lists of one kind only
		] as ICredentialTestRequest['rules'],
	};
}
