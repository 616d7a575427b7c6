import { DomainError } from '../errors';

const DECIMAL = /^(\d{1,15})(?:\.(\d{1,15}))?$/;

/**
 * An amount in the smallest units of its currency, so that it is reckoned with in whole numbers; what is smaller is rounded,
 * halves up. "10.00" EUR is 1000, "10" JPY is 10.
 *
 * @param amount decimal, not negative. @param currency ISO 4217.
 * @throws DomainError `bad-setting` when either is none.
 */
export function toMinorUnits(amount: string, currency: string): bigint {
	const [, whole, fraction = ''] = DECIMAL.exec(amount.trim()) ?? [];
	if (whole === undefined) {
		throw new DomainError(
			'bad-setting',
			`"${amount}" is no amount`,
			'Write it with a full stop and without a currency sign, e.g. 1299.90.',
		);
	}
	const digits = digitsOf(currency);
	const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
	return (fraction[digits] ?? '0') >= '5' ? kept + 1n : kept;
}

/** Back to a decimal: 1000 EUR is "10.00". */
export function fromMinorUnits(units: bigint, currency: string): string {
	const digits = digitsOf(currency);
	const padded = units.toString().padStart(digits + 1, '0');
	return digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

const knownDigits = new Map<string, number>();

/** How many decimals a currency has: EUR 2, JPY 0, KWD 3. */
function digitsOf(currency: string): number {
	const known = knownDigits.get(currency);
	if (known !== undefined) return known;
	if (!/^[A-Z]{3}$/.test(currency)) {
		throw new DomainError('bad-setting', `"${currency}" is no currency`, 'Write its ISO code, e.g. EUR.');
	}
	const digits =
		new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
	knownDigits.set(currency, digits);
	return digits;
}
