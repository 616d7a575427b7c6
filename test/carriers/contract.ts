// What every carrier must do. A carrier joins by describing itself as data: three files under fixtures/<id>/ in its own words
// (answers, codes, webhooks: bytes in, our values out), its senders, and how it signs.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CarrierConfig, type CarrierEvent, type OutboundSms, proofOf } from '../../lib/carriers/carrier';
import { CARRIER_ERROR_CODES, type CarrierError, type CarrierErrorCode } from '../../lib/domain/errors';
import { type WireResponse } from '../../lib/wire';
import {
	type AnswerCase,
	type CarrierCases,
	type Codes,
	fixtures,
	NOW,
	textOfBody,
	type WebhookCase,
	webhookOf,
} from './cases';
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

/** Tests that a carrier may lack, by their names. */
const OPTIONAL = [
	'without an API URL the carrier’s own is used',
	'a text arrives as it is',
	'the receipt URL goes along, with its query',
];

/** Every spelling in which a carrier might repeat the number +14155550123. */
const WHOLE_NUMBER = /\+?1?[\s(.-]*415[\s).-]*555[\s.-]*01[\s.-]*23/;

/** What the answers are to. */
const SENT: OutboundSms = { to: '+14155550123', from: '+14155550100', text: 'Hello', ref: 'our-id' };

const answerOf = (status: number, body: string, headers: Record<string, string> = {}): WireResponse => ({
	status,
	headers,
	body,
	receivedAt: NOW,
});

/** The words in a table of the carrier's files: the fixtures must know each of them, and no other. None without such a table. */
function wordsInTable(files: readonly string[], table: string): string[] {
	return files
		.flatMap((file) => {
			const source = readFileSync(join(__dirname, '../../lib/carriers', file), 'utf8');
			const [, rows = ''] = new RegExp(`const ${table}: [^=]+= \\{\\n(.*?)\\n\\};`, 's').exec(source) ?? [];
			return [...rows.matchAll(/^\t'?([^'\s:/][^':/]*)'?: /gm)].map(([, word]) => word as string);
		})
		.sort();
}

