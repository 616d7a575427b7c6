// Codes and processes: those that are killed, and those that race.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { bundle } from '../support/bundle';
import { move, offer, pool } from './codes-fixtures';
import { NOW } from './sightings';

let folder: string;
let path: string;
let worker: string;
beforeAll(() => {
	worker = bundle(join(__dirname, 'fill-worker.ts'), join(mkdtempSync(join(tmpdir(), 'worker-')), 'worker.cjs'));
});
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'ledger-'));
	path = join(folder, 'ledger.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the worker in a process of its own; kills it so many milliseconds after its first word. */
function inProcess(args: readonly string[], killAfterMs?: number): Promise<{ code: number | null; signal: string | null; lines: string[] }> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [worker, path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
		let output = '';
		child.stdout.once('data', () => killAfterMs !== undefined && setTimeout(() => child.kill('SIGKILL'), killAfterMs));
		child.stdout.on('data', (chunk: Buffer) => {
			output += chunk.toString();
		});
		child.on('close', (code, signal) => resolve({ code, signal, lines: output.split('\n').filter(Boolean) }));
	});
}

test('a series that is killed again and again on its way has exactly the codes that are wanted', async () => {
	let before = 0;
	let kills = 0;
	for (let run = 0; run < 6; run++) {
		const { signal, lines } = await inProcess(['fill', '100000'], randomInt(20, 400));
		if (signal === 'SIGKILL') kills++;
		expect(Number(lines[0])).toBeGreaterThanOrEqual(before); // what was answered for has stayed
		before = Number(lines.at(-1));
	}
	expect(kills).toBeGreaterThan(0);
	const last = await inProcess(['fill', '100000']);
	expect(last).toMatchObject({ code: 0 });
	expect(last.lines.at(-1)).toBe('100000');

	const database = new DatabaseSync(path, { readOnly: true });
	const counts = database.prepare('select count(*) as codes, count(distinct lookup) as distinct_codes, count(distinct number) as numbers from codes').get();
	expect(counts).toEqual({ codes: 100_000, distinct_codes: 100_000, numbers: 100_000 });
	expect(database.prepare('select made from code_series').all()).toEqual([{ made: 100_000 }]);
	expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
	database.close();
}, 120_000);

test('of ten processes with fifty orders each a code for three is redeemed three times', async () => {
	const ledger = await openSqliteLedger(path, NOW);
	await pool(ledger, ['MANY-2'], { offer: offer({ maxUses: 3 }) });
	const runs = await Promise.all(Array.from({ length: 10 }, (_, index) => inProcess(['redeem', '50', String(index)])));
	expect(runs.map(({ code }) => code)).toEqual(Array(10).fill(0));
	expect(runs.reduce((sum, { lines }) => sum + Number(lines[0]), 0)).toBe(3);
	expect(await ledger.redemptionsOf('default', 'MANY-2')).toHaveLength(3);
	await ledger.close();
}, 60_000);

test.each([
	['update point_entries set points = ?', 999],
	['update point_entries set balance = ?', 999],
	['update point_entries set left_over = ?', 51],
	['update point_entries set phone = ?', '+48600100300'],
	['update point_entries set key = ?', 'another'],
])('an account of points is not changed by: %s', async (statement, value) => {
	const ledger = await openSqliteLedger(path, NOW);
	await ledger.awardPoints(move(50, 'a'));
	await ledger.close();
	const database = new DatabaseSync(path);
	expect(() => database.prepare(statement).run(value)).toThrow('never changed');
	database.close();
});
