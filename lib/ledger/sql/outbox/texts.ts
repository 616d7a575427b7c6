// Texts of the outbox as they stand in the message log.
import { type GateMessage } from '../../../domain/gate';
import { type OutboxText } from '../../outbox';
import { type CampaignsTable, type OrdersTable, type SendsTable } from '../../schema';
import { dateOf } from '../date-of';
import { type Db } from '../engine';

export type OutboxRow = SendsTable & { order_number: OrdersTable['number']; campaign_name: CampaignsTable['name'] | null };

export const outboxRows = (db: Db) =>
	db
		.selectFrom('sends')
		.leftJoin('orders', 'orders.id', 'sends.order_id')
		.leftJoin('campaigns', 'campaigns.id', 'sends.campaign_id')
		.selectAll('sends')
		.select(['orders.number as order_number', 'campaigns.name as campaign_name']);

export const outboxText = (row: OutboxRow): OutboxText => ({
	sendId: row.id,
	shop: row.shop,
	to: row.phone,
	text: row.text,
	language: row.language,
	encoding: row.encoding,
	segments: row.segments,
	carrier: row.carrier,
	sender: row.sender,
	picture: row.picture ?? undefined,
	purpose: row.purpose,
	stage: row.stage ?? undefined,
	orderNumber: row.order_number ?? undefined,
	campaign: row.campaign_id === null ? undefined : { id: row.campaign_id, name: row.campaign_name ?? '' },
	variant: row.variant ?? undefined,
	since: new Date(row.claimed_at),
	dueAt: dateOf(row.due_at),
	tries: row.tries,
	message: row.gate_message === null ? undefined : readMessage(row.gate_message),
});

/** In JSON, moments are ISO 8601. */
type Written<T> = T extends Date ? string : T extends object ? { [Key in keyof T]: Written<T[Key]> } : T;

function readMessage(json: string): GateMessage {
	const message = JSON.parse(json) as Written<GateMessage>;
	const { notBefore, notAfter } = message;
	const cart = message.purpose === 'transactional' ? undefined : message.cart;
	return {
		...message,
		...(notBefore !== undefined && { notBefore: new Date(notBefore) }),
		...(notAfter !== undefined && { notAfter: new Date(notAfter) }),
		...(cart !== undefined && { cart: { abandonedAt: new Date(cart.abandonedAt) } }),
	} as GateMessage;
}
