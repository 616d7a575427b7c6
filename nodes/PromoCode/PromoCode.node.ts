import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { codeShopField } from '../shared/code-shop-field';
import { credentialTest } from '../shared/credential-tests';
import { appearanceFields } from './fields/appearance';
import { listFields } from './fields/lists';
import { offerFields } from './fields/offer';
import { operationFields } from './fields/operations';
import { seriesFields } from './fields/series';
import { whomFields } from './fields/whom';

export class PromoCode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Promo Code',
		name: 'promoCode',
		icon: { light: 'file:../../icons/promo-code.svg', dark: 'file:../../icons/promo-code.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { generate: "Generate", check: "Check", redeem: "Redeem", release: "Release", void: "Void", get: "Get", remind: "Remind", publishToShop: "Publish to shop", export: "Export", stats: "Stats", lowStock: "Low stock", addCodes: "Add codes from CSV", award: "Award", balance: "Balance", spendForCode: "Spend for code", expire: "Expire", history: "History", pickBirthdays: "Pick today’s birthdays" }[$parameter.operation] }}',
		description:
			'Makes promo codes, gives each to one customer, publishes them to your shop and redeems them; keeps points and birthdays',
		defaults: { name: 'Promo Code' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		// Positions are saved in workflows. Only the names may change.
		outputs: `={{ ({
			generate: ['Generated', 'Skipped'],
			check: ['Valid', 'Not Valid'],
			redeem: ['Redeemed', 'Refused'],
			release: ['Released', 'Nothing Open'],
			void: ['Voided', 'Nothing Active'],
			get: ['Found', 'Not Found'],
			remind: ['To Remind', 'Skipped'],
			publishToShop: ['Published', 'Refused'],
			export: ['Exported'],
			stats: ['Stats'],
			lowStock: ['Low', 'Enough'],
			addCodes: ['Added', 'Refused'],
			award: ['Awarded', 'Skipped'],
			balance: ['Has Points', 'No Points'],
			spendForCode: ['Spent', 'Refused'],
			expire: ['Expired'],
			history: ['Movements', 'No Account'],
			pickBirthdays: ['Birthdays', 'Skipped'],
		})[$parameter.operation].map((displayName) => ({ type: 'main', displayName })) }}`,
		credentials: [
			{
				name: 'commerceSmsBigCommerceApi',
				displayName: 'BigCommerce',
				required: true,
				displayOptions: { show: { operation: ['publishToShop'], '/codeShop': ['bigcommerce'] } },
			},
			{
				name: 'commerceSmsMagentoApi',
				displayName: 'Magento',
				required: true,
				displayOptions: { show: { operation: ['publishToShop'], '/codeShop': ['magento'] } },
			},
			{
				name: 'commerceSmsMedusaApi',
				displayName: 'Medusa',
				required: true,
				displayOptions: { show: { operation: ['publishToShop'], '/codeShop': ['medusa'] } },
			},
			{
				name: 'commerceSmsPrestaShopApi',
				displayName: 'PrestaShop',
				required: true,
				displayOptions: { show: { operation: ['publishToShop'], '/codeShop': ['prestashop'] } },
			},
			{
				name: 'commerceSmsShopifyApi',
				displayName: 'Shopify',
				required: true,
				displayOptions: { show: { operation: ['publishToShop'], '/codeShop': ['shopify'] } },
			},
			{
				name: 'commerceSmsWooCommerceApi',
				displayName: 'WooCommerce',
				required: true,
				displayOptions: { show: { operation: ['publishToShop'], '/codeShop': ['woocommerce'] } },
			},
			{ name: 'commerceSmsShopApi', displayName: 'Shop', required: false, testedBy: 'testShop' },
		],
		hints: [
			{
				type: 'info',
				message:
					'The days of these codes begin when A Code for Each Item gives them to somebody. To print or publish them before, set Valid to Fixed Period.',
				displayCondition:
					"={{ $parameter.operation === 'generate' && $parameter.whatToMake === 'series' && ($parameter.validity ?? 'days') === 'days' }}",
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
			},
		],
		properties: [
			...operationFields,
			{ ...codeShopField, displayOptions: { show: { operation: ['publishToShop'] } } },
			...seriesFields,
			...whomFields.filter(({ name }) => name !== 'options'),
			...listFields,
			...offerFields,
			...appearanceFields,
			...whomFields.filter(({ name }) => name === 'options'),
		],
	};

	methods = { credentialTest };

	// The operations are loaded when first used: n8n requires every node when it starts.
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const name = this.getNodeParameter('operation', 0) as keyof typeof OPERATIONS;
		const { execute } = await OPERATIONS[name]();
		return await execute.call(this);
	}
}

const OPERATIONS = {
	addCodes: () => import('./actions/addCodes.operation'),
	award: () => import('./actions/award.operation'),
	balance: () => import('./actions/balance.operation'),
	check: () => import('./actions/check.operation'),
	expire: () => import('./actions/expire.operation'),
	export: () => import('./actions/export.operation'),
	generate: () => import('./actions/generate.operation'),
	get: () => import('./actions/get.operation'),
	history: () => import('./actions/history.operation'),
	lowStock: () => import('./actions/lowStock.operation'),
	pickBirthdays: () => import('./actions/pickBirthdays.operation'),
	publishToShop: () => import('./actions/publishToShop.operation'),
	redeem: () => import('./actions/redeem.operation'),
	release: () => import('./actions/release.operation'),
	remind: () => import('./actions/remind.operation'),
	spendForCode: () => import('./actions/spendForCode.operation'),
	stats: () => import('./actions/stats.operation'),
	void: () => import('./actions/void.operation'),
};
