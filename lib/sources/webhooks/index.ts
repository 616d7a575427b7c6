import { type SourceProof, type SourceWebhook } from './webhook';

/** How a source's webhooks are received, as the nodes list it; what does it is loaded when it is first used. */
export interface SourceEntry {
	/** Of the Source: saved in workflows, never rename. */
	readonly id: string;
	readonly name: string;
	readonly proof: SourceProof;
	/** The credential type of the account, where it is not that of all other sources. */
	readonly credential?: string;
	/** What the webhook's secret is called at the source, and where it stands; undefined where there is none. */
	readonly secret?: string;
	/** We may choose the secret ourselves: the one of the URL does where the credential has none. */
	readonly choosesSecret?: true;
	/** The proof is good without a secret: a key of the source's own is fetched. */
	readonly hasKeys?: true;
	/** A signature is sent to some accounts only. The secret of the URL proves it while the credential has no other. */
	readonly signsForSome?: true;
	/** It sends headers of ours along, so that the secret need not stand in the URL. */
	readonly sendsHeaders?: true;
	/** Its API sets up webhooks. */
	readonly registers?: true;
	/** Its API completes events. */
	readonly looksUp?: true;
	/** Where the credential has no address. */
	readonly baseUrl?: string;
	load?(): Promise<SourceWebhook>;
}

/** The credential of every source that has none of its own. */
export const SOURCE_CREDENTIAL = 'commerceSmsSourceApi';

