import { type Keyring } from '../../keyring';
import { type Forgotten, type WhichPerson } from '../../people';
import { EVERY_SHOP } from '../contacts';
import { type Db } from '../engine';
import { UNLEASED } from '../sends';

/** Parts of a long text come within minutes of each other. */
const PARTS_COME_WITHIN_MS = 60 * 60 * 1000;

export async function forgetPerson(
	db: Db,
	keyring: Keyring,
	shop: string,
	which: WhichPerson,
	now: Date,
): Promise<Forgotten> {
	const people = await meantBy(db, shop, which);
	const ofThem = people.length === 0 ? [] : await phonesOf(db, people);
	const phones = [...new Set([...(which.phone === undefined ? [] : [which.phone]), ...ofThem])];
	const counts = { orders: 0, texts: 0, replies: 0, consentEvents: 0, others: 0 };
	for (const phone of phones) {
		counts.others += await suppress(db, keyring, shop, phone, now);
		counts.consentEvents += await stripEvents(db, keyring.subject(shop, phone), shop, now);
		counts.replies += await eraseReplies(db, shop, phone, now);
		counts.orders += await eraseOrders(db, shop, phone);
		counts.texts += await eraseTexts(db, shop, phone);
		counts.others += await eraseStandings(db, shop, phone);
		counts.others += await eraseCodesAndPoints(db, shop, phone);
	}
	const erased = await erasePeople(db, shop, people, phones);
	const { others, ...numbers } = counts;
	const wasKnown = erased + others + Object.values(numbers).reduce((sum, count) => sum + count, 0) > 0;
	return { people: erased, phones: phones.length, ...numbers, wasKnown };
}

/** Who has the number now; where nobody has, who had it. Or who has the customer id. */
async function meantBy(db: Db, shop: string, { phone, customerId }: WhichPerson): Promise<string[]> {
	if (customerId !== undefined) {
		const rows = await db
			.selectFrom('contacts')
			.select('id')
			.where('shop', '=', shop)
			.where('customer_id', '=', customerId)
			.execute();
		return rows.map(({ id }) => id);
	}
	const holders = await db
		.selectFrom('contact_phones')
		.select(['contact_id', 'until'])
		.where('shop', '=', shop)
		.where('phone', '=', phone)
		.execute();
	const current = holders.filter(({ until }) => until === null);
	return (current.length > 0 ? current : holders).map(({ contact_id }) => contact_id);
}

async function phonesOf(db: Db, people: readonly string[]): Promise<string[]> {
	const rows = await db.selectFrom('contact_phones').select('phone').where('contact_id', 'in', people).execute();
	return rows.map(({ phone }) => phone);
}

/** Puts the number on the list as a keyed hash, with its opt-outs, which stay in force through it. How many these were. */
async function suppress(db: Db, keyring: Keyring, shop: string, phone: string, now: Date): Promise<number> {
	const optOuts = await db
		.deleteFrom('opt_outs')
		.where('phone', '=', phone)
		.where('shop', 'in', [shop, EVERY_SHOP])
		.returningAll()
		.execute();
	const own = optOuts.find((optOut) => optOut.shop === shop);
	const carriers = optOuts.find((optOut) => optOut.shop === EVERY_SHOP);
	for (const [where, optOut] of [[shop, own] as const, ...(carriers ? [[EVERY_SHOP, carriers] as const] : [])]) {
		const row = {
			opt_out_origin: optOut?.origin ?? null,
			opted_out_at: optOut?.at ?? null,
			at: now.getTime(),
		};
		await db
			.insertInto('suppressions')
			.values({ shop: where, subject: keyring.subject(where, phone), ...row })
			// an opt-out from before an earlier erasure stays in force
			.onConflict((conflict) => conflict.column('subject').doUpdateSet(optOut ? row : { at: row.at }))
			.execute();
	}
	return optOuts.length;
}

/** The triggers permit it only once the erasure is recorded. */
async function stripEvents(db: Db, subject: string, shop: string, now: Date): Promise<number> {
	const at = now.getTime();
	await db
		.insertInto('erasures')
		.values({ shop, subject, at })
		.onConflict((conflict) => conflict.columns(['shop', 'subject']).doUpdateSet({ at }))
		.execute();
	const [stripped] = await db
		.updateTable('consent_events')
		.set({ phone: null, evidence: null })
		.where('shop', '=', shop)
		.where('subject', '=', subject)
		.where((eb) => eb.or([eb('phone', 'is not', null), eb('evidence', 'is not', null)]))
		.execute();
	return Number(stripped?.numUpdatedRows ?? 0);
}

