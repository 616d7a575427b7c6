import { type Eta, readEta } from './format';

/**
 * By how much a delivery has to get later before a customer is told of it.
 *
 * - `half-day`: to another day, or from before noon to after it
 * - `day`: to another day
 * - `any`: at all
 *
 * Days and half-days are told apart, not hours counted, so that an estimate that creeps is told of once it gets there.
 */
export const ETA_THRESHOLDS = ['half-day', 'day', 'any'] as const;
export type EtaThreshold = (typeof ETA_THRESHOLDS)[number];

/**
 * Whether an estimate got later by as much as the operator wants told. One that got earlier did not. Undefined where one of the two
 * is no date.
 *
 * @param zone IANA zone of the customer, see readEta.
 */
export function isLater(
	before: string | undefined,
	after: string | undefined,
	threshold: EtaThreshold,
	zone: string | undefined,
): boolean | undefined {
	const [from, to] = [readEta(before, zone), readEta(after, zone)];
	if (!from || !to) return undefined;
	const days = dayNumber(to) - dayNumber(from);
	if (days !== 0 || threshold === 'day') return days > 0;
	// on the same day, an hour has to be known of both
	if (from.hour === undefined || to.hour === undefined) return false;
	if (threshold === 'half-day') return from.hour < NOON && to.hour >= NOON;
	return minutes(to) > minutes(from);
}

const NOON = 12;

const dayNumber = ({ year, month, day }: Eta) => Date.UTC(year, month - 1, day);
const minutes = ({ hour = 0, minute = 0 }: Eta) => hour * 60 + minute;
