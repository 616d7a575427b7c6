// Judges a carrier that has neither twin nor usable SDK: nock replays what its documentation shows.
import axios, { type AxiosRequestConfig } from 'axios';
import { type ICredentialDataDecryptedObject, type ICredentialType } from 'n8n-workflow';
import { type WireRequest, type WireResponse } from '../../lib/wire';
import { NOW } from './cases';

/** Does the request as nodes do it, authorised by the credential. */
export async function sendAuthorised(
	{ authenticate }: ICredentialType,
	credentials: ICredentialDataDecryptedObject,
	{ method, url, headers, body = '' }: WireRequest,
): Promise<WireResponse> {
	if (typeof authenticate !== 'function') throw new Error('Credentials of carriers authorise by a function');
	const { auth, qs, ...request } = await authenticate(credentials, { method, url, headers: { ...headers }, body });
	const sent = { ...request, auth, params: qs, data: request.body, responseType: 'text', validateStatus: () => true };
	const { status, data } = await axios.request<string>(sent as AxiosRequestConfig<string>);
	return { status, headers: {}, body: data, receivedAt: NOW };
}
