import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { carrierById } from '../../lib/carriers';
import { type Carrier, type CarrierConfig } from '../../lib/carriers/carrier';
import { TEXTED_STAGES } from '../../lib/domain/stages';
import { runInLanes } from '../../lib/flows/run-in-lanes';
import { type SendingDeps } from '../../lib/flows/send-claimed';
import { type OrderUpdateSettings, sendOrderUpdate } from '../../lib/flows/send-order-update';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { readOrderEvents } from '../../lib/sources';
import { shopifyOrder } from '../../test/fixtures/shopify-order';
import { type Bench } from './bench';

const ORDERS = 10_000;
const PARALLEL = 100;
const RUNS = 5;

const settings = (now: Date): OrderUpdateSettings => ({
	profile: {
		key: 'default',
		brand: 'Acme Store',
		supportPhone: '+1 415 555 0100',
		timeZone: 'Etc/UTC',
		optOutScope: 'everything',
	},
	ownTexts: [],
	stagesToText: TEXTED_STAGES,
	smartEncoding: true,
	maxSegments: 3,
	whenUnknown: 'hold',
	whenDead: 'skip',
	sender: '+14155550100',
	now,
});

export const pipeline: Bench = {
	about: `${ORDERS.toLocaleString('en')} Shopify orders, ${PARALLEL} at a time, through normalise → compose → gate → claim → send → settle; SQLite ledger on disk, carrier answering at once`,
	unit: 'orders/s',
	higherIsBetter: true,
	async run() {
		const runs: number[] = [];
		for (let run = 0; run < RUNS; run++) runs.push(await measure());
		return { runs };
	},
};

async function measure(): Promise<number> {
	const folder = mkdtempSync(join(tmpdir(), 'commerce-sms-bench-'));
	const now = new Date();
	const ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'), now);
	const carrier = (await carrierById('twilio')) as Carrier<CarrierConfig>;
	const config = carrier.readConfig({
		accountSid: `AC${'0'.repeat(32)}`,
		authToken: 'dummy',
		baseUrl: 'http://127.0.0.1',
	});
	let sid = 0;
	const deps: SendingDeps = {
		ledger,
		carrier,
		config,
		exchange: async () => ({
			status: 201,
			headers: {},
			body: JSON.stringify({ sid: `SM${String(sid++).padStart(32, '0')}`, status: 'queued', num_segments: '1' }),
			receivedAt: now,
		}),
		wait: async () => undefined,
		newId: randomUUID,
		chance: () => 0,
		now: () => now,
	};
	const items = Array.from({ length: ORDERS }, (_, index) => shopifyOrder(index));
	const started = performance.now();
	let sent = 0;
	const jobs = items.map((item) => ({
		keys: [],
		run: async () => {
			for (const event of readOrderEvents(item)) {
				const { receipt } = await sendOrderUpdate(event, settings(now), deps);
				if (receipt) sent++;
			}
		},
	}));
	await runInLanes(jobs, PARALLEL);
	const seconds = (performance.now() - started) / 1000;
	await ledger.close();
	rmSync(folder, { recursive: true });
	if (sent !== ORDERS) throw new Error(`${sent} of ${ORDERS} orders were sent`);
	return ORDERS / seconds;
}
