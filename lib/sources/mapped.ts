// Fields that the operator named himself, for shops and trackers that no adapter reads.

import { EMPTY_EVENT, type OrderEvent, type StageReading } from '../domain/order-event';
import { DomainError } from '../domain/errors';
import { isStage, type Stage } from '../domain/stages';
import { countryOf, entryOf, firstNameOf, givenNameOf, idOf, languageOf, linkOf, phonesOf, textOf } from './read';

/** What the operator filled in for one item; everything is text as it came out of an expression. */
export interface MappedFields {
	readonly stage?: unknown;
	readonly orderNumber?: unknown;
	readonly phone?: unknown;
	readonly firstName?: unknown;
	readonly customerId?: unknown;
	readonly country?: unknown;
	readonly language?: unknown;
	readonly total?: unknown;
	readonly currency?: unknown;
	readonly refundAmount?: unknown;
	readonly items?: unknown;
	readonly orderUrl?: unknown;
	readonly trackingNumber?: unknown;
	readonly trackingUrl?: unknown;
	readonly trackingCompany?: unknown;
	readonly eta?: unknown;
	readonly reason?: unknown;
}

/** Everyday spellings of our stages. Machine words of shops are not here on purpose: they mean different things. */
const ALIASES: Readonly<Record<string, Stage>> = {
	order_confirmed: 'confirmed',
	in_transit: 'shipped',
	available_for_pickup: 'ready_for_pickup',
	attempted_delivery: 'failed_attempt',
	canceled: 'cancelled',
};

/**
 * @throws DomainError `no-order` when neither an order number nor a tracking number, or no stage, is given: the message
 * says which field is empty.
 */
export function eventFromFields(fields: MappedFields): OrderEvent {
	const orderNumber = textOf(fields.orderNumber);
	const trackingNumber = textOf(fields.trackingNumber);
	if (!orderNumber && !trackingNumber) {
		throw new DomainError(
			'no-order',
			'The mapped fields give neither an order number nor a tracking number',
			'Fill in Order Number with an expression that yields it for this item, e.g. {{ $json.orderNumber }}.',
		);
	}
	const country = countryOf(fields.country);
	const trackingUrl = linkOf(fields.trackingUrl);
	const company = textOf(fields.trackingCompany);
	return {
		...EMPTY_EVENT,
		source: 'mapped',
		...stageOf(textOf(fields.stage)),
		orderNumber,
		firstName: givenNameOf(fields.firstName) ?? firstNameOf(fields.firstName),
		customerId: idOf(fields.customerId),
		phones: phonesOf([{ path: 'Phone', raw: fields.phone, country }]),
		country,
		language: languageOf(fields.language),
		total: amountOf(fields.total),
		currency: textOf(fields.currency)?.toUpperCase(),
		refunds: [amountOf(fields.refundAmount) ?? []].flat(),
		items: textOf(fields.items) ? [{ name: textOf(fields.items) as string, quantity: 1 }] : [],
		orderUrl: linkOf(fields.orderUrl),
		trackings: trackingNumber || trackingUrl ? [{ number: trackingNumber, url: trackingUrl, company }] : [],
		eta: textOf(fields.eta),
		reason: textOf(fields.reason),
		reasonForCustomer: textOf(fields.reason),
	};
}

/** "1,234.50", "1.234,50", "1 234,50" and "49,99" are amounts; anything else stays as it is written. */
function amountOf(value: unknown): string | undefined {
	const text = textOf(value);
	const digits = text?.replace(/\s/g, '') ?? '';
	if (/^-?(\d+|\d{1,3}(\.\d{3})+),\d{1,2}$/.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
	return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : text;
}

function stageOf(word: string | undefined): StageReading {
	if (!word) {
		throw new DomainError(
			'no-order',
			'The mapped fields give no stage',
			'Choose a Stage, or set it with an expression that yields one of its values, e.g. shipped.',
		);
	}
	const name = word.toLowerCase().replace(/[\s-]+/g, '_');
	const stage = isStage(name) ? name : (entryOf(ALIASES, name) ?? null);
	return { stage, stageEvidence: `the Stage field = ${word}` };
}
