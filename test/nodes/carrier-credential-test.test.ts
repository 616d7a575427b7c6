// The test button of every carrier's credential, in n8n's own context of such tests.
import 'reflect-metadata';
import nock from 'nock';
import { CredentialTestContext } from 'n8n-core';
import { type ICredentialTestFunctions, type ICredentialTestRequest, type IDataObject, type INodeCredentialTestResult, type IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { CARRIERS } from '../../lib/carriers';
import { credentialClass } from '../../nodes/shared/authorise';
import { credentialTest } from '../../nodes/shared/credential-tests';
import { loadNodes } from '../support/descriptions';

type Rule = NonNullable<ICredentialTestRequest['rules']>[number];

const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData) as unknown as ICredentialTestFunctions;
const press = async (type: string, data: IDataObject): Promise<INodeCredentialTestResult> =>
	await credentialTest.testCarrier.call(context, { id: '1', name: 'Mine', type, data: data as never });

/** As its examples show. */
async function filled(type: string): Promise<IDataObject> {
	const { properties } = new (await credentialClass(type))();
	const fields = properties.map(({ name, default: usual, placeholder = '' }) => [name, usual || placeholder.replace(/^e\.g\. /, '')] as const);
	return { ...Object.fromEntries(fields), messagesPerSecond: 0 };
}

/** Whatever is asked, by whatever method. */
function answer(status: number, body: string | object): { readonly hosts: string[] } {
	const hosts: string[] = [];
	for (const method of ['GET', 'POST'] as const) {
		nock(/./)
			.intercept(/./, method)
			.optionally()
			.reply(function () {
				hosts.push(String(this.req.getHeader('host')));
				return [status, body];
			});
	}
	return { hosts };
}

const DIGITS = /^\d+$/;

/** An answer that a rule is about. */
function wrong({ type, properties }: Rule): [status: number, body: string | object] {
	if (type === 'responseCode') return [properties.value, { message: 'No' }];
	const { key, value } = properties as { key: string; value: unknown };
	if (DIGITS.test(key)) return [200, 'x'.repeat(Number(key)) + String(value)];
	return [200, value === undefined ? {} : { [key]: value }];
}

/** An answer that no rule is about. */
const right = (rules: readonly Rule[]): object =>
	Object.fromEntries(rules.flatMap(({ type, properties }) => (type === 'responseSuccessBody' ? [[properties.key, 'fine']] : [])));

describe.each(CARRIERS.map(({ id, name, credential }) => ({ id, name, credential })))('$id', ({ name, credential }) => {
	let fields: IDataObject;
	let test_: ICredentialTestRequest;
	beforeAll(async () => {
		fields = await filled(credential);
		test_ = (await credentialClass(credential)).test as ICredentialTestRequest;
	});

	test('a right key', async () => {
		const { hosts } = answer(200, right(test_.rules ?? []));
		expect(await press(credential, fields)).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(hosts).toHaveLength(1);
	});

	test('each way in which a wrong key shows itself has its sentence', async () => {
		const { rules = [] } = test_;
		expect(rules.length).toBeGreaterThan(0);
		for (const rule of rules) {
			nock.cleanAll();
			answer(...wrong(rule));
			const { status, message } = await press(credential, fields);
			expect([status, message]).toEqual(['Error', rule.properties.message]);
		}
	});

	test('no network, and what the way out is', async () => {
		for (const method of ['GET', 'POST'] as const) {
			nock(/./)
				.intercept(/./, method)
				.optionally()
				.replyWithError(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }));
		}
		const { status, message } = await press(credential, fields);
		expect(status).toBe('Error');
		expect(message).toMatch(/^n8n cannot reach [\w.:-]+ \(ENOTFOUND\)\. Check the internet connection of your n8n, its proxy, and the API URL\.$/);
	});

	test('a carrier in trouble, and a server that is somebody else’s', async () => {
		const knows = (status: number) => test_.request.ignoreHttpStatusErrors || (test_.rules ?? []).some(({ type, properties }) => type === 'responseCode' && properties.value === status);
		for (const [status, pattern] of [
			[503, `${name} is in trouble`],
			[429, `${name} is asked too often`],
			[418, `This is not the answer of ${name}`],
			[301, `This is not the answer of ${name}`],
		] as const) {
			if (knows(status)) continue;
			nock.cleanAll();
			answer(status, '');
			expect(await press(credential, fields)).toEqual({ status: 'Error', message: expect.stringContaining(pattern) as string });
		}
	});
});

test('what is missing is said before anything is asked', async () => {
	expect(await press('commerceSmsTwilioApi', {})).toEqual({ status: 'Error', message: expect.stringMatching(/Account SID.*\.$/) as string });
	const secret = 'https://user:secret@api.twilio.com';
	const { message } = await press('commerceSmsTwilioApi', { ...(await filled('commerceSmsTwilioApi')), baseUrl: secret });
	expect(message).toMatch(/user name or password/);
	expect(message).not.toContain('secret@');
	expect((await press('somebodysApi', {})).status).toBe('Error');
});

test('the key is written as it is for texts', async () => {
	const fields = { ...(await filled('commerceSmsTwilioApi')), authToken: 'dummy-token' };
	const scope = nock('https://api.twilio.com')
		.get(`/2010-04-01/Accounts/${String((fields as IDataObject).accountSid)}/Messages.json`)
		.query({ PageSize: '1' })
		.basicAuth({ user: String((fields as IDataObject).accountSid), pass: 'dummy-token' })
		.reply(200, {});
	expect((await press('commerceSmsTwilioApi', fields)).status).toBe('OK');
	scope.done();
});

test('what is signed arrives as it was signed', async () => {
	const headers: Array<Record<string, unknown>> = [];
	nock('https://sms-voice.us-east-1.amazonaws.com')
		.post('/', (body: unknown) => JSON.stringify(body) === '{}')
		.reply(200, function () {
			headers.push(this.req.headers);
			return {};
		});
	expect((await press('commerceSmsAwsApi', await filled('commerceSmsAwsApi'))).status).toBe('OK');
	expect(headers).toMatchObject([
		{ 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'PinpointSMSVoiceV2.DescribeAccountAttributes', authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 /) as string },
	]);
});

test('every node that has a carrier’s credential has its test, and the credential none of its own that would go before it', async () => {
	for (const { description, methods } of (await loadNodes()).values()) {
		for (const { name, testedBy } of description.credentials ?? []) {
			if (!CARRIERS.some(({ credential }) => credential === name)) continue;
			expect([description.name, name, testedBy]).toEqual([description.name, name, 'testCarrier']);
			expect(methods?.credentialTest?.testCarrier).toBeDefined();
		}
	}
	for (const { credential } of CARRIERS) expect(new (await credentialClass(credential))().test).toBeUndefined();
});
