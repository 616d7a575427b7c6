// Magento 2's REST API, as far as cart price rules go: https://developer.adobe.com/commerce/webapi/rest/quick-reference/
import { type ApiRequest, parseJsonObject } from '../http';
import { isObject, jsonAnswer, SHOP_KEYS, type ShopTwin, without } from './twin';

interface Rule extends Record<string, unknown> {
	readonly rule_id: number;
	readonly name: string;
}
interface Coupon extends Record<string, unknown> {
	readonly coupon_id: number;
	readonly rule_id: number;
	readonly code: string;
}

/** What the API's schema marks as required of a rule. */
const REQUIRED = [
	...['website_ids', 'customer_group_ids', 'uses_per_customer', 'is_active', 'stop_rules_processing', 'is_advanced'],
	...['sort_order', 'discount_amount', 'discount_step', 'apply_to_shipping', 'times_used', 'is_rss', 'coupon_type'],
	...['use_auto_generation', 'uses_per_coupon'],
];
const refused = (message: string, parameters: unknown = {}) => jsonAnswer({ message, parameters }, 400);

export function createMagentoTwin(): ShopTwin {
	let rules: Rule[] = [];
	let coupons: Coupon[] = [];
	let lastId = 0;

	function addRule(rule: unknown) {
		if (!isObject(rule)) return refused('"%fieldName" is required. Enter and try again.', { fieldName: 'rule' });
		const missing = REQUIRED.find((name) => rule[name] === undefined);
		if (missing) return refused('"%fieldName" is required. Enter and try again.', { fieldName: missing });
		const made: Rule = { ...rule, rule_id: ++lastId, name: String(rule.name) };
		rules.push(made);
		return jsonAnswer(made);
	}

	/** As CouponRepository::save does it. */
	function addCoupon(coupon: unknown) {
		const fields = isObject(coupon) ? coupon : {};
		const rule = rules.find(({ rule_id }) => rule_id === fields.rule_id);
		if (!rule) return refused('Error occurred when saving coupon: %1', ['No such entity']);
		if (rule.use_auto_generation === true && fields.type !== 1) {
			return refused('Error occurred when saving coupon: %1', ['Specified rule only allows auto generated coupons']);
		}
		const code = String(fields.code ?? '');
		if (coupons.some((one) => one.code.toLowerCase() === code.toLowerCase())) {
			return refused('%1 already exists.', ['Coupon with the same code']);
		}
		const made: Coupon = {
			...fields,
			coupon_id: ++lastId,
			rule_id: rule.rule_id,
			code,
			usage_limit: rule.uses_per_coupon,
			usage_per_customer: rule.uses_per_customer,
		};
		coupons.push(made);
		return jsonAnswer(made);
	}

	function search(entries: ReadonlyArray<Readonly<Record<string, unknown>>>, query: URLSearchParams) {
		const filter = 'searchCriteria[filter_groups][0][filters][0]';
		const field = query.get(`${filter}[field]`);
		const value = query.get(`${filter}[value]`)?.toLowerCase();
		const found = field === null ? entries : entries.filter((one) => String(one[field]).toLowerCase() === value);
		const size = Number(query.get('searchCriteria[pageSize]') ?? found.length);
		return jsonAnswer({ items: found.slice(0, size), search_criteria: {}, total_count: found.length });
	}

	const unauthorized = () =>
		jsonAnswer(
			{
				message: "The consumer isn't authorized to access %resources.",
				parameters: { resources: 'Magento_SalesRule::quote' },
			},
			401,
		);
	const nothing = () => jsonAnswer({ message: 'Request does not match any route.' }, 404);

	function route({ method, path, query, body }: ApiRequest) {
		const sent = parseJsonObject(body) ?? {};
		const [, resource, id] = /^\/rest\/V1\/([\w/]+?)(?:\/(\d+))?$/.exec(path) ?? [];
		switch (`${method} ${resource}${id ? '/:id' : ''}`) {
			case 'GET store/storeConfigs':
				return jsonAnswer([
					{ id: 1, code: 'default', website_id: 1, base_currency_code: 'EUR', timezone: 'Europe/Warsaw' },
				]);
			case 'POST salesRules':
				return addRule(sent.rule);
			case 'GET salesRules/search':
				return search(rules, query);
			case 'GET salesRules/:id':
				return jsonAnswer(rules.find((one) => String(one.rule_id) === id) ?? {});
			case 'POST coupons':
				return addCoupon(sent.coupon);
			case 'GET coupons/search':
				return search(coupons, query);
			case 'DELETE coupons/:id':
				coupons = coupons.filter((one) => String(one.coupon_id) !== id);
				return jsonAnswer(true);
			default:
				return nothing();
		}
	}

	return {
		id: 'magento',
		label: 'Magento',
		unauthorized,
		throttled: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) } }),
		broken: () => jsonAnswer({ message: 'Internal Error. Details are available in Magento log file.' }, 500),
		answer(request) {
			const isKnown = request.headers.authorization === `Bearer ${SHOP_KEYS.magento.accessToken}`;
			return isKnown ? route(request) : unauthorized();
		},
		codes: () =>
			coupons.map((coupon) => {
				const rule = rules.find((one) => one.rule_id === coupon.rule_id);
				return { code: coupon.code, title: rule?.name ?? '', offer: without(rule ?? {}, 'rule_id', 'name') };
			}),
		addForeign(code) {
			const rule: Rule = { rule_id: ++lastId, name: 'By hand' };
			rules.push(rule);
			addCoupon({ rule_id: rule.rule_id, code, type: 0 });
		},
		reset() {
			rules = [];
			coupons = [];
		},
	};
}
