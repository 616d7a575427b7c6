import { telnyx } from '../../lib/carriers/telnyx';
import { CarrierError } from '../../lib/domain/errors';
import { confirmOptIn } from '../../lib/flows/confirm-opt-in';
import { dltOf, sendClaimed, type SendingDeps, type SendResult } from '../../lib/flows/send-claimed';
import { claimFor, orderText } from './outbox-orders';
import { phonesOf } from '../ledger/outbox-fixtures';
import { type CarrierAnswer, consent, countBy, OutboxShop, plan, TOO_FAST } from './outbox-shop';

const SENDER = '+14155550199';
const [ANN] = phonesOf(1) as [string];
const NOW_ORDER = { ...orderText('confirmed', { to: ANN }), postponed: undefined };
const MESSAGE = { to: ANN, from: '+14155550100', text: 'Your order is confirmed.' };

/** What the second carrier does with a text. */
type SecondAnswer = 'taken' | 'cut' | 'unreachable' | { readonly status: number; readonly code: string };

let shop: OutboxShop;
/** Texts that the second carrier was asked to send. */
let asked: Array<{ to: string; from: string; text: string }>;
let second: SecondAnswer;

beforeEach(async () => {
	shop = await OutboxShop.open();
	asked = [];
	second = 'taken';
});
afterEach(() => shop.close());

function deps(sender = SENDER, more: Partial<SendingDeps> = {}): SendingDeps {
	return shop.deps({
		fallback: {
			carrier: telnyx,
			config: telnyx.readConfig({ apiKey: 'KEY1' }),
			sender,
			outage: {},
			receiptUrl: 'https://n8n.example.com/webhook/telnyx/sms',
			exchange: async ({ body = '' }) => {
				const { to, from, text } = JSON.parse(body) as (typeof asked)[number];
				asked.push({ to, from, text });
				if (second === 'unreachable') throw new CarrierError('unavailable', 'Telnyx could not be reached');
				if (second === 'cut') throw new CarrierError('outcome-unknown', 'The connection was lost');
				const [status, answer] =
					second === 'taken'
						? [200, { data: { id: `T${asked.length}`, parts: 1, to: [{ status: 'queued' }], errors: [] } }]
						: [second.status, { errors: [{ code: second.code, title: 'No' }] }];
				return await Promise.resolve({ status, headers: {}, body: JSON.stringify(answer), receivedAt: new Date(shop.now) });
			},
		},
		...more,
	});
}

const sendOrder = async (with_ = deps()): Promise<SendResult> => {
	await claimFor(shop.ledger, '1001', NOW_ORDER);
	return await sendClaimed(NOW_ORDER.sendId, MESSAGE, with_);
};
const kept = async () => (await shop.ledger.findOrders('default', '1001'))[0]?.texts[0];

