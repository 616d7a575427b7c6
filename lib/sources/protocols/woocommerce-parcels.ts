// Where WooCommerce's plug-ins keep parcels: in the order's meta_data, each in its own way.

import { type Tracking } from '../../domain/order-event';
import { at, field, type Fields, firstText, idOf, isFields, linkOf, listOf, textOf } from '../read';

/** meta_data is a list of {key, value}; a later entry of the same key wins. */
export function metaOf(order: Fields): ReadonlyMap<string, unknown> {
	const meta = new Map<string, unknown>();
	for (const entry of listOf(order.meta_data)) {
		const key = textOf(field(entry, 'key'));
		if (key) meta.set(key, field(entry, 'value'));
	}
	return meta;
}

/**
 * Keys under which plug-ins keep a list of parcels. The first is the official Shipment Tracking's, and Advanced Shipment
 * Tracking's (github.com/zorem/woo-advanced-shipment-tracking); then AfterShip's
 * (github.com/AfterShip/aftership-apps-woocommerce) and ParcelPanel's, an object by tracking number in a JSON text.
 */
const LIST_KEYS = ['_wc_shipment_tracking_items', '_aftership_tracking_items', '_parcelpanel_shipping_numbers'];

interface SingleKeys {
	readonly number: string;
	readonly company: readonly string[];
	readonly url?: string;
}

/** Keys under which they keep one number: AfterShip's older ones, YITH Order Tracking's, and what small plug-ins use. */
const SINGLE_KEYS: readonly SingleKeys[] = [
	{ number: '_aftership_tracking_number', company: ['_aftership_tracking_provider_name'] },
	{ number: 'ywot_tracking_code', company: ['ywot_carrier_name', 'ywot_carrier_id'] },
	{ number: '_tracking_number', company: ['_tracking_provider'], url: '_tracking_url' },
	{ number: 'tracking_number', company: ['tracking_provider'], url: 'tracking_url' },
];

/** The parcels of an order; those of the first plug-in that has any. */
export function trackingsOf(meta: ReadonlyMap<string, unknown>): Tracking[] {
	for (const key of LIST_KEYS) {
		const trackings = listIn(meta.get(key))
			.map(trackingOf)
			.filter(({ number, url }) => number || url);
		if (trackings.length > 0) return trackings;
	}
	for (const keys of SINGLE_KEYS) {
		const number = idOf(meta.get(keys.number));
		const company = firstText(...keys.company.map((key) => meta.get(key)));
		if (number) return [{ number, company, url: keys.url ? trackingLink(meta.get(keys.url)) : undefined }];
	}
	return [];
}

const LINK_FIELDS = [
	'custom_tracking_link',
	'formatted_tracking_link',
	'ast_tracking_link',
	'tracking_link',
	'tracking_url',
	'url',
];

const trackingOf = (entry: unknown): Tracking => ({
	number: ['tracking_number', 'tracking_code', 'number'].map((name) => idOf(field(entry, name))).find(Boolean),
	url: LINK_FIELDS.map((name) => trackingLink(field(entry, name))).find(Boolean),
	company: firstText(
		field(entry, 'custom_tracking_provider'),
		field(entry, 'formatted_tracking_provider'),
		field(entry, 'tracking_provider'),
		field(entry, 'slug'),
		field(entry, 'courier_code'),
		at(entry, 'courier', 'name'),
	),
});

/** A link; undefined where it still has the placeholder that the plug-in would fill with the number: it leads nowhere. */
function trackingLink(value: unknown): string | undefined {
	const link = linkOf(value);
	return link && /%number%|%\d\$s/.test(link) ? undefined : link;
}

/** A list, an object of entries, or either of them as JSON, twice over too. (PHP-serialised values are left alone.) */
function listIn(value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value;
	if (isFields(value)) return Object.values(value);
	if (typeof value !== 'string' || !/^\s*[[{"]/.test(value)) return [];
	try {
		return listIn(JSON.parse(value));
	} catch {
		return [];
	}
}