export function carrierContract<Config extends CarrierConfig>(cases: CarrierCases<Config>): void {
	const { credentials, proof, lacks = {}, statuses = {}, tables = [`${cases.carrier.id}.ts`], folder } = cases;
	const carrier = cases.carrier.describedBy?.(credentials) ?? cases.carrier;
	const has = (name: string) => !Object.hasOwn(lacks, name);
	/** A test that a carrier may lack, for a reason that it gives. */
	const testIf = (name: string, run: () => void) =>
		has(name) ? test(name, run) : test.skip(`${name}: ${lacks[name]}`, run);
	const config = carrier.readConfig(credentials);
	const answers = fixtures<AnswerCase[]>(folder ?? carrier.id, 'answers');
	const webhooks = fixtures<WebhookCase[]>(folder ?? carrier.id, 'webhooks');
	const codes = fixtures<Codes>(folder ?? carrier.id, 'codes');

	const failure = (response: WireResponse): CarrierError => {
		let error: CarrierError | undefined;
		try {
			const receipt = carrier.parseSend(response, SENT);
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
		expect(answers.map(({ name }) => name)).toEqual(expect.arrayContaining(ANSWERS.filter(has)));
		expect(webhooks.map(({ name }) => name)).toEqual(expect.arrayContaining(WEBHOOKS.filter(has)));
	});

	test('what it lacks is a case of the contract that it has not, with the reason', () => {
		const own = [...answers, ...webhooks].map(({ name }) => name);
		for (const [name, reason] of Object.entries(lacks)) {
			expect([name, [...ANSWERS, ...WEBHOOKS, ...OPTIONAL].includes(name), own.includes(name)]).toEqual([
				name,
				true,
				false,
			]);
			expect(reason.length).toBeGreaterThan(10);
		}
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

		testIf('without an API URL the carrier’s own is used', () => {
			for (const baseUrl of [undefined, '', '  ', null, 7]) {
				const usual = carrier.readConfig({ ...credentials, baseUrl }).baseUrl;
				expect([baseUrl, cases.endpoint.startsWith(`${usual}/`)]).toEqual([baseUrl, true]);
			}
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
			const { method, url } = build({});
			const isWhole = cases.endpoint.includes('?') || method !== 'GET';
			expect([method, isWhole ? url : url.split('?', 1)[0]]).toEqual([cases.method ?? 'POST', cases.endpoint]);
		});

		test('there is a sender of every kind the carrier allows', () => {
			expect(Object.keys(cases.senders).sort()).toEqual([...carrier.limits.senders].sort());
		});

		test.each(Object.entries(cases.senders))('with a %s as sender (%s)', (_kind, from) => {
			expect(cases.readSend(build({ from }))).toMatchObject({ from, to: '+14155550123', text: 'Hello' });
		});

		const TEXTS = [
			['long', 'The quick brown fox jumps over the lazy dog. '.repeat(34)],
			['beyond ASCII', 'Zażółć gęślą jaźń €100 – Дякуємо 👍🏽 तैयार'],
			['full of characters that mean something elsewhere', 'a&b=c+d%20e;f?g#h "i" \'j\' \\k <l> {m}\n\r\n\tn\u2028'],
			['of spaces', '  '],
		] as const;
		testIf('a text arrives as it is', () => {
			for (const [what, text] of TEXTS) expect([what, cases.readSend(build({ text })).text]).toEqual([what, text]);
		});

		testIf('the receipt URL goes along, with its query', () => {
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
			const response = answerOf(row.status, textOfBody(row.body), row.headers);
			if (row.error) expect(failure(response)).toMatchObject(row.error);
			else expect(definedOf(carrier.parseSend(response, SENT))).toEqual(row.receipt);
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
		])(
			'HTTP %i with something else than an answer of the carrier’s is %s, or what the carrier says',
			(status, usual) => {
				const code = statuses[status] ?? usual;
				const bodies = ['', '<html><body>Bad gateway</body></html>', '{"cut":', 'null', '[]', '"text"', '7', '{}'];
				for (const body of bodies) {
					const error = failure(answerOf(status, body));
					expect([body, error.code]).toEqual([body, code]);
					expect(error.details).toEqual({ httpStatus: status });
					expect(error.message).toContain(`HTTP ${status}`);
				}
			},
		);

		test.each(['ba', '-', 'Infinity'])('a Retry-After that says nothing (%s) is left out', (value) => {
			expect(failure(answerOf(429, '', { 'retry-after': value })).details).not.toHaveProperty('retryAfterMs');
		});

		test('every code of its table stands for what the carrier documents', () => {
			expect(wordsInTable(tables, 'SEND_ERRORS')).toEqual(Object.keys(codes.errors).sort());
			if (!has('unknown code')) return;
			const refused = answers.find(({ name }) => name === 'unknown code') as AnswerCase;
			const { carrierCode: unknown } = refused.error?.details as { carrierCode: string };
			for (const [code, expected] of Object.entries(codes.errors)) {
				const [, status] = /^http(\d{3})$/.exec(code) ?? [];
				if (status) {
					expect([code, failure(answerOf(Number(status), '')).code]).toEqual([code, expected]);
					continue;
				}
				const body = textOfBody(refused.body).replaceAll(unknown, code);
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
			expect(wordsInTable(tables, 'STATUSES')).toEqual(Object.keys(codes.statuses).sort());
			expect(wordsInTable(tables, 'REASONS')).toEqual(Object.keys(codes.reasons).sort());
			const named = (name: string) => webhooks.find((row) => row.name === name) as WebhookCase;
			if (has('receipt')) {
				const delivered = codes.receipt ?? withWord(named('receipt'), 'delivered', 'STATUS');
				for (const [word, [status, isFinal]] of Object.entries(codes.statuses)) {
					const [event] = carrier.parseWebhook(webhookOf(withWord(delivered, 'STATUS', word)));
					expect([word, event]).toEqual([word, expect.objectContaining({ kind: 'receipt', status, isFinal })]);
				}
			}
			if (has('receipt of a failure')) {
				const { events = [] } = named('receipt of a failure');
				const { errorCode = '' } = events[0] as { errorCode?: string };
				const failed = codes.failure ?? withWord(named('receipt of a failure'), errorCode, 'CODE');
				for (const [code, reason] of Object.entries(codes.reasons)) {
					const [event] = carrier.parseWebhook(webhookOf(withWord(failed, 'CODE', code)));
					expect([code, event]).toEqual([code, expect.objectContaining({ errorCode: code, reason })]);
				}
			}
		});
	});

	describe('proof', () => {
		test('who signs nothing lets nothing in by a signature, and says so', () => {
			if (proof) expect(carrier.capabilities.signsWebhooks).toBe(true);
			else
				expect(webhooks.map((row) => carrier.verifyWebhook(webhookOf(row), config))).toEqual(webhooks.map(() => false));
			if (!proof) expect([carrier.capabilities.signsWebhooks, proofOf(carrier, config)]).toEqual([false, 'secret-url']);
		});
		if (proof) proofContract({ ...cases, carrier, proof }, webhooks);
	});
	describe('whatever comes', () => randomContract({ ...cases, carrier }, webhooks, answers));
}

const withWord = <Row extends Pick<WebhookCase, 'query' | 'body'>>(row: Row, word: string, other: string): Row => ({
	...row,
	...(row.query === undefined ? {} : { query: row.query.replaceAll(word, encodeURIComponent(other)) }),
	body: row.body.replaceAll(word, other),
});

/** Without the fields that are undefined: a fixture cannot write them. */
const definedOf = (value: object): object => JSON.parse(JSON.stringify(value)) as object;

const withoutReason = (event: CarrierEvent) => (event.kind === 'ignored' ? { kind: 'ignored' } : definedOf(event));
