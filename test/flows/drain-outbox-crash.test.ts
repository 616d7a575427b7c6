// Processes that drain one outbox: those that are killed, and those that race. The judge is the carrier: what it has taken.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drainOutbox } from '../../lib/flows/drain-outbox';
import { settleStuck } from '../../lib/flows/settle-stuck';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { phonesOf } from '../ledger/outbox-fixtures';
import { newId } from '../ledger/sightings';
import { bundle } from '../support/bundle';
import { consent, NOON, plan, PROFILE } from './outbox-shop';
import { sandboxDeps, WORKER_CARRIERS, type WorkerCarrier } from './sandbox-deps';

const PEOPLE = 200;
const ROUNDS = 10;
const MINUTE_MS = 60_000;

const phones = phonesOf(PEOPLE);
const folder = mkdtempSync(join(tmpdir(), 'drain-'));
const template = (id: WorkerCarrier) => join(folder, `${id}.sqlite`);
/** It is noon where they are. */
let clockAhead = NOON.getTime() - Date.now();
const time = () => Date.now() + clockAhead;
let worker: string;
let sandbox: Sandbox;

beforeAll(async () => {
	worker = bundle(join(__dirname, 'drain-worker.ts'), join(folder, 'worker.cjs'));
	sandbox = await startSandbox({ port: 0, now: time, timing: { latencyMs: 4 } });
	for (const id of ['twilio', 'telnyx'] as const) {
		const ledger = await openSqliteLedger(template(id), NOON);
		await consent(ledger, phones);
		await plan(ledger, phones, { carrier: id, sender: WORKER_CARRIERS[id].sender });
		await ledger.close();
	}
});
afterAll(async () => {
	await sandbox.stop();
	rmSync(folder, { recursive: true });
});
beforeEach(() => {
	clockAhead = NOON.getTime() - Date.now();
	sandbox.reset();
});

/** The outbox of a campaign of which nothing has left. */
function freshLedger(id: WorkerCarrier, name: string): string {
	const path = join(folder, `${name}.sqlite`);
	copyFileSync(template(id), path);
	copyFileSync(`${template(id)}.key`, `${path}.key`);
	return path;
}

interface Ended {
	readonly code: number | null;
	readonly signal: string | null;
	readonly sent: number;
}

/** Drains in a process of its own; kills it when the carrier has taken so many texts. */
function inProcess(path: string, id: WorkerCarrier, killAt = Number.POSITIVE_INFINITY): Promise<Ended> {
	return new Promise((resolve) => {
		const args = [worker, path, sandbox.url, id, String(clockAhead)];
		const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
		let output = '';
		child.stdout.on('data', (chunk: Buffer) => {
			output += chunk.toString();
		});
		const watch = setInterval(() => sandbox.counters().accepted >= killAt && child.kill('SIGKILL'), 1);
		child.on('close', (code, signal) => {
			clearInterval(watch);
			resolve({ code, signal, sent: Number(output) });
		});
	});
}

const textsByPhone = () => {
	const counts = new Map(phones.map((phone) => [phone, 0]));
	for (const { phone } of sandbox.messages()) counts.set(phone, (counts.get(phone) as number) + 1);
	return counts;
};

/** After so many minutes: settles what is stuck, sends the rest, and answers whose texts the operator has to look after. */
async function goOn(path: string, id: WorkerCarrier, minutes: number): Promise<Set<string>> {
	clockAhead += minutes * MINUTE_MS;
	const ledger = await openSqliteLedger(path, NOON);
	const deps = sandboxDeps(ledger, sandbox.url, id, time, newId);
	const attention = new Set<string>();
	await settleStuck({ shop: 'default', whenUnclear: 'hold' }, deps, ({ text, outcome }) => {
		if (outcome === 'needs-attention') attention.add(text.to);
	});
	await drainOutbox({ profile: PROFILE, parallel: 10 }, deps, () => undefined);
	expect(await ledger.outboxState('default', id)).toEqual({ waiting: 0 });
	await ledger.close();
	return attention;
}

test('killed in the middle, with a carrier that can be asked: everybody gets exactly one text', async () => {
	let stuck = 0;
	for (let round = 0; round < ROUNDS; round++) {
		clockAhead = NOON.getTime() - Date.now();
		sandbox.reset();
		const path = freshLedger('twilio', `twilio-${round}`);
		const { signal } = await inProcess(path, 'twilio', 1 + ((round * 67) % (PEOPLE - 20)));
		expect(signal).toBe('SIGKILL');
		stuck += PEOPLE - sandbox.counters().accepted;
		expect(await goOn(path, 'twilio', 20)).toEqual(new Set());
		expect([...textsByPhone()].filter(([, count]) => count !== 1)).toEqual([]);
	}
	expect(stuck).toBeGreaterThan(0);
}, 120_000);

test('killed in the middle, with one that cannot: everybody gets exactly one text, or is listed for the operator', async () => {
	let listed = 0;
	for (let round = 0; round < ROUNDS; round++) {
		clockAhead = NOON.getTime() - Date.now();
		sandbox.reset();
		const path = freshLedger('telnyx', `telnyx-${round}`);
		const { signal } = await inProcess(path, 'telnyx', 5 + ((round * 67) % (PEOPLE - 20)));
		expect(signal).toBe('SIGKILL');
		const attention = await goOn(path, 'telnyx', 125);
		listed += attention.size;
		expect(attention.size).toBeLessThanOrEqual(10); // no more than were under way
		for (const [phone, count] of textsByPhone()) expect([phone, count]).toEqual([phone, attention.has(phone) ? expect.any(Number) : 1]);
		expect(Math.max(...textsByPhone().values())).toBe(1);
	}
	expect(listed).toBeGreaterThan(0);
}, 120_000);

test('two processes side by side send every text once', async () => {
	const path = freshLedger('twilio', 'shared');
	const runs = await Promise.all([inProcess(path, 'twilio'), inProcess(path, 'twilio')]);
	expect(runs.map(({ code }) => code)).toEqual([0, 0]);
	expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(PEOPLE);
	expect([...textsByPhone()].filter(([, count]) => count !== 1)).toEqual([]);
}, 60_000);

test('too fast for the carrier, none is lost, and nobody gets two', async () => {
	sandbox.setFault({ kind: 'throttle', carrier: 'twilio', count: 120, retryAfterSeconds: 0 });
	const path = freshLedger('twilio', 'throttled');
	const { code, sent } = await inProcess(path, 'twilio');
	expect([code, sandbox.counters().throttled]).toEqual([0, 120]);
	expect(sent).toBeLessThan(PEOPLE); // some had four tries in vain, and wait
	expect(await goOn(path, 'twilio', 2)).toEqual(new Set());
	expect([...textsByPhone()].filter(([, count]) => count !== 1)).toEqual([]);
}, 60_000);
