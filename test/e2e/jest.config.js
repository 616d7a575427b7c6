const { transform } = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
	// Not the project's root: jest would look through everything in .local/, n8n included.
	rootDir: __dirname,
	testEnvironment: 'node',
	testMatch: ['<rootDir>/**/*.test.ts'],
	transform,
	setupFiles: ['<rootDir>/../support/only-loopback.ts'],
	testTimeout: 120_000,
	maxWorkers: 1,
};
