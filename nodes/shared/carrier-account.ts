import { type IDataObject } from 'n8n-workflow';
import { carrierById } from '../../lib/carriers';
import { type Carrier, type CarrierConfig } from '../../lib/carriers/carrier';
import { DomainError } from '../../lib/domain/errors';
import { type CarrierContext } from './transport';

/** A carrier and the operator's account there. */
export interface CarrierAccount {
	readonly carrier: Carrier<CarrierConfig>;
	/** The fields of its credential. */
	readonly credentials: IDataObject;
	readonly config: CarrierConfig;
}

/** Gives the fields of a node's credential by its type. */
export type ReadCredential = (type: string) => Promise<IDataObject>;

/**
 * The account at the carrier that a node's field names.
 *
 * @param readCredential for webhooks, which do not read it from n8n every time.
 * @throws CarrierError `bad-config` for a credential with something missing; DomainError for a carrier of a newer version.
 */
export async function readAccount(
	context: CarrierContext,
	carrierId: string,
	readCredential: ReadCredential = (type) => context.getCredentials(type),
): Promise<CarrierAccount> {
	const registered = await carrierById(carrierId);
	if (!registered) {
		throw new DomainError(
			'bad-setting',
			'This carrier is not known to this version of the package',
			'Choose another carrier, or update the package.',
		);
	}
	const credentials = await readCredential(registered.credential);
	const carrier = registered.describedBy?.(credentials) ?? registered;
	return { carrier, credentials, config: carrier.readConfig(credentials) };
}
