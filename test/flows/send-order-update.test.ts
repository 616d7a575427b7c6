import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Carrier } from '../../lib/carriers/carrier';
import { twilio } from '../../lib/carriers/twilio';
import { CarrierError } from '../../lib/domain/errors';
import { EMPTY_EVENT, type OrderEvent } from '../../lib/domain/order-event';
import { TEXTED_STAGES } from '../../lib/domain/stages';
import { type SendingDeps } from '../../lib/flows/send-claimed';
import { type OrderUpdateSettings, previewOrderUpdate, sendOrderUpdate } from '../../lib/flows/send-order-update';
import { type Ledger } from '../../lib/ledger/ledger';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { type WireRequest, type WireResponse } from '../../lib/wire';

const NOW = new Date('2026-11-22T10:00:00Z');
const carrier: Carrier = twilio;

let folder: string;
let ledger: Ledger;
/** What the carrier answers, first come first served; the last one for ever. */
let answers: Array<() => Promise<WireResponse>>;
let requests: WireRequest[];
let waits: number[];
let ids: number;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'flow-'));
	ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'), NOW);
	[answers, requests, waits, ids] = [[accepted], [], [], 0];
});
afterEach(async () => {
	await ledger.close();
	rmSync(folder, { recursive: true });
});

const accepted = async () => answer(201, { sid: `SM${requests.length}`, status: 'queued', num_segments: '1' });
const answer = (status: number, body: object, headers = {}): WireResponse => ({
	status,
	headers,
	body: JSON.stringify(body),
	receivedAt: NOW,
});
const lost = async () => {
	throw new CarrierError('outcome-unknown', 'cut');
};
const unreachable = async () => {
	throw new CarrierError('unavailable', 'refused');
};

const deps = (): SendingDeps => ({
	ledger,
	carrier,
	config: carrier.readConfig({ accountSid: `AC${'0'.repeat(32)}`, authToken: 'dummy', baseUrl: 'http://127.0.0.1' }),
	exchange: (request) => {
		requests.push(request);
		return (answers.length > 1 ? answers.shift() : answers[0])?.() as Promise<WireResponse>;
	},
	wait: async (milliseconds) => void waits.push(milliseconds),
	newId: () => `id-${++ids}`,
	chance: () => 0,
	now: () => NOW,
});

const settings = (more: Partial<OrderUpdateSettings> = {}): OrderUpdateSettings => ({
	profile: { key: 'default', timeZone: 'Etc/UTC', optOutScope: 'everything' },
	ownTexts: [],
	stagesToText: TEXTED_STAGES,
	smartEncoding: true,
	maxSegments: 3,
	whenUnknown: 'hold',
	whenDead: 'skip',
	sender: '+14155550100',
	now: NOW,
	...more,
});

const phone = (raw: string, firstName?: string) => ({ raw, path: 'phone', firstName });

const event = (more: Partial<OrderEvent> = {}): OrderEvent => ({
	...EMPTY_EVENT,
	source: 'shopify',
	fromShop: true,
	stage: 'confirmed',
	stageEvidence: 'a test',
	orderNumber: '#1001',
	orderId: '450789469',
	firstName: 'Maria',
	phones: [phone('+14155550123', 'Maria')],
	country: 'US',
	language: 'en',
	...more,
});

const send = (e = event(), s = settings()) => sendOrderUpdate(e, s, deps());
const bodies = () => requests.map(({ body }) => new URLSearchParams(body).get('Body'));
const statusOf = async (number = '1001') =>
	(await ledger.findOrders('default', number))[0]?.texts.map(({ status }) => status);

