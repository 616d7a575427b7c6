// The build: tsc compiles, esbuild inlines each library into the one file of lib/vendor/ that re-exports it, large
// tables are compressed, and what none of them copies (icons, the sandbox's page) is copied. The published package has no runtime dependencies.
const { spawnSync } = require('node:child_process');
const { readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { basename, dirname, join, resolve } = require('node:path');
const { brotliCompressSync } = require('node:zlib');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const VENDOR = 'lib/vendor';
const LICENSES = 'dist/THIRD_PARTY_LICENSES.txt';

async function clean() {
	rmSync('dist', { recursive: true, force: true });
}

async function compile() {
	const tsc = spawnSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json'], { stdio: 'inherit' });
	if (tsc.status !== 0) throw new Error('tsc found the mistakes above');
}

/** Four fifths of the phone library are its table of the world's numbering plans. */
const packNumberingPlans = {
	name: 'pack-numbering-plans',
	setup({ onLoad }) {
		onLoad({ filter: /metadata\.max\.json\.js$/ }, ({ path }) => {
			const packed = brotliCompressSync(readFileSync(path.replace(/\.js$/, '')));
			return {
				contents: `import { brotliDecompressSync } from 'node:zlib';
export default JSON.parse(brotliDecompressSync(Buffer.from('${packed.toString('base64')}', 'base64')).toString());`,
			};
		});
	},
};

async function inline() {
	const entryPoints = readdirSync(VENDOR)
		.filter((file) => file.endsWith('.ts'))
		.map((file) => join(VENDOR, file));
	const { metafile } = await esbuild.build({
		entryPoints,
		outdir: join('dist', VENDOR),
		allowOverwrite: true,
		bundle: true,
		platform: 'node',
		target: 'node22',
		format: 'cjs',
		minify: true,
		legalComments: 'none', // the licences stand whole in THIRD_PARTY_LICENSES.txt
		metafile: true,
		plugins: [packNumberingPlans],
	});
	writeFileSync(LICENSES, licencesOf(inlinedPackages(metafile)) + DATA_LICENCES);
}

/** Folders of the packages that ended up in a vendor file, e.g. node_modules/kysely. */
function inlinedPackages(metafile) {
	const folders = Object.keys(metafile.inputs)
		.map((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1])
		.filter(Boolean);
	return [...new Set(folders)].sort();
}

/** Of the tables in lib/domain/law that scripts/reference-data.ts writes. */
const DATA_LICENCES = `
${'-'.repeat(80)}

Time zones and states by phone prefix: from libphonenumber, Copyright (C) Google

${readFileSync('node_modules/libphonenumber-js/LICENSE.Apache', 'utf8').trim()}

${'-'.repeat(80)}

Dates of public holidays: from date-holidays

${readFileSync('node_modules/date-holidays/LICENSE', 'utf8').trim()}
`;

function licencesOf(packageFolders) {
	return packageFolders
		.map((folder) => {
			const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
			const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
			if (!file) throw new Error(`${name} ships no licence text; it may not be inlined`);
			return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
		})
		.join(`\n${'-'.repeat(80)}\n\n`);
}

/** Records that are half of all our code, and next to nothing when compressed: of languages, each from a file of its own; of facts. */
const LANGUAGE_TABLES = { 'dist/lib/domain/texts/by-language.js': 'TEXTS', 'dist/lib/domain/replies/words/index.js': 'REPLY_WORDS' };
const FACT_TABLES = { 'dist/lib/domain/law/holiday-table.js': 'HOLIDAY_TABLE', 'dist/lib/domain/law/zone-table.js': 'ZONE_TABLE' };

/** Puts each table into one compressed file, which takes the place of the languages' modules. */
async function packTables() {
	for (const [module, name] of Object.entries({ ...LANGUAGE_TABLES, ...FACT_TABLES })) {
		const { [name]: table, ...others } = require(resolve(module));
		const languages = module in FACT_TABLES ? [] : Object.keys(table).map((language) => join(dirname(module), `${language.toLowerCase()}.js`));
		const packed = module.replace(/\.js$/, '.json.br');
		writeFileSync(packed, brotliCompressSync(JSON.stringify(table)));
		writeFileSync(
			module,
			`'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { brotliDecompressSync } = require('node:zlib');
exports.${name} = JSON.parse(brotliDecompressSync(readFileSync(join(__dirname, '${basename(packed)}'))).toString());
${Object.entries(others).map(([constant, value]) => `exports.${constant} = ${JSON.stringify(value)};`).join('\n')}
`,
		);
		for (const language of languages) rmSync(language);
	}
}

/** Without blanks, line breaks and local names the rest is a third smaller. Functions of a file keep their names: error reports tell where. */
async function tighten() {
	const files = readdirSync('dist', { recursive: true }).filter((file) => file.endsWith('.js') && !file.includes('public'));
	for (const file of files.map((name) => join('dist', name)).filter((name) => !name.includes(VENDOR))) {
		const options = { minify: true, charset: 'utf8', target: 'node22', legalComments: 'none' };
		writeFileSync(file, (await esbuild.transform(readFileSync(file, 'utf8'), options)).code);
	}
}

/** Who looks for a carrier in n8n finds the nodes that send through it. */
async function nameCarriers() {
	const { CARRIERS } = require(resolve('dist/lib/carriers'));
	for (const file of readdirSync('dist/nodes', { recursive: true }).filter((name) => name.endsWith('.node.json'))) {
		const path = join('dist/nodes', file);
		const codex = JSON.parse(readFileSync(path, 'utf8'));
		if (!codex.alias.includes('Twilio')) continue;
		const alias = [...new Set([...codex.alias, ...CARRIERS.map(({ name }) => name)])];
		writeFileSync(path, JSON.stringify({ ...codex, alias }));
	}
}

const copyIcons = () => src('icons/**/*.svg', { encoding: false }).pipe(dest('dist/icons'));
const copySandboxPage = () => src('sandbox/public/**/*', { encoding: false }).pipe(dest('dist/sandbox/public'));

exports.clean = clean;
exports.default = series(clean, compile, inline, packTables, nameCarriers, tighten, parallel(copyIcons, copySandboxPage));
