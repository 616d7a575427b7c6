import { type ICredentialType, type IDataObject, type IHttpRequestOptions } from 'n8n-workflow';

/** A credential's class lies in the file of its name. */
async function credentialType(type: string): Promise<ICredentialType> {
	const className = type.replace(/^c/, 'C');
	const module = (await import(`../../credentials/${className}.credentials`)) as Record<
		string,
		new () => ICredentialType
	>;
	return new (module[className] as new () => ICredentialType)();
}

/** Decrypted fields by credential type. */
export type Credentials = Readonly<Record<string, IDataObject>>;

/**
 * What n8n's contexts ask for credentials.
 *
 * @param credentials read anew each time, as n8n reads them from its database.
 */
export const credentialsHelper = (credentials: Credentials) => ({
	getParentTypes: () => [],
	preAuthentication: async () => undefined,
	getDecrypted: async (_data: unknown, _details: unknown, type: string) => ({ ...credentials[type] }),
	isCredentialUsableByNode: () => true,
	getCredentialsProperties: () => [],
	authenticate: async (values: IDataObject, type: string, request: IHttpRequestOptions) => {
		const rule = (await credentialType(type).catch(() => undefined))?.authenticate;
		return typeof rule === 'function' ? await rule(values as never, request) : request;
	},
});

/** A node's references to its credentials. @param prefix of their ids, where several nodes must not share them. */
export const referencesTo = (credentials: Credentials, prefix = '') =>
	Object.fromEntries(Object.keys(credentials).map((name) => [name, { id: `${prefix}${name}`, name }]));
