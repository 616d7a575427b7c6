// Packs the community package and puts it into an n8n the way n8n's own installer does.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { runNpm } from './npm';

const run = promisify(execFile);

const projectRoot = dirname(__dirname);
// What dist/ is made of. The build writes the licences near its end, so they are as old as dist/ is.
const SOURCES = ['credentials', 'icons', 'lib', 'nodes', 'sandbox', 'gulpfile.js', 'package.json', 'tsconfig.json'];
const LAST_BUILT = join('dist', 'THIRD_PARTY_LICENSES.txt');

interface PackageJson {
	name: string;
	version: string;
	[field: string]: unknown;
}

interface InstalledList {
	name: string;
	private: boolean;
	dependencies: Record<string, string>;
}

/** Builds where dist/ is missing or older than a source, then packs what would be published. Gives the tarball's path. */
export async function packTarball(): Promise<string> {
	if (!isBuilt()) await runNpm(['run', 'build'], { cwd: projectRoot });
	return await packFolder(projectRoot, join(projectRoot, '.local', 'package'));
}

/** Packs any package as it is. Gives the tarball's path. */
export async function packFolder(folder: string, into: string): Promise<string> {
	mkdirSync(into, { recursive: true });
	const output = await runNpm(['pack', '--pack-destination', into, '--ignore-scripts', '--json'], { cwd: folder });
	const [packed] = JSON.parse(output) as [{ filename: string }];
	return join(into, packed.filename);
}

function isBuilt(): boolean {
	const last = join(projectRoot, LAST_BUILT);
	return existsSync(last) && SOURCES.every((source) => newestIn(join(projectRoot, source)) <= statSync(last).mtimeMs);
}

/** When the file, or anything in the folder, was last changed; a folder itself changes when an entry comes or goes. */
function newestIn(path: string): number {
	if (!existsSync(path)) return 0;
	const { mtimeMs } = statSync(path);
	if (!statSync(path).isDirectory()) return mtimeMs;
	return Math.max(mtimeMs, ...readdirSync(path).map((entry) => newestIn(join(path, entry))));
}

/**
 * Installs a packed community package into the user folder of an n8n that is not running: n8n loads what lies there
 * when it starts. Step by step what n8n's Settings → Community nodes does after it has fetched the tarball
 * (2.41.1, community-packages.service, downloadPackage), except that n8n also notes the package in its database.
 */
export async function installPackage({ tarball, userFolder }: { tarball: string; userFolder: string }): Promise<void> {
	const { stdout } = await run('tar', ['-xzOf', tarball, 'package/package.json']);
	const { name, version } = JSON.parse(stdout) as PackageJson;
	const downloads = join(userFolder, '.n8n', 'nodes');
	const target = join(downloads, 'node_modules', name);
	const backup = `${target}.backup-${Date.now()}`;

	if (existsSync(target)) renameSync(target, backup);
	try {
		mkdirSync(target, { recursive: true });
		await run('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
		dropForeignDependencies(join(target, 'package.json'));
		await runNpm(
			[
				'install',
				'--audit=false',
				'--fund=false',
				'--bin-links=false',
				'--install-strategy=shallow',
				'--ignore-scripts=true',
				'--package-lock=false',
			],
			{ cwd: target },
		);
		noteDependency(join(downloads, 'package.json'), name, version);
	} catch (error) {
		rmSync(target, { recursive: true, force: true });
		if (existsSync(backup)) renameSync(backup, target);
		throw error;
	}
	rmSync(backup, { recursive: true, force: true });
}

function dropForeignDependencies(file: string): void {
	const manifest = readJson<PackageJson>(file);
	for (const field of ['devDependencies', 'peerDependencies', 'optionalDependencies']) delete manifest[field];
	writeFileSync(file, JSON.stringify(manifest, null, 2));
}

/** n8n keeps a list of what it installed beside node_modules. */
function noteDependency(file: string, name: string, version: string): void {
	const list: InstalledList = existsSync(file)
		? readJson<InstalledList>(file)
		: { name: 'installed-nodes', private: true, dependencies: {} };
	list.dependencies[name] = version;
	writeFileSync(file, JSON.stringify(list, null, 2));
}

function readJson<T>(file: string): T {
	return JSON.parse(readFileSync(file, 'utf8')) as T;
}
