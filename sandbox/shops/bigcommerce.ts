// BigCommerce's Promotions API v3: https://developer.bigcommerce.com/docs/rest-management/promotions
// and its webhooks: https://developer.bigcommerce.com/docs/rest-management/webhooks
import { parseJsonObject } from '../http';
import { isObject, jsonAnswer, SHOP_KEYS, type ShopTwin, without } from './twin';
import { createTwinWebhooks } from './webhooks';

interface Promotion extends Record<string, unknown> {
	readonly id: number;
	readonly name: string;
}
interface Code extends Record<string, unknown> {
	readonly id: number;
	readonly code: string;
	readonly promotion: number;
}

const ROOT = `/stores/${SHOP_KEYS.bigcommerce.storeHash}/v3/promotions`;
const HOOKS = `/stores/${SHOP_KEYS.bigcommerce.storeHash}/v3/hooks`;
const invalid = (title: string) =>
	jsonAnswer({ status: 422, title, type: 'https://developer.bigcommerce.com', errors: {} }, 422);

export function createBigCommerceTwin(): ShopTwin {
	let promotions: Promotion[] = [];
	let codes: Code[] = [];
	let lastId = 10;
	const webhooks = createTwinWebhooks();

	const isCode = (code: string) => (one: Code) => one.code.toLowerCase() === code.toLowerCase();

	function addPromotion(fields: Readonly<Record<string, unknown>>) {
		if (!fields.name || fields.redemption_type !== 'COUPON') return invalid('name and redemption_type are required');
		const rules = Array.isArray(fields.rules) ? fields.rules.filter(isObject) : [];
		if (rules.length === 0 || !rules.every(({ action }) => isObject(action))) return invalid('rules are required');
		const promotion: Promotion = { coupon_type: 'SINGLE', ...fields, id: ++lastId, name: String(fields.name) };
		promotions.push(promotion);
		return jsonAnswer({ data: promotion, meta: {} }, 201);
	}

	function addCode(promotion: Promotion, fields: Readonly<Record<string, unknown>>) {
		const code = String(fields.code ?? '');
		if (!/^[\w -]{1,50}$/.test(code)) return invalid('The coupon code is invalid');
		if (codes.some(isCode(code))) return invalid(`A coupon with the code ${code} exists already`);
		if (promotion.coupon_type === 'SINGLE' && codes.some((one) => one.promotion === promotion.id)) {
			return invalid('This promotion has its one code');
		}
		const entry: Code = {
			max_uses: 0,
			max_uses_per_customer: 0,
			...fields,
			id: ++lastId,
			code,
			promotion: promotion.id,
		};
		codes.push(entry);
		return jsonAnswer({ data: without(entry, 'promotion'), meta: {} }, 201);
	}

	function answerHooks(method: string, id: string | undefined, body: string) {
		const shown = webhooks.list().map((webhook) => ({ id: webhook.id, ...webhook.fields }));
		if (method === 'GET') return jsonAnswer({ data: shown, meta: {} });
		if (method === 'DELETE') {
			return webhooks.remove(Number(id)) ? { status: 200, json: { data: {} } } : jsonAnswer({ status: 404, title: 'Not found' }, 404);
		}
		const fields = parseJsonObject(body) ?? {};
		if (!/^store\/\w+\//.test(String(fields.scope)) || !URL.canParse(String(fields.destination))) {
			return invalid('scope and destination are required');
		}
		return jsonAnswer({ data: { id: webhooks.add(fields).id, ...fields }, meta: {} });
	}

	const page = (data: unknown[]) => jsonAnswer({ data: data.slice(0, 50), meta: {} });
	const unauthorized = () => jsonAnswer({ status: 401, title: 'Unauthorized' }, 401);

	return {
		id: 'bigcommerce',
		label: 'BigCommerce',
		unauthorized,
		throttled: (seconds) => ({
			status: 429,
			headers: { 'x-rate-limit-time-reset-ms': String(seconds * 1000) },
			json: { status: 429, title: 'You made too many requests' },
		}),
		broken: () => jsonAnswer({ status: 500, title: 'Internal Server Error' }, 500),
		answer({ method, path, query, headers, body }) {
			if (headers['x-auth-token'] !== SHOP_KEYS.bigcommerce.accessToken) return unauthorized();
			if (path === HOOKS || path.startsWith(`${HOOKS}/`)) return answerHooks(method, path.slice(HOOKS.length + 1), body);
			if (!path.startsWith(ROOT)) return jsonAnswer({ status: 404, title: 'Not found' }, 404);
			const [, id, part, codeId] = path.slice(ROOT.length).split('/');
			const fields = parseJsonObject(body) ?? {};
			const wanted = query.get('code');
			if (id === undefined && method === 'POST') return addPromotion(fields);
			if (id === undefined && method === 'GET') {
				const holders = codes.filter(isCode(wanted ?? '')).map(({ promotion }) => promotion);
				const name = query.get('name');
				return page(
					promotions.filter(
						(one) => (name === null || one.name === name) && (wanted === null || holders.includes(one.id)),
					),
				);
			}
			if (id === 'codes' && method === 'DELETE') {
				codes = codes.filter((one) => !isCode(wanted ?? '')(one));
				return { status: 204 };
			}
			const promotion = promotions.find((one) => String(one.id) === id);
			if (!promotion || part !== 'codes') return jsonAnswer({ status: 404, title: 'Not found' }, 404);
			const own = codes.filter((one) => one.promotion === promotion.id);
			if (method === 'GET') return page(own.filter(isCode(wanted ?? '')).map((one) => without(one, 'promotion')));
			if (method === 'POST') return addCode(promotion, fields);
			codes = codes.filter((one) => !own.includes(one) || String(one.id) !== codeId);
			return { status: 204 };
		},
		codes: () =>
			codes.map((entry) => {
				const promotion = promotions.find(({ id }) => id === entry.promotion);
				return {
					code: entry.code,
					title: promotion?.name ?? '',
					offer: { ...without(promotion ?? {}, 'id', 'name'), ...without(entry, 'id', 'code', 'promotion') },
				};
			}),
		addForeign(code) {
			const promotion: Promotion = { id: ++lastId, name: 'By hand', coupon_type: 'SINGLE' };
			promotions.push(promotion);
			addCode(promotion, { code });
		},
		reset() {
			promotions = [];
			codes = [];
			webhooks.clear();
		},
	};
}
