import { type Offer } from '../domain/codes/offer';
import { type WireRequest, type WireResponse } from '../wire';

/**
 * The contract of a shop that codes are published to: one file per shop, without I/O of its own. Every request goes through
 * `exchange`, which authorises it by the shop's credential.
 */
export interface CodeShop {
	/** Saved in workflows and in the ledger; never changes. */
	readonly id: string;
	readonly name: string;
	/** The n8n credential it needs. */
	readonly credential: string;
	/** The most codes that `publish` is given at once. */
	readonly batchSize: number;
	/** What the adapter needs of the credential's fields. @throws ShopError `bad-config` for what is missing. */
	readConfig(fields: Readonly<Record<string, unknown>>): ShopConfig;
	/**
	 * What the shop cannot express of an offer, each in a sentence to the operator that says what to change; empty when it can be
	 * published. Asked before anything is created. What only the shop knows, such as its currency, `prepare` asks it.
	 *
	 * @param now by which it is known whether the period has begun: not every shop knows a beginning.
	 */
	objections(publication: Publication, now: Date): readonly string[];
	/**
	 * Makes what the codes hang on in the shop, or finds what an earlier try made: by `publication.reference`, which is in its title
	 * or note. Answers whatever `publish` needs to find it again, as a text.
	 *
	 * @param codes those that `publish` is going to be given first, the same at every try: a shop that makes nothing without a code
	 *   gives it one of these.
	 * @throws ShopError `rejected` before anything is created, when the shop itself says that it cannot hold the offer.
	 */
	prepare(publication: Publication, codes: readonly string[], deps: ShopDeps): Promise<string>;
	/**
	 * Puts codes into the shop. A code that is there already by the same publication counts as published, so that a try that was
	 * broken off can be made again with the same codes.
	 *
	 * @param prepared what `prepare` answered.
	 * @param codes at most `batchSize`, each once.
	 * @returns one entry for each code, in their order.
	 * @throws ShopError when nothing can be said of the batch; what is wrong with one code is in its result.
	 */
	publish(
		prepared: string,
		publication: Publication,
		codes: readonly string[],
		deps: ShopDeps,
	): Promise<PublishedCode[]>;
	/**
	 * Makes a code useless in the shop. Nothing when it is not there, or when it is there by something else than this publication:
	 * a code that `publish` was refused is somebody else's.
	 *
	 * @throws ShopError
	 */
	withdraw(code: string, publication: Pick<Publication, 'reference'>, deps: ShopDeps): Promise<void>;
}

/** Codes that are published together: same offer, same period. */
export interface Publication {
	/** Unique and short, of letters, digits and dashes; what an earlier try has made is found again by it. */
	readonly reference: string;
	/** Name of the series, for people who look into the shop's own list. */
	readonly name: string;
	/** `validity` is a period here: `from` is always there. */
	readonly offer: Offer;
	readonly from: Date;
	readonly until?: Date | undefined;
}

/** Where the shop is (`baseUrl`, without a slash at the end), and what else its adapter needs. No secrets. */
export type ShopConfig = { readonly baseUrl: string } & Readonly<Record<string, string>>;

export interface ShopDeps {
	/** Does one HTTP exchange with the shop. @throws ShopError `unavailable`. */
	exchange(request: WireRequest): Promise<WireResponse>;
	/** Between two looks at what the shop does by and by. */
	wait(milliseconds: number): Promise<void>;
	/** What `readConfig` answered. */
	readonly config: ShopConfig;
}

export type PublishedCode =
	| { readonly code: string; readonly status: 'published' }
	/** Why, in the shop's words. */
	| { readonly code: string; readonly status: 'refused'; readonly reason: string };

/**
 * - `bad-config`: the key, its rights or the address are wrong
 * - `rejected`: the shop refuses the offer; its own words are in the message
 * - `throttled`, `unavailable`: try again later
 * - `unreadable-response`: an answer that is none of this shop's
 */
export type ShopErrorCode = 'bad-config' | 'rejected' | 'throttled' | 'unavailable' | 'unreadable-response';

export interface ShopErrorDetails {
	readonly httpStatus?: number;
	/** How long the shop asked us to wait, in milliseconds. */
	readonly retryAfterMs?: number;
	/** The shop's own words. */
	readonly shopMessage?: string;
}

/**
 * Tell it by `code`, not by `instanceof`. `message` says what is wrong, `hint` what to do about it. Publishing is safe to repeat,
 * so that every error can be answered by another try.
 */
export class ShopError extends Error {
	override readonly name = 'ShopError';

	constructor(
		readonly code: ShopErrorCode,
		message: string,
		readonly hint: string,
		readonly details: ShopErrorDetails = {},
	) {
		super(message);
	}
}

export const isShopError = (error: unknown): error is ShopError =>
	error instanceof Error && error.name === 'ShopError' && 'code' in error;
