import { type ConsentStatus } from '../../../domain/consent/consent';
import { type Expression, type ExpressionBuilder, type SqlBool } from '../../../vendor/kysely';
import { type Keyring } from '../../keyring';
import { type FoundPerson, type PeopleSearch, type WhichPerson } from '../../people';
import { type Tables } from '../../schema';
import { type Db } from '../engine';
import { MAY_HAVE_LEFT } from '../sends';
import { countedOrders, loadPeople, spentOf, withFacts } from './read';

/** The ids of the people with that number now or formerly, the one updated last first; or of the one with that customer id. */
export async function idsOf(db: Db, shop: string, { phone, customerId }: WhichPerson): Promise<string[]> {
	const people = db.selectFrom('contacts').select('contacts.id').where('contacts.shop', '=', shop);
	const rows = await (
		customerId === undefined
			? people
					.innerJoin('contact_phones', 'contact_phones.contact_id', 'contacts.id')
					.where('contact_phones.shop', '=', shop)
					.where('contact_phones.phone', '=', phone)
					.orderBy('contacts.updated_at', 'desc')
					.orderBy('contacts.id')
			: people.where('contacts.customer_id', '=', customerId)
	).execute();
	return rows.map(({ id }) => id);
}

export async function findPeople(
	db: Db,
	keyring: Keyring,
	shop: string,
	which: WhichPerson,
	now: Date,
): Promise<FoundPerson[]> {
	const ids = await idsOf(db, shop, which);
	return await inOrder(db, keyring, shop, ids, now);
}

async function inOrder(db: Db, keyring: Keyring, shop: string, ids: readonly string[], now: Date) {
	const people = await loadPeople(db, ids);
	const found = ids.flatMap((id) => people.get(id) ?? []);
	return await withFacts(db, keyring, shop, found, now);
}

export async function searchPeople(db: Db, keyring: Keyring, search: PeopleSearch): Promise<FoundPerson[]> {
	const rows = await db
		.selectFrom('contacts')
		.select('contacts.id')
		.where('contacts.shop', '=', search.shop)
		.where((eb) => eb.and(conditions(eb, search)))
		.orderBy('contacts.id')
		.limit(search.limit)
		.execute();
	return await inOrder(
		db,
		keyring,
		search.shop,
		rows.map(({ id }) => id),
		search.now,
	);
}

type Build = ExpressionBuilder<Tables, 'contacts'>;

function conditions(eb: Build, search: PeopleSearch): Array<Expression<SqlBool>> {
	const { after, tags, withoutTags, countries, languages, birthdays } = search;
	return [
		after === undefined ? [] : eb('contacts.id', '>', after),
		tags === undefined ? [] : eb('contacts.id', 'in', tagged(eb, tags)),
		withoutTags === undefined ? [] : eb('contacts.id', 'not in', tagged(eb, withoutTags)),
		countries === undefined ? [] : eb('contacts.country', 'in', countries),
		languages === undefined ? [] : eb('contacts.language', 'in', languages),
		birthdays === undefined ? [] : eb.or(birthdays.map((day) => eb('contacts.birthday', 'like', `%${day}`))),
		consentConditions(eb, search),
		orderConditions(eb, search),
		spendConditions(eb, search),
		textConditions(eb, search),
	].flat();
}

const tagged = (eb: Build, tags: readonly string[]) =>
	eb.selectFrom('contact_tags').select('contact_tags.contact_id').where('contact_tags.tag', 'in', tags);

const mainPhone = (eb: Build) =>
	eb
		.selectFrom('contact_phones')
		.select('contact_phones.phone')
		.whereRef('contact_phones.contact_id', '=', 'contacts.id')
		.where('contact_phones.until', 'is', null)
		.orderBy('contact_phones.since', 'desc')
		.orderBy('contact_phones.phone')
		.limit(1);

function consentConditions(eb: Build, { consent, shop, now }: PeopleSearch): Array<Expression<SqlBool>> {
	if (!consent) return [];
	const standing = (statuses: readonly ConsentStatus[]) =>
		eb.exists(
			eb
				.selectFrom('consents')
				.select('consents.status')
				.where('consents.shop', '=', shop)
				.where('consents.phone', '=', mainPhone(eb))
				.where('consents.purpose', '=', consent.purpose)
				.where('consents.status', 'in', statuses)
				.where((row) =>
					row.or([
						row('consents.status', '!=', 'pending'),
						row('consents.asked_at', 'is', null),
						row('consents.expires_at', '>', now.getTime()),
					]),
				),
		);
	return [
		consent.status === 'none' ? eb.not(standing(['pending', 'confirmed', 'revoked'])) : standing([consent.status]),
	];
}

/** The orders of the person's current numbers that count. */
const theirOrders = (eb: Build) =>
	countedOrders(eb as unknown as Pick<Db, 'selectFrom'>)
		.innerJoin('contact_phones as theirs', (join) =>
			join.onRef('theirs.shop', '=', 'orders.shop').onRef('theirs.phone', '=', 'orders.phone'),
		)
		.where('theirs.contact_id', '=', eb.ref('contacts.id'))
		.where('theirs.until', 'is', null);

function orderConditions(eb: Build, { lastOrderBefore, lastOrderAfter }: PeopleSearch): Array<Expression<SqlBool>> {
	const since = (date: Date) =>
		eb.exists(theirOrders(eb).select('orders.id').where('orders.created_at', '>=', date.getTime()));
	return [
		lastOrderAfter ? since(lastOrderAfter) : [],
		lastOrderBefore ? [eb.exists(theirOrders(eb).select('orders.id')), eb.not(since(lastOrderBefore))] : [],
	].flat();
}

function spendConditions(eb: Build, search: PeopleSearch): Array<Expression<SqlBool>> {
	const { spentAtLeast, spentAtMost, currency } = search;
	const spending = () => {
		const byCurrency = theirOrders(eb).select('orders.currency').groupBy('orders.currency');
		return currency === undefined ? byCurrency : byCurrency.where('orders.currency', '=', currency);
	};
	return [
		spentAtLeast === undefined ? [] : eb.exists(spending().having(spentOf(), '>=', spentAtLeast)),
		spentAtMost === undefined ? [] : eb.not(eb.exists(spending().having(spentOf(), '>', spentAtMost))),
	].flat();
}

function textConditions(
	eb: Build,
	{ shop, lastTextedBefore, lastTextedAfter }: PeopleSearch,
): Array<Expression<SqlBool>> {
	const textedSince = (date: Date) =>
		eb.exists(
			eb
				.selectFrom('sends')
				.select('sends.id')
				.where('sends.shop', '=', shop)
				.where('sends.phone', '=', mainPhone(eb))
				.where('sends.status', 'in', MAY_HAVE_LEFT)
				.where('sends.claimed_at', '>=', date.getTime()),
		);
	return [
		lastTextedAfter ? textedSince(lastTextedAfter) : [],
		lastTextedBefore ? eb.not(textedSince(lastTextedBefore)) : [],
	].flat();
}
