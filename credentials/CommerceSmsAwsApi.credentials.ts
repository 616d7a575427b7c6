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

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text, 'utf8').digest();

/** Signature Version 4: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function signed(
	request: IHttpRequestOptions,
	key: { readonly id: string; readonly secret: string; readonly region: string },
	now: Date,
): IHttpRequestOptions {
	const url = new URL(`${request.baseURL ?? ''}${request.url}`);
	const body = typeof request.body === 'string' ? request.body : JSON.stringify(request.body ?? {});
	const time = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
	const headers: Record<string, string> = { host: url.host, 'x-amz-date': time };
	for (const [name, value] of Object.entries(request.headers ?? {})) {
		if (/^(content-type|x-amz-.*)$/i.test(name)) headers[name.toLowerCase()] = String(value).trim();
	}
	const names = Object.keys(headers).sort();
	const canonical = [
		request.method ?? 'POST',
		url.pathname,
		url.search.slice(1), // always empty: this API has one path and no query
		...names.map((name) => `${name}:${headers[name]}`),
		'',
		names.join(';'),
		sha256(body),
	].join('\n');
	const scope = [time.slice(0, 8), key.region, 'sms-voice', 'aws4_request'];
	const signingKey = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${key.secret}`);
	const text = ['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(canonical)].join('\n');
	const signature = hmac(signingKey, text).toString('hex');
	return {
		...request,
		body,
		headers: {
			...request.headers,
			'x-amz-date': time,
			Authorization: `AWS4-HMAC-SHA256 Credential=${key.id}/${scope.join('/')}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
		},
	};
}

export class CommerceSmsAwsApi implements ICredentialType {
	name = 'commerceSmsAwsApi';

	displayName = 'Commerce SMS: AWS API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/aws.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Region',
			name: 'region',
			type: 'string',
			required: true,
			default: 'us-east-1',
			placeholder: 'e.g. eu-central-1',
			description: 'Where your numbers and configuration sets are',
		},
		{
			displayName: 'Access Key ID',
			name: 'accessKeyId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. AKIAIOSFODNN7EXAMPLE',
			description: 'Of an IAM user that may only send texts; the page linked above has its policy',
		},
		{
			displayName: 'Secret Access Key',
			name: 'secretAccessKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
		},
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550100',
			description:
				'Who the texts come from, unless a node says otherwise: a number (+14155550100), a short code (72345) or a sender ID (ACME)',
		},
		{
			displayName: 'Configuration Set',
			name: 'configurationSet',
			type: 'string',
			default: '',
			placeholder: 'e.g. shop-texts',
			description: 'Its event destination gets the delivery receipts. Without one AWS reports nothing.',
		},
		{
			displayName: 'Topic ARNs',
			name: 'topicArns',
			type: 'string',
			default: 'any',
			placeholder: 'e.g. arn:aws:sns:us-east-1:123456789012:sms-events',
			description:
				'The SNS topics of your replies and receipts, with commas between; nothing else is let in then. With "any", a secret in the URL shows that a topic is yours.',
		},
		messagesPerSecond('How many texts per second your account may hand over: AWS limits each kind of sender.'),
		{
			displayName: 'API URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://sms-voice.us-east-1.amazonaws.com',
			description: 'Only for another endpoint than the region’s own, such as a VPC endpoint',
		},
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async ({ accessKeyId, secretAccessKey, region }, request) =>
		signed(
			request,
			{ id: String(accessKeyId).trim(), secret: String(secretAccessKey).trim(), region: String(region).trim() },
			new Date(),
		);

	static test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL:
				'={{ ($credentials.baseUrl.trim() || "https://sms-voice." + $credentials.region.trim() + ".amazonaws.com").replace(/[/]+$/, "") }}',
			url: '/',
			headers: {
				'content-type': 'application/x-amz-json-1.0',
				'x-amz-target': 'PinpointSMSVoiceV2.DescribeAccountAttributes',
			},
			body: '{}',
		},
		rules: [400, 403].map((value) => ({
			type: 'responseCode',
			properties: {
				value,
				message:
					'AWS does not accept this access key in this region, or the key may not do sms-voice:DescribeAccountAttributes',
			},
		})),
	};
}
