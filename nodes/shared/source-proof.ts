// What shows that a webhook is its source's own.
import { DomainError } from '../../lib/domain/errors';
import { type SourceEntry } from '../../lib/sources/webhooks';
import { equalsSecretly } from '../../lib/signature';
import { type WebhookRequest } from '../../lib/wire';
import { type Shop } from './shop';
import { type SourceAccount } from './source-account';
import { type CarrierContext } from './transport';
import { secretOf, visit } from './webhook-proof';

/** The header that we have sources send where they can send headers of ours, in place of the query. */
const KEY_HEADER = 'x-commerce-sms-key';

/** The secret of our URL for a source: 256 bits that only this ledger can make. Carriers have others. */
export const sourceSecret = (id: string, shop: Shop): Promise<string> => secretOf(`source ${id}`, shop);

export async function urlWithSecret(url: string, id: string, shop: Shop): Promise<string> {
	const whole = new URL(url);
	whole.searchParams.set('key', await sourceSecret(id, shop));
	return whole.href;
}

/** Whether the secret in our URL is what proves the webhooks of this account. */
export const isProvenByUrl = ({ source, secret }: Pick<SourceAccount, 'source' | 'secret'>): boolean =>
	source.proof === 'secret-url' || (source.signsForSome === true && secret === '');

/** @throws DomainError `bad-setting` where nothing could ever prove a webhook: names the field to fill in. */
export function checkProvable(account: Pick<SourceAccount, 'source' | 'secret' | 'credential'>): void {
	const { source, secret, credential } = account;
	if (isProvenByUrl(account) || secret || source.choosesSecret || source.hasKeys) return;
	throw new DomainError(
		'bad-setting',
		credential
			? `The credential of ${source.name} has no webhook secret, so nothing that comes could be told from a forgery`
			: `Choose a credential of ${source.name}: without its webhook secret nothing that comes could be told from a forgery`,
		`Fill in Webhook Secret: ${source.secret}.`,
	);
}

export async function isProvenBySource(
	context: Pick<CarrierContext, 'helpers'>,
	request: WebhookRequest,
	account: SourceAccount,
	shop: Shop,
): Promise<boolean> {
	const { source, webhook, secret, config } = account;
	if (isProvenByUrl(account)) return hasSecret(request, await sourceSecret(source.id, shop));
	const url = webhook.proofUrl?.(request, config);
	const secrets = [secret, ...(source.choosesSecret ? [await sourceSecret(source.id, shop)] : [])];
	const isProven = (document?: string) =>
		secrets.some((one) => webhook.verify?.(request, one, document) === true);
	if (url === undefined) return isProven();
	const known = documents.get(url);
	if (known && isProven(await known.text)) return true;
	// keys change; a stranger who forges signatures must not make us fetch them again and again
	if (known && Date.now() - known.at < FETCHED_AT_MOST_EVERY_MS) return false;
	const text = visit(url, context).catch(() => undefined);
	documents.set(url, { text, at: Date.now() });
	if (documents.size > MOST_DOCUMENTS) documents.delete(documents.keys().next().value as string);
	return isProven(await text);
}

const FETCHED_AT_MOST_EVERY_MS = 60_000;
const MOST_DOCUMENTS = 20;
const documents = new Map<string, { readonly text: Promise<string | undefined>; readonly at: number }>();

function hasSecret({ url, headers }: WebhookRequest, secret: string): boolean {
	const given = headers[KEY_HEADER] ?? (URL.canParse(url) ? new URL(url).searchParams.get('key') : null);
	return Boolean(given) && equalsSecretly(secret, given as string);
}

/** In words, for the operator's log. */
export const whatProves = ({ source, secret }: Pick<SourceAccount, 'source' | 'secret'>): string =>
	isProvenByUrl({ source, secret })
		? `that the whole URL stands at ${source.name}, with the secret that the node shows`
		: `Webhook Secret in the credential${source.secret ? ` (${source.secret})` : ''}`;

/** For the fields of the node. */
export const needsUrlSecret = ({ proof, choosesSecret, signsForSome }: SourceEntry): boolean =>
	proof === 'secret-url' || choosesSecret === true || signsForSome === true;
