import { type INodeProperties } from 'n8n-workflow';

/** Where codes are published to; one line for each shop, by name. */
export const codeShopField: INodeProperties = {
	displayName: 'Shop System',
	name: 'codeShop',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'BigCommerce', value: 'bigcommerce' },
		{ name: 'Magento', value: 'magento' },
		{ name: 'Medusa', value: 'medusa' },
		{ name: 'PrestaShop', value: 'prestashop' },
		{ name: 'Shopify', value: 'shopify' },
		{ name: 'WooCommerce', value: 'woocommerce' },
	],
	default: 'shopify',
	description: 'The system of the shop where customers enter the codes',
};
