import { amazon } from '../../lib/sources/amazon';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(amazon);

const change = (OrderStatus: string, EasyShipShipmentStatus?: string) => {
	const whole = structuredClone(payloadOf('amazon', 'order-change-shipped')) as {
		Payload: { OrderChangeNotification: { Summary: object } };
	};
	Object.assign(whole.Payload.OrderChangeNotification.Summary, { OrderStatus, EasyShipShipmentStatus });
	return one(whole);
};

describe('the stage of a change', () => {
	test.each([
		['Pending', 'awaiting_payment'],
		['Unshipped', 'confirmed'],
		['PartiallyShipped', 'shipped'],
		['Shipped', 'shipped'],
		['Canceled', 'cancelled'],
		['Unfulfillable', null],
		['InvoiceUnconfirmed', null],
	])('to %s is %p', (status, stage) => {
		expect(change(status).stage).toBe(stage);
	});

	test.each([
		['OutForDelivery', 'out_for_delivery', undefined],
		['Delivered', 'delivered', undefined],
		['RejectedByBuyer', 'returned', 'refused'],
		['ReturnedToSeller', 'returned', undefined],
		['Lost', 'exception', 'lost'],
		['Damaged', 'exception', 'damaged'],
		['AtOriginFC', 'shipped', undefined],
	])('to Shipped is refined by %s', (detail, stage, reasonCode) => {
		const [refined, unrefined] = [change('Shipped', detail), change('Unshipped', detail)];
		expect([refined.stage, refined.reasonCode]).toEqual([stage, reasonCode]);
		expect([unrefined.stage, unrefined.reasonCode]).toEqual(['confirmed', undefined]);
	});
});

describe('the stage of a package', () => {
	const packed = (status: string, detailedStatus?: string) => {
		const [entry] = payloadOf('amazon', 'order-two-packages').packages as object[];
		return one({
			...payloadOf('amazon', 'order-two-packages'),
			packages: [{ ...entry, packageStatus: { status, detailedStatus } }],
		});
	};

	/** models/orders-api-model/orders_2026-01-01.json (PackageStatus) */
	test.each([
		['PENDING', undefined, 'label_created'],
		['PENDING', 'DELIVERED', 'label_created'],
		['SHIPPED', undefined, 'shipped'],
		['IN_TRANSIT', 'AT_DESTINATION_FC', 'shipped'],
		['IN_TRANSIT', 'RETURNING_TO_SELLER', 'returned'],
		['DELIVERED', 'LOST', 'delivered'],
		['UNDELIVERABLE', undefined, 'exception'],
		['UNDELIVERABLE', 'REJECTED_BY_BUYER', 'returned'],
		['CANCELLED', undefined, null],
	])('%s (%s) is %p', (status, detail, stage) => {
		expect(packed(status, detail).stage).toBe(stage);
	});
});

test('both casings of a notification are read', () => {
	const {
		Payload: payload,
		NotificationType: notificationType,
		NotificationMetadata,
	} = payloadOf('amazon', 'order-change-shipped');
	expect(one({ payload, notificationType, notificationMetadata: NotificationMetadata })).toMatchObject({
		stage: 'shipped',
		eventId: 'n-1',
	});
});

test('a queue’s wrapping is opened', () => {
	const inner = JSON.stringify(payloadOf('amazon', 'milestone-out-for-delivery'));
	expect(one({ Type: 'Notification', MessageId: 'm', Message: inner }).stage).toBe('out_for_delivery');
	expect(one({ body: inner }).stage).toBe('out_for_delivery');
});
