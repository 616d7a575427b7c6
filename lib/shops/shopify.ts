// Shopify, GraphQL Admin API.
// Discounts  https://shopify.dev/docs/api/admin-graphql/latest/mutations/discountCodeBasicCreate
//            https://shopify.dev/docs/api/admin-graphql/latest/mutations/discountCodeFreeShippingCreate
// Codes      https://shopify.dev/docs/api/admin-graphql/latest/mutations/discountRedeemCodeBulkAdd (250 at once, done by and by)
// Errors     https://shopify.dev/docs/api/usage/response-codes
//
// One discount holds all codes of a publication; its limits count for each code by itself. A discount is made with a code, so
// the first code of the publication is its first.

import { type Offer } from '../domain/codes/offer';
import { fieldsOf, type Json, listOf, shopError, textOf } from './protocols/answers';
import { baseUrlOf, optional } from './protocols/config';
import {
	type Abilities,
	commonObjections,
	currenciesOf,
	tailOf,
	titleOf,
	usesPerCustomer,
} from './protocols/objections';
import {
	ADD,
	CREATE_BASIC,
	CREATE_FREE_SHIPPING,
	DELETE,
	FIND,
	FIND_CODE,
	LOOK,
	mutate,
	query,
	SHOPIFY,
	TITLES,
} from './protocols/shopify-graphql';
import { type CodeShop, type Publication, type PublishedCode, type ShopDeps } from './shop';

const PRODUCT = 'gid://shopify/Product/';
const COLLECTION = 'gid://shopify/Collection/';
const DISCOUNT = 'gid://shopify/DiscountCodeNode/';

const ABILITIES: Abilities = {
	name: 'Shopify',
	rewards: ['percent', 'amount', 'free_shipping'],
	limited: ['percent', 'amount'],
	products: {
		shape: /^(gid:\/\/shopify\/Product\/)?\d+$/,
		example: '8012345678901 or gid://shopify/Product/8012345678901',
	},
	collections: {
		shape: /^(gid:\/\/shopify\/Collection\/)?\d+$/,
		example: '412345678901 or gid://shopify/Collection/412345678901',
	},
	hasStart: true,
};

/** So often the bulk creation is looked at, with longer and longer waits: three minutes in all. */
const LOOKS = 40;
const LONGEST_WAIT_MS = 5_000;

/** Codes that are looked up by one query. */
const LOOKUPS = 25;

export const shopify: CodeShop = {
	id: 'shopify',
	name: 'Shopify',
	credential: 'commerceSmsShopifyApi',
	batchSize: 250,

	readConfig: (fields) => ({
		baseUrl: baseUrlOf('Shopify', fields, 'Shop URL'),
		apiVersion: optional(fields, 'apiVersion', '2026-10'),
	}),

	objections(publication, now) {
		const { offer } = publication;
		const said = commonObjections(ABILITIES, publication, now);
		if (offer.products?.length && offer.collections?.length) {
			said.push('Shopify codes can be limited to products or to collections, not to both. Leave one out.');
		}
		if ((usesPerCustomer(offer) ?? 1) > 1) {
			said.push('Shopify can limit a code to one use per customer, not to several. Use 1, or no limit.');
		}
		return said;
	},

	async prepare(publication, codes, deps) {
		const title = titleOf(publication);
		const found = await query(deps, FIND, { search: `title:"${title.replace(/["\\]/g, ' ')}"` });
		refuseForeignCurrency(publication, textOf(fieldsOf(found.shop).currencyCode));
		const known = listOf(fieldsOf(found.discountNodes).nodes)
			.map(fieldsOf)
			.find(({ discount }) => textOf(fieldsOf(discount).title)?.endsWith(tailOf(publication.reference)));
		if (known) return discountId(known.id);
		// Shopify's search lags behind: what was made a moment ago is found by its first code
		for (const code of codes) {
			const made = await create(publication, title, code, deps);
			if (made) return made;
			const owner = await ownerOf(code, deps);
			if (owner.title?.endsWith(tailOf(publication.reference))) return discountId(owner.id);
		}
		throw shopError(SHOPIFY, 'rejected', 'every one of these codes belongs to another discount');
	},

	async publish(prepared, { reference }, codes, deps) {
		const added = await mutate(deps, ADD, 'discountRedeemCodeBulkAdd', {
			discountId: prepared,
			codes: codes.map((code) => ({ code })),
		});
		const errors = await errorsOf(textOf(fieldsOf(added.bulkCreation).id), deps);
		const missing = codes.filter((code) => errors.has(code.toUpperCase()));
		const ours = await codesOf(reference, missing, deps);
		return codes.map((code): PublishedCode => {
			const reason = errors.get(code.toUpperCase());
			return reason === undefined || ours.has(code)
				? { code, status: 'published' }
				: { code, status: 'refused', reason };
		});
	},

	async withdraw(code, { reference }, deps) {
		const owner = await ownerOf(code, deps);
		if (!owner.title?.endsWith(tailOf(reference))) return;
		const held = listOf(fieldsOf(owner.codes).nodes).map(fieldsOf);
		const id = held.find((entry) => textOf(entry.code)?.toUpperCase() === code.toUpperCase())?.id;
		if (!textOf(id)) throw shopError(SHOPIFY, 'unreadable-response', 'a discount that does not show its code');
		await mutate(deps, DELETE, 'discountCodeRedeemCodeBulkDelete', { discountId: discountId(owner.id), ids: [id] });
	},
};

