// Amazon Selling Partner API: notifications (ORDER_CHANGE, FULFILLMENT_ORDER_STATUS, SHIPMENT_TRACKING_MILESTONE_CHANGED, in
// the queue's wrapping or out of it) and the order of the Orders API 2026-01-01.
// https://github.com/amzn/selling-partner-api-models (schemas/notifications, models/orders-api-model)

import { EMPTY_EVENT, type OrderEvent, type StageReading } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { type Reason } from '../domain/texts/texts';
import { orderLookUp, parcelLookUp } from './protocols/look-up';
import {
	at,
	countryOf,
	entryOf,
	eventPerParcel,
	field,
	type Fields,
	fieldsOf,
	firstNameOf,
	has,
	idOf,
	isFields,
	linkOf,
	listOf,
	numberOf,
	phonesOf,
	textOf,
	timeOf,
} from './read';
import { type Source, type SourceContext } from './source';

/** OrderStatus of a notification and fulfillmentStatus of the order; "unfulfillable" is between Amazon and the shop. */
const ORDER_STATUS: Readonly<Record<string, Stage>> = {
	pending: 'awaiting_payment',
	unshipped: 'confirmed',
	partiallyshipped: 'shipped',
	shipped: 'shipped',
	canceled: 'cancelled',
	cancelled: 'cancelled',
};

/** packageStatus.status */
const PACKAGE: Readonly<Record<string, Stage>> = {
	pending: 'label_created',
	shipped: 'shipped',
	intransit: 'shipped',
	delivered: 'delivered',
	undeliverable: 'exception',
};

interface Meaning {
	readonly stage: Stage;
	readonly reasonCode?: Reason;
}

/** detailedStatus and EasyShipShipmentStatus: refine a parcel that is on its way, and nothing else. */
const DETAIL: Readonly<Record<string, Meaning>> = {
	outfordelivery: { stage: 'out_for_delivery' },
	delivered: { stage: 'delivered' },
	rejectedbybuyer: { stage: 'returned', reasonCode: 'refused' },
	returningtoseller: { stage: 'returned' },
	returnedtoseller: { stage: 'returned' },
	undeliverable: { stage: 'exception' },
	lost: { stage: 'exception', reasonCode: 'lost' },
	damaged: { stage: 'exception', reasonCode: 'damaged' },
};

/** FulfillmentOrderStatus and FulfillmentShipmentStatus of multi-channel fulfillment: its cancellation is not the shop's order's. */
const FULFILLMENT: Readonly<Record<string, Stage>> = {
	complete: 'shipped',
	completepartialled: 'shipped',
	shipped: 'shipped',
};

/** Milestones, as far as they are documented. */
const MILESTONE: Readonly<Record<string, Stage>> = {
	shipped: 'shipped',
	outfordelivery: 'out_for_delivery',
	delivered: 'delivered',
};

/** Both the words' and the fields' case differ between notifications and APIs. */
const word = (value: unknown) => textOf(value)?.replaceAll('_', '').toLowerCase();
const either = (fields: unknown, camel: string) =>
	field(fields, camel) ?? field(fields, camel.charAt(0).toUpperCase() + camel.slice(1));

const isNotification = (payload: Fields) =>
	(has(payload, 'NotificationType') && isFields(payload.Payload)) ||
	(has(payload, 'notificationType') && isFields(payload.payload) && !has(payload, 'resource'));
const isOrder = (payload: Fields) =>
	has(payload, 'orderId', 'salesChannel') ||
	(has(payload, 'orderId') && has(fieldsOf(payload.fulfillment), 'fulfillmentStatus'));
const isOldOrder = (payload: Fields) => has(payload, 'AmazonOrderId', 'OrderStatus');

