// PrestaShop, web service. Every code is a cart rule of its own, written in XML; answers are asked for in JSON.
// Cart rules  https://devdocs.prestashop-project.org/9/webservice/resources/cart_rules/
// Lists       https://devdocs.prestashop-project.org/9/webservice/cheat-sheet/ (filters, not case sensitive)
//
// The web service does not mind a code that is there twice, so codes are looked up before they are made.

import { type Offer } from '../domain/codes/offer';
import { ask, fieldsOf, type Json, listOf, type Manner, shopError, textOf } from './protocols/answers';
import { baseUrlOf, needed } from './protocols/config';
import { localTime } from './protocols/dates';
import {
	type Abilities,
	commonObjections,
	currenciesOf,
	tailOf,
	titleOf,
	usesPerCustomer,
} from './protocols/objections';
import { type CodeShop, type Publication, type PublishedCode, type ShopDeps } from './shop';

const ABILITIES: Abilities = {
	name: 'PrestaShop',
	rewards: ['percent', 'amount', 'free_shipping', 'gift'],
	limited: ['percent', 'amount'],
	products: { shape: /^[1-9]\d*$/, example: '42' },
	hasStart: true,
};

const MANNER: Manner = {
	name: 'PrestaShop',
	rights: 'the permissions GET, POST and DELETE for cart_rules, and GET for languages and currencies',
	wordsOf: (body) => textOf(fieldsOf(listOf(fieldsOf(body).errors)[0]).message),
};

/** A cart rule without an end, or that may be used without end, does not exist; these are as good. */
const NO_END = new Date('2099-12-31T12:00:00Z');
const NO_LIMIT = 1_000_000_000;

const SAFE_IN_FILTER = /^[\w-]+$/;

export const prestashop: CodeShop = {
	id: 'prestashop',
	name: 'PrestaShop',
	credential: 'commerceSmsPrestaShopApi',
	batchSize: 50,

	readConfig: (fields) => ({
		baseUrl: baseUrlOf('PrestaShop', fields, 'Shop URL'),
		timeZone: needed('PrestaShop', fields, 'timeZone', 'Time Zone'),
	}),

	objections(publication, now) {
		const said = commonObjections(ABILITIES, publication, now);
		if ((publication.offer.products?.length ?? 0) > 1) {
			said.push('Over its web service PrestaShop can limit a code to one product, not to several. Name one.');
		}
		return said;
	},

	/** Ids of the shop's languages, in all of which a rule has its name, and of the currency. */
	async prepare({ offer }, _codes, deps) {
		const languages = (await list(deps, 'languages', { 'filter[active]': '[1]', display: '[id]' })).map(idOf);
		if (languages.length === 0) throw shopError(MANNER, 'unreadable-response', 'a shop without a language');
		const [code] = currenciesOf(offer);
		if (!code) return JSON.stringify({ languages });
		const [currency] = await list(deps, 'currencies', { 'filter[iso_code]': `[${code}]`, display: '[id]' });
		if (!currency) throw shopError(MANNER, 'rejected', `the shop has not the currency ${code}`);
		return JSON.stringify({ languages, currency: idOf(currency) });
	},

	async publish(prepared, publication, codes, deps) {
		const there = await rulesWith(codes, deps);
		const results: PublishedCode[] = [];
		for (const code of codes) {
			const rules = there.get(code.toUpperCase()) ?? [];
			const isOurs = rules.some((rule) => isOf(rule, publication.reference));
			if (rules.length === 0) await makeRule(code, prepared, publication, deps);
			results.push(
				rules.length === 0 || isOurs
					? { code, status: 'published' }
					: { code, status: 'refused', reason: `The code is in use by cart rule ${idOf(rules[0] as Json)}` },
			);
		}
		return results;
	},

	async withdraw(code, { reference }, deps) {
		const rules = (await rulesWith([code], deps)).get(code.toUpperCase()) ?? [];
		for (const rule of rules.filter((one) => isOf(one, reference))) {
			await ask(MANNER, deps, { method: 'DELETE', url: urlOf(deps, `cart_rules/${idOf(rule)}`, {}) });
		}
	},
};

