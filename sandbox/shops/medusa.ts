// Medusa 2's Admin API, as far as promotions go: https://docs.medusajs.com/api/admin#promotions
import { parseJsonObject } from '../http';
import { basicLogin, isObject, jsonAnswer, SHOP_KEYS, type ShopTwin, without } from './twin';

interface Campaign extends Record<string, unknown> {
	readonly id: string;
	readonly name: string;
	readonly campaign_identifier: string;
}
interface Promotion extends Record<string, unknown> {
	readonly id: string;
	readonly code: string;
	readonly campaign_id: string | null;
}

const invalid = (message: string) => jsonAnswer({ type: 'invalid_data', message }, 400);
/** The API refuses fields that it does not know. */
const KNOWN = [
	...['code', 'is_automatic', 'type', 'is_tax_inclusive', 'status', 'campaign_id', 'campaign', 'application_method'],
	...['rules', 'limit', 'additional_data'],
];

export function createMedusaTwin(): ShopTwin {
	let campaigns: Campaign[] = [];
	let promotions: Promotion[] = [];
	let lastId = 0;

	function addCampaign(fields: Readonly<Record<string, unknown>>) {
		const { name, campaign_identifier } = fields;
		if (!name || !campaign_identifier) return invalid("Invalid request: Field 'campaign_identifier' is required");
		if (campaigns.some((one) => one.campaign_identifier === campaign_identifier)) {
			return invalid(`Campaign with campaign_identifier: ${String(campaign_identifier)}, already exists.`);
		}
		const campaign: Campaign = {
			...fields,
			id: `procamp_${++lastId}`,
			name: String(name),
			campaign_identifier: String(campaign_identifier),
		};
		campaigns.push(campaign);
		return jsonAnswer({ campaign });
	}

	function addPromotion(fields: Readonly<Record<string, unknown>>) {
		const stranger = Object.keys(fields).find((name) => !KNOWN.includes(name));
		if (stranger) return invalid(`Invalid request: Unrecognized fields: '${stranger}'`);
		const { code, application_method: method, campaign_id } = fields;
		if (!code || !isObject(method)) return invalid("Invalid request: Field 'application_method' is required");
		if (method.type === 'fixed' && !method.currency_code)
			return invalid('application_method.currency_code is required');
		if (promotions.some((one) => one.code === code)) {
			return invalid(`Promotion with code: ${String(code)}, already exists.`);
		}
		if (campaign_id && !campaigns.some(({ id }) => id === campaign_id)) return invalid('There is no such campaign');
		const promotion: Promotion = {
			status: 'draft',
			...fields,
			id: `promo_${++lastId}`,
			code: String(code),
			campaign_id: typeof campaign_id === 'string' ? campaign_id : null,
		};
		promotions.push(promotion);
		return jsonAnswer({ promotion: shown(promotion) });
	}

	const campaignOf = ({ campaign_id }: Promotion) => campaigns.find(({ id }) => id === campaign_id) ?? null;
	const shown = (promotion: Promotion) => ({ ...without(promotion, 'campaign_id'), campaign: campaignOf(promotion) });
	const unauthorized = () => jsonAnswer({ message: 'Unauthorized' }, 401);

	return {
		id: 'medusa',
		label: 'Medusa',
		unauthorized,
		throttled: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) } }),
		broken: () => jsonAnswer({ code: 'unknown_error', message: 'An unknown error occurred.' }, 500),
		answer({ method, path, query, headers, body }) {
			if (basicLogin(headers.authorization).user !== SHOP_KEYS.medusa.apiKey) return unauthorized();
			const sent = parseJsonObject(body) ?? {};
			const [, resource, id] = /^\/admin\/(campaigns|promotions)(?:\/(\w+))?$/.exec(path) ?? [];
			const matches = (name: string) => (one: Readonly<Record<string, unknown>>) =>
				query.get(name) === null || query.get(name) === one[name];
			switch (`${method} ${resource}${id ? '/:id' : ''}`) {
				case 'GET campaigns':
					return jsonAnswer({ campaigns: campaigns.filter(matches('campaign_identifier')).slice(0, 50) });
				case 'POST campaigns':
					return addCampaign(sent);
				case 'GET promotions':
					return jsonAnswer({ promotions: promotions.filter(matches('code')).slice(0, 50).map(shown) });
				case 'POST promotions':
					return addPromotion(sent);
				case 'DELETE promotions/:id':
					promotions = promotions.filter((one) => one.id !== id);
					return jsonAnswer({ id, object: 'promotion', deleted: true });
				default:
					return jsonAnswer({ type: 'not_found', message: `There is no ${method} ${path}` }, 404);
			}
		},
		codes: () =>
			promotions.map((promotion) => {
				const campaign = campaignOf(promotion);
				return {
					code: promotion.code,
					title: campaign ? campaign.name : 'By hand',
					offer: { ...without(promotion, 'id', 'code', 'campaign_id'), campaign },
				};
			}),
		addForeign: (code) => void addPromotion({ code, application_method: { type: 'percentage' } }),
		reset() {
			campaigns = [];
			promotions = [];
		},
	};
}
