// https://api.17track.net/en/doc?version=v2.2 (WebHook, sign): a digest of the body and the account's key, which is its secret
import { sha256Hex } from '../../signature';
import { isSigned, type SourceWebhook } from './webhook';

export const seventeenTrack: SourceWebhook = {
	id: '17track',
	verify: ({ headers, body }, secret) => isSigned(headers.sign?.toLowerCase(), sha256Hex(`${body}/${secret}`), secret),
};
