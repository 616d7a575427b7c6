import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Ledger } from '../../lib/ledger/ledger';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { bundle } from '../support/bundle';
import { describeLedger } from './contract';
import { afterSeconds, answer, gateFacts, hear } from './inbound-fixtures';
import { claim, later, NOW, sighting } from './sightings';

describeLedger('SQLite', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
	const opened: Ledger[] = [];
	return {
		async open() {
			const ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'), NOW);
			opened.push(ledger);
			return ledger;
		},
		async dispose() {
			for (const ledger of opened) await ledger.close();
			rmSync(folder, { recursive: true });
		},
	};
});

describe('the SQLite file', () => {
	let folder: string;
	let worker: string;

	beforeAll(() => {
		worker = bundle(join(__dirname, 'claim-worker.ts'), join(mkdtempSync(join(tmpdir(), 'worker-')), 'worker.cjs'));
	});
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'ledger-'));
	});
	afterEach(() => {
		rmSync(folder, { recursive: true });
	});

	/** Runs the worker in a process of its own: opens the ledger, claims the orders, says how many it got. */
	function inProcess(
		path: string,
		...args: string[]
	): Promise<{ code: number | null; signal: string | null; output: string }> {
		return new Promise((resolve) => {
			const child = spawn(process.execPath, [worker, path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
			let output = '';
			child.stdout.on('data', (chunk: Buffer) => {
				output += chunk.toString();
			});
			child.on('close', (code, signal) => resolve({ code, signal, output }));
		});
	}

	test('is readable by its owner only, and so are the files beside it', async () => {
		const path = join(folder, 'new', 'folder', 'ledger.sqlite');
		const ledger = await openSqliteLedger(path, NOW);
		await claim(ledger, sighting());
		for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(statSync(join(folder, 'new')).mode & 0o777).toBe(0o700);
		await ledger.close();
	});

	test('that others could read is closed to them', async () => {
		const path = join(folder, 'ledger.sqlite');
		writeFileSync(path, '');
		chmodSync(path, 0o644);
		await (await openSqliteLedger(path, NOW)).close();
		expect(statSync(path).mode & 0o777).toBe(0o600);
	});

	test.each([
		['whose path is a folder', (path: string) => mkdirSync(path), /EISDIR|directory/i],
		['that is no database', (path: string) => writeFileSync(path, 'a text file '.repeat(100)), /not a database/],
		[
			'of a newer version',
			(path: string) =>
				new DatabaseSync(path).exec(
					'create table migrations (number, applied_at); insert into migrations values (99, 0)',
				),
			/newer version/,
		],
	])('%s is refused with its path, the cause and a way out', async (_case, make, cause) => {
		const path = join(folder, 'ledger.sqlite');
		make(path);
		const opening = openSqliteLedger(path, NOW);
		await expect(opening).rejects.toMatchObject({ code: 'ledger', hint: expect.stringContaining('shop credential') });
		await expect(opening).rejects.toThrow(path);
		await expect(opening).rejects.toThrow(cause);
	});

	test('survives twenty processes that make it at the same moment', async () => {
		const path = join(folder, 'ledger.sqlite');
		const runs = await Promise.all(
			Array.from({ length: 20 }, (_, index) => inProcess(path, 'claim', '10', String(index))),
		);
		expect(runs.map(({ code }) => code)).toEqual(Array(20).fill(0));
		const claimed = runs.reduce((sum, { output }) => sum + Number(output), 0);
		expect(claimed).toBe(10);
	}, 60_000);

	test('keeps the claim of a process that is killed while it sends', async () => {
		const path = join(folder, 'ledger.sqlite');
		const { signal } = await inProcess(path, 'die', '1', '0');
		expect(signal).toBe('SIGKILL');
		const ledger = await openSqliteLedger(path, NOW);
		const { facts } = await claim(
			ledger,
			sighting({ refs: [{ kind: 'number', value: '0', source: 'shopify' }], now: later(60) }),
		);
		expect(facts.earlier?.status).toBe('unknown');
		await ledger.close();
	}, 60_000);

	test('keeps the reply of a process that is killed before a workflow has it', async () => {
		const path = join(folder, 'ledger.sqlite');
		expect((await inProcess(path, 'hear')).signal).toBe('SIGKILL');
		const ledger = await openSqliteLedger(path, NOW);
		expect((await gateFacts(ledger)).optOut).toEqual({ origin: 'reply', at: NOW });
		const again = { messageId: 'SM-in-1', now: afterSeconds(31) };
		expect(await hear(ledger, again, { answer: answer() })).toMatchObject({
			novelty: 'new',
			facts: { isRepeated: true, answered: [{ answer: 'acknowledgement', at: NOW }] },
		});
		await ledger.confirmReply({ shop: 'default', carrier: 'twilio', messageId: 'SM-in-1' });
		expect((await hear(ledger, { ...again, now: later(60) })).novelty).toBe('repeated');
		await ledger.close();
	}, 60_000);
});
