import { randomFillSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillSeries } from '../../lib/flows/fill-series';
import { type SeriesRules } from '../../lib/flows/give-code';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { type Bench } from './bench';

const CODES = 1_000_000;
const RUNS = 3;

export const codesStored: Bench = {
	about: `Generate Series: ${CODES.toLocaleString('en')} codes with a check character, drawn and stored in a SQLite ledger on disk, codes per second`,
	unit: 'codes/s',
	higherIsBetter: true,
	async run() {
		const runs: number[] = [];
		for (let run = 0; run < RUNS; run++) runs.push(await fill());
		return { runs };
	},
};

const RULES: SeriesRules = {
	name: 'Bench',
	offer: {
		reward: { kind: 'percent', percent: 10 },
		validity: { kind: 'period' },
		maxUses: 1,
		firstOrderOnly: false,
		mobileOnly: false,
	},
	pattern: { length: 10, checkCharacter: true },
	exclusions: [],
};

async function fill(): Promise<number> {
	const folder = mkdtempSync(join(tmpdir(), 'commerce-sms-bench-'));
	const ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'), new Date());
	const deps = { ledger, shop: 'default', now: () => new Date(), newId: randomUUID, randomFill: randomFillSync };
	try {
		const started = performance.now();
		const { added } = await fillSeries(RULES, CODES, deps, (total) => {
			if (total % 100_000 === 0) process.stderr.write(`${total.toLocaleString('en')} codes stored\n`);
		});
		if (added !== CODES) throw new Error(`${added} codes were stored`);
		return CODES / ((performance.now() - started) / 1000);
	} finally {
		await ledger.close();
		rmSync(folder, { recursive: true });
	}
}
