import { type ParcelStage, type Stage } from '../../domain/stages';
import {
	type IncomingReply,
	type KnownOrder,
	type ReplyFacts,
	type ReplyNovelty,
	type ReplyReaction,
} from '../inbound';
import { type Keyring } from '../keyring';
import { type OptOut } from '../ledger';
import { type RepliesTable, type ReplyPartsTable } from '../schema';
import { awaitingRequest, changeConsent, joinFacts } from './consent/of-replies';
import { clearDead, EVERY_SHOP } from './contacts';
import { type Db } from './engine';
import { detailsOf, parcelDetailsOf } from './orders';
import { memberNames, members, prepared, preparedBy } from './prepared';
import { insertAnswer, MAY_HAVE_LEFT } from './sends';

/** Longer than any carrier waits for the answer to a webhook before it tries again. */
const HANDING_OVER_MS = 30_000;

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_ORDERS = 5;

/** More texts than anybody gets in a day. */
const LATEST_TEXTS = 20;

export async function recordReply(
	db: Db,
	keyring: Keyring,
	incoming: IncomingReply,
	react: (facts: ReplyFacts) => ReplyReaction,
): Promise<ReplyNovelty> {
	const text = await wholeText(db, incoming);
	if (text === undefined) return 'incomplete';
	const { shop, carrier, messageId, phone, now } = incoming;
	const [known] = await replyByMessage(db, { shop, carrier, messageId });
	if (known && (known.handed_over === 1 || now.getTime() - known.received_at < HANDING_OVER_MS)) return 'repeated';

	const facts = await factsOf(db, keyring, { ...incoming, text }, known !== undefined);
	const reaction = react(facts);
	await saveReply(db, {
		shop,
		carrier,
		message_id: messageId,
		phone,
		recipient: incoming.recipient,
		text,
		kind: reaction.kind,
		rule: reaction.rule,
		received_at: now.getTime(),
		handed_over: reaction.isHandedOn ? 0 : 1,
	});
	if (facts.isRepeated) return 'new'; // it is in force already, and what the customer wrote since stays in force
	await clearDead(db, { phone });
	await changeConsent(db, keyring, { ...incoming, text }, reaction, facts.join);
	if (reaction.answer) await insertAnswer(db, incoming, reaction.answer);
	return 'new';
}

/** Undefined while parts are missing. */
async function wholeText(db: Db, { shop, carrier, text, part, now }: IncomingReply): Promise<string | undefined> {
	if (!part) return text;
	await insertPart(db, {
		shop,
		carrier,
		group_id: part.group,
		number: part.number,
		text,
		received_at: now.getTime(),
	});
	const parts = await partsOf(db, { shop, carrier, group: part.group });
	return parts.length < part.total ? undefined : parts.map((row) => row.text).join('');
}

const insertPart = prepared((db, { shop, carrier, group_id, number, text, received_at }: ReplyPartsTable) =>
	db
		.insertInto('reply_parts')
		.values({ shop, carrier, group_id, number, text, received_at })
		.onConflict((conflict) => conflict.doNothing()),
);

const partsOf = prepared((db, { shop, carrier, group }: { shop: string; carrier: string; group: string }) =>
	db
		.selectFrom('reply_parts')
		.select('text')
		.where('shop', '=', shop)
		.where('carrier', '=', carrier)
		.where('group_id', '=', group)
		.orderBy('number'),
);

const replyByMessage = prepared((db, values: { shop: string; carrier: string; messageId: string }) =>
	db
		.selectFrom('replies')
		.select(['handed_over', 'received_at'])
		.where('shop', '=', values.shop)
		.where('carrier', '=', values.carrier)
		.where('message_id', '=', values.messageId),
);

const saveReply = prepared((db, row: RepliesTable) =>
	db
		.insertInto('replies')
		.values({
			shop: row.shop,
			carrier: row.carrier,
			message_id: row.message_id,
			phone: row.phone,
			recipient: row.recipient,
			text: row.text,
			kind: row.kind,
			rule: row.rule,
			received_at: row.received_at,
			handed_over: row.handed_over,
		})
		.onConflict((conflict) =>
			conflict
				.columns(['shop', 'carrier', 'message_id'])
				.doUpdateSet({ received_at: row.received_at, handed_over: row.handed_over }),
		),
);

export const confirmReply = prepared((db, values: { shop: string; carrier: string; messageId: string }) =>
	db
		.updateTable('replies')
		.set({ handed_over: 1 })
		.where('shop', '=', values.shop)
		.where('carrier', '=', values.carrier)
		.where('message_id', '=', values.messageId),
);

