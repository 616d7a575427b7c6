import { HIDDEN_CODE } from '../../lib/domain/consent/codes';
import { type RequestPurpose } from '../../lib/domain/consent/purpose';
import { DEFAULT_LIMITS } from '../../lib/domain/consent/request';
import { CarrierError } from '../../lib/domain/errors';
import { readPhone } from '../../lib/domain/phone';
import { confirmOptIn } from '../../lib/flows/confirm-opt-in';
import { type OptInSettings, requestOptIn, type RequestingDeps } from '../../lib/flows/request-opt-in';
import { INBOUND_CARRIERS, OUR_NUMBER } from './inbound-carriers';
import { InboundShop, MARIA, orderEvent, PROFILE, START, TOM } from './inbound-shop';

const CODE = '804217';
const CODE_ALONE = new RegExp(`(?<![0-9a-f])${CODE}(?![0-9a-f])`);

let shop: InboundShop;
beforeEach(async () => {
	shop = await InboundShop.open('twilio');
});
afterEach(() => shop.close());

const deps = (more: Partial<RequestingDeps> = {}): RequestingDeps => ({
	...shop.deps(),
	randomInt: (below) => Number(CODE) % below,
	...more,
});

const settingsFor = (more: Partial<OptInSettings> = {}): OptInSettings => ({
	profile: PROFILE,
	purpose: 'marketing',
	proof: 'reply',
	action: 'request',
	source: 'form',
	givenAt: shop.now,
	limits: DEFAULT_LIMITS,
	textsAMonth: 4,
	isFreeToEndUser: false,
	expiresAfterHours: 24,
	isConfirmed: true,
	ownTexts: [],
	evidence: {},
	sender: OUR_NUMBER,
	smartEncoding: true,
	maxSegments: 5,
	...more,
});

const ask = (more: Partial<OptInSettings> = {}, phone = MARIA, world: Partial<RequestingDeps> = {}) =>
	requestOptIn(readPhone(phone), settingsFor(more), deps(world));
/** Why nothing was sent; 'sent' when something was. */
const ruleOf = async (...args: Parameters<typeof ask>) => (await ask(...args)).skip?.rule ?? 'sent';
const confirm = (code = CODE, purpose: RequestPurpose = 'marketing') =>
	confirmOptIn({ shop: 'default', phone: MARIA, purpose, code, now: shop.now, evidence: {} }, shop.deps());
const outcomeOf = async (...args: Parameters<typeof confirm>) => (await confirm(...args)).outcome.outcome;
const stateOf = async (phone = MARIA) => (await shop.ledger.consentFacts('default', [phone]))[0]?.states.marketing;

