import { type INodeProperties } from 'n8n-workflow';
import { line, secret, shownFor } from './field';

/** How a call of the gateway shows that it is the gateway's. */
export const proofFields: INodeProperties[] = [
	{
		displayName: 'Proof of Webhooks',
		name: 'webhookProof',
		type: 'options',
		default: 'secretUrl',
		options: [
			{ name: 'Basic', value: 'basic', description: 'User name and password that you set up at the gateway' },
			{ name: 'Header', value: 'header', description: 'A secret in a header, always the same' },
			{ name: 'Secret URL', value: 'secretUrl', description: 'A secret in the URL that the triggers show: needs nothing of the gateway' },
			{ name: 'Signature', value: 'hmac', description: 'A HMAC over the call, made with a key that both sides have' },
		],
		description: 'How the gateway shows that replies and receipts are its own, so that nobody else can send a STOP or a "delivered"',
	},
	...shownFor('webhookProof', ['basic'], [
		line('Webhook User', 'webhookUser', 'gateway', 'The user name that the gateway sends along'),
		secret('Webhook Password', 'webhookPassword', '0123456789abcdef', 'The password that goes with it'),
	]),
	...shownFor('webhookProof', ['header'], [
		line('Webhook Header', 'webhookHeader', 'X-Webhook-Token', 'The header that holds the secret'),
		secret('Webhook Header Value', 'webhookHeaderSecret', '0123456789abcdef', 'The whole of what stands in it'),
	]),
	...shownFor('webhookProof', ['hmac'], [
		secret('Signing Secret', 'signingSecret', '0123456789abcdef', 'The key that the gateway signs with'),
		{
			displayName: 'Algorithm',
			name: 'hmacAlgorithm',
			type: 'options',
			default: 'sha256',
			options: [
				{ name: 'HMAC-SHA1', value: 'sha1' },
				{ name: 'HMAC-SHA256', value: 'sha256' },
				{ name: 'HMAC-SHA512', value: 'sha512' },
			],
			description: 'As the gateway’s documentation names it',
		},
		{
			displayName: 'Written As',
			name: 'hmacEncoding',
			type: 'options',
			default: 'hex',
			options: [
				{ name: 'Base64', value: 'base64' },
				{ name: 'Hexadecimal', value: 'hex' },
			],
			description: 'Hexadecimal has digits and the letters a to f only',
		},
		line(
			'Signature Header',
			'signatureHeader',
			'X-Signature',
			'The header with the signature. Where something stands before it there, write that too: X-Hub-Signature-256: sha256={signature}',
			{ default: 'X-Signature' },
		),
		line(
			'What Is Signed',
			'signedPattern',
			'{timestamp}.{body}',
			'In its order: {url} {method} {body} {timestamp} {nonce} {md5_body} {sha256_body} {sha256_body_bytes}, with what stands between them; \\n is a new line',
			{ default: '{body}' },
		),
		line('Time Header', 'timestampHeader', 'X-Timestamp', 'The header with the time of signing, in Unix seconds or milliseconds'),
		line('Nonce Header', 'nonceHeader', 'X-Nonce', 'The header with the word that is used once only'),
		{
			displayName: 'Valid for (Seconds)',
			name: 'windowSeconds',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 300,
			description: 'How old a signed call may be, by the Time Header. 0: of any age.',
		},
	]),
];
