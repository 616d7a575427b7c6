import { type ConsentPurpose, type ConsentSource, type ConsentStatus } from '../../../domain/consent/consent';
import { type ConsentLine, type ConsentSearch } from '../../consent';
import { type Db } from '../engine';

const dateOf = (time: number | null): Date | undefined => (time === null ? undefined : new Date(time));

export async function listConsents(db: Db, search: ConsentSearch): Promise<ConsentLine[]> {
	const { shop, purpose, status, source, since, until, after, limit } = search;
	let query = db
		.selectFrom('consents')
		.leftJoin('wordings', (join) =>
			join.on((eb) =>
				eb(
					'wordings.hash',
					'=',
					eb
						.selectFrom('consent_events')
						.select('wording_hash')
						.whereRef('consent_events.shop', '=', 'consents.shop')
						.whereRef('consent_events.phone', '=', 'consents.phone')
						.whereRef('consent_events.number', '=', 'consents.event_number'),
				),
			),
		)
		.selectAll('consents')
		.select('wordings.text as wording')
		.where('consents.shop', '=', shop)
		.where('consents.status', '!=', 'none');
	if (purpose) query = query.where('consents.purpose', '=', purpose);
	if (status) query = query.where('consents.status', '=', status);
	if (source) query = query.where('consents.source', '=', source);
	if (since) query = query.where('consents.since', '>=', since.getTime());
	if (until) query = query.where('consents.since', '<', until.getTime());
	if (after)
		query = query.where((eb) =>
			eb.or([
				eb('consents.phone', '>', after.phone),
				eb.and([eb('consents.phone', '=', after.phone), eb('consents.purpose', '>', after.purpose)]),
			]),
		);
	const rows = await query.orderBy('consents.phone').orderBy('consents.purpose').limit(limit).execute();
	return rows.map((row) => ({
		phone: row.phone,
		purpose: row.purpose as ConsentPurpose,
		status: row.status as ConsentStatus,
		since: new Date(row.since),
		source: row.source as ConsentSource,
		language: row.language ?? undefined,
		askedAt: dateOf(row.asked_at),
		confirmedAt: dateOf(row.confirmed_at),
		revokedAt: dateOf(row.revoked_at),
		wording: row.wording ?? undefined,
	}));
}
