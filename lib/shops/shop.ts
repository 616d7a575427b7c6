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
	/**
	 * What the shop cannot express of an offer, each in a sentence to the operator that says what to change; empty when it can be
	 * published. Asked before anything is created.
	 */
	objections(publication: Publication): readonly string[];
	/**
	 * Makes what the codes hang on in the shop, or finds what an earlier try made: by `publication.reference`, which is in its title
	 * or note. Answers whatever `publish` needs to find it again, as a text.
	 *
	 * @throws ShopError
	 */
	prepare(publication: Publication, deps: ShopDeps): Promise<string>;
	/**
	 * Puts codes into the shop. A code that is there already by the same publication counts as published, so that a try that was
	 * broken off can be made again with the same codes.
	 *
	 * @param prepared what `prepare` answered.
	 * @throws ShopError when nothing can be said of the batch; what is wrong with one code is in its result.
	 */
	publish(prepared: string, publication: Publication, codes: readonly string[], deps: ShopDeps): Promise<PublishedCode[]>;
	/** Makes a code useless in the shop. Nothing when it is not there. @throws ShopError */
	withdraw(code: string, deps: ShopDeps): Promise<void>;
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

export interface ShopDeps {
	/** Does one HTTP exchange with the shop. @throws ShopError `unavailable`. */
	exchange(request: WireRequest): Promise<WireResponse>;
	/** Between two looks at what the shop does by and by. */
	wait(milliseconds: number): Promise<void>;
	/** From the credential: where the shop is, and what else its adapter needs (version, site, currency …). */
	readonly config: Readonly<Record<string, string>>;
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

/** Tell it by `code`. Publishing is safe to repeat, so that every error can be answered by another try. */
export class ShopError extends Error {
	override readonly name = 'ShopError';

	constructor(
		readonly code: ShopErrorCode,
		message: string,
		readonly details: { readonly httpStatus?: number; readonly retryAfterMs?: number; readonly shopMessage?: string } = {},
	) {
		super(message);
	}
}
