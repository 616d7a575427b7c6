// Medusa 2, Admin API.
// Promotions  https://docs.medusajs.com/api/admin#promotions
// Campaigns   https://docs.medusajs.com/api/admin#campaigns
//
// A campaign holds the period of a publication; every code is a promotion of its own in it.

import { type Offer } from '../domain/codes/offer';
import { ask, fieldsOf, type Json, listOf, type Manner, publishEach, shopError, textOf } from './protocols/answers';
import { baseUrlOf } from './protocols/config';
import { type Abilities, commonObjections, currenciesOf, titleOf, usesPerCustomer } from './protocols/objections';
import { type CodeShop, type ShopDeps } from './shop';

const ABILITIES: Abilities = {
	name: 'Medusa',
	rewards: ['percent', 'amount', 'free_shipping'],
	limited: ['percent', 'amount'],
	products: { shape: /^prod_\w+$/, example: 'prod_01HXYZ' },
	collections: { shape: /^pcol_\w+$/, example: 'pcol_01HXYZ' },
	hasStart: true,
};

const MANNER: Manner = {
	name: 'Medusa',
	rights: 'to be a secret API key of an admin user',
	wordsOf: (body) => textOf(fieldsOf(body).message),
};

export const medusa: CodeShop = {
	id: 'medusa',
	name: 'Medusa',
	credential: 'commerceSmsMedusaApi',
	batchSize: 50,

	readConfig: (fields) => ({ baseUrl: baseUrlOf('Medusa', fields, 'Server URL') }),

	objections(publication, now) {
		const { offer } = publication;
		const said = commonObjections(ABILITIES, publication, now);
		if (offer.products?.length && offer.collections?.length) {
			said.push('Medusa counts only what is in the products and in the collections. Leave one out.');
		}
		if (usesPerCustomer(offer) !== undefined) {
			said.push(
				'Medusa counts uses per customer over all codes of a series together. Leave that limit out, or let each code be used once in all.',
			);
		}
		return said;
	},

	async prepare(publication, _codes, deps) {
		const { reference, from, until } = publication;
		const found = await call(deps, 'GET', `/campaigns?campaign_identifier=${encodeURIComponent(reference)}`);
		const campaigns = fieldsOf(found).campaigns;
		if (!Array.isArray(campaigns)) throw shopError(MANNER, 'unreadable-response', 'an answer without campaigns');
		const known = campaigns.map(fieldsOf).find((campaign) => campaign.campaign_identifier === reference);
		if (known) return idOf(known);
		const made = await call(deps, 'POST', '/campaigns', {
			name: titleOf(publication),
			campaign_identifier: reference,
			starts_at: from.toISOString(),
			ends_at: until?.toISOString() ?? null,
		});
		return idOf(fieldsOf(fieldsOf(made).campaign));
	},

	async publish(prepared, { offer }, codes, deps) {
		const promotion = {
			type: 'standard',
			status: 'active',
			is_automatic: false,
			campaign_id: prepared,
			...(offer.maxUses === undefined ? {} : { limit: offer.maxUses }),
			application_method: methodOf(offer),
			rules: rulesOf(offer),
		};
		return await publishEach(
			codes,
			(code) => call(deps, 'POST', '/promotions', { code, ...promotion }),
			async (code) => fieldsOf((await promotionOf(code, deps))?.campaign).id === prepared,
		);
	},

	async withdraw(code, { reference }, deps) {
		const promotion = await promotionOf(code, deps);
		if (fieldsOf(promotion?.campaign).campaign_identifier !== reference) return;
		await call(deps, 'DELETE', `/promotions/${idOf(fieldsOf(promotion))}`);
	},
};

function methodOf({ reward, products = [], collections = [] }: Offer): Json {
	if (reward.kind === 'free_shipping') {
		return { type: 'percentage', target_type: 'shipping_methods', allocation: 'across', value: 100 };
	}
	const value =
		reward.kind === 'amount'
			? { type: 'fixed', value: Number(reward.amount), currency_code: reward.currency.toLowerCase() }
			: { type: 'percentage', value: reward.kind === 'percent' ? reward.percent : 0 };
	const [attribute, values] =
		products.length > 0 ? ['items.product.id', products] : ['items.product.collection_id', collections];
	return values.length > 0
		? {
				...value,
				target_type: 'items',
				allocation: 'across',
				target_rules: [{ attribute, operator: 'in', values }],
			}
		: { ...value, target_type: 'order' };
}

function rulesOf(offer: Offer): Json[] {
	const [currency] = currenciesOf(offer);
	return [
		...(currency ? [{ attribute: 'currency_code', operator: 'eq', values: [currency.toLowerCase()] }] : []),
		...(offer.minimumOrder ? [{ attribute: 'subtotal', operator: 'gte', values: [offer.minimumOrder.amount] }] : []),
	];
}

async function promotionOf(code: string, deps: ShopDeps): Promise<Json | undefined> {
	const { promotions } = fieldsOf(await call(deps, 'GET', `/promotions?code=${encodeURIComponent(code)}`));
	return listOf(promotions)
		.map(fieldsOf)
		.find((promotion) => promotion.code === code);
}

function idOf(entry: Json): string {
	const id = textOf(entry.id);
	if (!id) throw shopError(MANNER, 'unreadable-response', 'an answer without an id');
	return id;
}

const call = (deps: ShopDeps, method: 'GET' | 'POST' | 'DELETE', path: string, body?: Json) =>
	ask(MANNER, deps, {
		method,
		url: `${deps.config.baseUrl}/admin${path}`,
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