export const amazon: Source = {
	id: 'amazon',
	name: 'Amazon SP-API',
	detect: (payload) => (isNotification(payload) ? 1 : isOrder(payload) || isOldOrder(payload) ? 0.9 : 0),

	parse(payload, context) {
		if (isNotification(payload)) return parseNotification(payload, context);
		return isOrder(payload)
			? parseOrder(payload, context)
			: [orderEvent(payload, textOf(payload.OrderStatus), context)];
	},
};

function parseNotification(payload: Fields, context: SourceContext): OrderEvent[] {
	const body = either(payload, 'payload');
	const notice = {
		topic: textOf(either(payload, 'notificationType')),
		eventId: textOf(either(either(payload, 'notificationMetadata'), 'notificationId')),
		occurredAt: timeOf(either(payload, 'eventTime')),
	};
	const [change, fulfillment, milestone] = [
		'orderChangeNotification',
		'fulfillmentOrderStatusNotification',
		'shipmentTrackingMilestoneChangedNotification',
	].map((name) => either(body, name));
	const events = isFields(change)
		? [parseChange(change, context)]
		: isFields(fulfillment)
			? parseFulfillment(fulfillment)
			: isFields(milestone)
				? [parseMilestone(milestone)]
				: [];
	const nothing: OrderEvent = {
		...EMPTY_EVENT,
		source: 'amazon',
		fromShop: true,
		stageEvidence: `a notification of ${notice.topic ?? 'nothing'}`,
	};
	return (events.length > 0 ? events : [nothing]).map((event) => ({ ...event, ...notice }));
}

const byStatus = (status: string | undefined, { options }: SourceContext): StageReading => {
	const stage = entryOf(ORDER_STATUS, word(status)) ?? null;
	return {
		stage: stage === 'awaiting_payment' && options.unpaidIsConfirmed ? 'confirmed' : stage,
		stageEvidence: `OrderStatus = ${status ?? 'none'}`,
	};
};

/** Of an order that carries no address: that of the old API, or of a notification. */
function orderEvent(order: Fields, status: string | undefined, context: SourceContext): OrderEvent {
	const orderId = idOf(order.AmazonOrderId);
	return {
		...EMPTY_EVENT,
		source: 'amazon',
		fromShop: true,
		...byStatus(status, context),
		orderNumber: orderId,
		orderId,
		...orderLookUp('Amazon', `/orders/2026-01-01/orders/${orderId ?? '{orderId}'}`),
	};
}

function parseChange(change: Fields, context: SourceContext): OrderEvent {
	const summary = fieldsOf(change.Summary);
	const status = textOf(summary.OrderStatus);
	const event = orderEvent(change, status, context);
	const kind = textOf(change.OrderChangeType);
	const shared = {
		...event,
		eta: textOf(summary.LatestDeliveryDate),
		reason: textOf(at(change, 'OrderChangeTrigger', 'ChangeReason')),
	};
	// a buyer who asks for a cancellation has no cancelled order yet
	if (kind !== 'OrderStatusChange')
		return { ...shared, stage: null, stageEvidence: `OrderChangeType = ${kind ?? 'none'}` };
	const detail = textOf(summary.EasyShipShipmentStatus);
	const meaning = event.stage === 'shipped' ? entryOf(DETAIL, word(detail)) : undefined;
	return {
		...shared,
		...meaning,
		stageEvidence: `${event.stageEvidence}${meaning ? `, EasyShipShipmentStatus = ${detail}` : ''}`,
	};
}

function parseFulfillment(notice: Fields): OrderEvent[] {
	const shipment = fieldsOf(notice.FulfillmentShipment);
	const status = textOf(shipment.FulfillmentShipmentStatus) ?? textOf(notice.FulfillmentOrderStatus);
	const numbers = new Set<string>();
	const trackings = listOf(shipment.FulfillmentShipmentPackages).flatMap((entry) => {
		const number = idOf(field(entry, 'TrackingNumber'));
		if (!number || numbers.has(number)) return [];
		numbers.add(number);
		return [{ number, company: textOf(field(entry, 'CarrierCode')) }];
	});
	return eventPerParcel({
		...EMPTY_EVENT,
		source: 'amazon',
		stage: entryOf(FULFILLMENT, word(status)) ?? null,
		stageEvidence: `FulfillmentShipmentStatus = ${status ?? 'none'}`,
		orderNumber: idOf(notice.SellerFulfillmentOrderId), // the shop's own, not Amazon's
		trackings,
		eta: textOf(shipment.EstimatedArrivalDateTime),
		...parcelLookUp('Amazon'),
	});
}