describe('an order update', () => {
	test('reaches the carrier as one text, and the ledger keeps its id', async () => {
		const { receipt, decision, composed } = await send();
		expect(decision).toEqual({ action: 'send', stage: 'confirmed' });
		expect(receipt).toMatchObject({ id: 'SM1', status: 'queued' });
		expect(bodies()).toEqual([composed?.text]);
		expect(new URLSearchParams(requests[0]?.body).get('To')).toBe('+14155550123');
		expect((await ledger.findOrders('default', '1001'))[0]?.texts).toMatchObject([
			{ status: 'accepted', carrierMessageId: 'SM1', to: '+14155550123', text: composed?.text },
		]);
	});

	test('is sent once, however often the event comes', async () => {
		const updates = await Promise.all(Array.from({ length: 20 }, () => send()));
		expect(requests).toHaveLength(1);
		const rules = updates.map(({ decision }) => (decision.action === 'skip' ? decision.rule : 'sent'));
		expect(rules.filter((rule) => rule === 'sent')).toHaveLength(1);
		expect((await send()).decision).toMatchObject({ action: 'skip', rule: 'duplicate' });
	});

	test('never goes backwards', async () => {
		await send(event({ stage: 'delivered' }));
		for (const stage of ['confirmed', 'shipped', 'out_for_delivery', 'delayed'] as const) {
			expect((await send(event({ stage }))).decision).toMatchObject({ rule: 'backwards' });
		}
		expect(requests).toHaveLength(1);
	});

	test('remembers a stage that the operator does not text, and does not go back behind it', async () => {
		const onlyConfirmed = settings({ stagesToText: ['confirmed'] });
		const shipped = await send(event({ stage: 'shipped' }), onlyConfirmed);
		expect(shipped.decision).toMatchObject({ rule: 'stage-not-chosen' });
		expect((await send(event(), onlyConfirmed)).decision).toMatchObject({ rule: 'backwards' });
	});

	test('takes the phone, name and language of a thin event from what the order’s own event said', async () => {
		const own = { language: 'pl', country: 'PL', phones: [phone('+48 512 345 678', 'Ola')] };
		await send(event({ stage: 'awaiting_payment', ...own }));
		const thin = { phones: [], orderNumber: undefined, firstName: undefined, language: undefined, country: undefined };
		const update = await send(event({ ...thin, stage: 'out_for_delivery', lookup: 'look it up' }));
		expect(update).toMatchObject({ to: '+48512345678', orderNumber: '#1001', composed: { language: 'pl' } });
		expect(bodies()[0]).toContain('#1001');
	});

	test('gives the tracking link of the order’s only parcel to an event that names none', async () => {
		const tracking = { number: '1Z1', url: 'https://track.example.com/1Z1' };
		await send(event({ stage: 'shipped', trackings: [tracking] }));
		await send(event({ stage: 'out_for_delivery', trackings: [] }));
		expect(bodies()[1]).toContain('https://track.example.com/1Z1');
		await send(event({ stage: 'shipped', trackings: [{ number: '1Z2', url: 'https://track.example.com/1Z2' }] }));
		await send(event({ stage: 'delayed', trackings: [] }));
		expect(bodies()[3]).not.toContain('https://track.example.com');
	});

	test('gives a tracker’s event without a link the link that the shop gave', async () => {
		await send(event({ stage: 'shipped', trackings: [{ number: '1Z1', url: 'https://track.example.com/1Z1' }] }));
		await send(
			event({
				source: 'aftership',
				fromShop: false,
				stage: 'out_for_delivery',
				trackings: [{ number: '1Z1', company: 'ups' }],
			}),
		);
		expect(bodies()[1]).toContain('https://track.example.com/1Z1');
	});

	test('is not tried again to a number that the carrier has called a landline', async () => {
		answers = [async () => answer(400, { code: 21614, message: 'not a mobile number' }), accepted];
		expect((await send(event())).error?.details.reason).toBe('landline');
		expect((await send(event({ stage: 'shipped' }))).decision).toMatchObject({ rule: 'dead-number' });
		expect((await send(event({ stage: 'shipped' }), settings({ whenDead: 'try' }))).receipt).toBeDefined();
	});

	test('says what to look up when a thin event’s order is not known', async () => {
		const update = await send(event({ phones: [], stage: 'delivered', lookup: 'Look the order up first: …' }));
		expect(update.decision).toEqual({ action: 'skip', rule: 'needs-lookup', reason: 'Look the order up first: …' });
	});

	test('does not greet a gift’s recipient by the buyer’s name', async () => {
		await send(event({ phones: [phone('', 'Maria'), phone('+14155550177', 'Tom')] }));
		expect(bodies()[0]).toContain('Tom');
	});

	test('chooses the first number that can get a text', async () => {
		const phones = [phone('555-555-SHIP'), phone('+442079460000'), phone('+14155550199')];
		expect((await send(event({ phones }))).to).toBe('+14155550199');
	});
});

