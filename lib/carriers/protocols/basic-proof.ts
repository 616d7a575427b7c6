import { equalsSecretly } from '../../signature';
import { type WebhookRequest } from '../../wire';

/** The user name and password that the operator has set at the carrier for its webhooks; empty where there are none. */
export interface WebhookLogin {
	readonly webhookUser: string;
	readonly webhookPassword: string;
}

export const webhookLoginOf = ({ webhookUser, webhookPassword }: Readonly<Record<string, unknown>>): WebhookLogin => ({
	webhookUser: typeof webhookUser === 'string' ? webhookUser : '',
	webhookPassword: typeof webhookPassword === 'string' ? webhookPassword : '',
});

/** Whether both are there: half a login proves nothing. */
export const hasLogin = ({ webhookUser, webhookPassword }: WebhookLogin): boolean =>
	webhookUser !== '' && webhookPassword !== '';

/** Whether a webhook brings them (RFC 7617, in UTF-8). False when none are set. */
export function bringsLogin({ headers }: WebhookRequest, login: WebhookLogin): boolean {
	if (!hasLogin(login)) return false;
	const pair = Buffer.from(`${login.webhookUser}:${login.webhookPassword}`).toString('base64');
	return equalsSecretly(`Basic ${pair}`, headers.authorization ?? '');
}
