// BigCommerce, Promotions API v3.
// Promotions  https://developer.bigcommerce.com/docs/rest-management/promotions
// Codes       https://developer.bigcommerce.com/docs/rest-management/promotions/coupon-codes-single (one by one: the call for
//             many makes up codes of its own)
//
// One promotion of the kind BULK holds all codes of a publication; limits stand at each code.

import { type Offer } from '../domain/codes/offer';
import { ask, fieldsOf, type Json, listOf, type Manner, publishEach, shopError, textOf } from './protocols/answers';
import { needed, optional } from './protocols/config';
import {
	type Abilities,
	commonObjections,
	currenciesOf,
	tailOf,
	titleOf,
	usesPerCustomer,
} from './protocols/objections';
import { type CodeShop, type ShopDeps } from './shop';

const ABILITIES: Abilities = {
	name: 'BigCommerce',
	rewards: ['percent', 'amount', 'free_shipping', 'gift'],
	limited: ['percent', 'amount'],
	products: { shape: /^\d+$/, example: '118' },
	collections: { shape: /^\d+$/, example: '23' },
	collectionWord: 'categories',
	hasStart: true,
};

const MANNER: Manner = {
	name: 'BigCommerce',
	rights: 'the OAuth scope Marketing: modify',
	// {title, detail}, or a list of errors with a title each
	wordsOf(body) {
		const { title, detail, errors } = fieldsOf(body);
		return textOf(detail) ?? textOf(fieldsOf(listOf(errors)[0]).title) ?? textOf(title);
	},
	// https://developer.bigcommerce.com/docs/start/best-practices/api-rate-limits
	waitOf({ headers }) {
		const wait = Number(headers['x-rate-limit-time-reset-ms'] || Number.NaN);
		return Number.isFinite(wait) ? wait : undefined;
	},
};

export const bigcommerce: CodeShop = {
	id: 'bigcommerce',
	name: 'BigCommerce',
	credential: 'commerceSmsBigCommerceApi',
	batchSize: 50,

	readConfig: (fields) => ({
		baseUrl: optional(fields, 'baseUrl', 'https://api.bigcommerce.com').replace(/\/+$/, ''),
		storeHash: needed('BigCommerce', fields, 'storeHash', 'Store Hash'),
	}),

	objections: (publication, now) => commonObjections(ABILITIES, publication, now),

	async prepare(publication, _codes, deps) {
		const { offer, from, until, reference } = publication;
		const name = titleOf(publication);
		const query = new URLSearchParams({ name, redemption_type: 'COUPON' });
		const known = (await list(deps, `/promotions?${query}`)).find((one) =>
			textOf(one.name)?.endsWith(tailOf(reference)),
		);
		if (known) return idOf(known);
		const [currency] = currenciesOf(offer);
		const made = await call(deps, 'POST', '/promotions', {
			name,
			redemption_type: 'COUPON',
			coupon_type: 'BULK',
			status: 'ENABLED',
			start_date: from.toISOString(),
			...(until ? { end_date: until.toISOString() } : {}),
			currency_code: currency ?? '*',
			rules: [
				{
					action: actionOf(offer),
					apply_once: true,
					...(offer.minimumOrder ? { condition: { cart: { minimum_spend: offer.minimumOrder.amount } } } : {}),
				},
			],
		});
		return idOf(fieldsOf(fieldsOf(made).data));
	},

	async publish(prepared, { offer, reference }, codes, deps) {
		const path = `/promotions/${prepared}/codes`;
		const limits = { max_uses: offer.maxUses ?? 0, max_uses_per_customer: usesPerCustomer(offer) ?? 0 };
		return await publishEach(
			codes,
			(code) => call(deps, 'POST', path, { code, ...limits }),
			async (code) => (await promotionOf(code, reference, deps)) !== undefined,
		);
	},

	async withdraw(code, { reference }, deps) {
		const own = await promotionOf(code, reference, deps);
		const entry = own && (await codeIn(idOf(own), code, deps));
		if (entry) await call(deps, 'DELETE', `/promotions/${idOf(own)}/codes/${idOf(entry)}`);
	},
};

function actionOf({ reward, products = [], collections = [] }: Offer): Json {
	if (reward.kind === 'free_shipping') return { shipping: { free_shipping: true, zone_ids: '*' } };
	if (reward.kind === 'gift') return { gift_item: { quantity: 1, product_id: Number(reward.product) } };
	const discount =
		reward.kind === 'percent'
			? { percentage_amount: String(reward.percent) }
			: { fixed_amount: reward.kind === 'amount' ? reward.amount : '0' };
	const items = [
		...(products.length > 0 ? [{ products: products.map(Number) }] : []),
		...(collections.length > 0 ? [{ categories: collections.map(Number) }] : []),
	];
	if (items.length === 0) return { cart_value: { discount } };
	// as_total: an amount is taken off once, not off each piece; it says nothing of a percentage
	const asTotal = reward.kind === 'amount' ? { as_total: true } : {};
	return { cart_items: { discount, ...asTotal, items: items.length > 1 ? { or: items } : items[0] } };
}

/** The promotion that a publication made and that holds a code; undefined when there is none, or somebody else's. */
async function promotionOf(code: string, reference: string, deps: ShopDeps): Promise<Json | undefined> {
	const holders = await list(deps, `/promotions?code=${encodeURIComponent(code)}`);
	return holders.find(({ name }) => textOf(name)?.endsWith(tailOf(reference)));
}

/** The entry of a code in a promotion; undefined when it is not there. */
async function codeIn(promotion: string, code: string, deps: ShopDeps): Promise<Json | undefined> {
	const found = await list(deps, `/promotions/${promotion}/codes?code=${encodeURIComponent(code)}`);
	return found.find((entry) => textOf(entry.code)?.toUpperCase() === code.toUpperCase());
}

async function list(deps: ShopDeps, path: string): Promise<Json[]> {
	const { data } = fieldsOf(await call(deps, 'GET', path));
	if (!Array.isArray(data)) throw shopError(MANNER, 'unreadable-response', 'an answer without a list');
	return data.map(fieldsOf);
}

function idOf(entry: Json): string {
	const id = textOf(entry.id);
	if (!id) throw shopError(MANNER, 'unreadable-response', 'an answer without an id');
	return id;
}

const call = (deps: ShopDeps, method: 'GET' | 'POST' | 'DELETE', path: string, body?: Json) =>
	ask(MANNER, deps, {
		method,
		url: `${deps.config.baseUrl}/stores/${encodeURIComponent(deps.config.storeHash ?? '')}/v3${path}`,
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
