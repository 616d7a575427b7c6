import { decide, type EarlierStatus, type GateFacts, type GateRule, type PromotionMessage } from '../../../lib/domain/gate';
import { PHONE_PROBLEMS, type PhoneProblem } from '../../../lib/domain/phone';

/** A Tuesday, 11:00 in New York. */
const NOW = new Date('2026-11-24T16:00:00Z');
const AT = new Date('2026-11-20T08:00:00Z');
const before = (hours: number, now = NOW) => new Date(now.getTime() - hours * 3_600_000);
const after = (hours: number) => before(-hours);

/** An offer that nothing speaks against. */
const fine: PromotionMessage = { purpose: 'marketing', recipient: { phone: '+12125550123' } };
const known: GateFacts = { consent: { outcome: 'consented', reason: 'They consented.', isDouble: true } };
const indian = { recipient: { phone: '+919876543210' }, notBefore: undefined };
const earlier = (status: EarlierStatus) => ({ earlier: { status, at: AT } });
const optOut = (origin: 'carrier' | 'reply' | 'operator') => ({ optOut: { origin, at: AT } });

const answer = (message: Partial<PromotionMessage>, facts: GateFacts = {}, now = NOW) =>
	decide({ ...fine, ...message }, { ...known, ...facts }, now);

type Objection = [rule: GateRule, message: Partial<PromotionMessage>, facts: GateFacts, reason: string];

/** What ends by no waiting, the one that speaks first standing first. */
const OBJECTIONS: readonly Objection[] = [
	['no-textable-phone', { phoneProblem: 'none' }, {}, 'There is no phone number.'],
	['no-textable-phone', { phoneProblem: 'has-letters' }, {}, 'The phone number has letters in it.'],
	['opted-out', {}, optOut('carrier'), 'The customer has opted out: the carrier has refused texts to them since 2026-11-20. They can take it back by texting START to you.'],
	['opted-out', { optOutScope: 'marketing' }, optOut('reply'), 'The customer has opted out: they asked for it on 2026-11-20.'],
	['opted-out', { purpose: 'survey' }, optOut('operator'), 'The customer has opted out: it was recorded on 2026-11-20.'],
	['dead-number', {}, { dead: { reason: 'landline', at: AT } }, 'A text to this number failed for good on 2026-11-20. The number is a landline, which cannot receive texts. Ask the customer for a mobile number. It is texted again once a text arrives from it; to try anyway, set When the Number Is Dead to Try Again.'],
	['duplicate', {}, earlier('accepted'), 'This text was already sent on 2026-11-20.'],
	['in-progress', {}, earlier('sending'), 'Another run is sending this text just now.'],
	['already-scheduled', {}, earlier('scheduled'), 'This text waits for its time since 2026-11-20.'],
	['outcome-unknown', {}, earlier('unknown'), "This text may have been sent on 2026-11-20: the carrier's answer was lost."],
	['no-consent', {}, { consent: { outcome: 'not-consented', reason: 'They have opted out of offers on 2026-11-20.' } }, 'Offers are sent to who has consented to them: They have opted out of offers on 2026-11-20.'],
	['no-consent', { purpose: 'survey' }, { consent: { outcome: 'pending' } }, 'Questions are sent to who has consented to them: It is not known of them.'],
	['age', { isAgeRestricted: true }, { birthday: '2005-11-25' }, 'People must be at least 21 to be asked, and this one is younger.'],
	['age', { isAgeRestricted: true }, {}, 'People must be at least 21 to be asked, and no full date of birth is known of this one.'],
	['cart-reminder', { cart: { abandonedAt: before(2) } }, { cartRemindedAt: before(1) }, 'They were reminded of this cart on 2026-11-24, and one reminder is all that carriers allow.'],
	['cart-reminder', { cart: { abandonedAt: before(2) } }, { consent: { outcome: 'consented' } }, 'Carts are reminded of only to who has proved that the phone is theirs (double opt-in). Ask them with SMS Opt-In: Request.'],
	['cart-reminder', { cart: { abandonedAt: before(48.1) } }, {}, 'The cart was left on 2026-11-22, and carriers allow a reminder within 48 hours only.'],
];

