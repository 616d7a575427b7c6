import { type OrderEvent } from '../domain/order-event';
import { type Fields } from './read';

/** What the operator decides about a source whose words are ambiguous. */
export interface SourceOptions {
	/** What a shop's "completed" means: WooCommerce has no word for shipped. @default 'shipped' */
	readonly completedMeans?: 'shipped' | 'delivered' | undefined;
	/** Whether orders still to be paid (cash on delivery, bank transfer) count as confirmed. @default false */
	readonly unpaidIsConfirmed?: boolean | undefined;
}

export interface SourceContext {
	/** Lower-case names. Empty unless the item comes from n8n's Webhook node. */
	readonly headers: Readonly<Record<string, string>>;
	/** The event's name, from the operator's field or a header; undefined when unknown. */
	readonly topic?: string | undefined;
	readonly options: SourceOptions;
}

/**
 * A shop or parcel tracker whose payloads we read.
 *
 * Adding one: a file here, a line in index.ts, its cases in test/sources.
 */
export interface Source {
	/** Saved in workflows and in the ledger: never rename. */
	readonly id: string;
	readonly name: string;
	/**
	 * How sure it is that a payload is its own: 0 (not mine) to 1 (certain). Rests on the documented structure of the
	 * payload, never on values that happen to stand in an example.
	 */
	detect(payload: Fields, headers: Readonly<Record<string, string>>): number;
	/**
	 * What happened, one event for each parcel or order. Called only with payloads it detected. An event without a stage
	 * means "recognised, and nothing to tell"; an unknown status word never becomes a stage, and lists of past statuses are
	 * never read.
	 */
	parse(payload: Fields, context: SourceContext): OrderEvent[];
}
