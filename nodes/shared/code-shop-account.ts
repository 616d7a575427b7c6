import { type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { DomainError, isCarrierError } from '../../lib/domain/errors';
import { shopById } from '../../lib/shops';
import { type CodeShop, isShopError, type ShopDeps, ShopError } from '../../lib/shops/shop';
import { hostOf } from './exchange';
import { carrierExchange } from './transport';

/** A shop and the operator's account there. */
export interface CodeShopAccount {
	readonly shop: CodeShop;
	readonly deps: ShopDeps;
}

/**
 * The account at the shop that a node's field names. Its requests go through n8n's own helper, one by one: it authorises them by
 * the credential, and keeps the proxy and the restrictions that are set in n8n.
 *
 * @throws ShopError `bad-config` for a credential with something missing; DomainError for a shop of a newer version.
 */
export async function readCodeShop(context: IExecuteFunctions, shopId: string): Promise<CodeShopAccount> {
	const shop = shopById(shopId);
	if (!shop) {
		throw new DomainError(
			'bad-setting',
			'This shop is not known to this version of the package',
			'Choose another shop, or update the package.',
		);
	}
	const credentials: IDataObject = await context.getCredentials(shop.credential);
	const config = shop.readConfig(credentials);
	checkUrl(shop.name, config.baseUrl);
	const exchange = await carrierExchange(context, shop.credential, credentials, 1);
	return {
		shop,
		deps: {
			config,
			exchange: async (request) => {
				try {
					return await exchange(request);
				} catch (error) {
					throw asShopError(error, shop.name, request.url);
				}
			},
			wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
		},
	};
}

function checkUrl(shopName: string, baseUrl: string): void {
	const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
	if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return;
	throw new ShopError(
		'bad-config',
		`The address in the ${shopName} credential is no address of a shop`,
		'It begins with https:// and names a host, without a user name or password.',
	);
}

/** The transport's errors speak of texts that may have been sent; publishing may be repeated whatever happened. */
function asShopError(error: unknown, shopName: string, url: string): unknown {
	if (isShopError(error) || !isCarrierError(error)) return error;
	if (error.code === 'bad-config') {
		return new ShopError(
			'bad-config',
			`${hostOf(url)} cannot be asked: it sends requests elsewhere, or n8n does not allow them`,
			`Check the address in the ${shopName} credential: write it exactly as the shop answers, with https and with or without www.`,
			error.details,
		);
	}
	return new ShopError(
		'unavailable',
		`${hostOf(url)} did not answer`,
		'Publish again later; what is there already is not made twice. If it never answers, check the address in the shop’s credential.',
		error.details,
	);
}