describe('when the carrier fails', () => {
	test('what provably was not sent is tried again, after as long as the carrier asked for', async () => {
		const throttled = async () => answer(429, { code: 20429, message: 'Too Many Requests' }, { 'retry-after': '2' });
		answers = [throttled, unreachable, accepted];
		expect((await send()).receipt).toBeDefined();
		expect(requests).toHaveLength(3);
		expect(waits).toEqual([2000, 1000]);
	});

	test('it gives up after four tries, and a later event tries again', async () => {
		answers = [unreachable];
		expect((await send()).error).toMatchObject({ code: 'unavailable' });
		expect(requests).toHaveLength(4);
		expect(await statusOf()).toEqual(['failed']);
		answers = [accepted];
		expect((await send()).receipt).toBeDefined();
		expect(await statusOf()).toEqual(['accepted']);
	});

	test.each([
		['a lost connection', lost],
		['a fault of the carrier', async () => answer(500, { message: 'oops' })],
		['an answer that says nothing', async () => answer(200, {})],
	])('%s is never followed by a second try, now or later', async (_case, failure) => {
		answers = [failure];
		expect((await send()).error).toBeDefined();
		answers = [accepted];
		expect((await send()).decision).toMatchObject({ rule: 'outcome-unknown' });
		expect(requests).toHaveLength(1);
		expect(await statusOf()).toEqual(['unknown']);
	});

	test('an unknown outcome is sent again only when the operator says so', async () => {
		answers = [lost, accepted];
		await send();
		expect((await send(event(), settings({ whenUnknown: 'resend' }))).receipt).toBeDefined();
		expect(requests).toHaveLength(2);
	});

	test('a carrier’s opt-out is remembered and stops later texts', async () => {
		answers = [async () => answer(400, { code: 21610, message: 'Attempt to send to unsubscribed recipient' })];
		expect((await send()).error).toMatchObject({ code: 'recipient-opted-out' });
		const next = event({ orderNumber: '#1002', orderId: '2' });
		expect((await send(next)).decision).toMatchObject({ rule: 'opted-out' });
		expect(requests).toHaveLength(1);
	});

	test('a run that dies between claim and answer leaves a claim that is not sent again', async () => {
		answers = [() => Promise.reject(new Error('the process is gone'))];
		await expect(send()).rejects.toThrow('the process is gone');
		answers = [accepted];
		expect((await send()).decision).toMatchObject({ rule: 'in-progress' });
		const later = settings({ now: new Date(NOW.getTime() + 3_600_000) });
		expect((await send(event(), later)).decision).toMatchObject({ rule: 'outcome-unknown' });
		expect(requests).toHaveLength(1);
	});
});

describe('a text that cannot be written', () => {
	test('claims and sends nothing, and what the event said of the order is kept', async () => {
		const broken = settings({ ownTexts: [{ stage: 'confirmed', text: 'Hi {frist_name}' }] });
		const message = expect.stringContaining('{first_name}') as string;
		await expect(send(event(), broken)).rejects.toMatchObject({ code: 'bad-template', message });
		expect(requests).toEqual([]);
		const [order] = await ledger.findOrders('default', '1001');
		expect(order).toMatchObject({ texts: [], details: { phone: '+14155550123' } });
		expect((await send()).receipt).toBeDefined();
	});
});

describe('a test redirect', () => {
	const redirected = () => settings({ testRedirect: '+447400123456' });

	test('sends every text to the operator, again and again, and counts nothing', async () => {
		for (let run = 0; run < 3; run++) {
			const update = await send(event(), redirected());
			expect(update).toMatchObject({ to: '+447400123456', redirectedFrom: '+14155550123' });
		}
		const recipients = requests.map(({ body }) => new URLSearchParams(body).get('To'));
		expect(recipients).toEqual(Array(3).fill('+447400123456'));
		expect(await ledger.findOrders('default', '1001')).toEqual([]);
		expect((await send()).receipt).toBeDefined();
	});

	test('also shows the texts of test orders, which are never sent to customers', async () => {
		expect((await send(event({ test: true }))).decision).toMatchObject({ rule: 'test-order' });
		expect((await send(event({ test: true }), redirected())).receipt).toBeDefined();
	});
});

describe('a preview', () => {
	test('is the same text, and nothing is sent or remembered', async () => {
		const preview = await previewOrderUpdate(event(), settings(), ledger);
		expect(await ledger.findOrders('default', '1001')).toEqual([]);
		expect(requests).toEqual([]);
		expect(preview.composed).toEqual((await send()).composed);
		const again = await previewOrderUpdate(event(), settings(), ledger);
		expect(again.decision).toMatchObject({ rule: 'duplicate' });
	});
});