describe('an offer is not sent', () => {
	test.each(OBJECTIONS)('%s: %j %j', (rule, message, facts, reason) => {
		expect(answer(message, facts)).toEqual({ action: 'skip', rule, reason });
	});

	test('and the first objection speaks, where there are several', () => {
		const rank = (rule: GateRule) => OBJECTIONS.findIndex(([one]) => one === rule);
		for (const [rule, message, facts] of OBJECTIONS) {
			for (const [otherRule, otherMessage, otherFacts] of OBJECTIONS.filter(([other]) => rank(other) > rank(rule))) {
				const decision = answer({ ...otherMessage, ...message }, { ...otherFacts, ...facts });
				// of two that want consents, one overwrites the other
				expect([rule, otherRule]).toContain((decision as { rule: GateRule }).rule);
				if (!facts.consent && !otherFacts.consent) expect(decision).toMatchObject({ rule });
			}
		}
	});

	test.each(Object.keys(PHONE_PROBLEMS) as PhoneProblem[])('to a phone that %s', (phoneProblem) => {
		expect(answer({ phoneProblem })).toMatchObject({ rule: 'no-textable-phone' });
	});

	test.each<[what: string, recipient: PromotionMessage['recipient']]>([
		['nobody', undefined],
		['a toll-free number', { phone: '+18005550123' }],
		['a toll-free number of a shop abroad', { phone: '+18005550123', shopCountry: 'FR', shopTimeZone: 'Europe/Paris' }],
	])('where nobody can tell the time: %s', (_what, recipient) => {
		expect(answer({ recipient })).toMatchObject({ action: 'skip', rule: 'zone-unknown' });
		expect(answer({ recipient, purpose: 'survey' })).toMatchObject({ action: 'skip', rule: 'zone-unknown' });
		expect(answer({ recipient, purpose: 'verification' })).toEqual({ action: 'send' });
	});

	test('when its time is over, or will be before it may be sent', () => {
		expect(answer({ notAfter: before(1) })).toMatchObject({ action: 'skip', rule: 'too-late' });
		expect(answer({ notAfter: NOW })).toEqual({ action: 'send' });
		expect(answer({ notAfter: after(10), notBefore: after(11) })).toMatchObject({ action: 'skip', rule: 'too-late' });
		expect(answer({ notAfter: new Date('2026-11-25T13:59:00Z') }, {}, new Date('2026-11-25T02:00:00Z'))).toMatchObject({ rule: 'too-late' });
		expect(answer({ notAfter: new Date('2026-11-25T14:00:00Z') }, {}, new Date('2026-11-25T02:00:00Z'))).toMatchObject({ action: 'wait' });
	});

	test('when a cart would be 48 hours old before it may be sent', () => {
		const night = new Date('2026-11-25T03:00:00Z');
		expect(answer({ cart: { abandonedAt: before(47, night) } }, {}, night)).toMatchObject({ action: 'skip', rule: 'cart-reminder' });
		expect(answer({ cart: { abandonedAt: before(30, night) } }, {}, night)).toMatchObject({ action: 'wait' });
	});

	test('when no hour is both the operator’s and the law’s', () => {
		const decision = answer({ hours: { weekdays: { from: '05:00', to: '08:00' } } });
		expect(decision).toEqual({
			action: 'skip',
			rule: 'quiet-hours',
			reason: 'The hours that are set, US federal law: there is no opening in the next 60 days that holds in America/New_York. To send it, set wider hours.',
		});
	});
});

describe('in India', () => {
	const id = '1234567890123456789';
	test.each<[what: string, dlt: PromotionMessage['dlt'], reason: RegExp | undefined]>([
		['nothing', undefined, /entity id, the template id and the header of this one are not given/],
		['no template', { entityId: id, header: '123456' }, /the template id of this one is not given/],
		['an entity id of 18 digits', { entityId: id.slice(1), templateId: id, header: '123456' }, /entity id has to have 19 digits/],
		['a template id with a letter', { entityId: id, templateId: `${id.slice(1)}x`, header: '123456' }, /template id has to have 19 digits/],
		['a header of 5 letters', { entityId: id, templateId: id, header: 'ABCDE' }, /header has to have 6 letters, or 6 digits/],
		['a header of digits for a service text', { entityId: id, templateId: id, header: '123456', category: 'service-explicit' }, /headers of digits are for promotional/],
		['all, a header of digits', { entityId: id, templateId: id, header: '123456' }, undefined],
		['all, a header of letters', { entityId: id, templateId: id, header: 'ABCSHP', category: 'service-explicit' }, undefined],
	])('a registration with %s', (_what, dlt, reason) => {
		const decision = answer({ ...indian, dlt }, {}, new Date('2026-11-24T06:30:00Z'));
		if (!reason) return expect(decision).toEqual({ action: 'send' });
		return expect(decision).toMatchObject({ action: 'skip', rule: 'dlt', reason: expect.stringMatching(reason) as string, law: { citation: 'TRAI, TCCCPR 2018' } });
	});

	test('a registration is asked of nobody else', () => {
		expect(answer({ dlt: { entityId: 'x' } })).toEqual({ action: 'send' });
	});
});

