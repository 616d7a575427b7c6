import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { type Bench } from './bench';

const ROOT = join(__dirname, '..', '..');
const CODES = 1_000_000;
const RUNS = 5;

/** Ten of 32 symbols, where a generator lets itself be told; each fills `codes`, which holds them all at the end. */
const CONTESTANTS = {
	ours: `
		import { randomFillSync } from 'node:crypto';
		import { generateCodes } from './lib/domain/codes/generate';
		import { readPattern } from './lib/domain/codes/pattern';
		const pattern = readPattern({ length: 10, checkCharacter: false });
		const make = (count) => {
			const codes = [];
			for (const batch of generateCodes(pattern, count, { randomFill: randomFillSync })) codes.push(...batch);
			return codes;
		};`,
	'ours, with check character': `
		import { randomFillSync } from 'node:crypto';
		import { generateCodes } from './lib/domain/codes/generate';
		import { readPattern } from './lib/domain/codes/pattern';
		const pattern = readPattern({ length: 10, checkCharacter: true });
		const make = (count) => {
			const codes = [];
			for (const batch of generateCodes(pattern, count, { randomFill: randomFillSync })) codes.push(...batch);
			return codes;
		};`,
	'voucher-code-generator': `
		import vouchers from 'voucher-code-generator';
		const make = (count) => vouchers.generate({ length: 10, count, charset: '0123456789ABCDEFGHJKMNPQRSTVWXYZ' });`,
	'referral-codes': `
		import * as referrals from 'referral-codes';
		const make = (count) => referrals.generate({ length: 10, count, charset: '0123456789ABCDEFGHJKMNPQRSTVWXYZ' });`,
	// makes one code a call, of its own symbols, and does not look for repetitions
	'coupon-code': `
		import coupons from 'coupon-code';
		const make = (count) => {
			const codes = new Set();
			while (codes.size < count) codes.add(coupons.generate());
			return [...codes];
		};`,
} as const;

type Contestant = keyof typeof CONTESTANTS;

interface Figures {
	readonly perSecond: number;
	/** Peak of the process, which does nothing else. */
	readonly peakMb: number;
	readonly unique: number;
}

/** A process of its own for each run, as memory that one generator leaves behind would count for the next. */
const measure = `
	const started = performance.now();
	const codes = make(${CODES});
	const perSecond = ${CODES} / ((performance.now() - started) / 1000);
	const peakMb = process.resourceUsage().maxRSS / 1024;
	console.log(JSON.stringify({ perSecond, peakMb, unique: new Set(codes).size }));`;

function bundle(folder: string, name: Contestant): string {
	const file = join(folder, `${Object.keys(CONTESTANTS).indexOf(name)}.cjs`);
	const { outputFiles } = buildSync({
		stdin: { contents: CONTESTANTS[name] + measure, resolveDir: ROOT, loader: 'ts' },
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs',
	});
	writeFileSync(file, outputFiles[0]?.text ?? '');
	return file;
}

function runOnce(name: Contestant, file: string): Figures {
	const { stdout, stderr, status } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
	if (status !== 0) throw new Error(`${name}: ${stderr}`);
	const figures = JSON.parse(stdout) as Figures;
	if (figures.unique !== CODES) throw new Error(`${name} made ${CODES - figures.unique} codes twice`);
	return figures;
}

export const codes: Bench = {
	about: `${CODES.toLocaleString('en')} unique codes of ten of 32 symbols in memory, codes per second of a fresh process`,
	unit: 'codes/s',
	higherIsBetter: true,
	async run() {
		const folder = mkdtempSync(join(tmpdir(), 'bench-codes-'));
		try {
			const files = Object.keys(CONTESTANTS).map((name) => [name, bundle(folder, name as Contestant)] as const);
			const figures = new Map<string, Figures[]>();
			for (let run = 0; run < RUNS; run++) {
				for (const [name, file] of files) {
					figures.set(name, [...(figures.get(name) ?? []), runOnce(name as Contestant, file)]);
				}
			}
			const speeds = [...figures].map(([name, runs]) => [name, runs.map(({ perSecond }) => perSecond)] as const);
			const { ours = [], ...peers } = Object.fromEntries(speeds);
			const peaks = [...figures].map(
				([name, runs]) => [name, Math.round(Math.max(...runs.map(({ peakMb }) => peakMb)))] as const,
			);
			return { runs: ours, peers, peakMb: Object.fromEntries(peaks) };
		} finally {
			rmSync(folder, { recursive: true });
		}
	},
};
