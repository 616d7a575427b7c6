import { type IDataObject, type IHookFunctions, type INodeProperties, type IWebhookFunctions } from 'n8n-workflow';
import { DomainError } from '../../lib/domain/errors';

/** For unusual proxies. */
export const publicUrlField: INodeProperties = {
	displayName: 'Public URL',
	name: 'publicUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://hooks.example.com/sms',
	description:
		'Only where a proxy gives this webhook another address than n8n knows: the whole URL that the carrier calls, as its signature is made over it. Empty: n8n’s own, from N8N_WEBHOOK_URL.',
};

/** What the operator entered; empty when n8n's own URL is right. */
export function readPublicUrl(context: IHookFunctions | IWebhookFunctions): string {
	const { publicUrl } = context.getNodeParameter('options', {}) as IDataObject;
	const url = typeof publicUrl === 'string' ? publicUrl.trim() : '';
	if (url && !/^https?:\/\/[^\s?#]+$/.test(url)) {
		throw new DomainError(
			'bad-setting',
			`Public URL is "${url}"`,
			'Write the whole address without a query, e.g. https://hooks.example.com/sms.',
		);
	}
	return url;
}

/** The URL that the carrier is to call: the operator's, else the one n8n serves now, in a test or in production. */
export const calledUrl = (context: IHookFunctions): string =>
	readPublicUrl(context) || (context.getNodeWebhookUrl('default') as string);
