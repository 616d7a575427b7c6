// People, as nodes and flows hand them to the ledger.
import { type Ledger } from '../../lib/ledger/ledger';
import { type PeopleSearch, type Person, type PersonToSave, type Saved } from '../../lib/ledger/people';
import { newId, NOW } from './sightings';

export const MARIA = '+48600100200';
export const MARIAS_NEW = '+48600100299';
export const JAN = '+48600100300';

export const personToSave = (more: Partial<PersonToSave> = {}): PersonToSave => ({
	phone: MARIA,
	source: 'save',
	newId: newId(),
	...more,
});

export async function save(ledger: Ledger, more: Partial<PersonToSave> = {}, now = NOW): Promise<Saved> {
	const [saved] = await ledger.savePeople('default', [personToSave(more)], now);
	return saved as Saved;
}

/** Saves somebody who is not refused. */
export async function saved(ledger: Ledger, more: Partial<PersonToSave> = {}, now = NOW): Promise<Person> {
	const result = await save(ledger, more, now);
	if (result.outcome === 'refused') throw new Error('refused');
	return result.person;
}

export const byPhone = async (ledger: Ledger, phone = MARIA, now = NOW, shop = 'default') =>
	await ledger.findPeople(shop, { phone }, now);

export const byCustomer = async (ledger: Ledger, customerId: string, now = NOW) =>
	(await ledger.findPeople('default', { customerId }, now))[0];

/** The numbers of those who are found. */
export const found = async (ledger: Ledger, search: Partial<PeopleSearch>): Promise<string[]> =>
	(await ledger.searchPeople({ shop: 'default', limit: 100, now: NOW, ...search })).map(({ phone }) => phone).sort();
