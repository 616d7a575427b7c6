// The texts that passed through the sandbox: the newest few thousand, found by id in O(1), with one summary per phone.
import { type Encoding } from '../lib/domain/segments';
import { type CarrierId } from './accounts';
import { type WebhookReport } from './webhooks';

export type MessageStatus =
	| 'accepted' // taken over; a Messaging Service has yet to choose the sender
	| 'queued'
	| 'scheduled'
	| 'sent'
	| 'delivered'
	| 'undelivered' // the phone's operator could not deliver
	| 'failed' // the carrier itself could not send
	| 'canceled'
	| 'received';

export interface MessageDraft {
	readonly id: string;
	readonly carrier: CarrierId;
	/** Outbound goes to the customer's phone, inbound comes from it. */
	readonly direction: 'outbound' | 'inbound';
	/** Who wrote it: the shop through the API, the customer, the answer to a webhook, or the carrier by itself. */
	readonly origin: 'api' | 'customer' | 'webhook-answer' | 'carrier';
	/** The customer's phone. */
	readonly phone: string;
	/** The shop's side of the conversation: a number, a short code or a name. */
	readonly sender: string;
	/** The Messaging Service or messaging profile that the text went through, if it did. */
	readonly pool: string | null;
	readonly text: string;
	readonly media: readonly string[];
	readonly encoding: Encoding;
	readonly segments: number;
	readonly status: MessageStatus;
	/** Where receipts go: the URL and, at carriers that have one, the failover URL. */
	readonly receiptUrls: readonly string[];
}

export interface SandboxMessage extends MessageDraft {
	readonly status: MessageStatus;
	/** The carrier's code where delivery failed. */
	readonly errorCode: string | null;
	/** What became of handing an inbound text to the workflow; null for outbound texts. */
	readonly webhook: WebhookReport | null;
	/** The order of arrival: grows with every message, and never changes. */
	readonly number: number;
	readonly createdAt: number;
	readonly sentAt: number | null;
	readonly finalAt: number | null;
	readonly updatedAt: number;
	/** Grows with every change of any message. */
	readonly revision: number;
}

export type MessageChange = Partial<
	Pick<SandboxMessage, 'status' | 'errorCode' | 'webhook' | 'sentAt' | 'finalAt' | 'text'>
>;

export interface PhoneSummary {
	readonly phone: string;
	readonly count: number;
	readonly last: SandboxMessage;
}

export interface Store {
	add(draft: MessageDraft): SandboxMessage;
	/** The message as it is after the change; a message that is no longer kept stays as it was. */
	update(id: string, change: MessageChange): SandboxMessage | undefined;
	get(id: string): SandboxMessage | undefined;
	newestFirst(): Generator<SandboxMessage>;
	/** Phones by their latest text, newest first. */
	phones(limit: number): PhoneSummary[];
	readonly phoneCount: number;
	readonly size: number;
	clear(): void;
	/** The one listener that hears of every new and changed message; undefined stands for a clear. */
	onChange(listener: (message: SandboxMessage | undefined) => void): void;
}

interface Phone {
	count: number;
	lastId: string;
}

export function createStore(capacity: number, now: () => number): Store {
	// A ring holds the ids in order of arrival; a Map alone would have to step over its own deleted entries to find the oldest.
	const ring: (string | undefined)[] = [];
	let head = 0;
	let revision = 0;
	let number = 0;
	const byId = new Map<string, SandboxMessage>();
	const phones = new Map<string, Phone>();
	let listener: (message: SandboxMessage | undefined) => void = () => {};

	function forget(id: string | undefined): void {
		const message = id === undefined ? undefined : byId.get(id);
		if (!message) return;
		byId.delete(message.id);
		const phone = phones.get(message.phone);
		if (phone && --phone.count === 0) phones.delete(message.phone);
	}

	function* newestFirst(): Generator<SandboxMessage> {
		for (let age = 1; age <= ring.length; age++) {
			const id = ring[(head - age + ring.length) % ring.length];
			const message = id === undefined ? undefined : byId.get(id);
			if (message) yield message;
		}
	}

	return {
		add(draft) {
			const at = now();
			const message: SandboxMessage = {
				...draft,
				errorCode: null,
				webhook: null,
				number: ++number,
				createdAt: at,
				sentAt: null,
				finalAt: null,
				updatedAt: at,
				revision: ++revision,
			};
			forget(ring[head]);
			ring[head] = message.id;
			head = (head + 1) % capacity;
			byId.set(message.id, message);
			const count = (phones.get(message.phone)?.count ?? 0) + 1;
			phones.delete(message.phone); // so that the Map's order is the order of the latest text
			phones.set(message.phone, { count, lastId: message.id });
			listener(message);
			return message;
		},
		update(id, change) {
			const before = byId.get(id);
			if (!before) return undefined;
			const message = { ...before, ...change, updatedAt: now(), revision: ++revision };
			byId.set(id, message);
			listener(message);
			return message;
		},
		get: (id) => byId.get(id),
		newestFirst,
		phones(limit) {
			const summaries: PhoneSummary[] = [];
			for (const [phone, { count, lastId }] of [...phones].slice(-limit).reverse()) {
				const last = byId.get(lastId);
				if (last) summaries.push({ phone, count, last });
			}
			return summaries;
		},
		get phoneCount() {
			return phones.size;
		},
		get size() {
			return byId.size;
		},
		clear() {
			ring.length = 0;
			head = 0;
			byId.clear();
			phones.clear();
			listener(undefined);
		},
		onChange(next) {
			listener = next;
		},
	};
}
