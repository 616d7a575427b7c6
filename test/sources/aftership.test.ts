import { aftership } from '../../lib/sources/aftership';
import { newTracking, tagged, tracking, webhook } from './aftership-payloads';
import { describeSource } from './contract';
import { type Payload, payloadOf, without } from './fixtures';
import { one } from './one-event';

describeSource(aftership);

describe('the stage by the tag', () => {
	/** https://www.aftership.com/docs/tracking/enum/delivery-statuses */
	test.each([
		['Pending', 'label_created'],
		['InfoReceived', 'label_created'],
		['InTransit', 'shipped'],
		['OutForDelivery', 'out_for_delivery'],
		['AttemptFail', 'failed_attempt'],
		['AvailableForPickup', 'ready_for_pickup'],
		['Delivered', 'delivered'],
		['Exception', 'exception'],
		['Expired', null],
		['delivered', null],
		['Lost', null],
		[null, null],
	])('"%s" is %p', (tag, stage) => {
		expect(tagged(tag).stage).toBe(stage);
		expect(tagged(tag, `${tag}_001`).stage).toBe(stage);
	});
});

describe('the subtag refines its tag', () => {
	/** https://www.aftership.com/docs/tracking/enum/delivery-sub-statuses */
	test.each([
		['InTransit_013', 'shipped', undefined],
		['OutForDelivery_001', 'out_for_delivery', undefined],
		['OutForDelivery_003', 'shipped', undefined],
		['OutForDelivery_004', 'shipped', undefined],
		['AttemptFail_001', 'failed_attempt', undefined],
		['AttemptFail_002', 'failed_attempt', 'nobody_home'],
		['AttemptFail_003', 'failed_attempt', 'closed'],
		['Delivered_005', 'delivered', undefined],
		['Exception_001', 'exception', undefined],
		['Exception_002', 'exception', 'address'],
		['Exception_003', 'exception', 'refused'],
		['Exception_004', 'delayed', 'customs'],
		['Exception_005', 'delayed', 'carrier_delay'],
		['Exception_006', 'delayed', 'payment_due'],
		['Exception_007', 'delayed', 'address'],
		['Exception_008', 'exception', 'not_collected'],
		['Exception_009', 'exception', undefined],
		['Exception_010', 'returned', undefined],
		['Exception_011', 'returned', undefined],
		['Exception_012', 'exception', 'damaged'],
		['Exception_013', 'exception', 'lost'],
		['Exception_016', 'delayed', 'carrier_delay'],
		['Exception_017', 'delayed', 'weather'],
		['Exception_018', 'exception', 'customs'],
		['Exception_019', 'delayed', 'carrier_delay'],
		['Exception_020', null, undefined],
		['Exception_021', 'exception', undefined],
		['Exception_999', 'exception', undefined],
	])('%s is %p for the reason %p', (subtag, stage, reasonCode) => {
		const event = tagged(subtag.split('_')[0], subtag);
		expect([event.stage, event.reasonCode]).toEqual([stage, reasonCode]);
	});

	test('a subtag of another tag is the older word', () => {
		expect(tagged('Delivered', 'Exception_013')).toMatchObject({ stage: 'delivered', reasonCode: undefined });
		expect(tagged('OutForDelivery', 'Exception_011').stage).toBe('out_for_delivery');
	});

	test('its message is a reason only where something went wrong', () => {
		const subtag_message = 'Shipment lost';
		expect(tagged('Exception', 'Exception_013', { subtag_message }).reason).toBe('Shipment lost');
		expect(tagged('InTransit', 'InTransit_003', { subtag_message }).reason).toBeUndefined();
	});
});

describe('a parcel that went back', () => {
	test.each(['InTransit', 'OutForDelivery', 'AvailableForPickup', 'Delivered', 'Exception', 'AttemptFail'])(
		'is returned, also while its tag is %s: that is about the way back',
		(tag) => {
			expect(tagged(tag, undefined, { return_to_sender: true }).stage).toBe('returned');
			expect(tagged(tag, undefined, { return_to_sender: false }).stage).not.toBe('returned');
			expect(tagged(tag, undefined, { return_to_sender: 'true' }).stage).not.toBe('returned');
		},
	);

	test.each(['InfoReceived', 'Pending', 'Expired'])('is not told of while its tag is %s', (tag) => {
		expect(['label_created', null]).toContain(tagged(tag, undefined, { return_to_sender: true }).stage);
	});
});

