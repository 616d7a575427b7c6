import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Carrier } from '../../lib/carriers/carrier';
import { twilio } from '../../lib/carriers/twilio';
import { readQuietHours } from '../../lib/domain/law/quiet-hours';
import { EMPTY_EVENT, type OrderEvent } from '../../lib/domain/order-event';
import { TEXTED_STAGES } from '../../lib/domain/stages';
import { type Drained, drainOutbox } from '../../lib/flows/drain-outbox';
import { type SendingDeps } from '../../lib/flows/send-claimed';
import { type OrderUpdateSettings, previewOrderUpdate, sendOrderUpdate } from '../../lib/flows/send-order-update';
import { type Ledger } from '../../lib/ledger/ledger';
import { openSqliteLedger } from '../../lib/ledger/sqlite';

/** 22:30 in Warsaw. */
const NIGHT = new Date('2026-11-22T21:30:00Z');
/** 08:00 in Warsaw. */
const MORNING = new Date('2026-11-23T07:00:00Z');
const PHONE = '+48600100200';
const carrier: Carrier = twilio;
const profile = { key: 'default', timeZone: 'Europe/Warsaw', optOutScope: 'everything' } as const;

let folder: string;
let ledger: Ledger;
let now: Date;
let ids: number;
/** Who was texted, and by whom. */
let sent: Array<{ readonly from: string | null; readonly to: string | null }>;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'later-'));
	ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'), NIGHT);
	[now, ids, sent] = [NIGHT, 0, []];
});
afterEach(async () => {
	await ledger.close();
	rmSync(folder, { recursive: true });
});

const deps = (): SendingDeps => ({
	ledger,
	carrier,
	config: carrier.readConfig({ accountSid: `AC${'0'.repeat(32)}`, authToken: 'dummy', baseUrl: 'http://127.0.0.1' }),
	exchange: async ({ body }) => {
		const form = new URLSearchParams(body);
		sent.push({ from: form.get('From'), to: form.get('To') });
		return { status: 201, headers: {}, body: JSON.stringify({ sid: `SM${sent.length}`, status: 'queued' }), receivedAt: now };
	},
	wait: async () => {},
	newId: () => `id-${++ids}`,
	chance: () => 0,
	now: () => now,
});

const event = (more: Partial<OrderEvent> = {}): OrderEvent => ({
	...EMPTY_EVENT,
	source: 'shopify',
	fromShop: true,
	stage: 'shipped',
	stageEvidence: 'a test',
	orderNumber: '1001',
	phones: [{ raw: PHONE, path: 'phone' }],
	country: 'PL',
	...more,
});

const settings = (more: Partial<OrderUpdateSettings> = {}): OrderUpdateSettings => ({
	profile,
	ownTexts: [],
	stagesToText: TEXTED_STAGES,
	smartEncoding: true,
	maxSegments: 3,
	whenUnknown: 'hold',
	whenDead: 'skip',
	sender: '+14155550100',
	hours: readQuietHours('21:00-08:00'),
	now,
	...more,
});

async function drain(): Promise<Drained[]> {
	const drained: Drained[] = [];
	await drainOutbox({ profile, parallel: 5 }, deps(), (text) => drained.push(text));
	return drained;
}

describe('an order text in the quiet hours', () => {
	test('waits until they end, says so, and is sent then', async () => {
		const { decision, composed, receipt } = await sendOrderUpdate(event(), settings(), deps());
		expect(decision).toMatchObject({ action: 'wait', until: MORNING, rule: 'quiet-hours' });
		expect([composed?.text.length, receipt]).toEqual([expect.any(Number), undefined]);
		expect(await drain()).toEqual([]);
		now = MORNING;
		expect(await drain()).toMatchObject([{ outcome: 'sent', text: { orderNumber: '1001', text: composed?.text } }]);
		expect(sent).toEqual([{ from: '+14155550100', to: PHONE }]);
		expect(await drain()).toEqual([]);
	});

	test('is not put aside a second time', async () => {
		await sendOrderUpdate(event(), settings(), deps());
		const again = await sendOrderUpdate(event(), settings(), deps());
		expect(again.decision).toMatchObject({ action: 'skip', rule: 'already-scheduled' });
		now = MORNING;
		expect(await drain()).toHaveLength(1);
	});

	test('is dropped when the order has gone on meanwhile', async () => {
		await sendOrderUpdate(event(), settings(), deps());
		now = MORNING;
		await sendOrderUpdate(event({ stage: 'out_for_delivery' }), settings({ now }), deps());
		expect(await drain()).toMatchObject([{ outcome: 'skipped', rule: 'backwards' }]);
		expect(sent).toHaveLength(1);
	});

	test('is dropped when the customer opts out meanwhile', async () => {
		await sendOrderUpdate(event(), settings(), deps());
		const entry = { phone: PHONE, source: 'keyword', actor: 'customer', givenAt: NIGHT, evidence: {} } as const;
		await ledger.optOut('default', [entry], NIGHT);
		now = MORNING;
		expect(await drain()).toMatchObject([{ outcome: 'skipped', rule: 'opted-out' }]);
		expect(sent).toEqual([]);
	});

	test.each<[what: string, more: Partial<OrderUpdateSettings>, at: Date]>([
		['outside of them', {}, MORNING],
		['where there are none', { hours: undefined }, NIGHT],
		['to the operator’s own phone', { testRedirect: '+48600100201' }, NIGHT],
	])('leaves at once %s', async (_what, more, at) => {
		now = at;
		const { decision } = await sendOrderUpdate(event(), settings({ ...more, now: at }), deps());
		expect(decision.action).toBe('send');
		expect(sent).toHaveLength(1);
	});

	test('shows in the preview, and nothing is put aside', async () => {
		const { decision } = await previewOrderUpdate(event(), settings(), ledger);
		expect(decision).toMatchObject({ action: 'wait', until: MORNING });
		expect(await ledger.outboxState('default', 'twilio')).toMatchObject({ waiting: 0 });
	});
});

test.each([
	['+48600100200', 'ACME'],
	['+14155550123', '72345'],
	['+447400123456', '+14155550100'],
])('a text to %s comes from %s', async (phone, sender) => {
	const senders = [
		{ countries: ['US', 'CA'], sender: '72345' },
		{ countries: ['PL'], sender: 'ACME' },
	];
	await sendOrderUpdate(
		event({ phones: [{ raw: phone, path: 'phone' }] }),
		settings({ hours: undefined, senders }),
		deps(),
	);
	expect(sent).toEqual([{ from: sender, to: phone }]);
});
