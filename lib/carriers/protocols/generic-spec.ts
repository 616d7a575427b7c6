import { type DeliveryStatus, type FailureReason } from '../../domain/delivery';
import { type CarrierErrorCode } from '../../domain/errors';
import { type CarrierConfig, type OutboundSms, type WebhookAnswer } from '../carrier';
import { type Spots } from './generic-spots';

/** A gateway's protocol as data: how it takes texts, and how it hands over replies and receipts. Paths are those of generic-spots. */
export interface GatewaySpec {
	readonly send: SendSpec;
	readonly answer: AnswerSpec;
	readonly webhook: WebhookSpec;
	readonly acknowledgement: WebhookAnswer;
}

export interface SendSpec {
	readonly method: 'GET' | 'POST';
	/** Behind the base URL. Like all that follows, it may have placeholders (generic-template). */
	readonly path: string;
	readonly encoding: 'json' | 'form' | 'query';
	/** Names and values; for JSON also objects and lists. What has only empty placeholders in it is left out. */
	readonly fields: Readonly<Record<string, unknown>>;
	/** Lower-case names. */
	readonly headers?: Readonly<Record<string, string>> | undefined;
	/** Placeholders of this gateway alone. */
	readonly placeholders?: ((message: OutboundSms) => Readonly<Record<string, string>>) | undefined;
}

export interface AnswerSpec {
	/** From and to; without it 200 to 299. Others of the 2xx say nothing clear. */
	readonly statuses?: readonly [from: number, to: number] | undefined;
	/** A condition that says "taken"; false means refused, and nothing at its place unclear. */
	readonly success?: string | undefined;
	/** Without it the gateway has no ids: ours is the text's. */
	readonly id?: Spots | undefined;
	readonly segments?: Spots | undefined;
	readonly price?: Spots | undefined;
	readonly currency?: Spots | undefined;
	readonly errorCode?: Spots | undefined;
	readonly errorMessage?: Spots | undefined;
	/** An answer with a message but without a code has the HTTP status as its code. */
	readonly statusIsCode?: true | undefined;
	/** By code, or by HTTP status as "http409". */
	readonly errors: Readonly<Record<string, CarrierErrorCode>>;
	readonly reasons?: Readonly<Record<string, FailureReason>> | undefined;
}

export interface StatusMeaning {
	readonly status: DeliveryStatus;
	readonly isFinal: boolean;
	/** Where the status alone says why. */
	readonly reason?: FailureReason | undefined;
}

export interface WebhookSpec {
	/** Where the list stands when one webhook brings several. */
	readonly items?: string | undefined;
	/** Conditions that tell receipts and replies apart. With neither, what has a status is a receipt. */
	readonly receiptWhen?: string | undefined;
	readonly replyWhen?: string | undefined;
	readonly receipt: ReceiptSpec;
	/** Undefined: the gateway hands over no texts. */
	readonly reply?: ReplySpec | undefined;
	/** Of times without a zone: "+05:30". UTC without it. */
	readonly utcOffset?: string | undefined;
	/** ISO 3166-1 alpha-2: numbers of replies without a country code are of this country. */
	readonly country?: string | undefined;
}

export interface ReceiptSpec {
	readonly id?: Spots | undefined;
	readonly eventId?: Spots | undefined;
	/** Our own id, as the gateway repeats it. */
	readonly ref?: Spots | undefined;
	/** The first of which the word is known. */
	readonly status: Spots;
	readonly statuses: Readonly<Record<string, StatusMeaning>>;
	readonly code?: Spots | undefined;
	readonly reasons?: Readonly<Record<string, FailureReason>> | undefined;
	readonly to?: Spots | undefined;
	readonly from?: Spots | undefined;
	readonly segments?: Spots | undefined;
	readonly price?: Spots | undefined;
	readonly currency?: Spots | undefined;
	readonly time?: Spots | undefined;
	/** What names the part, where the condition holds: then each part of a long text is reported on its own. */
	readonly part?: { readonly id: Spots; readonly when: string } | undefined;
}

export interface ReplySpec {
	readonly id?: Spots | undefined;
	readonly eventId?: Spots | undefined;
	readonly from: Spots;
	readonly to: Spots;
	readonly text: Spots;
	/** Text that is UTF-16 in hexadecimal digits, where the condition holds. */
	readonly hex?: { readonly at: Spots; readonly when: string } | undefined;
	readonly keyword?: Spots | undefined;
	readonly time?: Spots | undefined;
	/** The gateway may leave out who the text was sent to: then it is the account's own number. */
	readonly mayLackRecipient?: true | undefined;
}

/** How a gateway shows that a webhook is its own. */
export type GatewayProof =
	| { readonly kind: 'secret-url' }
	| { readonly kind: 'basic'; readonly webhookUser: string; readonly webhookPassword: string }
	| { readonly kind: 'header'; readonly name: string; readonly value: string }
	| HmacProof;

export interface HmacProof {
	readonly kind: 'hmac';
	readonly algorithm: 'sha1' | 'sha256' | 'sha512';
	readonly encoding: 'hex' | 'base64';
	/** Empty: nothing is proven. */
	readonly secret: string;
	/** What is signed: {url} {method} {body} {timestamp} {nonce} {md5_body} {sha256_body} {sha256_body_bytes}, and \n for a new line. */
	readonly pattern: string;
	/** The header with the signature, and what stands before it there, e.g. "sha256=". */
	readonly header: string;
	readonly prefix?: string | undefined;
	readonly timestampHeader?: string | undefined;
	readonly nonceHeader?: string | undefined;
	/** Seconds; 0 or undefined: of any age. */
	readonly windowSeconds?: number | undefined;
}

export interface GatewayConfig extends CarrierConfig {
	/** {{account}} in paths and fields: an account's or device's id. */
	readonly account: string;
	readonly proof: GatewayProof;
}
