// The vendors' own SDKs, pointed at a sandbox.
import Telnyx from 'telnyx';
import twilio from 'twilio';
import { TELNYX_ACCOUNT, TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { type Sandbox } from '../../sandbox/server';

interface TwilioLogin {
	user?: string;
	password?: string;
	autoRetry?: boolean;
}

/** twilio-node, with its own HTTP client: only the host names are exchanged. */
export function twilioClient(sandbox: Sandbox, { user, password, autoRetry = false }: TwilioLogin = {}): twilio.Twilio {
	const http = new twilio.RequestClient({ autoRetry, maxRetryDelay: 50 });
	const toSandbox = (uri = '') => uri.replace(/^https:\/\/(api|messaging)\.twilio\.com/, `${sandbox.url}/twilio`);
	const httpClient = {
		request: (options: Parameters<typeof http.request>[0]) => http.request({ ...options, uri: toSandbox(options.uri) }),
	} as twilio.RequestClient;
	return twilio(user ?? TWILIO_ACCOUNT.accountSid, password ?? TWILIO_ACCOUNT.authToken, {
		accountSid: TWILIO_ACCOUNT.accountSid,
		httpClient,
	});
}

/** telnyx-node; without its automatic retries unless asked for. */
export function telnyxClient(
	sandbox: Sandbox,
	{ apiKey = TELNYX_ACCOUNT.apiKey as string, maxRetries = 0 } = {},
): Telnyx {
	return new Telnyx({ apiKey, baseURL: `${sandbox.url}/telnyx/v2`, publicKey: sandbox.publicKey, maxRetries });
}
