// What the sandbox asks of a carrier's twin, and what a twin may use. A twin speaks the carrier's words; everything that
// all carriers share (faults, the way of a text through its statuses, the delivery of webhooks) lies outside of it.
import { type CarrierId } from './accounts';
import { type Chance } from './chance';
import { type Answer, type ApiRequest } from './http';
import { type Keyword, type OptOuts } from './opt-outs';
import { type SandboxMessage } from './store';
import { type WebhookCall } from './webhooks';

/** A text that the carrier is ready to accept. */
export interface SendOrder {
	readonly phone: string;
	readonly sender: string;
	readonly pool: string | null;
	readonly text: string;
	readonly media: readonly string[];
	readonly receiptUrls: readonly string[];
	/** When to send it; null for now. */
	readonly sendAt: number | null;
}

/** A number or pool of numbers whose inbound texts go to one URL. */
export interface InboundTarget {
	readonly carrier: CarrierId;
	/** A phone number, a Messaging Service SID or a messaging profile id. */
	readonly target: string;
	readonly label: string;
	readonly url: string | null;
}

export interface InboundOptions {
	/** What the carrier made of the text, where it handles keywords by itself. */
	readonly keyword: Keyword | null;
	/** Signed with a stranger's key. */
	readonly forged: boolean;
}

export interface CarrierTwin {
	readonly id: CarrierId;
	readonly label: string;
	/** The host names that stand for this carrier when the path has no prefix. */
	readonly hosts: readonly string[];

	/** Whether a request asks to send a text: faults and latency strike only these. */
	isSend(request: ApiRequest): boolean;
	/** What a request to send asks for, or the carrier's refusal. */
	readSend(request: ApiRequest): SendOrder | Answer;
	newMessageId(order: SendOrder): string;
	/** The status in which the carrier answers for a text it accepted. */
	firstStatus(order: SendOrder): 'accepted' | 'queued' | 'scheduled';
	accepted(message: SandboxMessage): Answer;
	throttled(retryAfterSeconds: number): Answer;
	broken(): Answer;
	/** Every request but sends. */
	answer(request: ApiRequest): Answer;

	/** The error code of a delivery that fails with no code asked for. */
	readonly usualFailure: Readonly<Record<'undelivered' | 'failed', string>>;
	/** The receipt for the status that the message has. */
	receipt(message: SandboxMessage, forged: boolean): WebhookCall;

	/** The URL that inbound texts to this number go to, with what else the carrier knows; null when none is set. */
	inbound(message: SandboxMessage, options: InboundOptions): WebhookCall | null;
	/** The texts that the answer to an inbound webhook asks to send back. */
	repliesIn(contentType: string, body: string): string[];
	inboundTargets(): InboundTarget[];
	/** False when there is no such target. */
	setInboundUrl(target: string, url: string | null): boolean;
	/** The pool that an own number belongs to. */
	poolOf(sender: string): string | null;

	/** The keyword that a text consists of, by the carrier's own list. */
	keywordIn(text: string): Keyword | null;
	/** What a STOP to this number blocks. */
	optOutScope(sender: string): string;
	/** What the carrier itself answers to a keyword. */
	keywordAnswer(keyword: Keyword): string;

	/** Sets the account's settings back to how they were seeded. */
	resetAccount(): void;
}

/** What twins are made from. */
export interface TwinParts {
	readonly now: () => number;
	readonly chance: Chance;
	readonly optOuts: OptOuts;
	readonly messages: {
		get(id: string): SandboxMessage | undefined;
		newestFirst(): Generator<SandboxMessage>;
	};
	/** Cancels a text that waits for its time; false when it is too late. */
	readonly cancel: (message: SandboxMessage) => boolean;
	/** Removes the content of a text. */
	readonly redact: (message: SandboxMessage) => void;
	/** Where this sandbox is reached, without a slash at the end. */
	readonly publicUrl: () => string;
	readonly retryDelayMs: number;
}

export const isAnswer = (value: SendOrder | Answer): value is Answer => 'status' in value;

/** ITU-T E.164: a plus, no leading zero, up to 15 digits; shorter than 8 is nowhere a mobile number. */
export const isE164 = (number: string) => /^\+[1-9]\d{6,14}$/.test(number);

/** The number of a pool that a text to this phone comes from: one of the same country where there is one. */
export function pickFromPool<T extends { readonly number: string }>(pool: readonly T[], phone: string): T | undefined {
	const country = phone.startsWith('+1') ? '+1' : phone.slice(0, 3);
	return pool.find(({ number }) => number.startsWith(country)) ?? pool[0];
}
