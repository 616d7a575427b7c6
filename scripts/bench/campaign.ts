import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../test/support/bundle';
import { type Bench } from './bench';

const PEOPLE = 100_000;

export const campaign: Bench = {
	about: `SMS Campaign: ${PEOPLE.toLocaleString('en')} people of the ledger, found, judged, planned, then sent 50 at a time; SQLite ledger on disk, carrier answering at once; a fresh process`,
	unit: 'people/s',
	higherIsBetter: true,
	async run() {
		const folder = mkdtempSync(join(tmpdir(), 'commerce-sms-bench-'));
		try {
			const script = bundle(join(__dirname, 'campaign-process.ts'), join(folder, 'campaign.cjs'));
			const inProcess = (what: 'fill' | 'run') => {
				const args = [script, what, join(folder, 'ledger.sqlite'), String(PEOPLE)];
				const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
				if (status !== 0) throw new Error(stderr);
				return stdout;
			};
			inProcess('fill');
			const { seconds, peakMb } = JSON.parse(inProcess('run')) as { seconds: number; peakMb: number };
			return await Promise.resolve({ runs: [PEOPLE / seconds], peakMb: { ours: peakMb } });
		} finally {
			rmSync(folder, { recursive: true });
		}
	},
};