/** Writes the reply as it is. */
export const touchReply = prepared((db, values: { shop: string; carrier: string; messageId: string }) =>
	db
		.updateTable('replies')
		.set(({ ref }) => ({ handed_over: ref('handed_over') }))
		.where('shop', '=', values.shop)
		.where('carrier', '=', values.carrier)
		.where('message_id', '=', values.messageId),
);

async function factsOf(db: Db, keyring: Keyring, reply: IncomingReply, isRepeated: boolean): Promise<ReplyFacts> {
	const { shop, phone, text, now } = reply;
	const latest = await latestTexts(db, { shop, phone });
	const [optOut] = await optOutOf(db, {
		shop,
		phone,
		subject: keyring.subject(shop, phone),
		subjectEverywhere: keyring.subject(EVERY_SHOP, phone),
	});
	const answered = latest.flatMap(({ answer, claimed_at }) =>
		answer && now.getTime() - claimed_at < DAY_MS ? [{ answer, at: new Date(claimed_at) }] : [],
	);
	return {
		text,
		orders: await ordersOf(db, shop, phone),
		optOut: optOut && { origin: optOut.origin as OptOut['origin'], at: new Date(optOut.at) },
		language: latest[0]?.language,
		answered,
		// what an earlier try has done needs no second look, and a wrong code is counted once
		optInRequest: isRepeated ? undefined : await awaitingRequest(db, keyring, reply),
		join: isRepeated ? undefined : await joinFacts(db, keyring, reply),
		isRepeated,
	};
}

const latestTexts = prepared((db, { shop, phone }: { shop: string; phone: string }) =>
	db
		.selectFrom('sends')
		.select(['language', 'answer', 'claimed_at'])
		.where('shop', '=', shop)
		.where('phone', '=', phone)
		.where('status', 'in', MAY_HAVE_LEFT)
		.orderBy('claimed_at', 'desc')
		.limit(LATEST_TEXTS),
);

/** A carrier's block first: it outweighs the customer's own opt-out. */
const optOutOf = prepared(
	(db, values: { shop: string; phone: string; subject: string; subjectEverywhere: string }) =>
		db
			.selectFrom('opt_outs')
			.select((eb) => ['origin', 'at', eb('shop', '=', EVERY_SHOP).as('is_everywhere')])
			.where('phone', '=', values.phone)
			.where((eb) => eb.or([eb('shop', '=', values.shop), eb('shop', '=', EVERY_SHOP)]))
			.unionAll(
				db
					.selectFrom('suppressions') // of people who were forgotten
					.select((eb) => [
						eb.ref('opt_out_origin').$notNull().as('origin'),
						eb.ref('opted_out_at').$notNull().as('at'),
						eb('shop', '=', EVERY_SHOP).as('is_everywhere'),
					])
					.where('subject', 'in', [values.subject, values.subjectEverywhere])
					.where('opt_out_origin', 'is not', null),
			)
			.orderBy('is_everywhere', 'desc'),
);

async function ordersOf(db: Db, shop: string, phone: string): Promise<KnownOrder[]> {
	const orders = await latestOrders(db, { shop, phone });
	if (orders.length === 0) return [];
	const ids = members(
		'order',
		orders.map(({ id }) => id),
	);
	const stages = await stagesOf(orders.length, db, ids);
	const parcels = await parcelsOf(orders.length, db, ids);
	return orders.map((order) => ({
		id: order.id,
		details: detailsOf(order),
		parcels: parcels.filter(({ order_id }) => order_id === order.id).map(parcelDetailsOf),
		seen: stages
			.filter(({ order_id }) => order_id === order.id)
			.map(
				({ parcel, stage, occurred_at }): ParcelStage => ({
					parcel,
					stage: stage as Stage,
					occurredAt: occurred_at ?? undefined,
				}),
			),
		updatedAt: new Date(order.updated_at),
	}));
}

const latestOrders = prepared((db, { shop, phone }: { shop: string; phone: string }) =>
	db
		.selectFrom('orders')
		.selectAll()
		.where('shop', '=', shop)
		.where('phone', '=', phone)
		.orderBy('updated_at', 'desc')
		.limit(MOST_ORDERS),
);

const orderIds = (count: number, values: Readonly<Record<string, string>>) =>
	memberNames('order', count).map((name) => values[name] as string);

const stagesOf = preparedBy(
	(count: number) => (db, values: Record<string, string>) =>
		db.selectFrom('order_stages').selectAll().where('order_id', 'in', orderIds(count, values)).orderBy('seen_at'),
);

const parcelsOf = preparedBy(
	(count: number) => (db, values: Record<string, string>) =>
		db.selectFrom('parcels').selectAll().where('order_id', 'in', orderIds(count, values)),
);
