// Shopify's Admin API, as far as discount codes and webhooks go.
// https://shopify.dev/docs/api/admin-graphql/latest/mutations/discountCodeBasicCreate and its neighbours
import { type Answer, parseJsonObject } from '../http';
import { GraphqlError, parseGraphql, project } from './graphql';
import { isObject, jsonAnswer, SHOP_KEYS, type ShopTwin, without } from './twin';
import { createTwinWebhooks, type TwinWebhook } from './webhooks';

interface Discount {
	readonly number: number;
	readonly type: 'DiscountCodeBasic' | 'DiscountCodeFreeShipping';
	readonly title: string;
	readonly input: Readonly<Record<string, unknown>>;
	readonly codes: Map<string, { readonly id: string; readonly code: string }>;
}

interface BulkCreation {
	readonly results: readonly { readonly code: string; readonly error: string | null }[];
	/** So many looks before it is done. */
	looksLeft: number;
}

const MOST_CODES = 250;
const gid = (type: string, number: number) => `gid://shopify/${type}/${number}`;
const refusal = (code: string, field: string, message: string) => ({ code, field: ['discount', field], message });

/** @param looksUntilDone how often a bulk creation is still under way when it is looked at. */
export function createShopifyTwin(looksUntilDone: () => number): ShopTwin & { hideFromSearch(on: boolean): void } {
	let discounts: Discount[] = [];
	let creations: BulkCreation[] = [];
	let lastId = 0;
	let isSearchBehind = false;
	const webhooks = createTwinWebhooks();

	const holderOf = (code: string) => discounts.find(({ codes }) => codes.has(code.toUpperCase()));

	function addCode(discount: Discount, code: string): string | null {
		if (code === '') return 'is too short (minimum is 1 character)';
		if (code.length > 255) return 'is too long (maximum is 255 characters)';
		if (holderOf(code)) return 'must be unique. Please try a different code.';
		discount.codes.set(code.toUpperCase(), { id: gid('DiscountRedeemCode', ++lastId), code });
		return null;
	}

	const discountFields = ({ type, title, codes }: Discount) => ({
		__typename: type,
		title,
		codes: ({ first, query }: { first?: number; query?: string }) => ({
			nodes: [...codes.values()]
				.filter(({ code }) => query === undefined || code.toLowerCase().includes(query.toLowerCase()))
				.slice(0, first),
		}),
	});
	const node = (discount: Discount) => ({
		id: gid('DiscountCodeNode', discount.number),
		discount: discountFields(discount),
		codeDiscount: discountFields(discount),
	});

	function create(type: Discount['type'], input: unknown) {
		const errors = isObject(input) ? wrongWith(type, input) : [refusal('INVALID', 'title', 'is missing')];
		if (errors.length > 0 || !isObject(input)) return { codeDiscountNode: null, userErrors: errors };
		const discount: Discount = {
			number: ++lastId,
			type,
			title: String(input.title),
			input,
			codes: new Map(),
		};
		addCode(discount, String(input.code));
		discounts.push(discount);
		return { codeDiscountNode: node(discount), userErrors: [] };
	}

	function wrongWith(type: Discount['type'], input: Readonly<Record<string, unknown>>) {
		const errors = [];
		if (!input.title) errors.push(refusal('BLANK', 'title', "Title can't be blank"));
		if (!input.code) errors.push(refusal('BLANK', 'code', "Code can't be blank"));
		if (!input.startsAt) errors.push(refusal('BLANK', 'startsAt', "Starts at can't be blank"));
		if (!isObject(input.context)) errors.push(refusal('BLANK', 'context', "Context can't be blank"));
		if (typeof input.code === 'string' && holderOf(input.code)) {
			errors.push(refusal('TAKEN', 'code', 'Code must be unique. Please try a different code.'));
		}
		if (input.endsAt && String(input.endsAt) <= String(input.startsAt)) {
			errors.push(refusal('INVALID', 'endsAt', 'Ends at needs to be after starts_at'));
		}
		if (type === 'DiscountCodeBasic') errors.push(...wrongWithGets(input.customerGets));
		if (type === 'DiscountCodeFreeShipping' && !isObject(input.destination)) {
			errors.push(refusal('BLANK', 'destination', "Destination can't be blank"));
		}
		return errors;
	}

	function wrongWithGets(gets: unknown) {
		if (!isObject(gets) || !isObject(gets.value)) {
			return [refusal('BLANK', 'customerGets', "Customer gets can't be blank")];
		}
		const { percentage } = gets.value;
		const isSound = percentage === undefined || (typeof percentage === 'number' && percentage > 0 && percentage <= 1);
		return isSound ? [] : [refusal('INVALID', 'percentage', 'Value must be between 0.0 and 1.0')];
	}

	function add({ discountId, codes }: Readonly<Record<string, unknown>>) {
		const discount = discounts.find(({ number }) => gid('DiscountCodeNode', number) === discountId);
		const wanted = Array.isArray(codes) ? codes.map((entry: unknown) => String(isObject(entry) ? entry.code : '')) : [];
		if (!discount) return refuseBulk(refusal('INVALID', 'discountId', 'Code discount does not exist.'));
		if (wanted.length > MOST_CODES) {
			return refuseBulk(
				refusal('MAX_CODES', 'codes', `The input array size is greater than the maximum allowed of ${MOST_CODES}.`),
			);
		}
		creations.push({
			results: wanted.map((code) => ({ code, error: addCode(discount, code) })),
			looksLeft: looksUntilDone(),
		});
		return { bulkCreation: { id: gid('DiscountRedeemCodeBulkCreation', creations.length) }, userErrors: [] };
	}
	const refuseBulk = (error: unknown) => ({ bulkCreation: null, userErrors: [error] });

	function look({ id }: Readonly<Record<string, unknown>>) {
		const creation = creations[Number(/\d+$/.exec(String(id))?.[0]) - 1];
		if (!creation) return null;
		const done = creation.looksLeft-- <= 0;
		const nodes = creation.results.map(({ code, error }) => ({
			code,
			errors: done && error ? [{ code: null, field: ['code'], message: error }] : [],
		}));
		const failed = creation.results.filter(({ error }) => error).length;
		const counts = { codesCount: nodes.length, failedCount: done ? failed : 0 };
		return { id, done, ...counts, codes: ({ first }: { first: number }) => ({ nodes: nodes.slice(0, first) }) };
	}

	function remove({ discountId, ids }: Readonly<Record<string, unknown>>) {
		const discount = discounts.find(({ number }) => gid('DiscountCodeNode', number) === discountId);
		for (const [key, { id }] of discount?.codes ?? []) {
			if (Array.isArray(ids) && ids.includes(id)) discount?.codes.delete(key);
		}
		return { job: { id: gid('Job', ++lastId), done: false }, userErrors: [] };
	}

	function search({ first, query }: { first?: number; query?: string }) {
		const words = /title:"(.*)"/.exec(query ?? '')?.[1]?.toLowerCase() ?? '';
		const found = isSearchBehind ? [] : discounts.filter(({ title }) => title.toLowerCase().includes(words));
		return { nodes: found.slice(0, first).map(node) };
	}

	const subscription = ({ id, fields }: TwinWebhook) => ({ id: gid('WebhookSubscription', id), ...fields });

	function subscribe({ topic, webhookSubscription: input }: Readonly<Record<string, unknown>>) {
		const uri = isObject(input) ? String(input.uri) : '';
		const refuse = (message: string) => ({ webhookSubscription: null, userErrors: [{ field: ['webhookSubscription'], message }] });
		if (!/^[A-Z]+(_[A-Z]+)+$/.test(String(topic))) return refuse('Topic is invalid');
		if (!URL.canParse(uri)) return refuse('Address is invalid');
		if (webhooks.list().some(({ fields }) => fields.uri === uri && fields.topic === topic)) {
			return refuse('Address for this topic has already been taken');
		}
		return { webhookSubscription: subscription(webhooks.add({ topic, uri })), userErrors: [] };
	}

	function unsubscribe({ id }: Readonly<Record<string, unknown>>) {
		const removed = webhooks.remove(Number(/\d+$/.exec(String(id))?.[0]));
		const userErrors = removed ? [] : [{ field: ['id'], message: 'Webhook subscription does not exist' }];
		return { deletedWebhookSubscriptionId: removed ? id : null, userErrors };
	}

	const queries = {
		webhookSubscriptions: ({ first }: { first?: number }) => ({ nodes: webhooks.list().slice(0, first).map(subscription) }),
		shop: { name: 'Sandbox shop', currencyCode: 'EUR' },
		discountNodes: search,
		codeDiscountNodeByCode: ({ code }: { code: string }) => {
			const holder = holderOf(code);
			return holder ? node(holder) : null;
		},
		discountRedeemCodeBulkCreation: look,
	};
	const mutations = {
		webhookSubscriptionCreate: subscribe,
		webhookSubscriptionDelete: unsubscribe,
		discountCodeBasicCreate: (args: Readonly<Record<string, unknown>>) =>
			create('DiscountCodeBasic', args.basicCodeDiscount),
		discountCodeFreeShippingCreate: (args: Readonly<Record<string, unknown>>) =>
			create('DiscountCodeFreeShipping', args.freeShippingCodeDiscount),
		discountRedeemCodeBulkAdd: add,
		discountCodeRedeemCodeBulkDelete: remove,
		discountCodeDelete: () => ({
			deletedCodeDiscountId: null,
			userErrors: [refusal('INVALID', 'id', 'Code discount does not exist.')],
		}),
	};

	function unauthorized(): Answer {
		return jsonAnswer({ errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' }, 401);
	}

	return {
		id: 'shopify',
		label: 'Shopify',
		unauthorized,
		throttled: (seconds) =>
			jsonAnswer({
				errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
				extensions: {
					cost: {
						requestedQueryCost: 10 + seconds * 50,
						actualQueryCost: null,
						throttleStatus: { maximumAvailable: 1000, currentlyAvailable: 10, restoreRate: 50 },
					},
				},
			}),
		broken: () => jsonAnswer({ errors: 'Internal Server Error' }, 500),
		answer({ method, path, headers, body }) {
			if (headers['x-shopify-access-token'] !== SHOP_KEYS.shopify.accessToken) return unauthorized();
			const isGraphql = method === 'POST' && /^\/admin\/api\/\d{4}-\d{2}\/graphql\.json$/.test(path);
			if (!isGraphql) return jsonAnswer({ errors: 'Not Found' }, 404);
			const { query, variables } = parseJsonObject(body) ?? {};
			try {
				const parsed = parseGraphql(String(query), isObject(variables) ? variables : {});
				return jsonAnswer({ data: project(parsed.kind === 'query' ? queries : mutations, parsed.selections) });
			} catch (error) {
				if (!(error instanceof GraphqlError)) throw error;
				return jsonAnswer({ errors: [{ message: error.message }] });
			}
		},
		codes: () =>
			discounts.flatMap(({ title, type, input, codes }) => {
				const offer = without(input, 'title', 'code');
				return [...codes.values()].map(({ code }) => ({ code, title, offer: { type, ...offer } }));
			}),
		addForeign(code) {
			const type = 'DiscountCodeBasic';
			const discount: Discount = { number: ++lastId, type, title: 'By hand', input: {}, codes: new Map() };
			addCode(discount, code);
			discounts.push(discount);
		},
		hideFromSearch(on) {
			isSearchBehind = on;
		},
		reset() {
			discounts = [];
			creations = [];
			isSearchBehind = false;
			webhooks.clear();
		},
	};
}
