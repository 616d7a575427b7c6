import { checkLinks } from '../../lib/flows/check-links';
import { pageOpener } from '../../nodes/shared/page-opener';
import { executeContext } from '../support/execute-context';
import { httpServer } from '../support/local-servers';

// n8n reads it once, with the first request; a loopback address is what it protects
process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';

test('what n8n’s SSRF protection forbids is not opened, and said so', async () => {
	const { url, requests } = await httpServer((response) => response.end());
	const open = pageOpener(executeContext({ operation: 'sendOrderUpdate', carrier: 'twilio' }, {}));
	const [link] = await checkLinks([`${url}/`], open);
	expect(link?.problems.map(({ id }) => id)).toContain('unreachable');
	expect(link?.problems.at(-1)?.message).toMatch(/^127\.0\.0\.1:\d+ could not be opened: .*blocked.*restricted IP address/);
	expect(requests).toEqual([]);
});
