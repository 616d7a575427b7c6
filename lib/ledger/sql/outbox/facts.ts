// What is known of a phone that is to get an offer.
import { type FailureReason } from '../../../domain/delivery';
import { type Keyring } from '../../keyring';
import { type PromotionFacts } from '../../outbox';
import { consentFacts } from '../consent/states';
import { inChunks } from '../consent/in-chunks';
import { type Db } from '../engine';
import { memberNames, members, preparedBy } from '../prepared';
import { MAY_HAVE_LEFT } from '../sends';

const OFFERS_COUNT_FOR_MS = 30 * 24 * 60 * 60 * 1000;

/** In the order of the phones. */
export async function promotionFacts(
	db: Db,
	keyring: Keyring,
	shop: string,
	phones: readonly string[],
	now: Date,
): Promise<PromotionFacts[]> {
	const facts: PromotionFacts[] = [];
	for (const chunk of inChunks(phones)) facts.push(...(await factsOfChunk(db, keyring, shop, chunk, now)));
	return facts;
}

async function factsOfChunk(db: Db, keyring: Keyring, shop: string, phones: readonly string[], now: Date): Promise<PromotionFacts[]> {
	const consents = await consentFacts(db, keyring, shop, phones);
	const values = { shop, since: now.getTime() - OFFERS_COUNT_FOR_MS, ...members('phone', phones) };
	const offers = new Map<string, Date[]>();
	const told = new Map<string, Date>();
	const dead = new Map<string, PromotionFacts['dead']>();
	const proved = new Set<string>();
	for (const { kind, phone, word, at } of await pastOf(phones.length, db, values)) {
		if (kind === 'offer') offers.set(phone, [...(offers.get(phone) ?? []), new Date(at)]);
		else if (kind === 'told') told.set(phone, new Date(at));
		else if (kind === 'dead') dead.set(phone, { reason: word as FailureReason, at: new Date(at) });
		else proved.add(phone);
	}
	const people = new Map((await peopleOf(phones.length, db, values)).map((row) => [row.phone, row]));
	return consents.map(({ phone, states, optOut }) => {
		const person = people.get(phone);
		return {
			phone,
			states,
			isDouble: states.marketing?.status === 'confirmed' && proved.has(phone),
			optOut,
			dead: dead.get(phone),
			offersAt: (offers.get(phone) ?? []).sort((a, b) => a.getTime() - b.getTime()),
			toldOptOutAt: told.get(phone),
			person: person && {
				id: person.id,
				firstName: person.first_name ?? undefined,
				name: person.name ?? undefined,
				language: person.language ?? undefined,
				country: person.country ?? undefined,
				timeZone: person.time_zone ?? undefined,
				birthday: person.birthday ?? undefined,
			},
		};
	});
}

type Values = { shop: string; since: number } & Record<`phone${number}`, string>;

const phonesIn = (count: number, values: Values) =>
	memberNames('phone', count).map((name) => values[name as keyof Values] as string);

/** One query for all. */
const pastOf = preparedBy((count: number) => (db, values: Values) => {
	const phones = phonesIn(count, values);
	return db
		.selectFrom('sends')
		.select((eb) => [eb.val('offer').as('kind'), 'phone', eb.val('').as('word'), 'claimed_at as at'])
		.where('shop', '=', values.shop)
		.where('phone', 'in', phones)
		.where('purpose', '=', 'marketing')
		.where('claimed_at', '>', values.since)
		.where('status', 'in', MAY_HAVE_LEFT)
		.unionAll(
			db
				.selectFrom('sends')
				.select(({ val, fn }) => [val('told').as('kind'), 'phone', val('').as('word'), fn.max('claimed_at').as('at')])
				.where('shop', '=', values.shop)
				.where('phone', 'in', phones)
				.where('has_opt_out', '=', 1)
				.where('status', '=', 'accepted')
				.groupBy('phone'),
		)
		.unionAll(
			db
				.selectFrom('dead_numbers')
				.select((eb) => [eb.val('dead').as('kind'), 'phone', 'reason as word', 'at'])
				.where('phone', 'in', phones),
		)
		.unionAll(
			// the answer to a request closes it at the moment of the consent; what was agreed to elsewhere has no request
			db
				.selectFrom('consents')
				.innerJoin('opt_in_requests as request', (join) =>
					join
						.onRef('request.shop', '=', 'consents.shop')
						.onRef('request.phone', '=', 'consents.phone')
						.onRef('request.purpose', '=', 'consents.purpose')
						.onRef('request.closed_at', '=', 'consents.confirmed_at'),
				)
				.select((eb) => [
					eb.val('proved').as('kind'),
					'consents.phone',
					eb.val('').as('word'),
					eb.ref('consents.confirmed_at').$notNull().as('at'),
				])
				.where('consents.shop', '=', values.shop)
				.where('consents.phone', 'in', phones)
				.where('consents.purpose', '=', 'marketing')
				.where('request.status', '=', 'confirmed'),
		);
});

/** Of several with the same number the one that was updated last comes last. */
const peopleOf = preparedBy((count: number) => (db, values: Values) =>
	db
		.selectFrom('contact_phones')
		.innerJoin('contacts', 'contacts.id', 'contact_phones.contact_id')
		.select(['contact_phones.phone', 'contacts.id', 'first_name', 'name', 'language', 'country', 'time_zone', 'birthday'])
		.where('contact_phones.shop', '=', values.shop)
		.where('contact_phones.phone', 'in', phonesIn(count, values))
		.where('contact_phones.until', 'is', null)
		.orderBy('contacts.updated_at')
		.orderBy('contacts.id', 'desc'),
);
