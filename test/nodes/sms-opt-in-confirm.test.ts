import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { type INodeParameters } from 'n8n-workflow';
import { telnyxCredential, useShopOnSandbox } from '../support/shop-on-sandbox';

const shop = useShopOnSandbox();
const MARIA = '+12125550101';

/** Sends a code and reads it from the customer's phone. */
async function codeFor(phone = MARIA, parameters: INodeParameters = {}): Promise<string> {
	const { error } = await shop.optIn({ parameters: { proof: 'code', ...parameters }, items: [{ phone }] });
	if (error) throw error;
	return /(?<!\d)\d{6}(?!\d)/.exec(shop.sandbox.messages(phone).at(-1)?.text ?? '')?.[0] as string;
}
const confirm = (items: Array<{ phone: string; code: unknown }>, parameters: INodeParameters = {}) =>
	shop.optIn({ parameters: { operation: 'confirmCode', ...parameters }, items: items as never });
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');
const texts = () => shop.sandbox.messages().map(({ text }) => text);

describe('a right code', () => {
	test('confirms, and a text says so', async () => {
		const code = await codeFor();
		const { outputs, error } = await confirm([{ phone: MARIA, code }]);
		expect(error).toBeUndefined();
		const text = texts()[1] as string;
		expect(text).toMatch(/^Acme: .*4 a month.*rates may apply.*HELP.*STOP/);
		expect(outputs).toEqual([
			[
				{
					json: {
						phone: '+1********01',
						phoneFull: MARIA,
						purpose: 'marketing',
						status: 'confirmed',
						source: 'form',
						requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
						confirmationText: {
							text,
							language: 'en',
							segments: 1,
							status: 'queued',
							messageId: expect.stringMatching(/^SM/) as string,
						},
					},
					pairedItem: { item: 0 },
				},
			],
			[],
		]);
	});

	test.each([
		['with blanks', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
		['as a number', Number],
	])('counts %s', async (_how, write) => {
		const code = await codeFor();
		expect(
			(await confirm([{ phone: '(212) 555-0101', code: write(code) }], { options: { defaultCountry: 'us' } }))
				.outputs[0],
		).toHaveLength(1);
	});

	test('of a phone check says that the phone is theirs, and sends nothing', async () => {
		const code = await codeFor(MARIA, { purpose: 'verification' });
		const { outputs } = await confirm([{ phone: MARIA, code }], { purpose: 'verification' });
		expect(outputs[0]?.[0]?.json).toMatchObject({
			purpose: 'verification',
			status: 'confirmed',
			confirmationText: null,
		});
		expect(texts()).toHaveLength(1);
	});

	test('sends no text where the request says so', async () => {
		const code = await codeFor(MARIA, { options: { sendConfirmation: false } });
		expect((await confirm([{ phone: MARIA, code }])).outputs[0]?.[0]?.json.confirmationText).toBeNull();
	});

	test('counts once, however many come at once', async () => {
		const code = await codeFor();
		const runs = await Promise.all(Array.from({ length: 10 }, () => confirm([{ phone: MARIA, code }])));
		expect(runs.flatMap(({ outputs }) => outputs[0] ?? [])).toHaveLength(1);
		expect(runs.flatMap(({ outputs }) => outputs[1] ?? []).map(({ json }) => json.reasonCode)).toEqual(
			Array<string>(9).fill('used'),
		);
		expect(texts()).toHaveLength(2);
	});

	test('keeps who typed it, where, as evidence', async () => {
		const code = await codeFor();
		await confirm([{ phone: MARIA, code }], { options: { ip: '203.0.113.7', userAgent: 'Firefox' } });
		const database = new DatabaseSync(join(shop.folder, '.n8n', 'commerce-sms', 'ledger.sqlite'));
		const events = database.prepare('select action, source, evidence from consent_events order by number').all();
		database.close();
		expect(events.map(({ action, source }) => [action, source])).toEqual([
			['request', 'form'],
			['confirm', 'code'],
		]);
		expect(JSON.parse(String(events[1]?.evidence))).toMatchObject({
			ip: '203.0.113.7',
			userAgent: 'Firefox',
			execution: '1',
		});
	});

	test.each([
		['the carrier’s fault', () => shop.sandbox.setFault({ kind: 'server-error', phone: MARIA }), {}, {}],
		[
			'another carrier',
			() => undefined,
			{ carrier: 'telnyx' },
			{ error: expect.stringContaining('another carrier') as string, code: 'bad-config' },
		],
	])('stands where the text after it fails by %s', async (_what, happens, parameters, told) => {
		const code = await codeFor();
		happens();
		const { outputs, error } = await shop.optIn({
			parameters: { operation: 'confirmCode', ...parameters },
			credentials: { commerceSmsTelnyxApi: telnyxCredential(shop.sandbox) },
			items: [{ phone: MARIA, code }],
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toMatchObject({
			status: 'confirmed',
			confirmationText: { status: 'failed', error: expect.stringMatching(/./) as string, ...told },
		});
		const again = await shop.optIn({ items: [{ phone: MARIA }] });
		expect(again.outputs[1]).toHaveLength(1);
	});
});

describe('a code that confirms nothing', () => {
	const refused = async (...args: Parameters<typeof confirm>) => {
		const { outputs, error } = await confirm(...args);
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([]);
		return outputs[1]?.map(({ json }) => json) ?? [];
	};

	test('is wrong five times, and then the right one is locked', async () => {
		const code = await codeFor();
		const wrong = { phone: MARIA, code: wrongFor(code) };
		const items = await refused([...Array<typeof wrong>(5).fill(wrong), { phone: MARIA, code }]);
		expect(items.map(({ reasonCode, triesLeft }) => [reasonCode, triesLeft])).toEqual([
			['wrong-code', 4],
			['wrong-code', 3],
			['wrong-code', 2],
			['wrong-code', 1],
			['locked', undefined],
			['locked', undefined],
		]);
		expect(items[3]?.reason).toBe('The code is wrong. One try is left.');
		expect(JSON.stringify(items)).not.toContain(code);
	});

	test.each<[reasonCode: string, phone: string, code: unknown]>([
		['not-a-code', MARIA, '12345'],
		['not-a-code', MARIA, ''],
		['no-request', MARIA, '123456'],
		['no-textable-phone', '555-SHIP', '123456'],
	])('%s', async (reasonCode, phone, code) => {
		const [item] = await refused([{ phone, code }]);
		expect(item).toMatchObject({ reasonCode, reason: expect.stringMatching(/^[A-Z].*\.$/) as string });
	});

	test('is that of an older request, or for something else', async () => {
		const older = await codeFor(MARIA, { purpose: 'verification' });
		const newer = await codeFor(MARIA, { purpose: 'verification' });
		const parameters = { purpose: 'verification' };
		if (older !== newer) {
			expect((await refused([{ phone: MARIA, code: older }], parameters))[0]?.reasonCode).toBe('wrong-code');
		}
		expect((await refused([{ phone: MARIA, code: newer }]))[0]?.reasonCode).toBe('no-request');
	});

	test('comes after a STOP', async () => {
		const code = await codeFor();
		await shop.optIn({ parameters: { resource: 'consent', operation: 'optOut' }, items: [{ phone: MARIA }] });
		const [item] = await refused([{ phone: MARIA, code }]);
		expect(item).toMatchObject({ reasonCode: expect.stringMatching(/opted-out|not-asked/) as string });
	});

	test('keeps no other item back', async () => {
		const code = await codeFor();
		const { outputs } = await confirm([
			{ phone: 'x', code },
			{ phone: MARIA, code },
		]);
		expect(outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([[{ item: 1 }], [{ item: 0 }]]);
	});
});

test('a wrong setting is an error, or an item where the workflow is to go on', async () => {
	const parameters = { operation: 'confirmCode', purpose: '={{ "sales" }}' };
	const items = [{ phone: MARIA, code: '123456' }];
	expect((await shop.optIn({ parameters, items })).error?.message).toContain('What For is "sales"');
	const { outputs } = await shop.optIn({ parameters, items, onError: 'continueRegularOutput' });
	expect(outputs[1]?.[0]?.json).toMatchObject({ details: { code: 'bad-setting' } });
});
