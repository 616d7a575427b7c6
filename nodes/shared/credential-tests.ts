import {
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type INodeCredentialTestResult,
} from 'n8n-workflow';

/** What takes more than one request; loaded when first used, as n8n requires every node when it starts. */
export const credentialTest = {
	async testShop(
		this: ICredentialTestFunctions,
		credential: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		const { testShop } = await import('./test-shop');
		return await testShop(credential.data ?? {});
	},
	async testCarrier(
		this: ICredentialTestFunctions,
		credential: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		const { testCarrier } = await import('./test-carrier');
		return await testCarrier(this.helpers, credential);
	},
	async testSource(
		this: ICredentialTestFunctions,
		credential: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		const { testSource } = await import('./test-source');
		return await testSource(this.helpers, credential.data ?? {});
	},
};
