import fc from 'fast-check';
import {
	DELIVERY_STATUSES,
	type DeliveryState,
	type DeliveryStatus,
	FAILURE_REASONS,
	FAILURE_SENTENCES,
	foldStatus,
	isDeadNumber,
} from '../../lib/domain/delivery';
import { always } from '../support/properties';

/** Every state that carriers report, written short: "sent", or "sent!" where it is final. */
const STATES: Readonly<Record<string, DeliveryState>> = Object.fromEntries(
	DELIVERY_STATUSES.flatMap((status) =>
		[false, true].map((isFinal) => [isFinal ? `${status}!` : status, { status, isFinal }] as const),
	),
);
const NAMES = Object.keys(STATES);
const stateOf = (name: string) => STATES[name] as DeliveryState;

/** What replaces each state; whatever is not named does not. */
const REPLACED_BY: Readonly<Record<string, string>> = {
	unknown:
		'queued queued! sent sent! delivered delivered! undelivered undelivered! failed failed! expired expired! rejected rejected! unknown!',
	queued:
		'queued! sent sent! delivered delivered! undelivered undelivered! failed failed! expired expired! rejected rejected! unknown!',
	sent: 'sent! delivered delivered! undelivered undelivered! failed failed! expired expired! rejected rejected! unknown!',
	undelivered: 'undelivered! failed! expired! rejected! delivered delivered!',
	failed: 'undelivered! failed! expired! rejected! delivered delivered!',
	expired: 'undelivered! failed! expired! rejected! delivered delivered!',
	rejected: 'undelivered! failed! expired! rejected! delivered delivered!',
	'unknown!': 'queued! sent! delivered delivered! undelivered! failed! expired! rejected!',
	'queued!': 'sent! delivered delivered! undelivered! failed! expired! rejected!',
	'sent!': 'delivered delivered! undelivered! failed! expired! rejected!',
	'undelivered!': 'delivered delivered!',
	'failed!': 'delivered delivered!',
	'expired!': 'delivered delivered!',
	'rejected!': 'delivered delivered!',
	delivered: '',
	'delivered!': '',
};

describe('folding', () => {
	test('the table names every state', () => {
		expect(Object.keys(REPLACED_BY).sort()).toEqual([...NAMES].sort());
	});

	test.each(NAMES)('the first report, %s, stands', (name) => {
		expect(foldStatus(undefined, stateOf(name))).toBe(stateOf(name));
	});

	test.each(NAMES.flatMap((before) => NAMES.map((next) => [before, next] as const)))('%s, then %s', (before, next) => {
		const isReplaced = (REPLACED_BY[before] as string).split(' ').includes(next);
		// a state of its own each time: what was before is given back itself, so that the caller sees that nothing changed
		const [first, second] = [{ ...stateOf(before) }, { ...stateOf(next) }];
		expect(foldStatus(first, second)).toBe(isReplaced ? second : first);
	});
});

describe('whatever comes, in whatever order', () => {
	const reports = (names: readonly string[], minLength = 1) =>
		fc.array(fc.constantFrom(...names).map(stateOf), { minLength, maxLength: 12 });
	const anyReports = reports(NAMES);
	const shuffled = (states: DeliveryState[]) =>
		fc.shuffledSubarray(states, { minLength: states.length, maxLength: states.length });
	const foldAll = (states: readonly DeliveryState[]) =>
		states.reduce<DeliveryState | undefined>((before, next) => foldStatus(before, next), undefined) as DeliveryState;

	test('a text that was once reported as delivered is delivered', () => {
		const withDelivered = anyReports.chain((states) => shuffled([...states, stateOf('delivered!')]));
		always(fc.property(withDelivered, (states) => foldAll(states).status === 'delivered'));
	});

	test('a final state stays final, and an outcome changes to "delivered" only', () => {
		const isOutcome = ({ status, isFinal }: DeliveryState) =>
			isFinal && !(['unknown', 'queued', 'sent'] as DeliveryStatus[]).includes(status);
		always(
			fc.property(anyReports, fc.constantFrom(...NAMES), (states, next) => {
				const before = foldAll(states);
				const after = foldStatus(before, stateOf(next));
				expect(before.isFinal && !after.isFinal && after.status !== 'delivered').toBe(false);
				if (isOutcome(before) && after !== before) expect(after.status).toBe('delivered');
			}),
		);
	});

	test('the same reports again change nothing', () => {
		always(
			fc.property(anyReports, (states) => {
				expect(foldAll([...states, ...states])).toBe(foldAll(states));
			}),
		);
	});

	test('the order does not matter where at most one kind of failure is reported', () => {
		// as carriers report: what is under way is not final, an outcome is
		const underWay = ['queued', 'sent', 'unknown', 'unknown!'];
		const twoOrders = fc
			.constantFrom('undelivered!', 'failed!', 'expired!', 'rejected!')
			.chain((failure) => reports([...underWay, 'delivered!', failure], 2))
			.chain((states) => fc.tuple(fc.constant(states), shuffled(states)));
		always(
			fc.property(twoOrders, ([states, others]) => {
				expect(foldAll(others)).toEqual(foldAll(states));
			}),
		);
	});
});

describe('reasons', () => {
	test.each(FAILURE_REASONS)('%s is explained in sentences that say what to do', (reason) => {
		const sentences = FAILURE_SENTENCES[reason].split(/(?<=\.) /);
		expect(sentences.length).toBeGreaterThanOrEqual(2);
		for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
		expect(sentences.at(-1)).toMatch(/\b(Ask|Try|Do not|Check|Reword|Send|Switch|Complete|Top|Look up)\b/);
	});

	test('no two reasons read the same', () => {
		expect(new Set(Object.values(FAILURE_SENTENCES)).size).toBe(FAILURE_REASONS.length);
	});

	test('only what is permanent makes a number dead', () => {
		expect(FAILURE_REASONS.filter(isDeadNumber)).toEqual(['invalid_number', 'landline']);
		expect(isDeadNumber(undefined)).toBe(false);
	});
});
