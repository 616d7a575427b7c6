import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConsentEntry } from '../../lib/ledger/consent';
import { checkConsents } from '../../lib/flows/check-consents';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { type Bench } from './bench';

const FEW = 10_000;
const MANY = 1_000_000;
/** Phones checked in each run: every one another person, from all over the list. */
const CHECKS = 100_000;
const RUNS = 5;
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
		const few = await measure(FEW);
		return { runs: await measure(MANY), peers: { 'with 10,000 people': few } };
	},
};

async function measure(people: number): Promise<number[]> {
	const folder = mkdtempSync(join(tmpdir(), 'commerce-sms-bench-'));
	const now = new Date();
	const ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'), now);
	try {
		const started = performance.now();
		for (let start = 0; start < people; start += CHUNK) {
			if (start % 100_000 === 0 && start > 0) process.stderr.write(`${start.toLocaleString('en')} consents recorded\n`);
			const entries = Array.from({ length: Math.min(CHUNK, people - start) }, (_, index) => consent(start + index, now));
			await ledger.recordConsents(PROFILE.key, entries, now);
		}
		const rate = people / ((performance.now() - started) / 1000);
		process.stderr.write(`${people.toLocaleString('en')} consents recorded, ${Math.round(rate).toLocaleString('en')} each second\n`);
		const questions = Array.from({ length: CHECKS }, (_, index) => ({
			phone: phone((index * 7_919) % people), // a prime stride: neighbours in the list are not neighbours in the file
			purpose: 'marketing' as const,
		}));
		const runs: number[] = [];
		for (let run = 0; run < RUNS; run++) {
			const before = performance.now();
			const answers = await checkConsents(questions, PROFILE, ledger, now);
			runs.push(CHECKS / ((performance.now() - before) / 1000));
			const consented = answers.filter(({ outcome }) => outcome === 'consented').length;
			if (consented !== CHECKS) throw new Error(`${consented} of ${CHECKS} have consented`);
		}
		return runs;
	} finally {
		await ledger.close();
		rmSync(folder, { recursive: true });
	}
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
