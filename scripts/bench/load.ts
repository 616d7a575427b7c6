import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench } from './bench';

const ROOT = join(__dirname, '..', '..');
const RUNS = 9;

/** Requires everything that n8n requires of us when it starts; n8n-workflow is there by then. */
const SCRIPT = `
	require('n8n-workflow');
	const files = JSON.parse(process.argv[1]);
	const started = performance.now();
	for (const file of files) require(file);
	console.log(performance.now() - started);
`;

export const load: Bench = {
	about: 'requiring every node and credential of the built package in a fresh process',
	unit: 'ms',
	higherIsBetter: false,
	async run() {
		const { n8n } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
			n8n: { nodes: string[]; credentials: string[] };
		};
		const files = [...n8n.credentials, ...n8n.nodes].map((file) => join(ROOT, file));
		if (!files.every((file) => existsSync(file))) throw new Error('Build the package first: npm run build');
		const runs = Array.from({ length: RUNS }, () => {
			const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', SCRIPT, JSON.stringify(files)], {
				cwd: ROOT,
				encoding: 'utf8',
			});
			if (status !== 0) throw new Error(stderr);
			return Number(stdout);
		});
		return { runs };
	},
};
