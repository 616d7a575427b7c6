// A process of its own for test/ledger/codes-crash.test.ts. "fill" makes a series of so many codes and says so; "redeem" uses
// one code for so many orders, and says how often that worked.

import { randomBytes } from 'node:crypto';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { define, redeem } from './codes-fixtures';

const CHUNK = 5_000;
const draw = () => randomBytes(8).toString('hex').toUpperCase();

async function main([path, mode, count, seed]: string[]): Promise<void> {
	const ledger = await openSqliteLedger(path as string, new Date());
	if (mode === 'fill') {
		const wanted = Number(count);
		const series = await define(ledger, { wanted });
		let { total } = await ledger.addCodes('default', series.id, [], new Date());
		process.stdout.write(`${total}\n`);
		while (total < wanted) {
			const codes = Array.from({ length: CHUNK }, draw);
			({ total } = await ledger.addCodes('default', series.id, codes, new Date()));
			process.stdout.write(`${total}\n`);
		}
	} else {
		let redeemed = 0;
		for (let index = 0; index < Number(count); index++) {
			if ((await redeem(ledger, 'MANY-2', `order ${index} of ${seed}`)).refusal === undefined) redeemed++;
		}
		process.stdout.write(String(redeemed));
	}
	await ledger.close();
}

void main(process.argv.slice(2));
