import { jsonOf, PHONE, usePromoCodes } from '../support/promo-codes';

const codes = usePromoCodes();

const order = (number: string, total: string, currency = 'EUR') => ({
	orderNumber: number,
	phone: PHONE,
	total,
	currency,
});

describe('Award', () => {
	test('by the total, rounded down, once for each order', async () => {
		const run = await codes.operate('award', [order('1', '29.99'), order('#1', '29.99'), order('2', '0.50')]);
		expect(jsonOf(run)).toMatchObject([
			{
				phoneFull: PHONE,
				points: 29,
				balance: 29,
				key: 'order 1',
				reason: 'order 1',
				isNew: true,
				expiresAt: expect.any(String),
			},
		]);
		expect(jsonOf(run, 1)).toMatchObject([
			{ reasonCode: 'already-awarded', balance: 29 },
			{ reasonCode: 'less-than-a-point' },
		]);
	});

	test('a fixed number, for whatever the key says', async () => {
		const parameters = {
			pointsFrom: 'fixed',
			points: 50,
			key: '={{ $json.reviewId }}',
			reason: 'a review',
			pointsExpireAfterDays: 0,
		};
		expect(jsonOf(await codes.operate('award', [{ phone: PHONE, reviewId: 'r1' }], parameters))).toMatchObject([
			{ points: 50, key: 'r1', reason: 'a review', expiresAt: null },
		]);
	});

	test.each([
		[{ phone: '', orderNumber: '1', total: '10' }, 'no-phone'],
		[{ phone: PHONE, total: '10' }, 'no-key'],
	])('%j is skipped: %s', async (item, reasonCode) => {
		expect(jsonOf(await codes.operate('award', [item]), 1)).toMatchObject([{ reasonCode }]);
	});

	test('an order without a total is an error with the way out', async () => {
		const { error } = await codes.tryTo('award', [{ phone: PHONE, orderNumber: '1' }]);
		expect(error?.description).toContain('A Fixed Number');
	});
});

describe('Spend for Code', () => {
	const spend = (key: string, points = 100) =>
		codes.operate('spendForCode', [{ phone: PHONE, messageId: key }], { points, reward: 'free_shipping' });

	test('takes points and gives a code, once for each request; never more than there are', async () => {
		await codes.operate('award', [order('1', '150')]);
		const run = await spend('m1');
		expect(jsonOf(run)).toMatchObject([
			{
				code: expect.any(String),
				series: 'points',
				points: 100,
				balance: 50,
				isNew: true,
				value: 'free shipping',
				phoneFull: PHONE,
			},
		]);
		expect(jsonOf(await spend('m1'))).toMatchObject([{ code: jsonOf(run)[0]?.code, isNew: false }]);
		expect(jsonOf(await spend('m2'), 1)).toMatchObject([{ reasonCode: 'not-enough-points', missing: 50, balance: 50 }]);
		expect(jsonOf(await codes.operate('balance', [{ phone: PHONE }]))).toMatchObject([
			{ balance: 50, nextExpiry: { points: 50 } },
		]);
	});

	test('from an empty pool no points are taken', async () => {
		await codes.operate('award', [order('1', '150')]);
		await codes.operate('addCodes', [{}], { series: 'points', addFrom: 'text', csvText: 'code', validity: 'period' });
		expect(jsonOf(await spend('m1'), 1)).toMatchObject([
			{ reasonCode: 'none-left', balance: 150, reason: expect.stringContaining('No points were taken') },
		]);
	});
});

test('Balance, History and Expire', async () => {
	expect(jsonOf(await codes.operate('balance', [{ phone: PHONE }]), 1)).toMatchObject([
		{ balance: 0, nextExpiry: null },
	]);
	expect(jsonOf(await codes.operate('history', [{ phone: PHONE }]), 1)).toMatchObject([{ reasonCode: 'no-account' }]);
	const [at, over] = [new Date('2026-01-01'), new Date('2026-01-02')];
	await codes.withLedger((ledger) =>
		ledger.awardPoints({ shop: 'default', phone: PHONE, points: 40, key: 'old', expiresAt: over, now: at }),
	);
	const expired = await codes.operate('expire', [{}]);
	expect(jsonOf(expired)).toMatchObject([{ phoneFull: PHONE, kind: 'expire', points: -40, balance: 0 }]);
	expect((await codes.operate('expire', [{}])).outputs).toEqual([[]]);
	expect(jsonOf(await codes.operate('history', [{ phone: PHONE }])).map(({ kind, points }) => [kind, points])).toEqual([
		['expire', -40],
		['award', 40],
	]);
});

test('a phone that is none is an error with the way out', async () => {
	expect((await codes.tryTo('balance', [{ phone: '+48*******00' }])).error?.description).toContain('phoneFull');
});
