// Requests for consent, and checks of a phone.
import { type ConsentState, NO_CONSENT, TRANSITIONS } from '../../../domain/consent/consent';
import { type RequestPurpose } from '../../../domain/consent/purpose';
import { type RequestCounts } from '../../../domain/consent/request';
import { type FailureReason } from '../../../domain/delivery';
import { type ClaimRequestFacts, type RequestProposal, type RequestWish } from '../../consent';
import { type Keyring } from '../../keyring';
import { type OptInRequestsTable } from '../../schema-people';
import { type Db } from '../engine';
import { prepared } from '../prepared';
import { insertText } from '../sends';
import { appendEvent } from './append';
import { factsOf, stateFor } from './entries';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The phone without its last four digits: who pumps texts enters one number of a range after the other. */
const prefixOf = (phone: string): string => phone.slice(0, -4);

const ipDigest = (keyring: Keyring, ip: string | undefined): string | null => (ip ? keyring.digest('ip', ip) : null);

/** All that counts when somebody is to be asked. */
export async function requestFacts(db: Db, keyring: Keyring, wish: RequestWish): Promise<ClaimRequestFacts> {
	const { shop, phone, purpose } = wish;
	const known = await factsOf(db, keyring, shop, phone);
	const [last] = await lastRequest(db, { shop, phone, purpose });
	const [dead] = await deadNumber(db, { phone });
	const [person] = await personOf(db, { shop, phone });
	return {
		state: purpose === 'verification' ? NO_CONSENT : stateFor(known, purpose),
		optOut: known.optOut,
		dead: dead && { reason: dead.reason as FailureReason, at: new Date(dead.at) },
		lastRequestFailed: last?.send_status === 'failed',
		counts: await countsOf(db, keyring, wish),
		person: person && {
			language: person.language ?? undefined,
			country: person.country ?? undefined,
			birthday: person.birthday ?? undefined,
		},
	};
}

/** Records that somebody is asked, and claims the text that asks them. */
export async function writeRequest(
	db: Db,
	keyring: Keyring,
	wish: RequestWish,
	state: ConsentState,
	proposal: RequestProposal,
): Promise<void> {
	const { shop, phone, purpose, now } = wish;
	const { entry } = proposal;
	if (entry && TRANSITIONS[state.status][entry.action] !== 'pending')
		throw new Error(`"${entry.action}" was about to be recorded where the consent is ${state.status}`);
	const { requestId, proof, code, codeExpiresAt, expiresAt, confirmation, source, send } = proposal;
	const { carrier, sender, sendId, language } = send;
	await replaceOpenRequests(db, { shop, phone, purpose, closed_at: now.getTime() });
	await insertRequest(db, {
		id: requestId,
		shop,
		phone,
		purpose,
		proof,
		carrier,
		sender,
		source,
		language,
		country: wish.country ?? null,
		prefix: prefixOf(phone),
		ip_digest: ipDigest(keyring, wish.ip),
		send_id: sendId,
		code_digest: code ? codeDigest(keyring, requestId, code) : null,
		code_expires_at: codeExpiresAt?.getTime() ?? null,
		expires_at: expiresAt.getTime(),
		tries: 0,
		status: 'open',
		confirmation: confirmation ? JSON.stringify(confirmation) : null,
		asked_at: now.getTime(),
		closed_at: null,
	});
	if (entry && purpose !== 'verification')
		await appendEvent(db, keyring, { shop, now, expiresAt }, { ...entry, phone, purpose }, state, 'pending');
	await insertText(db, { shop, now, dedupeKey: `${send.purpose}/${requestId}`, text: send });
}

/** Bound to its request: a code of an older one never fits. */
export const codeDigest = (keyring: Keyring, requestId: string, code: string): string =>
	keyring.digest('code', requestId, code);

type PhoneAndPurpose = { shop: string; phone: string; purpose: RequestPurpose };

const lastRequest = prepared((db, { shop, phone, purpose }: PhoneAndPurpose) =>
	db
		.selectFrom('opt_in_requests')
		.leftJoin('sends', 'sends.id', 'opt_in_requests.send_id')
		.select('sends.status as send_status')
		.where('opt_in_requests.shop', '=', shop)
		.where('opt_in_requests.phone', '=', phone)
		.where('opt_in_requests.purpose', '=', purpose)
		.orderBy('asked_at', 'desc')
		.limit(1),
);

const deadNumber = prepared((db, { phone }: { phone: string }) =>
	db.selectFrom('dead_numbers').select(['reason', 'at']).where('phone', '=', phone),
);

