// Magento 2 and Adobe Commerce, REST API.
// Rules    https://developer.adobe.com/commerce/webapi/rest/quick-reference/ (salesRules, coupons)
// Coupons  a rule with use_auto_generation takes coupons of type 1 only: CouponRepository::save. They get the rule's limits.
// Dates    whole days by the store's clock: Rule\DateApplier compares them with today's date
//
// One cart price rule holds all codes of a publication. Products are SKUs, as Magento's own conditions name them.

import { type Offer } from '../domain/codes/offer';
import { ask, fieldsOf, type Json, listOf, type Manner, publishEach, shopError, textOf } from './protocols/answers';
import { baseUrlOf, needed, optional } from './protocols/config';
import { localTime } from './protocols/dates';
import {
	type Abilities,
	commonObjections,
	currenciesOf,
	tailOf,
	titleOf,
	usesPerCustomer,
} from './protocols/objections';
import { type CodeShop, type Publication, type ShopDeps } from './shop';

const ABILITIES: Abilities = {
	name: 'Magento',
	rewards: ['percent', 'amount', 'free_shipping'],
	limited: ['percent', 'amount'],
	products: { shape: /^[^\s,][^,]{0,63}$/, example: 'the SKU 24-MB01' },
	collections: { shape: /^\d+$/, example: '23' },
	collectionWord: 'categories',
	hasStart: true,
};

const MANNER: Manner = {
	name: 'Magento',
	rights: 'the resource Marketing > Promotions > Cart Price Rules of its integration',
	wordsOf: wordsOf,
};

const GENERATED = 1;

export const magento: CodeShop = {
	id: 'magento',
	name: 'Magento',
	credential: 'commerceSmsMagentoApi',
	batchSize: 50,

	readConfig: (fields) => ({
		baseUrl: baseUrlOf('Magento', fields, 'Shop URL'),
		websiteIds: optional(fields, 'websiteIds', '1'),
		// NOT LOGGED IN, General, Wholesale, Retailer: what Magento is installed with
		customerGroupIds: optional(fields, 'customerGroupIds', '0,1,2,3'),
		timeZone: needed('Magento', fields, 'timeZone', 'Time Zone'),
	}),

	objections(publication, now) {
		const said = commonObjections(ABILITIES, publication, now);
		if (usesPerCustomer(publication.offer) !== undefined) {
			said.push(
				'Magento counts uses per customer over all codes of a series together. Leave that limit out, or let each code be used once in all.',
			);
		}
		return said;
	},

	async prepare(publication, _codes, deps) {
		const title = titleOf(publication);
		const found = await search(deps, '/V1/salesRules/search', 'name', title);
		const known = found.find(({ name }) => textOf(name)?.endsWith(tailOf(publication.reference)));
		if (known) return idOf(known.rule_id);
		await refuseForeignCurrency(publication, deps);
		const rule = ruleOf(title, publication, deps);
		return idOf(fieldsOf(await call(deps, 'POST', '/V1/salesRules', { rule })).rule_id);
	},

	async publish(prepared, _publication, codes, deps) {
		const coupon = { rule_id: Number(prepared), type: GENERATED, is_primary: false, times_used: 0 };
		return await publishEach(
			codes,
			(code) => call(deps, 'POST', '/V1/coupons', { coupon: { ...coupon, code } }),
			async (code) => textOf((await couponOf(code, deps))?.rule_id) === prepared,
		);
	},

	async withdraw(code, { reference }, deps) {
		const coupon = await couponOf(code, deps);
		if (!coupon) return;
		const rule = fieldsOf(await call(deps, 'GET', `/V1/salesRules/${idOf(coupon.rule_id)}`));
		if (!textOf(rule.name)?.endsWith(tailOf(reference))) return;
		await call(deps, 'DELETE', `/V1/coupons/${idOf(coupon.coupon_id)}`);
	},
};

const listed = (ids: string | undefined) => (ids ?? '').split(',').map(Number);

function ruleOf(title: string, { offer, from, until }: Publication, { config }: ShopDeps): Json {
	const dayOf = (at: Date) => localTime(at, config.timeZone ?? '').slice(0, 10);
	return {
		name: title,
		website_ids: listed(config.websiteIds),
		customer_group_ids: listed(config.customerGroupIds),
		is_active: true,
		from_date: dayOf(from),
		...(until ? { to_date: dayOf(until) } : {}),
		uses_per_customer: 0,
		uses_per_coupon: offer.maxUses ?? 0,
		coupon_type: 'SPECIFIC_COUPON',
		use_auto_generation: true,
		...discountOf(offer),
		discount_step: 0,
		apply_to_shipping: false,
		stop_rules_processing: false,
		is_advanced: true,
		is_rss: false,
		sort_order: 0,
		times_used: 0,
		...conditionsOf(offer),
	};
}

