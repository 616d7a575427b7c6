// What the sandbox asks of a shop's twin. A twin speaks the shop's API for promo codes and nothing else; what all shops share
// (faults, the list of codes) lies outside of it.
import { type Answer, type ApiRequest } from '../http';

/** A code as the shop's customers could use it. */
export interface ListedCode {
	readonly code: string;
	/** Title or note of what it hangs on. */
	readonly title: string;
	/** What the shop keeps of the offer, in its own words. */
	readonly offer: Readonly<Record<string, unknown>>;
}

export interface ShopTwin {
	readonly id: string;
	readonly label: string;
	/** Below the shop's prefix. */
	answer(request: ApiRequest): Answer;
	unauthorized(): Answer;
	throttled(retryAfterSeconds: number): Answer;
	broken(): Answer;
	codes(): ListedCode[];
	/** A code that somebody else made, as by hand. */
	addForeign(code: string): void;
	reset(): void;
}

/** What the operator enters in n8n to publish to this twin; the same in every sandbox. */
export const SHOP_KEYS = {
	shopify: { accessToken: 'shpat_sandbox' },
	woocommerce: { consumerKey: 'ck_sandbox', consumerSecret: 'cs_sandbox' },
	magento: { accessToken: 'sandbox-magento-token', timeZone: 'Europe/Warsaw' },
	bigcommerce: { storeHash: 'sandbox', accessToken: 'sandbox-bigcommerce-token' },
	medusa: { apiKey: 'sk_sandbox' },
	prestashop: { apiKey: 'SANDBOXPRESTASHOPKEY', timeZone: 'Europe/Warsaw' },
} as const;

export const jsonAnswer = (json: unknown, status = 200): Answer => ({ status, json });

/** User name and password of HTTP's Basic scheme; empty ones for any other. */
export function basicLogin(header: string | undefined): { readonly user: string; readonly password: string } {
	const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1] ?? '';
	const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
	return { user, password: rest.join(':') };
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object without some of its fields. */
export const without = (fields: Readonly<Record<string, unknown>>, ...names: readonly string[]) =>
	Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
