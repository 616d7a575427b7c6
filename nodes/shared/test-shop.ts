import { type ICredentialDataDecryptedObject, type INodeCredentialTestResult } from 'n8n-workflow';
import { isDomainError } from '../../lib/domain/errors';
import { withLedger } from './open-ledger';
import { shopFromFields } from './shop';

/** The shop credential's test button: reads the fields and opens the ledger. */
export async function testShop(fields: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult> {
	try {
		const { ledger } = shopFromFields(fields, 'Etc/UTC');
		await withLedger(ledger, async () => undefined);
		return { status: 'OK', message: 'The settings are sound and the ledger opens' };
	} catch (error) {
		const words = isDomainError(error) ? `${error.message}. ${error.hint}` : String(error);
		return { status: 'Error', message: words };
	}
}
