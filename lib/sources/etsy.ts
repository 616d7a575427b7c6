// Etsy: webhooks, which carry a link to the receipt, and the receipt of Open API v3. Etsy passes on no phone numbers.
// https://developers.etsy.com/documentation/essentials/webhooks  https://developers.etsy.com/documentation/reference#operation/getShopReceipt

import { EMPTY_EVENT, type OrderEvent, type StageReading } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import {
	countryOf,
	entryOf,
	eventPerParcel,
	field,
	type Fields,
	firstNameOf,
	has,
	idOf,
	itemsOf,
	linkOf,
	listOf,
	textOf,
	timeOf,
	wordOf,
} from './read';
import { type Source } from './source';

const EVENTS: Readonly<Record<string, Stage>> = {
	'order.paid': 'confirmed',
	'order.shipped': 'shipped',
	'order.delivered': 'delivered',
	'order.canceled': 'cancelled',
};

/** "completed" is paid and shipped, "partially refunded" says nothing of the parcel: is_shipped tells both. */
const STATUS: Readonly<Record<string, Stage>> = {
	open: 'awaiting_payment',
	'payment processing': 'awaiting_payment',
	paid: 'confirmed',
	canceled: 'cancelled',
	'fully refunded': 'refunded',
};

const isWebhook = (payload: Fields) => has(payload, 'event_type', 'resource_url', 'shop_id');
const isReceipt = (payload: Fields) =>
	has(payload, 'receipt_id', 'is_shipped') || has(payload, 'receipt_id', 'grandtotal');

export const etsy: Source = {
	id: 'etsy',
	name: 'Etsy',
	detect: (payload) => (isWebhook(payload) ? 0.9 : isReceipt(payload) ? 1 : 0),
	parse: (payload) => (isWebhook(payload) ? [parseWebhook(payload)] : parseReceipt(payload)),
};

const LOOKUP =
	'Etsy passes on no phone numbers of its buyers. Where you know the number from elsewhere, set Order Data to "Mapped Fields".';

function parseWebhook(payload: Fields): OrderEvent {
	const topic = textOf(payload.event_type);
	const orderId = /\/receipts\/(\d+)/.exec(textOf(payload.resource_url) ?? '')?.[1];
	return {
		...EMPTY_EVENT,
		source: 'etsy',
		fromShop: true,
		topic,
		stage: entryOf(EVENTS, topic) ?? null,
		stageEvidence: `event_type = ${topic ?? 'none'}`,
		orderNumber: orderId,
		orderId,
		lookup: LOOKUP,
	};
}

function parseReceipt(receipt: Fields): OrderEvent[] {
	return eventPerParcel({
		...EMPTY_EVENT,
		source: 'etsy',
		fromShop: true,
		...readingOf(receipt),
		occurredAt: timeOf(receipt.updated_timestamp) ?? timeOf(receipt.update_timestamp),
		orderNumber: idOf(receipt.receipt_id),
		orderId: idOf(receipt.receipt_id),
		firstName: firstNameOf(receipt.name),
		customerId: idOf(receipt.buyer_user_id),
		country: countryOf(receipt.country_iso),
		total: amountOf(receipt.grandtotal),
		currency: textOf(field(receipt.grandtotal, 'currency_code')),
		items: itemsOf(receipt.transactions, 'title'),
		trackings: listOf(receipt.shipments).flatMap((shipment) => {
			const number = idOf(field(shipment, 'tracking_code'));
			const url = linkOf(field(shipment, 'tracking_url'));
			return number || url ? [{ number, url, company: textOf(field(shipment, 'carrier_name')) }] : [];
		}),
		lookup: LOOKUP,
	});
}

function readingOf(receipt: Fields): StageReading {
	const status = wordOf(receipt.status);
	const stage = entryOf(STATUS, status) ?? null;
	const stageEvidence = `status = ${status || 'none'}, is_shipped = ${receipt.is_shipped === true}`;
	const isOver = stage === 'cancelled' || stage === 'refunded';
	return { stage: receipt.is_shipped === true && !isOver ? 'shipped' : stage, stageEvidence };
}

/** {amount: 11250, divisor: 100} is "112.50". */
function amountOf(money: unknown): string | undefined {
	const [amount, divisor] = [field(money, 'amount'), field(money, 'divisor')];
	const digits = typeof divisor === 'number' ? Math.log10(divisor) : NaN;
	return typeof amount === 'number' &&
		Number.isSafeInteger(amount) &&
		Number.isInteger(digits) &&
		digits >= 0 &&
		digits <= 4
		? (amount / 10 ** digits).toFixed(digits)
		: undefined;
}