/** The words are constants of Magento\SalesRule\Api\Data\RuleInterface. */
function discountOf({ reward }: Offer): Json {
	if (reward.kind === 'percent') return { simple_action: 'by_percent', discount_amount: reward.percent };
	if (reward.kind === 'amount') return { simple_action: 'cart_fixed', discount_amount: Number(reward.amount) };
	return { simple_action: 'by_percent', discount_amount: 0, simple_free_shipping: 'FREE_WITH_MATCHING_ITEMS' };
}

function conditionsOf({ minimumOrder, products = [], collections = [] }: Offer): Json {
	const within = (attribute: string, ids: readonly string[]) => ({
		condition_type: 'Magento\\SalesRule\\Model\\Rule\\Condition\\Product',
		attribute_name: attribute,
		operator: '()',
		value: ids.join(','),
	});
	const items = [
		...(products.length > 0 ? [within('sku', products)] : []),
		...(collections.length > 0 ? [within('category_ids', collections)] : []),
	];
	const spent = {
		condition_type: 'Magento\\SalesRule\\Model\\Rule\\Condition\\Address',
		attribute_name: 'base_subtotal',
		operator: '>=',
		value: minimumOrder?.amount,
	};
	const group = { value: '1', operator: '' };
	return {
		...(minimumOrder
			? {
					condition: {
						...group,
						condition_type: 'Magento\\SalesRule\\Model\\Rule\\Condition\\Combine',
						aggregator_type: 'all',
						conditions: [spent],
					},
				}
			: {}),
		...(items.length > 0
			? {
					action_condition: {
						...group,
						condition_type: 'Magento\\SalesRule\\Model\\Rule\\Condition\\Product\\Combine',
						aggregator_type: 'any',
						conditions: items,
					},
				}
			: {}),
	};
}

/** Amounts of rules are in the website's base currency. */
async function refuseForeignCurrency({ offer }: Publication, deps: ShopDeps): Promise<void> {
	const [currency] = currenciesOf(offer);
	if (!currency) return;
	const sites = listed(deps.config.websiteIds);
	const stores = listOf(await call(deps, 'GET', '/V1/store/storeConfigs')).map(fieldsOf);
	const store = stores.find(({ website_id }) => sites.includes(Number(website_id)));
	const own = textOf(store?.base_currency_code);
	if (!own) throw shopError(MANNER, 'unreadable-response', 'a website without a currency');
	if (own !== currency) throw shopError(MANNER, 'rejected', `the shop’s currency is ${own}, the offer’s ${currency}`);
}

const couponOf = async (code: string, deps: ShopDeps): Promise<Json | undefined> =>
	(await search(deps, '/V1/coupons/search', 'code', code))[0];

async function search(deps: ShopDeps, path: string, field: string, value: string): Promise<Json[]> {
	const filter = 'searchCriteria[filter_groups][0][filters][0]';
	const query = new URLSearchParams({
		[`${filter}[field]`]: field,
		[`${filter}[value]`]: value,
		[`${filter}[condition_type]`]: 'eq',
		'searchCriteria[pageSize]': '10',
	});
	const { items } = fieldsOf(await call(deps, 'GET', `${path}?${query}`));
	if (!Array.isArray(items) && items !== null)
		throw shopError(MANNER, 'unreadable-response', 'a search without a list');
	return listOf(items).map(fieldsOf);
}

function idOf(value: unknown): string {
	const id = textOf(value);
	if (!id) throw shopError(MANNER, 'unreadable-response', 'an answer without an id');
	return id;
}

const call = (deps: ShopDeps, method: 'GET' | 'POST' | 'DELETE', path: string, body?: Json) =>
	ask(MANNER, deps, {
		method,
		url: `${deps.config.baseUrl}/rest${path}`,
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});

/** `{message: "… %resources …", parameters: {resources: …}}`, or a list of parameters for %1, %2 … */
function wordsOf(body: unknown): string | undefined {
	const { message, parameters } = fieldsOf(body);
	const values: Json = Array.isArray(parameters)
		? Object.fromEntries(parameters.map((value, index) => [String(index + 1), value]))
		: fieldsOf(parameters);
	return textOf(message)?.replace(/%(\w+)/g, (place, name: string) => textOf(values[name]) ?? place);
}
