// WooCommerce's REST API, as far as coupons and webhooks go: https://woocommerce.github.io/woocommerce-rest-api-docs/#coupons
// https://woocommerce.github.io/woocommerce-rest-api-docs/#webhooks
import { parseJsonObject } from '../http';
import { basicLogin, isObject, jsonAnswer, SHOP_KEYS, type ShopTwin, without } from './twin';
import { createTwinWebhooks, type TwinWebhook } from './webhooks';

interface Coupon extends Record<string, unknown> {
	readonly id: number;
	readonly code: string;
	readonly description: string;
}

const MOST_IN_A_BATCH = 100;
const problem = (code: string, message: string, status: number) => ({ code, message, data: { status } });
const UNAUTHORIZED = problem('woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.', 401);

export function createWooCommerceTwin(): ShopTwin {
	/** By code in lower case. */
	const coupons = new Map<string, Coupon>();
	let lastId = 100;
	const webhooks = createTwinWebhooks();

	function add(wanted: Readonly<Record<string, unknown>>): Coupon | ReturnType<typeof problem> {
		const code = String(wanted.code ?? '').toLowerCase();
		if (code === '') return problem('woocommerce_rest_empty_coupon_code', 'The coupon code cannot be empty.', 400);
		if (coupons.has(code)) {
			return problem('woocommerce_rest_coupon_code_already_exists', 'The coupon code already exists', 400);
		}
		if (wanted.discount_type === 'percent' && Number(wanted.amount) > 100) {
			return problem('coupon_invalid_amount', 'Invalid discount amount', 400);
		}
		const coupon: Coupon = { ...wanted, id: ++lastId, code, description: String(wanted.description ?? '') };
		coupons.set(code, coupon);
		return coupon;
	}

	function batch(body: string) {
		const asked = parseJsonObject(body);
		if (!asked) return jsonAnswer(problem('rest_invalid_json', 'Invalid JSON body passed.', 400), 400);
		const create = Array.isArray(asked.create) ? asked.create.filter(isObject) : undefined;
		if ((create?.length ?? 0) > MOST_IN_A_BATCH) {
			const words = `Unable to accept more than ${MOST_IN_A_BATCH} items for this request.`;
			return jsonAnswer(problem('woocommerce_rest_request_entity_too_large', words, 413), 413);
		}
		const results = create?.map((wanted) => {
			const made = add(wanted);
			return 'id' in made ? made : { id: 0, error: made };
		});
		return jsonAnswer(results ? { create: results } : {});
	}

	/** The secret is never told again. */
	const shown = ({ id, fields }: TwinWebhook) => ({ id, ...without(fields, 'secret') });

	function addWebhook(body: string) {
		const wanted = parseJsonObject(body) ?? {};
		const refuse = (parameter: string) =>
			jsonAnswer(problem('woocommerce_rest_invalid_webhook', `Webhook ${parameter} is invalid.`, 400), 400);
		if (!/^(order|product|customer|coupon)\.(created|updated|deleted|restored)$/.test(String(wanted.topic))) return refuse('topic');
		if (!/^https?:\/\//.test(String(wanted.delivery_url))) return refuse('delivery URL');
		return jsonAnswer(shown(webhooks.add({ status: 'active', ...wanted })), 201);
	}

	return {
		id: 'woocommerce',
		label: 'WooCommerce',
		unauthorized: () => jsonAnswer(UNAUTHORIZED, 401),
		throttled: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) } }),
		broken: () =>
			jsonAnswer(problem('internal_server_error', 'There has been a critical error on this website.', 500), 500),
		answer({ method, path, query, headers, body }) {
			const { user, password } = basicLogin(headers.authorization);
			const { consumerKey, consumerSecret } = SHOP_KEYS.woocommerce;
			if (user !== consumerKey || password !== consumerSecret) return jsonAnswer(UNAUTHORIZED, 401);
			if (method === 'POST' && path === '/wp-json/wc/v3/coupons/batch') return batch(body);
			if (method === 'GET' && path === '/wp-json/wc/v3/data/currencies/current') {
				return jsonAnswer({ code: 'EUR', name: 'Euro', symbol: '&euro;' });
			}
			if (method === 'GET' && path === '/wp-json/wc/v3/coupons') {
				const code = query.get('code')?.toLowerCase();
				const found = code === undefined ? [...coupons.values()] : [coupons.get(code)].filter(Boolean);
				return jsonAnswer(found.slice(0, 10));
			}
			if (path === '/wp-json/wc/v3/webhooks') {
				if (method === 'POST') return addWebhook(body);
				const [each, page] = [Number(query.get('per_page') ?? 10), Number(query.get('page') ?? 1)];
				return jsonAnswer(webhooks.list().map(shown).slice((page - 1) * each, page * each));
			}
			const webhook = Number(/^\/wp-json\/wc\/v3\/webhooks\/(\d+)$/.exec(path)?.[1]);
			if (method === 'DELETE' && webhook) {
				if (query.get('force') !== 'true') {
					const words = 'Webhooks do not support trashing.';
					return jsonAnswer(problem('woocommerce_rest_trash_not_supported', words, 501), 501);
				}
				const removed = webhooks.remove(webhook);
				if (removed) return jsonAnswer(shown(removed));
			}
			const id = /^\/wp-json\/wc\/v3\/coupons\/(\d+)$/.exec(path)?.[1];
			const coupon = id === undefined ? undefined : [...coupons.values()].find((one) => String(one.id) === id);
			if (method === 'DELETE' && coupon) {
				if (query.get('force') !== 'true') {
					const words = 'Coupons do not support trashing.';
					return jsonAnswer(problem('woocommerce_rest_trash_not_supported', words, 501), 501);
				}
				coupons.delete(coupon.code);
				return jsonAnswer(coupon);
			}
			const words = 'No route was found matching the URL and request method.';
			return jsonAnswer(problem('rest_no_route', words, 404), 404);
		},
		codes: () =>
			[...coupons.values()].map((coupon) => ({
				code: coupon.code,
				title: coupon.description,
				offer: without(coupon, 'id', 'code', 'description'),
			})),
		addForeign: (code) => void add({ code, description: 'By hand' }),
		reset() {
			coupons.clear();
			webhooks.clear();
		},
	};
}
