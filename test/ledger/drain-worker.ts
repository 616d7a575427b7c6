// A process of its own for test/ledger/outbox-crash.test.ts: empties the outbox, 50 texts side by side, and writes a line for each text
// that it would now hand to the carrier. Its "carrier" takes everything.

import { randomUUID } from 'node:crypto';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { SEND } from './outbox-fixtures';

const SIDE_BY_SIDE = 50;
const LEASE_MS = 60_000;

async function main([path, limit]: string[]): Promise<void> {
	const ledger = await openSqliteLedger(path as string, new Date());
	process.stdout.write('ready\n');
	for (;;) {
		const now = new Date();
		const leaseId = randomUUID();
		const until = new Date(now.getTime() + LEASE_MS);
		const texts = [...(await ledger.leaseDue({ shop: 'default', carrier: 'twilio', now, leaseId, until, limit: Number(limit) }))];
		if (texts.length === 0) break;
		const lane = async () => {
			for (let text = texts.pop(); text; text = texts.pop()) {
				const { sendId } = text;
				if ((await ledger.claimDue({ sendId, leaseId }, SEND, new Date())) === 'lost') continue;
				process.stdout.write(`${sendId}\n`);
				await ledger.settleSend(sendId, { status: 'accepted', carrierMessageId: `SM ${sendId}` }, new Date());
			}
		};
		await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
	}
	await ledger.close();
}

void main(process.argv.slice(2));
