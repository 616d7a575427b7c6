import {
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type INodeCredentialTestResult,
} from 'n8n-workflow';

/** The test of the shop credential opens its ledger; loaded when first used, as n8n requires every node when it starts. */
export const credentialTest = {
	async testShop(
		this: ICredentialTestFunctions,
		credential: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		const { testShop } = await import('./test-shop');
		return await testShop(credential.data ?? {});
	},
};
