import { createHash, createHmac } from 'node:crypto';
import {
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { messagesPerSecond } from './shared/messages-per-second';

/** https://learn.microsoft.com/azure/communication-services/tutorials/hmac-header-tutorial */
function signed(request: IHttpRequestOptions, secretKey: string, now: Date): IHttpRequestOptions {
	const url = new URL(`${request.baseURL ?? ''}${request.url}`);
	for (const [name, value] of Object.entries(request.qs ?? {})) url.searchParams.set(name, String(value));
	const method = request.method ?? 'GET';
	const body = typeof request.body === 'string' ? request.body : '';
	const date = now.toUTCString();
	const hash = createHash('sha256').update(body, 'utf8').digest('base64');
	const text = `${method}\n${url.pathname}${url.search}\n${date};${url.host};${hash}`;
	const signature = createHmac('sha256', Buffer.from(secretKey, 'base64')).update(text, 'utf8').digest('base64');
	const whole: IHttpRequestOptions = { ...request, url: url.href };
	delete whole.baseURL;
	delete whole.qs;
	return {
		...whole,
		headers: {
			...request.headers,
			'x-ms-date': date,
			'x-ms-content-sha256': hash,
			Authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
		},
	};
}

export class CommerceSmsAzureApi implements ICredentialType {
	name = 'commerceSmsAzureApi';

	displayName = 'Commerce SMS: Azure API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/azure.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Endpoint',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://my-shop.europe.communication.azure.com',
			description: 'Of your Communication Services resource: in the Azure portal under Settings → Keys',
		},
		{
			displayName: 'Access Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. c2VjcmV0IGtleSBvZiB0aGUgcmVzb3VyY2U=',
			description: 'The primary or secondary key there, not the connection string',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550100',
			description:
				'Who the texts come from, unless a node says otherwise: a number of the resource (+14155550100), a short code (72345) or a sender ID (ACME)',
		},
		messagesPerSecond('How many texts per second your resource may hand over.'),
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ secretKey }, request) =>
		signed(request, String(secretKey).trim(), new Date());

	// The numbers of the resource: reads nothing but proves the key.
	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '/phoneNumbers',
			qs: { 'api-version': '2025-06-01', top: 1 },
		},
		rules: [
			{ type: 'responseCode', properties: { value: 401, message: 'Azure does not accept this access key at this endpoint' } },
			{
				type: 'responseCode',
				properties: { value: 403, message: 'Azure does not let this access key use the resource at this endpoint' },
			},
			{ type: 'responseCode', properties: { value: 404, message: 'Azure has no Communication Services at this endpoint' } },
		],
	};
}
