// The cases that a carrier brings to the contract suite.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Carrier, type CarrierConfig, type CarrierEvent } from '../../lib/carriers/carrier';
import { type CarrierErrorCode } from '../../lib/domain/errors';
import { type SenderKind } from '../../lib/domain/sender';
import { type WebhookRequest, type WireRequest } from '../../lib/wire';

export interface CarrierCases<Config extends CarrierConfig> {
	readonly carrier: Carrier<Config>;
	/** A whole credential, with every field filled in. */
	readonly credentials: Readonly<Record<string, unknown>>;
	/** Values in it that nobody may read anywhere. */
	readonly secrets: readonly string[];
	/** Credentials that cannot work, and the field that the message names. */
	readonly unusable: ReadonlyArray<readonly [what: string, change: Record<string, unknown>, names: RegExp]>;
	/** One of each kind that `limits.senders` has. */
	readonly senders: Readonly<Partial<Record<SenderKind, string>>>;
	/** Where the carrier takes texts, by its documentation; without the query where that holds the text. */
	readonly endpoint: string;
	/** POST unless it says otherwise. */
	readonly method?: string;
	/** What stands in the request, read back the way the carrier does; numbers in E.164. */
	readSend(request: WireRequest): { to: unknown; from: unknown; text: unknown; receiptUrl: unknown };
	/** Undefined for a carrier that signs nothing. */
	readonly proof?: Proof;
	/** Answers, webhooks and tests of the contract that the carrier has not, by their names, each with the reason. */
	readonly lacks?: Readonly<Record<string, string>>;
	/** HTTP statuses that mean something else here than elsewhere, by the carrier's documentation. */
	readonly statuses?: Readonly<Record<number, CarrierErrorCode>>;
	/** The fixtures' folder; the carrier's id unless it says otherwise. */
	readonly folder?: string;
	/** The files with the tables of codes, below lib/carriers; the adapter's own unless it says otherwise. */
	readonly tables?: readonly string[];
}

export interface Proof {
	/** The same request with the headers by which the carrier proves that it is its own. */
	sign(request: WebhookRequest, key: string): WebhookRequest;
	/** Fields of the credential that hold the key to verify with. */
	credentialsFor(key: string): Record<string, unknown>;
	readonly key: string;
	readonly otherKey: string;
	/** The header with the signature; where it stands elsewhere, `signatureOf` and `withSignature` find it. */
	readonly header: string;
	signatureOf?(signed: WebhookRequest): string;
	withSignature?(signed: WebhookRequest, signature: string): WebhookRequest;
	/** Hex, whose letters count the same in either case. */
	readonly isCaseless?: boolean;
	/** False for a name and a password, or a signature over less than the body. */
	readonly signsBody?: boolean;
	/** The document that the proof needs, e.g. a certificate. */
	readonly document?: string;
	/** Whether old webhooks are told by their age; how long they are good, in seconds. */
	readonly windowSeconds?: number;
	/** Whether the key is a secret that both sides share: then anybody can sign with an empty one. */
	readonly isSharedSecret: boolean;
	/** Whether the URL is signed too. */
	readonly signsUrl: boolean;
}

export interface AnswerCase {
	readonly name: string;
	readonly status: number;
	readonly headers?: Record<string, string>;
	/** Sent as JSON, a string as it is. */
	readonly body: unknown;
	readonly receipt?: object;
	readonly error?: { readonly code: CarrierErrorCode; readonly details: object };
}

export interface WebhookCase {
	readonly name: string;
	readonly method?: string;
	readonly query?: string;
	readonly headers: Record<string, string>;
	readonly body: string;
	/** Without the reasons of what is ignored. */
	readonly events: readonly CarrierEvent[];
}

export interface Codes {
	readonly errors: Readonly<Record<string, CarrierErrorCode>>;
	readonly reasons: Readonly<Record<string, string>>;
	readonly statuses: Readonly<Record<string, readonly [status: string, isFinal: boolean]>>;
	/**
	 * Where the words of the tables stand, as STATUS and CODE, in the body or the query. By default "delivered" is replaced in
	 * the case "receipt", and the code of "receipt of a failure" there.
	 */
	readonly receipt?: Pick<WebhookCase, 'method' | 'query' | 'headers' | 'body'>;
	readonly failure?: Pick<WebhookCase, 'method' | 'query' | 'headers' | 'body'>;
}

export const textOfBody = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

export const NOW = new Date('2026-11-22T10:00:00Z');
export const WEBHOOK_URL = 'https://n8n.example.com/webhook/3c1f/sms';

export const webhookOf = ({
	method = 'POST',
	query,
	headers,
	body,
}: Omit<WebhookCase, 'name' | 'events'>): WebhookRequest => ({
	method,
	url: query === undefined ? WEBHOOK_URL : `${WEBHOOK_URL}?${query}`,
	headers,
	body,
	receivedAt: NOW,
});

export function fixtures<T>(id: string, name: 'answers' | 'codes' | 'webhooks'): T {
	return JSON.parse(readFileSync(join(__dirname, 'fixtures', id, `${name}.json`), 'utf8')) as T;
}
