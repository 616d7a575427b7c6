import { type LookUpSent, type UncertainSms } from '../../lib/carriers/carrier';
import { twilio, type TwilioConfig } from '../../lib/carriers/twilio';
import { type WireRequest } from '../../lib/wire';
import { TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { twilioClient } from '../sandbox/clients';
import { exchangeOver } from './inbound-contract';

const { accountSid, authToken, messagingServiceSid, numbers } = TWILIO_ACCOUNT;
const lookUp = twilio.lookUp as LookUpSent<TwilioConfig>;
const PHONE = '+14155550123';
const FROM = numbers[0].number;
const basic = (password: string) => ({
	authorization: `Basic ${Buffer.from(`${accountSid}:${password}`).toString('base64')}`,
});
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

const uncertain = (changes: Partial<UncertainSms> = {}): UncertainSms => ({
	to: PHONE,
	from: FROM,
	text: 'Sale at ACME: 20% off',
	sentAfter: minutesAgo(20),
	sentBefore: minutesAgo(5),
	otherIds: [],
	...changes,
});

describe('at the sandbox, with the SDK as who sent', () => {
	let sandbox: Sandbox;
	beforeEach(async () => {
		sandbox = await startSandbox({ port: 0 });
	});
	afterEach(() => sandbox.stop());

	const ask = (text: UncertainSms, password: string = authToken, requests: WireRequest[] = []) =>
		lookUp(
			text,
			twilio.readConfig({ accountSid, authToken, baseUrl: `${sandbox.url}/twilio` }),
			exchangeOver(basic(password), requests),
		);
	const justNow = (changes: Partial<UncertainSms> = {}) => uncertain({ sentBefore: new Date(), ...changes });

	test.each([
		['a number', { from: FROM }],
		['a Messaging Service', { messagingServiceSid }],
	])('a text from %s is found, among others and over pages', async (_name, sender) => {
		const { messages } = twilioClient(sandbox);
		await messages.create({ to: '+14155550124', body: uncertain().text, ...sender });
		const { sid, body } = await messages.create({ to: PHONE, body: uncertain().text, ...sender });
		for (let index = 0; index < 201; index++) await messages.create({ to: PHONE, body: `Later ${index}`, ...sender });
		const requests: WireRequest[] = [];
		const from = 'from' in sender ? sender.from : messagingServiceSid;
		expect(await ask(justNow({ from, text: body }), authToken, requests)).toMatchObject({ id: sid });
		expect(requests).toHaveLength(2);
	});

	test('a text that is not there is absent, once its time is over for two minutes', async () => {
		const { messages } = twilioClient(sandbox);
		await messages.create({ to: PHONE, body: 'Something else, later', from: FROM });
		expect(await ask(uncertain({ sentBefore: minutesAgo(2.1) }))).toBeNull();
		await expect(ask(uncertain({ sentBefore: minutesAgo(1.9) }))).rejects.toMatchObject({ code: 'outcome-unknown' });
	});

	test('another text with the same words is not this one, nor one from the customer', async () => {
		const { messages } = twilioClient(sandbox);
		const text = uncertain().text;
		const { sid } = await messages.create({ to: PHONE, body: text, from: FROM });
		await sandbox.reply(PHONE, text, FROM);
		await expect(ask(justNow({ otherIds: [sid] }))).rejects.toMatchObject({ code: 'outcome-unknown' });
		expect(await ask(uncertain({ otherIds: [sid] }))).toBeNull();
	});

	test('with a wrong key nothing is known', async () => {
		await expect(ask(uncertain(), 'wrong')).rejects.toMatchObject({ code: 'bad-config', details: { httpStatus: 401 } });
	});
});

describe('answers as Twilio documents them', () => {
	/** Fields of https://www.twilio.com/docs/messaging/api/message-resource#message-properties */
	const message = (changes: object = {}) => ({
		sid: `SM${'1'.repeat(32)}`,
		to: PHONE,
		from: FROM,
		messaging_service_sid: null,
		direction: 'outbound-api',
		body: uncertain().text,
		date_created: minutesAgo(10).toUTCString().replace('GMT', '+0000'),
		date_sent: null,
		status: 'queued',
		num_segments: '1',
		price: null,
		price_unit: 'USD',
		...changes,
	});
	const config = twilio.readConfig({ accountSid, authToken });

	/** Asks a Twilio that answers with these pages, one after the other. */
	async function ask(pages: ReadonlyArray<object | string>, text = uncertain(), status = 200) {
		const urls: string[] = [];
		const work = lookUp(text, config, async ({ url }) => {
			const page = pages[Math.min(urls.length, pages.length - 1)];
			urls.push(url);
			const body = typeof page === 'string' ? page : JSON.stringify(page);
			return await Promise.resolve({ status, headers: {}, body, receivedAt: new Date() });
		});
		const answer = await work.then(
			(receipt) => receipt?.id ?? null,
			(error: { code: string }) => error.code,
		);
		return { answer, urls };
	}
	const FOUND = message().sid;

	test.each<[string, object, string | null]>([
		['our words from our sender', {}, FOUND],
		['already delivered', { status: 'delivered', date_sent: minutesAgo(9).toUTCString() }, FOUND],
		['failed at the carrier, which had taken it', { status: 'failed', error_code: 30003 }, FOUND],
		['through a Messaging Service instead', { messaging_service_sid: `MG${'a'.repeat(32)}` }, FOUND],
		['a time that cannot be read', { date_created: 'soon' }, FOUND],
		['before its time', { date_created: minutesAgo(25).toUTCString() }, null],
		['after its time', { date_created: minutesAgo(1).toUTCString() }, null],
		['a little before, by a clock that goes wrong', { date_created: minutesAgo(20.5).toUTCString() }, FOUND],
		['to somebody else', { to: '+14155550124' }, null],
		['from the customer', { direction: 'inbound', from: PHONE, to: FROM }, null],
		['other words from another sender', { body: 'Hello', from: '+14155550199' }, null],
		['other words', { body: 'Hello' }, 'outcome-unknown'],
		['words that Twilio has removed', { body: '' }, 'outcome-unknown'],
		['another sender', { from: '+14155550199' }, 'outcome-unknown'],
		['without an id', { sid: null }, null],
	])('%s', async (_name, changes, expected) => {
		expect((await ask([{ messages: [message(changes)], next_page_uri: null }])).answer).toBe(expected);
	});

	test('a sender that a Messaging Service has yet to choose', async () => {
		const service = `MG${'a'.repeat(32)}`;
		const page = { messages: [message({ from: null, messaging_service_sid: service, status: 'accepted' })] };
		expect((await ask([page], uncertain({ from: service }))).answer).toBe(FOUND);
	});

	test('pages are followed at the address of the credential only', async () => {
		const next = '/2010-04-01/Accounts/AC/Messages.json?Page=1&PageToken=PASM1';
		const { answer, urls } = await ask([{ messages: [], next_page_uri: next }, { messages: [message()] }]);
		expect(answer).toBe(FOUND);
		expect(urls[0]).toMatch(
			/^https:\/\/api\.twilio\.com\/2010-04-01\/Accounts\/AC\w+\/Messages\.json\?To=%2B14155550123&/,
		);
		expect(urls[1]).toBe(`https://api.twilio.com${next}`);
		for (const elsewhere of ['https://evil.example.com/', '//evil.example.com/', '@evil.example.com/']) {
			const asked = await ask([{ messages: [], next_page_uri: elsewhere }, { messages: [] }]);
			expect(asked).toMatchObject({ answer: 'outcome-unknown', urls: { length: 1 } });
		}
	});

	test.each<[string, object | string, number, string]>([
		['more pages than anybody reads', { messages: [], next_page_uri: '/next' }, 200, 'outcome-unknown'],
		['no list', { sid: 'x' }, 200, 'outcome-unknown'],
		['a page of something else', '<html>', 200, 'outcome-unknown'],
		['a fault', { code: 20500 }, 500, 'outcome-unknown'],
		['too fast', { code: 20429 }, 429, 'throttled'],
	])('%s is no proof of absence', async (_name, page, status, expected) => {
		expect((await ask([page], uncertain(), status)).answer).toBe(expected);
	});
});
