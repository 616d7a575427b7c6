import { dateOf } from '../date-of';
import { type ConsentPurpose, type ConsentStatus } from '../../../domain/consent/consent';
import { type Selectable, sql } from '../../../vendor/kysely';
import { type Keyring } from '../../keyring';
import { type FoundPerson, type Person, type PersonPhone } from '../../people';
import { type ConsentsTable, type ContactsTable } from '../../schema-people';
import { EVERY_SHOP, suppressionsOf } from '../contacts';
import { type Db } from '../engine';
import { MAY_HAVE_LEFT } from '../sends';

/** By id; those that are gone are left out. */
export async function loadPeople(db: Db, ids: readonly string[]): Promise<Map<string, Person>> {
	if (ids.length === 0) return new Map();
	const wanted = [...new Set(ids)];
	const rows = await db.selectFrom('contacts').selectAll().where('id', 'in', wanted).execute();
	const phones = await phonesOf(db, wanted);
	const tags = await db
		.selectFrom('contact_tags')
		.selectAll()
		.where('contact_id', 'in', wanted)
		.orderBy('tag')
		.execute();
	const phonesById = grouped(phones, ({ contact_id }) => contact_id);
	const tagsById = grouped(tags, ({ contact_id }) => contact_id);
	return new Map(
		rows.map((row) => {
			const theirTags = (tagsById.get(row.id) ?? []).map(({ tag }) => tag);
			return [row.id, personOf(row, (phonesById.get(row.id) ?? []).map(phoneOf), theirTags)];
		}),
	);
}

/** The main number first: the current one that was given last. */
const phonesOf = (db: Db, ids: readonly string[]) =>
	db
		.selectFrom('contact_phones')
		.selectAll()
		.select((eb) =>
			eb
				.selectFrom('contact_phones as other')
				.select((inner) => inner.fn.countAll<number>().as('count'))
				.whereRef('other.shop', '=', 'contact_phones.shop')
				.whereRef('other.phone', '=', 'contact_phones.phone')
				.whereRef('other.contact_id', '!=', 'contact_phones.contact_id')
				.where('other.until', 'is', null)
				.as('shared_with'),
		)
		.where('contact_id', 'in', ids)
		.orderBy((eb) => eb('until', 'is', null), 'desc')
		.orderBy('since', 'desc')
		.orderBy('phone')
		.execute();

type PhoneRow = Awaited<ReturnType<typeof phonesOf>>[number];

const phoneOf = (row: PhoneRow): PersonPhone => ({
	phone: row.phone,
	since: new Date(row.since),
	until: dateOf(row.until),
	verifiedAt: dateOf(row.verified_at),
	sharedWith: Number(row.shared_with ?? 0),
});

const personOf = (row: Selectable<ContactsTable>, phones: readonly PersonPhone[], tags: readonly string[]): Person => ({
	id: row.id,
	phone: phones[0]?.phone ?? '',
	phones,
	customerId: row.customer_id ?? undefined,
	name: row.name ?? undefined,
	firstName: row.first_name ?? undefined,
	language: row.language ?? undefined,
	country: row.country ?? undefined,
	timeZone: row.time_zone ?? undefined,
	birthday: row.birthday ?? undefined,
	birthdayGivenAt: dateOf(row.birthday_given_at),
	fields: JSON.parse(row.fields ?? '{}') as Record<string, string>,
	tags,
	source: row.source,
	createdAt: new Date(row.created_at),
	updatedAt: new Date(row.updated_at),
});

