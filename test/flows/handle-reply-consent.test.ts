import { INBOUND_CARRIERS, type InboundCarrierId } from './inbound-carriers';
import { InboundShop, MARIA, orderEvent, PROFILE, replySettings, TOM } from './inbound-shop';

const CARRIER_IDS = Object.keys(INBOUND_CARRIERS) as InboundCarrierId[];

describe.each(CARRIER_IDS)('what a customer of %s wants', (id) => {
	let shop: InboundShop;
	beforeEach(async () => {
		shop = await InboundShop.open(id);
	});
	afterEach(() => shop.close());

	const shipped = (number = '#1001', phone = MARIA) => orderEvent({ orderNumber: number, stage: 'shipped', phone });
	const delivered = (number = '#1001', phone = MARIA) => orderEvent({ orderNumber: number, stage: 'delivered', phone });

	describe('STOP', () => {
		test('ends the texts about every order, and is confirmed once', async () => {
			await shop.tell(shipped());
			expect((await shop.hear('STOP')).understood?.answer?.name).toBe('optedOut');
			expect(await shop.ruleFor(delivered())).toBe('opted-out');
			expect(await shop.ruleFor(shipped('#1002'))).toBe('opted-out');
			expect(await shop.ruleFor(shipped('#1003', TOM))).toBe('sent');
			expect((await shop.hear('STOP')).answer).toBeUndefined();
			shop.after(23);
			expect((await shop.hear('stop!!')).answer).toBeUndefined();
		});

		test('counts for the number as the shop has it, however the carrier writes it', async () => {
			await shop.hear('STOP', { from: '+5215512345678' });
			expect(await shop.ruleFor(shipped('#1001', '+525512345678'))).toBe('opted-out');
			expect(await shop.ruleFor(shipped('#1002', '+52 1 55 1234 5678'))).toBe('opted-out');
		});

		test('is in force before its confirmation is sent', async () => {
			const body = shop.of.reply({ id: 'in-1', from: MARIA, text: 'STOP' });
			const received = await shop.receive(shop.of.sign(shop.webhook(body)));
			expect(received).toMatchObject({ replies: [{ novelty: 'new' }] });
			expect(shop.requests).toEqual([]);
			expect(await shop.ruleFor(shipped())).toBe('opted-out');
		});

		test.each([
			[
				'the own confirmation has a mistake',
				replySettings({ ownAnswers: [{ answer: 'optedOut', text: 'Bye {frist_name}' }] }),
			],
			[
				'the own confirmation is too long',
				replySettings({ ownAnswers: [{ answer: 'optedOut', text: 'x'.repeat(2000) }] }),
			],
			['nothing is answered', replySettings({ answered: new Set() })],
			['nobody waits for it', replySettings({ handedOn: new Set() })],
			[
				'a keyword of the operator takes it',
				replySettings({
					keywordRules: [{ name: 'all', words: ['stop'], match: 'contains' }],
				}),
			],
		])('is in force where %s', async (what, settings) => {
			const { novelty, understood, answer } = await shop.hear('STOP', {}, settings);
			expect(novelty).toBe('new');
			expect(understood?.answerError === undefined).toBe(!what.includes('own confirmation'));
			const isConfirmed = what.includes('waits') || what.includes('keyword');
			expect(answer !== undefined).toBe(isConfirmed);
			expect(await shop.ruleFor(shipped())).toBe('opted-out');
		});

		test.each(['opted out', 'lost'] as const)('is in force where the confirmation is %s', async (next) => {
			shop.next = next;
			expect((await shop.hear('STOP')).result?.error).toBeDefined();
			expect(await shop.ruleFor(shipped())).toBe('opted-out');
		});

		test('of marketing alone leaves the order texts, unless the carrier has blocked the number', async () => {
			const profile = { ...PROFILE, optOutScope: 'marketing' } as const;
			const settings = replySettings({ profile });
			expect((await shop.hear('STOP', {}, settings)).understood?.answer?.name).toBe('optedOutMarketing');
			expect(await shop.ruleFor(shipped(), { profile })).toBe('sent');
			await shop.hear('STOP', { handled: 'opt-out' }, settings);
			expect(await shop.ruleFor(delivered(), { profile })).toBe('opted-out');
		});

		test('that the carrier has acted on holds in every shop', async () => {
			await shop.hear('STOP', { handled: 'opt-out' });
			const profile = { ...PROFILE, key: 'other' };
			expect(await shop.ruleFor(shipped(), { profile })).toBe('opted-out');
		});
	});

	describe('STOP and an order number', () => {
		beforeEach(async () => {
			await shop.tell(shipped('#1001'));
			await shop.tell(shipped('#1002'));
		});

		test('ends the texts about that order', async () => {
			const { understood, answer } = await shop.hear('STOP 1001');
			expect(understood).toMatchObject({ stopped: { details: { number: '#1001' } }, answer: { name: 'orderStopped' } });
			expect(answer).toContain('1001');
			expect(await shop.ruleFor(delivered('#1001'))).toBe('order-opted-out');
			expect(await shop.ruleFor(delivered('#1002'))).toBe('sent');
		});

		test.each(['STOP 9999', 'STOP 7777', 'STOP 100'])('that is not theirs ends everything: %s', async (text) => {
			await shop.tell(shipped('#7777', TOM));
			const { understood } = await shop.hear(text);
			expect(understood).toMatchObject({ stopped: undefined, answer: { name: 'optedOut' } });
			for (const number of ['#1001', '#1002']) expect(await shop.ruleFor(delivered(number))).toBe('opted-out');
			expect(await shop.ruleFor(delivered('#7777', TOM))).toBe('sent');
		});
	});

	describe('START', () => {
		test.each([
			['STOP', {}],
			['STOP 1001', {}],
			['STOP', { handled: 'opt-out' as const }],
		])('takes back %s %j', async (text, more) => {
			await shop.tell(shipped());
			await shop.hear(text, more);
			expect(await shop.ruleFor(orderEvent({ stage: 'out_for_delivery' }))).toMatch(/opted-out$/);
			expect((await shop.hear('START')).understood?.answer?.name).toBe('started');
			expect(await shop.ruleFor(delivered())).toBe('sent');
		});

		test('in other words does not lift the block of a carrier that did not say so', async () => {
			await shop.hear('STOP', { handled: 'opt-out' });
			await shop.hear('subscribe');
			expect(await shop.ruleFor(shipped())).toBe('opted-out');
			await shop.hear('subscribe', { handled: 'opt-in' });
			expect(await shop.ruleFor(shipped())).toBe('sent');
		});

		test('that comes before a late repetition of STOP is the last word', async () => {
			await shop.hear('STOP', { id: 'in-stop' });
			shop.after(0.005);
			await shop.hear('START');
			shop.after(0.01);
			expect((await shop.hear('STOP', { id: 'in-stop' })).novelty).toBe('new');
			expect(await shop.ruleFor(shipped())).toBe('sent');
		});
	});

	describe('a number that is dead', () => {
		test('gets no more texts until somebody writes from it', async () => {
			const { receipt } = await shop.tell(shipped());
			await shop.report({ id: receipt?.id as string, to: MARIA, status: 'undelivered', errorCode: shop.of.landline });
			expect(await shop.ruleFor(delivered())).toBe('dead-number');
			expect((await shop.tell(orderEvent({ orderNumber: '#1002' }), { whenDead: 'try' })).receipt).toBeDefined();
			await shop.hear('Hello');
			expect(await shop.ruleFor(delivered())).toBe('sent');
		});
	});

	test('fifty tries at once to hand over one STOP are one reply and one confirmation', async () => {
		const results = await Promise.all(Array.from({ length: 50 }, () => shop.hear('STOP', { id: 'in-same' })));
		expect(results.filter(({ novelty }) => novelty === 'new')).toHaveLength(1);
		expect(shop.requests).toHaveLength(1);
	});
});
