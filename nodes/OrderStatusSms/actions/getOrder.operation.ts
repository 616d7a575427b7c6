import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { DomainError } from '../../../lib/domain/errors';
import { maskPhone } from '../../../lib/domain/phone';
import { standingOf } from '../../../lib/domain/stages';
import { type OrderRecord } from '../../../lib/ledger/ledger';
import { describeDelivery } from '../../shared/delivery';
import { forEachItem } from '../../shared/for-each-item';
import { withLedger } from '../../shared/open-ledger';
import { readShop } from '../../shared/shop';

const FOUND = 0;
const NOT_FOUND = 1;

/** What the ledger knows of an order. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], []];
	await forEachItem(this, outputs, NOT_FOUND, async (itemIndex) => {
		const wanted = String(this.getNodeParameter('orderOrTrackingNumber', itemIndex)).trim();
		if (!wanted) {
			throw new DomainError(
				'missing-setting',
				'Order or Tracking Number is empty',
				'Fill it in, e.g. 1001 or {{ $json.orderNumber }}.',
			);
		}
		const { profile, ledger } = await readShop(this);
		const orders = await withLedger(ledger, (open) => open.findOrders(profile.key, wanted));
		const pairedItem = { item: itemIndex };
		for (const order of orders) outputs[FOUND]?.push({ json: describeOrder(order), pairedItem });
		if (orders.length === 0) {
			const reason = `No order or parcel "${wanted}" has been seen by this shop (key "${profile.key}").`;
			outputs[NOT_FOUND]?.push({ json: { orderOrTrackingNumber: wanted, reason }, pairedItem });
		}
	});
	return outputs;
}

function describeOrder({ details, firstSeen, parcels, stages, texts }: OrderRecord): IDataObject {
	return {
		orderNumber: details.number ?? null,
		stage:
			standingOf(stages.map(({ stage, parcel, at }) => ({ stage, parcel, occurredAt: at.getTime() })))?.stage ?? null,
		phone: details.phone ? maskPhone(details.phone) : null,
		firstName: details.firstName ?? null,
		country: details.country ?? null,
		language: details.language ?? null,
		total: details.total ?? null,
		currency: details.currency ?? null,
		orderUrl: details.orderUrl ?? null,
		firstSeen: firstSeen.toISOString(),
		stages: stages.map(({ stage, parcel, at }) => ({ stage, parcel: parcel || null, at: at.toISOString() })),
		parcels: parcels.map(({ trackingNumber, trackingUrl, trackingCompany, eta }) => ({
			trackingNumber: trackingNumber ?? null,
			trackingUrl: trackingUrl ?? null,
			trackingCompany: trackingCompany ?? null,
			eta: eta ?? null,
		})),
		texts: texts.map(
			({ stage, parcel, status, at, to, text, segments, carrier, carrierMessageId, error, delivery }) => ({
				stage,
				parcel: parcel || null,
				status,
				at: at.toISOString(),
				phone: maskPhone(to),
				text,
				segments,
				carrier,
				messageId: carrierMessageId,
				error,
				...describeDelivery(delivery),
			}),
		),
	};
}