async function makeRule(code: string, prepared: string, publication: Publication, deps: ShopDeps): Promise<void> {
	const { offer, from, until } = publication;
	const { languages, currency } = JSON.parse(prepared) as { languages: string[]; currency?: string };
	const title = titleOf(publication);
	const zone = deps.config.timeZone ?? '';
	const uses = offer.maxUses ?? NO_LIMIT;
	const fields: Readonly<Record<string, string | number>> = {
		code,
		description: title,
		date_from: localTime(from, zone),
		date_to: localTime(until ?? NO_END, zone),
		quantity: uses,
		quantity_per_user: usesPerCustomer(offer) ?? uses,
		priority: 1,
		partial_use: 0,
		active: 1,
		...(offer.minimumOrder
			? {
					minimum_amount: offer.minimumOrder.amount,
					minimum_amount_tax: 1,
					minimum_amount_currency: currency ?? '',
					minimum_amount_shipping: 0,
				}
			: {}),
		...rewardOf(offer, currency),
	};
	const xml = [
		...Object.entries(fields).map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`),
		`<name>${languages.map((id) => `<language id="${escaped(id)}">${escaped(title)}</language>`).join('')}</name>`,
	];
	const body = `<?xml version="1.0" encoding="UTF-8"?><prestashop><cart_rule>${xml.join('')}</cart_rule></prestashop>`;
	const made = await ask(MANNER, deps, { method: 'POST', url: urlOf(deps, 'cart_rules', {}), body }, 'application/xml');
	idOf(fieldsOf(fieldsOf(made).cart_rule));
}

function rewardOf({ reward, products = [] }: Offer, currency = ''): Record<string, string | number> {
	const product: Record<string, string> = products[0] ? { reduction_product: products[0] } : {};
	if (reward.kind === 'percent') return { reduction_percent: reward.percent, ...product };
	if (reward.kind === 'free_shipping') return { free_shipping: 1 };
	if (reward.kind === 'gift') return { gift_product: reward.product };
	const amount = reward.kind === 'amount' ? reward.amount : '0';
	return { reduction_amount: amount, reduction_tax: 1, reduction_currency: currency, ...product };
}

/** The cart rules that have one of these codes, by code in upper case. */
async function rulesWith(codes: readonly string[], deps: ShopDeps): Promise<Map<string, Json[]>> {
	const odd = codes.find((code) => !SAFE_IN_FILTER.test(code));
	if (odd !== undefined) {
		throw shopError(MANNER, 'rejected', `“${odd}” cannot be looked up: only letters, digits, - and _ can`);
	}
	const query = { 'filter[code]': `[${codes.join('|')}]`, display: '[id,code,description]' };
	const found = new Map<string, Json[]>();
	for (const rule of await list(deps, 'cart_rules', query)) {
		const code = String(rule.code).toUpperCase();
		found.set(code, [...(found.get(code) ?? []), rule]);
	}
	return found;
}

const isOf = (rule: Json, reference: string) => textOf(rule.description)?.endsWith(tailOf(reference)) === true;

/** An empty list is `[]` instead of an object. */
async function list(deps: ShopDeps, resource: string, query: Readonly<Record<string, string>>): Promise<Json[]> {
	const answer = await ask(MANNER, deps, { method: 'GET', url: urlOf(deps, resource, query) });
	const entries = Array.isArray(answer) && answer.length === 0 ? [] : fieldsOf(answer)[resource];
	if (!Array.isArray(entries)) throw shopError(MANNER, 'unreadable-response', `an answer without ${resource}`);
	return entries.map(fieldsOf);
}

const urlOf = (deps: ShopDeps, path: string, query: Readonly<Record<string, string>>) =>
	`${deps.config.baseUrl}/api/${path}?${new URLSearchParams({ output_format: 'JSON', ...query })}`;

function idOf(entry: Json): string {
	const id = textOf(entry.id);
	if (!id) throw shopError(MANNER, 'unreadable-response', 'an answer without an id');
	return id;
}

const escaped = (text: string) =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
