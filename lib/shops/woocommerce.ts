// WooCommerce, REST API v3. Every code is a coupon of its own, with the whole offer in it.
// Coupons  https://woocommerce.github.io/woocommerce-rest-api-docs/#coupons (a batch: at most 100; it answers 200 with an
//          error in the place of each element that failed)
// Codes are kept in lower case and compared without regard to it; results are told by their place.

import { type Offer } from '../domain/codes/offer';
import { ask, fieldsOf, type Json, listOf, type Manner, shopError, textOf } from './protocols/answers';
import { baseUrlOf } from './protocols/config';
import {
	type Abilities,
	commonObjections,
	currenciesOf,
	tailOf,
	titleOf,
	usesPerCustomer,
} from './protocols/objections';
import { type CodeShop, type PublishedCode, type ShopDeps } from './shop';

const ABILITIES: Abilities = {
	name: 'WooCommerce',
	rewards: ['percent', 'amount', 'free_shipping'],
	limited: ['percent', 'amount', 'free_shipping'],
	products: { shape: /^\d+$/, example: '1234' },
	collections: { shape: /^\d+$/, example: '56' },
	collectionWord: 'categories',
	hasStart: false,
};

const MANNER: Manner = {
	name: 'WooCommerce',
	rights: 'Read/Write permission, and its user must be a shop manager or administrator',
	wordsOf: (body) => textOf(fieldsOf(body).message),
};

const ALREADY_EXISTS = 'woocommerce_rest_coupon_code_already_exists';

export const woocommerce: CodeShop = {
	id: 'woocommerce',
	name: 'WooCommerce',
	credential: 'commerceSmsWooCommerceApi',
	batchSize: 100,

	readConfig: (fields) => ({ baseUrl: baseUrlOf('WooCommerce', fields, 'Shop URL') }),

	objections: (publication, now) => commonObjections(ABILITIES, publication, now),

	async prepare({ offer, reference }, _codes, deps) {
		const [currency] = currenciesOf(offer);
		if (currency) {
			const own = textOf(fieldsOf(await get(deps, '/data/currencies/current')).code);
			if (!own) throw shopError(MANNER, 'unreadable-response', 'a shop without a currency');
			if (own !== currency) {
				throw shopError(MANNER, 'rejected', `the shop’s currency is ${own}, the offer’s ${currency}`);
			}
		}
		return reference;
	},

	async publish(prepared, publication, codes, deps) {
		const { offer, until } = publication;
		const coupon = {
			...discountOf(offer),
			description: titleOf(publication),
			// with a zone it is that very moment; without, WooCommerce takes the site's; date_expires_gmt is not read
			...(until ? { date_expires: until.toISOString().replace(/\.\d+Z$/, 'Z') } : {}),
			...(offer.maxUses === undefined ? {} : { usage_limit: offer.maxUses }),
			...(usesPerCustomer(offer) === undefined ? {} : { usage_limit_per_user: usesPerCustomer(offer) }),
			...(offer.minimumOrder ? { minimum_amount: offer.minimumOrder.amount } : {}),
			...(offer.products?.length ? { product_ids: offer.products.map(Number) } : {}),
			...(offer.collections?.length ? { product_categories: offer.collections.map(Number) } : {}),
		};
		const answer = await ask(MANNER, deps, {
			method: 'POST',
			url: `${deps.config.baseUrl}/wp-json/wc/v3/coupons/batch`,
			body: JSON.stringify({ create: codes.map((code) => ({ code, ...coupon })) }),
		});
		const created = listOf(fieldsOf(answer).create).map(fieldsOf);
		if (created.length !== codes.length) {
			throw shopError(MANNER, 'unreadable-response', `${created.length} results for ${codes.length} codes`);
		}
		const results: PublishedCode[] = [];
		for (const [index, code] of codes.entries()) {
			const { id, error } = created[index] ?? {};
			const { code: word, message } = fieldsOf(error);
			const isThere = error
				? word === ALREADY_EXISTS && (await ownCoupon(code, prepared, deps)) !== undefined
				: textOf(id) !== undefined;
			results.push(
				isThere
					? { code, status: 'published' }
					: { code, status: 'refused', reason: textOf(message) ?? 'WooCommerce gives no reason' },
			);
		}
		return results;
	},

	async withdraw(code, { reference }, deps) {
		const id = await ownCoupon(code, reference, deps);
		if (id === undefined) return;
		const url = `${deps.config.baseUrl}/wp-json/wc/v3/coupons/${id}?force=true`;
		await ask(MANNER, deps, { method: 'DELETE', url });
	},
};

/** The discount types: https://woocommerce.github.io/woocommerce-rest-api-docs/#coupon-properties */
function discountOf({ reward, products = [], collections = [] }: Offer): Json {
	if (reward.kind === 'percent') return { discount_type: 'percent', amount: String(reward.percent) };
	if (reward.kind !== 'amount') return { discount_type: 'fixed_cart', amount: '0', free_shipping: true };
	// an amount off the cart would count for all that is in it; off a product, it would count for every piece
	return products.length + collections.length > 0
		? { discount_type: 'fixed_product', amount: reward.amount, limit_usage_to_x_items: 1 }
		: { discount_type: 'fixed_cart', amount: reward.amount };
}

/** The id of the coupon that a publication made for a code; undefined when there is none, or somebody else's. */
async function ownCoupon(code: string, reference: string, deps: ShopDeps): Promise<string | undefined> {
	const found = listOf(await get(deps, `/coupons?code=${encodeURIComponent(code)}`)).map(fieldsOf);
	const own = found.find(({ description }) => textOf(description)?.endsWith(tailOf(reference)));
	return textOf(own?.id);
}

const get = (deps: ShopDeps, path: string) =>
	ask(MANNER, deps, { method: 'GET', url: `${deps.config.baseUrl}/wp-json/wc/v3${path}` });
