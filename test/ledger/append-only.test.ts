import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { ask, CODE, consentOf, record, typeCode } from './consent-fixtures';
import { PHONE } from './inbound-fixtures';
import { later, NOW } from './sightings';

let folder: string;
let path: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'append-only-'));
	path = join(folder, 'ledger.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function withConsent(): Promise<DatabaseSync> {
	const ledger = await openSqliteLedger(path, NOW);
	await ask(ledger);
	await typeCode(ledger, { now: later(1) });
	await ledger.close();
	return new DatabaseSync(path);
}

describe('what is on record about consent', () => {
	test.each([
		['update consent_events set status = ?', 'revoked'],
		['update consent_events set phone = ?', '+14155550199'],
		['update consent_events set phone = null, evidence = null where number < ?', 9],
		['update consent_events set evidence = ?', '{}'],
		['update consent_events set given_at = ?', 0],
		['update consent_events set hash = ?', ''],
		['delete from consent_events where number > ?', 0],
		['update wordings set text = ?', 'something else'],
		['delete from wordings where text <> ?', ''],
	])('is not changed by: %s', async (statement, value) => {
		const database = await withConsent();
		const rows = () => JSON.stringify([database.prepare('select * from consent_events').all(), database.prepare('select * from wordings').all()]);
		const before = rows();
		expect(() => database.prepare(statement).run(value)).toThrow(/are never (changed|deleted)/);
		expect(rows()).toBe(before);
		database.close();
	});

	test('loses what names a person once their erasure is on record, and nothing else', async () => {
		const database = await withConsent();
		database.exec(`insert into erasures select distinct shop, subject, ${NOW.getTime()} from consent_events`);
		expect(() => database.exec(`update consent_events set phone = null, evidence = null, status = 'none'`)).toThrow('never changed');
		database.exec('update consent_events set phone = null, evidence = null');
		expect(() => database.exec(`update consent_events set phone = '${PHONE}'`)).toThrow('never changed');
		database.close();
		const ledger = await openSqliteLedger(path, NOW);
		expect((await ledger.verifyConsents('default')).broken).toMatchObject({ problem: expect.stringContaining('no event led to it') });
		await ledger.close();
	});

	test('has no code anywhere in the file', async () => {
		(await withConsent()).close();
		expect(readFileSync(path).includes(CODE)).toBe(false);
	});
});

describe('the key of a ledger', () => {
	test('lies beside it, readable by its owner only', async () => {
		(await withConsent()).close();
		expect(statSync(`${path}.key`).mode & 0o777).toBe(0o600);
		const key = readFileSync(`${path}.key`, 'utf8').trim();
		expect(readFileSync(path).includes(key)).toBe(false);
	});

	test('is wanted back where it is missing, and no other is made', async () => {
		(await withConsent()).close();
		renameSync(`${path}.key`, `${path}.away`);
		await expect(openSqliteLedger(path, NOW)).rejects.toThrow(/key file .*ledger\.sqlite\.key is missing/);
		expect(existsSync(`${path}.key`)).toBe(false);
		writeFileSync(`${path}.key`, `${'ab'.repeat(32)}\n`);
		await expect(openSqliteLedger(path, NOW)).rejects.toThrow('belongs to another ledger');
		writeFileSync(`${path}.key`, 'not a key');
		await expect(openSqliteLedger(path, NOW)).rejects.toThrow('holds no key');
		renameSync(`${path}.away`, `${path}.key`);
		const ledger = await openSqliteLedger(path, NOW);
		expect((await consentOf(ledger)).states.marketing?.status).toBe('confirmed');
		await ledger.close();
	});

	test('makes chains that nobody else can write', async () => {
		const ledger = await openSqliteLedger(path, NOW);
		await record(ledger);
		await ledger.close();
		const database = new DatabaseSync(path);
		database.exec('drop trigger consent_events_unchanged');
		database.exec(`update consent_events set seal = 'forged'`);
		database.close();
		const again = await openSqliteLedger(path, NOW);
		expect((await again.verifyConsents('default')).broken).toMatchObject({ number: 1, phone: PHONE, problem: expect.stringContaining('seal') });
		await again.close();
	});
});
