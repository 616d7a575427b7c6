// "Check Signature": items of n8n's own Webhook node, which takes whatever is posted to it.
import { type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { DomainError } from '../../lib/domain/errors';
import { SOURCE_CREDENTIAL, sourceEntry } from '../../lib/sources/webhooks';
import { type WebhookRequest } from '../../lib/wire';
import { type Shop } from '../shared/shop';
import { accountIn, type SourceAccount } from '../shared/source-account';
import { checkProvable, isProvenBySource } from '../shared/source-proof';

/** Where the Webhook node puts the exact body. */
const RAW = 'data';

/**
 * What of an item is read: the item as it is or, where Check Signature is on, what its source has signed.
 *
 * @throws DomainError `bad-setting` for an item that is not proven, or cannot be: nothing is sent or remembered for it.
 */
export async function provenItem(context: IExecuteFunctions, itemIndex: number, shop: Shop): Promise<unknown> {
	const item = context.getInputData()[itemIndex];
	const { checkSignature } = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	if (checkSignature !== true) return item?.json;
	const account = await accountOf(context);
	checkProvable(account);
	const { headers, webhookUrl } = item?.json ?? {};
	if (!item?.binary?.[RAW] || typeof headers !== 'object' || headers === null) {
		throw new DomainError(
			'bad-setting',
			'This item cannot be checked: it has not the headers and the exact body of a webhook',
			'Check Signature is for items that come from a Webhook node, whose option Raw Body is on. Behind an Order Event Trigger switch it off: what that puts out is checked.',
		);
	}
	const body = (await context.helpers.getBinaryDataBuffer(itemIndex, RAW)).toString('utf8');
	const request: WebhookRequest = {
		method: 'POST',
		url: typeof webhookUrl === 'string' ? webhookUrl : '',
		headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])),
		body,
		receivedAt: new Date(),
	};
	if (!(await isProvenBySource(context, request, account, shop))) {
		throw new DomainError(
			'bad-setting',
			`${account.source.name} has not signed this item; nothing was sent for it`,
			'Somebody else posted it, it was changed on its way, or it is too old to be checked. If it was a real one, check Webhook Secret in the credential Order Source.',
		);
	}
	// what is proven is what is read, whatever was made of it on the way here
	return { headers: request.headers, body };
}

async function accountOf(context: IExecuteFunctions): Promise<SourceAccount> {
	const isSet = context.getNode().credentials?.[SOURCE_CREDENTIAL] !== undefined;
	const fields: IDataObject = isSet ? await context.getCredentials(SOURCE_CREDENTIAL) : {};
	const source = sourceEntry(String(fields.source));
	const webhook = await source?.load?.();
	if (source && webhook) return { source, webhook, credential: SOURCE_CREDENTIAL, ...accountIn(source, fields) };
	throw new DomainError(
		'bad-setting',
		'Check Signature needs the secret of the source',
		'Choose the credential Order Source, with the source and its Webhook Secret.',
	);
}