function parseMilestone(milestone: Fields): OrderEvent {
	const detail = fieldsOf(milestone.trackingDetail);
	const code = textOf(at(detail, 'latestMilestone', 'status', 'code'));
	const number = idOf(at(detail, 'identifier', 'aftn'));
	const url = linkOf(detail.trackingUrl);
	return {
		...EMPTY_EVENT,
		source: 'amazon',
		stage: entryOf(MILESTONE, word(code)) ?? null,
		stageEvidence: `latestMilestone.status.code = ${code ?? 'none'}`,
		trackings: number || url ? [{ number, url }] : [],
		eta: textOf(at(listOf(detail.trackingEstimates)[0], 'estimatedInterval', 'endTime')),
		...parcelLookUp('Amazon'),
	};
}

/** One event for each package, because each is somewhere else. */
function parseOrder(order: Fields, context: SourceContext): OrderEvent[] {
	const address = fieldsOf(at(order, 'recipient', 'deliveryAddress'));
	const country = countryOf(address.countryCode);
	const firstName = firstNameOf(address.name, at(order, 'buyer', 'buyerName'));
	const orderId = idOf(order.orderId);
	const phones = phonesOf([
		{ path: 'recipient.deliveryAddress.phone', raw: address.phone, country, firstName: firstNameOf(address.name) },
	]);
	const shared: OrderEvent = {
		...EMPTY_EVENT,
		source: 'amazon',
		fromShop: true,
		...byStatus(textOf(at(order, 'fulfillment', 'fulfillmentStatus')), context),
		occurredAt: timeOf(order.lastUpdatedTime),
		orderNumber: orderId,
		orderId,
		firstName,
		phones,
		country,
		total: textOf(at(order, 'proceeds', 'grandTotal', 'amount')),
		currency: textOf(at(order, 'proceeds', 'grandTotal', 'currencyCode')),
		items: listOf(order.orderItems).flatMap((line) => {
			const name = textOf(at(line, 'product', 'title'));
			return name ? [{ name, quantity: numberOf(field(line, 'quantityOrdered')) || 1 }] : [];
		}),
		eta: textOf(at(order, 'fulfillment', 'deliverByWindow', 'latestDateTime')),
		lookup:
			phones.length > 0
				? undefined
				: 'Amazon gave no phone number with this order: it leaves it out for orders that it sends itself, and after the delivery.',
	};
	const packages =
		shared.stage === 'shipped' ? listOf(order.packages).filter((entry) => idOf(field(entry, 'trackingNumber'))) : [];
	const events = packages.slice(0, 50).map((entry) => ({
		...shared,
		...packageReading(entry),
		trackings: [{ number: idOf(field(entry, 'trackingNumber')), company: textOf(field(entry, 'carrier')) }],
	}));
	return events.length > 0 ? events : [shared];
}

function packageReading(entry: unknown): StageReading & { reasonCode?: Reason } {
	const [status, detail] = ['status', 'detailedStatus'].map((name) => textOf(at(entry, 'packageStatus', name)));
	const stage = entryOf(PACKAGE, word(status)) ?? null;
	const stageEvidence = `packageStatus = ${status ?? 'none'}${detail ? ` (${detail})` : ''}`;
	const meaning = stage === 'shipped' || stage === 'exception' ? entryOf(DETAIL, word(detail)) : undefined;
	return { stage, ...meaning, stageEvidence };
}
