import fc from 'fast-check';
import { decide, type EarlierStatus, type GateFacts, type GateRule, type OrderMessage } from '../../lib/domain/gate';
import { PHONE_PROBLEMS, type PhoneProblem } from '../../lib/domain/phone';
import { SILENT_STAGES, STAGE_LABELS, TEXTED_STAGES } from '../../lib/domain/stages';
import { always } from '../support/properties';

/** A text that nothing speaks against. */
const fine: OrderMessage = {
	purpose: 'transactional',
	stage: 'shipped',
	stageEvidence: 'status = shipped',
	stagesToText: TEXTED_STAGES,
	isIdentified: true,
	isTestOrder: false,
	isRedirected: false,
	optOutScope: 'everything',
	whenUnknown: 'hold',
	whenDead: 'skip',
};
const NOW = new Date('2026-11-22T02:00:00Z');
const AT = new Date('2026-11-20T23:30:00Z');
const earlier = (status: EarlierStatus) => ({ earlier: { status, at: AT } });
const optOut = (origin: 'carrier' | 'reply' | 'operator') => ({ optOut: { origin, at: AT } });

const answer = (message: Partial<OrderMessage>, facts: Partial<GateFacts> = {}) =>
	decide({ ...fine, ...message }, { seen: [], ...facts }, NOW);

/** Every objection there is, the one that speaks first standing first. */
const OBJECTIONS: ReadonlyArray<
	[rule: GateRule, message: Partial<OrderMessage>, facts: Partial<GateFacts>, reason: string]
> = [
	['nothing-to-tell', { stage: null }, {}, 'There is nothing to tell the customer (status = shipped).'],
	['silent-stage', { stage: 'label_created' }, {}, 'The stage "label created" is not texted (status = shipped).'],
	[
		'silent-stage',
		{ stage: 'awaiting_payment' },
		{},
		'The stage "awaiting payment" is not texted (status = shipped). To text unpaid orders, switch on Confirm Unpaid Orders.',
	],
	[
		'stage-not-chosen',
		{ stagesToText: ['confirmed'] },
		{},
		'The stage "shipped" is not among the Stages to Text. To text it, add it there.',
	],
	[
		'unidentified',
		{ isIdentified: false },
		{},
		'The event names neither an order nor a parcel, so it cannot be told whether this text was sent before.',
	],
	['duplicate', {}, earlier('accepted'), 'The "shipped" text was already sent on 2026-11-20.'],
	[
		'already-scheduled',
		{},
		earlier('scheduled'),
		'The "shipped" text waits for its time since 2026-11-20.',
	],
	['in-progress', {}, earlier('sending'), 'Another run is sending the "shipped" text just now.'],
	[
		'outcome-unknown',
		{},
		earlier('unknown'),
		'The "shipped" text may have been sent on 2026-11-20: the carrier\'s answer was lost. To send it again at the risk of a duplicate, set When the Outcome Is Unknown to Resend.',
	],
	[
		'eta-unchanged',
		{ stage: 'delayed', unmovedEta: { before: '2026-11-21', after: '2026-11-21T10:00' } },
		{},
		'The delivery estimate is hardly later than before (2026-11-21, now 2026-11-21T10:00). To tell of smaller changes, set Tell of Delays.',
	],
	[
		'backwards',
		{},
		{ seen: [{ stage: 'out_for_delivery' }] },
		'The order is already "out for delivery": "shipped" would be a step back.',
	],
	[
		'test-order',
		{ isTestOrder: true },
		{},
		'This is a test order of the shop. To see its text, set Test Redirect to your own phone number.',
	],
	['needs-lookup', { phoneProblem: 'none', lookup: 'Look up the order.' }, {}, 'Look up the order.'],
	['needs-lookup', { phoneProblem: 'empty', lookup: 'Look up the order.' }, {}, 'Look up the order.'],
	['no-textable-phone', { phoneProblem: 'none' }, {}, 'The order has no phone number.'],
	['no-textable-phone', { phoneProblem: 'has-letters' }, {}, "The order's phone number has letters in it."],
	[
		'no-textable-phone',
		{ phoneProblem: 'no-country' },
		{},
		"The order's phone number has no country code, and neither the order nor the settings say which country it belongs to. To tell, set Default Country.",
	],
	[
		'opted-out',
		{},
		optOut('carrier'),
		'The customer has opted out: the carrier has refused texts to them since 2026-11-20. They can take it back by texting START to you.',
	],
	['opted-out', {}, optOut('reply'), 'The customer has opted out: they asked for it on 2026-11-20.'],
	['opted-out', {}, optOut('operator'), 'The customer has opted out: it was recorded on 2026-11-20.'],
	[
		'order-opted-out',
		{},
		{ seen: [], orderOptOutAt: new Date('2026-11-20T08:00:00Z') },
		'The customer asked on 2026-11-20 for no more texts about this order. They can take it back by texting START.',
	],
	[
		'dead-number',
		{},
		{ seen: [], dead: { reason: 'landline', at: new Date('2026-11-20T08:00:00Z') } },
		'A text to this number failed for good on 2026-11-20. The number is a landline, which cannot receive texts. Ask the customer for a mobile number. It is texted again once a text arrives from it; to try anyway, set When the Number Is Dead to Try Again.',
	],
	[
		'no-consent',
		{ hasOffer: true },
		{ seen: [], consent: { outcome: 'not-consented', reason: 'They have opted out of offers on 2026-11-20.' } },
		'The text gives a promo code, which makes it marketing, and the customer has not consented to that: They have opted out of offers on 2026-11-20. To send it without the code, leave Promo Code empty for them and write the part about it in square brackets.',
	],
];

