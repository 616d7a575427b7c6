// Where consent stands, as the ledger's table of states has it.
import {
	CONSENT_PURPOSES,
	type ConsentPurpose,
	type ConsentState,
	type ConsentStatus,
	NO_CONSENT,
} from '../../../domain/consent/consent';
import { type Keyring } from '../../keyring';
import { type ConsentFacts } from '../../consent';
import { type OptOut } from '../../ledger';
import { type ConsentsTable } from '../../schema-people';
import { EVERY_SHOP } from '../contacts';
import { type Db } from '../engine';
import { memberNames, members, prepared, preparedBy } from '../prepared';

const dateOf = (time: number | null): Date | undefined => (time === null ? undefined : new Date(time));

export const stateOf = (row: ConsentsTable): ConsentState => ({
	status: row.status as ConsentStatus,
	since: new Date(row.since),
	askedAt: dateOf(row.asked_at),
	expiresAt: dateOf(row.expires_at),
	reminders: row.reminders,
	confirmedAt: dateOf(row.confirmed_at),
	revokedAt: dateOf(row.revoked_at),
});

/** Looked up together: more in one query gains nothing. */
const CHUNK = 200;

/** In the order of the phones. */
export async function consentFacts(
	db: Db,
	keyring: Keyring,
	shop: string,
	phones: readonly string[],
): Promise<ConsentFacts[]> {
	const facts: ConsentFacts[] = [];
	for (let start = 0; start < phones.length; start += CHUNK) {
		facts.push(...(await factsOfChunk(db, keyring, shop, phones.slice(start, start + CHUNK))));
	}
	return facts;
}

async function factsOfChunk(db: Db, keyring: Keyring, shop: string, phones: readonly string[]): Promise<ConsentFacts[]> {
	const values = { shop, ...members('phone', phones) };
	const states = new Map<string, Partial<Record<ConsentPurpose, ConsentState>>>();
	for (const row of await consentsOf(phones.length, db, values)) {
		const ofPhone = states.get(row.phone) ?? {};
		ofPhone[row.purpose as ConsentPurpose] = stateOf(row);
		states.set(row.phone, ofPhone);
	}
	const optOuts = new Map<string, OptOut>();
	for (const { phone, origin, at } of await optOutsOf(phones.length, db, values)) {
		if (optOuts.get(phone)?.origin !== 'carrier') optOuts.set(phone, { origin: origin as OptOut['origin'], at: new Date(at) });
	}
	const suppressed = await suppressionsOf(db, keyring, shop, phones);
	return phones.map((phone) => {
		const suppression = suppressed.get(phone);
		return {
			phone,
			states: withForgotten(states.get(phone) ?? {}, suppression?.forgottenAt),
			optOut: optOuts.get(phone) ?? suppression?.optOut,
			forgottenAt: suppression?.forgottenAt,
		};
	});
}

/** Who was forgotten has that in every state, so that no import brings them back. */
function withForgotten(
	states: Partial<Record<ConsentPurpose, ConsentState>>,
	forgottenAt: Date | undefined,
): ConsentFacts['states'] {
	if (!forgottenAt) return states;
	return Object.fromEntries(
		CONSENT_PURPOSES.map((purpose) => [purpose, { ...(states[purpose] ?? NO_CONSENT), forgottenAt }]),
	);
}

interface Suppression {
	/** In this shop; undefined where only a carrier's block has outlived somebody's erasure in another. */
	readonly forgottenAt?: Date | undefined;
	readonly optOut?: OptOut | undefined;
}

/** What the suppression list holds of these phones. Most ledgers have a short one, so it is asked whether there is any first. */
async function suppressionsOf(db: Db, keyring: Keyring, shop: string, phones: readonly string[]): Promise<ReadonlyMap<string, Suppression>> {
	const found = new Map<string, Suppression>();
	if ((await anySuppression(db, {})).length === 0) return found;
	const bySubject = new Map<string, string>();
	for (const phone of phones) {
		bySubject.set(keyring.subject(shop, phone), phone);
		bySubject.set(keyring.subject(EVERY_SHOP, phone), phone);
	}
	const subjects = [...bySubject.keys()];
	for (const row of await suppressionsBySubject(subjects.length, db, members('subject', subjects))) {
		const phone = bySubject.get(row.subject) as string;
		const known = found.get(phone);
		const optOut =
			row.opt_out_origin === null
				? undefined
				: { origin: row.opt_out_origin as OptOut['origin'], at: new Date(row.opted_out_at ?? row.at) };
		found.set(phone, {
			forgottenAt: row.shop === shop ? new Date(row.at) : known?.forgottenAt,
			optOut: optOut?.origin === 'carrier' ? optOut : (known?.optOut ?? optOut),
		});
	}
	return found;
}

const anySuppression = prepared<object, { subject: string }>((db) => db.selectFrom('suppressions').select('subject').limit(1));

const suppressionsBySubject = preparedBy(
	(count: number) => (db, values: Record<string, string>) =>
		db
			.selectFrom('suppressions')
			.selectAll()
			.where(
				'subject',
				'in',
				memberNames('subject', count).map((name) => values[name] as string),
			),
);

const phonesIn = (count: number, values: Readonly<Record<string, string>>) =>
	memberNames('phone', count).map((name) => values[name] as string);

const consentsOf = preparedBy(
	(count: number) => (db, values: { shop: string } & Record<string, string>) =>
		db.selectFrom('consents').selectAll().where('shop', '=', values.shop).where('phone', 'in', phonesIn(count, values)),
);

const optOutsOf = preparedBy(
	(count: number) => (db, values: { shop: string } & Record<string, string>) =>
		db
			.selectFrom('opt_outs')
			.select(['phone', 'origin', 'at'])
			.where('shop', 'in', [values.shop, EVERY_SHOP])
			.where('phone', 'in', phonesIn(count, values)),
);
