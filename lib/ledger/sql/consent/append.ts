// Writing down what happened to a consent.
import { afterAction, type ConsentState, type ConsentStatus } from '../../../domain/consent/consent';
import { evidenceText, linkHash, sha256 } from '../../../domain/consent/event';
import { type ConsentEntry } from '../../consent';
import { type Keyring } from '../../keyring';
import { type ConsentEventsTable, type ConsentsTable } from '../../schema-people';
import { type Db } from '../engine';
import { prepared } from '../prepared';

/** Whose consent, and when it is written down. */
export interface Occasion {
	readonly shop: string;
	readonly now: Date;
	/** Of a request: until when an answer counts. */
	readonly expiresAt?: Date | undefined;
}

/** What makes a seal: whoever can write to the file, but has not the key beside it, cannot make one. */
export const sealOf = (keyring: Keyring, hash: string): string => keyring.digest('seal', hash).slice(0, 32);

export const evidenceDigest = (keyring: Keyring, subject: string, number: number, evidence: string): string =>
	keyring.digest('evidence', subject, String(number), evidence);

/** Appends an event that the state machine allows to its chain, and keeps the table of states. Answers the state after it. */
export async function appendEvent(
	db: Db,
	keyring: Keyring,
	{ shop, now, expiresAt }: Occasion,
	entry: ConsentEntry,
	before: ConsentState,
	status: ConsentStatus,
): Promise<ConsentState> {
	const { phone, purpose, action, source, actor, givenAt, wording, language } = entry;
	const subject = keyring.subject(shop, phone);
	const [last] = await lastLink(db, { shop, subject });
	const number = (last?.number ?? 0) + 1;
	const evidence = evidenceText(entry.evidence);
	const wordingHash = wording ? sha256(wording) : null;
	if (wording && wordingHash) await insertWording(db, { hash: wordingHash, text: wording });
	const link = {
		shop,
		subject,
		number,
		purpose,
		channel: 'sms' as const,
		action,
		status,
		source,
		actor,
		language: language ?? null,
		wordingHash,
		givenAt: givenAt.getTime(),
		recordedAt: now.getTime(),
		evidenceDigest: evidenceDigest(keyring, subject, number, evidence),
		previousHash: last?.hash ?? '',
	};
	const hash = linkHash(link);
	await insertEvent(db, {
		shop,
		subject,
		number,
		phone,
		purpose,
		channel: link.channel,
		action,
		status,
		source,
		actor,
		language: link.language,
		wording_hash: wordingHash,
		given_at: link.givenAt,
		recorded_at: link.recordedAt,
		evidence,
		evidence_digest: link.evidenceDigest,
		previous_hash: link.previousHash,
		hash,
		seal: sealOf(keyring, hash),
	});
	const state = afterAction(before, status, entry, expiresAt);
	await saveState(db, {
		shop,
		phone,
		purpose,
		status,
		since: (state.since ?? givenAt).getTime(),
		source,
		language: link.language,
		asked_at: state.askedAt?.getTime() ?? null,
		expires_at: state.expiresAt?.getTime() ?? null,
		reminders: state.reminders,
		confirmed_at: state.confirmedAt?.getTime() ?? null,
		revoked_at: state.revokedAt?.getTime() ?? null,
		event_number: number,
	});
	return state;
}

const lastLink = prepared((db, { shop, subject }: { shop: string; subject: string }) =>
	db
		.selectFrom('consent_events')
		.select(['number', 'hash'])
		.where('shop', '=', shop)
		.where('subject', '=', subject)
		.orderBy('number', 'desc')
		.limit(1),
);

const insertWording = prepared((db, { hash, text }: { hash: string; text: string }) =>
	db
		.insertInto('wordings')
		.values({ hash, text })
		.onConflict((conflict) => conflict.doNothing()),
);

const insertEvent = prepared((db, row: ConsentEventsTable) =>
	db.insertInto('consent_events').values({
		shop: row.shop,
		subject: row.subject,
		number: row.number,
		phone: row.phone,
		purpose: row.purpose,
		channel: row.channel,
		action: row.action,
		status: row.status,
		source: row.source,
		actor: row.actor,
		language: row.language,
		wording_hash: row.wording_hash,
		given_at: row.given_at,
		recorded_at: row.recorded_at,
		evidence: row.evidence,
		evidence_digest: row.evidence_digest,
		previous_hash: row.previous_hash,
		hash: row.hash,
		seal: row.seal,
	}),
);

const saveState = prepared((db, row: ConsentsTable) => {
	const state = {
		status: row.status,
		since: row.since,
		source: row.source,
		language: row.language,
		asked_at: row.asked_at,
		expires_at: row.expires_at,
		reminders: row.reminders,
		confirmed_at: row.confirmed_at,
		revoked_at: row.revoked_at,
		event_number: row.event_number,
	};
	return db
		.insertInto('consents')
		.values({ ...state, shop: row.shop, phone: row.phone, purpose: row.purpose })
		.onConflict((conflict) => conflict.columns(['shop', 'phone', 'purpose']).doUpdateSet(state));
});