describe('a claimed text', () => {
	test.each<[string, CarrierAnswer, number]>([
		['cannot be reached, at once', 'unreachable', 1],
		['is too busy, after its retries', TOO_FAST, 4],
		['asks for a long pause', { ...TOO_FAST, retryAfter: 3_600 }, 1],
	])('goes to the fallback when its carrier %s', async (_what, answer, tries) => {
		shop.answer = () => answer;
		const result = await sendOrder();
		expect(result).toMatchObject({ receipt: { id: 'T1' }, takenOver: { carrier: 'telnyx', sender: SENDER, reason: expect.stringMatching(/Twilio/) } });
		expect(asked).toEqual([{ to: ANN, from: SENDER, text: MESSAGE.text }]);
		expect([shop.requests, shop.taken]).toEqual([tries, []]);
		expect(await kept()).toMatchObject({ status: 'accepted', carrier: 'telnyx', carrierMessageId: 'T1' });
	});

	test.each<[string, CarrierAnswer]>([
		['took it', 'taken'],
		['may have it: its answer was lost', 'taken, answer lost'],
		['may have it: the connection was lost', 'answer lost'],
		['may have it: its server failed', { status: 500, code: 20500 }],
		['refuses it', { status: 400, code: 21211 }],
		['says that its recipient has opted out', { status: 400, code: 21610 }],
		['does not know the key', { status: 401, code: 20003 }],
	])('does not when its carrier %s', async (_what, answer) => {
		shop.answer = () => answer;
		expect((await sendOrder()).takenOver).toBeUndefined();
		expect(asked).toEqual([]);
		expect(await kept()).toMatchObject({ carrier: 'twilio' });
	});

	test('of which nobody knows whether the fallback has it is the fallback’s, and is not sent again', async () => {
		shop.answer = () => 'unreachable';
		second = 'cut';
		expect(await sendOrder()).toMatchObject({ error: { code: 'outcome-unknown' }, takenOver: { carrier: 'telnyx' } });
		expect(await kept()).toMatchObject({ status: 'unknown', carrier: 'telnyx' });
		expect(asked).toHaveLength(1);
	});

	test.each<[string, SecondAnswer]>([
		['cannot be reached either', 'unreachable'],
		['is too busy too', { status: 429, code: '10011' }],
		['does not know its key', { status: 401, code: '10009' }],
	])('was not sent when the fallback %s, and says both', async (_what, answer) => {
		shop.answer = () => 'unreachable';
		second = answer;
		const { error } = await sendOrder();
		expect(error).toMatchObject({ code: 'unavailable', message: expect.stringMatching(/^Twilio could not be reached\. Telnyx, the fallback, did not take it either: ./) });
		expect(await kept()).toMatchObject({ status: 'failed' });
	});

	test('that is no claim any more does not go to the fallback', async () => {
		shop.answer = () => 'unreachable';
		expect(await sendClaimed('nobody', MESSAGE, deps())).toMatchObject({ error: { code: 'unavailable' } });
		expect(asked).toEqual([]);
	});

	test('names the endpoint of the carrier that takes it, and itself', async () => {
		shop.answer = () => 'unreachable';
		const with_ = deps('+14155550199', { receiptUrl: 'https://n8n.example.com/webhook/twilio/sms' });
		const urls: string[] = [];
		const exchange = with_.fallback?.exchange;
		await sendOrder({
			...with_,
			fallback: with_.fallback && {
				...with_.fallback,
				exchange: async (request) => {
					urls.push((JSON.parse(request.body ?? '') as { webhook_url: string }).webhook_url);
					return await (exchange as SendingDeps['exchange'])(request);
				},
			},
		});
		expect(urls).toEqual([`https://n8n.example.com/webhook/telnyx/sms?send=${NOW_ORDER.sendId}`]);
	});

	test('does not wait for a carrier that could not be reached a moment ago, and tries it again after a minute', async () => {
		shop.answer = () => 'unreachable';
		const with_ = deps();
		const tell = async (number: string) => {
			const text = { ...orderText('confirmed', { to: ANN }), postponed: undefined };
			await claimFor(shop.ledger, number, text);
			await sendClaimed(text.sendId, MESSAGE, with_);
		};
		await tell('1001');
		await tell('1002');
		expect([shop.requests, asked.length]).toEqual([1, 2]);
		shop.pass(1);
		await tell('1003');
		expect([shop.requests, asked.length]).toEqual([2, 3]);
	});
});

describe('a picture', () => {
	const PICTURE = 'https://acme.example/sale.jpg';
	const mediaOf = (body = '') => new URLSearchParams(body).getAll('MediaUrl');

	test('goes with the text where the carrier sends pictures', async () => {
		const bodies: string[] = [];
		const with_ = shop.deps();
		await claimFor(shop.ledger, '1001', NOW_ORDER);
		await sendClaimed(NOW_ORDER.sendId, { ...MESSAGE, picture: PICTURE }, {
			...with_,
			exchange: (request) => {
				bodies.push(request.body ?? '');
				return with_.exchange(request);
			},
		});
		expect(bodies.map(mediaOf)).toEqual([[PICTURE]]);
	});

	test('stays away where the fallback sends none, and that is said', async () => {
		shop.answer = () => 'unreachable';
		await claimFor(shop.ledger, '1001', NOW_ORDER);
		const { fallback, ...others } = deps();
		const plain = { ...telnyx, capabilities: { ...telnyx.capabilities, mms: false } };
		const bodies: string[] = [];
		const exchange: SendingDeps['exchange'] = async (request) => {
			bodies.push(request.body ?? '');
			return await (fallback as NonNullable<typeof fallback>).exchange(request);
		};
		const result = await sendClaimed(NOW_ORDER.sendId, { ...MESSAGE, picture: PICTURE }, {
			...others,
			fallback: { ...(fallback as NonNullable<typeof fallback>), carrier: plain, exchange },
		});
		expect(result).toMatchObject({ receipt: { id: 'T1' }, takenOver: { withoutPicture: true } });
		expect(bodies.map((body) => (JSON.parse(body) as { media_urls?: string[] }).media_urls)).toEqual([undefined]);
	});

	test('waits in the outbox with its text', async () => {
		await consent(shop.ledger, [ANN]);
		await plan(shop.ledger, [ANN], { picture: PICTURE });
		const bodies: string[] = [];
		const with_ = shop.deps();
		const exchange: SendingDeps['exchange'] = (request) => {
			bodies.push(request.body ?? '');
			return with_.exchange(request);
		};
		expect(await shop.drain({}, { ...with_, exchange })).toMatchObject([{ outcome: 'sent', text: { picture: PICTURE } }]);
		expect(bodies.map(mediaOf)).toEqual([[PICTURE]]);
	});
});

