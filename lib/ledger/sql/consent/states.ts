// Where consent stands, as the ledger's table of states has it.
import { dateOf } from '../date-of';
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
import { EVERY_SHOP, suppressionsOf } from '../contacts';
import { type Db } from '../engine';
import { memberNames, members, prepared, preparedBy } from '../prepared';

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
	const forgotten = await forgottenAmong(db, keyring, shop, phones);
	return phones.map((phone) => {
		const known = forgotten.get(phone);
		return {
			phone,
			states: withForgotten(states.get(phone) ?? {}, known?.forgottenAt),
			optOut: optOuts.get(phone) ?? known?.optOut,
			forgottenAt: known?.forgottenAt,
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

/** What has outlived an erasure of these phones. Most ledgers have nothing of it, so that is asked first. */
async function forgottenAmong(db: Db, keyring: Keyring, shop: string, phones: readonly string[]) {
	const found = new Map<string, Pick<ConsentFacts, 'forgottenAt' | 'optOut'>>();
	if ((await anySuppression(db, {})).length === 0) return found;
	const subjects = phones.map((phone) => [phone, keyring.subject(shop, phone), keyring.subject(EVERY_SHOP, phone)] as const);
	const suppressions = await suppressionsOf(
		db,
		subjects.flatMap(([, own, everywhere]) => [own, everywhere]),
	);
	for (const [phone, own, everywhere] of subjects) {
		const [ofShop, ofCarrier] = [suppressions.get(own), suppressions.get(everywhere)];
		if (ofShop || ofCarrier)
			found.set(phone, {
				forgottenAt: ofShop && new Date(ofShop.at),
				optOut: ofCarrier?.optOut ?? ofShop?.optOut,
			});
	}
	return found;
}

const anySuppression = prepared<object, { subject: string }>((db) =>
	db.selectFrom('suppressions').select('subject').limit(1),
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
