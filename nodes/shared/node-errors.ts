import { type IDataObject, type INode, type INodeExecutionData, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { type CarrierError, isCarrierError, isDomainError } from '../../lib/domain/errors';
import { isShopError } from '../../lib/shops/shop';

/** What an operator can do about it, where the carrier's own words do not say. */
const ADVICE: Readonly<Record<CarrierError['code'], string>> = {
	'bad-config': 'Check the account, key, sender and API URL in the carrier credential.',
	'bad-message': 'Check the phone number and the text of this item.',
	'recipient-opted-out':
		'The recipient has texted STOP to this sender. It is remembered; further texts to them are skipped.',
	rejected: 'The carrier’s code tells why; look it up in its documentation.',
	throttled:
		'Nothing was sent. Set Messages per Second in the carrier credential to what your account allows, and run the item again.',
	unavailable: 'Nothing was sent. Check the API URL and the network of your n8n, and run the item again.',
	'outcome-unknown':
		'The text may have been sent, so it is not sent again by itself. Look into the carrier’s log; Order Status SMS sends it in any case with When the Outcome Is Unknown set to Resend.',
	'unreadable-response':
		'The text may have been sent, so it is not sent again by itself. Check the API URL in the carrier credential.',
};

/** Turns our own errors into n8n's. Errors of n8n pass as they are. */
export function toNodeError(error: unknown, node: INode, itemIndex: number): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (isCarrierError(error)) return carrierNodeError(error, node, itemIndex);
	if (isDomainError(error) || isShopError(error)) {
		return inOurWords(
			new NodeOperationError(node, error.message, { itemIndex, description: error.hint }),
			error.message,
		);
	}
	return new NodeOperationError(node, error instanceof Error ? error : new Error(String(error)), { itemIndex });
}

function carrierNodeError(error: CarrierError, node: INode, itemIndex: number): NodeApiError {
	const { carrierCode, carrierMessage, httpStatus, moreInfo } = error.details;
	const nodeError = new NodeApiError(
		node,
		{ code: error.code, carrierCode: carrierCode ?? null, carrierMessage: carrierMessage ?? null },
		{
			itemIndex,
			message: error.message,
			description: [ADVICE[error.code], moreInfo].filter(Boolean).join(' '),
			...(httpStatus ? { httpCode: String(httpStatus) } : {}),
		},
	);
	return inOurWords(nodeError, error.message);
}

/**
 * n8n replaces a message that mentions one of Node's error codes by a general one, such as "You can retry the request
 * immediately" for a lost connection: the worst advice for a text that may have been sent.
 */
const inOurWords = <E extends Error>(nodeError: E, message: string): E => Object.assign(nodeError, { message });

/**
 * The item of a failed input when the workflow goes on. Only these three keys: n8n's error output recognises a failed item by
 * them.
 */
export function failedItem(error: unknown, node: INode, itemIndex: number): INodeExecutionData {
	const nodeError = toNodeError(error, node, itemIndex);
	const details: IDataObject = isCarrierError(error) || isShopError(error)
		? { code: error.code, ...error.details }
		: { code: isDomainError(error) ? error.code : 'unexpected' };
	return {
		json: { error: nodeError.message, message: nodeError.description ?? '', details },
		pairedItem: { item: itemIndex },
	};
}
