// A preset is the carrier of its name, and paths lead where they should.
import { android } from '../../lib/carriers/android';
import { type Carrier, type CarrierConfig } from '../../lib/carriers/carrier';
import { exotel } from '../../lib/carriers/exotel';
import { genericHttp } from '../../lib/carriers/generic-http';
import { gupshup } from '../../lib/carriers/gupshup';
import { jasmin } from '../../lib/carriers/jasmin';
import { kannel } from '../../lib/carriers/kannel';
import { msg91 } from '../../lib/carriers/msg91';
import { find, holds, itemsIn } from '../../lib/carriers/protocols/generic-spots';
import { isoOf } from '../../lib/carriers/protocols/generic-time';
import { type AnswerCase, fixtures, NOW, textOfBody, type WebhookCase, webhookOf } from './cases';

const OWN: ReadonlyArray<readonly [preset: string, carrier: Carrier<CarrierConfig>, fields: Record<string, string>, account: string]> = [
	['kannel', kannel as Carrier<CarrierConfig>, { username: 'u', password: 'p' }, ''],
	['jasmin', jasmin as Carrier<CarrierConfig>, { username: 'u', password: 'p' }, ''],
	['android', android as Carrier<CarrierConfig>, { username: 'u', password: 'p', deviceId: 'dev1' }, 'dev1'],
	['msg91', msg91 as Carrier<CarrierConfig>, { apiKey: 'k', route: '1' }, '1'],
	['gupshup', gupshup as Carrier<CarrierConfig>, { userId: '1', password: 'p' }, ''],
	['exotel', exotel as Carrier<CarrierConfig>, { accountSid: 'acme1', apiKey: 'k', apiToken: 't' }, 'acme1'],
];

describe.each(OWN)('the preset %s', (preset, registered, more, account) => {
	const baseUrl = 'https://sms.example.com/x';
	const sender = '+14155550100';
	const fields = { ...more, sender };
	const own = registered.describedBy?.(fields) ?? registered;
	const described = (genericHttp as Carrier<CarrierConfig>).describedBy?.({ preset, baseUrl, account, sender }) as Carrier<CarrierConfig>;
	const config = described.readConfig({ preset, baseUrl, account, sender });
	const ownConfig = own.readConfig({ ...fields, baseUrl });

	test('sends what the carrier sends', () => {
		const dlt = { entityId: '1101', templateId: '1107' };
		for (const text of ['Hello', 'Zażółć']) {
			const message = { to: '+919812345678', from: '+14155550100', text, ref: 'our-id', receiptUrl: 'https://n8n.example.com/r?a=b', dlt };
			expect(described.buildSend(message, config)).toEqual(own.buildSend(message, ownConfig));
		}
	});

	test('reads what the carrier reads', () => {
		const message = { to: '+919812345678', from: '+14155550100', text: 'Hello', ref: 'our-id' };
		for (const { status, body, receipt } of fixtures<AnswerCase[]>(own.id, 'answers')) {
			if (!receipt) continue;
			const response = { status, headers: {}, body: textOfBody(body), receivedAt: NOW };
			expect(described.parseSend(response, message)).toEqual(own.parseSend(response, message));
		}
		for (const row of fixtures<WebhookCase[]>(own.id, 'webhooks')) {
			const nameless = (one: Carrier<CarrierConfig>) =>
				one.parseWebhook(webhookOf(row)).map((event) => (event.kind === 'ignored' ? event.kind : event));
			expect(nameless(described)).toEqual(nameless(own));
		}
		expect([described.acknowledgement, described.numbersLackPlus]).toEqual([own.acknowledgement, own.numbersLackPlus]);
	});
});

test('the preset of Android proves by the app’s signature where there is a key', () => {
	const fields = { preset: 'android', baseUrl: 'https://sms.example.com', webhookProof: 'hmac', signingSecret: 'dummy' };
	const own = android.readConfig({ username: 'u', password: 'p', signingSecret: 'dummy' });
	expect(genericHttp.readConfig(fields).proof).toEqual(own.proof);
});

