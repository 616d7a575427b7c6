// What every carrier must do. A carrier joins by describing itself as data: three files under fixtures/<id>/ in its own words
// (answers, codes, webhooks: bytes in, our values out), its senders, and how it signs.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CarrierConfig, type CarrierEvent, type OutboundSms } from '../../lib/carriers/carrier';
import { CARRIER_ERROR_CODES, type CarrierError, type CarrierErrorCode } from '../../lib/domain/errors';
import { type WireResponse } from '../../lib/wire';
import { type AnswerCase, type CarrierCases, type Codes, fixtures, NOW, type WebhookCase, webhookOf } from './cases';
import { proofContract } from './proof-contract';
import { randomContract } from './random-contract';

const ANSWERS = [
	'accepted',
	'accepted, long',
	'accepted, sent already',
	'accepted with a price',
	'wrong key',
	'not found',
	'too fast',
	'too fast, wait in seconds',
	'too fast, wait until a date',
	'server fault',
	'overloaded',
	'opted out',
	'number repeated in the message',
	'unknown code',
	'failed inside a success',
	'failed inside a success, opted out',
	'failed inside a success, no reason',
	'success without an id',
];

const WEBHOOKS = [
	'text',
	'text beyond ASCII',
	'empty text',
	'long text',
	'picture',
	'STOP that nobody has handled',
	'STOP handled by the carrier',
	'START handled by the carrier',
	'HELP handled by the carrier',
	'receipt',
	'receipt of a failure',
	'receipt with a code not known yet',
	'unknown status',
	'status called constructor',
	'receipt without an id',
	'text without a sender',
	'nothing',
];

/** Every spelling in which a carrier might repeat the number +14155550123. */
const WHOLE_NUMBER = /\+?1?[\s(.-]*415[\s).-]*555[\s.-]*01[\s.-]*23/;

const answerOf = (status: number, body: string, headers: Record<string, string> = {}): WireResponse => ({
	status,
	headers,
	body,
	receivedAt: NOW,
});

/** The words in a table of the carrier's file: the fixtures must know each of them, and no other. */
function wordsInTable(id: string, table: string): string[] {
	const source = readFileSync(join(__dirname, '../../lib/carriers', `${id}.ts`), 'utf8');
	const [, rows] = new RegExp(`const ${table}: [^=]+= \\{\\n(.*?)\\n\\};`, 's').exec(source) ?? [];
	if (rows === undefined) throw new Error(`${id}.ts has no table ${table}`);
	return [...rows.matchAll(/^\t'?(\w+)'?: /gm)].map(([, word]) => word as string).sort();
}

