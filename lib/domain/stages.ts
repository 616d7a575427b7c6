/** Stages that never cause a text: they are remembered, nothing more. */
export const SILENT_STAGES = ['awaiting_payment', 'label_created', 'return_requested'] as const;

/** Stages that a customer is told about, in the order in which an undisturbed order passes them. */
export const TEXTED_STAGES = [
	'confirmed',
	'shipped',
	'out_for_delivery',
	'ready_for_pickup',
	'delivered',
	'delayed',
	'failed_attempt',
	'returned',
	'cancelled',
	'refunded',
	'exception',
] as const;

export type SilentStage = (typeof SILENT_STAGES)[number];
export type TextedStage = (typeof TEXTED_STAGES)[number];
export type Stage = SilentStage | TextedStage;

const textedStages: ReadonlySet<string> = new Set(TEXTED_STAGES);
const allStages: ReadonlySet<string> = new Set([...SILENT_STAGES, ...TEXTED_STAGES]);

export const isTextedStage = (value: unknown): value is TextedStage =>
	typeof value === 'string' && textedStages.has(value);

export const isStage = (value: unknown): value is Stage => typeof value === 'string' && allStages.has(value);

/** How a stage is called in a sentence to the operator. */
export const STAGE_LABELS: Readonly<Record<Stage, string>> = {
	awaiting_payment: 'awaiting payment',
	label_created: 'label created',
	return_requested: 'return requested',
	confirmed: 'confirmed',
	shipped: 'shipped',
	out_for_delivery: 'out for delivery',
	ready_for_pickup: 'ready for pickup',
	delivered: 'delivered',
	delayed: 'delayed',
	failed_attempt: 'failed delivery attempt',
	returned: 'returned',
	cancelled: 'cancelled',
	refunded: 'refunded',
	exception: 'exception',
};

/**
 * Once one of the stages on the right has been seen for a parcel (or for the whole order), a text about the stage on the
 * left would tell the customer something that is over: the event is late or out of order.
 *
 * Nothing overtakes a refund: it is about money, and it may be for a part of the order only, so it does not end the
 * parcel's story either. A return may follow a delivery.
 */
const OVERTAKEN_BY: Readonly<Record<TextedStage, readonly Stage[]>> = {
	confirmed: [
		'shipped',
		'out_for_delivery',
		'ready_for_pickup',
		'delivered',
		'delayed',
		'failed_attempt',
		'exception',
		'returned',
		'cancelled',
		'refunded',
	],
	shipped: ['out_for_delivery', 'ready_for_pickup', 'delivered', 'failed_attempt', 'returned', 'cancelled'],
	out_for_delivery: ['ready_for_pickup', 'delivered', 'returned', 'cancelled'],
	ready_for_pickup: ['delivered', 'returned', 'cancelled'],
	delivered: ['returned', 'cancelled'],
	delayed: ['ready_for_pickup', 'delivered', 'returned', 'cancelled'],
	failed_attempt: ['ready_for_pickup', 'delivered', 'returned', 'cancelled'],
	exception: ['delivered', 'returned', 'cancelled'],
	returned: ['cancelled'],
	cancelled: ['delivered', 'returned'],
	refunded: [],
};

/**
 * These may follow one another in either direction (the van goes out again after a failed attempt; it turns back after it
 * went out), so the times tell: the stage on the left is over unless it happened later than the one on the right. Where
 * one of them has no time, what is reported later counts as later.
 */
const OVERTAKEN_UNLESS_LATER_THAN: Readonly<Partial<Record<TextedStage, readonly Stage[]>>> = {
	shipped: ['delayed', 'exception'],
	out_for_delivery: ['failed_attempt', 'delayed', 'exception'],
	delayed: ['out_for_delivery', 'failed_attempt', 'exception'],
	failed_attempt: ['exception'],
	exception: ['out_for_delivery', 'ready_for_pickup', 'failed_attempt'],
};

