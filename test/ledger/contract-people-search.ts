import { type Ledger } from '../../lib/ledger/ledger';
import { type PeopleSearch } from '../../lib/ledger/people';
import { hear } from './inbound-fixtures';
import { found, JAN, MARIA, save } from './people-fixtures';
import { claim, later, newId, NOW, refs, sighting } from './sightings';

const EVA = '+48600100400';

const HOUR = 60;

/** How people are found. */
export function describePeopleSearch(open: () => Ledger): void {
	describe('a search for people', () => {
		let ledger: Ledger;

		beforeEach(async () => {
			ledger = open();
			await save(ledger, {
				name: 'Maria',
				country: 'PL',
				language: 'pl',
				tags: ['vip', 'b2b'],
				birthday: '1990-05-17',
			});
			await save(ledger, { phone: JAN, name: 'Jan', country: 'CZ', language: 'cs', tags: ['vip'], birthday: '05-17' });
			await save(ledger, { phone: EVA, name: 'Eva', country: 'CZ', birthday: '2000-02-29' });
			const order = (number: string, phone: string, total: string, currency: string, now: Date) =>
				sighting({ refs: refs(number), details: { phone, total, currency }, now, person: { newId: newId() } });
			await claim(ledger, order('1001', MARIA, '100.00', 'EUR', NOW), { to: MARIA });
			await claim(ledger, order('1002', MARIA, '50', 'EUR', later(HOUR)), { to: MARIA });
			await ledger.claimSend(order('1003', JAN, '80', 'PLN', NOW), () => null);
		});

		const CASES: ReadonlyArray<[what: string, search: Partial<PeopleSearch>, phones: readonly string[]]> = [
			['nothing: everybody', {}, [MARIA, JAN, EVA]],
			['any of some tags', { tags: ['b2b', 'vip'] }, [MARIA, JAN]],
			['without a tag', { tags: ['vip'], withoutTags: ['b2b'] }, [JAN]],
			['countries', { countries: ['CZ', 'DE'] }, [JAN, EVA]],
			['languages', { languages: ['pl'] }, [MARIA]],
			['country and tag', { countries: ['CZ'], tags: ['vip'] }, [JAN]],
			['birthdays, with and without a year', { birthdays: ['05-17'] }, [MARIA, JAN]],
			['several birthdays', { birthdays: ['02-28', '02-29'] }, [EVA]],
			['a last order since then', { lastOrderAfter: later(30) }, [MARIA]],
			['no order since then, but one before', { lastOrderBefore: later(30) }, [JAN]],
			['spent at least, in any currency', { spentAtLeast: 80 }, [MARIA, JAN]],
			['spent at least, in one currency', { spentAtLeast: 80, currency: 'EUR' }, [MARIA]],
			['spent at most', { spentAtMost: 100 }, [JAN, EVA]],
			['spent at most, in one currency', { spentAtMost: 100, currency: 'PLN' }, [MARIA, JAN, EVA]],
			['spent within', { spentAtLeast: 100, spentAtMost: 150 }, [MARIA]],
			['texted since then', { lastTextedAfter: later(30) }, [MARIA]],
			['not texted since then, or never', { lastTextedBefore: later(30) }, [JAN, EVA]],
			['no consent', { consent: { purpose: 'marketing', status: 'none' } }, [MARIA, JAN, EVA]],
			['consent that nobody gave', { consent: { purpose: 'marketing', status: 'confirmed' } }, []],
			['another shop', { shop: 'other' }, []],
		];

		test.each(CASES)('by %s', async (_what, search, phones) => {
			expect(await found(ledger, search)).toEqual([...phones].sort());
		});

		test('comes in pages that neither overlap nor leave anybody out', async () => {
			const search = { shop: 'default', limit: 2, now: NOW };
			const first = await ledger.searchPeople(search);
			const second = await ledger.searchPeople({ ...search, after: first[1]?.id });
			expect([first.length, second.length]).toEqual([2, 1]);
			expect([...first, ...second].map(({ name }) => name).sort()).toEqual(['Eva', 'Jan', 'Maria']);
			expect(await ledger.searchPeople({ ...search, after: second[0]?.id })).toEqual([]);
		});

		test('tells who has opted out', async () => {
			await hear(ledger, { phone: JAN }, { optOut: { byCarrier: false } });
			const people = await ledger.searchPeople({ shop: 'default', limit: 9, now: NOW });
			expect(people.filter(({ optedOut }) => optedOut).map(({ name }) => name)).toEqual(['Jan']);
		});
	});
}
