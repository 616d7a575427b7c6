// A process of its own for test/ledger/sqlite.test.ts: claims orders 0 to count-1; "die" ends it in the middle of sending,
// "hear" when a STOP is recorded and no workflow has it yet.

import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { answer, hear } from './inbound-fixtures';
import { claim, sighting } from './sightings';

async function main([path, mode, count, seed]: string[]): Promise<void> {
	const ledger = await openSqliteLedger(path as string, new Date());
	if (mode === 'hear') {
		await hear(ledger, { messageId: 'SM-in-1' }, { optOut: { byCarrier: false }, answer: answer() });
		process.kill(process.pid, 'SIGKILL');
	}
	let claimed = 0;
	for (let index = 0; index < Number(count); index++) {
		const refs = [{ kind: 'number', value: String(index), source: 'shopify' } as const];
		const newOrderId = `order ${index} of ${seed}`;
		const { sendId } = await claim(ledger, sighting({ refs, newOrderId }), { sendId: `send ${index} of ${seed}` });
		if (sendId) claimed++;
	}
	if (mode === 'die') process.kill(process.pid, 'SIGKILL');
	process.stdout.write(String(claimed));
	await ledger.close();
}

void main(process.argv.slice(2));
