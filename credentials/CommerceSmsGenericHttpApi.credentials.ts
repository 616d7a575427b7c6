import {
	type IAuthenticate,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type Icon,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { answerFields } from './generic-http/answers';
import { proofFields } from './generic-http/proofs';
import { gatewayFields, sendFields, signInFields } from './generic-http/sending';
import { webhookFields } from './generic-http/webhooks';

export class CommerceSmsGenericHttpApi implements ICredentialType {
	name = 'commerceSmsGenericHttpApi';

	displayName = 'Commerce SMS: Generic HTTP API';

	icon: Icon = { light: 'file:../icons/carrier.svg', dark: 'file:../icons/carrier.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-commerce-sms/n8n-nodes-commerce-sms/blob/main/docs/carriers/generic-http.md';

	properties: INodeProperties[] = [
		...gatewayFields,
		...signInFields,
		...sendFields,
		...answerFields,
		...webhookFields,
		...proofFields,
	];

	// A function, so that a bulk send can apply the same rule without n8n's expression engine for every text.
	authenticate: IAuthenticate = async (fields, request) => {
		const text = (name: string) => String(fields[name] ?? '').trim();
		const withHeader = (name: string, value: string) => ({ ...request, headers: { ...request.headers, [name]: value } });
		switch (fields.signIn) {
			case 'basic':
				return { ...request, auth: { username: text('user'), password: text('password') } };
			case 'bearer':
				return withHeader('Authorization', `Bearer ${text('token')}`);
			case 'header':
				return withHeader(text('headerName') || 'Authorization', text('headerSecret'));
			case 'parameters':
				return withParameters(request, parametersIn(fields));
			default:
				return request;
		}
	};

	static test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/[/]+$/, "") }}',
			url: '={{ $credentials.testPath || "/" }}',
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'Generic HTTP: the gateway does not accept this sign-in' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'Generic HTTP: the gateway does not accept this sign-in, or not for this Test Path' },
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'Generic HTTP: the gateway answers, but has nothing at this Test Path. Enter one that it has, such as that of the balance; or text yourself to try the credential.',
				},
			},
		],
	};
}

function parametersIn(fields: ICredentialDataDecryptedObject): Record<string, string> {
	const text = (name: string) => String(fields[name] ?? '').trim();
	const user = text('user') && text('userParameter');
	return { ...(user ? { [user]: text('user') } : {}), [text('keyParameter') || 'password']: text('password') };
}

/** Where the values of a text stand: in the body, which access logs do not write down, else in the query. */
function withParameters(request: IHttpRequestOptions, parameters: Record<string, string>): IHttpRequestOptions {
	const { body, headers = {}, qs } = request;
	if (typeof body !== 'string' || body === '') return { ...request, qs: { ...qs, ...parameters } };
	const isJson = String(headers['content-type']).startsWith('application/json');
	const written = isJson
		? JSON.stringify({ ...(JSON.parse(body) as object), ...parameters })
		: [body, new URLSearchParams(parameters).toString()].filter(Boolean).join('&');
	return { ...request, body: written };
}
