import { type Endpoint, type Registration } from '../inbound';
import { type Db } from './engine';
import { prepared } from './prepared';

export async function openEndpoint(db: Db, { shop, kind, carrier, url, until }: Endpoint, now: Date): Promise<void> {
	const times = { opened_at: now.getTime(), until: until?.getTime() ?? null };
	await db
		.insertInto('endpoints')
		.values({ shop, kind, carrier, url, ...times })
		.onConflict((conflict) => conflict.columns(['shop', 'kind', 'carrier', 'url']).doUpdateSet(times))
		.execute();
}

export async function closeEndpoint(db: Db, { shop, kind, carrier, url }: Omit<Endpoint, 'until'>): Promise<void> {
	await db
		.deleteFrom('endpoints')
		.where('shop', '=', shop)
		.where('kind', '=', kind)
		.where('carrier', '=', carrier)
		.where('url', '=', url)
		.execute();
}

export async function endpointUrl(
	db: Db,
	{ shop, kind, carrier }: Pick<Endpoint, 'shop' | 'kind' | 'carrier'>,
	now: Date,
): Promise<string | undefined> {
	return (await newestEndpoint(db, { shop, kind, carrier, now: now.getTime() }))[0]?.url;
}

type Search = Pick<Endpoint, 'shop' | 'kind' | 'carrier'> & { readonly now: number };

const newestEndpoint = prepared((db, { shop, kind, carrier, now }: Search) =>
	db
		.selectFrom('endpoints')
		.select('url')
		.where('shop', '=', shop)
		.where('kind', '=', kind)
		.where('carrier', '=', carrier)
		.where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
		.orderBy('opened_at', 'desc')
		.limit(1),
);

export const registrationsAt = (db: Db, place: string): Promise<Registration[]> =>
	db
		.selectFrom('registrations')
		.select(['place', 'url', 'previous'])
		.where('place', '=', place)
		.orderBy('registered_at')
		.execute();

export async function saveRegistration(db: Db, { place, url, previous }: Registration, now: Date): Promise<void> {
	await db
		.insertInto('registrations')
		.values({ place, url, previous, registered_at: now.getTime() })
		.onConflict((conflict) => conflict.columns(['place', 'url']).doUpdateSet({ previous }))
		.execute();
}

export async function dropRegistration(db: Db, { place, url }: Pick<Registration, 'place' | 'url'>): Promise<void> {
	await db.deleteFrom('registrations').where('place', '=', place).where('url', '=', url).execute();
}
