import { CarrierError } from '../../domain/errors';
import { type GatewayConfig } from './generic-spec';
import { baseUrlOf } from './reading';

type Fields = Readonly<Record<string, unknown>>;

export const textIn = (fields: Fields, name: string): string =>
	typeof fields[name] === 'string' ? fields[name].trim() : '';

/**
 * The configuration of a gateway with these fields in its credential.
 *
 * @param needed what must be filled in, by field, as the error calls it.
 * @param usual the gateway's public address; empty for one that everybody runs on their own.
 * @throws CarrierError `bad-config`
 */
export function gatewayAccount(
	carrierName: string,
	fields: Fields,
	needed: Readonly<Record<string, string>>,
	usual = '',
): GatewayConfig {
	for (const [name, what] of Object.entries(needed)) {
		if (textIn(fields, name) === '') {
			throw new CarrierError('bad-config', `The ${what} in the ${carrierName} credential is missing`);
		}
	}
	const baseUrl = baseUrlOf(fields.baseUrl, usual);
	if (!baseUrl) {
		throw new CarrierError('bad-config', `The API URL in the ${carrierName} credential is missing: where your gateway listens`);
	}
	return { baseUrl, account: '', proof: { kind: 'secret-url' } };
}
