import { inpost } from '../../lib/sources/inpost';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(inpost);

const changed = (status: string) => {
	const webhook = payloadOf('inpost', 'ready-to-pickup');
	return one({ ...webhook, payload: { ...(webhook.payload as object), status } });
};

test.each([
	['created', 'label_created', undefined],
	['confirmed', 'label_created', undefined],
	['dispatched_by_sender', 'shipped', undefined],
	['adopted_at_target_branch', 'shipped', undefined],
	['out_for_delivery', 'out_for_delivery', undefined],
	['ready_to_pickup', 'ready_for_pickup', undefined],
	['pickup_reminder_sent_address', 'failed_attempt', 'nobody_home'],
	['delay_in_delivery', 'delayed', undefined],
	['delivered', 'delivered', undefined],
	['rejected_by_receiver', 'exception', 'refused'],
	['undelivered_wrong_address', 'exception', 'address'],
	['pickup_time_expired', 'exception', 'not_collected'],
	['missing', 'exception', 'lost'],
	['returned_to_sender', 'returned', undefined],
	['canceled', 'cancelled', undefined],
	['avizo', null, undefined],
	['other', null, undefined],
])('%s is %p, for the reason %p', (status, stage, reasonCode) => {
	expect(changed(status)).toMatchObject({ stage, reasonCode });
});

test('a shipment that is confirmed has a label; no order is confirmed by it', () => {
	expect(one(payloadOf('inpost', 'shipment-confirmed')).stage).toBe('label_created');
});

test('what the shop wrote to itself is no order number, and the sender’s phone is not the customer’s', () => {
	const shipment = (reference: string) => one({ ...payloadOf('inpost', 'shipment'), reference });
	expect(shipment('1001').orderNumber).toBe('1001');
	expect(shipment('gift for Anna, 2 cups').orderNumber).toBeUndefined();
	expect(shipment('1001').phones.map(({ raw }) => raw)).toEqual(['600100200']);
});

test('a return of the customer’s is no news to them', () => {
	expect(one({ ...payloadOf('inpost', 'shipment'), is_return: true }).stage).toBeNull();
});
