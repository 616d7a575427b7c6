import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
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
	/** Pictures, where `capabilities.mms`; public URLs. Empty or undefined: an SMS. */
	readonly mediaUrls?: readonly string[] | undefined;
	/** Our id of the text, for carriers that repeat it in their reports (`CarrierReceipt.clientRef`). */
	readonly ref?: string | undefined;
	/** India's registration of the text, where `capabilities.dlt`. */
	readonly dlt?:
		| { readonly entityId: string; readonly templateId: string; readonly header?: string | undefined }
		| undefined;
}

/** What a carrier can do beyond sending a text: nodes hide the rest, and documentation lists it. */
export interface CarrierCapabilities {
	/** Sends pictures. */
	readonly mms: boolean;
	/** Takes India's entity and template ids with a text. */
	readonly dlt: boolean;
	/** Says what a text costs when it takes it. */
	readonly priceInResponse: boolean;
	/** Takes a time to send at. Our own outbox does not need it. */
	readonly scheduling: boolean;
	/** Reports on texts by webhook. */
	readonly receipts: boolean;
	/** Hands over texts from customers. */
	readonly replies: boolean;
	/** Can prove that its webhooks are its own. Where it cannot, a secret in our URL does, and the operator is told so. */
	readonly signsWebhooks: boolean;
	/** Its errors or reports tell that a recipient has opted out with it. */
	readonly tellsOptOuts: boolean;
}

/** A text of which nobody knows whether it left. */
export interface UncertainSms {
	/** E.164. */
	readonly to: string;
	/** As in OutboundSms. */
	readonly from: string;
	readonly text: string;
	/** It was about to be sent between these moments. */
	readonly sentAfter: Date;
	readonly sentBefore: Date;
	/** Carrier ids of texts of ours to this phone that are not this one. */
	readonly otherIds: readonly string[];
}

/**
 * Asks the carrier whether it has a text. Undefined in {@link Carrier} where it has no such API.
 *
 * @returns the receipt when it has; null when it provably has not (its list is complete for that time).
 * @throws CarrierError when it cannot be told now.
 */
export type LookUpSent<Config extends CarrierConfig> = (
	text: UncertainSms,
	config: Config,
	exchange: Exchange,
) => Promise<SendReceipt | null>;

/** The carrier took the text. That is not delivery yet. */
export interface SendReceipt {
	/** The carrier's id, by which its receipts name the text. */
	readonly id: string;
	readonly status: 'queued' | 'sent';
	/** As billed; undefined when the carrier does not say at this point. */
	readonly segments?: number | undefined;
	readonly price?: { readonly amount: string; readonly currency?: string | undefined } | undefined;
	/** The ids of the further parts, where a carrier gives each part of a long text its own. */
	readonly otherIds?: readonly string[] | undefined;
	/** `OutboundSms.ref`, as the carrier repeats it. */
	readonly clientRef?: string | undefined;
}

/** A text from a customer. A notice that somebody opted out with the carrier is one too: "STOP", `handledByCarrier`. */
export interface CarrierReply {
	readonly kind: 'reply';
	readonly id: string;
	/** The carrier's id of this notice, the same each time it is sent; undefined where it has none. */
	readonly eventId?: string | undefined;
	readonly from: string;
	readonly to: string;
	/** Empty for one that has no text. */
	readonly text: string;
	/** A text that is no text but bytes, in the carrier's words. */
	readonly binary?: { readonly data: string; readonly udh?: string | undefined } | undefined;
	/** The word that the carrier took for a keyword. */
	readonly keyword?: string | undefined;
	/** `OutboundSms.ref` of the text that it answers, where the carrier tells. */
	readonly clientRef?: string | undefined;
	readonly segments?: number | undefined;
	readonly media: ReadonlyArray<{ readonly url: string; readonly contentType?: string | undefined }>;
	/** ISO 8601, where the carrier gives it. */
	readonly at?: string | undefined;
	/** The carrier has already acted on a keyword (blocked or re-opened the number, answered it). */
	readonly handledByCarrier?: 'opt-out' | 'opt-in' | 'help' | undefined;
	/**
	 * Where the carrier hands a long text over in parts: which text it belongs to, its number (from 1) and how many there are.
	 * `group` is the text's id with us, so it is not used again: a carrier's reference of one byte is not enough.
	 */
	readonly part?: { readonly group: string; readonly number: number; readonly total: number } | undefined;
}

/** The carrier's report on a text of ours. */
export interface CarrierReceipt {
	readonly kind: 'receipt';
	readonly id: string;
	/** The carrier's id of this notice, the same each time it is sent; undefined where it has none. */
	readonly eventId?: string | undefined;
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
	/** `OutboundSms.ref`, as the carrier repeats it. */
	readonly clientRef?: string | undefined;
	/**
	 * Where the carrier reports on each part of a long text: which part it is, and how many there are, undefined where it does not say.
	 * `id` is then the whole text's, or the part's own.
	 */
	readonly part?: { readonly id: string; readonly total?: number | undefined } | undefined;
	/** Everything that was given along with the text, where that is more than a reference. */
	readonly context?: Readonly<Record<string, string>> | undefined;
}

/** The carrier asks whether the URL is ours, before it sends anything. One of the two is done, then nothing else. */
export interface CarrierHandshake {
	readonly kind: 'handshake';
	/** What it wants to hear. */
	readonly answer?: WebhookAnswer | undefined;
	/** What it wants to see visited; the adapter has checked that it is an https URL of the carrier's own hosts. */
	readonly visit?: string | undefined;
}

