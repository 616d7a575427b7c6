import { type Ledger } from '../../lib/ledger/ledger';
import { claim, later, NOW, refs, sighting } from './sightings';

/** What a ledger remembers of orders. */
export function describeOrders(open: () => Ledger): void {
	describe('orders', () => {
		let ledger: Ledger;
		beforeEach(() => {
			ledger = open();
		});

		test('stages are shown to later events with the source’s own times', async () => {
			await claim(ledger, sighting({ stage: 'shipped', parcel: '1Z1', occurredAt: 1000 }));
			await claim(ledger, sighting({ stage: 'delivered', parcel: '1Z2', occurredAt: 2000 }));
			const { facts } = await claim(ledger, sighting({ stage: 'delayed', parcel: '1Z1' }));
			expect(facts.seen).toEqual([{ stage: 'shipped', occurredAt: 1000 }]);
			const whole = await claim(ledger, sighting({ stage: 'delayed' }));
			expect(whole.facts.seen).toHaveLength(3);
		});

		test('a shop’s newer words replace older ones, silence replaces nothing', async () => {
			await claim(ledger, sighting());
			const details = { phone: '+14155550124', language: undefined };
			const { facts } = await claim(ledger, sighting({ details }));
			expect(facts.details).toMatchObject({
				number: '#1001',
				phone: '+14155550124',
				language: 'en',
				firstName: 'Maria',
			});
		});

		test('a tracker fills gaps and changes nothing', async () => {
			await claim(ledger, sighting({ refs: refs('1001', '1Z1'), details: { number: '#1001', phone: '+14155550123' } }));
			const { facts } = await claim(
				ledger,
				sighting({
					source: '',
					refs: [{ kind: 'tracking', value: '1Z1', source: '' }],
					details: { phone: '+447700900123', country: 'GB' },
					stage: 'delivered',
					parcel: '1Z1',
				}),
			);
			expect(facts.details).toEqual({ number: '#1001', phone: '+14155550123', country: 'GB' });
		});

		test('an order is found by its id, which its thin events carry', async () => {
			await claim(ledger, sighting());
			const thin = sighting({
				refs: [{ kind: 'id', value: '450789469', source: 'shopify' }],
				details: {},
				stage: 'delivered',
			});
			expect((await claim(ledger, thin)).facts.details).toMatchObject({ number: '#1001', phone: '+14155550123' });
		});

		test('the same number in two shop systems is two orders', async () => {
			await claim(ledger, sighting());
			const other = sighting({
				source: 'woocommerce',
				refs: [{ kind: 'number', value: '1001', source: 'woocommerce' }],
			});
			expect((await claim(ledger, other)).sendId).not.toBeNull();
			expect(await ledger.findOrders('default', '1001')).toHaveLength(2);
		});

		test('a tracker’s number leads to the order when only one has it, and to none when two have', async () => {
			const tracker = sighting({
				source: '',
				refs: [{ kind: 'number', value: '1001', source: '' }],
				details: { number: '1001' },
				stage: 'delivered',
			});
			await claim(ledger, sighting());
			expect((await claim(ledger, tracker)).facts.details.phone).toBe('+14155550123');
			await claim(
				ledger,
				sighting({ source: 'woocommerce', refs: [{ kind: 'number', value: '1001', source: 'woocommerce' }] }),
			);
			expect((await ledger.lookUpEvent({ ...tracker, stage: 'shipped' })).details.phone).toBeUndefined();
		});

		test('a shop’s event meets the order that a tracker mentioned first', async () => {
			const tracker = {
				source: '',
				refs: [{ kind: 'number', value: '1001', source: '' } as const],
				details: {},
			};
			await claim(ledger, sighting({ ...tracker, stage: 'shipped' }));
			const { facts } = await claim(ledger, sighting());
			expect(facts.seen).toEqual([{ stage: 'shipped', occurredAt: undefined }]);
			expect(await ledger.findOrders('default', '1001')).toHaveLength(1);
		});

		test('orders that share a tracking number are told apart, and a tracker means the newest of them', async () => {
			const boxed = (number: string, minutes: number) =>
				sighting({
					refs: refs(number, '1Z1'),
					details: { number },
					stage: 'shipped',
					parcel: '1Z1',
					now: later(minutes),
				});
			expect((await claim(ledger, boxed('1001', 0))).sendId).not.toBeNull();
			expect((await claim(ledger, boxed('1002', 1))).sendId).not.toBeNull();
			const tracker = sighting({
				source: '',
				refs: [{ kind: 'tracking', value: '1Z1', source: '' }],
				details: {},
				stage: 'delivered',
				parcel: '1Z1',
			});
			expect((await ledger.lookUpEvent(tracker)).details.number).toBe('1002');
		});

		test('two shops on one ledger see nothing of each other', async () => {
			await claim(ledger, sighting());
			expect((await claim(ledger, sighting({ shop: 'other' }))).sendId).not.toBeNull();
			expect(await ledger.findOrders('third', '1001')).toEqual([]);
			expect(await ledger.findOrders('other', '1001')).toHaveLength(1);
		});

		test('an event without refs is not remembered', async () => {
			await claim(ledger, sighting({ refs: [] }));
			const { facts } = await claim(ledger, sighting({ refs: [] }));
			expect(facts.seen).toEqual([]);
		});

		test('a look-up records nothing', async () => {
			await ledger.lookUpEvent(sighting());
			expect(await ledger.findOrders('default', '1001')).toEqual([]);
		});

		test('an order’s record tells its stages, parcels and texts', async () => {
			const { sendId } = await claim(ledger, sighting({ occurredAt: NOW.getTime() }));
			await ledger.settleSend(sendId as string, { status: 'accepted', carrierMessageId: 'SM1', segments: 2 }, later(1));
			const parcelDetails = {
				trackingNumber: '1Z1',
				trackingUrl: 'https://track.example/1Z1',
				trackingCompany: 'UPS',
			};
			const shipped = sighting({
				stage: 'shipped',
				parcel: '1Z1',
				parcelDetails,
				refs: refs('1001', '1Z1'),
				now: later(5),
			});
			await claim(ledger, shipped);
			await claim(
				ledger,
				sighting({ stage: 'delivered', parcel: '1Z1', parcelDetails: { eta: '2026-12-01' }, now: later(6) }),
			);
			for (const name of ['1001', '#1001', '1z1']) {
				expect(await ledger.findOrders('default', name)).toMatchObject([
					{
						details: { number: '#1001', phone: '+14155550123' },
						firstSeen: NOW,
						parcels: [{ parcel: '1Z1', ...parcelDetails, eta: '2026-12-01' }],
						stages: [{ stage: 'confirmed' }, { stage: 'shipped' }, { stage: 'delivered' }],
						texts: [
							{ stage: 'confirmed', status: 'accepted', carrierMessageId: 'SM1', segments: 2 },
							{ stage: 'shipped', status: 'sending' },
							{ stage: 'delivered', status: 'sending' },
						],
					},
				]);
			}
		});
	});
}
