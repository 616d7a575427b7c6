import { type Endpoint, type Registration } from '../inbound';
import { type Db } from './engine';
import { prepared } from './prepared';

export async function openEndpoint(db: Db, { shop, kind, carrier, url }: Endpoint, now: Date): Promise<void> {
	await db
		.insertInto('endpoints')
		.values({ shop, kind, carrier, url, opened_at: now.getTime() })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function closeEndpoint(db: Db, { shop, kind, carrier, url }: Endpoint): Promise<void> {
	await db
		.deleteFrom('endpoints')
		.where('shop', '=', shop)
		.where('kind', '=', kind)
		.where('carrier', '=', carrier)
		.where('url', '=', url)
		.execute();
}

export async function endpointUrl(db: Db, endpoint: Omit<Endpoint, 'url'>): Promise<string | undefined> {
	return (await newestEndpoint(db, endpoint))[0]?.url;
}

const newestEndpoint = prepared((db, { shop, kind, carrier }: Omit<Endpoint, 'url'>) =>
	db
		.selectFrom('endpoints')
		.select('url')
		.where('shop', '=', shop)
		.where('kind', '=', kind)
		.where('carrier', '=', carrier)
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