const personOf = prepared((db, { shop, phone }: { shop: string; phone: string }) =>
	db
		.selectFrom('contact_phones')
		.innerJoin('contacts', 'contacts.id', 'contact_phones.contact_id')
		.select(['contacts.language', 'contacts.country', 'contacts.birthday'])
		.where('contact_phones.shop', '=', shop)
		.where('contact_phones.phone', '=', phone)
		.orderBy('contacts.updated_at', 'desc')
		.limit(1),
);

async function countsOf(db: Db, keyring: Keyring, { shop, phone, country, ip, now }: RequestWish): Promise<RequestCounts> {
	const at = now.getTime();
	const ofPhone = await requestTimes(db, { shop, phone, since: at - DAY_MS });
	const within = (milliseconds: number) => ofPhone.filter(({ asked_at }) => asked_at > at - milliseconds).length;
	const since = at - HOUR_MS;
	const [prefix] = await countOfPrefix(db, { shop, prefix: prefixOf(phone), phone, since });
	const [ofCountry] = country ? await countOfCountry(db, { shop, country, since }) : [];
	const digest = ipDigest(keyring, ip);
	const [ofIp] = digest ? await countOfIp(db, { shop, ip_digest: digest, phone, since }) : [];
	return {
		phone10Minutes: within(10 * MINUTE_MS),
		phoneHour: within(HOUR_MS),
		phoneDay: ofPhone.length,
		phoneLastAt: ofPhone[0] && new Date(ofPhone[0].asked_at),
		prefixHour: Number(prefix?.count ?? 0),
		countryHour: Number(ofCountry?.count ?? 0),
		countryHourConfirmed: Number(ofCountry?.confirmed ?? 0),
		ipHour: Number(ofIp?.count ?? 0),
	};
}

/** Those that never reached a carrier were no texts. */
const requestTimes = prepared((db, { shop, phone, since }: { shop: string; phone: string; since: number }) =>
	db
		.selectFrom('opt_in_requests')
		.leftJoin('sends', 'sends.id', 'opt_in_requests.send_id')
		.select('asked_at')
		.where('opt_in_requests.shop', '=', shop)
		.where('opt_in_requests.phone', '=', phone)
		.where('asked_at', '>', since)
		.where((eb) => eb.or([eb('sends.status', 'is', null), eb('sends.status', '!=', 'failed')]))
		.orderBy('asked_at', 'desc'),
);

const countOfPrefix = prepared((db, values: { shop: string; prefix: string; phone: string; since: number }) =>
	db
		.selectFrom('opt_in_requests')
		.select(({ fn }) => fn.count('phone').distinct().as('count'))
		.where('shop', '=', values.shop)
		.where('prefix', '=', values.prefix)
		.where('asked_at', '>', values.since)
		.where('phone', '!=', values.phone)
		.where('source', '!=', 'import'),
);

const countOfCountry = prepared((db, values: { shop: string; country: string; since: number }) =>
	db
		.selectFrom('opt_in_requests')
		.select(({ fn, eb }) => [
			fn.countAll().as('count'),
			fn.sum(eb.case().when('status', '=', 'confirmed').then(1).else(0).end()).as('confirmed'),
		])
		.where('shop', '=', values.shop)
		.where('country', '=', values.country)
		.where('asked_at', '>', values.since)
		.where('source', '!=', 'import'),
);

const countOfIp = prepared((db, values: { shop: string; ip_digest: string; phone: string; since: number }) =>
	db
		.selectFrom('opt_in_requests')
		.select(({ fn }) => fn.count('phone').distinct().as('count'))
		.where('shop', '=', values.shop)
		.where('ip_digest', '=', values.ip_digest)
		.where('asked_at', '>', values.since)
		.where('phone', '!=', values.phone),
);

const replaceOpenRequests = prepared((db, values: PhoneAndPurpose & { closed_at: number }) =>
	db
		.updateTable('opt_in_requests')
		.set({ status: 'replaced', closed_at: values.closed_at })
		.where('shop', '=', values.shop)
		.where('phone', '=', values.phone)
		.where('purpose', '=', values.purpose)
		.where('status', '=', 'open'),
);

const insertRequest = prepared((db, row: OptInRequestsTable) =>
	db.insertInto('opt_in_requests').values({
		id: row.id,
		shop: row.shop,
		phone: row.phone,
		purpose: row.purpose,
		proof: row.proof,
		carrier: row.carrier,
		sender: row.sender,
		source: row.source,
		language: row.language,
		country: row.country,
		prefix: row.prefix,
		ip_digest: row.ip_digest,
		send_id: row.send_id,
		code_digest: row.code_digest,
		code_expires_at: row.code_expires_at,
		expires_at: row.expires_at,
		tries: row.tries,
		status: row.status,
		confirmation: row.confirmation,
		asked_at: row.asked_at,
		closed_at: row.closed_at,
	}),
);