/** Every rule that there is, and whether it is about what happens to orders. The others are tested in the folder beside. */
const RULES: Readonly<Record<GateRule, boolean>> = {
	'nothing-to-tell': true,
	'silent-stage': true,
	'stage-not-chosen': true,
	unidentified: true,
	duplicate: true,
	'in-progress': true,
	'outcome-unknown': true,
	backwards: true,
	'test-order': true,
	'needs-lookup': true,
	'no-textable-phone': true,
	'opted-out': true,
	'order-opted-out': true,
	'dead-number': true,
	'no-consent': true,
	'already-scheduled': true,
	'too-late': false,
	age: false,
	'cart-reminder': false,
	dlt: false,
	'zone-unknown': false,
	'chosen-time': false,
	'best-hour': false,
	'quiet-hours': false,
	'law-hours': false,
	'law-day': false,
	'law-holiday': false,
	'daily-cap': false,
	'rolling-cap': false,
	'monthly-cap': false,
	'minimum-gap': false,
	'law-cap': false,
	'eta-unchanged': true,
};

describe('a text is not sent', () => {
	test.each(OBJECTIONS)('%s: %j %j', (rule, message, facts, reason) => {
		expect(answer(message, facts)).toEqual({ action: 'skip', rule, reason });
	});

	test('for every rule there is', () => {
		const rules = Object.entries(RULES).filter(([, isAboutOrders]) => isAboutOrders);
		expect(new Set(OBJECTIONS.map(([rule]) => rule))).toEqual(new Set(rules.map(([rule]) => rule)));
	});

	test.each([...SILENT_STAGES])('at the silent stage %s', (stage) => {
		expect(answer({ stage })).toMatchObject({ rule: 'silent-stage' });
	});

	test.each(Object.keys(PHONE_PROBLEMS) as PhoneProblem[])('to a phone that %s', (phoneProblem) => {
		const decision = answer({ phoneProblem });
		expect(decision).toMatchObject({ rule: 'no-textable-phone' });
		expect(decision).toMatchObject({ reason: expect.stringContaining(PHONE_PROBLEMS[phoneProblem]) as string });
	});

	test('and the first objection speaks, where there are several', () => {
		for (const [first, [rule, message, facts]] of OBJECTIONS.entries()) {
			for (const [, otherMessage, otherFacts] of OBJECTIONS.slice(first + 1)) {
				const decision = answer({ ...otherMessage, ...message }, { ...otherFacts, ...facts });
				expect(decision).toMatchObject({ action: 'skip', rule });
			}
		}
	});
});

describe('a text is sent', () => {
	test.each<[what: string, message: Partial<OrderMessage>, facts: Partial<GateFacts>]>([
		['when nothing speaks against it', {}, {}],
		['after a try that provably was not sent', {}, earlier('failed')],
		['after a lost answer, when the operator wants it so', { whenUnknown: 'resend' }, earlier('unknown')],
		['after stages that it may follow', {}, { seen: [{ stage: 'confirmed' }, { stage: 'label_created' }] }],
		['although something could be looked up', { lookup: 'Look up the order.' }, {}],
		['to somebody who opted out of marketing only', { optOutScope: 'marketing' }, optOut('reply')],
		['to somebody whom the operator took off the marketing list', { optOutScope: 'marketing' }, optOut('operator')],
	])('%s', (_what, message, facts) => {
		expect(answer(message, facts)).toEqual({ action: 'send', stage: 'shipped' });
	});

	test.each([...TEXTED_STAGES])('at the stage %s', (stage) => {
		expect(answer({ stage })).toEqual({ action: 'send', stage });
	});

	test('with a promo code to whom consent to offers is confirmed, and to nobody of whom it was not asked', () => {
		const consented: Partial<GateFacts> = { consent: { outcome: 'consented', reason: 'They consented.' } };
		expect(answer({ hasOffer: true }, consented)).toEqual({ action: 'send', stage: 'shipped' });
		expect(answer({ hasOffer: true }, { consent: { outcome: 'pending', reason: 'They were asked.' } })).toMatchObject({ rule: 'no-consent' });
		expect(answer({ hasOffer: true })).toMatchObject({ rule: 'no-consent' });
	});

	test('to a carrier’s blocked number never, whatever STOP ends in this shop', () => {
		expect(answer({ optOutScope: 'marketing' }, optOut('carrier'))).toMatchObject({ rule: 'opted-out' });
	});

	test('of a delay that was worth a try before, and of a stage whose estimate is beside the point', () => {
		const unmovedEta = { before: '2026-11-21', after: '2026-11-21' };
		expect(answer({ stage: 'delayed', unmovedEta }, earlier('failed'))).toMatchObject({ action: 'send' });
		expect(answer({ stage: 'shipped', unmovedEta })).toMatchObject({ action: 'send' });
	});

	test('again never, whatever is to happen with lost answers', () => {
		expect(answer({ whenUnknown: 'resend' }, earlier('accepted'))).toMatchObject({ rule: 'duplicate' });
		expect(answer({ whenUnknown: 'resend' }, earlier('sending'))).toMatchObject({ rule: 'in-progress' });
	});

	test('to the operator’s own phone, whatever the order and the ledger say', () => {
		const against: Partial<OrderMessage> = {
			isIdentified: false,
			isTestOrder: true,
			phoneProblem: 'none',
			lookup: 'Look.',
		};
		const facts: Partial<GateFacts> = { ...earlier('accepted'), ...optOut('carrier'), seen: [{ stage: 'delivered' }] };
		expect(answer({ ...against, isRedirected: true }, facts)).toEqual({ action: 'send', stage: 'shipped' });
		expect(answer({ isRedirected: true, stagesToText: [] })).toMatchObject({ rule: 'stage-not-chosen' });
		expect(answer({ isRedirected: true, stage: null })).toMatchObject({ rule: 'nothing-to-tell' });
	});
});

