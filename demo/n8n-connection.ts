// The connection to a running n8n: its owner, a session for the editor's API and a key for the public one.

export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/** Who owns a demo or test n8n. It listens on 127.0.0.1 only, so its password is no secret. */
export const DEMO_OWNER: Owner = {
	email: 'owner@shop.example',
	password: 'Demo-shop-1',
	firstName: 'Demo',
	lastName: 'Owner',
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A signed-in connection; what the functions below take as their first argument. */
export interface N8nApi {
	url: string;
	owner: Owner;
	/** For calls of others to the public API: the X-N8N-API-KEY header. */
	apiKey: string;
	/** The public API (/api/v1), with the key. */
	call<T>(method: Method, path: string, body?: unknown): Promise<T>;
	/** The editor's API (/rest), with the session. */
	rest<T>(method: Method, path: string, body?: unknown): Promise<T>;
}

// n8n binds a session to this header of the browser that signed in.
const BROWSER_ID = 'commerce-sms-demo';
const API_KEY_LABEL = 'commerce-sms demo';

/** Makes the owner of a fresh n8n where there is none yet, signs in and gets an API key for everything. */
export async function signIn(url: string, owner: Owner = DEMO_OWNER): Promise<N8nApi> {
	const headers: Record<string, string> = { 'browser-id': BROWSER_ID };
	const rest = async <T>(method: Method, path: string, body?: unknown) =>
		(await request<{ data: T }>(url, method, `/rest${path}`, headers, body)).body.data;

	const settings = await rest<{ userManagement: { showSetupOnFirstLoad: boolean } }>('GET', '/settings');
	if (settings.userManagement.showSetupOnFirstLoad) await rest('POST', '/owner/setup', owner);

	const login = await request(url, 'POST', '/rest/login', headers, {
		emailOrLdapLoginId: owner.email,
		password: owner.password,
	});
	headers['cookie'] = login.cookies.map((cookie) => cookie.split(';')[0]).join('; ');

	const apiKey = await newApiKey(rest);
	const call = async <T>(method: Method, path: string, body?: unknown) =>
		(await request<T>(url, method, `/api/v1${path}`, { 'x-n8n-api-key': apiKey }, body)).body;
	return { url, owner, apiKey, call, rest };
}

/** n8n shows a key only when it makes it, so an older one of ours makes room. */
async function newApiKey(rest: N8nApi['rest']): Promise<string> {
	const { items } = await rest<{ items: Array<{ id: string; label: string }> }>('GET', '/api-keys');
	for (const { id, label } of items) if (label === API_KEY_LABEL) await rest('DELETE', `/api-keys/${id}`);
	const scopes = await rest<string[]>('GET', '/api-keys/scopes');
	const key = { label: API_KEY_LABEL, scopes, expiresAt: null };
	return (await rest<{ rawApiKey: string }>('POST', '/api-keys', key)).rawApiKey;
}

async function request<T>(
	url: string,
	method: Method,
	path: string,
	headers: Record<string, string>,
	body?: unknown,
): Promise<{ body: T; cookies: string[] }> {
	const response = await fetch(url + path, {
		method,
		headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`n8n: ${method} ${path} answered ${response.status}: ${messageIn(text)}`);
	return { body: (text ? JSON.parse(text) : undefined) as T, cookies: response.headers.getSetCookie() };
}

function messageIn(text: string): string {
	try {
		return (JSON.parse(text) as { message?: string }).message ?? text;
	} catch {
		return text.slice(0, 500);
	}
}
