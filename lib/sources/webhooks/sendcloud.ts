// https://sendcloud.dev/api/v2/webhooks
import { type SourceWebhook, signedBody } from './webhook';

export const sendcloud: SourceWebhook = { id: 'sendcloud', verify: signedBody('sendcloud-signature', 'hex') };
