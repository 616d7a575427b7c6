// What happens to consents, by their rules.
import {
	CONSENT_PURPOSES,
	type ConsentPurpose,
	type ConsentState,
	isOwnAct,
	NO_CONSENT,
	nextStatus,
	standingAt,
} from '../../../domain/consent/consent';
import { type ConsentEvidence } from '../../../domain/consent/event';
import { day } from '../../../domain/day';
import { type ConsentEntry, type ConsentFacts, type RecordedConsent } from '../../consent';
import { type Keyring } from '../../keyring';
import { deleteOptOut, deleteOrderOptOuts, EVERY_SHOP, insertOptOut } from '../contacts';
import { type Db } from '../engine';
import { prepared } from '../prepared';
import { appendEvent, type Occasion } from './append';
import { consentFacts } from './states';

/** What is known of one phone. */
export const factsOf = async (db: Db, keyring: Keyring, shop: string, phone: string): Promise<ConsentFacts> =>
	(await consentFacts(db, keyring, shop, [phone]))[0] as ConsentFacts;

export const stateFor = (facts: ConsentFacts, purpose: ConsentPurpose): ConsentState =>
	facts.states[purpose] ?? NO_CONSENT;

/** Records an entry if it can happen. */
export async function recordEntry(
	db: Db,
	keyring: Keyring,
	occasion: Occasion,
	entry: ConsentEntry,
): Promise<RecordedConsent> {
	const { shop, now } = occasion;
	const facts = await factsOf(db, keyring, shop, entry.phone);
	const state = stateFor(facts, entry.purpose);
	const verdict = nextStatus(withOptOut(state, facts, entry), { ...entry, now });
	if (verdict.rule) return { status: standingAt(state, now), isRecorded: false, rule: verdict.rule, reason: verdict.reason };
	await appendEvent(db, keyring, occasion, entry, state, verdict.status);
	if (verdict.status === 'confirmed' && isOwnAct(entry.source) && facts.optOut) await comeBack(db, keyring, occasion, entry, facts);
	return { status: verdict.status, isRecorded: true };
}

/** An opt-out of every text counts for each purpose, also where nothing else is recorded. */
function withOptOut(state: ConsentState, { optOut }: ConsentFacts, { action }: ConsentEntry): ConsentState {
	const isNew = action === 'list' || action === 'request' || action === 'record';
	if (!optOut || !isNew || state.status === 'revoked') return state;
	return { ...state, status: 'revoked', revokedAt: optOut.at, since: optOut.at };
}

/** Who consents again, or texts START, wants texts again; a carrier's block is lifted by the carrier only. */
async function comeBack(
	db: Db,
	keyring: Keyring,
	{ shop, now }: Occasion,
	entry: Omit<ConsentEntry, 'purpose' | 'action'>,
	facts: ConsentFacts,
): Promise<void> {
	const { phone } = entry;
	await liftOptOut(db, keyring, shop, phone);
	await deleteOrderOptOuts(db, { shop, phone });
	const transactional = stateFor(facts, 'transactional');
	if (transactional.status === 'revoked') await takeBack(db, keyring, { shop, now }, { ...entry, purpose: 'transactional' }, transactional);
}

/** Also one that has outlived an erasure. */
export async function liftOptOut(db: Db, keyring: Keyring, shop: string, phone: string): Promise<void> {
	await deleteOptOut(db, { shop, phone });
	await liftSuppression(db, { subject: keyring.subject(shop, phone) });
}

/** After START every consent that an opt-out ended stands again, and what was never given is open again. */
export async function resumeAll(
	db: Db,
	keyring: Keyring,
	occasion: Occasion,
	entry: Omit<ConsentEntry, 'purpose' | 'action'>,
): Promise<void> {
	const facts = await factsOf(db, keyring, occasion.shop, entry.phone);
	await comeBack(db, keyring, occasion, entry, facts);
	for (const purpose of CONSENT_PURPOSES) {
		const state = stateFor(facts, purpose);
		if (purpose !== 'transactional' && state.status === 'revoked')
			await takeBack(db, keyring, occasion, { ...entry, purpose }, state);
	}
}

async function takeBack(db: Db, keyring: Keyring, { shop, now }: Occasion, entry: Omit<ConsentEntry, 'action'>, state: ConsentState) {
	const action = state.confirmedAt ? 'resume' : 'lift';
	const status = state.confirmedAt ? 'confirmed' : 'none';
	await appendEvent(db, keyring, { shop, now }, { ...entry, action }, state, status);
}

/**
 * Ends every text. Offers are always revoked, so that the wish is on record; other purposes where something stands or waits.
 *
 * @param byCarrier the carrier blocks the number itself, for every shop that sends through it.
 */
export async function optOutOfAll(
	db: Db,
	keyring: Keyring,
	{ shop, now }: Occasion,
	entry: Omit<ConsentEntry, 'purpose' | 'action'>,
	byCarrier = false,
): Promise<RecordedConsent> {
	const { phone, givenAt, actor } = entry;
	const facts = await factsOf(db, keyring, shop, phone);
	const origin = actor === 'customer' ? 'reply' : actor;
	if (origin !== 'carrier') await insertOptOut(db, { shop, phone, origin, at: givenAt.getTime() });
	if (byCarrier || origin === 'carrier')
		await insertOptOut(db, { shop: EVERY_SHOP, phone, origin: 'carrier', at: givenAt.getTime() });
	let isRecorded = facts.optOut === undefined;
	for (const purpose of CONSENT_PURPOSES) {
		const state = stateFor(facts, purpose);
		if (state.status === 'revoked' || (state.status === 'none' && purpose !== 'marketing')) continue;
		await appendEvent(db, keyring, { shop, now }, { ...entry, purpose, action: 'revoke' }, state, 'revoked');
		isRecorded = true;
	}
	if (isRecorded) return { status: 'revoked', isRecorded };
	const reason = `They have opted out since ${day(facts.optOut?.at ?? now)}.`;
	return { status: 'revoked', isRecorded, rule: 'already-opted-out', reason };
}

/** A carrier refuses to send to them, because they texted STOP to it: that holds for every shop that sends through it. */
export async function optOutByCarrier(
	db: Db,
	keyring: Keyring,
	occasion: Occasion,
	phone: string,
	evidence: ConsentEvidence,
): Promise<void> {
	await optOutOfAll(db, keyring, occasion, { phone, source: 'carrier', actor: 'carrier', givenAt: occasion.now, evidence });
}

const liftSuppression = prepared((db, { subject }: { subject: string }) =>
	db.updateTable('suppressions').set({ opt_out_origin: null, opted_out_at: null }).where('subject', '=', subject),
);
