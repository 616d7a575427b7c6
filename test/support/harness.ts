// Loaded before every test file but the end-to-end ones.
import './only-loopback';
import nock from 'nock';

// n8n's engine logs every error of a node; what a test expects need not be printed
process.env.N8N_LOG_LEVEL = 'silent';

// Every test file loads a nock of its own, and one that stays in place is wrapped by the next file's
afterAll(() => nock.restore());

afterEach(() => {
	const unused = nock.pendingMocks();
	nock.cleanAll();
	if (unused.length > 0) throw new Error(`Expected requests were never made: ${unused.join(', ')}`);
});