describe('a request', () => {
	test('is sent and on record, with what was shown', async () => {
		const asked = await ask({ evidence: { formUrl: 'https://acme.example/sms', ip: '203.0.113.7' } });
		expect(asked).toMatchObject({
			requestId: expect.any(String) as string,
			expiresAt: new Date('2026-11-23T10:00:00Z'),
			receipt: { id: 'out-1' },
		});
		expect(shop.texts).toEqual([asked.text?.text]);
		expect(shop.texts[0]).toMatch(/^Acme: .*YES.*4.*Msg & data rates may apply.*HELP.*STOP/);
		expect(await stateOf()).toMatchObject({ status: 'pending', askedAt: START });
		const proof = await shop.ledger.consentProof('default', MARIA);
		expect(proof?.events).toMatchObject([
			{
				action: 'request',
				source: 'form',
				actor: 'operator',
				wording: shop.texts[0],
				evidence: { formUrl: 'https://acme.example/sms', ip: '203.0.113.7', carrier: 'twilio', sender: OUR_NUMBER },
			},
		]);
		expect(proof?.broken).toBeUndefined();
	});

	const nothing = () => Promise.resolve();
	test.each<[rule: string, phone: string, more: Partial<OptInSettings>, before: () => Promise<unknown>]>([
		['no-textable-phone', '555-SHIP', {}, nothing],
		['country-not-allowed', '+447400123456', { limits: { ...DEFAULT_LIMITS, countries: ['US'] } }, nothing],
		['number-type-not-allowed', '+445600123456', {}, nothing],
		['already-asked', MARIA, {}, () => ask()],
		['opted-out', MARIA, { source: 'import' }, () => shop.hear('STOP')],
		['age-unknown', MARIA, { ageGate: {} }, nothing],
		['too-young', MARIA, { ageGate: { birthday: '2005-11-23' } }, nothing],
		['too-young', MARIA, { ageGate: { birthday: '2000-01-01', leastAge: 30 } }, nothing],
		['not-asked', MARIA, { action: 'remind' }, nothing],
	])('is not sent: %s', async (rule, phone, more, before) => {
		await before();
		const sent = shop.requests.length;
		const asked = await ask(more, phone);
		expect(asked.skip).toMatchObject({
			rule,
			reason: expect.stringMatching(/^[A-Z].*\.$|^[A-Z].*known of this one$|younger$/) as string,
		});
		expect(shop.requests).toHaveLength(sent);
	});

	test('passes the age gate with a birthday that is old enough', async () => {
		expect(await ruleOf({ ageGate: { birthday: '2005-11-22' } })).toBe('sent');
		expect(await ruleOf({ ageGate: { birthday: '2005-11-22', leastAge: 18 } }, TOM)).toBe('sent');
		const ages = [];
		for (const phone of [MARIA, TOM])
			ages.push((await shop.ledger.consentProof('default', phone))?.events[0]?.evidence?.age);
		expect(ages).toEqual(['of the age that the country asks for', 'at least 18']);
		expect(JSON.stringify(shop.dump())).not.toContain('2005');
	});

	test('is not sent to who has consented, nor to a dead number', async () => {
		await ask({ proof: 'code' });
		await confirm();
		expect(await ruleOf()).toBe('already-consented');
		await shop.tell(orderEvent({ phone: TOM }));
		await shop.report({
			id: `out-${shop.requests.length}`,
			to: TOM,
			status: 'undelivered',
			errorCode: shop.of.landline,
		});
		expect(await ruleOf({}, TOM)).toBe('dead-number');
	});

	test('is sent again by who signs up again, and not from a list', async () => {
		await ask();
		shop.after(25);
		expect(await ruleOf({ source: 'import' })).toBe('asked-before');
		expect(await ruleOf({ source: 'form' })).toBe('sent');
	});

	test('goes to so many neighbouring numbers, and from one address, and no more', async () => {
		const limits = { ...DEFAULT_LIMITS, prefixHour: 2, ipHour: 2 };
		const phones = ['+14155550101', '+14155550102', '+14155550103'];
		const rules = [];
		for (const phone of phones) rules.push(await ruleOf({ limits }, phone));
		expect(rules).toEqual(['sent', 'sent', 'too-many-to-range']);
		const others = ['+12125550101', '+13105550102', '+16175550103'];
		const fromOne = [];
		for (const phone of others) fromOne.push(await ruleOf({ limits, evidence: { ip: '203.0.113.7' } }, phone));
		expect(fromOne).toEqual(['sent', 'sent', 'too-many-from-address']);
		shop.after(10); // 12:00 there
		expect(await ruleOf({ limits, source: 'import' }, '+14155550104')).toBe('sent');
	});

	test('of many at once to one phone is sent once', async () => {
		const all = await Promise.all(Array.from({ length: 20 }, () => ruleOf()));
		expect(all.filter((rule) => rule === 'sent')).toHaveLength(1);
		expect(shop.requests).toHaveLength(1);
	});

	test('that did not leave may be repeated; one that may have left may not', async () => {
		const exchange = () => Promise.reject(new CarrierError('unavailable', 'no network'));
		const failed = await ask({}, MARIA, { exchange });
		expect(failed).toMatchObject({ error: { code: 'unavailable' }, requestId: expect.any(String) as string });
		expect(await ruleOf()).toBe('sent');
		shop.next = 'lost';
		expect(await ask({}, TOM)).toMatchObject({ error: { code: 'outcome-unknown' } });
		expect(await ruleOf({}, TOM)).toBe('already-asked');
	});

	test('whose text cannot be written is not on record', async () => {
		const long = 'x'.repeat(140);
		for (const more of [
			{ maxSegments: 1, profile: { ...PROFILE, brand: long } },
			{ profile: { ...PROFILE, brand: undefined } },
		])
			await expect(ask(more)).rejects.toMatchObject({ name: 'DomainError' });
		expect(await stateOf()).toBeUndefined();
		expect(shop.requests).toEqual([]);
	});
});

