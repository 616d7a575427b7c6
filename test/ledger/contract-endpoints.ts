import { type Endpoint } from '../../lib/ledger/inbound';
import { type Ledger } from '../../lib/ledger/ledger';
import { later, NOW } from './sightings';

const PRODUCTION = 'https://n8n.example.com/webhook/1/sms';
const TEST = 'https://n8n.example.com/webhook-test/1/sms';

/** Where our triggers listen, and what stood at the carriers before. */
export function describeEndpoints(open: () => Ledger): void {
	let ledger: Ledger;
	beforeEach(() => {
		ledger = open();
	});

	describe('endpoints', () => {
		const endpoint = (more: Partial<Endpoint> = {}): Endpoint => ({
			shop: 'default',
			kind: 'receipts',
			carrier: 'twilio',
			url: PRODUCTION,
			...more,
		});
		const urlAt = async (minutes: number, more: Partial<Endpoint> = {}) =>
			await ledger.endpointUrl(endpoint(more), later(minutes));

		test('nobody listens at first', async () => {
			expect(await urlAt(0)).toBeUndefined();
		});

		test('one listens for its own shop, kind and carrier, also for those who open the ledger later', async () => {
			await ledger.openEndpoint(endpoint(), NOW);
			expect(await urlAt(60 * 24 * 365)).toBe(PRODUCTION);
			for (const more of [{ shop: 'other' }, { kind: 'replies' }, { kind: 'outbox' }, { kind: 'unsubscribe' }, { carrier: 'telnyx' }] as const) {
				expect(await urlAt(1, more)).toBeUndefined();
			}
		});

		test('the one that was opened last listens, until it closes', async () => {
			await ledger.openEndpoint(endpoint(), NOW);
			await ledger.openEndpoint(endpoint({ url: TEST }), later(1));
			expect(await urlAt(2)).toBe(TEST);
			await ledger.closeEndpoint(endpoint({ url: TEST }));
			expect(await urlAt(2)).toBe(PRODUCTION);
			await ledger.closeEndpoint(endpoint());
			expect(await urlAt(2)).toBeUndefined();
		});

		test('a test listens as long as it said, and the one before it afterwards', async () => {
			await ledger.openEndpoint(endpoint(), NOW);
			await ledger.openEndpoint(endpoint({ url: TEST, until: later(3) }), later(1));
			expect([await urlAt(2), await urlAt(3), await urlAt(4)]).toEqual([TEST, PRODUCTION, PRODUCTION]);
		});

		test('opened again is the newest again, and for as long as it says now', async () => {
			await ledger.openEndpoint(endpoint({ until: later(1) }), NOW);
			await ledger.openEndpoint(endpoint({ url: TEST }), later(2));
			await ledger.openEndpoint(endpoint(), later(3));
			expect(await urlAt(60)).toBe(PRODUCTION);
		});

		test('closing touches no other, and what is not open can be closed', async () => {
			await ledger.openEndpoint(endpoint(), NOW);
			for (const more of [{ shop: 'other' }, { kind: 'replies' }, { carrier: 'telnyx' }, { url: TEST }] as const) {
				await ledger.closeEndpoint(endpoint(more));
			}
			expect(await urlAt(1)).toBe(PRODUCTION);
		});
	});

	describe('registrations', () => {
		const place = 'twilio PN1';
		const previous = (url: string) => JSON.stringify({ place, url, rest: { SmsMethod: 'GET' } });

		test('are kept by place and URL, the oldest first', async () => {
			await ledger.saveRegistration({ place, url: TEST, previous: previous('b') }, later(1));
			await ledger.saveRegistration({ place, url: PRODUCTION, previous: previous('a') }, NOW);
			await ledger.saveRegistration({ place: 'telnyx 1', url: TEST, previous: previous('c') }, NOW);
			expect(await ledger.registrationsAt(place)).toEqual([
				{ place, url: PRODUCTION, previous: previous('a') },
				{ place, url: TEST, previous: previous('b') },
			]);
			expect(await ledger.registrationsAt('nowhere')).toEqual([]);
		});

		test('saved again hold what was saved last', async () => {
			await ledger.saveRegistration({ place, url: TEST, previous: previous('a') }, NOW);
			await ledger.saveRegistration({ place, url: TEST, previous: previous('b') }, later(1));
			expect(await ledger.registrationsAt(place)).toEqual([{ place, url: TEST, previous: previous('b') }]);
		});

		test('are dropped one by one, and what is not there can be dropped', async () => {
			await ledger.saveRegistration({ place, url: TEST, previous: previous('a') }, NOW);
			await ledger.saveRegistration({ place, url: PRODUCTION, previous: previous('b') }, NOW);
			await ledger.dropRegistration({ place: 'telnyx 1', url: TEST });
			await ledger.dropRegistration({ place, url: TEST });
			await ledger.dropRegistration({ place, url: TEST });
			expect((await ledger.registrationsAt(place)).map(({ url }) => url)).toEqual([PRODUCTION]);
		});
	});
}
