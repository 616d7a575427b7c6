import { type ICredentialDataDecryptedObject, type ICredentialTestRequest, type ICredentialType, type IDataObject } from 'n8n-workflow';
import { CARRIERS } from '../../lib/carriers';
import { type WireRequest } from '../../lib/wire';

/** Adds what proves the account: headers, a query, a signature. Undefined for a request that only n8n's helper can write so. */
export type Authorise = (request: WireRequest) => Promise<WireRequest | undefined>;

/** A credential's class, with the test of those that ours is for. */
export type CredentialClass = (new () => ICredentialType) & { readonly test?: ICredentialTestRequest };

/** @param credentialName of this package; its class has the same name with a capital. */
export async function credentialClass(credentialName: string): Promise<CredentialClass> {
	const className = credentialName.replace(/^c/, 'C');
	const module = (await import(`../../credentials/${className}.credentials`)) as Record<string, CredentialClass>;
	return module[className] as CredentialClass;
}

/**
 * The credential's own rule, applied to each request as n8n's helper applies it: rules that sign the request, or write a key
 * into its URL or body, work like those that add a header.
 *
 * @param credentialName a carrier's.
 * @returns undefined for any other credential, or a rule that is no function.
 */
export async function authorisationBy(credentialName: string, fields: IDataObject): Promise<Authorise | undefined> {
	if (!CARRIERS.some(({ credential }) => credential === credentialName)) return undefined;
	const { authenticate } = new (await credentialClass(credentialName))();
	if (typeof authenticate !== 'function') return undefined;
	return async ({ method, url, headers, body }) => {
		const written = await authenticate(fields as ICredentialDataDecryptedObject, {
			method,
			url,
			headers: { ...headers },
			...(body === undefined ? {} : { body }),
		});
		const { auth, qs, ...rest } = written;
		const isForUs = Object.keys(rest).every((name) => ['method', 'url', 'headers', 'body'].includes(name));
		if (!isForUs || (rest.body !== undefined && typeof rest.body !== 'string')) return undefined;
		const basic = auth && `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`;
		const all = Object.entries({ ...rest.headers, ...(basic ? { Authorization: basic } : {}) });
		return {
			method,
			url: withQuery(rest.url, (qs ?? {}) as IDataObject),
			headers: Object.fromEntries(all.map(([name, value]) => [name, headerValue(value)])),
			body: rest.body as string | undefined,
		};
	};
}

function withQuery(url: string, query: IDataObject): string {
	const more = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) more.append(name, String(value));
	return more.size > 0 ? `${url}${url.includes('?') ? '&' : '?'}${more}` : url;
}

/** Without what no header may have in it, such as the line break at the end of a pasted key. axios does the same. */
const headerValue = (value: unknown) => String(value).replace(/[^\t -~\u0080-\u00ff]+/g, '');