/** Undefined when the code is taken. */
async function create(publication: Publication, title: string, code: string, deps: ShopDeps) {
	const { offer, from, until } = publication;
	const isShipping = offer.reward.kind === 'free_shipping';
	const discount = {
		title,
		code,
		startsAt: from.toISOString(),
		endsAt: until?.toISOString() ?? null,
		context: { all: 'ALL' },
		usageLimit: offer.maxUses ?? null,
		appliesOncePerCustomer: usesPerCustomer(offer) === 1,
		...(offer.minimumOrder
			? { minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: offer.minimumOrder.amount } } }
			: {}),
		...(isShipping
			? { destination: { all: true } }
			: { customerGets: { value: valueOf(offer), items: itemsOf(offer) } }),
	};
	const field = isShipping ? 'discountCodeFreeShippingCreate' : 'discountCodeBasicCreate';
	const payload = await mutate(deps, isShipping ? CREATE_FREE_SHIPPING : CREATE_BASIC, field, { discount }, ['TAKEN']);
	return payload.codeDiscountNode ? discountId(fieldsOf(payload.codeDiscountNode).id) : undefined;
}

function valueOf({ reward }: Offer): Json {
	if (reward.kind === 'percent') return { percentage: reward.percent / 100 };
	if (reward.kind === 'amount') return { discountAmount: { amount: reward.amount, appliesOnEachItem: false } };
	return {};
}

function itemsOf({ products = [], collections = [] }: Offer): Json {
	const gids = (prefix: string, ids: readonly string[]) => ids.map((id) => (id.startsWith(prefix) ? id : prefix + id));
	if (products.length > 0) return { products: { productsToAdd: gids(PRODUCT, products) } };
	if (collections.length > 0) return { collections: { add: gids(COLLECTION, collections) } };
	return { all: true };
}

function refuseForeignCurrency({ offer }: Publication, own: string | undefined): void {
	if (!own) throw shopError(SHOPIFY, 'unreadable-response', 'a shop without a currency');
	const [currency = own] = currenciesOf(offer);
	if (currency !== own) throw shopError(SHOPIFY, 'rejected', `the shop’s currency is ${own}, the offer’s ${currency}`);
}

/** What the bulk creation says of the codes that it could not add, by code in upper case; waits until it is done. */
async function errorsOf(id: string | undefined, deps: ShopDeps): Promise<Map<string, string>> {
	for (let look = 1; look <= LOOKS; look++) {
		const { done, codes } = fieldsOf((await query(deps, LOOK, { id })).discountRedeemCodeBulkCreation);
		if (done === true) {
			const failed = listOf(fieldsOf(codes).nodes).map(fieldsOf);
			return new Map(
				failed.flatMap(({ code, errors }) => {
					const words = listOf(errors).map((error) => textOf(fieldsOf(error).message) ?? 'refused');
					return words.length > 0 ? [[String(code).toUpperCase(), words.join('; ')] as const] : [];
				}),
			);
		}
		if (done !== false) throw shopError(SHOPIFY, 'unreadable-response', 'a bulk creation that cannot be found');
		await deps.wait(Math.min(250 * look, LONGEST_WAIT_MS));
	}
	throw shopError(SHOPIFY, 'unavailable', 'it is still adding the codes');
}

/** Those of the codes that a publication's own discount holds, or one that a try made while the search lagged behind. */
async function codesOf(reference: string, codes: readonly string[], deps: ShopDeps): Promise<Set<string>> {
	const ours = new Set<string>();
	for (let start = 0; start < codes.length; start += LOOKUPS) {
		const some = codes.slice(start, start + LOOKUPS);
		const names = some.map((_, index) => `$c${index}: String!`).join(', ');
		const lookups = some.map(
			(_, index) => `n${index}: codeDiscountNodeByCode(code: $c${index}) { codeDiscount { ${TITLES} } }`,
		);
		const variables = Object.fromEntries(some.map((code, index) => [`c${index}`, code]));
		const found = await query(deps, `query Owners(${names}) {\n${lookups.join('\n')}\n}`, variables);
		some.forEach((code, index) => {
			const { title } = fieldsOf(fieldsOf(found[`n${index}`]).codeDiscount);
			if (textOf(title)?.endsWith(tailOf(reference))) ours.add(code);
		});
	}
	return ours;
}

/** The discount that holds a code; nothing when none does. */
async function ownerOf(code: string, deps: ShopDeps) {
	const node = fieldsOf((await query(deps, FIND_CODE, { code })).codeDiscountNodeByCode);
	const { title, codes } = fieldsOf(node.codeDiscount);
	return { id: node.id, title: textOf(title), codes };
}

/** A discount is a DiscountNode in one list and a DiscountCodeNode in another, under the same number. */
function discountId(id: unknown): string {
	const number = /\/(\d+)$/.exec(textOf(id) ?? '')?.[1];
	if (!number) throw shopError(SHOPIFY, 'unreadable-response', 'a discount without an id');
	return DISCOUNT + number;
}
