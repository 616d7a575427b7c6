// The chain of one phone, and the check of all of them.
import { checkChain } from '../../../domain/consent/chain';
import {
	type ConsentAction,
	type ConsentPurpose,
	type ConsentSource,
	type ConsentState,
	type ConsentStatus,
} from '../../../domain/consent/consent';
import { type ConsentActor, type ConsentEvidence, sha256 } from '../../../domain/consent/event';
import { type Selectable } from '../../../vendor/kysely';
import { type BrokenLink, type ConsentEvent, type ConsentProof, type VerifiedPage, type VerifyCursor } from '../../consent';
import { type Keyring } from '../../keyring';
import { type ConsentEventsTable, type ConsentsTable } from '../../schema-people';
import { type Db } from '../engine';
import { evidenceDigest, sealOf } from './append';
import { factsOf } from './entries';
import { inChunks } from './in-chunks';

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
		broken:
			events.length === 0
				? undefined
				: brokenLink(keyring, events, erasure !== undefined, await standingsOf(db, shop, [phone])),
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
		return { chains, events: count, digest, broken: await orphan(db, keyring, shop) };
	}
	const erased = new Set((await erasuresBetween(db, shop, first, last)).map(({ subject }) => subject));
	const all = (await eventsBetween(db, shop, first, last)).map(eventOf);
	const phones = [...new Set(all.flatMap(({ phone }) => (phone === null ? [] : [phone])))];
	const standings = await standingsOf(db, shop, phones);
	for (const events of chainsOf(all)) {
		const broken = brokenLink(keyring, events, erased.has((events[0] as ConsentEvent).subject), standings);
		chains++;
		count += events.length;
		if (broken) return { chains, events: count, digest, broken };
		digest = sha256(digest + (events.at(-1) as ConsentEvent).hash);
	}
	const isLast = subjects.length < PAGE;
	const broken = isLast ? await orphan(db, keyring, shop) : undefined;
	return { chains, events: count, digest, broken, next: isLast ? undefined : { after: last, digest } };
}

/** A consent that stands without any event that led to it: somebody has written it into the table, or taken its events away. */
async function orphan(db: Db, keyring: Keyring, shop: string): Promise<BrokenLink | undefined> {
	let after = '';
	for (;;) {
		const rows = await db
			.selectFrom('consents')
			.select(['phone', 'purpose', 'event_number'])
			.where('shop', '=', shop)
			.where('phone', '>', after)
			.orderBy('phone')
			.limit(PAGE)
			.execute();
		const [last] = rows.slice(-1);
		if (!last) return undefined;
		const known = await subjectsWithPhone(db, shop, [...new Set(rows.map(({ phone }) => keyring.subject(shop, phone)))]);
		const row = rows.find(({ phone }) => !known.has(keyring.subject(shop, phone)));
		if (row) return withoutEvents(row, '');
		after = last.phone; // the rest of this phone's purposes has the same subject
	}
}

/** By subject, as events have no other index. */
async function subjectsWithPhone(db: Db, shop: string, subjects: readonly string[]): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom('consent_events')
		.select('subject')
		.distinct()
		.where('shop', '=', shop)
		.where('subject', 'in', subjects)
		.where('phone', 'is not', null)
		.execute();
	return new Set(rows.map(({ subject }) => subject));
}

const withoutEvents = ({ phone, purpose, event_number }: Pick<ConsentsTable, 'phone' | 'purpose' | 'event_number'>, subject: string): BrokenLink => ({
	subject,
	phone,
	number: event_number,
	problem: `consent for "${purpose}" stands in the ledger, but no event led to it`,
});

/** The rows of the table of states, by phone. */
type Standings = ReadonlyMap<string, readonly ConsentsTable[]>;

async function standingsOf(db: Db, shop: string, phones: readonly string[]): Promise<Standings> {
	const standings = new Map<string, ConsentsTable[]>();
	for (const chunk of inChunks(phones)) {
		const rows = await db.selectFrom('consents').selectAll().where('shop', '=', shop).where('phone', 'in', chunk).execute();
		for (const row of rows) standings.set(row.phone, [...(standings.get(row.phone) ?? []), row]);
	}
	return standings;
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

function brokenLink(
	keyring: Keyring,
	events: readonly ConsentEvent[],
	isErased: boolean,
	standings: Standings,
): BrokenLink | undefined {
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
	const standing = standings.get(phone) ?? [];
	for (const [purpose, state] of verdict.states) {
		const row = standing.find((candidate) => candidate.purpose === purpose);
		const last = events.findLast((event) => event.purpose === purpose) as ConsentEvent;
		const difference = differenceFrom(state, last, row);
		if (difference) return broken(last.number, `the events for "${purpose}" lead to ${difference}`);
	}
	const extra = standing.find(({ purpose }) => !verdict.states.has(purpose as ConsentPurpose));
	return extra && withoutEvents(extra, subject);
}

/** In what the table of states is not as the events left it. When a request expires is in no event. */
function differenceFrom(state: ConsentState, last: ConsentEvent, row: ConsentsTable | undefined): string | undefined {
	if (row?.status !== state.status) return `"${state.status}", but the ledger's table says "${row?.status ?? 'nothing'}"`;
	const expected: Partial<ConsentsTable> = {
		event_number: last.number,
		source: last.source,
		language: last.language,
		since: state.since?.getTime(),
		asked_at: state.askedAt?.getTime() ?? null,
		reminders: state.reminders,
		confirmed_at: state.confirmedAt?.getTime() ?? null,
		revoked_at: state.revokedAt?.getTime() ?? null,
	};
	const [name] = Object.entries(expected).find(([column, value]) => row[column as keyof ConsentsTable] !== value) ?? [];
	return name && `another ${name} than the ledger's table says`;
}

const secretsOf = (keyring: Keyring, { shop, subject, number, phone, evidence, evidenceDigest: digest, hash, seal }: ConsentEvent) => ({
	isSealGenuine: seal === sealOf(keyring, hash),
	isPhoneGenuine: phone === null || keyring.subject(shop, phone) === subject,
	isEvidenceGenuine: evidence === null ? phone === null : evidenceDigest(keyring, subject, number, JSON.stringify(evidence)) === digest,
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