describe('the gate', () => {
	const messages: fc.Arbitrary<OrderMessage> = fc.record({
		purpose: fc.constant('transactional' as const),
		stage: fc.constantFrom(null, ...SILENT_STAGES, ...TEXTED_STAGES),
		stageEvidence: fc.constant('status = x'),
		occurredAt: fc.constantFrom(undefined, 1000, 2000),
		stagesToText: fc.subarray([...TEXTED_STAGES]),
		isIdentified: fc.boolean(),
		phoneProblem: fc.constantFrom(undefined, 'none' as const, ...(Object.keys(PHONE_PROBLEMS) as PhoneProblem[])),
		lookup: fc.constantFrom(undefined, 'Look up the order.'),
		isTestOrder: fc.boolean(),
		isRedirected: fc.boolean(),
		optOutScope: fc.constantFrom('everything' as const, 'marketing' as const),
		whenUnknown: fc.constantFrom('hold' as const, 'resend' as const),
		whenDead: fc.constantFrom('skip' as const, 'try' as const),
		hasOffer: fc.boolean(),
	});
	const facts: fc.Arbitrary<GateFacts> = fc.record({
		seen: fc.array(
			fc.record({
				stage: fc.constantFrom(...SILENT_STAGES, ...TEXTED_STAGES),
				occurredAt: fc.constantFrom(undefined, 1000, 2000),
			}),
			{ maxLength: 3 },
		),
		earlier: fc.constantFrom(
			undefined,
			...(['scheduled', 'sending', 'accepted', 'failed', 'unknown'] as const).map((status) => ({ status, at: AT })),
		),
		optOut: fc.constantFrom(
			undefined,
			...(['carrier', 'reply', 'operator'] as const).map((origin) => ({ origin, at: AT })),
		),
	});
	const frozen = <T extends object>(value: T): T => {
		for (const inner of Object.values(value))
			if (typeof inner === 'object' && inner && !(inner instanceof Date)) frozen(inner as object);
		return Object.freeze(value);
	};

	test('always answers the same, changes nothing, and says why not in whole sentences', () => {
		always(
			fc.property(messages, facts, (message, known) => {
				const decision = decide(frozen(message), frozen(known), NOW);
				expect(decide(message, known, NOW)).toEqual(decision);
				if (decision.action === 'send') return expect(decision.stage).toBe(message.stage);
				expect(RULES[decision.rule]).toBe(true); // none of them has hours or is for anybody in particular
				expect(decision.reason).toMatch(/^[A-Z].*[a-z0-9")]\.$/);
				expect(decision.reason).not.toMatch(/undefined|null|\.\.|Invalid/);
				return undefined;
			}),
			2000,
		);
	});

	test('never lets a text through to a number that cannot be texted, is blocked, or was texted before', () => {
		always(
			fc.property(messages, facts, (message, known) => {
				if (message.isRedirected || decide(message, known, NOW).action === 'skip') return;
				expect([message.phoneProblem, message.isTestOrder, message.isIdentified]).toEqual([undefined, false, true]);
				if (message.optOutScope === 'everything') expect(known.optOut).toBeUndefined();
				expect(known.optOut?.origin).not.toBe('carrier');
				expect(['accepted', 'scheduled', 'sending']).not.toContain(known.earlier?.status);
				expect(message.hasOffer).toBe(false); // of nobody here consent is known
			}),
			2000,
		);
	});

	test('calls stages by their names', () => {
		for (const stage of TEXTED_STAGES)
			expect(answer({ stage }, earlier('accepted'))).toMatchObject({
				reason: expect.stringContaining(`"${STAGE_LABELS[stage]}"`) as string,
			});
	});
});
