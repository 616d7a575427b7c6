import { homedir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '../../lib/domain/errors';
import { type Ledger } from '../../lib/ledger/ledger';

export interface LedgerSettings {
	/** Empty: the default place. */
	readonly path: string;
}

/** A ledger that nobody has used for so long is closed. */
const IDLE_MS = 30_000;

interface OpenLedger {
	readonly ledger: Promise<Ledger>;
	users: number;
	idle?: NodeJS.Timeout | undefined;
}

/**
 * The ledgers that are open in this process. Executions share them: one connection can put what many do at once into one
 * commit. They hang on the process because n8n loads a package's modules anew when it is updated.
 */
const registry = Symbol.for('n8n-nodes-commerce-sms.ledgers');
const openLedgers = ((globalThis as Record<symbol, unknown>)[registry] ??= new Map()) as Map<string, OpenLedger>;

/** `<n8n's folder>/commerce-sms/ledger.sqlite`; n8n's folder is .n8n in N8N_USER_FOLDER or the home folder. */
export const defaultLedgerPath = (): string =>
	join(process.env.N8N_USER_FOLDER ?? homedir(), '.n8n', 'commerce-sms', 'ledger.sqlite');

/**
 * Runs `use` with the shop's ledger open.
 *
 * @throws DomainError `ledger` when it cannot be opened, or when n8n runs on several processes, which one file cannot serve.
 */
export async function withLedger<T>({ path }: LedgerSettings, use: (ledger: Ledger) => Promise<T>): Promise<T> {
	if (process.env.EXECUTIONS_MODE === 'queue') {
		throw new DomainError(
			'ledger',
			'n8n runs in queue mode, where each worker would keep a ledger file of its own and texts would be sent twice',
			'A ledger in PostgreSQL, set in the credential "Commerce SMS: Shop API", will come with a later version of this package. Until then run these workflows on an n8n in regular mode.',
		);
	}
	const file = path.trim() || defaultLedgerPath();
	const open = acquire(file);
	try {
		return await use(await open.ledger);
	} finally {
		release(file, open);
	}
}

function acquire(file: string): OpenLedger {
	let open = openLedgers.get(file);
	if (!open) {
		// loaded when first needed: n8n requires every node when it starts
		const ledger = import('../../lib/ledger/sqlite').then(({ openSqliteLedger }) => openSqliteLedger(file, new Date()));
		open = { ledger, users: 0 };
		openLedgers.set(file, open);
		ledger.catch(() => openLedgers.delete(file)); // the next run tries to open it again
	}
	clearTimeout(open.idle);
	open.users++;
	return open;
}

function release(file: string, open: OpenLedger): void {
	open.users--;
	if (open.users > 0) return;
	open.idle = setTimeout(() => {
		openLedgers.delete(file);
		open.ledger.then((ledger) => ledger.close()).catch(() => undefined);
	}, IDLE_MS);
	open.idle.unref();
}

/** For tests: closes every ledger at once. */
export async function closeLedgers(): Promise<void> {
	const all = [...openLedgers.values()];
	openLedgers.clear();
	for (const { ledger, idle } of all) {
		clearTimeout(idle);
		await ledger.then((open) => open.close()).catch(() => undefined);
	}
}
