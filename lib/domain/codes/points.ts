import { toMinorUnits } from './minor-units';

/** More precise a rate need not be: one point for each 10,000. */
const RATE_STEPS = 10_000;

/**
 * Points for an order by what it came to, rounded down: whole points, none below one. Reckoned in whole numbers, so that 29.35 at
 * 0.1 is 2 on every machine.
 *
 * @param total decimal. @param currency ISO 4217.
 * @param perUnit points for one unit of the currency, to four decimals.
 * @throws DomainError `bad-setting` for what is no amount or currency.
 */
export function pointsForTotal(total: string, currency: string, perUnit: number): number {
	const steps = BigInt(Math.round(perUnit * RATE_STEPS));
	const unit = toMinorUnits('1', currency);
	return Number((toMinorUnits(total, currency) * steps) / (unit * BigInt(RATE_STEPS)));
}