describe('limits', () => {
	const many = (...hours: number[]) => ({ offersAt: hours.map((one) => before(one)) });
	const loose = { perDay: 99, per24Hours: 99, per30Days: 99, gapHours: 0 };
	const florida = { recipient: { phone: '+13055550123' } };
	const tomorrow = new Date('2026-11-25T14:00:00Z');

	test.each<[rule: GateRule | undefined, message: Partial<PromotionMessage>, facts: GateFacts, opening: Date | undefined]>([
		['daily-cap', {}, many(1), tomorrow],
		['daily-cap', { pressure: { perDay: 2 } }, many(1, 2), tomorrow],
		// yesterday evening
		['minimum-gap', {}, many(15), after(1)],
		[undefined, {}, many(16), undefined],
		['minimum-gap', { pressure: { gapHours: 72 } }, many(40), after(32)],
		['rolling-cap', { pressure: { perDay: 9, gapHours: 0 } }, many(1, 13, 23), after(1)],
		[undefined, { pressure: { perDay: 9, gapHours: 0 } }, many(1, 13, 24), undefined],
		['monthly-cap', {}, many(...[20, 50, 80, 110, 140, 170, 200, 719]), after(1)],
		[undefined, {}, many(...[20, 50, 80, 110, 140, 170, 200, 720]), undefined],
		['daily-cap', { pressure: { perDay: 0 } }, {}, undefined],
		['rolling-cap', { pressure: { per24Hours: 0 } }, {}, undefined],
		['monthly-cap', { pressure: { per30Days: 0 }, whenTooMany: 'wait' }, {}, undefined],
		['law-cap', { ...florida, pressure: loose }, many(1, 2, 3), new Date('2026-11-25T14:00:00Z')],
		[undefined, { ...florida, pressure: loose }, many(1, 2), undefined],
		[undefined, { pressure: loose }, many(1, 2, 3, 4, 5), undefined],
	])('%s: %j %j', (rule, message, facts, opening) => {
		const decision = answer(message, facts);
		if (!rule) return expect(decision).toEqual({ action: 'send' });
		expect(decision).toMatchObject({ action: 'skip', rule });
		return expect((decision as { nextOpening?: Date }).nextOpening).toEqual(opening);
	});

	test('hold for questions, and not for who checks their phone', () => {
		expect(answer({ purpose: 'survey' }, many(1))).toMatchObject({ rule: 'daily-cap' });
		expect(answer({ purpose: 'verification' }, many(1))).toEqual({ action: 'send' });
	});

	test('a day is that of each zone in which the recipient may be', () => {
		// 00:30 in New York, 23:30 in Chicago, where it is the third offer of that day
		const now = new Date('2026-11-25T05:30:00Z');
		const hours = { weekdays: { from: '00:00', to: '24:00' } };
		const message = { purpose: 'marketing' as const, recipient: {}, hours, pressure: { ...loose, perDay: 2 } };
		const facts = { offersAt: [before(1, now), before(2, now)] };
		const law = { version: '2026-11-22', rows: [] };
		const decisionOf = (phone: string) => decide({ ...message, recipient: { phone } }, { ...known, ...facts }, now, law);
		expect(decisionOf('+12125550123')).toEqual({ action: 'send' });
		expect(decisionOf('+18505550123')).toMatchObject({ rule: 'daily-cap', nextOpening: new Date('2026-11-25T06:00:00Z') });
	});

	test('the offer waits where the operator wants it so', () => {
		expect(answer({ whenTooMany: 'wait' }, many(1))).toEqual({
			action: 'wait',
			rule: 'minimum-gap',
			until: tomorrow,
			reason: '16 hours have to lie between two offers; the next opening is 2026-11-25 09:00 in America/New_York.',
		});
	});

	test('count at the time that was chosen', () => {
		expect(answer({ notBefore: after(24) }, many(1))).toMatchObject({ action: 'wait', rule: 'chosen-time', until: after(24) });
		expect(answer({ notBefore: after(2) }, many(1))).toMatchObject({ action: 'skip', rule: 'daily-cap' });
	});

	test('say when there is room again', () => {
		expect(answer({}, many(1))).toMatchObject({
			reason: 'The limit of 1 offer a day is reached; the next opening is 2026-11-25 09:00 in America/New_York.',
		});
	});
});

