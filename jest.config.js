/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
	transform: { '\\.[jt]s$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } }] },
	// the inlined libraries that come as ES modules, and what Vonage's SDK needs of them
	transformIgnorePatterns: ['/node_modules/(?!(kysely|iso-3166|html5parser|@vonage/jwt/node_modules/uuid|uuid)/)'],
	setupFilesAfterEnv: ['<rootDir>/test/support/harness.ts'],
	maxWorkers: 2,
};
