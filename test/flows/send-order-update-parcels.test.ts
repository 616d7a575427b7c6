import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMPTY_EVENT, type OrderEvent } from '../../lib/domain/order-event';
import { TEXTED_STAGES } from '../../lib/domain/stages';
import { twilio } from '../../lib/carriers/twilio';
import { type SendingDeps } from '../../lib/flows/send-claimed';
import { type OrderUpdateSettings, sendOrderUpdate } from '../../lib/flows/send-order-update';
import { type Ledger } from '../../lib/ledger/ledger';
import { openSqliteLedger } from '../../lib/ledger/sqlite';

const NOW = new Date('2026-11-20T10:00:00Z');

let folder: string;
let ledger: Ledger;
let sent: string[];
let ids: number;
let isDown: boolean;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'parcels-'));
	ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'), NOW);
	[sent, ids, isDown] = [[], 0, false];
});
afterEach(async () => {
	await ledger.close();
	rmSync(folder, { recursive: true });
});

const deps = (): SendingDeps => ({
	ledger,
	carrier: twilio,
	config: twilio.readConfig({ accountSid: `AC${'0'.repeat(32)}`, authToken: 'dummy', baseUrl: 'http://127.0.0.1' }),
	exchange: async ({ body }) => {
		if (isDown) return { status: 400, headers: {}, body: JSON.stringify({ code: 21603, message: 'no from' }), receivedAt: NOW };
		sent.push(new URLSearchParams(body).get('Body') ?? '');
		return { status: 201, headers: {}, body: JSON.stringify({ sid: `SM${sent.length}`, status: 'queued' }), receivedAt: NOW };
	},
	wait: async () => undefined,
	newId: () => `id-${++ids}`,
	chance: () => 0,
	now: () => NOW,
});

const send = (event: Partial<OrderEvent>, more: Partial<OrderUpdateSettings> = {}) =>
	sendOrderUpdate(
		{ ...EMPTY_EVENT, source: 'gls', stage: 'shipped', stageEvidence: 'a test', ...event },
		{
			profile: { key: 'default', timeZone: 'Europe/Warsaw', optOutScope: 'everything' },
			ownTexts: [],
			stagesToText: TEXTED_STAGES,
			smartEncoding: true,
			maxSegments: 3,
			whenUnknown: 'hold',
			whenDead: 'skip',
			sender: '+14155550100',
			now: NOW,
			...more,
		},
		deps(),
	);

const ordered = (more: Partial<OrderEvent> = {}) =>
	send({
		source: 'shopify',
		fromShop: true,
		stage: 'confirmed',
		orderNumber: '#1001',
		orderId: '1',
		phones: [{ raw: '+48600100200', path: 'phone' }],
		country: 'PL',
		language: 'en',
		...more,
	});
const parcel = (number: string) => ({ trackings: [{ number }] });

describe('a tracker’s event without a phone', () => {
	test('finds the order’s phone by its number', async () => {
		await ordered();
		const { decision } = await send({ orderNumber: '1001', ...parcel('A1') });
		expect(decision.action).toBe('send');
	});

	test('finds it by a tracking number, however that is written', async () => {
		await ordered({ stage: 'shipped', ...parcel('a1 2-3') });
		const { decision, to } = await send({ stage: 'delivered', ...parcel('A123') });
		expect([decision.action, to]).toEqual(['send', '+48600100200']);
	});

	test('says what to look up where the order has not been seen', async () => {
		const { decision } = await send({ ...parcel('A1'), lookup: 'Look the order up.' });
		expect(decision).toMatchObject({ action: 'skip', rule: 'needs-lookup' });
	});
});

