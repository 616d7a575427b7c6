import { type Selectable } from '../../../vendor/kysely';
import { type Keyring } from '../../keyring';
import { type PersonToSave, type Saved } from '../../people';
import { type ContactPhonesTable, type ContactsTable, type ContactTagsTable } from '../../schema-people';
import { suppressionsOf } from '../contacts';
import { type Db } from '../engine';
import { prepared } from '../prepared';
import { loadPeople } from './read';

/** Sources whose words are the operator's own: no order overwrites them. */
const OPERATOR: ReadonlySet<string> = new Set(['save', 'import']);

export async function savePeople(
	db: Db,
	keyring: Keyring,
	shop: string,
	people: readonly PersonToSave[],
	now: Date,
): Promise<Saved[]> {
	const imported = people.filter(({ source }) => source === 'import').map(({ phone }) => keyring.subject(shop, phone));
	const forgotten = await suppressionsOf(db, imported);
	const written: Array<Written | { forgottenAt: number }> = [];
	for (const person of people) {
		const suppression = person.source === 'import' ? forgotten.get(keyring.subject(shop, person.phone)) : undefined;
		written.push(suppression ? { forgottenAt: suppression.at } : await savePerson(db, shop, person, now));
	}
	const saved = await loadPeople(
		db,
		written.flatMap((one) => ('id' in one ? [one.id] : [])),
	);
	return written.map((one): Saved => {
		if ('forgottenAt' in one) return { outcome: 'refused', rule: 'forgotten', at: new Date(one.forgottenAt) };
		const person = saved.get(one.id);
		if (!person) throw new Error('A person that was just saved is gone');
		return { outcome: one.isNew ? 'saved' : 'merged', person, changed: one.changed };
	});
}

interface Written {
	readonly id: string;
	readonly isNew: boolean;
	/** Names of what is not as it was. */
	readonly changed: readonly string[];
}

/** One look-up; two inserts for somebody new, nothing for somebody of whom nothing new is said. */
export async function savePerson(db: Db, shop: string, person: PersonToSave, now: Date): Promise<Written> {
	const { phone, customerId } = person;
	const known = meantBy(person, await knownPeople(db, { shop, phone, customerId: customerId ?? null }));
	const at = now.getTime();
	const id = known?.id ?? person.newId;
	const { columns, changed } = mergedColumns(known, person, at);
	if (!known) {
		const country = columns.country ?? person.countryOfPhone ?? null;
		await insertContact(db, { ...columns, country, id, shop, created_at: at, updated_at: at });
	}
	const hasPhone = known?.phones.some((one) => one.phone === phone && one.until === null) ?? false;
	if (!hasPhone) {
		await insertPhone(db, { shop, phone, contact_id: id, since: at });
		changed.push('phone');
	}
	if (person.replacesPhone && customerId && known?.phones.some((one) => one.phone !== phone && one.until === null)) {
		await endOtherPhones(db, { id, phone, at });
		if (hasPhone) changed.push('phone');
	}
	if (await addTags(db, id, person.tags ?? [])) changed.push('tags');
	if (known && (changed.length > 0 || known.source !== columns.source))
		await updateContact(db, { ...columns, id, updated_at: at });
	return { id, isNew: !known, changed };
}

type KnownPerson = Selectable<ContactsTable> & {
	readonly phones: ReadonlyArray<Pick<ContactPhonesTable, 'phone' | 'until'>>;
};

async function knownPeople(
	db: Db,
	values: { shop: string; phone: string; customerId: string | null },
): Promise<KnownPerson[]> {
	const people = new Map<string, KnownPerson & { phones: Array<Pick<ContactPhonesTable, 'phone' | 'until'>> }>();
	for (const { phone, until, ...row } of await knownRows(db, values)) {
		const person = people.get(row.id) ?? { ...row, phones: [] };
		person.phones.push({ phone, until });
		people.set(row.id, person);
	}
	return [...people.values()];
}

/** Who has the number now, and who has the customer id, each with all their numbers. */
const knownRows = prepared((db, values: { shop: string; phone: string; customerId: string | null }) =>
	db
		.selectFrom('contacts')
		.innerJoin('contact_phones', 'contact_phones.contact_id', 'contacts.id')
		.selectAll('contacts')
		.select(['contact_phones.phone', 'contact_phones.until'])
		.where('contacts.id', 'in', (eb) =>
			eb
				.selectFrom('contact_phones')
				.select('contact_id as id')
				.where('shop', '=', values.shop)
				.where('phone', '=', values.phone)
				.where('until', 'is', null)
				.union(
					eb
						.selectFrom('contacts')
						.select('id')
						.where('shop', '=', values.shop)
						.where('customer_id', '=', values.customerId),
				),
		),
);

/** Undefined for somebody new. A number that is nobody's any more names nobody: it may have been given to somebody else. */
function meantBy({ phone, customerId }: PersonToSave, known: readonly KnownPerson[]): KnownPerson | undefined {
	const own = customerId === undefined ? undefined : known.find((person) => person.customer_id === customerId);
	if (own) return own;
	const holders = known
		.filter(({ phones }) => phones.some((one) => one.phone === phone && one.until === null))
		.sort((a, b) => b.updated_at - a.updated_at || (a.id < b.id ? -1 : 1));
	if (customerId === undefined) return holders[0];
	return holders.length === 1 && holders[0]?.customer_id === null ? holders[0] : undefined;
}

