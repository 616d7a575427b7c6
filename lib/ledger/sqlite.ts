import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { DomainError } from '../domain/errors';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from '../vendor/kysely';
import { type Ledger } from './ledger';
import { type Keyring, keyringOf, makeKey, readKey } from './keyring';
import { migrate } from './migrations';
import { type Tables } from './schema';
import { type Atomically, type Durability } from './sql/engine';
import { sqlLedger } from './sql-ledger';

/** Another process may hold the file for a migration or a batch of writes. */
const BUSY_TIMEOUT_MS = 10_000;

/** The pages of a busy day: orders and people come in no order, and SQLite's own 2 MB would be read anew all the time. */
const CACHE_KIB = 32 * 1024;

/** Pages in the log before they are brought into the file (16 MB; SQLite's own are 4): each time waits for the disk. */
const LOG_PAGES = 4_000;

/** How many verbs share one commit at most. */
const LARGEST_BATCH = 256;

/**
 * Opens the ledger in a SQLite file, makes it (readable by its owner only) where there is none, and brings its tables up to
 * date. Any number of processes on one machine may have it open.
 *
 * @throws DomainError `ledger` naming the path and the cause.
 */
export async function openSqliteLedger(path: string, now: Date): Promise<Ledger> {
	let database: DatabaseSync | undefined;
	try {
		createOwnerOnly(path);
		database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
		database.exec(`pragma journal_mode = wal; pragma cache_size = -${CACHE_KIB}; pragma wal_autocheckpoint = ${LOG_PAGES}`);
		const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: betterSqlite3Shape(database) }) });
		const keyring = await db.transaction().execute(async (transaction) => {
			await migrate(transaction, now);
			return await keyringFor(transaction, `${path}.key`);
		});
		return sqlLedger(db, batched(db, database), keyring);
	} catch (error) {
		database?.close();
		throw new DomainError(
			'ledger',
			`The ledger ${path} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
			'The folder must exist on a local disk and be writable for the user that runs n8n. Another path can be set in the shop credential.',
		);
	}
}

/**
 * The key lies beside the ledger, not in it: a copy of the ledger alone tells nobody who was forgotten, and cannot be changed
 * unnoticed. @throws Error when the ledger's key is gone: with another one, people who were forgotten would be texted again.
 */
async function keyringFor(db: Kysely<Tables>, path: string): Promise<Keyring> {
	const known = await db.selectFrom('ledger_key').select('fingerprint').executeTakeFirst();
	const key = readKey(path) ?? (known ? null : makeKey(path));
	const keyring = key && keyringOf(key);
	if (!keyring || (known && known.fingerprint !== keyring.fingerprint)) {
		throw new Error(`its key file ${path} is missing or belongs to another ledger. Put it back from where the ledger was copied.`);
	}
	if (!known) await db.insertInto('ledger_key').values({ fingerprint: keyring.fingerprint }).execute();
	return keyring;
}

/** SQLite gives its -wal and -shm files the mode of the main file. */
function createOwnerOnly(path: string): void {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	closeSync(openSync(path, 'a', 0o600));
	chmodSync(path, 0o600);
}

/** Kysely's SQLite dialect is written for better-sqlite3; node:sqlite differs in three places. */
function betterSqlite3Shape(database: DatabaseSync): SqliteDatabase {
	const statements = new Map<string, SqliteStatement>();
	return {
		close: () => database.close(),
		prepare(sql) {
			const known = statements.get(sql);
			if (known) return known;
			// A deferred transaction that turns to writing late fails when another process has written meanwhile
			const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
			const prepared: SqliteStatement = {
				reader: statement.columns().length > 0,
				all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
				run: (parameters) =>
					statement.run(...(parameters as SQLInputValue[])) as { changes: number; lastInsertRowid: number },
				iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
			};
			statements.set(sql, prepared);
			return prepared;
		},
	};
}

/** With a write-ahead log, FULL waits for the disk at every commit; NORMAL leaves that to the next one that does. */
const SYNCHRONOUS = {
	disk: 'pragma synchronous = full; pragma secure_delete = off',
	process: 'pragma synchronous = normal; pragma secure_delete = off',
	erasure: 'pragma synchronous = full; pragma secure_delete = on',
};

interface Job {
	readonly durability: Durability;
	run(transaction: Kysely<Tables>): Promise<unknown>;
	resolve(value: unknown): void;
	reject(error: unknown): void;
}

/**
 * Runs what is asked for at the same moment in one transaction: a commit waits for the disk, and a hundred orders that are
 * worked on side by side need not wait for it a hundred times. Nobody gets an answer before the commit.
 */
function batched(db: Kysely<Tables>, database: DatabaseSync): Atomically {
	const waiting: Job[] = [];
	let isDraining = false;

	const inOneTransaction = async (jobs: readonly Job[]) => {
		const wanted = (durability: Durability) => jobs.some((job) => job.durability === durability);
		const durability = wanted('erasure') ? 'erasure' : wanted('disk') ? 'disk' : 'process';
		database.exec(SYNCHRONOUS[durability]);
		const results = await db.transaction().execute(async (transaction) => {
			const values: unknown[] = [];
			for (const job of jobs) values.push(await job.run(transaction));
			return values;
		});
		if (durability === 'erasure') database.exec('pragma wal_checkpoint(truncate)'); // the log has it too
		jobs.forEach((job, index) => job.resolve(results[index]));
	};
	const drain = async () => {
		while (waiting.length > 0) {
			const jobs = waiting.splice(0, LARGEST_BATCH);
			try {
				await inOneTransaction(jobs);
			} catch {
				// one of them failed and took the others back with it: each on its own, so that only that one fails
				for (const job of jobs) await inOneTransaction([job]).catch(job.reject);
			}
		}
		isDraining = false;
	};
	return <T>(durability: Job['durability'], run: (transaction: Kysely<Tables>) => Promise<T>) =>
		new Promise<T>((resolve, reject) => {
			waiting.push({ durability, run, resolve: resolve as (value: unknown) => void, reject });
			if (isDraining) return;
			isDraining = true;
			setImmediate(() => void drain());
		});
}
