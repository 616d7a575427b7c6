import { type ICredentialType, type IDataObject, type IHttpRequestOptions } from 'n8n-workflow';
import { CommerceSmsBigCommerceApi } from '../../credentials/CommerceSmsBigCommerceApi.credentials';
import { CommerceSmsMagentoApi } from '../../credentials/CommerceSmsMagentoApi.credentials';
import { CommerceSmsMedusaApi } from '../../credentials/CommerceSmsMedusaApi.credentials';
import { CommerceSmsPrestaShopApi } from '../../credentials/CommerceSmsPrestaShopApi.credentials';
import { CommerceSmsShopApi } from '../../credentials/CommerceSmsShopApi.credentials';
import { CommerceSmsShopifyApi } from '../../credentials/CommerceSmsShopifyApi.credentials';
import { CommerceSmsTelnyxApi } from '../../credentials/CommerceSmsTelnyxApi.credentials';
import { CommerceSmsTwilioApi } from '../../credentials/CommerceSmsTwilioApi.credentials';
import { CommerceSmsWooCommerceApi } from '../../credentials/CommerceSmsWooCommerceApi.credentials';

const CREDENTIAL_TYPES: Readonly<Record<string, ICredentialType>> = {
	commerceSmsBigCommerceApi: new CommerceSmsBigCommerceApi(),
	commerceSmsMagentoApi: new CommerceSmsMagentoApi(),
	commerceSmsMedusaApi: new CommerceSmsMedusaApi(),
	commerceSmsPrestaShopApi: new CommerceSmsPrestaShopApi(),
	commerceSmsShopApi: new CommerceSmsShopApi(),
	commerceSmsShopifyApi: new CommerceSmsShopifyApi(),
	commerceSmsTelnyxApi: new CommerceSmsTelnyxApi(),
	commerceSmsTwilioApi: new CommerceSmsTwilioApi(),
	commerceSmsWooCommerceApi: new CommerceSmsWooCommerceApi(),
};

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
		const rule = CREDENTIAL_TYPES[type]?.authenticate;
		return typeof rule === 'function' ? await rule(values as never, request) : request;
	},
});

/** A node's references to its credentials. @param prefix of their ids, where several nodes must not share them. */
export const referencesTo = (credentials: Credentials, prefix = '') =>
	Object.fromEntries(Object.keys(credentials).map((name) => [name, { id: `${prefix}${name}`, name }]));
