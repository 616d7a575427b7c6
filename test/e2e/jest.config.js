/** @type {import('jest').Config} */
module.exports = {
	// Not the project's root: jest would look through everything in .local/, n8n included.
	rootDir: __dirname,
	testEnvironment: 'node',
	testMatch: ['<rootDir>/**/*.test.ts'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
		],
	},
	setupFiles: ['<rootDir>/only-loopback.ts'],
	testTimeout: 120_000,
	maxWorkers: 1,
};
