// Reading of the shops' credentials.
import { ShopError } from '../shop';

type Fields = Readonly<Record<string, unknown>>;

const trimmed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** @param label of the field, as the credential shows it. @throws ShopError `bad-config` when it is empty. */
export function needed(shopName: string, fields: Fields, field: string, label: string): string {
	const value = trimmed(fields[field]);
	if (value) return value;
	throw new ShopError(
		'bad-config',
		`The ${shopName} credential has no ${label}`,
		`Fill in ${label} in the shop’s credential.`,
	);
}

/** The field's text, or what is usual where it is empty. */
export const optional = (fields: Fields, field: string, usual: string): string => trimmed(fields[field]) || usual;

/** Without the spaces and slashes that come along when it is pasted. @throws ShopError `bad-config` */
export const baseUrlOf = (shopName: string, fields: Fields, label: string): string =>
	needed(shopName, fields, 'baseUrl', label).replace(/\/+$/, '');