type DetailRow = Omit<ContactsTable, 'id' | 'shop' | 'created_at' | 'updated_at'>;

/**
 * What is known of a person when somebody has told something of them. An order fills gaps, and replaces what an earlier
 * order said of the same customer; it overwrites nothing that the operator saved or imported, and an order without a
 * customer id nothing of somebody who has one, because it is somebody's who has the same number.
 */
function mergedColumns(known: KnownPerson | undefined, person: PersonToSave, at: number) {
	const isOrder = !OPERATOR.has(person.source);
	const isOtherCustomer = known !== undefined && known.customer_id !== null && person.customerId === undefined;
	const onlyFillsGaps = isOrder && known !== undefined && (OPERATOR.has(known.source) || isOtherCustomer);
	const said = (word: string | undefined, before: string | null = null) =>
		onlyFillsGaps ? (before ?? word ?? null) : (word ?? before);
	const birthday = said(person.birthday, known?.birthday);
	const columns: DetailRow = {
		customer_id: known?.customer_id ?? person.customerId ?? null,
		name: said(person.name, known?.name),
		first_name: said(person.firstName, known?.first_name),
		language: said(person.language, known?.language),
		country: said(person.country, known?.country),
		time_zone: said(person.timeZone, known?.time_zone),
		birthday,
		birthday_given_at: birthday === (known?.birthday ?? null) ? (known?.birthday_given_at ?? null) : at,
		fields: mergedFields(known?.fields ?? null, person.fields),
		source: known && isOrder ? known.source : person.source,
	};
	const changed: string[] = NAMED_COLUMNS.filter(([, column]) => columns[column] !== (known?.[column] ?? null)).map(
		([name]) => name,
	);
	return { columns, changed };
}

const NAMED_COLUMNS = [
	['customerId', 'customer_id'],
	['name', 'name'],
	['firstName', 'first_name'],
	['language', 'language'],
	['country', 'country'],
	['timeZone', 'time_zone'],
	['birthday', 'birthday'],
	['fields', 'fields'],
] as const satisfies ReadonlyArray<readonly [keyof PersonToSave, keyof DetailRow]>;

/** In the order of their names, so that the same fields are the same text. */
function mergedFields(before: string | null, said: PersonToSave['fields']): string | null {
	if (!said) return before;
	const all = { ...(JSON.parse(before ?? '{}') as Record<string, string>), ...said };
	const kept = Object.entries(all).filter(([, value]) => value !== '');
	return kept.length === 0 ? null : JSON.stringify(Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))));
}

const insertContact = prepared((db, row: ContactsTable) =>
	db.insertInto('contacts').values({
		id: row.id,
		shop: row.shop,
		customer_id: row.customer_id,
		name: row.name,
		first_name: row.first_name,
		language: row.language,
		country: row.country,
		time_zone: row.time_zone,
		birthday: row.birthday,
		birthday_given_at: row.birthday_given_at,
		fields: row.fields,
		source: row.source,
		created_at: row.created_at,
		updated_at: row.updated_at,
	}),
);

const updateContact = prepared((db, row: DetailRow & Pick<ContactsTable, 'id' | 'updated_at'>) =>
	db
		.updateTable('contacts')
		.set({
			customer_id: row.customer_id,
			name: row.name,
			first_name: row.first_name,
			language: row.language,
			country: row.country,
			time_zone: row.time_zone,
			birthday: row.birthday,
			birthday_given_at: row.birthday_given_at,
			fields: row.fields,
			source: row.source,
			updated_at: row.updated_at,
		})
		.where('id', '=', row.id),
);

/** A former number that is given again is a current one again. */
const insertPhone = prepared((db, row: Pick<ContactPhonesTable, 'shop' | 'phone' | 'contact_id' | 'since'>) =>
	db
		.insertInto('contact_phones')
		.values({
			shop: row.shop,
			phone: row.phone,
			contact_id: row.contact_id,
			since: row.since,
			until: null,
			verified_at: null,
		})
		.onConflict((conflict) =>
			conflict.columns(['shop', 'phone', 'contact_id']).doUpdateSet({ since: row.since, until: null }),
		),
);

const endOtherPhones = prepared((db, values: { id: string; phone: string; at: number }) =>
	db
		.updateTable('contact_phones')
		.set({ until: values.at })
		.where('contact_id', '=', values.id)
		.where('phone', '!=', values.phone)
		.where('until', 'is', null),
);

/** Whether any of them is new. */
export async function addTags(db: Db, id: string, tags: readonly string[]): Promise<boolean> {
	let isAnyNew = false;
	for (const tag of tags) {
		const added = await insertTag(db, { contact_id: id, tag });
		isAnyNew ||= added.length > 0;
	}
	return isAnyNew;
}

const insertTag = prepared((db, { contact_id, tag }: ContactTagsTable) =>
	db
		.insertInto('contact_tags')
		.values({ contact_id, tag })
		.onConflict((conflict) => conflict.doNothing())
		.returning('tag'),
);