describe('India’s registration', () => {
	test.each([
		['+919876543210', { entityId: '1', templateId: '2', header: 'ACMEIN' }, { entityId: '1', templateId: '2', header: 'ACMEIN' }],
		['+919876543210', { entityId: '1', header: 'ACMEIN' }, undefined],
		['+919876543210', undefined, undefined],
		[ANN, { entityId: '1', templateId: '2' }, undefined],
	])('of a text to %s that is %j', (to, registration, expected) => expect(dltOf(to, registration)).toEqual(expected));

	test('goes with a text that waited in the outbox', async () => {
		const phone = '+919876543210';
		const dlt = { entityId: '1101234567890123456', templateId: '1107123456789012345', header: '612345' };
		await consent(shop.ledger, [phone]);
		await plan(shop.ledger, [phone], { message: { purpose: 'marketing', recipient: { phone }, dlt } });
		shop.now = Date.parse('2026-12-02T06:00:00Z'); // half past eleven in India
		const seen: unknown[] = [];
		const { carrier, ...others } = shop.deps();
		const buildSend: typeof carrier.buildSend = (message, config) => {
			seen.push(message.dlt);
			return carrier.buildSend(message, config);
		};
		expect(countBy(await shop.drain({}, { ...others, carrier: { ...carrier, buildSend } }))).toEqual({ sent: 1 });
		expect(seen).toEqual([dlt]);
	});
});

describe('texts of the outbox', () => {
	const offers = async (count: number) => {
		const phones = phonesOf(count);
		await consent(shop.ledger, phones);
		await plan(shop.ledger, phones);
	};

	test('go to the fallback, once each', async () => {
		await offers(30);
		shop.answer = () => 'unreachable';
		const drained = await shop.drain({}, deps());
		expect(countBy(drained)).toEqual({ sent: 30 });
		expect(drained.every(({ takenOver }) => takenOver?.carrier === 'telnyx')).toBe(true);
		expect(new Set(asked.map(({ to }) => to)).size).toBe(30);
		expect(await shop.drain({}, deps())).toEqual([]);
	});

	test('which neither takes wait for their first carrier', async () => {
		await offers(1);
		shop.answer = () => TOO_FAST;
		second = 'unreachable';
		expect(await shop.drain({}, deps())).toMatchObject([{ outcome: 'postponed', rule: 'throttled' }]);
		shop.answer = () => 'taken';
		shop.pass(60);
		expect(countBy(await shop.drain())).toEqual({ sent: 1 });
		expect(shop.taken).toHaveLength(1);
	});

	test('that say "Reply STOP" do not go to a name, which nobody can reply to; texts about orders do', async () => {
		await offers(1);
		shop.answer = () => 'unreachable';
		expect(await shop.drain({}, deps('Acme'))).toMatchObject([{ outcome: 'postponed', rule: 'unavailable' }]);
		await claimFor(shop.ledger, '1001', orderText('confirmed', { to: '+12125550155' }));
		expect(await shop.drain({}, deps('Acme'))).toMatchObject([{ outcome: 'sent', text: { to: '+12125550155' } }]);
		expect(asked).toMatchObject([{ from: 'Acme' }]);
	});
});

test('the text that confirms an opt-in goes through the carrier that asked, be it the fallback', async () => {
	const confirmation = { sendId: 's', text: 'Welcome', language: 'en', encoding: 'GSM-7', segments: 1, sender: SENDER, carrier: 'telnyx' };
	const ledger = {
		...shop.ledger,
		confirmCode: () => Promise.resolve({ outcome: 'confirmed', requestId: 'r', source: 'form', confirmation } as const),
	};
	const attempt = { shop: 'default', phone: ANN, purpose: 'marketing', code: '123456', now: new Date(shop.now), evidence: {} } as const;
	expect(await confirmOptIn(attempt, { ...deps(), ledger })).toMatchObject({ confirmation: { receipt: { id: 'T1' } } });
	expect(asked).toMatchObject([{ to: ANN, from: SENDER }]);
	expect(shop.requests).toBe(0);
});
