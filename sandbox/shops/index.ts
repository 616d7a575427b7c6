// All the shops of one running sandbox.
import { type Answer, type ApiRequest } from '../http';
import { createBigCommerceTwin } from './bigcommerce';
import { createShopFaults, type ShopFault } from './faults';
import { createMagentoTwin } from './magento';
import { createMedusaTwin } from './medusa';
import { createPrestaShopTwin } from './prestashop';
import { createShopifyTwin } from './shopify';
import { type ListedCode, SHOP_KEYS, type ShopTwin } from './twin';
import { createWooCommerceTwin } from './woocommerce';

export type ShopTwinId = keyof typeof SHOP_KEYS;

export interface ShopView {
	readonly id: string;
	readonly label: string;
	/** What to enter in n8n, by the names of the credential's fields. */
	readonly credential: { readonly baseUrl: string } & Readonly<Record<string, string>>;
	readonly codes: readonly ListedCode[];
}

export interface Shops {
	/** The shop whose prefix a path begins with. */
	twinAt(path: string): ShopTwin | undefined;
	/** @param request with the path as the shop sees it. */
	answer(twin: ShopTwin, request: ApiRequest): Answer | 'close';
	/** The codes that a shop's customers could use. */
	codes(shop: ShopTwinId): ListedCode[];
	/** A code that somebody else made in the shop. */
	addForeign(shop: ShopTwinId, code: string): void;
	/** Shopify's search lags behind what was made; on: it finds nothing. */
	hideFromSearch(on: boolean): void;
	/** Replaces all faults; a sentence when one cannot be understood. */
	setFaults(faults: readonly unknown[]): string | null;
	faults(): ShopFault[];
	/** What is there, for people and scripts: the shops, where they are, their keys and codes. */
	view(publicUrl: string): ShopView[];
	reset(): void;
}

const PAGE: Answer = { status: 200, page: '<!doctype html><title>Shop</title>' };

export function createShops(): Shops {
	const faults = createShopFaults();
	const shopify = createShopifyTwin(() => {
		const slow = faults.take('shopify', ['slow-job']);
		return slow ? (slow.looks ?? 3) : 0;
	});
	const twins: Readonly<Record<ShopTwinId, ShopTwin>> = {
		shopify,
		woocommerce: createWooCommerceTwin(),
		magento: createMagentoTwin(),
		bigcommerce: createBigCommerceTwin(),
		medusa: createMedusaTwin(),
		prestashop: createPrestaShopTwin(),
	};

	return {
		twinAt: (path) => Object.values(twins).find(({ id }) => path.startsWith(`/${id}/`)),
		answer(twin, request) {
			const fault = faults.take(twin.id, ['refuse', 'cut', 'throttle', 'server-error', 'unauthorized', 'garbled']);
			if (fault?.kind === 'refuse') return 'close';
			if (fault?.kind === 'throttle') return twin.throttled(fault.retryAfterSeconds ?? 1);
			if (fault?.kind === 'server-error') return twin.broken();
			if (fault?.kind === 'unauthorized') return twin.unauthorized();
			const answer = twin.answer(request);
			return fault?.kind === 'cut' ? 'close' : fault?.kind === 'garbled' ? PAGE : answer;
		},
		codes: (shop) => twins[shop].codes(),
		addForeign: (shop, code) => twins[shop].addForeign(code),
		hideFromSearch: (on) => shopify.hideFromSearch(on),
		setFaults: (values) => faults.set(values),
		faults: () => faults.list(),
		view: (publicUrl) =>
			Object.values(twins).map(({ id, label, codes }) => ({
				id,
				label,
				credential: { baseUrl: `${publicUrl}/${id}`, ...SHOP_KEYS[id as ShopTwinId] },
				codes: codes(),
			})),
		reset() {
			for (const twin of Object.values(twins)) twin.reset();
			faults.set([]);
		},
	};
}
