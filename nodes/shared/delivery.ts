import { type IDataObject } from 'n8n-workflow';
import { FAILURE_SENTENCES } from '../../lib/domain/delivery';
import { type TakenOver } from '../../lib/flows/send-claimed';
import { type Delivery } from '../../lib/ledger/inbound';

/** Through whom a text went instead of its carrier, as items say it. */
export const describeTakenOver = (takenOver: TakenOver | undefined): IDataObject =>
	takenOver
		? {
				carrier: takenOver.carrier,
				sender: takenOver.sender,
				fallback: true,
				fallbackReason: takenOver.reason,
				...(takenOver.withoutPicture ? { withoutPicture: true } : {}),
			}
		: {};

/** What became of a text, as items say it. */
export function describeDelivery(delivery: Delivery | undefined): IDataObject {
	if (!delivery) return { delivery: null };
	const { status, isFinal, at, errorCode, reason, price } = delivery;
	return {
		delivery: status,
		deliveryIsFinal: isFinal,
		deliveryAt: at.toISOString(),
		...(errorCode ? { deliveryErrorCode: errorCode } : {}),
		...(reason ? { deliveryReasonCode: reason, deliveryReason: FAILURE_SENTENCES[reason] } : {}),
		...(price ? { price: price.amount, priceCurrency: price.currency ?? null } : {}),
	};
}
