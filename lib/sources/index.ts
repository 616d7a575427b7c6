import { DomainError } from '../domain/errors';
import { type OrderEvent } from '../domain/order-event';
import { seventeenTrack } from './17track';
import { aftership } from './aftership';
import { amazon } from './amazon';
import { australiaPost } from './australia-post';
import { baselinker } from './baselinker';
import { bigcommerce } from './bigcommerce';
import { clickpost } from './clickpost';
import { commercetools } from './commercetools';
import { delhivery } from './delhivery';
import { dhl } from './dhl';
import { easypost } from './easypost';
import { easyship } from './easyship';
import { ebay } from './ebay';
import { ecomExpress } from './ecom-express';
import { ecwid } from './ecwid';
import { etsy } from './etsy';
import { fedex } from './fedex';
import { gls } from './gls';
import { inpost } from './inpost';
import { karrio } from './karrio';
import { magento } from './magento';
import { medusa } from './medusa';
import { onfleet } from './onfleet';
import { prestashop } from './prestashop';
import { royalMail } from './royal-mail';
import { saleor } from './saleor';
import { sendcloud } from './sendcloud';
import { ship24 } from './ship24';
import { shipengine } from './shipengine';
import { shippo } from './shippo';
import { shiprocket } from './shiprocket';
import { shoper } from './shoper';
import { shopware } from './shopware';
import { squarespace } from './squarespace';
import { tiendanube } from './tiendanube';
import { trackingmore } from './trackingmore';
import { ups } from './ups';
import { usps } from './usps';
import { wix } from './wix';
import { guessOrderEvent } from './generic';
import { readNormalised } from './normalised';
import { type Fields, isFields } from './read';
import { shopify } from './shopify';
import { type Source, type SourceOptions } from './source';
import { findPayloads, openItem } from './unwrap';
import { woocommerce } from './woocommerce';

/** One line for each source: first the shops, then the parcel trackers, each by its id. */
export const SOURCES: readonly Source[] = [
	// shops
	amazon,
	baselinker,
	bigcommerce,
	commercetools,
	ebay,
	ecwid,
	etsy,
	magento,
	medusa,
	prestashop,
	saleor,
	shoper,
	shopify,
	shopware,
	squarespace,
	tiendanube,
	wix,
	woocommerce,
	// parcel trackers
	seventeenTrack,
	aftership,
	australiaPost,
	clickpost,
	delhivery,
	dhl,
	easypost,
	easyship,
	ecomExpress,
	fedex,
	gls,
	inpost,
	karrio,
	onfleet,
	royalMail,
	sendcloud,
	ship24,
	shipengine,
	shippo,
	shiprocket,
	trackingmore,
	ups,
	usps,
];

export interface ReadOptions extends SourceOptions {
	/** Event or topic as the operator gave it; wins over headers. */
	readonly topic?: string | undefined;
}

/**
 * Reads an n8n item: finds the order or tracking payloads in it, tells whose they are, and says what happened. Where no
 * source knows any of them, their fields are read if they are plain, and the events are marked as guessed.
 *
 * @param json the item's json: a payload at top level, or the Webhook node's {headers, body}.
 * @returns one event for each order or parcel; at least one.
 * @throws DomainError `no-order` when nothing in the item is a payload that any source knows, or that names an order.
 */
export function readOrderEvents(json: unknown, options: ReadOptions = {}): OrderEvent[] {
	const normalised = readNormalised(json);
	if (normalised) return [normalised];
	const { content, headers } = openItem(json);
	const topic = options.topic || undefined;
	const context = { headers, topic, options };
	const found = findPayloads(content, (payload) => withSiblings(sourceOf(payload, headers)?.parse(payload, context))).flat();
	const events = found.length > 0 ? found : findPayloads(content, guessOrderEvent);
	if (events.length === 0) throw notAnOrder(content);
	return topic ? events.map((event) => ({ ...event, topic })) : events;
}

/** Events about parcels of one order know of each other. */
function withSiblings(events: OrderEvent[] | undefined): OrderEvent[] | undefined {
	if (!events || events.length < 2) return events;
	const numbers = new Map<string, Set<string>>();
	const orderOf = ({ orderId, orderNumber }: OrderEvent) => orderId ?? orderNumber;
	for (const event of events) {
		const order = orderOf(event);
		const number = event.trackings[0]?.number;
		if (order && number) numbers.set(order, (numbers.get(order) ?? new Set()).add(number));
	}
	return events.map((event) => {
		const siblings = numbers.get(orderOf(event) ?? '');
		return siblings && siblings.size > 1 ? { ...event, parcelNumbers: [...siblings] } : event;
	});
}

/** The source that is surest of a payload; undefined when none knows it. */
function sourceOf(payload: Fields, headers: Readonly<Record<string, string>>): Source | undefined {
	let best: Source | undefined;
	let confidence = 0;
	for (const source of SOURCES) {
		const found = source.detect(payload, headers);
		if (found >= 1) return source;
		if (found > confidence) [best, confidence] = [source, found];
	}
	return best;
}

function notAnOrder(content: unknown): DomainError {
	const keys = isFields(content) ? Object.keys(content).slice(0, 8).join(', ') : '';
	return new DomainError(
		'no-order',
		`This item is no order or parcel event of any of the ${SOURCES.length} shops and parcel trackers that are read by themselves${keys ? ` (its fields: ${keys})` : ''}`,
		'Looked for an order, fulfillment, refund or tracking object at the top, in "body" and in the usual wrappers. For another system set Order Data to "Mapped Fields" and say where the order number, phone and stage stand.',
	);
}
