// What the tests of promo codes need of the nodes beside the samples, each step called by a webhook of its own.

import { type Workflow } from '../../demo/n8n-api';

const credential = (type: string, name: string) => ({ [type]: { name } });
export const SHOP = credential('commerceSmsShopApi', 'Shop');
export const SHOPIFY = credential('commerceSmsShopifyApi', 'Shopify');
const WOOCOMMERCE = credential('commerceSmsWooCommerceApi', 'WooCommerce');
const TWILIO = credential('commerceSmsTwilioApi', 'Twilio');

/** What a shop would have in other workflows; each is called by its own webhook, with the node's parameters filled from the body. */
const STEPS = {
	code: promo('generate', {
		resource: 'code',
		series: '={{ $json.body.series }}',
		key: '={{ $json.body.key }}',
		phone: '={{ $json.body.phone }}',
	}),
	series: promo('generate', {
		resource: 'code',
		whatToMake: 'series',
		series: 'spring',
		wanted: 300,
		validity: 'period',
		appearance: { pattern: 'SPRING-#####-###' },
	}),
	shopify: promo('publishToShop', { resource: 'series', series: 'spring', codeShop: 'shopify' }, SHOPIFY),
	woocommerce: promo('publishToShop', { resource: 'series', series: 'spring', codeShop: 'woocommerce' }, WOOCOMMERCE),
	list: promo('export', { resource: 'series', series: '={{ $json.body.series }}', exportAs: 'items' }),
	birthdays: promo('pickBirthdays', { resource: 'birthday', series: 'birthday', appearance: { prefix: 'BDAY-' } }),
	balance: promo('balance', { resource: 'points', phone: '={{ $json.body.phone }}' }),
	consent: {
		type: 'smsOptIn',
		parameters: {
			resource: 'consent',
			operation: 'recordConsent',
			phone: '={{ $json.body.phone }}',
			agreed: 'yes',
			givenAt: '',
			wording: 'Text me offers from Acme Store, up to 4 a month. Reply STOP to end.',
		},
		credentials: SHOP,
	},
	contact: {
		type: 'smsContact',
		parameters: {
			operation: 'save',
			phone: '={{ $json.body.phone }}',
			readItem: false,
			details: { firstName: 'Berta', birthday: '={{ $json.body.birthday }}', timeZone: 'America/New_York' },
		},
		credentials: SHOP,
	},
	order: { type: 'orderStatusSms', parameters: {}, credentials: { ...SHOP, ...TWILIO } },
} as const;
export type Step = keyof typeof STEPS;

function promo(operation: string, parameters: Record<string, unknown>, more: Record<string, { name: string }> = {}) {
	return { type: 'promoCode', parameters: { operation, ...parameters }, credentials: { ...SHOP, ...more } };
}

/** One workflow with a webhook for each step: bench-<step>. */
export const BENCH: Workflow = {
	name: 'Bench',
	nodes: Object.entries(STEPS).flatMap(([name, { type, parameters, credentials }], index) => [
		{
			id: `hook-${name}`,
			name: `hook-${name}`,
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2.1,
			position: [0, index * 180],
			webhookId: `bench-${name}`,
			parameters: { httpMethod: 'POST', path: `bench-${name}`, options: {} },
		},
		{
			id: name,
			name,
			type: `n8n-nodes-commerce-sms.${type}`,
			typeVersion: 1,
			position: [260, index * 180],
			parameters,
			credentials,
		},
	]),
	connections: Object.fromEntries(
		Object.keys(STEPS).map((name) => [`hook-${name}`, { main: [[{ node: name, type: 'main', index: 0 }]] }]),
	),
};