describe('a path', () => {
	const source = (value: unknown, text = '') => ({ text, scopes: [value] });
	const NESTED = { a: { b: [{ c: 1 }, { c: 'two' }] }, 'x.y': 'dotted', json: '{"in":{"it":true}}', empty: '', none: null };

	test.each([
		['a.b.0.c', '1'],
		['a.b.1.c', 'two'],
		['a.b.c', '1'],
		['x.y', 'dotted'],
		['json.in.it', 'true'],
		['empty', undefined],
		['none', undefined],
		['a', undefined],
		['a.b.9.c', undefined],
		['constructor', undefined],
		['a.__proto__.x', undefined],
		['x.y /^(dot)/', 'dot'],
		['x.y /^nothing/', undefined],
		['missing /./', undefined],
	])('%s leads to %s', (spot, value) => {
		expect(find(source(NESTED), [spot])).toBe(value);
	});

	test('may be an expression over the whole text, and the first that leads somewhere counts', () => {
		expect(find(source({}, 'ID: 77\nOK'), ['missing', '/^id: (\\d+)/i', '/OK/'])).toBe('77');
		expect(find(source({}, 'OK'), ['/^id: (\\d+)/i', '/OK/'])).toBe('OK');
	});

	test('leads to the items of lists in lists, each with what is around it, never with its neighbours', () => {
		const root = { req: 'r', data: '[{"id":1,"report":[{"n":1,"s":"x"},{"n":2}]},{"id":2,"report":[{"n":3}]}]' };
		const items = itemsIn(root, 'data.report').map((scopes) => ['n', 'id', 'req', 's'].map((name) => find({ text: '', scopes }, [name])));
		expect(items).toEqual([
			['1', '1', 'r', 'x'],
			['2', '1', 'r', undefined],
			['3', '2', 'r', undefined],
		]);
		expect(itemsIn(root, 'nowhere')).toEqual([[root]]);
		expect(itemsIn([{ n: 1 }, { n: 2 }], undefined)).toEqual([[{ n: 1 }], [{ n: 2 }]]);
		expect(itemsIn('text', 'a')).toEqual([['text']]);
	});

	test.each([
		['status = ok, queued', 'queued', true],
		['status = ok, queued', 'failed', false],
		['status = ok', undefined, undefined],
		['status = /^q/', 'queued', true],
		['status = /^Q/i', 'queued', true],
		['status', 'x', true],
		['status', undefined, undefined],
		['status /^(\\w)/ = q', 'queued', true],
		['/"status":"(\\w+)"/ = queued', 'queued', true],
		['/"status":"(\\w+)"/ = /^q.*d$/', 'queued', true],
	])('in the condition %j, with %j there, holds: %j', (condition, status, expected) => {
		const value = status === undefined ? {} : { status };
		expect(holds(source(value, JSON.stringify(value)), condition)).toBe(expected);
	});
});

test.each([
	['2026-11-22T10:00:00Z', '2026-11-22T10:00:00Z'],
	['2026-11-22T10:00:00.5+0100', '2026-11-22T10:00:00.5+0100'],
	['2026-11-22 10:00', '2026-11-22T10:00:00+05:30'],
	['2026/11/22 10:00:01', '2026-11-22T10:00:01+05:30'],
	['1795341600', '2026-11-22T10:00:00.000Z'],
	['1795341600000', '2026-11-22T10:00:00.000Z'],
	['2611221000', '2026-11-22T10:00:00+05:30'],
	['261122100001', '2026-11-22T10:00:01+05:30'],
	['2026-13-22 10:00', undefined],
	['2613221000', undefined],
	['soon', undefined],
	['', undefined],
])('the time %j is %j', (time, iso) => {
	expect(isoOf(time, '+05:30')).toBe(iso);
});