describe('several parcels', () => {
	test('are told apart from the first text on, where one payload tells of both', async () => {
		const parcelNumbers = ['B2', 'A1'];
		await ordered({ stage: 'shipped', ...parcel('B2'), parcelNumbers });
		await ordered({ stage: 'shipped', ...parcel('A1'), parcelNumbers });
		await send({ stage: 'delivered', ...parcel('b2') });
		expect(sent.map((text) => text.slice(0, 13))).toEqual(['Parcel 2 of 2', 'Parcel 1 of 2', 'Parcel 2 of 2']);
	});

	test('one alone is not counted, nor is one that is told of once more', async () => {
		await ordered({ stage: 'shipped', ...parcel('A1') });
		await send({ stage: 'delivered', ...parcel('A-1') });
		expect(sent.join()).not.toContain('Parcel');
	});

	test('are counted in no text about the whole order, nor in one about all of them', async () => {
		await ordered({ stage: 'shipped', ...parcel('A1'), parcelNumbers: ['A1', 'B2'] });
		await ordered({ stage: 'refunded', ...parcel('A1'), refunds: ['5'], currency: 'PLN' });
		await ordered({ stage: 'delivered', trackings: [{ number: 'A1' }, { number: 'B2' }] });
		expect(sent.slice(1).join()).not.toContain('Parcel');
	});

	test('are counted in the customer’s language, and in own texts where these want it', async () => {
		const own = { ownTexts: [{ stage: 'shipped' as const, text: 'Here it comes[ ({parcel})].' }] };
		await ordered({ stage: 'shipped', language: 'de', ...parcel('A1'), parcelNumbers: ['A1', 'B2'] });
		await send({ ...parcel('B2'), orderNumber: '1001' }, own);
		expect(sent[0]).toMatch(/^Paket 1 von 2: /);
		expect(sent[1]).toBe('Here it comes (Paket 2 von 2).');
	});
});

describe('a delay', () => {
	const shipped = (eta?: string) => ordered({ stage: 'shipped', eta, ...parcel('A1') });
	const delayed = (eta: string | undefined, more: Partial<OrderUpdateSettings> = {}) =>
		send({ stage: 'delayed', eta, ...parcel('A1') }, more);

	test.each([
		['2026-11-21T10:00:00', '2026-11-21T11:00:00', undefined, false],
		['2026-11-21T10:00:00', '2026-11-21T15:00:00', undefined, true],
		['2026-11-21T10:00:00', '2026-11-21T15:00:00', 'day', false],
		['2026-11-21T10:00:00', '2026-11-21T10:30:00', 'any', true],
		['2026-11-21', '2026-11-22', 'day', true],
		['2026-11-21', '2026-11-21', 'any', false],
		[undefined, '2026-11-22', 'day', true],
		['2026-11-21', undefined, 'day', true],
	] as const)('from %p to %p is told, at the threshold %p: %p', async (before, after, tellDelays, isTold) => {
		await shipped(before);
		const { decision } = await delayed(after, { tellDelays });
		expect(decision).toMatchObject(isTold ? { action: 'send' } : { action: 'skip', rule: 'eta-unchanged' });
	});

	test('that creeps is told of once it gets to another half-day', async () => {
		await shipped('2026-11-21T09:00:00');
		const rules = [];
		for (const eta of ['2026-11-21T10:00:00', '2026-11-21T11:00:00', '2026-11-21T12:30:00']) {
			rules.push((await delayed(eta)).decision.action);
		}
		expect(rules).toEqual(['skip', 'skip', 'send']);
	});

	test('of one parcel is held against the estimate of that parcel', async () => {
		await shipped('2026-11-25');
		await ordered({ stage: 'shipped', eta: '2026-11-21', ...parcel('B2') });
		const { decision } = await send({ stage: 'delayed', eta: '2026-11-22', ...parcel('B2') });
		expect(decision.action).toBe('send');
	});

	test('whose text failed is worth another try', async () => {
		await shipped('2026-11-21');
		isDown = true;
		expect((await delayed('2026-11-23')).error).toBeDefined();
		isDown = false;
		expect((await delayed('2026-11-23')).decision.action).toBe('send');
	});
});
