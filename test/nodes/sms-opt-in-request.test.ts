import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import nock from 'nock';
import { DEFAULT_LIMITS } from '../../lib/domain/consent/request';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { SmsOptIn } from '../../nodes/SmsOptIn/SmsOptIn.node';
import { closeLedgers } from '../../nodes/shared/open-ledger';
import { awakePhone } from '../support/awake';
import { fieldsOf } from '../support/descriptions';
import { telnyxCredential, twilioCredential, useShopOnSandbox } from '../support/shop-on-sandbox';

const shop = useShopOnSandbox();
const MARIA = '+12125550101';
const TOM = '+447400123456';

const texts = () => shop.sandbox.messages().map(({ text }) => text);
const codesIn = (all: readonly string[]) => all.flatMap((text) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? []);
const confirm = (phone: string, code: string) =>
	shop.optIn({ parameters: { operation: 'confirmCode' }, items: [{ phone, code }] });
const ledgerPath = () => join(shop.folder, '.n8n', 'commerce-sms', 'ledger.sqlite');
const own = (name: string, text: string, language = '') => ({ ownTexts: { texts: [{ name, language, text }] } });

function rowsOf(table: string): Array<Record<string, unknown>> {
	const database = new DatabaseSync(ledgerPath());
	try {
		return database.prepare(`select * from ${table}`).all();
	} finally {
		database.close();
	}
}

describe('with everything at its default', () => {
	test('a customer is asked, and the item says what was done', async () => {
		const { outputs, error } = await shop.optIn({ items: [{ phone: MARIA }] });
		expect(error).toBeUndefined();
		const text =
			'Acme: Reply YES to get our offers by SMS. Msg frequency: max. 4 a month. Msg & data rates may apply. HELP for help, STOP to end.';
		expect(texts()).toEqual([text]);
		expect(outputs).toEqual([
			[
				{
					json: {
						phone: '+1********01',
						phoneFull: MARIA,
						purpose: 'marketing',
						status: 'pending',
						proof: 'reply',
						text,
						language: 'en',
						encoding: 'GSM-7',
						segments: 1,
						requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
						expiresAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
						carrier: 'twilio',
						messageId: expect.stringMatching(/^SM[0-9a-f]{32}$/) as string,
					},
					pairedItem: { item: 0 },
				},
			],
			[],
			[],
		]);
	});

	test('who was asked is not asked again, and who has consented leaves by an output of their own', async () => {
		const parameters = { proof: 'code' };
		await shop.optIn({ parameters, items: [{ phone: MARIA }, { phone: TOM }] });
		const [message] = shop.sandbox.messages(MARIA);
		expect((await confirm(MARIA, codesIn([message?.text ?? ''])[0] as string)).outputs[0]).toHaveLength(1);
		const { outputs } = await shop.optIn({ items: [{ phone: TOM }, { phone: MARIA }, { phone: '555-SHIP' }] });
		expect(
			outputs.map((items) => items.map(({ json, pairedItem }) => [json.phone, json.reasonCode, pairedItem])),
		).toEqual([
			[],
			[['+1********01', 'already-consented', { item: 1 }]],
			[
				['+44********56', 'already-asked', { item: 0 }],
				[null, 'no-textable-phone', { item: 2 }],
			],
		]);
	});

	test('many are asked side by side, each once', async () => {
		const items = Array.from({ length: 40 }, (_, index) => ({ phone: awakePhone(100 + (index >> 1)) }));
		const { outputs } = await shop.optIn({ parameters: { source: 'import' }, items });
		expect(outputs.map((output) => output.length)).toEqual([20, 0, 20]);
		expect(shop.sandbox.messages()).toHaveLength(20);
	});
});