describe('a reminder', () => {
	test('is sent once, while the request waits, and does not make it wait longer', async () => {
		shop.after(10); // 12:00 there
		await ask();
		shop.after(2);
		const reminded = await ask({ action: 'remind' });
		expect(reminded).toMatchObject({ expiresAt: new Date('2026-11-23T20:00:00Z'), receipt: { id: 'out-2' } });
		expect(shop.texts[1]).toMatch(/^Acme: A reminder: .*YES/);
		expect(await ruleOf({ action: 'remind' })).toBe('reminded-already');
		await ask({}, TOM);
		shop.after(25);
		expect(await ruleOf({ action: 'remind' }, TOM)).toBe('request-expired');
	});

	test('has a code of its own', async () => {
		const codes = [111_111, 222_222];
		const randomInt = () => codes.shift() as number;
		shop.after(10); // 12:00 there
		await ask({ proof: 'code' }, MARIA, { randomInt });
		await ask({ proof: 'code', action: 'remind' }, MARIA, { randomInt });
		expect(await outcomeOf('111111')).toBe('wrong');
		expect(await outcomeOf('222222')).toBe('confirmed');
	});
});

describe('people who have not just asked for it', () => {
	const LONDON = '+447400123456';
	/** Sunday 02:00 and 12:00 in San Francisco, 10:00 and 20:00 in London; Monday 12:00 in London. */
	const [NIGHT, NOON, MONDAY] = [0, 10, 26];
	test.each<[phone: string, after: number, more: Partial<OptInSettings>, rule: string, nextOpening: string | undefined]>([
		[MARIA, NIGHT, { source: 'form' }, 'sent', undefined],
		[MARIA, NIGHT, { source: 'staff' }, 'sent', undefined],
		[MARIA, NIGHT, { source: 'import' }, 'quiet-hours', '2026-11-22T20:00:00.000Z'],
		[MARIA, NOON, { source: 'import' }, 'sent', undefined],
		[LONDON, NIGHT, { source: 'import' }, 'quiet-hours', '2026-11-22T12:00:00.000Z'],
		[LONDON, NOON, { source: 'import' }, 'quiet-hours', '2026-11-23T09:00:00.000Z'],
		[LONDON, MONDAY, { source: 'import' }, 'sent', undefined],
		['+33612345678', 4, { source: 'import' }, 'law-day', '2026-11-23T08:00:00.000Z'],
	])('%s, %i hours later, %j: %s', async (phone, after, more, rule, nextOpening) => {
		shop.after(after);
		const { skip } = await ask(more, phone);
		expect(skip?.rule ?? 'sent').toBe(rule);
		expect(skip?.nextOpening?.toISOString()).toBe(nextOpening);
		expect(shop.requests).toHaveLength(skip ? 0 : 1);
	});

	test('are not reminded at night, and then in the morning', async () => {
		await ask();
		expect((await ask({ action: 'remind' })).skip).toMatchObject({ rule: 'quiet-hours' });
		shop.after(10);
		expect(await ruleOf({ action: 'remind' })).toBe('sent');
	});
});

describe('the code', () => {
	test.each([
		['marketing', 'code'],
		['survey', 'both'],
		['verification', 'reply'],
	] as const)('for %s goes to the carrier and nowhere else', async (purpose, proof) => {
		const asked = await ask({ purpose, proof });
		expect(shop.texts[0]).toMatch(CODE_ALONE);
		expect(asked.text?.text).toBe(shop.texts[0]?.replace(CODE, HIDDEN_CODE));
		expect(JSON.stringify([asked, shop.dump()])).not.toMatch(CODE_ALONE);
	});

	test('is hidden where a carrier quotes the text that it refuses', async () => {
		const body = JSON.stringify({ code: 30_007, message: `Filtered: "your code is ${CODE}"`, status: 400 });
		const exchange = () => Promise.resolve({ status: 400, headers: {}, body, receivedAt: shop.now });
		const asked = await ask({ proof: 'code' }, MARIA, { exchange });
		if (asked.skip) throw new Error('skipped');
		expect(asked.error?.message).toContain(`your code is ${HIDDEN_CODE}`);
		const { message, stack, details } = asked.error as CarrierError;
		expect(JSON.stringify([message, stack, details, shop.dump()])).not.toMatch(CODE_ALONE);
	});

	test('is not asked for where a word is the proof', async () => {
		const randomInt = () => {
			throw new Error('not needed');
		};
		expect(await ruleOf({ proof: 'reply' }, MARIA, { randomInt })).toBe('sent');
	});

	test('of an own text is refused where a word is the proof', async () => {
		const ownTexts = [{ name: 'request', text: '{brand}: reply YES {one_time_code}. STOP to end' } as const];
		await expect(ask({ ownTexts })).rejects.toMatchObject({ code: 'bad-template' });
	});
});

