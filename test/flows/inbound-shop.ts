import { DEFAULT_JOIN_SETTINGS } from '../../lib/flows/opt-in-by-reply';
// A shop with a real ledger whose customers answer: what comes in by webhook, what goes out through its carrier.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ANSWERED } from '../../lib/domain/choose-answer';
import { CarrierError } from '../../lib/domain/errors';
import { EMPTY_EVENT, type OrderEvent } from '../../lib/domain/order-event';
import { TEXTED_STAGES } from '../../lib/domain/stages';
import { type HandledReply, type ReplySettings, sendAnswer } from '../../lib/flows/handle-reply';
import { type Received, receiveWebhook } from '../../lib/flows/receive-webhook';
import { type SendingDeps, type SendResult } from '../../lib/flows/send-claimed';
import { type OrderUpdateSettings, sendOrderUpdate, type SentUpdate } from '../../lib/flows/send-order-update';
import { type Ledger } from '../../lib/ledger/ledger';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { type WebhookRequest, type WireRequest, type WireResponse } from '../../lib/wire';
import {
	INBOUND_CARRIERS,
	type InboundCarrier,
	type InboundCarrierId,
	RECEIPT_URL,
	type ReceiptFields,
	REPLY_URL,
	type ReplyFields,
} from './inbound-carriers';

export const START = new Date('2026-11-22T10:00:00Z');
export const MARIA = '+14155550123';
export const TOM = '+14155550177';

export const PROFILE: ReplySettings['profile'] = {
	key: 'default',
	brand: 'Acme',
	supportPhone: '+1 415 555 0190',
	timeZone: 'Etc/UTC',
	optOutScope: 'everything',
};

export const replySettings = (more: Partial<ReplySettings> = {}): ReplySettings => ({
	profile: PROFILE,
	ownWords: {},
	keywordRules: [],
	answered: new Set(ANSWERED),
	ownAnswers: [],
	smartEncoding: true,
	maxSegments: 3,
	joins: [],
	optIn: DEFAULT_JOIN_SETTINGS,
	handedOn: new Set(['opt-out', 'help', 'opt-in', 'answer', 'order-question', 'keyword', 'other'] as const),
	...more,
});

export const orderEvent = (more: Partial<OrderEvent> & { phone?: string } = {}): OrderEvent => ({
	...EMPTY_EVENT,
	source: 'shopify',
	fromShop: true,
	stage: 'confirmed',
	stageEvidence: 'a test',
	orderNumber: '#1001',
	firstName: 'Maria',
	phones: [{ raw: more.phone ?? MARIA, path: 'phone' }],
	country: 'US',
	language: 'en',
	...more,
});

export interface Heard extends HandledReply {
	/** What became of the automatic answer; undefined when there was none to send. */
	readonly result: SendResult | undefined;
	/** The answer that was sent; undefined when none was. */
	readonly answer: string | undefined;
}

export class InboundShop {
	readonly of: InboundCarrier;
	ledger!: Ledger;
	requests: WireRequest[] = [];
	/** What happens to the next text at the carrier. */
	next: 'accepted' | 'opted out' | 'lost' = 'accepted';
	now = START;
	private ids = 0;
	private readonly folder = mkdtempSync(join(tmpdir(), 'shop-'));

	private constructor(id: InboundCarrierId) {
		this.of = INBOUND_CARRIERS[id];
	}

	static async open(id: InboundCarrierId): Promise<InboundShop> {
		const shop = new InboundShop(id);
		shop.ledger = await openSqliteLedger(join(shop.folder, 'ledger.sqlite'), START);
		return shop;
	}

	async close(): Promise<void> {
		await this.ledger.close();
		rmSync(this.folder, { recursive: true });
	}

	deps(): SendingDeps {
		return {
			ledger: this.ledger,
			carrier: this.of.carrier,
			config: this.of.config,
			receiptUrl: RECEIPT_URL,
			exchange: (request) => this.exchange(request),
			wait: () => Promise.resolve(),
			newId: () => `id-${++this.ids}`,
			chance: () => 0,
			now: () => this.now,
		};
	}

	private async exchange(request: WireRequest): Promise<WireResponse> {
		this.requests.push(request);
		const [what, id] = [this.next, `out-${this.requests.length}`];
		this.next = 'accepted';
		if (what === 'lost') throw new CarrierError('outcome-unknown', 'cut');
		const { status, body } = what === 'opted out' ? this.of.optedOut : { status: 200, body: this.of.accepted(id) };
		return await Promise.resolve({ status, headers: {}, body: JSON.stringify(body), receivedAt: this.now });
	}

	after(hours: number): void {
		this.now = new Date(this.now.getTime() + hours * 3_600_000);
	}

	get texts(): string[] {
		return this.requests.map((request) => this.of.textOf(request));
	}

	webhook(body: string, url = REPLY_URL): WebhookRequest {
		const headers = { 'content-type': this.of.contentType };
		return { method: 'POST', url, headers, body, receivedAt: this.now };
	}

	/** What the node does with a webhook: nothing unless it is proven. */
	async receive(request: WebhookRequest, settings = replySettings()): Promise<Received | 'refused'> {
		if (!this.of.carrier.verifyWebhook(request, this.of.config)) return 'refused';
		return await receiveWebhook(request, settings, this.deps());
	}

	/** A customer writes. */
	async hear(text: string, more: Partial<ReplyFields> = {}, settings = replySettings()): Promise<Heard> {
		const body = this.of.reply({ id: `in-${++this.ids}`, from: MARIA, text, ...more });
		const received = await this.receive(this.of.sign(this.webhook(body)), settings);
		if (received === 'refused') throw new Error('A signed webhook was refused');
		const [handled] = received.replies;
		if (!handled) throw new Error(`No reply came of it: ${received.ignored.join()}`);
		const before = this.requests.length;
		const result = await sendAnswer(handled, this.deps());
		return { ...handled, result, answer: this.texts[before] };
	}

	/** The carrier reports, to the URL that it was given with the text, or to another. */
	async report(fields: ReceiptFields, url = RECEIPT_URL): Promise<Received | 'refused'> {
		return await this.receive(this.of.sign(this.webhook(this.of.receipt(fields), url)));
	}

	/** Something happens to an order. */
	async tell(event: OrderEvent, more: Partial<OrderUpdateSettings> = {}): Promise<SentUpdate> {
		const settings: OrderUpdateSettings = {
			profile: PROFILE,
			ownTexts: [],
			stagesToText: TEXTED_STAGES,
			smartEncoding: true,
			maxSegments: 3,
			whenUnknown: 'hold',
			whenDead: 'skip',
			sender: '+14155550100',
			now: this.now,
			...more,
		};
		return await sendOrderUpdate(event, settings, this.deps());
	}

	/** Which rule kept the next text about an order from being sent; 'sent' when none did. */
	async ruleFor(event: OrderEvent, more: Partial<OrderUpdateSettings> = {}): Promise<string> {
		const { decision } = await this.tell(event, more);
		return decision.action === 'skip' ? decision.rule : 'sent';
	}

	/** Every row of every table. */
	dump(): unknown {
		const database = new DatabaseSync(join(this.folder, 'ledger.sqlite'));
		const tables = database.prepare(`select name from sqlite_master where type = 'table' order by name`).all();
		const rows = tables.map(({ name }) => [name, database.prepare(`select * from ${String(name)}`).all()]);
		database.close();
		return Object.fromEntries(rows);
	}
}
