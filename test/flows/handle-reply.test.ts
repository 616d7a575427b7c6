import { type KeywordRule, type ReplyKind } from '../../lib/domain/replies/classify';
import { type OrderEvent } from '../../lib/domain/order-event';
import { handleReply } from '../../lib/flows/handle-reply';
import { INBOUND_CARRIERS, type InboundCarrierId, OUR_NUMBER } from './inbound-carriers';
import { InboundShop, MARIA, orderEvent, PROFILE, replySettings, TOM } from './inbound-shop';

describe.each(Object.keys(INBOUND_CARRIERS) as InboundCarrierId[])('a reply through %s', (id) => {
	let shop: InboundShop;
	beforeEach(async () => {
		shop = await InboundShop.open(id);
	});
	afterEach(() => shop.close());

	const kindOf = async (...args: Parameters<InboundShop['hear']>) =>
		(await shop.hear(...args)).understood?.classified.kind;

	describe('is understood and answered in the language of', () => {
		test.each<[text: string, from: string, kind: ReplyKind, answer: string]>([
			['STOP', MARIA, 'opt-out', 'Acme: '],
			['Stop please!', MARIA, 'opt-out', 'START'],
			['HELP', MARIA, 'help', '+1 415 555 0190'],
			['START', MARIA, 'opt-in', 'STOP'],
			['where is my order?', MARIA, 'order-question', 'Acme: '],
			['Thank you!', MARIA, 'other', 'Acme: '],
			['Hilfe', '+4915123456789', 'help', 'SMS-Service unseres Shops'],
			['Wo ist mein Paket?', '+4915123456789', 'order-question', 'Acme: '],
			['nie chcę więcej wiadomości', '+48512345678', 'opt-out', 'Rezygnacja przyjęta'],
			['gdzie jest moja paczka', '+48512345678', 'order-question', 'Nie znaleźliśmy zamówienia'],
			['¿dónde está mi pedido?', '+34612345678', 'order-question', 'No encontramos ningún pedido'],
			['ARRET', '+33612345678', 'opt-out', 'Acme : '],
			['AVSLUTA', '+46701740605', 'opt-out', 'Acme: '],
			['🛑', MARIA, 'opt-out', 'START'],
		])('%s from %s: %s', async (text, from, kind, part) => {
			const { understood, answer, result } = await shop.hear(text, { from });
			expect(understood?.classified.kind).toBe(kind);
			expect(result?.receipt?.id).toBe('out-1');
			// smart encoding may have replaced letters that would make a second segment
			expect(answer?.normalize('NFD').replace(/\p{M}|ł/gu, '')).toContain(
				part.normalize('NFD').replace(/\p{M}|ł/gu, ''),
			);
		});

		test('their last order where the word itself is English', async () => {
			await shop.tell(orderEvent({ language: 'pl', phone: '+48512345678', country: 'PL' }));
			expect((await shop.hear('HELP', { from: '+48512345678' })).answer).toContain('sklepu');
			expect((await shop.hear('help me', { from: '+48512345679' })).answer).not.toContain('sklepu');
		});
	});

	test('goes back to who wrote, from the number they wrote to, with the URL for its receipt', async () => {
		await shop.hear('HELP', { from: TOM });
		const [request] = shop.requests;
		expect(decodeURIComponent(request?.body ?? '')).toContain(TOM);
		expect(decodeURIComponent(request?.body ?? '')).toContain('+14155550100');
		expect(shop.of.receiptUrlOf(request as NonNullable<typeof request>)).toMatch(/\/webhook\/2\/sms\?send=id-/);
	});

	test('in parts is one reply once all of them are there, whichever of them come again', async () => {
		const part = async (number: number) => {
			const texts = ['ST', 'OP'];
			const fields = { kind: 'reply', from: MARIA, to: OUR_NUMBER, media: [] } as const;
			return await handleReply(
				{
					...fields,
					id: `part-${number}`,
					text: texts[number - 1] as string,
					part: { group: 'long', number, total: 2 },
				},
				replySettings(),
				shop.deps(),
			);
		};
		expect(await part(2)).toMatchObject({ novelty: 'incomplete' });
		expect(await shop.ruleFor(orderEvent())).toBe('sent');
		const whole = await part(1);
		expect(whole).toMatchObject({ novelty: 'new', reply: { id: 'long' }, understood: { facts: { text: 'STOP' } } });
		for (const number of [1, 2]) expect(await part(number)).toMatchObject({ novelty: 'repeated' });
		expect(await shop.ruleFor(orderEvent({ stage: 'shipped' }))).toBe('opted-out');
		// the id by which the node confirms it
		await shop.ledger.confirmReply({ shop: 'default', carrier: id, messageId: whole.reply.id });
		shop.after(1);
		for (const number of [1, 2]) expect(await part(number)).toMatchObject({ novelty: 'repeated' });
	});

	test('that the operator’s words and rules name is theirs, and STOP still comes first', async () => {
		const rules: KeywordRule[] = [{ name: 'Loyalty', words: ['POINTS', 'stop'], match: 'whole' }];
		const settings = replySettings({ keywordRules: rules, ownWords: { optOut: ['basta ya'] } });
		expect(await kindOf('points', {}, settings)).toBe('keyword');
		expect(await kindOf('stop', {}, settings)).toBe('opt-out');
		expect(await kindOf('Basta ya!', {}, settings)).toBe('opt-out');
	});

	describe('whose carrier has answered', () => {
		test.each<[text: string, handled: 'opt-out' | 'opt-in' | 'help']>([
			['STOP', 'opt-out'],
			['START', 'opt-in'],
			['HELP', 'help'],
		])('%s as %s: we do not answer too', async (text, handled) => {
			const { understood, answer } = await shop.hear(text, { handled });
			expect([understood?.classified.kind, answer]).toEqual([handled, undefined]);
		});

		test.each<[text: string, handled: 'opt-out' | 'opt-in' | 'help', kind: ReplyKind]>([
			['Sesame close', 'opt-out', 'opt-out'],
			['Sesame what', 'help', 'help'],
			['STOP', 'help', 'opt-out'],
			['YES', 'opt-in', 'other'], // nothing to take back: it answers something else
		])('by a word of its own: "%s" as %s is %s', async (text, handled, kind) => {
			const { understood } = await shop.hear(text, { handled });
			expect(understood?.classified.kind).toBe(kind);
			const expected = kind === 'opt-out' ? 'opted-out' : 'sent';
			expect(await shop.ruleFor(orderEvent())).toBe(expected);
		});

		test('by a word of its own that opens the number again: so it is', async () => {
			await shop.hear('STOP', { handled: 'opt-out' });
			const { understood, answer } = await shop.hear('YES', { handled: 'opt-in' });
			expect(understood?.classified).toMatchObject({ kind: 'opt-in', rule: expect.stringContaining('carrier') });
			expect(answer).toBeUndefined();
			expect(await shop.ruleFor(orderEvent())).toBe('sent');
		});
	});

	describe('that asks for an order', () => {
		const shipped = (orderNumber: string, more: Partial<OrderEvent> & { phone?: string } = {}) =>
			shop.tell(orderEvent({ orderNumber, stage: 'shipped', ...more }));
		const asked = async (text: string) => (await shop.hear(text)).answer;
		const answersSent = async () => (await shop.hear('where is my order')).understood?.answer?.name;

		test('gets its stage and its link', async () => {
			const tracking = { number: '1Z1', url: 'https://track.example.com/1Z1', company: 'UPS' };
			await shipped('#1001', { trackings: [tracking] });
			const text = await asked('where is my order?');
			expect(text).toContain('#1001');
			expect(text).toContain('https://track.example.com/1Z1');
		});

		test('gets the news as it is now', async () => {
			await shipped('#1001');
			const before = await asked('where is my order?');
			await shop.tell(orderEvent({ stage: 'out_for_delivery' }));
			expect(await asked('where is my order?')).not.toBe(before);
		});

		test('of several parcels gets the one that is still to come', async () => {
			const parcel = (number: string) => ({ trackings: [{ number, url: `https://track.example.com/${number}` }] });
			await shipped('#1001', parcel('1Z1'));
			await shipped('#1001', parcel('1Z2'));
			await shipped('#1001', { ...parcel('1Z1'), stage: 'delivered' });
			expect(await asked('where is my order?')).toContain('https://track.example.com/1Z2');
			await shipped('#1001', { ...parcel('1Z2'), stage: 'delivered' });
			expect(await answersSent()).toBe('orderStatus');
			expect(await asked('where is my order?')).toMatch(/delivered/);
		});

		test('gets two where two are open, and the open one where one is', async () => {
			await shipped('#1001');
			await shipped('#1002');
			expect(await asked('where is my order?')).toMatch(/1002.*1001/s);
			await shop.tell(orderEvent({ orderNumber: '#1002', stage: 'delivered' }));
			const text = await asked('where is my order?');
			expect(text).toContain('1001');
			expect(text).not.toContain('1002');
		});

		test('gets the closed one where none is open', async () => {
			await shipped('#1001', { stage: 'delivered' });
			expect(await asked('where is my order?')).toContain('1001');
		});

		test('gets the one that is named', async () => {
			await shipped('#1001');
			await shipped('#1002');
			const text = await asked('where is order 1001?');
			expect(text).toContain('1001');
			expect(text).not.toContain('1002');
		});

		test('learns nothing of somebody else’s', async () => {
			await shipped('#7777', { phone: TOM });
			expect(await asked('where is order 7777?')).not.toContain('7777');
			expect(await answersSent()).toBe('noOrder');
			await shipped('#1001');
			expect(await asked('where is order 7777?')).toContain('1001');
		});
	});

	describe('is answered within limits', () => {
		test('once in 24 hours by an acknowledgement', async () => {
			expect((await shop.hear('Thanks')).answer).toBeDefined();
			shop.after(23);
			expect((await shop.hear('Hello?')).answer).toBeUndefined();
			shop.after(1);
			expect((await shop.hear('Hello?')).answer).toBeDefined();
		});

		test('ten times in 24 hours at most', async () => {
			const answers: Array<string | undefined> = [];
			for (let index = 0; index < 12; index++) answers.push((await shop.hear('HELP')).answer);
			expect(answers.map((text) => text !== undefined)).toEqual([...Array(10).fill(true), false, false]);
			expect((await shop.hear('HELP', { from: TOM })).answer).toBeDefined();
			shop.after(24);
			expect((await shop.hear('HELP')).answer).toBeDefined();
		});

		test('as the operator has switched it', async () => {
			const settings = replySettings({ answered: new Set(['help'] as const) });
			for (const text of ['STOP', 'START', 'Thanks', 'where is my order']) {
				expect([text, (await shop.hear(text, {}, settings)).answer]).toEqual([text, undefined]);
			}
			expect((await shop.hear('HELP', {}, settings)).answer).toBeDefined();
		});

		test('in the operator’s own words', async () => {
			const settings = replySettings({ ownAnswers: [{ answer: 'help', text: '{brand} here, call {support_phone}' }] });
			expect((await shop.hear('HELP', {}, settings)).answer).toBe('Acme here, call +1 415 555 0190');
		});
	});

	test('that comes again is not answered again, whether or not a workflow had it', async () => {
		const again = { id: 'in-same' };
		expect((await shop.hear('HELP', again)).novelty).toBe('new');
		expect(await shop.hear('HELP', again)).toMatchObject({ novelty: 'repeated', answer: undefined });
		shop.after(0.02);
		const late = await shop.hear('HELP', again);
		expect(late).toMatchObject({ novelty: 'new', answer: undefined, understood: { facts: { isRepeated: true } } });
		expect(shop.requests).toHaveLength(1);
	});

	test('belongs to the shop that it was sent to', async () => {
		await shop.tell(orderEvent({ stage: 'shipped' }));
		const other = replySettings({ profile: { ...PROFILE, key: 'other' } });
		expect((await shop.hear('where is my order', {}, other)).understood?.facts.orders).toEqual([]);
	});
});
