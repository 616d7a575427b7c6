/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
	transform: { '\\.[jt]s$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } }] },
	// the inlined libraries that come as ES modules
	transformIgnorePatterns: ['/node_modules/(?!(kysely|iso-3166|html5parser)/)'],
	setupFilesAfterEnv: ['<rootDir>/test/support/harness.ts'],
	maxWorkers: 2,
};
