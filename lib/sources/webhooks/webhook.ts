import { createHmac, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type WebhookAnswer } from '../../carriers/carrier';
import { type OrderEvent } from '../../domain/order-event';
import { equalsSecretly } from '../../signature';
import { type WebhookRequest, type WireRequest, type WireResponse } from '../../wire';

/**
 * What shows that a webhook is the source's own: its signature, a secret that it puts into a header, or the secret in our URL
 * where it has neither.
 */
export type SourceProof = 'signature' | 'secret-header' | 'secret-url';

/** The fields of the credential, trimmed; those it has not are empty. */
export interface SourceConfig {
	/** Where the source's API is, without a slash at the end. */
	readonly baseUrl: string;
	/** The shop's id within the API. */
	readonly storeId: string;
	/** Of Shopify. */
	readonly apiVersion: string;
}

/** The source's API, with an account there. */
export interface SourceApi {
	readonly config: SourceConfig;
	/** Does one HTTP exchange, authorised by the credential. @throws CarrierError when no answer came. */
	exchange(request: WireRequest): Promise<WireResponse>;
}

/** One webhook as it is set up at the source. */
export interface Subscription {
	readonly id: string;
	readonly url: string;
}

/**
 * Setting up of webhooks through the source's API, of sources that call any number of URLs: ours is put beside those that are
 * there, which stay as they are.
 */
export interface Subscriptions {
	/** Every webhook that this account can see. @throws DomainError `bad-setting` as the source refuses it. */
	list(api: SourceApi): Promise<Subscription[]>;
	/** Has the source call `url` for all that we read, and sign with `secret` where it lets us choose one. */
	add(url: string, secret: string, api: SourceApi): Promise<void>;
	remove(id: string, api: SourceApi): Promise<void>;
}

/**
 * How a source's webhooks are received. Its payloads are read by the Source of the same id.
 *
 * Adding one: a file here, its line in index.ts, its vectors in test/sources/webhooks.
 */
export interface SourceWebhook {
	/** Of the Source. */
	readonly id: string;
	/**
	 * Whether the source has sent exactly this. False when it cannot tell: no signature, no secret, too old. Never throws.
	 * Undefined where only the secret in our URL proves it.
	 *
	 * @param secret as the operator entered it.
	 * @param document what stands at `proofUrl`; undefined where it could not be had.
	 */
	verify?(request: WebhookRequest, secret: string, document?: string): boolean;
	/** Where the keys stand that the proof needs; on the source's own hosts, or at the shop of the credential. */
	proofUrl?(request: WebhookRequest, config: SourceConfig): string | undefined;
	/** The answer to a handshake or ping, which says nothing of an order and so needs no proof. Undefined for all else. */
	answer?(request: WebhookRequest): WebhookAnswer | undefined;
	/** The sender's id of this delivery where it stands in a header; those in the body are read with the event. */
	noticeId?(request: WebhookRequest): string | undefined;
	readonly subscriptions?: Subscriptions | undefined;
	/** The call that completes an event without a phone; undefined where the event does not say which order it is. */
	lookUp?(event: OrderEvent, config: SourceConfig): WireRequest | undefined;
}

/** HMAC of the exact body, in the header that the source puts it into. */
export const signedBody =
	(header: string, encoding: 'base64' | 'hex', prefix = ''): NonNullable<SourceWebhook['verify']> =>
	({ headers, body }, secret) =>
		isSigned(headers[header], prefix + hmacOf('sha256', secret, body, encoding), secret);

/** Whether a signature is the expected one. Nothing is signed with an empty secret. */
export const isSigned = (given: string | undefined, expected: string, secret: string | Buffer): boolean =>
	Boolean(given) && secret.length > 0 && equalsSecretly(expected, (given as string).trim());

export const hmacOf = (
	algorithm: 'sha256' | 'sha512',
	secret: string | Buffer,
	message: string,
	encoding: 'base64' | 'hex',
): string => createHmac(algorithm, secret).update(message, 'utf8').digest(encoding);

/** The bytes of a secret that is written in hexadecimal; none for any other. */
export const bytesOfHex = (secret: string): Buffer =>
	/^([0-9a-f]{2})+$/i.test(secret) ? Buffer.from(secret, 'hex') : Buffer.alloc(0);

/** RSA-SHA256. False for what is no key and no signature. */
export function isSignedByKey(message: string, signature: Buffer, key: () => KeyObject | undefined): boolean {
	try {
		const publicKey = key();
		return (
			publicKey?.asymmetricKeyType === 'rsa' &&
			verify('RSA-SHA256', Buffer.from(message, 'utf8'), publicKey, signature)
		);
	} catch {
		return false;
	}
}

/** The key of that id in a JSON Web Key Set. @throws for what is none. */
export function keyIn(document: string | undefined, id: string): KeyObject | undefined {
	const { keys } = JSON.parse(document ?? '') as { keys: Array<Record<string, string>> };
	const key = keys.find(({ kid }) => kid === id);
	return key && createPublicKey({ key, format: 'jwk' });
}

/** Undefined for an event that does not name the call, or names one that leads elsewhere. */
export const getOrder = ({ lookupPath }: OrderEvent, baseUrl: string): WireRequest | undefined =>
	lookupPath && baseUrl && /^(\/[\w-]+(\.\w+)*)+$/.test(lookupPath)
		? { method: 'GET', url: baseUrl + lookupPath, headers: { accept: 'application/json' } }
		: undefined;
