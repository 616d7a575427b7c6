// The chain of one phone, and the check of all of them.
import { checkChain } from '../../../domain/consent/chain';
import {
	type ConsentAction,
	type ConsentPurpose,
	type ConsentSource,
	type ConsentStatus,
} from '../../../domain/consent/consent';
import { type ConsentActor, type ConsentEvidence, sha256 } from '../../../domain/consent/event';
import { type Selectable } from '../../../vendor/kysely';
import { type BrokenLink, type ConsentEvent, type ConsentProof, type VerifiedPage, type VerifyCursor } from '../../consent';
import { type Keyring } from '../../keyring';
import { type ConsentEventsTable } from '../../schema-people';
import { type Db } from '../engine';
import { evidenceDigest, sealOf } from './append';
import { factsOf } from './entries';

export async function consentProof(db: Db, keyring: Keyring, shop: string, phone: string): Promise<ConsentProof | null> {
	const subject = keyring.subject(shop, phone);
	const events = (await eventsBetween(db, shop, subject, subject)).map(eventOf);
	const facts = await factsOf(db, keyring, shop, phone);
	if (events.length === 0 && !facts.optOut && !facts.forgottenAt) return null;
	const [erasure] = await erasuresBetween(db, shop, subject, subject);
	return {
		phone,
		subject,
		states: facts.states,
		optOut: facts.optOut,
		erasedAt: erasure && new Date(erasure.at),
		events,
		broken: events.length === 0 ? undefined : await brokenLink(db, keyring, shop, events, erasure !== undefined),
	};
}

/** How many chains are read at a time. */
const PAGE = 500;

export async function verifyConsents(db: Db, keyring: Keyring, shop: string, cursor?: VerifyCursor): Promise<VerifiedPage> {
	const subjects = await db
		.selectFrom('consent_events')
		.select('subject')
		.distinct()
		.where('shop', '=', shop)
		.where('subject', '>', cursor?.after ?? '')
		.orderBy('subject')
		.limit(PAGE)
		.execute();
	let digest = cursor?.digest ?? '';
	let [chains, count] = [0, 0];
	const [first, last] = [subjects[0]?.subject, subjects.at(-1)?.subject];
	if (first === undefined || last === undefined) {
		return { chains, events: count, digest, broken: cursor ? undefined : await orphan(db, shop) };
	}
	const erased = new Set((await erasuresBetween(db, shop, first, last)).map(({ subject }) => subject));
	for (const events of chainsOf((await eventsBetween(db, shop, first, last)).map(eventOf))) {
		const broken = await brokenLink(db, keyring, shop, events, erased.has((events[0] as ConsentEvent).subject));
		chains++;
		count += events.length;
		if (broken) return { chains, events: count, digest, broken };
		digest = sha256(digest + (events.at(-1) as ConsentEvent).hash);
	}
	const isLast = subjects.length < PAGE;
	const broken = isLast ? await orphan(db, shop) : undefined;
	return { chains, events: count, digest, broken, next: isLast ? undefined : { after: last, digest } };
}

/** A consent that stands without any event that led to it: somebody has written it into the table, or taken its events away. */
async function orphan(db: Db, shop: string): Promise<BrokenLink | undefined> {
	const row = await db
		.selectFrom('consents')
		.select(['phone', 'purpose', 'event_number'])
		.where('shop', '=', shop)
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('consent_events')
						.select('number')
						.whereRef('consent_events.shop', '=', 'consents.shop')
						.whereRef('consent_events.phone', '=', 'consents.phone'),
				),
			),
		)
		.limit(1)
		.executeTakeFirst();
	if (!row) return undefined;
	const problem = `consent for "${row.purpose}" stands in the ledger, but no event led to it`;
	return { subject: '', phone: row.phone, number: row.event_number, problem };
}

function* chainsOf(events: readonly ConsentEvent[]): Generator<ConsentEvent[]> {
	let chain: ConsentEvent[] = [];
	for (const event of events) {
		if (chain.length > 0 && chain[0]?.subject !== event.subject) {
			yield chain;
			chain = [];
		}
		chain.push(event);
	}
	if (chain.length > 0) yield chain;
}

