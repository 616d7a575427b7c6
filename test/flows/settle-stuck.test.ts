import { type SendingDeps } from '../../lib/flows/send-claimed';
import { phonesOf } from '../ledger/outbox-fixtures';
import { claimFor, orderText } from './outbox-orders';
import { consent, countBy, OutboxShop, plan } from './outbox-shop';

let shop: OutboxShop;
beforeEach(async () => {
	shop = await OutboxShop.open();
});
afterEach(() => shop.close());

/** A carrier that cannot be asked. */
const mute = (): SendingDeps => shop.deps({ carrier: { ...shop.deps().carrier, lookUp: undefined } });

const [ANN, BEN] = phonesOf(2) as [string, string];

/** A text whose answer was lost, taken by the carrier or not; or whose run ended in the middle of sending. */
async function stuck(how: 'taken, answer lost' | 'answer lost' | 'run ended, taken' | 'run ended', phones = [ANN], name = 'Weekend sale') {
	await consent(shop.ledger, phones);
	await plan(shop.ledger, phones, { name });
	if (how === 'taken, answer lost' || how === 'answer lost') {
		shop.answer = () => how;
		await shop.drain();
	} else {
		shop.answer = () => (how === 'run ended, taken' ? 'taken' : 'answer lost');
		const settleSend = async () => await Promise.reject(new Error('killed'));
		await shop.drain({}, shop.deps({ ledger: { ...shop.ledger, settleSend } })).catch(() => undefined);
	}
	shop.answer = () => 'taken';
}

describe('where the carrier has a list', () => {
	test.each(['taken, answer lost', 'run ended, taken'] as const)('%s: it is found, and not sent again', async (how) => {
		await stuck(how);
		shop.pass(16);
		expect(await shop.settle()).toMatchObject([{ outcome: 'found', receipt: { id: shop.taken[0]?.id } }]);
		expect(await shop.settle()).toEqual([]);
		expect(await shop.drain()).toEqual([]);
		expect(shop.taken).toHaveLength(1);
	});

	test.each(['answer lost', 'run ended'] as const)('%s: it provably is not there, and is sent after all', async (how) => {
		await stuck(how);
		shop.pass(20);
		expect(await shop.settle()).toMatchObject([{ outcome: 'resent', isSure: true }]);
		expect(countBy(await shop.drain())).toEqual({ sent: 1 });
	});

	test('the gate is asked again: a STOP since then wins', async () => {
		await stuck('answer lost');
		await shop.stop(ANN);
		shop.pass(20);
		await shop.settle();
		expect(await shop.drain()).toMatchObject([{ outcome: 'skipped', rule: 'opted-out' }]);
		expect(shop.taken).toEqual([]);
	});

	test('a run that may still be sending is left alone', async () => {
		await stuck('run ended');
		shop.pass(14);
		expect(await shop.settle()).toEqual([]);
	});

	test('absence is believed when the list must be complete, and not before', async () => {
		await stuck('answer lost');
		for (const minutes of [1, 9, 6]) {
			shop.pass(minutes);
			for (const settled of await shop.settle()) expect(settled.outcome).toBe('held');
		}
		expect(await shop.ledger.outboxState('default', 'twilio')).toEqual({ waiting: 0 });
	});

	test('two texts in the same words are not taken for one', async () => {
		await consent(shop.ledger, [ANN]);
		const message = { purpose: 'survey', isRedirected: true } as const;
		shop.answer = () => 'taken, answer lost';
		await plan(shop.ledger, [ANN], { name: 'One', message, purpose: 'survey' });
		await shop.drain();
		shop.answer = () => 'answer lost';
		await plan(shop.ledger, [ANN], { name: 'Two', message, purpose: 'survey' });
		await shop.drain();
		shop.pass(20);
		expect(countBy(await shop.settle())).toEqual({ found: 1, resent: 1 });
	});

	test('a list that cannot be read tells nothing: it is asked again, and after two hours the operator is told once', async () => {
		await stuck('answer lost');
		const { exchange } = shop.deps();
		const broken = shop.deps({
			exchange: async (request) => (request.method === 'GET' ? { ...(await exchange(request)), status: 503, body: '' } : await exchange(request)),
		});
		const outcomes: string[] = [];
		for (let minutes = 0; minutes <= 600; minutes += 10) {
			shop.pass(10);
			outcomes.push(...(await shop.settle({}, broken)).map(({ outcome }) => outcome));
		}
		expect(outcomes.filter((outcome) => outcome !== 'held')).toEqual(['needs-attention']);
		expect(outcomes.indexOf('needs-attention')).toBeGreaterThanOrEqual(11);
		// it is still asked now and then, and what it says then counts
		shop.pass(360);
		expect(countBy(await shop.settle())).toEqual({ resent: 1 });
	});
});

describe('where it has none', () => {
	test('a receipt is waited for, for two hours; then the operator is told once, and nothing is sent', async () => {
		await stuck('run ended, taken');
		shop.pass(16);
		expect(await shop.settle({}, mute())).toMatchObject([{ outcome: 'held' }]);
		expect(await shop.settle({}, mute())).toEqual([]);
		shop.pass(105);
		const [told] = await shop.settle({}, mute());
		expect(told).toMatchObject({ outcome: 'needs-attention', text: { to: ANN, status: 'sending' } });
		shop.pass(60 * 24 * 30);
		expect(await shop.settle({ whenUnclear: 'resend' }, mute())).toEqual([]);
		expect(await shop.drain()).toEqual([]);
	});

	test('a receipt that comes settles it', async () => {
		await stuck('taken, answer lost');
		const [{ sendId } = { sendId: '' }] = await shop.ledger.campaignTexts((await shop.ledger.listCampaigns('default'))[0]?.id ?? '', undefined, 1);
		const receipt = { shop: 'default', carrier: 'twilio', messageId: 'SM1', sendId, status: 'delivered', isFinal: true } as const;
		await shop.ledger.recordReceipt({ ...receipt, now: new Date(shop.now) });
		shop.pass(180);
		expect(await shop.settle({}, mute())).toEqual([]);
	});

	test('the operator may want it sent again, at the risk of a duplicate', async () => {
		await stuck('taken, answer lost');
		shop.pass(119);
		expect(countBy(await shop.settle({ whenUnclear: 'resend' }, mute()))).toEqual({ held: 1 });
		shop.pass(2);
		expect(await shop.settle({ whenUnclear: 'resend' }, mute())).toMatchObject([{ outcome: 'resent', isSure: false }]);
		expect(countBy(await shop.drain())).toEqual({ sent: 1 });
		expect(shop.taken).toHaveLength(2);
	});
});

test('an order text that never was in the outbox counts as not sent, once that is sure', async () => {
	const text = { ...orderText('confirmed', { to: BEN }), postponed: undefined };
	await claimFor(shop.ledger, '1001', text);
	shop.pass(20);
	expect(await shop.settle()).toMatchObject([{ outcome: 'resent', isSure: true, text: { message: undefined } }]);
	expect(await shop.drain()).toEqual([]);
	expect((await shop.ledger.findOrders('default', '1001'))[0]?.texts[0]?.status).toBe('failed');
});

test('look-ups end with the time of the run, and the rest is looked up by the next', async () => {
	await stuck('answer lost', phonesOf(30));
	shop.pass(20);
	const { exchange } = shop.deps();
	const slow = shop.deps({
		exchange: async (request) => {
			shop.now += 1_000;
			return await exchange(request);
		},
	});
	expect(await shop.settle({ stopAt: new Date(shop.now + 10_000) }, slow)).toHaveLength(10);
	expect(await shop.settle()).toHaveLength(20);
});
