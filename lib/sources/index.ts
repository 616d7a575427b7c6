import { DomainError } from '../domain/errors';
import { type OrderEvent } from '../domain/order-event';
import { aftership } from './aftership';
import { type Fields, isFields } from './read';
import { shopify } from './shopify';
import { type Source, type SourceOptions } from './source';
import { findPayloads, openItem } from './unwrap';
import { woocommerce } from './woocommerce';

/** One line for each source. */
export const SOURCES: readonly Source[] = [shopify, woocommerce, aftership];

export interface ReadOptions extends SourceOptions {
	/** Event or topic as the operator gave it; wins over headers. */
	readonly topic?: string | undefined;
}

/**
 * Reads an n8n item: finds the order or tracking payloads in it, tells whose they are, and says what happened.
 *
 * @param json the item's json: a payload at top level, or the Webhook node's {headers, body}.
 * @returns one event for each order or parcel; at least one.
 * @throws DomainError `no-order` when nothing in the item is a payload that any source knows.
 */
export function readOrderEvents(json: unknown, options: ReadOptions = {}): OrderEvent[] {
	const { content, headers } = openItem(json);
	const context = { headers, topic: options.topic || undefined, options };
	const found = findPayloads(content, (payload) => sourceOf(payload, headers)?.parse(payload, context));
	const events = found.flat();
	if (events.length === 0) throw notAnOrder(content);
	return events;
}

/** The source that is surest of a payload; undefined when none knows it. */
function sourceOf(payload: Fields, headers: Readonly<Record<string, string>>): Source | undefined {
	let best: Source | undefined;
	let confidence = 0;
	for (const source of SOURCES) {
		const found = source.detect(payload, headers);
		if (found > confidence) [best, confidence] = [source, found];
	}
	return best;
}

function notAnOrder(content: unknown): DomainError {
	const keys = isFields(content) ? Object.keys(content).slice(0, 8).join(', ') : '';
	return new DomainError(
		'no-order',
		`This item is no order or parcel event that ${SOURCES.map(({ name }) => name).join(', ')} would send${keys ? ` (its fields: ${keys})` : ''}`,
		'Looked for an order, fulfillment, refund or tracking object at the top, in "body" and in the usual wrappers. For another system set Order Data to "Mapped Fields" and say where the order number, phone and stage stand.',
	);
}
