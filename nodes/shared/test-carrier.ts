import {
	Expression,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type ICredentialTestRequest,
	type IDataObject,
	type INodeCredentialTestResult,
	type IWorkflowDataProxyData,
	type NodeParameterValue,
} from 'n8n-workflow';
import { CARRIERS } from '../../lib/carriers';
import { isCarrierError } from '../../lib/domain/errors';
import { type WireRequest } from '../../lib/wire';
import { authorisationBy, credentialClass } from './authorise';
import { checkUrl, hostOf, whyNoAnswer } from './exchange';

const TIMEOUT_MS = 20_000;
const OK: INodeCredentialTestResult = { status: 'OK', message: 'Connection successful!' };
const failure = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

/**
 * The test button of every carrier's credential. Its class says what is asked and what the answers mean, as n8n's own tests do; but n8n
 * shows a bare code where there is no answer at all, and words of the carrier where no rule fits.
 *
 * The class has it as a static property: a test of the instance would go before this function.
 */
export async function testCarrier(
	{ request: send }: ICredentialTestFunctions['helpers'],
	{ type, data: fields = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const carrier = CARRIERS.find(({ credential }) => credential === type);
	if (!carrier) return failure('This carrier is not known to this version of the package');
	const { test } = await credentialClass(type);
	const authorise = await authorisationBy(type, fields as IDataObject);
	if (!test || !authorise) return failure(`The credential of ${carrier.name} cannot be tested`);
	let request: WireRequest | undefined;
	try {
		(await carrier.load()).readConfig(fields);
		const plain = await written(test.request, fields as IDataObject);
		checkUrl(plain.url);
		request = await authorise(plain);
	} catch (error) {
		return failure(isCarrierError(error) ? `${error.message}.` : 'A field of the credential cannot be read. Fill in all of them, and save.');
	}
	if (!request) return failure(`The credential of ${carrier.name} cannot be tested`);
	const { method, url, headers, body } = request;
	try {
		const options = { method, uri: url, headers, body, timeout: TIMEOUT_MS, followRedirect: false, simple: false, resolveWithFullResponse: true };
		const answer = (await send(options)) as { readonly statusCode: number; readonly body: unknown };
		return judge(test, carrier.name, hostOf(url), answer.statusCode, answer.body);
	} catch (error) {
		return failure(`n8n cannot reach ${hostOf(url)} (${whyNoAnswer(error)}). Check the internet connection of your n8n, its proxy, and the API URL.`);
	}
}

/** The request with the credential's values in it. */
async function written({ method = 'GET', baseURL = '', url = '', qs, headers, body }: ICredentialTestRequest['request'], fields: IDataObject): Promise<WireRequest> {
	const expression = new Expression('Etc/UTC');
	return await expression.withIsolate(async () => {
		const fill = (value: unknown): string => {
			const data = { $credentials: fields } as unknown as IWorkflowDataProxyData;
			return String(expression.resolveSimpleParameterValue(value as NodeParameterValue, data));
		};
		const fillAll = (values: object = {}) => Object.entries(values).map(([name, value]) => [name, fill(value)] as [string, string]);
		const query = new URLSearchParams(fillAll(qs)).toString();
		return await Promise.resolve({
			method: method as WireRequest['method'],
			url: `${fill(baseURL)}${fill(url)}${query ? `?${query}` : ''}`,
			headers: Object.fromEntries(fillAll(headers)),
			body: body === undefined ? undefined : fill(body),
		});
	});
}

function judge(
	{ request, rules = [] }: ICredentialTestRequest,
	name: string,
	host: string,
	status: number,
	body: unknown,
): INodeCredentialTestResult {
	const content = readBody(body);
	for (const { type, properties } of rules) {
		const isMet =
			type === 'responseCode'
				? properties.value === status
				: (isSuccess(status) || request.ignoreHttpStatusErrors) && valueAt(content, properties.key) === properties.value;
		if (isMet) return failure(properties.message);
	}
	if (isSuccess(status) || request.ignoreHttpStatusErrors) return OK;
	if (status === 401 || status === 403) return failure(`${name} does not accept this key (${host} answers ${status}). Check it, and the API URL.`);
	if (status === 429) return failure(`${name} is asked too often just now (429). Test again in a minute.`);
	if (status >= 500) return failure(`${name} is in trouble (${host} answers ${status}). Test again later.`);
	return failure(`This is not the answer of ${name} (${host} answers ${status}). Check the account and the API URL.`);
}

const isSuccess = (status: number) => status >= 200 && status < 300;

/** The first of a list, as n8n's own tests read it. */
function readBody(body: unknown): unknown {
	let content = body;
	if (typeof body === 'string') {
		try {
			content = JSON.parse(body) as unknown;
		} catch {
			return body;
		}
	}
	return Array.isArray(content) ? (content as unknown[])[0] : content;
}

const valueAt = (content: unknown, path: string): unknown =>
	path.split('.').reduce<unknown>((part, key) => (part === null || part === undefined ? undefined : (part as Record<string, unknown>)[key]), content);
