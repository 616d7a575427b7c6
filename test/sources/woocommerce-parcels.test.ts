import { readOrderEvents as read } from '../../lib/sources';
import { meta, order } from './woocommerce-payloads';

describe('the parcels', () => {
	const shipped = (...entries: ReadonlyArray<readonly [string, unknown]>) =>
		read(order({ status: 'completed', ...meta(...entries) })).map(({ trackings }) => trackings);

	test('of Shipment Tracking and AST: a list with Unix dates, each parcel told of', () => {
		const items = [
			{
				tracking_provider: 'dhl',
				custom_tracking_provider: '',
				custom_tracking_link: '',
				tracking_number: 'A',
				date_shipped: '1795132800',
			},
			{
				tracking_provider: '',
				custom_tracking_provider: 'Bike',
				custom_tracking_link: 'https://bike.example/B',
				tracking_number: 'B',
				date_shipped: 1795132800,
			},
		];
		const expected = [
			[{ number: 'A', company: 'dhl' }],
			[{ number: 'B', company: 'Bike', url: 'https://bike.example/B' }],
		];
		expect(shipped(['_wc_shipment_tracking_items', items])).toEqual(expected);
		expect(shipped(['_wc_shipment_tracking_items', JSON.stringify(items)])).toEqual(expected);
		expect(shipped(['_wc_shipment_tracking_items', JSON.stringify(JSON.stringify(items))])).toEqual(expected);
		expect(shipped(['_wc_shipment_tracking_items', { 0: items[0], 1: items[1] }])).toEqual(expected);
	});

	test('a link in the plug-in’s own words is taken before a formatted one, a name before a code', () => {
		const item = {
			tracking_number: 'A',
			tracking_provider: 'royal-mail',
			formatted_tracking_provider: 'Royal Mail',
			formatted_tracking_link: 'https://rm.example/A',
			ast_tracking_link: 'https://shop.example/track/A',
		};
		expect(shipped(['_wc_shipment_tracking_items', [item]])).toEqual([
			[{ number: 'A', company: 'Royal Mail', url: 'https://rm.example/A' }],
		]);
	});

	test.each(['https://t.example/?n=%number%', 'https://t.example/?n=%1$s&zip=%2$s', 'not a link', ''])(
		'the link %p leads nowhere, so it is left out',
		(custom_tracking_link) => {
			const items = [{ tracking_number: 'A', tracking_provider: 'dhl', custom_tracking_link }];
			expect(shipped(['_wc_shipment_tracking_items', items])).toEqual([[{ number: 'A', company: 'dhl' }]]);
		},
	);

	test('a percent sign that encodes a character is no placeholder', () => {
		const custom_tracking_link = 'https://t.example/?n=%C5%9B%201';
		const items = [{ tracking_number: 'A', custom_tracking_link }];
		expect(shipped(['_wc_shipment_tracking_items', items])).toMatchObject([[{ url: custom_tracking_link }]]);
	});

	test('of AfterShip: its list before its older keys', () => {
		const list = ['_aftership_tracking_items', [{ slug: 'dhl', tracking_number: 'A', additional_fields: {} }]] as const;
		const older = [
			['_aftership_tracking_number', 'B'],
			['_aftership_tracking_provider_name', 'ups'],
		] as const;
		expect(shipped(...older, list)).toEqual([[{ number: 'A', company: 'dhl' }]]);
		expect(shipped(...older)).toEqual([[{ number: 'B', company: 'ups' }]]);
	});

	test('of ParcelPanel: an object by tracking number, as a JSON text', () => {
		const parcels = { A: { order_id: 7, tracking_number: 'A', courier_code: 'dhl' }, B: { tracking_number: 'B' } };
		expect(shipped(['_parcelpanel_shipping_numbers', JSON.stringify(parcels)])).toEqual([
			[{ number: 'A', company: 'dhl' }],
			[{ number: 'B' }],
		]);
	});

	test('of YITH, old and new', () => {
		expect(shipped(['ywot_tracking_code', 'A'], ['ywot_carrier_id', 'DHL'])).toEqual([
			[{ number: 'A', company: 'DHL' }],
		]);
		expect(shipped(['ywot_tracking_code', 'A'], ['ywot_carrier_name', 'Bike'])).toEqual([
			[{ number: 'A', company: 'Bike' }],
		]);
	});

	test.each(['_tracking_', 'tracking_'])('of small plug-ins with keys like %snumber', (prefix) => {
		const entries = [
			[`${prefix}number`, 'A'],
			[`${prefix}provider`, 'Bike'],
			[`${prefix}url`, 'https://bike.example/A'],
		] as const;
		expect(shipped(...entries)).toEqual([[{ number: 'A', company: 'Bike', url: 'https://bike.example/A' }]]);
	});

	test.each([
		['nothing', []],
		['an empty list', [['_wc_shipment_tracking_items', []]]],
		['an empty text', [['_wc_shipment_tracking_items', '']]],
		['broken JSON', [['_wc_shipment_tracking_items', '[{"tracking_number":']]],
		['PHP', [['_wc_shipment_tracking_items', 'a:1:{i:0;a:1:{s:15:"tracking_number";s:1:"A";}}']]],
		['entries without numbers', [['_wc_shipment_tracking_items', [{}, null, 'x', { tracking_number: '' }]]]],
		['a number that lost its digits', [['_tracking_number', 820982911946154500]]],
	] as const)('are none where there is %s; the order is told of all the same', (_what, entries) => {
		expect(shipped(...entries)).toEqual([[]]);
	});

	test('a later entry of the same key wins, and entries that are none are passed over', () => {
		const entries = [
			null,
			'x',
			{ key: 7, value: 1 },
			{ key: '_tracking_number', value: 'A' },
			{ key: '_tracking_number', value: 'B' },
		];
		const [event] = read(order({ status: 'completed', meta_data: entries }));
		expect(event?.trackings).toMatchObject([{ number: 'B' }]);
	});

	test('an empty plug-in does not hide another', () => {
		expect(shipped(['_wc_shipment_tracking_items', []], ['_tracking_number', 'A'])).toMatchObject([[{ number: 'A' }]]);
	});
});