async function brokenLink(
	db: Db,
	keyring: Keyring,
	shop: string,
	events: readonly ConsentEvent[],
	isErased: boolean,
): Promise<BrokenLink | undefined> {
	const [{ subject }] = events as [ConsentEvent];
	const verdict = checkChain(
		events.map((event) => ({ ...event, ...secretsOf(keyring, event) })),
		isErased,
	);
	const at = (number: number) => events.find((event) => event.number === number);
	const broken = (number: number, problem: string): BrokenLink => ({
		subject,
		number,
		problem,
		phone: at(number)?.phone ?? events.at(-1)?.phone ?? null,
		recordedAt: at(number) && new Date((at(number) as ConsentEvent).recordedAt),
	});
	if (verdict.problem !== undefined) return broken(verdict.number, verdict.problem);
	const phone = events.at(-1)?.phone;
	if (!phone) return undefined;
	const standing = await db
		.selectFrom('consents')
		.select(['purpose', 'status', 'event_number'])
		.where('shop', '=', shop)
		.where('phone', '=', phone)
		.execute();
	for (const [purpose, status] of verdict.states) {
		const row = standing.find((candidate) => candidate.purpose === purpose);
		const number = events.findLast((event) => event.purpose === purpose)?.number ?? 0;
		if (row?.status !== status || row.event_number !== number)
			return broken(number, `the events lead to "${status}" for "${purpose}", but the ledger's table says "${row?.status ?? 'nothing'}"`);
	}
	const extra = standing.find(({ purpose }) => !verdict.states.has(purpose as ConsentPurpose));
	return extra && broken(extra.event_number, `consent for "${extra.purpose}" stands in the ledger, but no event led to it`);
}

const secretsOf = (keyring: Keyring, { shop, subject, number, phone, evidence, evidenceDigest: digest, hash, seal }: ConsentEvent) => ({
	isSealGenuine: seal === sealOf(keyring, hash),
	isPhoneGenuine: phone === null || keyring.subject(shop, phone) === subject,
	isEvidenceGenuine: evidence === null || evidenceDigest(keyring, subject, number, JSON.stringify(evidence)) === digest,
});

type EventRow = Selectable<ConsentEventsTable> & { readonly wording: string | null };

const eventsBetween = (db: Db, shop: string, first: string, last: string): Promise<EventRow[]> =>
	db
		.selectFrom('consent_events')
		.leftJoin('wordings', 'wordings.hash', 'consent_events.wording_hash')
		.selectAll('consent_events')
		.select('wordings.text as wording')
		.where('shop', '=', shop)
		.where('subject', '>=', first)
		.where('subject', '<=', last)
		.orderBy('subject')
		.orderBy('number')
		.execute();

const erasuresBetween = (db: Db, shop: string, first: string, last: string) =>
	db
		.selectFrom('erasures')
		.select(['subject', 'at'])
		.where('shop', '=', shop)
		.where('subject', '>=', first)
		.where('subject', '<=', last)
		.execute();

const eventOf = (row: EventRow): ConsentEvent => ({
	shop: row.shop,
	subject: row.subject,
	number: row.number,
	phone: row.phone,
	purpose: row.purpose as ConsentPurpose,
	channel: row.channel as 'sms',
	action: row.action as ConsentAction,
	status: row.status as ConsentStatus,
	source: row.source as ConsentSource,
	actor: row.actor as ConsentActor,
	language: row.language,
	wordingHash: row.wording_hash,
	wording: row.wording,
	givenAt: row.given_at,
	recordedAt: row.recorded_at,
	evidence: row.evidence === null ? null : readEvidence(row.evidence),
	evidenceDigest: row.evidence_digest,
	previousHash: row.previous_hash,
	hash: row.hash,
	seal: row.seal,
});

/** What somebody has made unreadable is shown as it is; its digest does not fit any more. */
function readEvidence(text: string): ConsentEvidence {
	try {
		return JSON.parse(text) as ConsentEvidence;
	} catch {
		return { note: text };
	}
}
