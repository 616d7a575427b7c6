import { type IDataObject, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { DomainError, isCarrierError } from '../../lib/domain/errors';
import { SOURCE_CREDENTIAL, type SourceEntry, sourceEntry } from '../../lib/sources/webhooks';
import { type SourceApi, type SourceConfig, type SourceWebhook } from '../../lib/sources/webhooks/webhook';
import { type ReadCredential } from './carrier-account';
import { checkUrl, hostOf } from './exchange';
import { type CarrierContext, carrierExchange } from './transport';

/** A source, and the operator's account there, where the node has one. */
export interface SourceAccount {
	readonly source: SourceEntry;
	readonly webhook: SourceWebhook;
	/** The credential type; undefined where the node has none, or one of another source. */
	readonly credential: string | undefined;
	readonly config: SourceConfig;
	/** What its webhooks are signed with; empty when the credential does not say. */
	readonly secret: string;
	/** Whether the credential has what its API asks for. */
	readonly hasApi: boolean;
}

/**
 * The source that a node's field names, with its credential.
 *
 * @param readCredential for webhooks, which do not read it from n8n every time.
 * @throws DomainError `bad-setting` for a source of a newer version.
 */
export async function readSource(
	context: CarrierContext,
	id: string,
	readCredential: ReadCredential = (type) => context.getCredentials(type),
): Promise<SourceAccount> {
	const source = sourceEntry(id);
	if (!source) {
		throw new DomainError(
			'bad-setting',
			'This source is not known to this version of the package',
			'Choose another source, or update the package.',
		);
	}
	const type = source.credential ?? SOURCE_CREDENTIAL;
	// n8n has no credentials for a source that shows none, also where one is left from another choice
	const isShown = Boolean(source.secret ?? source.registers ?? source.looksUp);
	const isSet = isShown && context.getNode().credentials?.[type] !== undefined;
	const fields: IDataObject = isSet ? await readCredential(type) : {};
	const isOfSource = isSet && (type !== SOURCE_CREDENTIAL || fields.source === id);
	return {
		source,
		webhook: (await source.load?.()) ?? { id },
		credential: isOfSource ? type : undefined,
		...accountIn(source, isOfSource ? fields : {}),
	};
}

/** What a credential says of an account at a source. */
export function accountIn(
	source: SourceEntry,
	fields: Readonly<Record<string, unknown>>,
): Pick<SourceAccount, 'config' | 'secret' | 'hasApi'> {
	const text = (name: string) => (typeof fields[name] === 'string' ? fields[name].trim() : '');
	const key = ['apiKey', 'accessToken', 'consumerSecret'].map(text).find(Boolean);
	const baseUrl = (text('baseUrl') || (source.baseUrl ?? '')).replace(/\/+$/, '');
	return {
		config: { baseUrl, storeId: text('storeId') || text('storeHash'), apiVersion: text('apiVersion') || '2026-10' },
		secret: text('webhookSecret'),
		hasApi: Boolean(key && baseUrl),
	};
}

/**
 * The source's API, through n8n's own helper, which authorises each request by the credential.
 *
 * @param timeoutMs for one exchange.
 * @throws DomainError `bad-setting` where the credential is missing, or its address is none.
 */
export async function sourceApi(
	context: IHookFunctions | IWebhookFunctions,
	{ source, credential, config, hasApi }: SourceAccount,
	timeoutMs?: number,
): Promise<SourceApi> {
	if (!credential || !hasApi) {
		throw new DomainError(
			'bad-setting',
			`There is no API key for ${source.name}`,
			`Choose a credential of ${source.name} with its API key. Or switch off Set Up the Webhook, and enter the URL in ${source.name} yourself.`,
		);
	}
	const exchange = await carrierExchange(context, credential, {}, 1, timeoutMs);
	return {
		config,
		async exchange(request) {
			try {
				checkUrl(request.url);
				return await exchange(request);
			} catch (error) {
				throw asSourceError(error, source.name, request.url);
			}
		},
	};
}

/** The transport's errors speak of texts. */
const asSourceError = (error: unknown, name: string, url: string): unknown =>
	isCarrierError(error)
		? new DomainError(
				'bad-setting',
				`${name} did not answer at ${hostOf(url)}`,
				'Check the address in the credential, and that this n8n may call it; then try again.',
			)
		: error;
