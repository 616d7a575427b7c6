// The outbox and processes: those that race, and those that are killed; and what its queries cost.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { bundle } from '../support/bundle';
import { campaign, claimText, lease, leaseStuck, leaseWish, phonesOf, planAll, statuses } from './outbox-fixtures';
import { later, NOW } from './sightings';

const TEXTS = 2000;

let folder: string;
let path: string;
let worker: string;
beforeAll(() => {
	worker = bundle(join(__dirname, 'drain-worker.ts'), join(mkdtempSync(join(tmpdir(), 'worker-')), 'worker.cjs'));
});
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'ledger-'));
	path = join(folder, 'ledger.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Empties the outbox in a process of its own; kills it so many milliseconds after it is ready. Answers what it handed to the carrier. */
function drain(killAfterMs?: number): Promise<{ code: number | null; signal: string | null; sent: string[] }> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [worker, path, '200'], { stdio: ['ignore', 'pipe', 'inherit'] });
		let output = '';
		child.stdout.once('data', () => killAfterMs !== undefined && setTimeout(() => child.kill('SIGKILL'), killAfterMs));
		child.stdout.on('data', (chunk: Buffer) => {
			output += chunk.toString();
		});
		child.on('close', (code, signal) => {
			const lines = output.split('\n').slice(1, -1); // a line that was cut off was not handed over
			resolve({ code, signal, sent: lines });
		});
	});
}

async function plannedCampaign(): Promise<void> {
	const ledger = await openSqliteLedger(path, NOW);
	const sale = await campaign(ledger);
	const phones = phonesOf(TEXTS);
	for (let start = 0; start < TEXTS; start += 500) await planAll(ledger, sale, phones.slice(start, start + 500));
	await ledger.close();
}

test('two processes that empty the outbox send every text once', async () => {
	await plannedCampaign();
	const runs = await Promise.all([drain(), drain()]);
	expect(runs.map(({ code }) => code)).toEqual([0, 0]);
	const sent = runs.flatMap((run) => run.sent);
	expect(sent).toHaveLength(TEXTS);
	expect(new Set(sent).size).toBe(TEXTS);
}, 60_000);

test('processes that are killed in the middle send no text twice; each is sent, waits, or is known as uncertain', async () => {
	await plannedCampaign();
	const sent: string[] = [];
	let kills = 0;
	for (let run = 0; run < 6; run++) {
		const [killed, other] = await Promise.all([drain(randomInt(5, 250)), drain(randomInt(5, 250))]);
		for (const one of [killed, other]) {
			if (one.signal === 'SIGKILL') kills++;
			sent.push(...one.sent);
		}
		const database = new DatabaseSync(path);
		database.exec('update sends set lease_until = 0 where lease is not null'); // their leases run out
		database.close();
	}
	expect(kills).toBeGreaterThan(0);
	const last = await drain();
	expect(last.code).toBe(0);
	sent.push(...last.sent);
	expect(new Set(sent).size).toBe(sent.length);

	const ledger = await openSqliteLedger(path, NOW);
	const sale = await campaign(ledger);
	const byId = await statuses(ledger, sale);
	expect(Object.keys(byId)).toHaveLength(TEXTS);
	expect([...new Set(Object.values(byId))].filter((status) => status !== 'accepted' && status !== 'sending')).toEqual([]);
	const uncertain = Object.keys(byId).filter((id) => byId[id] === 'sending');
	const tomorrow = new Date(Date.now() + 24 * 60 * 60_000);
	expect([...(await leaseStuck(ledger, tomorrow, { limit: TEXTS })).ids].sort()).toEqual(uncertain.sort());
	// whatever is neither sent nor uncertain has been lost
	expect(new Set([...sent, ...uncertain]).size).toBe(TEXTS);
	await ledger.close();
}, 120_000);

test('what was planned, claimed and settled is there when the file is opened again', async () => {
	const first = await openSqliteLedger(path, NOW);
	const sale = await campaign(first);
	const [claimed = '', leased = ''] = await planAll(first, sale, phonesOf(2));
	const { leaseId } = await lease(first, { until: later(10) });
	await claimText(first, claimed, leaseId);
	await first.close();
	const again = await openSqliteLedger(path, NOW);
	expect(await statuses(again, sale)).toEqual({ [claimed]: 'sending', [leased]: 'scheduled' });
	expect((await lease(again, { now: later(9) })).ids).toEqual([]);
	expect((await lease(again, { now: later(10) })).ids).toEqual([leased]);
	await again.close();
});

test('no verb of the outbox reads the whole log', async () => {
	const prepare = jest.spyOn(DatabaseSync.prototype, 'prepare');
	const ledger = await openSqliteLedger(path, NOW);
	const sale = await campaign(ledger);
	prepare.mockClear();
	await planAll(ledger, sale, phonesOf(8));
	await ledger.plannedTexts(sale.id, phonesOf(3));
	await ledger.promotionFacts('default', phonesOf(3), NOW);
	await ledger.activityOf('default', phonesOf(3), NOW);
	const { ids, leaseId } = await lease(ledger);
	await lease(ledger, { campaignId: sale.id });
	for (const id of ids) await claimText(ledger, id, leaseId);
	await ledger.postponeSend(ids[0] as string, later(1), 'busy', NOW);
	await ledger.endLease(leaseId);
	await ledger.leaseStuck({ ...leaseWish({ now: later(20) }), claimedBefore: later(5) });
	await ledger.outboxState('default', 'twilio');
	await ledger.campaignReport('default', sale.name, 3);
	await ledger.campaignTexts(sale.id, ids[1], 5);
	await ledger.setCampaignStatus('default', sale.name, 'cancelled', NOW);
	const queries = [...new Set(prepare.mock.calls.map(([sql]) => sql))].filter((sql) => /^(select|update|delete|insert)/.test(sql));
	prepare.mockRestore();
	await ledger.close();

	const database = new DatabaseSync(path);
	const planOf = (sql: string) => (database.prepare(`explain query plan ${sql}`).all() as Array<{ detail: string }>).map(({ detail }) => detail);
	const plans = queries.map((sql) => [sql, planOf(sql)] as const);
	expect(plans.length).toBeGreaterThan(20);
	const scans = plans.filter(([, plan]) => plan.some((step) => /^SCAN (sends|other|replies|orders|consents|codes|used)\b/.test(step)));
	expect(scans).toEqual([]);
	// every text of the shop has an entry in its other indices: only what waits is in this one
	const due = plans.filter(([sql]) => sql.includes('"due_at" <= ?'));
	expect(due).toHaveLength(2);
	for (const [, plan] of due) expect(plan).toContain('SEARCH sends USING INDEX sends_due (shop=? AND carrier=? AND due_at<?)');
	for (const [sql, plan] of plans) if (sql.includes("in ('sending', 'unknown')")) expect(plan).toContain('SEARCH sends USING INDEX sends_stuck (shop=? AND carrier=?)');
	expect(plans.filter(([, plan]) => plan.some((step) => step.includes('sends (shop=?)')))).toEqual([]);
	expect(plans.filter(([, plan]) => plan.some((step) => /sends USING (COVERING )?INDEX \w+ \(shop=\?\)/.test(step)))).toEqual([]);
	database.close();
});