/** One line for each source, by name. Those without a proof of their own are known by the secret in our URL. */
// prettier-ignore
export const SOURCE_ENTRIES: readonly SourceEntry[] = [
	{ id: '17track', name: '17TRACK', proof: 'signature', secret: 'the API key: 17TRACK → Settings → Security', load: async () => (await import('./17track')).seventeenTrack },
	{ id: 'aftership', name: 'AfterShip', proof: 'signature', secret: 'the webhook secret: AfterShip → Settings → Webhooks', load: async () => (await import('./aftership')).aftership },
	{ id: 'amazon', name: 'Amazon', proof: 'secret-url' },
	{ id: 'australia-post', name: 'Australia Post', proof: 'secret-url' },
	{ id: 'baselinker', name: 'BaseLinker', proof: 'secret-url' },
	{ id: 'bigcommerce', name: 'BigCommerce', proof: 'secret-url', credential: 'commerceSmsBigCommerceApi', sendsHeaders: true, registers: true, looksUp: true, load: async () => (await import('./bigcommerce')).bigcommerce },
	{ id: 'clickpost', name: 'Clickpost', proof: 'secret-url' },
	{ id: 'commercetools', name: 'commercetools', proof: 'secret-url' },
	{ id: 'delhivery', name: 'Delhivery', proof: 'secret-url' },
	{ id: 'dhl', name: 'DHL', proof: 'secret-url' },
	{ id: 'easypost', name: 'EasyPost', proof: 'signature', secret: 'the webhook secret that you chose', choosesSecret: true, registers: true, baseUrl: 'https://api.easypost.com', load: async () => (await import('./easypost')).easypost },
	{ id: 'easyship', name: 'Easyship', proof: 'secret-url' },
	{ id: 'ebay', name: 'eBay', proof: 'secret-url' },
	{ id: 'ecom-express', name: 'Ecom Express', proof: 'secret-url' },
	{ id: 'ecwid', name: 'Ecwid', proof: 'signature', secret: 'the client secret of the app', looksUp: true, baseUrl: 'https://app.ecwid.com', load: async () => (await import('./ecwid')).ecwid },
	{ id: 'etsy', name: 'Etsy', proof: 'secret-url' },
	{ id: 'fedex', name: 'FedEx', proof: 'secret-url' },
	{ id: 'gls', name: 'GLS', proof: 'secret-url' },
	{ id: 'inpost', name: 'InPost', proof: 'secret-url' },
	{ id: 'karrio', name: 'Karrio', proof: 'secret-header', secret: 'the secret of the webhook', load: async () => (await import('./karrio')).karrio },
	{ id: 'magento', name: 'Magento', proof: 'secret-url' },
	{ id: 'medusa', name: 'Medusa', proof: 'secret-url', credential: 'commerceSmsMedusaApi', looksUp: true, load: async () => (await import('./medusa')).medusa },
	{ id: 'onfleet', name: 'Onfleet', proof: 'signature', secret: 'the webhook secret: Onfleet → Settings → API & Webhooks', load: async () => (await import('./onfleet')).onfleet },
	{ id: 'prestashop', name: 'PrestaShop', proof: 'secret-url' },
	{ id: 'royal-mail', name: 'Royal Mail', proof: 'secret-url' },
	{ id: 'saleor', name: 'Saleor', proof: 'signature', secret: 'the secret key of the webhook, where it has one', hasKeys: true, load: async () => (await import('./saleor')).saleor },
	{ id: 'sendcloud', name: 'Sendcloud', proof: 'signature', secret: 'the secret key of the integration, or its webhook signature key', load: async () => (await import('./sendcloud')).sendcloud },
	{ id: 'ship24', name: 'Ship24', proof: 'secret-header', secret: 'the webhook secret: Ship24 → Integrations → Webhook', load: async () => (await import('./ship24')).ship24 },
	{ id: 'shipengine', name: 'ShipEngine / ShipStation', proof: 'signature', hasKeys: true, registers: true, baseUrl: 'https://api.shipengine.com', load: async () => (await import('./shipengine')).shipengine },
	{ id: 'shippo', name: 'Shippo', proof: 'signature', secret: 'the HMAC secret that Shippo gave you on request', signsForSome: true, registers: true, baseUrl: 'https://api.goshippo.com', load: async () => (await import('./shippo')).shippo },
	{ id: 'shiprocket', name: 'Shiprocket', proof: 'secret-url' },
	{ id: 'shoper', name: 'Shoper', proof: 'signature', secret: 'the secret key of the webhook: Shoper → Settings → Webhooks', load: async () => (await import('./shoper')).shoper },
	{ id: 'shopify', name: 'Shopify', proof: 'signature', credential: 'commerceSmsShopifyApi', secret: 'the API secret key (client secret) of the app', registers: true, looksUp: true, load: async () => (await import('./shopify')).shopify },
	{ id: 'shopware', name: 'Shopware 6', proof: 'signature', secret: 'the shop secret of the app', load: async () => (await import('./shopware')).shopware },
	{ id: 'squarespace', name: 'Squarespace', proof: 'signature', secret: 'the secret of the webhook subscription', looksUp: true, baseUrl: 'https://api.squarespace.com', load: async () => (await import('./squarespace')).squarespace },
	{ id: 'tiendanube', name: 'Tiendanube', proof: 'signature', secret: 'the client secret of the app', registers: true, looksUp: true, baseUrl: 'https://api.tiendanube.com', load: async () => (await import('./tiendanube')).tiendanube },
	{ id: 'trackingmore', name: 'TrackingMore', proof: 'secret-url' },
	{ id: 'ups', name: 'UPS', proof: 'secret-url' },
	{ id: 'usps', name: 'USPS', proof: 'secret-url' },
	{ id: 'wix', name: 'Wix', proof: 'signature', secret: 'the public key of the app: Wix → Webhooks', load: async () => (await import('./wix')).wix },
	{ id: 'woocommerce', name: 'WooCommerce', proof: 'signature', credential: 'commerceSmsWooCommerceApi', secret: 'the secret of the webhook', choosesSecret: true, registers: true, load: async () => (await import('./woocommerce')).woocommerce },
];

/** "Detect by Itself": whatever source it is, the secret in our URL proves it. */
const ANY: SourceEntry = { id: 'auto', name: 'Any source', proof: 'secret-url' };

/** Undefined for an id that is none of ours. */
export const sourceEntry = (id: string): SourceEntry | undefined =>
	id === ANY.id ? ANY : SOURCE_ENTRIES.find((entry) => entry.id === id);