async function eraseReplies(db: Db, shop: string, phone: string, now: Date): Promise<number> {
	const replies = await db
		.deleteFrom('replies')
		.where('shop', '=', shop)
		.where('phone', '=', phone)
		.returning('text')
		.execute();
	// a part says not whose it is; but old ones are of no use any more, and young ones are known by their words
	const youngest = now.getTime() - PARTS_COME_WITHIN_MS;
	await db.deleteFrom('reply_parts').where('shop', '=', shop).where('received_at', '<', youngest).execute();
	const parts = await db.selectFrom('reply_parts').select('text').where('shop', '=', shop).execute();
	for (const { text } of parts.filter((part) => replies.some((reply) => reply.text.includes(part.text))))
		await db.deleteFrom('reply_parts').where('shop', '=', shop).where('text', '=', text).execute();
	return replies.length;
}

/** The orders stay, without what names or shows whose they are. */
async function eraseOrders(db: Db, shop: string, phone: string): Promise<number> {
	const theirs = db.selectFrom('orders').select('id').where('shop', '=', shop).where('phone', '=', phone);
	await db.updateTable('parcels').set({ tracking_url: null }).where('order_id', 'in', theirs).execute();
	const [erased] = await db
		.updateTable('orders')
		.set({ phone: null, first_name: null, order_url: null, items: null })
		.where('shop', '=', shop)
		.where('phone', '=', phone)
		.execute();
	return Number(erased?.numUpdatedRows ?? 0);
}

/** The rows stay: they keep a text from being sent twice. What waited waits no more. */
async function eraseTexts(db: Db, shop: string, phone: string): Promise<number> {
	const [erased] = await db
		.updateTable('sends')
		.set((eb) => ({
			phone: '',
			text: '',
			error_message: null,
			rule_reason: null,
			gate_message: null,
			picture: null,
			...UNLEASED,
			due_at: null,
			status: eb.case().when('status', '=', 'scheduled').then('cancelled').else(eb.ref('status')).end(),
		}))
		.where('shop', '=', shop)
		.where('phone', '=', phone)
		.execute();
	return Number(erased?.numUpdatedRows ?? 0);
}

async function eraseStandings(db: Db, shop: string, phone: string): Promise<number> {
	const orders = db.selectFrom('orders').select('id').where('shop', '=', shop);
	const ofShop = (table: 'consents' | 'opt_in_requests' | 'unsubscribe_tokens') =>
		db.deleteFrom(table).where('shop', '=', shop).where('phone', '=', phone);
	const erasures = [
		ofShop('consents'),
		ofShop('opt_in_requests'),
		ofShop('unsubscribe_tokens'),
		db.deleteFrom('order_opt_outs').where('phone', '=', phone).where('order_id', 'in', orders),
		db.deleteFrom('dead_numbers').where('phone', '=', phone),
	];
	let count = 0;
	for (const erasure of erasures) count += Number((await erasure.executeTakeFirst()).numDeletedRows);
	return count;
}

/** Codes and their redemptions stay, as nobody's: what was used up stays used up. The account of points goes. */
async function eraseCodesAndPoints(db: Db, shop: string, phone: string): Promise<number> {
	let count = 0;
	for (const table of ['codes', 'code_redemptions'] as const) {
		const [erased] = await db.updateTable(table).set({ phone: null }).where('shop', '=', shop).where('phone', '=', phone).execute();
		count += Number(erased?.numUpdatedRows ?? 0);
	}
	const [points] = await db.deleteFrom('point_entries').where('shop', '=', shop).where('phone', '=', phone).execute();
	return count + Number(points?.numDeletedRows ?? 0);
}

/**
 * Those who are meant; and of others who have one of their numbers, that number, or everything where they had no other.
 * How many people are gone.
 */
async function erasePeople(db: Db, shop: string, meant: readonly string[], phones: readonly string[]): Promise<number> {
	if (phones.length === 0) return 0;
	const sharing = await db
		.deleteFrom('contact_phones')
		.where('shop', '=', shop)
		.where('phone', 'in', phones)
		.returning('contact_id')
		.execute();
	const touched = [...new Set([...meant, ...sharing.map(({ contact_id }) => contact_id)])];
	if (touched.length === 0) return 0;
	const stillReached = await db
		.selectFrom('contact_phones')
		.select('contact_id')
		.where('contact_id', 'in', touched)
		.where('until', 'is', null)
		.execute();
	const kept = new Set(stillReached.map(({ contact_id }) => contact_id));
	const gone = touched.filter((id) => !kept.has(id));
	if (gone.length === 0) return 0;
	await db.deleteFrom('contact_phones').where('contact_id', 'in', gone).execute();
	await db.deleteFrom('contact_tags').where('contact_id', 'in', gone).execute();
	await db.deleteFrom('birthday_gifts').where('shop', '=', shop).where('contact_id', 'in', gone).execute();
	await db.deleteFrom('contacts').where('id', 'in', gone).execute();
	return gone.length;
}
