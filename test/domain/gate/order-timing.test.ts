import { decide, type GateFacts, type GateRule, type OrderMessage } from '../../../lib/domain/gate';
import { type Law } from '../../../lib/domain/law/law';

const fine: OrderMessage = {
	purpose: 'transactional',
	stage: 'shipped',
	stageEvidence: 'status = shipped',
	stagesToText: ['shipped'],
	isIdentified: true,
	isTestOrder: false,
	recipient: { phone: '+12125550123' },
};
/** 03:00 in New York. */
const NIGHT = '2026-11-25T08:00:00Z';
const NOON = '2026-11-24T17:00:00Z';
const HOURS = { weekdays: { from: '08:00', to: '21:00' } };
const SENT = { action: 'send', stage: 'shipped' };
const nowhere = { phone: '+18005550123' };
const indian = { phone: '+919876543210' };
const id = '1234567890123456789';
const registered = { entityId: id, templateId: id, header: 'ABCSHP' };
const consented: GateFacts = { consent: { outcome: 'consented' } };
const stop: GateFacts = { optOut: { origin: 'reply', at: new Date('2026-11-20T08:00:00Z') } };

const answer = (message: Partial<OrderMessage>, now: string, facts: GateFacts = {}, law?: Law) =>
	decide({ ...fine, ...message }, facts, new Date(now), law);

test.each<[what: string, message: Partial<OrderMessage>, now: string, facts: GateFacts]>([
	['at night, where nobody has set hours', {}, NIGHT, {}],
	['by day, where somebody has', { hours: HOURS }, NOON, {}],
	['at night to who is nobody knows where', { hours: HOURS, recipient: nowhere }, NIGHT, {}],
	['at night to nobody in particular', { hours: HOURS, recipient: undefined }, NIGHT, {}],
	['at any hour to the operator’s own phone', { hours: HOURS, isRedirected: true }, NIGHT, {}],
	['in India without a registration', { recipient: indian }, NIGHT, {}],
	['in India with one', { recipient: indian, dlt: registered }, NIGHT, {}],
	['elsewhere with half a registration', { dlt: { entityId: id } }, NIGHT, {}],
	['with a promo code by day', { hasOffer: true }, NOON, consented],
	['after a STOP to offers, before the law changes', { optOutScope: 'marketing' }, '2027-01-31T04:59:00Z', stop],
	['after a STOP to offers, where no law says more', { optOutScope: 'marketing', recipient: { phone: '+48600100200' } }, '2027-02-01T12:00:00Z', stop],
	['when its time has come', { notBefore: new Date(NOON), notAfter: new Date(NOON) }, NOON, {}],
])('a text about an order is sent %s', (_what, message, now, facts) => {
	expect(answer(message, now, facts)).toEqual(SENT);
});

test.each<[rule: GateRule, message: Partial<OrderMessage>, now: string, facts: GateFacts, until: string]>([
	['quiet-hours', { hours: HOURS }, NIGHT, {}, '2026-11-25T13:00:00Z'],
	['quiet-hours', { hours: HOURS, recipient: { ...nowhere, shopTimeZone: 'Europe/Paris', shopCountry: 'FR' } }, '2026-11-25T05:00:00Z', {}, '2026-11-25T07:00:00Z'],
	['law-hours', { recipient: indian, dlt: { ...registered, category: 'service-explicit' } }, '2026-11-24T17:00:00Z', {}, '2026-11-25T04:30:00Z'],
	['law-hours', { hasOffer: true }, NIGHT, consented, '2026-11-25T13:00:00Z'],
	['law-day', { hasOffer: true, recipient: { phone: '+12055550123' } }, '2026-11-29T17:00:00Z', consented, '2026-11-30T14:00:00Z'],
	['chosen-time', { notBefore: new Date(NIGHT) }, NOON, {}, NIGHT],
	['quiet-hours', { notBefore: new Date(NIGHT), hours: HOURS }, NOON, {}, '2026-11-25T13:00:00Z'],
])('it waits, %s: %j %s', (rule, message, now, facts, until) => {
	expect(answer(message, now, facts)).toMatchObject({ action: 'wait', rule, until: new Date(until) });
});

test.each<[rule: GateRule, message: Partial<OrderMessage>, now: string, facts: GateFacts]>([
	['dlt', { recipient: indian, dlt: { entityId: id } }, NOON, {}],
	['dlt', { recipient: indian, dlt: { ...registered, header: '123456' } }, NOON, {}],
	['too-late', { notAfter: new Date(NOON) }, NIGHT, {}],
	['too-late', { notAfter: new Date('2026-11-25T12:59:00Z'), hours: HOURS }, NIGHT, {}],
	['zone-unknown', { hasOffer: true, recipient: nowhere }, NOON, consented],
	['law-cap', { hasOffer: true, recipient: { phone: '+13055550123' } }, NOON, { ...consented, offersAt: [1, 2, 3].map((hour) => new Date(Date.parse(NOON) - hour * 3_600_000)) }],
	['opted-out', { optOutScope: 'marketing' }, '2027-01-31T05:00:00Z', stop],
	['opted-out', { optOutScope: 'marketing', recipient: { phone: '+48600100200', country: 'US' } }, '2027-02-01T12:00:00Z', stop],
])('it is skipped, %s: %j %s', (rule, message, now, facts) => {
	expect(answer(message, now, facts)).toMatchObject({ action: 'skip', rule });
});

test('a law that has hours for such texts holds', () => {
	const row = { id: 'pl-test', country: 'PL', title: 'Poland: a test', citation: 'Test', url: 'https://example.com', kind: 'law' as const };
	const law: Law = { version: '2026-11-22', rows: [{ ...row, purposes: ['transactional'], hours: HOURS }] };
	const recipient = { phone: '+48600100200' };
	expect(answer({ recipient }, '2026-11-24T23:00:00Z', {}, law)).toMatchObject({ rule: 'law-hours', until: new Date('2026-11-25T07:00:00Z') });
	expect(answer({ recipient }, '2026-11-24T23:00:00Z')).toEqual(SENT);
});