/** The same people in the same order, with what their numbers stand for. */
export async function withFacts(
	db: Db,
	keyring: Keyring,
	shop: string,
	people: readonly Person[],
	now: Date,
): Promise<FoundPerson[]> {
	if (people.length === 0) return [];
	const phones = [...new Set(people.map(({ phone }) => phone))];
	const consents = grouped(await consentsOf(db, shop, phones), ({ phone }) => phone);
	const optedOut = await optedOutAmong(db, keyring, shop, phones);
	const orders = grouped(
		await ordersOf(
			db,
			people.map(({ id }) => id),
		),
		({ contact_id }) => contact_id,
	);
	const texted = new Map((await lastTexts(db, shop, phones)).map(({ phone, at }) => [phone, Number(at)]));
	return people.map((person) => {
		const ordered = orders.get(person.id) ?? [];
		return {
			...person,
			consents: (consents.get(person.phone) ?? []).map((row) => ({
				purpose: row.purpose as ConsentPurpose,
				status: standing(row, now),
				since: new Date(row.since),
			})),
			optedOut: optedOut.has(person.phone),
			orders: ordered.reduce((sum, { count }) => sum + Number(count), 0),
			lastOrderAt: dateOf(ordered.length === 0 ? null : Math.max(...ordered.map(({ at }) => Number(at)))),
			spent: ordered.flatMap(({ currency, total }) =>
				currency === null || total === null ? [] : [{ currency, total: Math.round(Number(total) * 100) / 100 }],
			),
			lastTextedAt: dateOf(texted.get(person.phone) ?? null),
		};
	});
}

const consentsOf = (db: Db, shop: string, phones: readonly string[]) =>
	db
		.selectFrom('consents')
		.select(['phone', 'purpose', 'status', 'since', 'asked_at', 'expires_at'])
		.where('shop', '=', shop)
		.where('phone', 'in', phones)
		.orderBy('purpose')
		.execute();

/** A request that got no answer in time has come to nothing. */
const standing = (row: Pick<ConsentsTable, 'status' | 'asked_at' | 'expires_at'>, now: Date): ConsentStatus =>
	row.status === 'pending' && row.asked_at !== null && !(row.expires_at !== null && row.expires_at > now.getTime())
		? 'none'
		: (row.status as ConsentStatus);

async function optedOutAmong(
	db: Db,
	keyring: Keyring,
	shop: string,
	phones: readonly string[],
): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom('opt_outs')
		.select('phone')
		.where('phone', 'in', phones)
		.where('shop', 'in', [shop, EVERY_SHOP])
		.execute();
	const subjects = (phone: string) => [keyring.subject(shop, phone), keyring.subject(EVERY_SHOP, phone)];
	const suppressions = await suppressionsOf(db, phones.flatMap(subjects));
	const suppressed = phones.filter((phone) => subjects(phone).some((subject) => suppressions.get(subject)?.optOut));
	return new Set([...rows.map(({ phone }) => phone), ...suppressed]);
}

/** By person and currency. */
const ordersOf = (db: Db, ids: readonly string[]) =>
	countedOrders(db)
		.innerJoin('contact_phones', (join) =>
			join
				.onRef('contact_phones.shop', '=', 'orders.shop')
				.onRef('contact_phones.phone', '=', 'orders.phone')
				.on('contact_phones.until', 'is', null),
		)
		.select(({ fn }) => [
			'contact_phones.contact_id',
			'orders.currency',
			fn.countAll<number>().as('count'),
			fn.max('orders.created_at').as('at'),
			spentOf().as('total'),
		])
		.where('contact_phones.contact_id', 'in', ids)
		.groupBy(['contact_phones.contact_id', 'orders.currency'])
		.orderBy('orders.currency')
		.execute();

/** Orders that were neither cancelled nor refunded. */
export const countedOrders = (db: Pick<Db, 'selectFrom'>) =>
	db
		.selectFrom('orders')
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('order_stages')
						.select('order_stages.stage')
						.whereRef('order_stages.order_id', '=', 'orders.id')
						.where('order_stages.stage', 'in', ['cancelled', 'refunded']),
				),
			),
		);

/** What a group of orders came to; totals are kept as the shop wrote them. */
export const spentOf = () => sql<number | null>`sum(cast(orders.total as double precision))`;

const lastTexts = (db: Db, shop: string, phones: readonly string[]) =>
	db
		.selectFrom('sends')
		.select(({ fn }) => ['phone', fn.max('claimed_at').as('at')])
		.where('shop', '=', shop)
		.where('phone', 'in', phones)
		.where('status', 'in', MAY_HAVE_LEFT)
		.groupBy('phone')
		.execute();

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group) group.push(row);
		else groups.set(keyOf(row), [row]);
	}
	return groups;
}
