import { DomainError } from '../../lib/domain/errors';
import { type CarrierAccount } from './carrier-account';

/** Names and addresses that mean this machine, or a network that nobody else can enter. */
const PRIVATE_HOST =
	/^(localhost|.*\.(local|internal|lan|home\.arpa)|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|169\.254\..*|0\.0\.0\.0|\[(::1?|f[cd].*|fe80:.*)\]|[^.:]+)$/i;

/** False for this machine, and for networks that nobody else can enter. */
export const isOnTheInternet = (hostname: string): boolean => !PRIVATE_HOST.test(hostname);

/**
 * Refuses a URL that the carrier could not call. Towards the sandbox, which runs beside n8n, every URL is good.
 *
 * @throws DomainError `bad-setting` that names the setting of n8n.
 */
export function checkReachable(url: string, { carrier, config }: Pick<CarrierAccount, 'carrier' | 'config'>): void {
	if (PRIVATE_HOST.test(new URL(config.baseUrl).hostname)) return;
	const { protocol, hostname } = new URL(url);
	if (protocol === 'https:' && !PRIVATE_HOST.test(hostname)) return;
	throw new DomainError(
		'bad-setting',
		`${carrier.name} cannot reach this n8n at ${new URL(url).origin}`,
		`Carriers call https addresses on the internet only. Make n8n reachable there and set the environment variable N8N_WEBHOOK_URL (formerly WEBHOOK_URL) to that address, e.g. https://n8n.example.com/. If a proxy gives this webhook another address, enter it under Options → Public URL.`,
	);
}