/** The answer to a webhook. */
export interface WebhookAnswer {
	/** 200 unless it says otherwise. */
	readonly status?: number | undefined;
	readonly contentType: string;
	readonly body: string;
}

/** A webhook that brings nothing for us, and why. */
export interface CarrierIgnored {
	readonly kind: 'ignored';
	readonly reason: string;
}

export type CarrierEvent = CarrierReply | CarrierReceipt | CarrierHandshake | CarrierIgnored;

/** What shows that a webhook is the carrier's: its signature or password, the secret in our URL, or both of them. */
export type WebhookProof = 'signature' | 'secret-url' | 'both';

/**
 * Does one HTTP exchange, authorised by the credential.
 * @throws CarrierError `unavailable` when the request provably did not leave, `outcome-unknown` when it may have.
 */
export type Exchange = (request: WireRequest) => Promise<WireResponse>;

/** Where the replies to a sender go, as it stands at the carrier. */
export interface InboundSetting {
	/** Stable key of what holds the setting, e.g. "twilio PN…": senders that share a setting have the same place. */
	readonly place: string;
	/** The place, for the operator: "number +14***00", "Messaging Service MG…", "messaging profile …". */
	readonly label: string;
	/** Where replies really go; empty when that is nowhere, or something else than a URL (an application, a setting of each number). */
	readonly url: string;
	/** What has to be put back along with the URL (method, application, …), in the carrier's words. */
	readonly rest: Readonly<Record<string, string>>;
}

/**
 * Registration of the webhook for replies through the carrier's API. To register: `read`, keep the result, then `write` it
 * with our URL and an empty `rest`. To restore: `write` what was kept.
 */
export interface InboundRegistration<Config extends CarrierConfig> {
	/**
	 * @param sender As in OutboundSms.from.
	 * @throws CarrierError `bad-config`, with a way out, when the sender is not of this account, cannot receive texts, or is
	 * handled elsewhere; else what the exchange or the carrier's refusal means.
	 */
	read(sender: string, config: Config, exchange: Exchange): Promise<InboundSetting>;
	/**
	 * Sets `url` and `rest` exactly; what `rest` leaves out becomes what our webhook needs (POST, nothing that shadows the
	 * URL). The same twice is the same, so it may be repeated after any error. @throws CarrierError
	 */
	write(setting: InboundSetting, config: Config, exchange: Exchange): Promise<void>;
}

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
	readonly capabilities: CarrierCapabilities;
	/**
	 * The adapter as this credential makes it, where more depends on the credential than `Config` can say: the protocol itself, or
	 * the account's own number. It is used in the place of this one. @throws CarrierError `bad-config`
	 */
	describedBy?(credentials: Readonly<Record<string, unknown>>): Carrier<Config>;
	/** Reads the credential's fields. @throws CarrierError `bad-config` saying which field is missing or malformed. */
	readConfig(credentials: Readonly<Record<string, unknown>>): Config;
	buildSend(message: OutboundSms, config: Config): WireRequest;
	/**
	 * A 2xx with a failure inside is a failure. @throws CarrierError
	 *
	 * @param message what was sent, for carriers that give texts no id: its `ref` is the id then.
	 */
	parseSend(response: WireResponse, message?: OutboundSms): SendReceipt;
	/**
	 * False when it cannot verify: no signature, no key, stale; so always false for a carrier that signs nothing. Never throws.
	 *
	 * @param document what stands at `proofUrl`; undefined where there is none, or it could not be had.
	 */
	verifyWebhook(request: WebhookRequest, config: Config, document?: string): boolean;
	/**
	 * Where the document stands that the proof needs (a certificate), by what the unproven request says: so only a URL of the
	 * carrier's own hosts, else undefined. It is fetched once and kept.
	 */
	proofUrl?(request: WebhookRequest): string | undefined;
	/** What proves the webhooks of this account. Undefined: the signature where `signsWebhooks`, else the secret in our URL. */
	proofBy?(config: Config): WebhookProof;
	/** Called after verification. Never throws: what it cannot read is ignored, with the reason. */
	parseWebhook(request: WebhookRequest): CarrierEvent[];
	/** Its webhooks write whole numbers without their plus: "14155550123". */
	readonly numbersLackPlus?: true | undefined;
	/** What a webhook wants as answer when we have taken what it brings. */
	readonly acknowledgement: WebhookAnswer;
	/** The status for a webhook that is not proven, where the carrier tries again by another than 401. */
	readonly refusalStatus?: number | undefined;
	/** Undefined where the carrier has no API for it: the operator enters the URL by hand. */
	readonly inbound?: InboundRegistration<Config> | undefined;
	/** Undefined where the carrier has no list of sent texts that can be asked. */
	lookUp?(...asked: Parameters<LookUpSent<Config>>): ReturnType<LookUpSent<Config>>;
}

/** A number of a webhook with the plus that its carrier leaves out. Short codes, names and everything else stay. */
export const wholeNumber = ({ numbersLackPlus }: Pick<Carrier, 'numbersLackPlus'>, number: string): string =>
	numbersLackPlus && /^[1-9]\d{8,14}$/.test(number) ? `+${number}` : number;

/** What proves the webhooks of an account. */
export const proofOf = <Config extends CarrierConfig>(
	{ proofBy, capabilities }: Pick<Carrier<Config>, 'proofBy' | 'capabilities'>,
	config: Config,
): WebhookProof => proofBy?.(config) ?? (capabilities.signsWebhooks ? 'signature' : 'secret-url');
