// PrestaShop's web service, as far as cart rules go: https://devdocs.prestashop-project.org/9/webservice/
import { type Answer } from '../http';
import { basicLogin, jsonAnswer, SHOP_KEYS, type ShopTwin, without } from './twin';

interface CartRule extends Record<string, unknown> {
	readonly id: number;
	readonly code: string;
	readonly description: string;
}

const problem = (code: number, message: string, status = 400) => jsonAnswer({ errors: [{ code, message }] }, status);
const LANGUAGES = [
	{ id: 1, active: '1' },
	{ id: 2, active: '1' },
	{ id: 3, active: '0' },
];
const CURRENCIES = [
	{ id: 1, iso_code: 'EUR' },
	{ id: 2, iso_code: 'PLN' },
];

const unescaped = (text: string) =>
	text
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&');

/** The elements within one element of XML that has only elements in it; later ones of a name win. */
function elementsOf(xml: string): Map<string, string> {
	const elements = xml.matchAll(/<(\w+)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g);
	return new Map([...elements].map(([, name = '', content = '']) => [name, content]));
}

export function createPrestaShopTwin(): ShopTwin {
	let rules: CartRule[] = [];
	let lastId = 0;

	function add(body: string): Answer {
		const xml = elementsOf(elementsOf(body).get('prestashop') ?? '').get('cart_rule');
		if (xml === undefined) return problem(127, 'XML error : String could not be parsed as XML');
		const elements = elementsOf(xml);
		const names = elements.get('name')?.match(/<language id="\d+">[^<]+<\/language>/g) ?? [];
		if (names.length === 0) return problem(85, 'Validation error: "Property CartRule->name is empty."');
		for (const field of ['date_from', 'date_to']) {
			if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(elements.get(field) ?? '')) {
				return problem(41, `parameter "${field}" required`);
			}
		}
		elements.delete('name');
		const fields = Object.fromEntries([...elements].map(([name, content]) => [name, unescaped(content)]));
		// the web service minds no second rule with the same code
		const rule: CartRule = {
			...fields,
			id: ++lastId,
			code: fields.code ?? '',
			description: fields.description ?? '',
			names: names.length,
		};
		rules.push(rule);
		return jsonAnswer({ cart_rule: rule }, 201);
	}

	/** `filter[code]=[A|B]`; an empty list is an array instead of an object. */
	function list(
		name: string,
		entries: ReadonlyArray<Readonly<Record<string, unknown>>>,
		query: URLSearchParams,
	): Answer {
		let found = [...entries];
		for (const [key, value] of query) {
			const field = /^filter\[(\w+)\]$/.exec(key)?.[1];
			if (!field) continue;
			const wanted = value
				.replace(/^\[|\]$/g, '')
				.toLowerCase()
				.split('|');
			found = found.filter((one) => wanted.includes(String(one[field]).toLowerCase()));
		}
		const shown = query
			.get('display')
			?.replace(/^\[|\]$/g, '')
			.split(',') ?? ['id'];
		const rows = found.map((one) => Object.fromEntries(shown.map((field) => [field, one[field]])));
		return jsonAnswer(rows.length === 0 ? [] : { [name]: rows });
	}

	const unauthorized = () => problem(17, 'Invalid authentication key format', 401);

	return {
		id: 'prestashop',
		label: 'PrestaShop',
		unauthorized,
		throttled: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) } }),
		broken: () => problem(8, '[PHP Unknown error #8] Internal error', 500),
		answer({ method, path, query, headers, body }) {
			if (basicLogin(headers.authorization).user !== SHOP_KEYS.prestashop.apiKey) return unauthorized();
			if (query.get('output_format') !== 'JSON') return { status: 200, page: '<?xml version="1.0"?><prestashop/>' };
			const [, resource, id] = /^\/api\/(\w+)(?:\/(\d+))?$/.exec(path) ?? [];
			if (method === 'GET' && resource === 'languages') return list('languages', LANGUAGES, query);
			if (method === 'GET' && resource === 'currencies') return list('currencies', CURRENCIES, query);
			if (method === 'GET' && resource === 'cart_rules') return list('cart_rules', rules, query);
			if (method === 'POST' && resource === 'cart_rules') return add(body);
			if (method === 'DELETE' && resource === 'cart_rules' && rules.some((one) => String(one.id) === id)) {
				rules = rules.filter((one) => String(one.id) !== id);
				return { status: 200 };
			}
			return problem(25, `Method ${method} is not allowed for the resource ${resource}`, 405);
		},
		codes: () =>
			rules.map((rule) => ({
				code: rule.code,
				title: rule.description,
				offer: without(rule, 'id', 'code', 'description'),
			})),
		addForeign: (code) => void rules.push({ id: ++lastId, code, description: 'By hand' }),
		reset() {
			rules = [];
		},
	};
}
