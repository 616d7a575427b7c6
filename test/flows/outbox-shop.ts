// A shop whose texts wait in a real ledger, and a carrier that answers as it is told.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { twilio } from '../../lib/carriers/twilio';
import { CarrierError } from '../../lib/domain/errors';
import { type DrainSettings, type Drained, drainOutbox } from '../../lib/flows/drain-outbox';
import { type SendingDeps } from '../../lib/flows/send-claimed';
import { type Settled, settleStuck, type StuckSettings } from '../../lib/flows/settle-stuck';
import { type Campaign } from '../../lib/ledger/campaigns';
import { type Ledger } from '../../lib/ledger/ledger';
import { type PlannedText } from '../../lib/ledger/outbox';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { type WireResponse } from '../../lib/wire';
import { entry } from '../ledger/consent-fixtures';
import { hear } from '../ledger/inbound-fixtures';
import { plannedText } from '../ledger/outbox-fixtures';
import { newId } from '../ledger/sightings';

/** A Tuesday; noon where +1 212 is. */
export const NOON = new Date('2026-12-01T17:00:00Z');
export const PROFILE = { key: 'default', brand: 'Acme', timeZone: 'Etc/UTC', optOutScope: 'everything' } as const;
const ACCOUNT = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'token' };
const MINUTE_MS = 60_000;

/** What the carrier does with a text: takes it, or answers so. */
export type CarrierAnswer =
	| 'taken'
	/** Taken, and its answer is lost. */
	| 'taken, answer lost'
	/** Not taken, and its answer is lost. */
	| 'answer lost'
	| 'unreachable'
	| { readonly status: number; readonly code: number; readonly retryAfter?: number };

export const TOO_FAST = { status: 429, code: 20429 } as const;

export async function consent(ledger: Ledger, phones: readonly string[]): Promise<void> {
	for (let start = 0; start < phones.length; start += 500) {
		const entries = phones.slice(start, start + 500).map((phone) => entry({ phone, givenAt: new Date('2026-11-01T12:00:00Z') }));
		await ledger.recordConsents('default', entries, new Date('2026-11-01T12:00:00Z'));
	}
}

/** Offers to these phones, due now. */
export async function plan(
	ledger: Ledger,
	phones: readonly string[],
	{ name = 'Weekend sale', ...more }: Partial<PlannedText> & { name?: string } = {},
): Promise<Campaign> {
	const campaign = await ledger.openCampaign({ shop: 'default', name, kind: 'announcement', newId: newId() }, NOON);
	const texts = phones.map((to) =>
		plannedText({ to, key: to, dueAt: NOON, message: { purpose: 'marketing', recipient: { phone: to } }, ...more }),
	);
	for (let start = 0; start < texts.length; start += 500) await ledger.planTexts(campaign, texts.slice(start, start + 500), NOON);
	return campaign;
}

export class OutboxShop {
	ledger!: Ledger;
	/** It stands still, but for what is waited for. */
	now = NOON.getTime();
	/** What the carrier does with the next text; it is asked when the request has arrived. */
	answer: (to: string, text: string) => CarrierAnswer | Promise<CarrierAnswer> = () => 'taken';
	/** Texts that the carrier has taken, in their order. */
	readonly taken: Array<{ readonly to: string; readonly text: string; readonly id: string; readonly at: number }> = [];
	/** Requests to send that the carrier has got. */
	requests = 0;
	private readonly folder = mkdtempSync(join(tmpdir(), 'outbox-'));

	static async open(): Promise<OutboxShop> {
		const shop = new OutboxShop();
		shop.ledger = await openSqliteLedger(join(shop.folder, 'ledger.sqlite'), NOON);
		return shop;
	}

	async close(): Promise<void> {
		await this.ledger.close();
		rmSync(this.folder, { recursive: true });
	}

	deps(more: Partial<SendingDeps> = {}): SendingDeps {
		return {
			ledger: this.ledger,
			carrier: twilio,
			config: twilio.readConfig(ACCOUNT),
			exchange: async ({ method, body = '' }) => {
				if (method === 'GET') return this.respond(200, { messages: this.listed(), next_page_uri: null });
				const form = new URLSearchParams(body);
				const [to, text] = [form.get('To') ?? '', form.get('Body') ?? ''];
				this.requests++;
				const answer = await this.answer(to, text);
				if (answer === 'unreachable') throw new CarrierError('unavailable', 'Twilio could not be reached');
				if (typeof answer === 'object') {
					const { status, code, retryAfter } = answer;
					return this.respond(status, { code, message: 'No' }, retryAfter);
				}
				const id = `SM${String(this.requests).padStart(32, '0')}`;
				if (answer !== 'answer lost') this.taken.push({ to, text, id, at: this.now });
				if (answer !== 'taken') throw new CarrierError('outcome-unknown', 'The connection was lost');
				return this.respond(201, { sid: id, status: 'queued', num_segments: '1' });
			},
			wait: async (milliseconds) => {
				this.now += milliseconds;
				await new Promise((resolve) => setImmediate(resolve));
			},
			newId,
			chance: () => 0,
			now: () => new Date(this.now),
			...more,
		};
	}

	async drain(settings: Partial<DrainSettings> = {}, deps = this.deps()): Promise<Drained[]> {
		const drained: Drained[] = [];
		await drainOutbox({ profile: PROFILE, parallel: 10, ...settings }, deps, (one) => drained.push(one));
		return drained;
	}

	async settle(settings: Partial<StuckSettings> = {}, deps = this.deps()): Promise<Settled[]> {
		const settled: Settled[] = [];
		await settleStuck({ shop: 'default', whenUnclear: 'hold', ...settings }, deps, (one) => settled.push(one));
		return settled;
	}

	pass(minutes: number): void {
		this.now += minutes * MINUTE_MS;
	}

	/** Somebody texts STOP. `react` is told when the ledger sees it. */
	async stop(phone: string, onSeen: () => void = () => undefined): Promise<void> {
		await hear(
			{
				...this.ledger,
				recordReply: (reply, react) =>
					this.ledger.recordReply(reply, (facts) => {
						onSeen();
						return react(facts);
					}),
			},
			{ phone, text: 'STOP', now: new Date(this.now) },
			{ optOut: { byCarrier: false } },
		);
	}

	private listed() {
		return this.taken.map(({ to, text, id, at }) => ({
			sid: id,
			to,
			from: '+14155550100',
			direction: 'outbound-api',
			body: text,
			date_created: new Date(at).toUTCString(),
			status: 'delivered',
			num_segments: '1',
		}));
	}

	private respond(status: number, body: object, retryAfter?: number): WireResponse {
		return {
			status,
			headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
			body: JSON.stringify(body),
			receivedAt: new Date(this.now),
		};
	}
}

/** How many texts have which outcome. */
export const countBy = (outcomes: ReadonlyArray<{ readonly outcome: string }>): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
	return counts;
};
