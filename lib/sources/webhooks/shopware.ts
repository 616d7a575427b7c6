// https://developer.shopware.com/docs/guides/plugins/apps/lifecycle/webhook.html
import { type SourceWebhook, signedBody } from './webhook';

export const shopware: SourceWebhook = { id: 'shopware', verify: signedBody('shopware-shop-signature', 'hex') };
