// What an order event tells the ledger, and what its text takes from all that the ledger knows.
import { type TextSubject } from '../domain/compose';
import { type ParcelOfSeveral } from '../domain/compose-values';
import { type OrderEvent, type OrderItem, type Tracking } from '../domain/order-event';
import { normaliseTracking, orderRefs, parcelOf, WHOLE_ORDER } from '../domain/order-identity';
import { type Recipient } from '../domain/phone';
import { type ShopProfile } from '../domain/shop-profile';
import { type OrderFacts, type Sighting } from '../ledger/ledger';

/** What the text is about: the event, completed by what is known of its order (which holds the event's own words already). */
export function subjectOf(
	event: OrderEvent,
	{ details, parcels }: OrderFacts,
	recipient: Recipient | undefined,
): TextSubject {
	const isOwnNumber = recipient !== undefined && recipient.e164 === details.phone;
	return {
		...event,
		orderNumber: details.number,
		// the name that belongs to the number: a gift's recipient is not its buyer
		firstName: isOwnNumber ? (recipient.field.firstName ?? details.firstName) : details.firstName,
		country: details.country,
		language: details.language,
		total: details.total,
		currency: event.currency ?? details.currency,
		items: event.items.length > 0 ? event.items : itemsFromJson(details.items),
		orderUrl: details.orderUrl,
		trackings: trackingsOf(event, parcels),
		parcel: parcelOfSeveral(event, parcels),
	};
}

/**
 * Which of the order's parcels an event is about, in the order of their numbers, so that each keeps its place whoever is first
 * to tell of it. Undefined where it is about no parcel or about several, or where no other is known.
 */
function parcelOfSeveral(event: OrderEvent, parcels: OrderFacts['parcels']): ParcelOfSeveral | undefined {
	const own = event.trackings.length === 1 ? parcelOf(event) : null;
	if (!own) return undefined;
	const siblings = (event.parcelNumbers ?? []).flatMap((number) => normaliseTracking(number) ?? []);
	const known = parcels.map(({ parcel }) => parcel).filter((parcel) => parcel !== WHOLE_ORDER);
	const all = [...new Set([own, ...siblings, ...known])].sort();
	return all.length > 1 ? { index: all.indexOf(own) + 1, count: all.length } : undefined;
}

/** A parcel's link as its own events gave it; an event that names no parcel means the only one, where there is only one. */
function trackingsOf({ trackings }: OrderEvent, parcels: OrderFacts['parcels']): readonly Tracking[] {
	const known = parcels.map(({ trackingNumber: number, trackingUrl: url, trackingCompany: company }) => ({
		number,
		url,
		company,
	}));
	if (trackings.length === 0) return known.length === 1 ? known : [];
	return trackings.map((tracking) => ({
		...known.find(({ number }) => number === tracking.number),
		...Object.fromEntries(Object.entries(tracking).filter(([, value]) => value !== undefined)),
	}));
}

/** How many things of an order are remembered; a text names the first and counts the others. */
const MOST_ITEMS = 20;

const itemsFromJson = (json: string | undefined): OrderItem[] => (json ? (JSON.parse(json) as OrderItem[]) : []);

/** A test text leaves no trace in the order's history. */
export function sightingOf(
	event: OrderEvent,
	settings: { readonly profile: ShopProfile; readonly now: Date; readonly testRedirect?: string | undefined },
	recipient: Recipient | undefined,
	newIds: { readonly order: string; readonly person: string },
): Sighting {
	const [parcel] = event.trackings;
	return {
		shop: settings.profile.key,
		now: settings.now,
		refs: orderRefs(event),
		remember: !settings.testRedirect,
		source: event.fromShop ? event.source : '',
		details: {
			number: event.orderNumber,
			phone: recipient?.problem === undefined ? recipient?.e164 : undefined,
			firstName: recipient?.field.firstName ?? event.firstName,
			country: event.country,
			language: event.language,
			total: event.total,
			currency: event.currency,
			orderUrl: event.orderUrl,
			items: event.items.length > 0 ? JSON.stringify(event.items.slice(0, MOST_ITEMS)) : undefined,
		},
		parcel: parcelOf(event),
		parcelDetails: {
			trackingNumber: parcel?.number,
			trackingUrl: parcel?.url,
			trackingCompany: parcel?.company,
			eta: event.eta,
		},
		stage: event.stage,
		occurredAt: event.occurredAt,
		newOrderId: newIds.order,
		person: event.test ? undefined : { newId: newIds.person, customerId: customerOf(event, recipient) },
	};
}

/** The number of a gift's recipient is not its buyer's. */
function customerOf({ customerId, firstName }: OrderEvent, recipient: Recipient | undefined): string | undefined {
	const ownersName = recipient?.field.firstName;
	const isBuyers = !ownersName || !firstName || ownersName.toLowerCase() === firstName.toLowerCase();
	return isBuyers ? customerId : undefined;
}
