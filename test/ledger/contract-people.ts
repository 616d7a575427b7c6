import { type Ledger } from '../../lib/ledger/ledger';
import { byCustomer, byPhone, found, JAN, MARIA, MARIAS_NEW, personToSave, save, saved } from './people-fixtures';
import { claim, later, newId, NOW, refs, sighting } from './sightings';

/** Who people are, and what is known of them. */
export function describePeople(open: () => Ledger, openAgain: () => Promise<Ledger>): void {
	describe('people', () => {
		let ledger: Ledger;
		beforeEach(() => {
			ledger = open();
		});

		test('somebody new is saved with all that is told of them, and found by number', async () => {
			const told = {
				name: 'Maria Nowak',
				firstName: 'Maria',
				language: 'pl',
				country: 'PL',
				timeZone: 'Europe/Warsaw',
				birthday: '1990-05-17',
				fields: { size: 'M', empty: '' },
				tags: ['vip', 'b2b'],
			};
			expect(await save(ledger, told)).toMatchObject({ outcome: 'saved' });
			expect(await byPhone(ledger)).toMatchObject([
				{
					...told,
					phone: MARIA,
					phones: [{ phone: MARIA, since: NOW, sharedWith: 0 }],
					fields: { size: 'M' },
					tags: ['b2b', 'vip'],
					birthdayGivenAt: NOW,
					source: 'save',
					createdAt: NOW,
					updatedAt: NOW,
					optedOut: false,
					orders: 0,
					spent: [],
					consents: [],
				},
			]);
			expect(await byPhone(ledger, JAN)).toEqual([]);
			expect(await byPhone(ledger, MARIA, NOW, 'other')).toEqual([]);
		});

		test('somebody known keeps what is not told again, and it is said what changed', async () => {
			await save(ledger, { name: 'Maria Nowak', fields: { size: 'M', shoe: '38' }, tags: ['vip'] });
			const again = { fields: { size: 'L', shoe: '' }, tags: ['vip', 'b2b'], language: 'pl' };
			const result = await save(ledger, again, later(1));
			expect(result).toMatchObject({
				outcome: 'merged',
				person: {
					name: 'Maria Nowak',
					language: 'pl',
					fields: { size: 'L' },
					tags: ['b2b', 'vip'],
					updatedAt: later(1),
				},
			});
			expect(result.outcome === 'merged' && [...result.changed].sort()).toEqual(['fields', 'language', 'tags']);
		});

		test('nothing new said, nothing written', async () => {
			await save(ledger, { name: 'Maria', tags: ['vip'] });
			expect(await save(ledger, { name: 'Maria', tags: ['vip'] }, later(1))).toMatchObject({
				outcome: 'merged',
				changed: [],
				person: { updatedAt: NOW },
			});
		});

		test('the country of the number is that of a new person only', async () => {
			expect(await saved(ledger, { countryOfPhone: 'PL' })).toMatchObject({ country: 'PL' });
			await save(ledger, { country: 'DE' });
			expect(await saved(ledger, { countryOfPhone: 'PL' })).toMatchObject({ country: 'DE' });
			expect(await saved(ledger, { phone: JAN, country: 'CZ', countryOfPhone: 'PL' })).toMatchObject({ country: 'CZ' });
		});

		test('a birthday is given anew only when it is another date', async () => {
			await save(ledger, { birthday: '1990-05-17' });
			expect(await saved(ledger, { birthday: '1990-05-17' }, later(1))).toMatchObject({ birthdayGivenAt: NOW });
			expect(await saved(ledger, { name: 'Maria' }, later(2))).toMatchObject({ birthdayGivenAt: NOW });
			expect(await saved(ledger, { birthday: '1990-05-18' }, later(3))).toMatchObject({ birthdayGivenAt: later(3) });
		});

		test('two phones of one person: the customer id adds the second, the one given last is the main one', async () => {
			await save(ledger, { customerId: '7' });
			const result = await save(ledger, { customerId: '7', phone: MARIAS_NEW }, later(1));
			expect(result).toMatchObject({
				outcome: 'merged',
				changed: ['phone'],
				person: { phone: MARIAS_NEW, phones: [{ phone: MARIAS_NEW }, { phone: MARIA }] },
			});
			expect((await byPhone(ledger, MARIA)).map(({ id }) => id)).toEqual([(await byCustomer(ledger, '7'))?.id]);
		});

		test('a changed number takes the place of the others, and the former one names nobody any more', async () => {
			await save(ledger, { customerId: '7' });
			await save(ledger, { customerId: '7', phone: MARIAS_NEW, replacesPhone: true }, later(1));
			const maria = await byCustomer(ledger, '7');
			expect(maria?.phones).toMatchObject([{ phone: MARIAS_NEW }, { phone: MARIA, until: later(1) }]);
			expect((await byPhone(ledger, MARIA)).map(({ id }) => id)).toEqual([maria?.id]);
			expect(await save(ledger, { name: 'Somebody else' }, later(2))).toMatchObject({ outcome: 'saved' });
			expect(await byPhone(ledger, MARIA)).toMatchObject([{ name: 'Somebody else' }, { id: maria?.id }]);
			expect(await saved(ledger, { customerId: '7' }, later(3))).toMatchObject({
				phone: MARIA,
				phones: [{ phone: MARIA, since: later(3), until: undefined, sharedWith: 1 }, { phone: MARIAS_NEW }],
			});
		});

		test('without a customer id no number is replaced', async () => {
			await save(ledger, {});
			expect(await saved(ledger, { replacesPhone: true }, later(1))).toMatchObject({ phones: [{ until: undefined }] });
		});

		test('a number whose only person has no customer id gets it', async () => {
			const guest = await saved(ledger, { name: 'Maria' });
			expect(await save(ledger, { customerId: '7' }, later(1))).toMatchObject({
				outcome: 'merged',
				changed: ['customerId'],
				person: { id: guest.id, name: 'Maria', customerId: '7' },
			});
		});

		test('one phone of two persons: another customer id is another person', async () => {
			await save(ledger, { customerId: '7', name: 'Maria' });
			expect(await save(ledger, { customerId: '8', name: 'Jan' }, later(1))).toMatchObject({ outcome: 'saved' });
			expect(await byPhone(ledger)).toMatchObject([
				{ name: 'Jan', phones: [{ sharedWith: 1 }] },
				{ name: 'Maria', phones: [{ sharedWith: 1 }] },
			]);
			await save(ledger, { customerId: '7', language: 'pl' }, later(2));
			expect(await saved(ledger, { tags: ['who?'] }, later(3))).toMatchObject({ name: 'Maria', tags: ['who?'] });
		});

		test('many are saved at once and answered in order, those among them that are one person as one', async () => {
			const people = [
				personToSave({ name: 'Maria', tags: ['a'] }),
				personToSave({ phone: JAN, name: 'Jan' }),
				personToSave({ name: 'Maria', tags: ['b'] }),
			];
			const results = await ledger.savePeople('default', people, NOW);
			expect(results).toMatchObject([
				{ outcome: 'saved', person: { name: 'Maria', tags: ['a', 'b'] } },
				{ outcome: 'saved', person: { name: 'Jan' } },
				{ outcome: 'merged', person: { name: 'Maria' } },
			]);
			expect(await ledger.savePeople('default', [], NOW)).toEqual([]);
		});

		test('of any number of savers of somebody new exactly one saves them', async () => {
			const ledgers = [ledger, await openAgain(), await openAgain()];
			const results = await Promise.all(
				Array.from({ length: 30 }, (_, index) =>
					save(ledgers[index % 3] as Ledger, index % 2 === 0 ? { customerId: '7' } : { tags: [`t${index}`] }),
				),
			);
			expect(results.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1);
			expect(await byPhone(ledger)).toMatchObject([{ customerId: '7', tags: { length: 15 } }]);
		});

		test('tags are added and taken away; of nobody known nothing comes back', async () => {
			await save(ledger, { tags: ['a', 'b'] });
			const change = { add: ['c'], remove: ['a', 'x'] };
			expect(await ledger.tagPeople('default', { phone: MARIA }, change, later(1))).toMatchObject([
				{ tags: ['b', 'c'], updatedAt: later(1) },
			]);
			expect(await ledger.tagPeople('default', { phone: MARIA }, change, later(2))).toMatchObject([
				{ updatedAt: later(1) },
			]);
			expect(await ledger.tagPeople('default', { phone: JAN }, change, later(1))).toEqual([]);
			expect(await ledger.tagPeople('other', { phone: MARIA }, change, later(1))).toEqual([]);
		});
	});

	describe('the person of an order', () => {
		let ledger: Ledger;
		beforeEach(() => {
			ledger = open();
		});

		const order = async (number: string, more: Parameters<typeof sighting>[0] & { customerId?: string } = {}) => {
			const { customerId, ...rest } = more;
			const details = { number, phone: MARIA, firstName: 'Maria', country: 'PL', language: 'pl' };
			const person = { newId: newId(), customerId };
			await claim(ledger, sighting({ refs: refs(number), details, person, ...rest }), { to: MARIA });
		};

		test('is saved by itself: a guest by number, a customer by id', async () => {
			await order('1001');
			expect(await byPhone(ledger)).toMatchObject([
				{ firstName: 'Maria', country: 'PL', language: 'pl', source: 'shopify', orders: 1, lastOrderAt: NOW },
			]);
			await order('1002', { customerId: '7', now: later(1) });
			expect(await byCustomer(ledger, '7')).toMatchObject({ phone: MARIA, orders: 2, lastOrderAt: later(1) });
			expect(await byPhone(ledger)).toHaveLength(1);
		});

		test('is nobody for a test order, a test text, or an order without a number', async () => {
			await claim(ledger, sighting({ person: undefined }));
			await order('1002', { remember: false });
			await order('1003', { details: { number: '1003', firstName: 'Maria' } });
			expect(await found(ledger, {})).toEqual([]);
		});

		test('is told of by a tracker or mapped fields too', async () => {
			await order('1001', { source: '', refs: [{ kind: 'number', value: '1001', source: '' }] });
			expect(await byPhone(ledger)).toMatchObject([{ source: 'order' }]);
		});

		test('later orders replace what earlier ones said, and the same words write nothing', async () => {
			await order('1001', { customerId: '7' });
			const details = { phone: MARIA, firstName: 'Mary', language: 'en' };
			await order('1002', { customerId: '7', details, now: later(1) });
			const maria = await byCustomer(ledger, '7');
			expect(maria).toMatchObject({ firstName: 'Mary', language: 'en', country: 'PL', updatedAt: later(1) });
			await order('1003', { customerId: '7', details, now: later(2) });
			expect(await byCustomer(ledger, '7')).toMatchObject({ updatedAt: later(1) });
		});

		test('a known order that names another number or name tells of it', async () => {
			await order('1001', { customerId: '7' });
			const details = { phone: MARIAS_NEW, firstName: 'Maria' };
			await order('1001', { customerId: '7', stage: 'shipped', details, now: later(1) });
			expect(await byCustomer(ledger, '7')).toMatchObject({ phones: [{ phone: MARIAS_NEW }, { phone: MARIA }] });
		});

		test.each(['save', 'import'])(
			'words of the operator (%s) are not overwritten, their gaps are filled',
			async (source) => {
				await save(ledger, { firstName: 'Marysia', source });
				await order('1001', { customerId: '7' });
				expect(await byCustomer(ledger, '7')).toMatchObject({ firstName: 'Marysia', language: 'pl', source });
			},
		);

		test('words of the operator replace those of orders', async () => {
			await order('1001');
			await save(ledger, { firstName: 'Marysia' });
			await order('1002');
			expect(await byPhone(ledger)).toMatchObject([{ firstName: 'Marysia', source: 'save' }]);
		});

		test('a guest with a customer’s number changes nothing of the customer', async () => {
			await order('1001', { customerId: '7' });
			await order('1002', { details: { phone: MARIA, firstName: 'Jan' } });
			expect(await byPhone(ledger)).toMatchObject([{ firstName: 'Maria', orders: 2 }]);
		});

		test('what they spent is by currency, without what was cancelled or refunded', async () => {
			const paid = (total: string, currency: string) => ({ phone: MARIA, total, currency });
			await order('1001', { details: paid('10.10', 'EUR') });
			await order('1002', { details: paid('20.20', 'EUR'), now: later(1) });
			await order('1003', { details: paid('7', 'PLN') });
			await order('1004', { details: paid('1000', 'EUR'), stage: 'cancelled', now: later(5) });
			await order('1005', { details: paid('1000', 'EUR') });
			await order('1005', { details: paid('1000', 'EUR'), stage: 'refunded' });
			expect(await byPhone(ledger)).toMatchObject([
				{
					orders: 3,
					lastOrderAt: later(1),
					spent: [
						{ currency: 'EUR', total: 30.3 },
						{ currency: 'PLN', total: 7 },
					],
					lastTextedAt: later(5),
				},
			]);
		});
	});
}
