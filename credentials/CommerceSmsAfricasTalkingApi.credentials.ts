import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

const WRONG_KEY =
	"Africa's Talking does not accept this username together with this API key. The sandbox has keys of its own, the username sandbox, and another API URL";

export class CommerceSmsAfricasTalkingApi implements ICredentialType {
	name = 'commerceSmsAfricasTalkingApi';

	displayName = "Commerce SMS: Africa's Talking API";

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/africastalking.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. acmeshop',
			description: 'Of your application, as the dashboard shows it',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. atsk_0123456789abcdef',
			description: 'In the dashboard of the application under Settings → API Key',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. ACME',
			description:
				'Who the texts come from, unless a node says otherwise: a registered name (ACME), or a short code (22345), to which customers can reply',
		},
		messagesPerSecond('How many texts per second your account may hand over.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.africastalking.com',
			placeholder: 'e.g. https://api.sandbox.africastalking.com',
			description: "For Africa's Talking's own sandbox: https://api.sandbox.africastalking.com",
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ apiKey }, request) => ({
		...request,
		headers: { ...request.headers, apiKey: String(apiKey).trim() },
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/[/]+$/, "") }}',
			url: '/version1/user',
			qs: { username: '={{ $credentials.username.trim() }}' },
			headers: { Accept: 'application/json' },
		},
		rules: [
			{ type: 'responseCode', properties: { value: 401, message: WRONG_KEY } },
			{ type: 'responseCode', properties: { value: 403, message: WRONG_KEY } },
		],
	};
}