/** A stage that the ledger has seen; `occurredAt` is the source's own time, in milliseconds, where it gave one. */
export interface SeenStage {
	readonly stage: Stage;
	readonly occurredAt?: number | undefined;
}

/** Stages of a parcel that is still to come. */
const UNDER_WAY: ReadonlySet<Stage> = new Set([
	'shipped',
	'out_for_delivery',
	'ready_for_pickup',
	'delayed',
	'failed_attempt',
	'exception',
] as const);

/**
 * Where an order or parcel stands: the newest stage that no other one has overtaken, as reports come late and out of order.
 * Of a delivery and a cancellation, which end each other, the one that was reported last; and a refund, which may be for a
 * part of the order, does not stop a parcel that is under way. Undefined where nothing was seen.
 *
 * @param seen in the order in which they were seen.
 */
export function currentStage(seen: readonly SeenStage[]): Stage | undefined {
	const texted = seen.filter(({ stage }) => isTextedStage(stage));
	const hasMoved = texted.some(({ stage }) => stage !== 'confirmed');
	const standing = seen.filter(({ stage, occurredAt }) => {
		if (stage === 'awaiting_payment') return texted.length === 0;
		if (stage === 'label_created') return !hasMoved;
		return !isTextedStage(stage) || !overtakenBy(stage, occurredAt, seen);
	});
	const newest = newestOf(standing) ?? texted.at(-1);
	const underWay = newest?.stage === 'refunded' && newestOf(standing.filter(({ stage }) => UNDER_WAY.has(stage)));
	return (underWay || newest)?.stage;
}

/** By the source's times; where one of two has none, what was seen later is the newer. */
const newestOf = (seen: readonly SeenStage[]): SeenStage | undefined =>
	seen.reduce<SeenStage | undefined>((newest, next) => {
		const isOlder = (next.occurredAt ?? Infinity) < (newest?.occurredAt ?? -Infinity);
		return isOlder ? newest : next;
	}, undefined);

/** A stage of one parcel, or of the order as a whole. */
export interface ParcelStage extends SeenStage {
	/** Key of the parcel; empty for the order as a whole. */
	readonly parcel: string;
}

/** Where an order stands, and which of its parcels that is about. */
export interface Standing {
	readonly stage: Stage;
	/** Empty where it is about no parcel of its own. */
	readonly parcel: string;
}

/** Nothing further happens by itself after these. */
const CLOSED: ReadonlySet<Stage> = new Set(['delivered', 'returned', 'cancelled', 'refunded'] as const);

export const isClosed = (stage: Stage): boolean => CLOSED.has(stage);

/**
 * Where an order stands for who waits for it: of several parcels, as the one that is still to come; of several of those, as
 * the one with the latest news. Undefined where nothing was seen.
 *
 * @param seen in the order in which they were seen.
 */
export function standingOf(seen: readonly ParcelStage[]): Standing | undefined {
	const withNews = [...new Set(seen.toReversed().map(({ parcel }) => parcel))];
	const parcels = withNews.filter((parcel) => parcel !== '');
	const standings = (parcels.length > 0 ? parcels : withNews).flatMap((parcel): Standing[] => {
		// what was said of no parcel in particular holds for each
		const stage = currentStage(seen.filter((one) => one.parcel === parcel || one.parcel === ''));
		return stage ? [{ stage, parcel }] : [];
	});
	return standings.find(({ stage }) => !isClosed(stage)) ?? standings[0];
}

/** The stage already seen that makes a text about `stage` a step back; undefined when nothing does. */
export function overtakenBy(
	stage: TextedStage,
	occurredAt: number | undefined,
	seen: readonly SeenStage[],
): Stage | undefined {
	const always = OVERTAKEN_BY[stage];
	const unlessLater = OVERTAKEN_UNLESS_LATER_THAN[stage] ?? [];
	return seen.find((earlier) => {
		if (always.includes(earlier.stage)) return true;
		if (!unlessLater.includes(earlier.stage)) return false;
		return occurredAt !== undefined && earlier.occurredAt !== undefined && occurredAt <= earlier.occurredAt;
	})?.stage;
}