describe('events', () => {
	test.each(['tracking_pending_time', 'tracking_deleted', 'shipment_updated'])(
		'"%s" tells nothing, whatever the tag',
		(event) => {
			expect(one(webhook(tracking({ tag: 'Delivered' }), { event }))).toMatchObject({
				stage: null,
				stageEvidence: `event = ${event}`,
				topic: event,
			});
		},
	);

	test('the operator may say which event an answer of the API stands for', () => {
		const answer = { meta: { code: 200 }, data: newTracking({ tag: 'InTransit' }) };
		expect(one(answer, { topic: 'edd_revise' }).stage).toBe('delayed');
		expect(one(answer, { topic: 'tracking_pending_time' }).stage).toBeNull();
		expect(one(answer, { topic: 'my own name' })).toMatchObject({ stage: 'shipped', topic: 'my own name' });
	});

	test('but not what a webhook is that says so itself', () => {
		const pending = webhook(tracking(), { event: 'tracking_pending_time' });
		expect(one(pending, { topic: 'tracking_update' })).toMatchObject({ stage: null, topic: 'tracking_update' });
	});

	test('it happened when the event says, else when the tracking was updated', () => {
		expect(one(webhook(tracking())).occurredAt).toBe(1795428000_000);
		expect(one(webhook(tracking(), { ts: undefined })).occurredAt).toBe(Date.UTC(2026, 10, 23, 10));
		expect(one(webhook(tracking({ last_updated_at: undefined }), { ts: 'soon' })).occurredAt).toBe(
			Date.UTC(2026, 10, 23, 9),
		);
	});
});

describe('who the customer is', () => {
	test.each([
		[{ destination_country_iso3: 'FRA' }, 'FR'],
		[{ destination_country_iso3: 'fr' }, 'FR'],
		[{ destination_country_iso3: null, courier_destination_country_iso3: 'DEU' }, 'DE'],
		[{ destination_country_iso3: undefined, destination_country_region: 'BRA' }, 'BR'],
		[{ destination_country_iso3: null, courier_destination_country_region: 'GBR' }, 'GB'],
		[{ destination_country_iso3: 'XYZ' }, undefined],
		[{ destination_country_iso3: 'France' }, undefined],
		[{ destination_country_iso3: null, origin_country_iso3: 'DEU' }, undefined],
		[{ destination_country_iso3: 'constructor' }, undefined],
	])('%j is the country %p', (more, country) => {
		expect(one(webhook(tracking(more))).country).toBe(country);
	});

	test('the numbers that the shop gave come first, those who subscribed last', () => {
		const customers = [{ name: 'Tom Example', phone_number: '+447700900123' }];
		expect(one(webhook(tracking({ customers }))).phones).toEqual([
			{ path: 'smses', raw: '+33639981234', country: 'FR', firstName: 'Maria' },
			{ path: 'smses', raw: '+33639981235', country: 'FR', firstName: 'Maria' },
			{ path: 'customers.phone_number', raw: '+447700900123', country: 'FR', firstName: 'Tom' },
			{ path: 'subscribed_smses', raw: '+33639981236', country: 'FR' },
		]);
	});

	test('neither who signed nor the parcel’s title is the customer', () => {
		const event = one(webhook(tracking({ customer_name: null, signed_by: 'RECEPTION', title: 'Maria' })));
		expect(event.firstName).toBeUndefined();
	});

	test('the language is the tracking’s, else the first customer’s', () => {
		expect(one(webhook(newTracking({ language: 'de' }))).language).toBe('de');
		expect(one(webhook(newTracking({ language: null }))).language).toBe('pt-BR');
	});

	test('without any number the look-up is named', () => {
		const nobody = { smses: [], subscribed_smses: [], customers: [] };
		expect(one(webhook(tracking(nobody))).lookup).toMatch(/Look its order up in the shop/);
		expect(one(webhook(tracking())).lookup).toBeUndefined();
	});

	test('a list of thousands of numbers does not break it', () => {
		const smses = Array.from({ length: 200_000 }, (_, index) => `number ${index}`);
		expect(one(webhook(tracking({ smses }))).phones).toHaveLength(50);
	});
});

