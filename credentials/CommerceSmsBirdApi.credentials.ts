import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

export class CommerceSmsBirdApi implements ICredentialType {
	name = 'commerceSmsBirdApi';

	displayName = 'Commerce SMS: Bird API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/bird.md';

	properties: INodeProperties[] = [
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- whoever has it can send
		{
			displayName: 'Access Key',
			name: 'accessKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIj',
			description: 'In Bird under Settings → Security → Access Keys, with the role Application Developer',
		},
		{
			displayName: 'Workspace ID',
			name: 'workspaceId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. a1405560-c8d3-4b1a-877d-3f449ad95352',
			description: 'Stands in the address of the workspace, and under Edit Workspace',
		},
		{
			displayName: 'Channel ID',
			name: 'channelId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 614208aa-b153-4d5d-9989-2fddfc0ce4c3',
			description: 'Of the SMS channel that the texts leave by, under Channels',
		},
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- whoever has it can sign webhooks
		{
			displayName: 'Signing Key',
			name: 'signingKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. a-long-secret-of-your-own',
			description:
				'A secret that you think up and enter at the webhook subscriptions too. Proves that replies and delivery receipts come from Bird.',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +31612340000',
			description: 'The number (+31612340000), short code (72345) or name (ACME) of the channel',
		},
		messagesPerSecond('How many texts per second your account may hand over.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.bird.com',
			placeholder: 'e.g. https://api.bird.com',
			description: 'Change it to try your workflows against a sandbox',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ accessKey }, request) => ({
		...request,
		headers: { ...request.headers, Authorization: `AccessKey ${String(accessKey).trim()}` },
	});

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/[/]+$/, "") }}',
			url: '=/workspaces/{{ $credentials.workspaceId.trim() }}/channels/{{ $credentials.channelId.trim() }}',
		},
		rules: [
			{ type: 'responseCode', properties: { value: 401, message: 'Bird does not accept this access key' } },
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message: 'Bird does not let this access key use the channel: give it the role Application Developer',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'Bird knows no such channel in this workspace' },
			},
		],
	};
}
