import {
	type AnswerableOrder,
	type AnswerableReply,
	ANSWERED,
	type Answered,
	chooseAnswer,
} from '../../lib/domain/choose-answer';
import { type Stage, STAGE_LABELS } from '../../lib/domain/stages';

const NOW = new Date('2026-11-22T10:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

const reply = (kind: string, more: Partial<AnswerableReply> = {}): AnswerableReply => ({
	kind,
	isOptedOut: false,
	answered: [],
	...more,
});

const order = (
	orderNumber: string,
	stage: Stage | undefined,
	more: Partial<AnswerableOrder> = {},
): AnswerableOrder => ({
	subject: { orderNumber },
	stage,
	updatedAt: hoursAgo(1),
	...more,
});

interface Given {
	readonly orders?: readonly AnswerableOrder[];
	readonly switchedOn?: readonly Answered[];
	readonly optOutScope?: 'everything' | 'marketing';
	readonly stopped?: string;
}

function choose(given: AnswerableReply, more: Given = {}): unknown {
	const { orders = [], switchedOn = ANSWERED, optOutScope = 'everything', stopped } = more;
	return chooseAnswer(given, orders, { switchedOn: new Set(switchedOn), optOutScope, now: NOW }, stopped);
}

const had = (...names: string[]) => ({ answered: names.map((answer) => ({ answer, at: hoursAgo(2) })) });

describe('the answer to', () => {
	test.each<[what: string, given: AnswerableReply, more: Given, answer: unknown]>([
		['STOP', reply('opt-out'), {}, { name: 'optedOut' }],
		['STOP that ends marketing', reply('opt-out'), { optOutScope: 'marketing' }, { name: 'optedOutMarketing' }],
		['STOP of an order', reply('opt-out'), { stopped: '#1001' }, { name: 'orderStopped', orderNumber: '#1001' }],
		['STOP that the carrier answered', reply('opt-out', { handledByCarrier: 'opt-out' }), {}, undefined],
		[
			'STOP of an order that the carrier answered',
			reply('opt-out', { handledByCarrier: 'opt-out' }),
			{ stopped: '#1001' },
			undefined,
		],
		[
			'STOP where the carrier answered as HELP',
			reply('opt-out', { handledByCarrier: 'help' }),
			{},
			{ name: 'optedOut' },
		],
		['STOP once more', reply('opt-out', had('optedOut')), {}, undefined],
		['STOP once more, of marketing', reply('opt-out', had('optedOutMarketing')), {}, undefined],
		['STOP after an order was stopped', reply('opt-out', had('orderStopped')), {}, { name: 'optedOut' }],
		[
			'STOP of a second order',
			reply('opt-out', had('orderStopped')),
			{ stopped: '#1002' },
			{ name: 'orderStopped', orderNumber: '#1002' },
		],
		[
			'STOP of an order after all were stopped',
			reply('opt-out', { isOptedOut: true, ...had('optedOut') }),
			{ stopped: '#1001' },
			undefined,
		],
		[
			'STOP of an order long after all were stopped',
			reply('opt-out', { isOptedOut: true }),
			{ stopped: '#1001' },
			{ name: 'optedOut' },
		],
		['STOP after another answer', reply('opt-out', had('help', 'acknowledgement')), {}, { name: 'optedOut' }],
		['HELP', reply('help'), {}, { name: 'help' }],
		['HELP of somebody who opted out', reply('help', { isOptedOut: true }), {}, { name: 'help' }],
		['HELP once more', reply('help', had('help')), {}, { name: 'help' }],
		['HELP that the carrier answered', reply('help', { handledByCarrier: 'help' }), {}, undefined],
		['START', reply('opt-in'), {}, { name: 'started' }],
		['START that the carrier answered', reply('opt-in', { handledByCarrier: 'opt-in' }), {}, undefined],
		['anything else', reply('other'), {}, { name: 'acknowledgement' }],
		['anything else once more', reply('other', had('acknowledgement')), {}, undefined],
		['anything else after another answer', reply('other', had('help')), {}, { name: 'acknowledgement' }],
		['anything else of somebody who opted out', reply('other', { isOptedOut: true }), {}, undefined],
		['an answer to an open question', reply('answer'), {}, undefined],
		['a keyword of the operator', reply('keyword'), {}, undefined],
		['a kind that is unknown', reply('constructor'), {}, undefined],
	])('%s', (_what, given, more, expected) => {
		expect(choose(given, more)).toEqual(expected);
	});

	test.each<[kind: string, word: Answered]>([
		['opt-out', 'optOut'],
		['help', 'help'],
		['opt-in', 'optIn'],
		['order-question', 'orderQuestion'],
		['other', 'acknowledgement'],
	])('%s is switched on and off by %s alone', (kind, word) => {
		expect(choose(reply(kind), { switchedOn: [word] })).toBeDefined();
		expect(choose(reply(kind), { switchedOn: ANSWERED.filter((other) => other !== word) })).toBeUndefined();
		expect(choose(reply(kind), { switchedOn: [word], stopped: '#1001' })).toBeDefined();
		expect(choose(reply(kind), { switchedOn: [], stopped: '#1001' })).toBeUndefined();
	});

	test.each(['opt-out', 'help', 'opt-in', 'order-question', 'other'])('%s is none after ten in a day', (kind) => {
		expect(choose(reply(kind, had(...Array<string>(9).fill('noOrder'))))).toBeDefined();
		expect(choose(reply(kind, had(...Array<string>(10).fill('noOrder'))))).toBeUndefined();
	});
});

describe('the answer to an order question', () => {
	const CLOSED: readonly Stage[] = ['delivered', 'returned', 'cancelled', 'refunded'];
	const old = { updatedAt: hoursAgo(24 * 90 + 1) };
	const status = (orderNumber: string, stage: Stage) => ({ name: 'orderStatus', order: { orderNumber, stage } });
	const list = (...orders: Array<[orderNumber: string, stage: Stage]>) => ({
		name: 'orderList',
		orders: orders.map(([orderNumber, stage]) => ({ orderNumber, stage })),
	});
	const NONE = { name: 'noOrder' };

	test.each<[what: string, orders: AnswerableOrder[], named: string | undefined, answer: unknown]>([
		['no order', [], undefined, NONE],
		['no order, one named', [], '1001', NONE],
		['one open', [order('#1', 'shipped')], undefined, status('#1', 'shipped')],
		['one of which nothing was heard', [order('#1', undefined)], undefined, NONE],
		['one that was forgotten', [order('#1', 'shipped', old)], undefined, NONE],
		[
			'one just not forgotten',
			[order('#1', 'shipped', { updatedAt: hoursAgo(24 * 90) })],
			undefined,
			status('#1', 'shipped'),
		],
		['one closed', [order('#1', 'delivered')], undefined, status('#1', 'delivered')],
		['two closed', [order('#2', 'cancelled'), order('#1', 'delivered')], undefined, status('#2', 'cancelled')],
		[
			'one open behind a closed one',
			[order('#2', 'delivered'), order('#1', 'shipped')],
			undefined,
			status('#1', 'shipped'),
		],
		[
			'two open',
			[order('#2', 'shipped'), order('#1', 'confirmed')],
			undefined,
			list(['#2', 'shipped'], ['#1', 'confirmed']),
		],
		[
			'three open and a closed one between them',
			[order('#4', 'confirmed'), order('#3', 'delivered'), order('#2', 'delayed'), order('#1', 'shipped')],
			undefined,
			list(['#4', 'confirmed'], ['#2', 'delayed']),
		],
		[
			'two open, one forgotten',
			[order('#2', 'shipped'), order('#1', 'confirmed', old)],
			undefined,
			status('#2', 'shipped'),
		],
		['the older one named', [order('#2', 'shipped'), order('#1', 'confirmed')], '1', status('#1', 'confirmed')],
		['a closed one named', [order('#2', 'shipped'), order('#A1', 'delivered')], ' #a1 ', status('#A1', 'delivered')],
		['a forgotten one named', [order('#2', 'shipped'), order('#1', 'confirmed', old)], '1', status('#2', 'shipped')],
		["somebody else's named, none own", [], '1001', NONE],
		["somebody else's named, one own", [order('#1', 'shipped')], '1001', status('#1', 'shipped')],
		[
			"somebody else's named, two own",
			[order('#2', 'shipped'), order('#1', 'delayed')],
			'1001',
			list(['#2', 'shipped'], ['#1', 'delayed']),
		],
		[
			'a number that is part of another',
			[order('#10', 'shipped'), order('#1001', 'delayed')],
			'100',
			list(['#10', 'shipped'], ['#1001', 'delayed']),
		],
	])('%s', (_what, orders, orderNumber, expected) => {
		expect(choose(reply('order-question', { orderNumber }), { orders })).toEqual(expected);
	});

	test.each(Object.keys(STAGE_LABELS) as Stage[])(
		'an order that is %s is told as that, and known open or closed',
		(stage) => {
			expect(choose(reply('order-question'), { orders: [order('#1', stage)] })).toEqual(status('#1', stage));
			const beside = choose(reply('order-question'), { orders: [order('#1', stage), order('#2', 'shipped')] });
			expect(beside).toEqual(CLOSED.includes(stage) ? status('#2', 'shipped') : list(['#1', stage], ['#2', 'shipped']));
		},
	);

	test('goes to who has opted out too, for they have asked, and is the same however often they ask', () => {
		const orders = [order('#1', 'shipped')];
		const asked = reply('order-question', { isOptedOut: true, ...had('orderStatus', 'orderStatus') });
		expect(choose(asked, { orders })).toEqual(status('#1', 'shipped'));
	});

	test('has all that is known of the order, and where it stands now', () => {
		const subject = { orderNumber: '#1', firstName: 'Maria', eta: '2026-12-01', orderUrl: 'https://shop.example/1' };
		expect(choose(reply('order-question'), { orders: [order('#1', 'shipped', { subject })] })).toEqual({
			name: 'orderStatus',
			order: { ...subject, stage: 'shipped' },
		});
	});
});
