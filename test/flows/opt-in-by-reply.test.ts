import { type ConsentPurpose } from '../../lib/domain/consent/consent';
import { DEFAULT_LIMITS } from '../../lib/domain/consent/request';
import { readPhone } from '../../lib/domain/phone';
import { confirmOptIn } from '../../lib/flows/confirm-opt-in';
import { type ReplySettings } from '../../lib/flows/handle-reply';
import { DEFAULT_JOIN_SETTINGS } from '../../lib/flows/opt-in-by-reply';
import { type OptInSettings, requestOptIn } from '../../lib/flows/request-opt-in';
import { INBOUND_CARRIERS, type InboundCarrierId, OUR_NUMBER } from './inbound-carriers';
import { InboundShop, MARIA, PROFILE, replySettings, TOM } from './inbound-shop';

const CARRIER_IDS = Object.keys(INBOUND_CARRIERS) as InboundCarrierId[];
const SHORT_CODE = '72345';

describe.each(CARRIER_IDS)('opting in by a reply through %s', (id) => {
	let shop: InboundShop;
	beforeEach(async () => {
		shop = await InboundShop.open(id);
	});
	afterEach(() => shop.close());

	const settings = (more: Partial<OptInSettings> = {}): OptInSettings => ({
		...DEFAULT_JOIN_SETTINGS,
		profile: PROFILE,
		purpose: 'marketing',
		proof: 'reply',
		action: 'request',
		source: 'form',
		givenAt: shop.now,
		limits: DEFAULT_LIMITS,
		isConfirmed: true,
		evidence: { formUrl: 'https://acme.example/join' },
		sender: OUR_NUMBER,
		smartEncoding: true,
		maxSegments: 5,
		...more,
	});
	const ask = (more: Partial<OptInSettings> = {}, phone = MARIA) =>
		requestOptIn(readPhone(phone), settings(more), { ...shop.deps(), randomInt: () => 204_816 });
	const statusOf = async (phone = MARIA, purpose: ConsentPurpose = 'marketing') =>
		(await shop.ledger.consentFacts('default', [phone]))[0]?.states[purpose]?.status ?? 'none';
	const joining = (more: Partial<ReplySettings> = {}) =>
		replySettings({
			joins: [
				{ words: ['JOIN', 'VIP club'], purpose: 'marketing' },
				{ words: ['dołącz'], purpose: 'marketing', language: 'pl' },
				{ words: ['ask me'], purpose: 'survey' },
			],
			...more,
		});

	describe('a request that waits', () => {
		test.each([
			['en', 'Yes!'],
			['en', 'y'],
			['pl', 'TAK'],
			['pl', 'yes'],
			['es', 'sí'],
			['de', 'Ja'],
		])('in %s is confirmed by "%s", and the consent is confirmed by a text', async (language, reply) => {
			await ask({ language });
			const heard = await shop.hear(reply, {}, joining());
			expect(heard.understood?.classified.kind).toBe('opt-in');
			expect(heard.understood?.consent).toEqual({ purpose: 'marketing', status: 'confirmed' });
			expect(heard.answer).toMatch(/^Acme: .*HELP.*STOP/);
			expect(await statusOf()).toBe('confirmed');
			expect((await shop.hear(reply, {}, joining())).understood?.classified.kind).not.toBe('opt-in');
		});

		test.each([['maybe'], ['when is the sale?'], ['who is this'], ['I said yes to nothing like that']])(
			'is not confirmed by "%s"',
			async (reply) => {
				await ask();
				expect((await shop.hear(reply)).understood?.consent).toBeUndefined();
				expect(await statusOf()).toBe('pending');
			},
		);

		test('is ended by NO, and not confirmed by a yes that comes after it', async () => {
			await ask();
			expect((await shop.hear('No')).understood?.consent).toEqual({ purpose: 'marketing', status: 'declined' });
			await shop.hear('yes');
			expect(await statusOf()).toBe('none');
		});

		test('is ended by STOP, whatever else is open', async () => {
			await ask();
			expect((await shop.hear('STOP')).understood?.classified.kind).toBe('opt-out');
			expect(await statusOf()).toBe('revoked');
			expect((await shop.hear('YES')).understood?.consent).toBeUndefined();
			expect(await statusOf()).toBe('revoked');
		});

		test('is answered where the request came from', async () => {
			await ask();
			expect((await shop.hear('YES', { to: SHORT_CODE })).understood?.consent).toBeUndefined();
			expect((await shop.hear('YES', { from: TOM })).understood?.consent).toBeUndefined();
			expect(await statusOf()).toBe('pending');
		});

		test('for a code alone is not confirmed by YES, but by the code', async () => {
			await ask({ proof: 'code' });
			expect((await shop.hear('YES')).understood?.consent).toBeUndefined();
			expect((await shop.hear('it is 204-816')).understood?.consent).toEqual({ purpose: 'marketing', status: 'confirmed' });
			expect(await statusOf()).toBe('confirmed');
		});

		test('is gone after a day', async () => {
			await ask();
			shop.after(24.1);
			await shop.hear('YES');
			expect(await statusOf()).toBe('pending');
			expect((await shop.ledger.consentProof('default', MARIA))?.events).toHaveLength(1);
		});

		test('is confirmed once by a text that the carrier hands over twice', async () => {
			await ask();
			const body = shop.of.reply({ id: 'in-twice', from: MARIA, text: 'YES' });
			const both = await Promise.all([1, 2].map(() => shop.receive(shop.of.sign(shop.webhook(body)))));
			expect(both.flatMap((one) => (one === 'refused' ? [] : one.replies.map(({ novelty }) => novelty))).sort()).toEqual([
				'new',
				'repeated',
			]);
			expect((await shop.ledger.consentProof('default', MARIA))?.events).toHaveLength(2);
		});

		test('that is confirmed by a code is confirmed by a text through the same number', async () => {
			await ask({ proof: 'both' });
			const attempt = { shop: 'default', phone: MARIA, purpose: 'marketing', code: '204816', now: shop.now, evidence: {} } as const;
			const { outcome, confirmation } = await confirmOptIn(attempt, shop.deps());
			expect(outcome.outcome).toBe('confirmed');
			expect(confirmation?.receipt?.id).toEqual(expect.any(String));
			expect(shop.texts.at(-1)).toContain('STOP');
		});
	});

	describe('a word to sign up with', () => {
		test.each(['JOIN', ' join. ', 'vip CLUB'])('"%s" starts a double opt-in', async (word) => {
			const heard = await shop.hear(word, { to: SHORT_CODE }, joining());
			expect(heard.understood?.classified.kind).toBe('opt-in');
			expect(heard.understood?.consent).toEqual({ purpose: 'marketing', status: 'pending' });
			expect(heard.answer).toMatch(/^Acme: .*YES/);
			expect(await statusOf()).toBe('pending');
			expect((await shop.hear('yes', { to: SHORT_CODE }, joining())).understood?.consent?.status).toBe('confirmed');
			expect(await statusOf()).toBe('confirmed');
			const events = (await shop.ledger.consentProof('default', MARIA))?.events;
			expect(events?.map(({ action, source }) => [action, source])).toEqual([['request', 'keyword'], ['confirm', 'reply']]);
		});

		test('asks in its own language and for its own purpose', async () => {
			expect((await shop.hear('Dołącz', {}, joining())).answer).toContain('TAK');
			await shop.hear('ask me', { from: TOM }, joining());
			expect([await statusOf(TOM, 'survey'), await statusOf(TOM)]).toEqual(['pending', 'none']);
		});

		test('is no word within a text, and none where the operator has none', async () => {
			expect((await shop.hear('can I join you for lunch?', {}, joining())).understood?.consent).toBeUndefined();
			await shop.hear('VIP club');
			expect(await statusOf()).toBe('none');
		});

		test('does not ask twice, nor who has consented', async () => {
			await shop.hear('JOIN', {}, joining());
			const again = await shop.hear('JOIN', {}, joining());
			expect(again.understood?.consent).toMatchObject({ status: 'skipped', rule: 'already-asked' });
			expect(again.answer).toBeUndefined();
			await shop.hear('YES', {}, joining());
			expect((await shop.hear('JOIN', {}, joining())).understood?.consent).toMatchObject({ rule: 'already-consented' });
		});

		test('brings nobody back by itself who has opted out: the yes does', async () => {
			await shop.hear('STOP');
			shop.after(1);
			expect((await shop.hear('JOIN', {}, joining())).understood?.consent?.status).toBe('pending');
			expect((await shop.ledger.consentFacts('default', [MARIA]))[0]?.optOut).toBeDefined();
			await shop.hear('YES', {}, joining());
			expect((await shop.ledger.consentFacts('default', [MARIA]))[0]).toMatchObject({ states: { marketing: { status: 'confirmed' } } });
			expect((await shop.ledger.consentFacts('default', [MARIA]))[0]?.optOut).toBeUndefined();
		});

		test('is no way to ask for nothing: without a brand no request goes out', async () => {
			const nameless = joining({ profile: { ...PROFILE, brand: undefined } });
			const heard = await shop.hear('JOIN', {}, nameless);
			expect(heard.understood?.answerError).toMatchObject({ message: expect.stringContaining('Brand') });
			expect([heard.answer, await statusOf()]).toEqual([undefined, 'none']);
		});
	});

	describe('START', () => {
		test('brings back what STOP has ended, and gives nothing that was not given', async () => {
			await ask();
			await shop.hear('YES');
			await shop.hear('STOP');
			expect(await statusOf()).toBe('revoked');
			await shop.hear('START');
			expect([await statusOf(), await statusOf(MARIA, 'survey')]).toEqual(['confirmed', 'none']);
			await shop.hear('STOP', { from: TOM });
			await shop.hear('START', { from: TOM });
			expect(await statusOf(TOM)).toBe('none');
		});
	});
});
