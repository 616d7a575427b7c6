// Shops that speak JSON over HTTP: asking, and what their refusals mean. An answer is read as if written by a stranger.
import { jsonOf, retryAfterMs, type WireRequest, type WireResponse } from '../../wire';
import { isShopError, type PublishedCode, type ShopDeps, ShopError, type ShopErrorCode } from '../shop';

export type Json = Readonly<Record<string, unknown>>;

/** An object's fields; none for anything else. */
export const fieldsOf = (value: unknown): Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Text that is not empty, also of a number. */
export const textOf = (value: unknown): string | undefined =>
	(typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;

/** How one shop is spoken to. */
export interface Manner {
	readonly name: string;
	/** What its key must be allowed to do, as the shop's own pages call it; ends the sentence "The key needs …". */
	readonly rights: string;
	/** The shop's own words in the body of a refusal. */
	wordsOf(body: unknown): string | undefined;
	/** What it says about waiting besides Retry-After, in milliseconds. */
	waitOf?(response: WireResponse): number | undefined;
}

const SENTENCES: Readonly<Record<ShopErrorCode, string>> = {
	'bad-config': 'does not accept the key, or does not let it do this',
	rejected: 'refused this',
	throttled: 'says that it is asked too fast',
	unavailable: 'has a fault of its own',
	'unreadable-response': 'gave an answer that cannot be read',
};

const HINTS: Readonly<Record<ShopErrorCode, string>> = {
	'bad-config': 'Check the key and the address in the shop’s credential',
	rejected: 'Change what the shop objects to, and publish again; what is there already stays and is not made twice',
	throttled: 'Publish again in a moment; what is there already is not made twice',
	unavailable: 'Publish again later; what is there already is not made twice',
	'unreadable-response': 'Check the address in the shop’s credential: something else than the shop answers there',
};

/** The error of one kind, in the shop's own words where it has some. */
export function shopError(
	{ name, rights }: Pick<Manner, 'name' | 'rights'>,
	code: ShopErrorCode,
	shopMessage?: string,
	details: { readonly httpStatus?: number; readonly retryAfterMs?: number } = {},
): ShopError {
	const words = shopMessage ?? (details.httpStatus === undefined ? '' : `HTTP ${details.httpStatus}`);
	const needs = code === 'bad-config' ? `. The key needs ${rights}` : '';
	return new ShopError(code, `${name} ${SENTENCES[code]}${words ? ` (${words})` : ''}`, `${HINTS[code]}${needs}.`, {
		...details,
		...(shopMessage === undefined ? {} : { shopMessage }),
	});
}

/** The error that an answer stands for, by its HTTP status. */
export function failureOf(manner: Manner, response: WireResponse): ShopError {
	const wait = manner.waitOf?.(response) ?? retryAfterMs(response);
	return shopError(manner, byStatus(response.status), manner.wordsOf(jsonOf(response.body)), {
		httpStatus: response.status,
		...(wait === undefined ? {} : { retryAfterMs: wait }),
	});
}

function byStatus(status: number): ShopErrorCode {
	if ([401, 403, 404, 405].includes(status)) return 'bad-config'; // PrestaShop says 405 where a right is missing
	if (status === 429) return 'throttled';
	if (status === 408 || status >= 500) return 'unavailable';
	return status >= 400 ? 'rejected' : 'unreadable-response';
}

/** What a shop answers to a request that it grants: JSON, or undefined for an empty answer. @throws ShopError */
export async function ask(
	manner: Manner,
	deps: ShopDeps,
	request: Omit<WireRequest, 'headers'>,
	contentType = 'application/json',
): Promise<unknown> {
	const response = await deps.exchange({
		...request,
		headers: {
			accept: 'application/json',
			...(request.body === undefined ? {} : { 'content-type': contentType }),
		},
	});
	if (response.status < 200 || response.status > 299) throw failureOf(manner, response);
	if (response.body.trim() === '') return undefined;
	const answer = jsonOf(response.body);
	if (answer === undefined) throw shopError(manner, 'unreadable-response', undefined, { httpStatus: response.status });
	return answer;
}

/**
 * Puts codes one by one into a shop that has no call for many. A code that the shop refuses is looked up: it may be there by an
 * earlier try of the same publication.
 */
export async function publishEach(
	codes: readonly string[],
	create: (code: string) => Promise<unknown>,
	isOurs: (code: string) => Promise<boolean>,
): Promise<PublishedCode[]> {
	const results: PublishedCode[] = [];
	for (const code of codes) {
		try {
			await create(code);
			results.push({ code, status: 'published' });
		} catch (error) {
			if (!isShopError(error) || error.code !== 'rejected') throw error;
			results.push(
				(await isOurs(code))
					? { code, status: 'published' }
					: { code, status: 'refused', reason: error.details.shopMessage ?? error.message },
			);
		}
	}
	return results;
}
