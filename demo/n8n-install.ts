// Installs the pinned real n8n into .local/n8n, once.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runNpm } from './npm';
import type { Progress } from './progress';

export interface N8nInstallation {
	version: string;
	/** Holds node_modules with n8n and everything it needs. */
	folder: string;
	/** The script that Node runs: `node <script> start`. */
	script: string;
}

// What to install. package.json has cssom in place of cssomnom, a fork that a parser of HTML deep in n8n asks for and not
// every registry mirror carries.
const manifests = join(__dirname, 'n8n');
const MANIFESTS = ['package.json', 'package-lock.json'];
const projectRoot = dirname(__dirname);
// Written when all packages are there; holds what was installed.
const STAMP = 'installed';

// n8n stores in the one and evaluates expressions in the other. Nothing else of n8n needs an install script here.
const NATIVE_MODULES = ['sqlite3', 'isolated-vm'];
// npm prints one such line per file it asks for, from the network or from its cache.
const REQUEST_LINE = /^npm http (fetch|cache)/;

/** Installs n8n where it is missing, outdated or broken; returns within a second where it is there. */
export async function ensureN8n({
	progress,
	folder = join(projectRoot, '.local', 'n8n'),
}: {
	progress: Progress;
	folder?: string;
}): Promise<N8nInstallation> {
	if (!isInstalled(folder)) {
		// Made aside and moved into place when it is whole, so that an interrupted install leaves nothing that looks like
		// one; npm itself does not notice a package that was cut short while it was unpacked.
		removeAbandoned(folder);
		const aside = `${folder}.${process.pid}`;
		await installPackages(aside, progress);
		writeFileSync(join(aside, STAMP), wantedStamp());
		rmSync(folder, { recursive: true, force: true });
		renameSync(aside, folder);
	}
	await addNativeModules(folder, progress);
	return { version: n8nVersion(), folder, script: join(folder, 'node_modules', 'n8n', 'bin', 'n8n') };
}

function isInstalled(folder: string): boolean {
	const stamp = join(folder, STAMP);
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === wantedStamp();
}

function wantedStamp(): string {
	const hash = createHash('sha256');
	for (const file of MANIFESTS) hash.update(readFileSync(join(manifests, file)));
	// Packages bring other binaries for other platforms.
	return `${hash.digest('hex')} ${process.platform}-${process.arch}\n`;
}

function n8nVersion(): string {
	const manifest = JSON.parse(readFileSync(join(manifests, 'package.json'), 'utf8')) as {
		dependencies: { n8n: string };
	};
	return manifest.dependencies.n8n;
}

/** Removes what installs left aside whose process is gone. */
function removeAbandoned(folder: string): void {
	const parent = dirname(folder);
	mkdirSync(parent, { recursive: true });
	for (const entry of readdirSync(parent)) {
		const pid = entry.startsWith(`${basename(folder)}.`) ? Number(entry.slice(basename(folder).length + 1)) : NaN;
		if (pid && !isRunning(pid)) rmSync(join(parent, entry), { recursive: true, force: true, maxRetries: 3 });
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM'; // somebody else's
	}
}

async function installPackages(folder: string, progress: Progress): Promise<void> {
	const title = `Installing n8n ${n8nVersion()} into .local/n8n (once: 3 GB, some minutes)`;
	await progress.step(title, async (show) => {
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		for (const file of MANIFESTS) copyFileSync(join(manifests, file), join(folder, file));
		let requests = 0;
		// Not "npm ci", which insists on binaries of every other platform standing in the lock file (see with-tools.mjs).
		await runNpm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http'], {
			cwd: folder,
			onLine: (line) => REQUEST_LINE.test(line) && show(`${++requests} requests`),
		});
	});
}

/** Gets the native modules that came without a fitting binary: from their project where it has one, else compiled. */
async function addNativeModules(folder: string, progress: Progress): Promise<void> {
	const missing = modulesThatFail(folder);
	if (missing.length === 0) return;
	const title = `Fetching or compiling ${missing.join(' and ')} for n8n (once: up to two minutes)`;
	let reason = '';
	await progress.step(title, async () => {
		try {
			await runNpm(['rebuild', ...missing, '--ignore-scripts=false', '--foreground-scripts'], {
				cwd: folder,
				env: nodeHeaders(),
			});
		} catch (error) {
			reason = `\n\n${(error as Error).message}`;
		}
		const still = modulesThatFail(folder);
		if (still.length === 0) return;
		// setuptools: the node-gyp that n8n brings imports distutils, which Python has not had since 3.12.
		throw new Error(
			`n8n needs ${still.join(' and ')}, which could neither be fetched nor compiled. ` +
				`Install a C++ compiler, make and Python 3 and run this again ` +
				`(Debian, Ubuntu: apt-get install python3 python3-setuptools make g++; macOS: xcode-select --install).${reason}`,
		);
	});
}

function modulesThatFail(folder: string): string[] {
	return NATIVE_MODULES.filter(
		(name) => spawnSync(process.execPath, ['-e', `require('${name}')`], { cwd: folder, stdio: 'ignore' }).status !== 0,
	);
}

/** Where Node's own headers lie beside the running Node: node-gyp would download them otherwise. */
function nodeHeaders(): Record<string, string> {
	const nodeFolder = dirname(dirname(process.execPath));
	return existsSync(join(nodeFolder, 'include', 'node', 'node.h')) ? { npm_config_nodedir: nodeFolder } : {};
}
