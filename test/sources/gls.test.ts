import { gls } from '../../lib/sources/gls';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(gls);

const parcel = (status: unknown) => one({ ...payloadOf('gls', 'in-delivery'), status });

test.each([
	['PLANNEDPICKUP', 'label_created'],
	['INPICKUP', 'label_created'],
	['NOTPICKEDUP', null],
	['PREADVICE', 'label_created'],
	['INTRANSIT', 'shipped'],
	['INDELIVERY', 'out_for_delivery'],
	['DELIVEREDPS', 'ready_for_pickup'],
	['DELIVERED', 'delivered'],
	['INWAREHOUSE', 'shipped'],
	['NOTDELIVERED', 'failed_attempt'],
	['CANCELED', 'cancelled'],
	['FINAL', null],
])('%s is %p', (status, stage) => {
	expect(parcel(status).stage).toBe(stage);
});
