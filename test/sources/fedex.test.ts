import { fedex } from '../../lib/sources/fedex';
import { describeSource } from './contract';
import { payloadOf } from './fixtures';
import { one } from './one-event';

describeSource(fedex);

const detail = (latestStatusDetail: Readonly<Record<string, unknown>>) =>
	one({ ...payloadOf('fedex', 'result'), latestStatusDetail });

test.each([
	['OC', 'label_created', undefined],
	['PU', 'shipped', undefined],
	['IT', 'shipped', undefined],
	['OD', 'out_for_delivery', undefined],
	['HP', 'ready_for_pickup', undefined],
	['DL', 'delivered', undefined],
	['DE', 'exception', undefined],
	['SE', 'exception', undefined],
	['CD', 'delayed', 'customs'],
	['DY', 'delayed', undefined],
	['RS', 'returned', undefined],
	['CA', 'cancelled', undefined],
	['RR', null, undefined],
])('%s is %p, for the reason %p', (code, stage, reasonCode) => {
	expect(detail({ code })).toMatchObject({ stage, reasonCode });
});

test.each([
	['AR', 'DY', 'delayed'],
	['OD', 'IT', 'out_for_delivery'],
	['DL', 'IT', 'delivered'],
	['XX', 'DL', 'delivered'],
	['XX', 'XX', null],
])('of %s and %s together: %p', (code, derivedCode, stage) => {
	expect(detail({ code, derivedCode }).stage).toBe(stage);
});

test.each([
	['WEATHER', 'weather'],
	['CLEARANCE', 'customs'],
	['OPERATIONAL', 'carrier_delay'],
	['GENERAL', undefined],
])('a parcel on its way that is late by %s: the reason is %p', (type, reasonCode) => {
	expect(detail({ code: 'IT', delayDetail: { type, status: 'DELAYED' } })).toMatchObject({ stage: 'delayed', reasonCode });
	expect(detail({ code: 'IT', delayDetail: { type, status: 'ON_TIME' } })).toMatchObject({ stage: 'shipped' });
	expect(detail({ code: 'DL', delayDetail: { type, status: 'DELAYED' } })).toMatchObject({ stage: 'delivered' });
});