describe('the order and the parcel', () => {
	test.each([
		[{ order_number: '#1001', order_id: '7' }, '#1001'],
		[{ order_number: null, order_id: '7' }, '7'],
		[{ order_number: null, order_id: null, custom_fields: { order_number: '1001' } }, '1001'],
		[{ order_number: null, order_id: 820982911946154500, custom_fields: null }, undefined],
	])('%j is the order %p', (more, orderNumber) => {
		expect(one(webhook(tracking(more))).orderNumber).toBe(orderNumber);
	});

	test('the link is the courier’s, else AfterShip’s; the label’s and the redirection are none', () => {
		const more = { courier_tracking_link: null, aftership_tracking_url: 'https://acme.aftership.example/A' };
		expect(one(webhook(tracking(more))).trackings).toMatchObject([{ url: 'https://acme.aftership.example/A' }]);
		const none = { courier_tracking_link: '', aftership_tracking_url: null };
		expect(one(webhook(tracking(none))).trackings).toEqual([{ number: 'JD014600003SE', company: 'dhl' }]);
	});

	test('a parcel whose number lost its digits is not told under a wrong one', () => {
		const more = { tracking_number: 820982911946154500, courier_tracking_link: null };
		expect(one(webhook(tracking(more))).trackings).toEqual([]);
	});
});

describe('returns', () => {
	const returns = (event: string, more: Payload = {}) => ({
		...payloadOf('aftership', 'return-approved'),
		event,
		...more,
	});

	/** https://www.aftership.com/docs/returns/webhook/specifications */
	test.each([
		['return.submitted', 'return_requested'],
		['return.approved', 'return_requested'],
		['return.created', 'return_requested'],
		['return.rejected', null],
		['return.expired', null],
		['return.resolved', null],
		['return.receiving.created', null],
		['return.shipment.updated', null],
		['return.pixie_dust', null],
	])('%s is %p, and no parcel has come back', (event, stage) => {
		expect(one(returns(event))).toMatchObject({ stage, orderNumber: '1001', trackings: [] });
	});

	test('they are told by their version or by the number of the return', () => {
		expect(aftership.detect(returns('return.approved', { version: undefined }), {})).toBeGreaterThan(0);
		expect(aftership.detect({ event: 'return.approved', data: { rma_number: 'A' } }, {})).toBeGreaterThan(0);
		expect(aftership.detect({ event: 'return.approved', data: { id: 7 } }, {})).toBe(0);
		expect(aftership.detect({ event: 'returned', version: '1', data: {} }, {})).toBe(0);
	});
});

describe('detection', () => {
	test('a webhook is certain, an answer of the API rather sure', () => {
		expect(aftership.detect(webhook(tracking()), {})).toBe(1);
		expect(aftership.detect({ meta: { code: 200 }, data: { tracking: tracking() } }, {})).toBe(0.9);
		expect(aftership.detect(tracking(), {})).toBe(0.9);
		expect(aftership.detect(tracking(), { 'aftership-hmac-sha256': 'x' })).toBe(1);
	});

	test.each(['tracking_number', 'slug'])('without %s it is no tracking', (name) => {
		expect(aftership.detect(webhook(without(tracking(), name)), {})).toBe(0);
	});

	test('either the tag or the checkpoints are enough beside them', () => {
		const rest = without(tracking(), 'tag', 'checkpoints');
		expect(aftership.detect({ ...rest, tag: 'InTransit' }, {})).toBeGreaterThan(0);
		expect(aftership.detect({ ...rest, checkpoints: [] }, {})).toBeGreaterThan(0);
		expect(aftership.detect(rest, {})).toBe(0);
	});
});
