// Shopify's GraphQL: what is asked of it, and how its answers are read.
import { type ShopDeps } from '../shop';
import { ask, fieldsOf, type Json, listOf, type Manner, shopError, textOf } from './answers';

export const SHOPIFY: Manner = {
	name: 'Shopify',
	rights: 'the Admin API access scopes write_discounts and read_discounts',
	// {"errors": "[API] Invalid API key or access token …"}, or a list of errors
	wordsOf: (body) => textOf(fieldsOf(body).errors) ?? textOf(fieldsOf(listOf(fieldsOf(body).errors)[0]).message),
};

/** The title of a discount, of whichever of the two kinds that we make. */
export const TITLES = ['DiscountCodeBasic', 'DiscountCodeFreeShipping']
	.map((type) => `... on ${type} { title }`)
	.join(' ');
export const FIND = `query Find($search: String!) {
	shop { currencyCode }
	discountNodes(first: 20, query: $search) { nodes { id discount { ${TITLES} } } }
}`;
export const CREATE_BASIC = `mutation Create($discount: DiscountCodeBasicInput!) {
	discountCodeBasicCreate(basicCodeDiscount: $discount) { codeDiscountNode { id } userErrors { code field message } }
}`;
export const CREATE_FREE_SHIPPING = `mutation Create($discount: DiscountCodeFreeShippingInput!) {
	discountCodeFreeShippingCreate(freeShippingCodeDiscount: $discount) { codeDiscountNode { id } userErrors { code field message } }
}`;
export const ADD = `mutation Add($discountId: ID!, $codes: [DiscountRedeemCodeInput!]!) {
	discountRedeemCodeBulkAdd(discountId: $discountId, codes: $codes) { bulkCreation { id } userErrors { code field message } }
}`;
export const LOOK = `query Look($id: ID!) {
	discountRedeemCodeBulkCreation(id: $id) { done codes(first: 250) { nodes { code errors { message } } } }
}`;
const HOLDS = 'codes(first: 50, query: $code) { nodes { id code } }';
export const FIND_CODE = `query FindCode($code: String!) {
	codeDiscountNodeByCode(code: $code) {
		id
		codeDiscount { ... on DiscountCodeBasic { title ${HOLDS} } ... on DiscountCodeFreeShipping { title ${HOLDS} } }
	}
}`;
export const DELETE = `mutation Delete($discountId: ID!, $ids: [ID!]!) {
	discountCodeRedeemCodeBulkDelete(discountId: $discountId, ids: $ids) { job { id } userErrors { code field message } }
}`;

/** @param expected codes of user errors that the caller deals with. */
export async function mutate(
	deps: ShopDeps,
	text: string,
	field: string,
	variables: Json,
	expected: readonly string[] = [],
) {
	const payload = fieldsOf((await query(deps, text, variables))[field]);
	const errors = listOf(payload.userErrors).map(fieldsOf);
	const unexpected = errors.filter(({ code }) => !expected.includes(String(code)));
	if (unexpected.length === 0) return payload;
	throw shopError(
		SHOPIFY,
		'rejected',
		unexpected.map(({ message }) => textOf(message) ?? 'no reason given').join('; '),
	);
}

/** The `data` of an answer. An HTTP 200 may hold errors: too fast (by cost), or a scope that the key has not. */
export async function query(deps: ShopDeps, text: string, variables: Json): Promise<Json> {
	const { baseUrl, apiVersion } = deps.config;
	const answer = fieldsOf(
		await ask(SHOPIFY, deps, {
			method: 'POST',
			url: `${baseUrl}/admin/api/${apiVersion}/graphql.json`,
			body: JSON.stringify({ query: text, variables }),
		}),
	);
	const [error] = listOf(answer.errors).map(fieldsOf);
	if (error) {
		const code = textOf(fieldsOf(error.extensions).code);
		const kind = code === 'THROTTLED' ? 'throttled' : code === 'ACCESS_DENIED' ? 'bad-config' : 'rejected';
		throw shopError(SHOPIFY, kind, textOf(error.message), {
			httpStatus: 200,
			...(kind === 'throttled' ? { retryAfterMs: restoredIn(answer) } : {}),
		});
	}
	if (!answer.data) throw shopError(SHOPIFY, 'unreadable-response');
	return fieldsOf(answer.data);
}

/** Milliseconds until the query can be afforded: https://shopify.dev/docs/api/usage/rate-limits */
function restoredIn({ extensions }: Json): number {
	const cost = fieldsOf(fieldsOf(extensions).cost);
	const { currentlyAvailable, restoreRate } = fieldsOf(cost.throttleStatus);
	const lacking = Number(cost.requestedQueryCost) - Number(currentlyAvailable);
	return lacking > 0 && Number(restoreRate) > 0 ? Math.ceil((lacking / Number(restoreRate)) * 1000) : 1_000;
}
