// Amazon SNS, by HTTPS.
// Envelope  https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html
// Proof     https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html

import { createPublicKey, verify } from 'node:crypto';
import { jsonOf, type WebhookRequest } from '../../wire';
import { fieldsOf, type Json } from './reading';

const SIGNED_OF_NOTIFICATION = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'];
const SIGNED_OF_CONFIRMATION = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];

const ALGORITHMS: ReadonlyMap<unknown, string> = new Map([
	['1', 'RSA-SHA1'],
	['2', 'RSA-SHA256'],
]);

const HOST = /^sns\.[a-z0-9-]{3,}\.amazonaws\.com(\.cn)?$/;

/** The fields of a notification; none for anything else, such as raw delivery, which nobody signs. */
export const envelopeOf = ({ body }: WebhookRequest): Json => fieldsOf(jsonOf(body));

/** A URL if it is one of SNS itself: anybody may write any other into an envelope. */
export function snsUrl(value: unknown): string | undefined {
	if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
	const { protocol, host, username, password } = new URL(value);
	return protocol === 'https:' && HOST.test(host) && !username && !password ? value : undefined;
}

/** Where the certificate stands that an envelope is said to be signed by. */
export function certificateUrl(request: WebhookRequest): string | undefined {
	const url = snsUrl(envelopeOf(request).SigningCertURL);
	return url && new URL(url).pathname.endsWith('.pem') ? url : undefined;
}

/**
 * Whether SNS has signed an envelope. It signs for every topic of every account, so this alone does not say whose it is.
 *
 * @param certificate PEM, from `certificateUrl`.
 */
export function isSignedBySns(request: WebhookRequest, certificate: string | undefined): boolean {
	const envelope = envelopeOf(request);
	const algorithm = ALGORITHMS.get(envelope.SignatureVersion);
	const signature = typeof envelope.Signature === 'string' ? envelope.Signature : '';
	const bytes = Buffer.from(signature, 'base64');
	if (!certificate || !algorithm || !certificateUrl(request)) return false;
	if (signature === '' || bytes.toString('base64') !== signature) return false; // Buffer skips what is no base64
	const names = envelope.Type === 'Notification' ? SIGNED_OF_NOTIFICATION : SIGNED_OF_CONFIRMATION;
	const present = names.filter((name) => envelope[name] !== undefined && envelope[name] !== null);
	if (present.some((name) => typeof envelope[name] !== 'string')) return false;
	const text = present.map((name) => `${name}\n${envelope[name] as string}\n`).join('');
	try {
		return verify(algorithm, Buffer.from(text), createPublicKey(certificate), bytes);
	} catch {
		return false; // the certificate is none
	}
}
