import { readdirSync } from 'node:fs';
import { configWithoutCloudSupport } from '@n8n/node-cli/eslint';

/** Adapters of one family never import each other; what two of them share moves to the contract or to protocols/. */
const adapterZones = (folder, ...shared) =>
	readdirSync(new URL(folder, import.meta.url))
		.filter((file) => file.endsWith('.ts') && ![...shared, 'index.ts'].includes(file))
		.map((file) => ({
			target: `./${folder}/${file}`,
			from: `./${folder}`,
			except: [`./${file}`, './protocols', ...shared.map((name) => `./${name}`)],
			message: 'Adapters do not import each other.',
		}));

const n8nImports = {
	paths: [{ name: 'n8n-workflow', message: 'lib/ knows nothing of n8n; put the glue under nodes/shared.' }],
};

export default [
	{ ignores: ['.local/**', 'node_modules/**', 'dist/**'] },
	// n8n's own rules for community nodes. Without the Cloud preset: the package keeps a ledger file of its own, so it
	// is for self-hosted n8n (README says so).
	...configWithoutCloudSupport,
	{
		settings: { 'import-x/core-modules': ['node:sqlite'] },
	},
	{
		// of a development dependency, which asks for an older libphonenumber-js than ours; the package itself has no dependencies
		files: ['package.json'],
		rules: { '@n8n/community-nodes/no-overrides-field': 'off' },
	},
	{
		files: ['**/*.ts'],
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'import-x/no-cycle': 'error',
			'import-x/no-restricted-paths': [
				'error',
				{
					basePath: import.meta.dirname,
					zones: [
						{
							target: './lib',
							from: ['./nodes', './credentials', './sandbox', './demo', './scripts', './test'],
							message: 'lib/ is the bottom layer.',
						},
						{
							target: './lib/domain',
							from: ['./lib/carriers', './lib/sources', './lib/shops', './lib/ledger', './lib/flows'],
							message: 'The domain imports only the domain.',
						},
						{
							target: './lib/flows',
							from: ['./lib/carriers', './lib/sources', './lib/shops', './lib/ledger'],
							except: ['./carrier.ts', './source.ts', './shop.ts', './ledger.ts', './inbound.ts', './consent.ts', './people.ts', './codes.ts', './outbox.ts', './campaigns.ts'],
							message: 'Flows see adapters only through their contracts.',
						},
						{
							target: './nodes',
							from: ['./sandbox', './demo', './scripts', './test'],
							message: 'Nodes ship; these do not belong to them.',
						},
						{ target: './credentials', from: ['./lib', './sandbox', './nodes'], message: 'Credentials hold no logic.' },
						{
							target: './sandbox',
							from: ['./lib/carriers', './lib/sources', './lib/shops', './lib/ledger', './lib/flows', './nodes'],
							message: 'The sandbox is an independent witness: it shares no code with what it checks.',
						},
						...adapterZones('lib/carriers', 'carrier.ts'),
						...adapterZones('lib/shops', 'shop.ts'),
						...adapterZones('lib/sources', 'source.ts', 'read.ts', 'unwrap.ts'),
					],
				},
			],
		},
	},
	{
		files: ['lib/**/*.ts'],
		rules: {
			'@n8n/community-nodes/require-node-api-error': 'off', // lib throws its own errors; nodes/shared/node-errors.ts translates them
			'no-restricted-imports': ['error', n8nImports],
		},
	},
	{
		// development code: it runs tools, prints, and uses made-up secrets
		files: ['test/**/*.ts', 'scripts/**/*.ts', 'demo/**/*.ts', 'sandbox/**/*.ts'],
		rules: {
			'@n8n/community-nodes/no-hardcoded-secrets': 'off',
			'@n8n/community-nodes/require-node-api-error': 'off',
			'@n8n/community-nodes/no-dangerous-functions': 'off',
		},
	},
	{
		files: ['scripts/**/*.ts', 'demo/**/*.ts', 'sandbox/**/*.ts', 'test/e2e/**/*.ts'],
		rules: { 'no-console': 'off' },
	},
];
