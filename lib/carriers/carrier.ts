import { type SenderKind } from '../domain/sender';
import { type WebhookRequest, type WireRequest, type WireResponse } from '../wire';

/** A text on its way out. */
export interface OutboundSms {
	/** E.164. */
	readonly to: string;
	/** What `limits.senders` allows; normalised. */
	readonly from: string;
	readonly text: string;
	/** Where the carrier reports what became of it; undefined when nobody listens. */
	readonly receiptUrl?: string | undefined;
}

/** The carrier took the text. That is not delivery yet. */
export interface SendReceipt {
	/** The carrier's id, by which its receipts name the text. */
	readonly id: string;
	readonly status: 'queued' | 'sent';
	/** As billed; undefined when the carrier does not say at this point. */
	readonly segments?: number | undefined;
	readonly price?: { readonly amount: string; readonly currency?: string | undefined } | undefined;
}

/** A text from a customer. */
export interface CarrierReply {
	readonly kind: 'reply';
	readonly id: string;
	readonly from: string;
	readonly to: string;
	readonly text: string;
	readonly segments?: number | undefined;
	readonly media: ReadonlyArray<{ readonly url: string; readonly contentType?: string | undefined }>;
	/** ISO 8601, where the carrier gives it. */
	readonly at?: string | undefined;
	/** The carrier has already acted on a keyword (blocked or re-opened the number, answered it). */
	readonly handledByCarrier?: 'opt-out' | 'opt-in' | 'help' | undefined;
}

/** `unknown` is final where `isFinal` says so: the carrier will never know. */
export type DeliveryStatus =
	| 'queued'
	| 'sent'
	| 'delivered'
	| 'undelivered'
	| 'failed'
	| 'expired'
	| 'rejected'
	| 'unknown';

/** The carrier's report on a text of ours. */
export interface CarrierReceipt {
	readonly kind: 'receipt';
	readonly id: string;
	readonly to?: string | undefined;
	readonly from?: string | undefined;
	readonly status: DeliveryStatus;
	readonly isFinal: boolean;
	/** The carrier's own code. */
	readonly errorCode?: string | undefined;
	readonly reason?: FailureReason | undefined;
	readonly segments?: number | undefined;
	readonly price?: { readonly amount: string; readonly currency?: string | undefined } | undefined;
	readonly at?: string | undefined;
}

export type FailureReason =
	| 'opted_out'
	| 'unreachable'
	| 'invalid_number'
	| 'landline'
	| 'blocked'
	| 'spam'
	| 'expired'
	| 'throttled'
	| 'unregistered'
	| 'no_credit'
	| 'unknown';

/** A webhook that brings nothing for us, and why. */
export interface CarrierIgnored {
	readonly kind: 'ignored';
	readonly reason: string;
}

export type CarrierEvent = CarrierReply | CarrierReceipt | CarrierIgnored;

/** Fields that every carrier credential has. */
export interface CarrierConfig {
	/** Origin (and path prefix) of the carrier's API, without a slash at the end. */
	readonly baseUrl: string;
}

/**
 * An SMS carrier: its requests, answers, errors and webhooks, without any input or output of its own. Authorisation is added
 * to a request by the credential, so no secret passes through `buildSend`.
 *
 * Adding one: see CONTRIBUTING.
 */
export interface Carrier<Config extends CarrierConfig = CarrierConfig> {
	/** Saved in workflows and in the ledger: never rename. */
	readonly id: string;
	readonly name: string;
	/** The credential type that authorises its requests. */
	readonly credential: string;
	readonly limits: {
		/** What may stand in "from". */
		readonly senders: readonly SenderKind[];
		/** Segments of the longest text it takes. */
		readonly maxSegments: number;
	};
	/** Reads the credential's fields. @throws CarrierError `bad-config` saying which field is missing or malformed. */
	readConfig(credentials: Readonly<Record<string, unknown>>): Config;
	buildSend(message: OutboundSms, config: Config): WireRequest;
	/** A 2xx with a failure inside is a failure. @throws CarrierError */
	parseSend(response: WireResponse): SendReceipt;
	/** False when it cannot verify: no signature, no key, stale. Never throws. */
	verifyWebhook(request: WebhookRequest, config: Config): boolean;
	/** Called after verification. Never throws: what it cannot read is ignored, with the reason. */
	parseWebhook(request: WebhookRequest): CarrierEvent[];
}
