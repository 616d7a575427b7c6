// What the contract of shops publishes, and how it gets to the twin.
import { type ICredentialType, type IHttpRequestOptions } from 'n8n-workflow';
import { type Offer } from '../../lib/domain/codes/offer';
import { type Publication, ShopError } from '../../lib/shops/shop';
import { type WireRequest, type WireResponse } from '../../lib/wire';

export const NOW = new Date('2026-11-22T10:00:00Z');
const FROM = new Date('2026-11-22T09:00:00Z');
const UNTIL = new Date('2026-12-31T22:59:59Z');
const offerOf = (more: Partial<Offer> = {}): Offer => ({
	reward: { kind: 'percent', percent: 15 },
	validity: { kind: 'period', from: FROM, until: UNTIL },
	firstOrderOnly: false,
	maxUses: 1,
	mobileOnly: false,
	...more,
});
export const publicationOf = (more: Partial<Offer> = {}, reference = 'pub-7f3k'): Publication => ({
	reference,
	name: 'Thank-you & welcome',
	offer: offerOf(more),
	from: FROM,
	until: UNTIL,
});
/** Mixed case, as the generator writes codes. */
export const codesOf = (count: number) => Array.from({ length: count }, (_, index) => `THX-${1000 + index}-Ab`);

export type Exchange = (request: WireRequest) => Promise<WireResponse>;

function headersOf(response: Response): Record<string, string> {
	const headers: Record<string, string> = {};
	response.headers.forEach((value, name) => (headers[name] = value));
	return headers;
}

/** Over HTTP, authorised by the credential. */
export const exchangeOf =
	(credential: ICredentialType, fields: Readonly<Record<string, string>>): Exchange =>
	async ({ method, url, headers, body }) => {
		const { authenticate } = credential;
		if (typeof authenticate !== 'function') throw new Error(`${credential.name} does not authorise by a function`);
		const asked: IHttpRequestOptions = { url, method, headers: { ...headers } };
		const { auth, headers: authorised } = await authenticate({ ...fields }, asked);
		const login = auth && `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`;
		const response = await fetch(url, {
			method,
			headers: { ...(authorised as Record<string, string>), ...(login ? { authorization: login } : {}) },
			...(body === undefined ? {} : { body }),
		}).catch(() => {
			throw new ShopError('unavailable', 'The connection was lost', 'Try again.');
		});
		return {
			status: response.status,
			headers: headersOf(response),
			body: await response.text(),
			receivedAt: NOW,
		};
	};

export class Killed extends Error {}

/** Dies at the k-th request: before it leaves, or when its answer is on the way. */
export function dying(exchange: Exchange, k: number, moment: 'before' | 'after'): Exchange {
	let count = 0;
	return async (request) => {
		if (++count !== k) return await exchange(request);
		if (moment === 'after') await exchange(request);
		throw new Killed();
	};
}
