import { type Ledger } from '../../lib/ledger/ledger';
import { claim, later, NOW, proposal, sighting } from './sightings';

export interface LedgerUnderTest {
	/** Opens the same ledger once more, as another process would. */
	open(): Promise<Ledger>;
	/** Closes what was opened and throws the ledger away. */
	dispose(): Promise<void>;
}

/** What every engine has to do. A new engine is registered by calling this with a way to make an empty ledger. */
export function describeLedger(engine: string, create: () => Promise<LedgerUnderTest>): void {
	describe(`the ledger on ${engine}`, () => {
		let under: LedgerUnderTest;
		let ledger: Ledger;

		beforeEach(async () => {
			under = await create();
			ledger = await under.open();
		});
		afterEach(() => under.dispose());

		describe('claims of sends', () => {
			test('the first event of an order knows nothing from before and may be texted', async () => {
				const { facts, sendId } = await claim(ledger, sighting());
				expect(facts).toMatchObject({ seen: [], details: { number: '#1001', phone: '+14155550123' } });
				expect(facts.earlier).toBeUndefined();
				expect(sendId).not.toBeNull();
			});

			test('the same event again finds the claim, and after its acceptance the accepted text', async () => {
				const { sendId } = await claim(ledger, sighting());
				expect((await claim(ledger, sighting())).facts.earlier).toEqual({ status: 'sending', at: NOW });
				await ledger.settleSend(sendId as string, { status: 'accepted', carrierMessageId: 'SM1' }, later(1));
				expect((await claim(ledger, sighting())).facts.earlier?.status).toBe('accepted');
			});

			test('a text that failed may be claimed again, and a late word of the failed try settles nothing', async () => {
				const first = await claim(ledger, sighting());
				const failure = { status: 'failed', errorCode: 'unavailable', message: 'not reached' } as const;
				await ledger.settleSend(first.sendId as string, failure, later(1));
				const second = await claim(ledger, sighting({ now: later(2) }));
				expect(second.facts.earlier?.status).toBe('failed');
				expect(second.sendId).not.toBeNull();
				await ledger.settleSend(first.sendId as string, { status: 'accepted', carrierMessageId: 'SM-old' }, later(3));
				expect((await claim(ledger, sighting({ now: later(3) }))).facts.earlier?.status).toBe('sending');
				const [order] = await ledger.findOrders('default', '1001');
				expect(order?.texts).toHaveLength(1);
			});

			test('an acceptance is never taken back', async () => {
				const { sendId } = await claim(ledger, sighting());
				await ledger.settleSend(sendId as string, { status: 'accepted', carrierMessageId: 'SM1' }, later(1));
				const late = { status: 'failed', errorCode: 'rejected', message: 'late' } as const;
				await ledger.settleSend(sendId as string, late, later(2));
				expect((await claim(ledger, sighting())).facts.earlier?.status).toBe('accepted');
			});

			test('an accepted text is not claimed again even by a caller that ignores the facts', async () => {
				const { sendId } = await claim(ledger, sighting());
				await ledger.settleSend(sendId as string, { status: 'accepted', carrierMessageId: 'SM1' }, later(1));
				await expect(ledger.claimSend(sighting(), () => proposal())).rejects.toThrow('accepted');
				const [order] = await ledger.findOrders('default', '1001');
				expect(order?.texts).toMatchObject([{ status: 'accepted', carrierMessageId: 'SM1' }]);
			});

			test('a claim that nobody settled has an unknown outcome after a quarter of an hour', async () => {
				await claim(ledger, sighting());
				expect((await claim(ledger, sighting({ now: later(14) }))).facts.earlier?.status).toBe('sending');
				expect((await claim(ledger, sighting({ now: later(16) }))).facts.earlier?.status).toBe('unknown');
			});

			test('an unknown outcome stays unknown', async () => {
				const { sendId } = await claim(ledger, sighting());
				const outcome = { status: 'unknown', errorCode: 'outcome-unknown', message: 'cut' } as const;
				await ledger.settleSend(sendId as string, outcome, later(1));
				expect((await claim(ledger, sighting())).facts.earlier?.status).toBe('unknown');
			});

			test('of a hundred callers at once exactly one may send', async () => {
				const results = await Promise.all(Array.from({ length: 100 }, () => claim(ledger, sighting())));
				expect(results.filter(({ sendId }) => sendId !== null)).toHaveLength(1);
			});

			test('of callers on several connections exactly one may send', async () => {
				const ledgers = [ledger, await under.open(), await under.open()];
				const results = await Promise.all(
					Array.from({ length: 60 }, (_, index) => claim(ledgers[index % 3] as Ledger, sighting())),
				);
				expect(results.filter(({ sendId }) => sendId !== null)).toHaveLength(1);
			});

			test('different stages, parcels and orders do not stand in each other’s way', async () => {
				const events = [
					sighting(),
					sighting({ stage: 'shipped', parcel: '1Z1', refs: refs('1001', '1Z1') }),
					sighting({ stage: 'shipped', parcel: '1Z2', refs: refs('1001', '1Z2') }),
					sighting({ refs: refs('1002') }),
				];
				for (const event of events) expect((await claim(ledger, event)).sendId).not.toBeNull();
			});

			test('an event that names no parcel counts as about any, and the other way round', async () => {
				await claim(ledger, sighting({ stage: 'shipped' }));
				expect((await claim(ledger, sighting({ stage: 'shipped', parcel: '1Z1' }))).sendId).toBeNull();
				await claim(ledger, sighting({ stage: 'delivered', parcel: '1Z1' }));
				expect((await claim(ledger, sighting({ stage: 'delivered' }))).sendId).toBeNull();
			});

			test('a proposal that is null claims nothing and remembers the event', async () => {
				await ledger.claimSend(sighting({ stage: 'shipped' }), () => null);
				const { facts } = await claim(ledger, sighting());
				expect(facts.seen).toEqual([{ stage: 'shipped', occurredAt: undefined }]);
				expect(facts.earlier).toBeUndefined();
			});

			test('one caller’s failure leaves the others at the same moment untouched', async () => {
				const bad = ledger.claimSend(sighting({ refs: refs('2000') }), () => {
					throw new Error('a proposer that throws');
				});
				const good = Array.from({ length: 20 }, (_, index) => claim(ledger, sighting({ refs: refs(`30${index}`) })));
				await expect(bad).rejects.toThrow('a proposer that throws');
				for (const { sendId } of await Promise.all(good)) expect(sendId).not.toBeNull();
				expect(await ledger.findOrders('default', '2000')).toEqual([]);
				expect(await ledger.findOrders('default', '305')).toHaveLength(1);
			});

			test('a test text is logged and leaves no trace in the order', async () => {
				await claim(ledger, sighting({ remember: false }));
				await claim(ledger, sighting({ remember: false }));
				expect(await ledger.findOrders('default', '1001')).toEqual([]);
				expect((await claim(ledger, sighting())).facts).toMatchObject({ seen: [] });
			});

			test('what was recorded is there when the ledger is opened again', async () => {
				const { sendId } = await claim(ledger, sighting());
				await ledger.settleSend(sendId as string, { status: 'accepted', carrierMessageId: 'SM1' }, later(1));
				await ledger.close();
				ledger = await under.open();
				expect((await claim(ledger, sighting())).facts.earlier?.status).toBe('accepted');
			});
		});

		describe('orders', () => {
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
				await claim(
					ledger,
					sighting({ refs: refs('1001', '1Z1'), details: { number: '#1001', phone: '+14155550123' } }),
				);
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
				await ledger.settleSend(
					sendId as string,
					{ status: 'accepted', carrierMessageId: 'SM1', segments: 2 },
					later(1),
				);
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

		describe('opt-outs', () => {
			test('a carrier’s block is remembered for the number, in every shop', async () => {
				const { sendId } = await claim(ledger, sighting());
				const refusal = {
					status: 'failed',
					errorCode: 'recipient-opted-out',
					carrierCode: '21610',
					message: 'blocked',
				} as const;
				await ledger.settleSend(sendId as string, refusal, later(1));
				const optOut = { origin: 'carrier', at: later(1) };
				expect((await claim(ledger, sighting({ refs: refs('1002') }))).facts.optOut).toEqual(optOut);
				expect((await claim(ledger, sighting({ shop: 'other' }))).facts.optOut).toEqual(optOut);
				const details = { phone: '+14155550199' };
				expect((await claim(ledger, sighting({ refs: refs('1003'), details }))).facts.optOut).toBeUndefined();
			});
		});
	});
}

const refs = (number: string, tracking?: string) => [
	{ kind: 'number', value: number, source: 'shopify' } as const,
	...(tracking ? [{ kind: 'tracking', value: tracking, source: '' } as const] : []),
];
