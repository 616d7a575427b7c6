import { bigcommerce } from './bigcommerce';
import { magento } from './magento';
import { medusa } from './medusa';
import { prestashop } from './prestashop';
import { type CodeShop } from './shop';
import { shopify } from './shopify';
import { woocommerce } from './woocommerce';

/** One line for each shop. */
const SHOPS = { shopify, woocommerce, magento, bigcommerce, medusa, prestashop } as const;

export type ShopId = keyof typeof SHOPS;

export const SHOP_IDS = Object.keys(SHOPS) as ShopId[];

/** Undefined for an id that is none of ours. */
export const shopById = (id: string): CodeShop | undefined =>
	Object.hasOwn(SHOPS, id) ? SHOPS[id as ShopId] : undefined;
