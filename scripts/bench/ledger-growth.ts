import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConsentEntry } from '../../lib/ledger/consent';
import { checkConsents } from '../../lib/flows/check-consents';
import { type Ledger } from '../../lib/ledger/ledger';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { type Bench } from './bench';

const FEW = 10_000;
const MANY = 1_000_000;
/** Phones checked in each run: every one another person, from all over the list. */
const CHECKS = 100_000;
const RUNS = 9;
/** Written in one transaction. */
const CHUNK = 2_000;

const PROFILE = { key: 'default', timeZone: 'Etc/UTC', optOutScope: 'everything' } as const;

/** Polish mobile numbers: the list is as large as a country's. */
const phone = (person: number): string => `+48600${String(person).padStart(6, '0')}`;

export const ledgerGrowth: Bench = {
	about: `Check Consent, ${CHECKS.toLocaleString('en')} phones as they stand in items, of ${MANY.toLocaleString('en')} people with a recorded consent (peer: of ${FEW.toLocaleString('en')}); SQLite ledger on disk`,
	unit: 'checks/s',
	higherIsBetter: true,
	async run() {
		const few = await makeLedger(FEW);
		const many = await makeLedger(MANY);
		const runs: number[] = [];
		const peer: number[] = [];
		try {
			// in turns, so that what else the machine does weighs on both
			for (let run = 0; run < RUNS; run++) {
				peer.push(await measure(few));
				runs.push(await measure(many));
			}
		} finally {
			await few.dispose();
			await many.dispose();
		}
		return { runs, peers: { 'with 10,000 people': peer } };
	},
};

interface FullLedger {
	readonly ledger: Ledger;
	readonly people: number;
	dispose(): Promise<void>;
}

async function makeLedger(people: number): Promise<FullLedger> {
	const folder = mkdtempSync(join(tmpdir(), 'commerce-sms-bench-'));
	const now = new Date();
	const ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'), now);
	const started = performance.now();
	for (let start = 0; start < people; start += CHUNK) {
		if (start % 100_000 === 0 && start > 0) process.stderr.write(`${start.toLocaleString('en')} consents recorded\n`);
		const entries = Array.from({ length: Math.min(CHUNK, people - start) }, (_, index) => consent(start + index, now));
		await ledger.recordConsents(PROFILE.key, entries, now);
	}
	const rate = Math.round(people / ((performance.now() - started) / 1000));
	process.stderr.write(`${people.toLocaleString('en')} consents recorded, ${rate.toLocaleString('en')} each second\n`);
	const dispose = async () => {
		await ledger.close();
		rmSync(folder, { recursive: true });
	};
	return { ledger, people, dispose };
}

async function measure({ ledger, people }: FullLedger): Promise<number> {
	const questions = Array.from({ length: CHECKS }, (_, index) => ({
		phone: phone((index * 7_919) % people), // a prime stride: neighbours in the list are not neighbours in the file
		purpose: 'marketing' as const,
	}));
	const started = performance.now();
	const answers = await checkConsents(questions, PROFILE, ledger, new Date());
	const seconds = (performance.now() - started) / 1000;
	const consented = answers.filter(({ outcome }) => outcome === 'consented').length;
	if (consented !== CHECKS) throw new Error(`${consented} of ${CHECKS} have consented`);
	return CHECKS / seconds;
}

const consent = (person: number, now: Date): ConsentEntry => ({
	phone: phone(person),
	purpose: 'marketing',
	action: 'record',
	source: 'import',
	actor: 'operator',
	givenAt: now,
	wording: 'Yes, text me offers.',
	language: 'pl',
	evidence: { note: 'Old shop, list of 2026-11-01' },
});