export function carrierContract<Config extends CarrierConfig>(cases: CarrierCases<Config>): void {
	const { carrier, credentials } = cases;
	const config = carrier.readConfig(credentials);
	const answers = fixtures<AnswerCase[]>(carrier.id, 'answers');
	const webhooks = fixtures<WebhookCase[]>(carrier.id, 'webhooks');
	const codes = fixtures<Codes>(carrier.id, 'codes');

	const failure = (response: WireResponse): CarrierError => {
		let error: CarrierError | undefined;
		try {
			const receipt = carrier.parseSend(response);
			throw new Error(`It was taken for a success: ${JSON.stringify(receipt)}`);
		} catch (thrown) {
			error = thrown as CarrierError;
		}
		if (error.name !== 'CarrierError') throw error;
		expect(CARRIER_ERROR_CODES).toContain(error.code);
		expect(error.message).toContain(carrier.name);
		expect(`${error.message} ${JSON.stringify(error.details)}`).not.toMatch(WHOLE_NUMBER);
		return error;
	};

	test('the fixtures have every case that a carrier needs', () => {
		expect(answers.map(({ name }) => name)).toEqual(expect.arrayContaining(ANSWERS));
		expect(webhooks.map(({ name }) => name)).toEqual(expect.arrayContaining(WEBHOOKS));
	});

	describe('credential', () => {
		test.each(cases.unusable)('with %s it says what to mend', (_what, change, names) => {
			let error: CarrierError | undefined;
			try {
				carrier.readConfig({ ...credentials, ...change });
			} catch (thrown) {
				error = thrown as CarrierError;
			}
			expect(error).toMatchObject({ name: 'CarrierError', code: 'bad-config', message: expect.stringMatching(names) });
			for (const secret of cases.secrets) expect(error?.message).not.toContain(secret);
		});

		test.each([undefined, '', '  ', null, 7])('without an API URL (%p) the carrier’s own is used', (baseUrl) => {
			const usual = carrier.readConfig({ ...credentials, baseUrl }).baseUrl;
			expect(cases.endpoint.startsWith(`${usual}/`)).toBe(true);
		});

		test.each(['http://127.0.0.1:4010/x', 'http://127.0.0.1:4010/x/', ' http://127.0.0.1:4010/x// \n'])(
			'an API URL of one’s own (%j) is cleaned up',
			(baseUrl) => {
				expect(carrier.readConfig({ ...credentials, baseUrl }).baseUrl).toBe('http://127.0.0.1:4010/x');
			},
		);
	});

	describe('send', () => {
		const build = (message: Partial<OutboundSms>) =>
			carrier.buildSend({ to: '+14155550123', from: '+14155550100', text: 'Hello', ...message }, config);

		test('it goes to the address that the carrier documents', () => {
			expect(build({})).toMatchObject({ method: 'POST', url: cases.endpoint });
		});

		test('there is a sender of every kind the carrier allows', () => {
			expect(Object.keys(cases.senders).sort()).toEqual([...carrier.limits.senders].sort());
		});

		test.each(Object.entries(cases.senders))('with a %s as sender (%s)', (_kind, from) => {
			expect(cases.readSend(build({ from }))).toMatchObject({ from, to: '+14155550123', text: 'Hello' });
		});

		test.each([
			['long', 'The quick brown fox jumps over the lazy dog. '.repeat(34)],
			['beyond ASCII', 'Zażółć gęślą jaźń €100 – Дякуємо 👍🏽 तैयार'],
			['full of characters that mean something elsewhere', 'a&b=c+d%20e;f?g#h "i" \'j\' \\k <l> {m}\n\r\n\tn\u2028'],
			['of spaces', '  '],
		])('a text that is %s arrives as it is', (_what, text) => {
			expect(cases.readSend(build({ text })).text).toBe(text);
		});

		test('the receipt URL goes along, with its query', () => {
			const receiptUrl = 'https://n8n.example.com/webhook/receipts?shop=a%20b&x=ü+1';
			expect(cases.readSend(build({ receiptUrl })).receiptUrl).toBe(receiptUrl);
		});

		test('without a receipt URL there is no word of one', () => {
			expect(cases.readSend(build({})).receiptUrl).toBeUndefined();
		});

		test('no secret is in it: the credential authorises it later', () => {
			const request = JSON.stringify(build({ receiptUrl: 'https://n8n.example.com/' }));
			expect(cases.secrets.length).toBeGreaterThan(0);
			for (const secret of cases.secrets) expect(request).not.toContain(secret);
			expect(Object.keys(build({}).headers).every((name) => name === name.toLowerCase())).toBe(true);
		});
	});

	describe('answer', () => {
		test.each(answers.map((row) => [row.name, row] as const))('%s', (_name, row) => {
			const response = answerOf(row.status, JSON.stringify(row.body), row.headers);
			if (row.error) expect(failure(response)).toMatchObject(row.error);
			else expect(definedOf(carrier.parseSend(response))).toEqual(row.receipt);
		});

		test.each<[status: number, code: CarrierErrorCode]>([
			[200, 'unreadable-response'],
			[201, 'unreadable-response'],
			[204, 'unreadable-response'],
			[302, 'unreadable-response'],
			[400, 'rejected'],
			[401, 'bad-config'],
			[403, 'bad-config'],
			[404, 'bad-config'],
			[408, 'outcome-unknown'],
			[413, 'rejected'],
			[422, 'rejected'],
			[429, 'throttled'],
			[500, 'outcome-unknown'],
			[502, 'outcome-unknown'],
			[503, 'outcome-unknown'],
			[504, 'outcome-unknown'],
		])('HTTP %i with something else than JSON is %s', (status, code) => {
			const bodies = ['', '<html><body>Bad gateway</body></html>', '{"cut":', 'null', '[]', '"text"', '7', '{}'];
			for (const body of bodies) {
				const error = failure(answerOf(status, body));
				expect([body, error.code]).toEqual([body, code]);
				expect(error.details).toEqual({ httpStatus: status });
				expect(error.message).toContain(`HTTP ${status}`);
			}
		});

		test.each(['ba', '-', 'Infinity'])('a Retry-After that says nothing (%s) is left out', (value) => {
			expect(failure(answerOf(429, '', { 'retry-after': value })).details).not.toHaveProperty('retryAfterMs');
		});

		test('every code of its table stands for what the carrier documents', () => {
			expect(wordsInTable(carrier.id, 'SEND_ERRORS')).toEqual(Object.keys(codes.errors).sort());
			const refused = answers.find(({ name }) => name === 'unknown code') as AnswerCase;
			const [unknown] = /\d{5}/.exec(JSON.stringify(refused.body)) as RegExpExecArray;
			for (const [code, expected] of Object.entries(codes.errors)) {
				const body = JSON.stringify(refused.body).replaceAll(unknown, code);
				expect([code, failure(answerOf(refused.status, body)).code]).toEqual([code, expected]);
			}
		});
	});

	describe('webhook', () => {
		test.each(webhooks.map((row) => [row.name, row] as const))('%s', (_name, row) => {
			const events = carrier.parseWebhook(webhookOf(row));
			expect(events.map(withoutReason)).toEqual(row.events);
			for (const event of events) if (event.kind === 'ignored') expect(event.reason).toContain(carrier.name);
		});

		test('every status and failure code of its tables means what the carrier documents', () => {
			expect(wordsInTable(carrier.id, 'STATUSES')).toEqual(Object.keys(codes.statuses).sort());
			expect(wordsInTable(carrier.id, 'REASONS')).toEqual(Object.keys(codes.reasons).sort());
			const delivered = webhooks.find(({ name }) => name === 'receipt') as WebhookCase;
			for (const [word, [status, isFinal]] of Object.entries(codes.statuses)) {
				const [event] = carrier.parseWebhook(
					webhookOf({ ...delivered, body: delivered.body.replaceAll('delivered', word) }),
				);
				expect([word, event]).toEqual([word, expect.objectContaining({ kind: 'receipt', status, isFinal })]);
			}
			const failed = webhooks.find(({ name }) => name === 'receipt of a failure') as WebhookCase;
			const { errorCode = '' } = failed.events[0] as { errorCode?: string };
			for (const [code, reason] of Object.entries(codes.reasons)) {
				const [event] = carrier.parseWebhook(webhookOf({ ...failed, body: failed.body.replaceAll(errorCode, code) }));
				expect([code, event]).toEqual([code, expect.objectContaining({ errorCode: code, reason })]);
			}
		});
	});

	describe('proof', () => proofContract(cases, webhooks));
	describe('whatever comes', () => randomContract(cases, webhooks, answers));
}

/** Without the fields that are undefined: a fixture cannot write them. */
const definedOf = (value: object): object => JSON.parse(JSON.stringify(value)) as object;

const withoutReason = (event: CarrierEvent) => (event.kind === 'ignored' ? { kind: 'ignored' } : definedOf(event));
