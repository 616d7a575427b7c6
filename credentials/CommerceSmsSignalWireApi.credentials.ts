import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsSignalWireApi implements ICredentialType {
	name = 'commerceSmsSignalWireApi';

	displayName = 'Commerce SMS: SignalWire API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/signalwire.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Space URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.signalwire.com',
			description: 'Of your space, as in the address of its dashboard; or the URL of a sandbox',
		},
		{
			displayName: 'Project ID',
			name: 'projectId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 0a1b2c3d-0000-4000-8000-0123456789ab',
			description: 'In the dashboard under API',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. PT0123…',
			description: 'In the dashboard under API; it needs the scope Messaging',
		},
		{
			displayName: 'Signing Key',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. PSK0123…',
			description:
				'In the dashboard under API, beside the tokens. Proves that replies and delivery receipts come from SignalWire.',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550100',
			description:
				'Who the texts come from, unless a node says otherwise: a SignalWire number (+14155550100) or a short code (72345)',
		},
		messagesPerSecond('How many texts per second your account may hand over.'),
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ projectId, apiToken }, request) => ({
		...request,
		auth: { username: String(projectId), password: String(apiToken) },
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/[/]+$/, "") }}',
			url: '=/api/laml/2010-04-01/Accounts/{{ $credentials.projectId }}/Messages.json',
			qs: { PageSize: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'SignalWire does not accept the Project ID together with this API token' },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'SignalWire knows no project with this ID at this Space URL' },
			},
		],
	};
}
