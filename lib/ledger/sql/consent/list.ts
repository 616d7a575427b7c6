import { dateOf } from '../date-of';
import { type ConsentPurpose, type ConsentSource, type ConsentStatus } from '../../../domain/consent/consent';
import { type ConsentLine, type ConsentSearch } from '../../consent';
import { type Keyring } from '../../keyring';
import { type Db } from '../engine';
import { inChunks } from './in-chunks';

export async function listConsents(db: Db, keyring: Keyring, search: ConsentSearch): Promise<ConsentLine[]> {
	const { shop, purpose, status, source, since, until, after, limit } = search;
	let query = db
		.selectFrom('consents')
		.selectAll()
		.where('shop', '=', shop)
		.where('consents.status', '!=', 'none');
	if (purpose) query = query.where('consents.purpose', '=', purpose);
	if (status) query = query.where('consents.status', '=', status);
	if (source) query = query.where('consents.source', '=', source);
	if (since) query = query.where('consents.since', '>=', since.getTime());
	if (until) query = query.where('consents.since', '<', until.getTime());
	if (after)
		query = query.where((eb) =>
			eb.or([
				eb('phone', '>', after.phone),
				eb.and([eb('phone', '=', after.phone), eb('consents.purpose', '>', after.purpose)]),
			]),
		);
	const rows = await query.orderBy('phone').orderBy('consents.purpose').limit(limit).execute();
	const wordings = await wordingsOf(db, keyring, shop, rows);
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
		wording: wordings.get(keyOf(keyring.subject(shop, row.phone), row.event_number)),
	}));
}

const keyOf = (subject: string, number: number) => `${subject} ${number}`;

/** The words of the events that made consents stand as they do. By subject, as events have no other index. */
async function wordingsOf(
	db: Db,
	keyring: Keyring,
	shop: string,
	rows: ReadonlyArray<{ readonly phone: string }>,
): Promise<ReadonlyMap<string, string>> {
	const subjects = [...new Set(rows.map(({ phone }) => keyring.subject(shop, phone)))];
	const wordings = new Map<string, string>();
	for (const chunk of inChunks(subjects)) {
		const found = await db
			.selectFrom('consent_events')
			.innerJoin('wordings', 'wordings.hash', 'consent_events.wording_hash')
			.select(['subject', 'number', 'wordings.text as wording'])
			.where('shop', '=', shop)
			.where('subject', 'in', chunk)
			.execute();
		for (const { subject, number, wording } of found) wordings.set(keyOf(subject, number), wording);
	}
	return wordings;
}
