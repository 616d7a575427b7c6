import { type ICredentialDataDecryptedObject, type ICredentialTestFunctions, type INodeCredentialTestResult } from 'n8n-workflow';
import { CommerceSmsSourceApi } from '../../credentials/CommerceSmsSourceApi.credentials';
import { isDomainError } from '../../lib/domain/errors';
import { sourceEntry } from '../../lib/sources/webhooks';
import { TIMEOUT_MS } from './exchange';
import { accountIn } from './source-account';

/** The source credential's test button: one look at the webhooks that are set up, where the source has an API for it. */
export async function testSource(
	{ request: send }: ICredentialTestFunctions['helpers'],
	fields: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const source = sourceEntry(String(fields.source));
	if (!source) return { status: 'Error', message: 'This source is not known to this version of the package' };
	const { config, secret, hasApi } = accountIn(source, fields);
	const webhook = await source.load?.();
	const { authenticate } = new CommerceSmsSourceApi();
	if (!hasApi || !webhook?.subscriptions || typeof authenticate !== 'function') {
		return secret || hasApi || source.hasKeys
			? { status: 'OK', message: `Saved. The first webhook of ${source.name} will show whether it is right.` }
			: { status: 'Error', message: `Fill in Webhook Secret${source.secret ? `: ${source.secret}` : ''}` };
	}
	try {
		const exchange = async ({ method, url, headers }: { method: string; url: string; headers: object }) => {
			const request = await authenticate(fields, { method: method as 'GET', url, headers: { ...headers } });
			const answer = (await send({
				...request,
				uri: url,
				timeout: TIMEOUT_MS,
				followRedirect: false, // the key stays with whom it is for
				resolveWithFullResponse: true,
				simple: false,
			})) as { statusCode: number; body: unknown };
			const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
			return { status: answer.statusCode, headers: {}, body, receivedAt: new Date() };
		};
		await webhook.subscriptions.list({ config, exchange });
		return { status: 'OK', message: `${source.name} accepts this key` };
	} catch (error) {
		return {
			status: 'Error',
			message: isDomainError(error) ? `${error.message}. ${error.hint}` : `${source.name} did not answer`,
		};
	}
}