describe('confirming', () => {
	test('records the consent and sends the text that confirms it', async () => {
		await ask({ proof: 'code' });
		const { outcome, confirmation } = await confirm();
		expect(outcome).toMatchObject({ outcome: 'confirmed', source: 'form' });
		expect(confirmation).toMatchObject({ receipt: { id: 'out-2' } });
		expect(shop.texts[1]).toMatch(/^Acme: .*Msg & data rates may apply.*HELP.*STOP/);
		expect(await stateOf()).toMatchObject({ status: 'confirmed' });
		expect(await outcomeOf()).toBe('used');
		expect(shop.texts).toHaveLength(2);
	});

	test('sends no text where none is wanted, or only the phone is checked', async () => {
		await ask({ proof: 'code', isConfirmed: false });
		expect(await confirm()).toEqual({ outcome: expect.objectContaining({ outcome: 'confirmed' }) as object });
		await ask({ purpose: 'verification' });
		expect(await confirm(CODE, 'verification')).toEqual({
			outcome: expect.objectContaining({ outcome: 'confirmed' }) as object,
		});
		expect(shop.texts).toHaveLength(2);
		expect(await stateOf()).toMatchObject({ status: 'confirmed' });
	});

	test('a phone check is no consent', async () => {
		await ask({ purpose: 'verification' });
		await confirm(CODE, 'verification');
		expect(await stateOf()).toBeUndefined();
		expect(await outcomeOf()).toBe('none');
	});

	test.each(['unavailable', 'rejected', 'outcome-unknown'] as const)(
		'stands, though the text that tells it ends as %s',
		async (code) => {
			await ask({ proof: 'code' });
			const exchange = () => Promise.reject(new CarrierError(code, 'no'));
			const attempt = { shop: 'default', phone: MARIA, purpose: 'marketing', code: CODE, now: shop.now } as const;
			const confirmed = await confirmOptIn({ ...attempt, evidence: {} }, deps({ exchange }));
			expect(confirmed).toMatchObject({ outcome: { outcome: 'confirmed' }, confirmation: { error: { code } } });
			expect(await stateOf()).toMatchObject({ status: 'confirmed' });
		},
	);

	test('stands where the request went out through another carrier, and the text that tells it is not sent', async () => {
		await ask({ proof: 'code' });
		const { carrier, config } = INBOUND_CARRIERS.telnyx;
		const attempt = {
			shop: 'default',
			phone: MARIA,
			purpose: 'marketing',
			code: CODE,
			now: shop.now,
			evidence: {},
		} as const;
		const confirmed = await confirmOptIn(attempt, { ...shop.deps(), carrier, config });
		expect(confirmed).toMatchObject({
			outcome: { outcome: 'confirmed' },
			confirmation: { error: { code: 'bad-config' } },
		});
		expect(shop.texts).toHaveLength(1);
	});

	test('ends after five wrong codes, and the right one does not count then', async () => {
		await ask({ proof: 'code' });
		const wrong = await Promise.all(['1', '2', '3', '4', '5', '6'].map((digit) => confirm(digit.repeat(6))));
		expect(wrong.map(({ outcome }) => (outcome.outcome === 'wrong' ? outcome.triesLeft : outcome.outcome))).toEqual([
			4,
			3,
			2,
			1,
			'locked',
			'locked',
		]);
		expect(await outcomeOf()).toBe('locked');
		expect(await stateOf()).toMatchObject({ status: 'pending' });
	});

	test('ends ten minutes after the code was sent, and with a STOP', async () => {
		await ask({ proof: 'code' });
		shop.after(10 / 60);
		expect(await outcomeOf()).toBe('expired');
		await ask({ proof: 'code' }, TOM);
		await shop.hear('STOP', { from: TOM });
		const attempt = {
			shop: 'default',
			phone: TOM,
			purpose: 'marketing',
			code: CODE,
			now: shop.now,
			evidence: {},
		} as const;
		expect((await confirmOptIn(attempt, shop.deps())).outcome).not.toMatchObject({ outcome: 'confirmed' });
		expect(await stateOf(TOM)).toMatchObject({ status: 'revoked' });
	});

	test('does not count for another shop or purpose', async () => {
		await ask({ proof: 'code' });
		expect(await outcomeOf(CODE, 'survey')).toBe('none');
		expect(
			(
				await shop.ledger.confirmCode({
					shop: 'other',
					phone: MARIA,
					purpose: 'marketing',
					code: CODE,
					now: shop.now,
					evidence: {},
					sendId: 'x',
				})
			).outcome,
		).toBe('none');
	});
});
