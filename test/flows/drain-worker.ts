// A process of its own for test/flows/drain-outbox-crash.test.ts: sends what is due in a ledger through the sandbox, until it is
// killed or done, and says how many it sent.
import { randomUUID } from 'node:crypto';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { drainOutbox } from '../../lib/flows/drain-outbox';
import { PROFILE } from './outbox-shop';
import { sandboxDeps, type WorkerCarrier } from './sandbox-deps';

async function main([path, url, carrier, clockAhead]: string[]): Promise<void> {
	const ledger = await openSqliteLedger(path as string, new Date());
	const deps = sandboxDeps(ledger, url as string, carrier as WorkerCarrier, () => Date.now() + Number(clockAhead), randomUUID);
	let sent = 0;
	await drainOutbox({ profile: PROFILE, parallel: 10 }, deps, ({ outcome }) => {
		if (outcome === 'sent') sent++;
	});
	process.stdout.write(String(sent));
	await ledger.close();
}

void main(process.argv.slice(2));