describe('settings', () => {
	test('how they signed up, where and when is evidence, with the workflow', async () => {
		const options = {
			formUrl: 'https://acme.example/sms',
			ip: '203.0.113.7, 10.0.0.1',
			userAgent: 'Firefox',
			orderNumber: '={{ $json.order }}',
			signUpWording: 'Yes, text me offers.',
		};
		const parameters = { source: 'checkout', options };
		await shop.optIn({ parameters, items: [{ phone: MARIA, order: 1001 }] });
		const [event] = rowsOf('consent_events');
		expect(event).toMatchObject({ source: 'checkout', action: 'request' });
		expect(JSON.parse(String(event?.evidence))).toMatchObject({
			formUrl: 'https://acme.example/sms',
			ip: '203.0.113.7',
			userAgent: 'Firefox',
			orderNumber: '1001',
			signUpWording: 'Yes, text me offers.',
			workflow: expect.stringContaining('(workflow)') as string,
			execution: '1',
		});
	});

	test.each<[what: string, parameters: object, phone: string, rule: string]>([
		['countries that are allowed', { countries: 'us, ca' }, TOM, 'country-not-allowed'],
		['an age gate without a birthday', { ageGate: true }, MARIA, 'age-unknown'],
		['an age gate', { ageGate: true, birthday: '={{ $json.born }}' }, MARIA, 'too-young'],
		['a least age', { ageGate: true, birthday: '1990-01-01', leastAge: 99 }, MARIA, 'too-young'],
	])('%s', async (_what, options, phone, rule) => {
		const { outputs } = await shop.optIn({
			parameters: { options: { ...options } },
			items: [{ phone, born: '2015-01-01' }],
		});
		expect(outputs[2]?.[0]?.json.reasonCode).toBe(rule);
		expect(texts()).toEqual([]);
	});

	test('a sign-up of long ago does not outweigh a later opt-out; the time is that of the workflow', async () => {
		mkdirSync(dirname(ledgerPath()), { recursive: true });
		const ledger = await openSqliteLedger(ledgerPath(), new Date());
		const at1200 = new Date('2026-03-01T12:00:00Z');
		const stopped = { phone: TOM, source: 'operator', actor: 'operator', givenAt: at1200, evidence: {} } as const;
		await ledger.optOut('default', [stopped], at1200);
		await ledger.close();
		const signUp = (signedUpAt: string) =>
			shop.optIn({ parameters: { options: { signedUpAt } }, items: [{ phone: TOM }], timezone: 'America/New_York' });
		expect((await signUp('2026-03-01T06:59:00')).outputs[2]?.[0]?.json.reasonCode).toBe('opted-out');
		expect((await signUp('2026-03-01T07:01:00')).outputs[0]).toHaveLength(1);
	});

	test('a reminder repeats the request, once', async () => {
		const phone = awakePhone(101);
		await shop.optIn({ items: [{ phone }] });
		const remind = () => shop.optIn({ parameters: { whatToSend: 'reminder' }, items: [{ phone }] });
		expect((await remind()).outputs[0]?.[0]?.json.text).toMatch(/^Acme: A reminder: /);
		expect((await remind()).outputs[2]?.[0]?.json.reasonCode).toBe('reminded-already');
	});

	test('own texts, language, frequency, brand and no costs', async () => {
		const parameters = {
			textsAMonth: 2,
			options: { brand: 'Other', language: 'pl', freeToEndUser: true },
			...own('request', '{brand}: odpisz TAK. {frequency}[ {rates_notice}] STOP kończy.', 'pl'),
		};
		await shop.optIn({ parameters, items: [{ phone: MARIA }] });
		expect(texts()[0]).toMatch(/^Other: odpisz TAK\..*do 2\. STOP ko/);
	});

	test('another carrier', async () => {
		const { outputs } = await shop.optIn({
			parameters: { carrier: 'telnyx' },
			credentials: { commerceSmsTelnyxApi: telnyxCredential(shop.sandbox) },
			items: [{ phone: MARIA }],
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({ carrier: 'telnyx', status: 'pending' });
	});

	test('a name as sender can send a code', async () => {
		const parameters = { sender: 'ACME', proof: 'code' };
		expect((await shop.optIn({ parameters, items: [{ phone: TOM }] })).outputs[0]).toHaveLength(1);
	});

	test('the limits are those of the domain', () => {
		const defaults = Object.fromEntries(
			fieldsOf(new SmsOptIn().description.properties).map(({ path, field }) => [path, field.default]),
		);
		expect({
			prefixHour: defaults['options.mostPerRange'],
			countryHour: defaults['options.mostPerCountry'],
			ipHour: defaults['options.mostPerIp'],
		}).toEqual({ ...DEFAULT_LIMITS, countries: undefined });
	});
});

describe('what is wrong is found before anything is sent', () => {
	test.each<[what: string, parameters: object, message: RegExp, wayOut: RegExp]>([
		['a sender that cannot be replied to', { sender: 'ACME' }, /Nobody can reply.*ACME/, /Proof to Code/],
		['the same for either', { sender: 'ACME', proof: 'both' }, /Nobody can reply.*ACME/, /Proof to Code/],
		['a request without STOP', own('request', '{brand}: reply YES'), /Request: .*STOP/, /Add what is missing/],
		[
			'a confirmation with little in it',
			own('confirmation', '{brand}: thanks'),
			/frequency.*rates_notice.*HELP.*STOP/s,
			/built-in/,
		],
		['a code that is not sent', own('request', '{brand}: YES or {one_time_code}. STOP'), /one_time_code/, /./],
		[
			'a country that is none',
			{ options: { countries: 'US, Canada' } },
			/Allowed Countries has "CANADA"/,
			/two-letter/,
		],
		[
			'a birthday that can be read in two ways',
			{ options: { ageGate: true, birthday: '05/06/1990' } },
			/two ways/,
			/1990-12-31/,
		],
		['a time that is none', { options: { signedUpAt: 'soon' } }, /Signed Up At is "soon"/, /2026/],
		['a purpose that is none', { purpose: '={{ "sales" }}' }, /What For is "sales"/, /marketing, survey, verification/],
	])('%s', async (_what, parameters, message, wayOut) => {
		const { error } = await shop.optIn({ parameters: { ...parameters }, items: [{ phone: MARIA }] });
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(wayOut);
		expect(texts()).toEqual([]);
	});

	test('a shop without a name', async () => {
		const { error } = await shop.optIn({ credentials: { commerceSmsShopApi: {} }, items: [{ phone: MARIA }] });
		expect(error?.message).toContain('Brand is empty');
	});

	test('one bad item keeps the others back, unless the workflow is to go on', async () => {
		const parameters = { purpose: '={{ $json.purpose }}' };
		const items = [
			{ phone: MARIA, purpose: 'survey' },
			{ phone: TOM, purpose: 'sales' },
		];
		const { error } = await shop.optIn({ parameters, items });
		expect(error?.context).toMatchObject({ itemIndex: 1 });
		expect(texts()).toEqual([]);
		const { outputs } = await shop.optIn({ parameters, items, onError: 'continueRegularOutput' });
		expect(outputs[0]).toMatchObject([{ json: { purpose: 'survey' }, pairedItem: { item: 0 } }]);
		expect(outputs[2]).toMatchObject([{ json: { details: { code: 'bad-setting' } }, pairedItem: { item: 1 } }]);
	});
});

describe('when the carrier fails', () => {
	test('what provably did not leave can be asked again', async () => {
		const credentials = {
			commerceSmsTwilioApi: twilioCredential(shop.sandbox, { baseUrl: 'http://127.0.0.1:1/twilio' }),
		};
		const { error } = await shop.optIn({ credentials, items: [{ phone: MARIA }] });
		expect(error?.message).toContain('could not be reached');
		expect((await shop.optIn({ items: [{ phone: MARIA }] })).outputs[0]).toHaveLength(1);
	}, 20_000);

	test('what may have left is not, and the error says so', async () => {
		shop.sandbox.setFault({ kind: 'cut', count: 1 });
		const { error } = await shop.optIn({ items: [{ phone: MARIA }] });
		expect(error?.description).toContain('may have been sent');
		expect((await shop.optIn({ items: [{ phone: MARIA }] })).outputs[2]?.[0]?.json.reasonCode).toBe('already-asked');
	});

	test('one that fails does not keep the others back', async () => {
		shop.sandbox.setFault({ kind: 'server-error', phone: MARIA });
		const items = [{ phone: MARIA }, { phone: TOM }];
		const { error } = await shop.optIn({ items });
		expect(error?.description).toMatch(/1 of 2 texts failed; the others went out/);
		expect(shop.sandbox.messages()).toHaveLength(1);
	});
});

describe('the code', () => {
	/** Not as a part of a digest, an id or a time. */
	const alone = (code: string) => new RegExp(`(?<![0-9a-f])${code}(?![0-9a-f])`);
	const tables = () =>
		rowsOf('sqlite_master')
			.filter(({ type }) => type === 'table')
			.map(({ name }) => rowsOf(String(name)));

	test.each([
		['marketing', 'code'],
		['survey', 'both'],
		['verification', 'code'],
	])('of a text for %s is in no output and nowhere in the ledger', async (purpose, proof) => {
		const parameters = { purpose, proof };
		const runs = [
			await shop.optIn({ parameters, items: [{ phone: MARIA }, { phone: TOM }] }),
			await shop.optIn({ parameters, items: [{ phone: MARIA }] }),
		];
		const codes = codesIn(texts());
		expect(codes.length).toBeGreaterThanOrEqual(2);
		expect(runs[0]?.outputs[0]?.[0]?.json.text).toContain('******');
		await closeLedgers();
		const said = [JSON.stringify(runs), JSON.stringify(tables()), readFileSync(ledgerPath(), 'latin1')];
		for (const code of codes) for (const place of said) expect(place).not.toMatch(alone(code));
	});

	test('is not in the error of a carrier that quotes the text', async () => {
		const quoted: string[] = [];
		nock('https://api.twilio.com')
			.post(/Messages\.json$/)
			.times(2)
			.reply(400, (_uri, body) => {
				const text = new URLSearchParams(String(body)).get('Body') ?? '';
				quoted.push(text);
				return { code: 30007, message: `Filtered: ${text}`, status: 400 };
			});
		const credentials = { commerceSmsTwilioApi: twilioCredential(shop.sandbox, { baseUrl: 'https://api.twilio.com' }) };
		const parameters = { purpose: 'verification' };
		const items = [{ phone: MARIA }];
		const runs = [
			await shop.optIn({ parameters, credentials, items }),
			await shop.optIn({ parameters, credentials, items, onError: 'continueRegularOutput' }),
		];
		const codes = codesIn(quoted);
		expect(codes).toHaveLength(2);
		const { message = '', description, stack } = runs[0]?.error ?? {};
		expect(message).toContain('Filtered: ');
		expect(message).toContain('******');
		await closeLedgers();
		const said = JSON.stringify([message, description, stack, runs, tables()]);
		for (const code of codes) expect(said).not.toMatch(alone(code));
	});
});
