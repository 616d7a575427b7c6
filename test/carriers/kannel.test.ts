import nock from 'nock';
import { CommerceSmsKannelApi } from '../../credentials/CommerceSmsKannelApi.credentials';
import { type Carrier, type CarrierConfig } from '../../lib/carriers/carrier';
import { kannel } from '../../lib/carriers/kannel';
import { trySending } from '../../lib/flows/send-claimed';
import { type Ledger } from '../../lib/ledger/ledger';
import { type WireRequest } from '../../lib/wire';
import { NOW } from './cases';
import { carrierContract } from './contract';
import { sendAuthorised } from './replay';

const CREDENTIALS = { username: 'shop', password: 'dummy-kannel-password', baseUrl: 'http://kannel.example.com:13013' };
const CONFIG = kannel.readConfig(CREDENTIALS);
const HANDLED = 'Kannel hands texts over as they are';
const queryOf = ({ url }: WireRequest) => Object.fromEntries(new URL(url).searchParams);

/** What Kannel makes of a dlr-url: "%%" is a percent sign, "%d" a value of its own. */
const calledUrl = (url: string, values: Readonly<Record<string, string>>) =>
	url.replace(/%(.)/g, (_all, name: string) => (name === '%' ? '%' : (values[name] ?? '')));

carrierContract({
	carrier: kannel,
	credentials: CREDENTIALS,
	secrets: ['dummy-kannel-password'],
	unusable: [
		['no user name', { username: '' }, /user name.*Kannel/],
		['no password', { password: ' ' }, /password.*Kannel/],
		['no API URL', { baseUrl: '' }, /API URL.*Kannel/],
	],
	senders: { 'phone-number': '+14155550100', 'short-code': '72345', alphanumeric: 'Acme Shop' },
	endpoint: 'http://kannel.example.com:13013/cgi-bin/sendsms',
	method: 'GET',
	readSend: (request) => {
		const { to, from, text, charset, coding, 'dlr-url': url } = queryOf(request);
		expect([charset, coding]).toEqual(['UTF-8', /^[\n\r\x20-\x7e€]*$/.test(text ?? '') && !/`/.test(text ?? '') ? undefined : '2']);
		const receiptUrl = url && calledUrl(url, {}).replace(/&status=&answer=$/, '');
		return { to, from, text, receiptUrl };
	},
	tables: ['protocols/generic-kannel.ts', 'protocols/generic-smpp.ts'],
	lacks: {
		'without an API URL the carrier’s own is used': 'everybody runs a Kannel of their own',
		'the receipt URL goes along, with its query': 'Kannel’s own values stand behind it: see below',
		'accepted, long': 'an answer does not count segments in a way that can be relied on',
		'accepted, sent already': 'a text is queued when it is answered',
		'accepted with a price': 'Kannel knows no prices',
		'too fast, wait in seconds': 'no such header',
		'too fast, wait until a date': 'no such header',
		'opted out': 'Kannel knows of no opt-outs',
		'unknown code': 'its codes are HTTP statuses',
		'failed inside a success, opted out': 'Kannel knows of no opt-outs',
		'failed inside a success, no reason': 'a refusal is its words',
		picture: 'Kannel’s texts have no pictures',
		'STOP handled by the carrier': HANDLED,
		'START handled by the carrier': HANDLED,
		'HELP handled by the carrier': HANDLED,
	},
});

const MESSAGE = { to: '+14155550123', from: '+14155550100', text: 'Hello' };

describe('a send', () => {
	afterEach(() => nock.cleanAll());

	// https://www.kannel.org/download/1.4.5/userguide-1.4.5/userguide.html
	test('is the request that Kannel documents, with the login in the query', async () => {
		const documented = { username: 'shop', password: 'dummy-kannel-password', ...MESSAGE, charset: 'UTF-8' };
		nock('http://kannel.example.com:13013')
			.get('/cgi-bin/sendsms')
			.query(documented)
			.reply(202, '0: Accepted for delivery');
		const message = { ...MESSAGE, ref: 'our-id' };
		const response = await sendAuthorised(new CommerceSmsKannelApi(), CREDENTIALS, kannel.buildSend(message, CONFIG));
		expect(kannel.parseSend(response, message)).toMatchObject({ id: 'our-id', status: 'queued' });
	});

	test('has reports come to the receipt URL as it is, with our id and Kannel’s values', () => {
		const receiptUrl = 'https://n8n.example.com/webhook/r?shop=a%20b&x=%C3%BC&send=our-id';
		const { 'dlr-url': url = '', 'dlr-mask': mask } = queryOf(kannel.buildSend({ ...MESSAGE, receiptUrl, ref: 'our-id' }, CONFIG));
		const called = new URL(calledUrl(url, { d: '1', A: 'stat%3ADELIVRD' }));
		expect([mask, called.origin + called.pathname]).toEqual(['31', 'https://n8n.example.com/webhook/r']);
		expect(Object.fromEntries(called.searchParams)).toEqual({
			shop: 'a b',
			x: 'ü',
			send: 'our-id',
			id: 'our-id',
			status: '1',
			answer: 'stat:DELIVRD',
		});
	});

	test('has reports come to a receipt URL without a query too', () => {
		const { 'dlr-url': url = '' } = queryOf(kannel.buildSend({ ...MESSAGE, receiptUrl: 'https://n8n.example.com/r' }, CONFIG));
		expect(url).toBe('https://n8n.example.com/r?status=%d&answer=%A');
	});

	test('is known by our id to the flow that sends it', async () => {
		const { receipt } = await trySending('send-1', MESSAGE, {
			carrier: kannel as Carrier<CarrierConfig>,
			config: CONFIG,
			exchange: async () => ({ status: 202, headers: {}, body: '0: Accepted for delivery', receivedAt: NOW }),
			ledger: {} as Ledger,
			wait: async () => undefined,
			newId: () => 'none',
			chance: () => 0,
			now: () => NOW,
		});
		expect(receipt).toMatchObject({ id: 'send-1' });
	});

	test('without our id its answer names no text', () => {
		const response = { status: 202, headers: {}, body: '0: Accepted for delivery', receivedAt: new Date() };
		expect(() => kannel.parseSend(response, MESSAGE)).toThrow(/does not say whether/);
	});
});
