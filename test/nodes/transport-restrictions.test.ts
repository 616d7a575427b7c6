import { NodeApiError, UserError } from 'n8n-workflow';
import { carrierExchange } from '../../nodes/shared/transport';
import { executeContext } from '../support/execute-context';
import { httpServer } from '../support/local-servers';

// n8n reads it once, with the first request; a loopback address is what it protects
process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';

const CREDENTIALS = { accountSid: 'AC-dummy', authType: 'authToken', authToken: 'dummy-auth-token' };

const contextOf = () =>
	executeContext({ operation: 'sendOrderUpdate', carrier: 'twilio' }, { commerceSmsTwilioApi: CREDENTIALS });
const post = (url: string) => ({ method: 'POST' as const, url, headers: {}, body: 'Body=dummy' });

test.each([1, 5])('what n8n’s SSRF protection forbids does not leave, be it %i texts', async (texts) => {
	const { url, requests } = await httpServer((response) => response.end('{}'));
	const exchange = await carrierExchange(contextOf(), 'commerceSmsTwilioApi', CREDENTIALS, texts);
	await expect(exchange(post(url))).rejects.toMatchObject({
		name: 'CarrierError',
		code: 'bad-config',
		message: expect.stringMatching(
			/^n8n does not allow requests to 127\.0\.0\.1:\d+: .*blocked.*restricted IP address$/,
		),
	});
	expect(requests).toEqual([]);
});

test('a credential that may not be used for the carrier’s domain is a mistake in the configuration', async () => {
	const context = contextOf();
	context.helpers.httpRequestWithAuthentication = async () => {
		const refusal = new UserError('Domain not allowed: This credential is restricted from accessing api.example.com');
		throw new NodeApiError(context.getNode(), refusal as never);
	};
	const exchange = await carrierExchange(context, 'commerceSmsTwilioApi', CREDENTIALS, 1);
	await expect(exchange(post('https://api.example.com'))).rejects.toMatchObject({
		code: 'bad-config',
		message: expect.stringMatching(/^n8n does not allow requests to api\.example\.com: Domain not allowed/),
	});
});
