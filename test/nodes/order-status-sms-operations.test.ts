import { shopifyOrder } from '../fixtures/shopify-order';
import { useShopOnSandbox } from '../support/shop-on-sandbox';
import { wallClock } from '../../lib/domain/format';
import { NO_OUTBOX_TRIGGER } from '../../nodes/shared/outbox-state';
import { testShop } from '../../nodes/shared/test-shop';

const shop = useShopOnSandbox();

describe('Preview', () => {
	test('shows the text and why, and sends and remembers nothing', async () => {
		const parameters = { operation: 'preview' };
		const { outputs } = await shop.run({ parameters, items: [shopifyOrder(1)] });
		expect(outputs[0]?.[0]?.json).toMatchObject({
			text: 'Thank you, Maria! Your order #1002 is confirmed (total $129.90).',
			segments: 1,
			encoding: 'GSM-7',
			why: 'The event says so: financial_status = paid',
		});
		expect(shop.sandbox.messages()).toEqual([]);
		expect((await shop.run({ items: [shopifyOrder(1)] })).outputs[0]).toHaveLength(1);
		const again = await shop.run({ parameters, items: [shopifyOrder(1)] });
		expect(again.outputs[2]?.[0]?.json).toMatchObject({ reasonCode: 'duplicate' });
	});

	test('needs no carrier credential', async () => {
		const { error } = await shop.run({
			parameters: { operation: 'preview' },
			credentials: { commerceSmsTwilioApi: undefined as never },
			items: [shopifyOrder(1)],
		});
		expect(error).toBeUndefined();
	});

	test('shows a text before and after smart encoding', async () => {
		const text =
			'Dzień dobry! Zamówienie {order_number} czeka na odbiór. Zażółć gęślą jaźń, a potem zażółć ją jeszcze raz.';
		const { outputs } = await shop.run({
			parameters: { operation: 'preview', ownTexts: { texts: [{ stage: 'confirmed', language: '', text }] } },
			items: [shopifyOrder(1, { locale: 'pl' })],
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({
			text: expect.stringContaining('Zamowienie 1002 czeka na odbior') as string,
			encoding: 'GSM-7',
			segments: 1,
			smartEncoding: { segmentsBefore: 2, textBefore: expect.stringContaining('Zamówienie') as string },
		});
	});

	test('says which parts were left out to keep the segments limit', async () => {
		const { outputs } = await shop.run({
			parameters: {
				operation: 'preview',
				options: {
					maxSegments: 1,
					supportPhone:
						'+1 415 555 0100 (Mon-Fri, 9 to 5, except on holidays and Sundays, and after hours leave a message)',
				},
			},
			items: [shopifyOrder(1)],
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({
			segments: 1,
			notes: ['1 optional part(s) were left out to keep the segments limit'],
		});
	});
});

describe('Quiet Hours', () => {
	/** Always quiet but for one minute, which is not now. */
	const quietNow = () => {
		const { hour, minute } = wallClock(Date.now() + 12 * 3_600_000, 'America/New_York');
		const clock = (at: number) => `${String(hour).padStart(2, '0')}:${String(at).padStart(2, '0')}`;
		return minute < 59 ? `${clock(minute + 1)}-${clock(minute)}` : `${clock(59)}-${clock(58)}`;
	};
	const parameters = () => ({ options: { quietHours: quietNow(), timeZone: 'America/New_York' } });

	test('a text waits in the output Scheduled, which says why, until when, and that nothing will send it', async () => {
		const { outputs, hints } = await shop.run({ parameters: parameters(), items: [shopifyOrder(1)] });
		expect(outputs.map((items) => items?.length ?? 0)).toEqual([0, 1, 0]);
		expect(outputs[1]?.[0]?.json).toMatchObject({
			reasonCode: 'quiet-hours',
			scheduledFor: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
			warning: NO_OUTBOX_TRIGGER,
		});
		expect(hints).toEqual([NO_OUTBOX_TRIGGER]);
		expect(shop.sandbox.messages()).toEqual([]);
	});

	test('Preview tells it, and puts nothing aside', async () => {
		const run = { parameters: { operation: 'preview', ...parameters() }, items: [shopifyOrder(1)] };
		for (const { outputs } of [await shop.run(run), await shop.run(run)])
			expect(outputs[1]?.[0]?.json).toMatchObject({ reasonCode: 'quiet-hours' });
	});

	test('what is no span of hours is an error with an example', async () => {
		const { error } = await shop.run({ parameters: { options: { quietHours: 'at night' } }, items: [shopifyOrder(1)] });
		expect(error).toMatchObject({ message: 'Quiet Hours is "at night"', description: expect.stringContaining('21:00-08:00') as string });
	});
});

describe('Get Order', () => {
	const parameters = { operation: 'getOrder', orderOrTrackingNumber: '={{ $json.wanted }}' };

	test('tells the stages, parcels and texts of an order', async () => {
		await shop.run({ items: [shopifyOrder(1)] });
		const fulfillments = [
			{
				status: 'success',
				shipment_status: null,
				tracking_numbers: ['1Z1'],
				tracking_urls: ['https://track.example/1Z1'],
			},
		];
		await shop.run({ items: [shopifyOrder(1, { more: { fulfillment_status: 'fulfilled', fulfillments } })] });
		const { outputs } = await shop.run({
			parameters,
			items: [{ wanted: '#1002' }, { wanted: '1Z1' }, { wanted: 'nobody' }],
		});
		expect(outputs[0]).toHaveLength(2);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			orderNumber: '#1002',
			stage: 'shipped',
			phone: '+1********01',
			stages: [{ stage: 'confirmed' }, { stage: 'shipped', parcel: '1Z1' }],
			parcels: [{ trackingNumber: '1Z1', trackingUrl: 'https://track.example/1Z1' }],
			texts: [
				{ stage: 'confirmed', status: 'accepted', messageId: expect.stringMatching(/^SM/) as string },
				{ stage: 'shipped', status: 'accepted' },
			],
		});
		expect(outputs[1]).toEqual([
			{
				json: { orderOrTrackingNumber: 'nobody', reason: expect.stringContaining('"nobody"') as string },
				pairedItem: { item: 2 },
			},
		]);
	});

	test('an empty number is an error with a way out', async () => {
		const { error } = await shop.run({ parameters, items: [{ wanted: '' }] });
		expect(error?.message).toContain('is empty');
	});
});

describe('the shop credential’s test button', () => {
	test('opens the ledger', async () => {
		expect(await testShop({})).toMatchObject({ status: 'OK' });
	});

	test.each([
		[{ timeZone: 'Mars/Base' }, /Time Zone.*Mars\/Base/],
		[{ defaultCountry: 'Poland' }, /Default Country.*POLAND/],
		[{ language: '!!' }, /Language/],
		[{ ledgerPath: '/dev/null/ledger.sqlite' }, /\/dev\/null\/ledger\.sqlite/],
	])('says what is wrong with %j', async (fields, words) => {
		const result = await testShop(fields);
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(words);
	});
});
