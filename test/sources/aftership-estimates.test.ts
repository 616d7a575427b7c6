import { newTracking, tagged, webhook } from './aftership-payloads';
import { type Payload } from './fixtures';
import { one } from './one-event';

describe('a revised estimate', () => {
	const day = (datetime: string | null, more: Payload = {}) => ({
		type: 'specific',
		source: 'Carrier',
		datetime,
		...more,
	});
	const revised = (more: Payload) => one(webhook(newTracking({ tag: 'InTransit', ...more }), { event: 'edd_revise' }));

	test.each([
		['later', '2026-11-24', '2026-11-25', 'delayed'],
		['later, with times', '2026-11-24T18:00:00+01:00', '2026-11-25T08:00:00+01:00', 'delayed'],
		['the same day at another hour', '2026-11-24T08:00:00', '2026-11-24T20:00:00', null],
		['earlier', '2026-11-25', '2026-11-24', null],
	])('that is %s than the first is %4$p', (_what, first, latest, stage) => {
		const event = revised({ first_estimated_delivery: day(first), latest_estimated_delivery: day(latest) });
		expect(event.stage).toBe(stage);
		expect(event.eta).toBe(stage === 'delayed' ? latest : undefined);
	});

	test('is held against the day that the shop promised where there was no first estimate', () => {
		const latest_estimated_delivery = day('2026-11-26');
		expect(revised({ latest_estimated_delivery, order_promised_delivery_date: '2026-11-26' }).stage).toBeNull();
		expect(revised({ latest_estimated_delivery, order_promised_delivery_date: '2026-11-25' }).stage).toBe('delayed');
	});

	test('within a promised range of days is no delay', () => {
		const order_promised_delivery_date = '2026-11-24/2026-11-27';
		expect(revised({ latest_estimated_delivery: day('2026-11-26'), order_promised_delivery_date }).stage).toBeNull();
		expect(revised({ latest_estimated_delivery: day('2026-11-28'), order_promised_delivery_date }).stage).toBe(
			'delayed',
		);
	});

	test('compares like with like: the estimates that AfterShip shows, not the one of its AI', () => {
		const event = revised({
			first_estimated_delivery: day('2026-11-24'),
			latest_estimated_delivery: day('2026-11-26'),
			aftership_estimated_delivery_date: { estimated_delivery_date: '2026-11-23' },
		});
		expect(event).toMatchObject({ stage: 'delayed', eta: '2026-11-26' });
	});

	test('is a delay where nothing tells which came first', () => {
		expect(revised({}).stage).toBe('delayed');
		expect(revised({ first_estimated_delivery: day('2026-11-24') }).stage).toBe('delayed');
		expect(revised({ latest_estimated_delivery: day('2026-11-24') }).stage).toBe('delayed');
	});

	test('of a parcel that goes back is none of the customer’s business', () => {
		const latest_estimated_delivery = day('2026-11-26');
		expect(revised({ latest_estimated_delivery, return_to_sender: true }).stage).toBeNull();
	});

	test.each(['Delivered', 'AvailableForPickup', 'Expired'])('of a parcel that is "%s" is no news', (tag) => {
		expect(revised({ tag, latest_estimated_delivery: day('2099-01-01') }).stage).toBeNull();
	});

	/** https://www.aftership.com/docs/tracking/enum/edd-revise-reasons */
	test.each([
		['extreme_weather', 'weather'],
		['heavy_rain', 'weather'],
		['extreme_cold', 'weather'],
		['strong_winds', 'weather'],
		['severe_thunderstorms', 'weather'],
		['carrier_processing', 'carrier_delay'],
		['customs_clearance', 'customs'],
		['late_train', undefined],
		['constructor', undefined],
	])('for the reason %s is told with %p', (revise_reason, reasonCode) => {
		const event = revised({ latest_estimated_delivery: day('2026-11-26', { revise_reason }) });
		expect([event.reason, event.reasonCode]).toEqual([revise_reason, reasonCode]);
		const older = revised({
			aftership_estimated_delivery_date: { estimated_delivery_date: '2026-11-26', revise_reason },
		});
		expect(older.reasonCode).toBe(reasonCode);
	});
});

describe('the estimate', () => {
	const edd = (value: string) => ({ estimated_delivery_date: value });

	test('is the first of the several that AfterShip keeps', () => {
		const all = {
			aftership_estimated_delivery_date: edd('2026-11-21'),
			latest_estimated_delivery: { datetime: '2026-11-22' },
			courier_estimated_delivery_date: edd('2026-11-23'),
			custom_estimated_delivery_date: { datetime: '2026-11-24' },
			expected_delivery: '2026-11-25',
		};
		const names = Object.keys(all);
		names.forEach((_, index) => {
			const left = Object.fromEntries(Object.entries(all).slice(index));
			expect(one(webhook(newTracking({ tag: 'InTransit', ...left }))).eta).toBe(`2026-11-${21 + index}`);
		});
	});

	test('of a range is its end', () => {
		const range = { type: 'range', datetime: null, datetime_min: '2026-11-24', datetime_max: '2026-11-26' };
		expect(one(webhook(newTracking({ tag: 'InTransit', latest_estimated_delivery: range }))).eta).toBe('2026-11-26');
	});

	test.each(['Delivered', 'AvailableForPickup', 'Expired'])(
		'is over once the tag is %s, though it is kept for ever',
		(tag) => {
			expect(tagged(tag, undefined, { expected_delivery: '2026-11-24' }).eta).toBeUndefined();
		},
	);

	test('of a parcel that goes back is none of the customer’s', () => {
		const more = { return_to_sender: true, expected_delivery: '2026-11-24' };
		expect(tagged('InTransit', undefined, more).eta).toBeUndefined();
	});
});