describe('an offer waits', () => {
	const wide = { weekdays: { from: '06:00', to: '23:00' } };

	test.each<[rule: GateRule, message: Partial<PromotionMessage>, now: string, until: string, reason: RegExp]>([
		['quiet-hours', {}, '2026-11-25T02:40:00Z', '2026-11-25T14:00:00Z', /^It is 21:40 in America\/New_York\. The default hours close at 20:00; the next opening is 2026-11-25 09:00 there\.$/],
		['quiet-hours', {}, '2026-11-29T16:00:00Z', '2026-11-29T17:00:00Z', /The default hours open at 12:00/],
		['quiet-hours', { hours: { ...wide, sunday: 'closed' } }, '2026-11-29T16:00:00Z', '2026-11-30T13:00:00Z', /The hours that are set keep Sundays free/],
		['quiet-hours', { hours: { weekdays: { from: '08:00', to: '21:00' }, holidays: 'closed' } }, '2026-11-26T16:00:00Z', '2026-11-27T13:00:00Z', /The hours that are set keep public holidays free/],
		['law-hours', { hours: wide }, '2026-11-25T02:40:00Z', '2026-11-25T13:00:00Z', /US federal law closes at 21:00/],
		['law-hours', { hours: wide }, '2026-11-25T12:40:00Z', '2026-11-25T13:00:00Z', /It is 07:40 in America\/New_York\. US federal law opens at 08:00/],
		['law-day', { hours: wide, recipient: { phone: '+12055550123' } }, '2026-11-29T16:00:00Z', '2026-11-30T14:00:00Z', /Alabama law keeps Sundays free/],
		['law-holiday', { recipient: { phone: '+33612345678' } }, '2026-12-25T12:00:00Z', '2026-12-26T08:00:00Z', /The rule in France keeps public holidays free/],
		// of the two laws Alabama's opens last
		['law-hours', { hours: wide, recipient: { phone: '+12055550123' } }, '2026-11-29T04:30:00Z', '2026-11-30T14:00:00Z', /Alabama law closes at 20:00/],
		['chosen-time', { notBefore: new Date('2026-11-24T18:30:00Z') }, '2026-11-24T16:00:00Z', '2026-11-24T18:30:00Z', /^The time that was chosen has not come; the next opening is 2026-11-24 13:30 in America\/New_York\.$/],
		['best-hour', { notBefore: new Date('2026-11-24T18:30:00Z'), notBeforeRule: 'best-hour' }, '2026-11-24T16:00:00Z', '2026-11-24T18:30:00Z', /^Their best hour has not come;/],
		['quiet-hours', { notBefore: new Date('2026-11-25T08:30:00Z') }, '2026-11-24T16:00:00Z', '2026-11-25T14:00:00Z', /^It will be 03:30 in America\/New_York\. The default hours open at 09:00/],
	])('%s: %j %s', (rule, message, now, until, reason) => {
		const decision = answer(message, {}, new Date(now));
		expect(decision).toMatchObject({ action: 'wait', rule, until: new Date(until), reason: expect.stringMatching(reason) as string });
		expect('law' in decision).toBe(rule.startsWith('law'));
	});

	test('until it is day in every zone in which they may be', () => {
		expect(answer({ recipient: { phone: '+18505550123' } }, {}, new Date('2026-11-24T14:30:00Z'))).toMatchObject({
			rule: 'quiet-hours',
			until: new Date('2026-11-24T15:00:00Z'),
			reason: expect.stringContaining('It is 08:30 in America/Chicago') as string,
		});
	});

	test('but who has just asked for a check of their phone gets it at night', () => {
		const night = new Date('2026-11-25T08:00:00Z');
		expect(answer({ purpose: 'verification' }, { consent: { outcome: 'not-consented' } }, night)).toEqual({ action: 'send' });
		expect(answer({ purpose: 'verification' }, optOut('reply'), night)).toEqual({ action: 'send' });
		expect(answer({ purpose: 'verification' }, optOut('carrier'), night)).toMatchObject({ rule: 'opted-out' });
	});
});

describe('an offer is sent', () => {
	test.each<[what: string, message: Partial<PromotionMessage>, facts: GateFacts]>([
		['when nothing speaks against it', {}, {}],
		['after a try that provably was not sent', {}, earlier('failed')],
		['to a dead number, where the operator wants to try', { whenDead: 'try' }, { dead: { reason: 'landline', at: AT } }],
		['to who is 21 today', { isAgeRestricted: true }, { birthday: '2005-11-24' }],
		['about a cart of exactly two days ago', { cart: { abandonedAt: before(48) } }, {}],
		['to the operator’s own phone, whatever else', { isRedirected: true, phoneProblem: 'none', recipient: undefined }, { ...optOut('carrier'), consent: undefined }],
	])('%s', (_what, message, facts) => {
		expect(answer(message, facts)).toEqual({ action: 'send' });
	});
});
