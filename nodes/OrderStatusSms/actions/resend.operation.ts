import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { maskPhone } from '../../../lib/domain/phone';
import { type Resent, resendText } from '../../../lib/flows/resend-text';
import { readAccount } from '../../shared/carrier-account';
import { describeTakenOver } from '../../shared/delivery';
import { readFallback } from '../../shared/fallback';
import { forEachItem } from '../../shared/for-each-item';
import { withLedger } from '../../shared/open-ledger';
import { readShop } from '../../shared/shop';
import { sendingDeps } from '../../shared/sending';
import { SENT, SKIPPED } from '../outputs';
import { readSender } from '../../shared/sender';

/** Texts that did not arrive are sent again, unless something has come in between. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], [], []];
	await forEachItem(this, outputs, SKIPPED, async (itemIndex) => {
		const shop = await readShop(this);
		const account = await readAccount(this, this.getNodeParameter('carrier', 0) as string);
		const fallback = await readFallback(this, account, (name, unset) => this.getNodeParameter(name, itemIndex, unset));
		const { carrier, credentials } = account;
		const settings = {
			profile: shop.profile,
			sender: readSender(this, itemIndex, carrier, credentials),
			mostTries: Number(this.getNodeParameter('mostTries', itemIndex, 3)) || 3,
			whenDead: 'skip',
		} as const;
		const sendId = String(this.getNodeParameter('sendId', itemIndex, '') ?? '').trim();
		const resent = await withLedger(shop.ledger, async (ledger) =>
			resendText(sendId, settings, await sendingDeps(this, ledger, account, shop, 1, { fallback })),
		);
		if (resent.result?.error) throw resent.result.error;
		outputs[resent.skip ? SKIPPED : SENT]?.push({
			json: describe(resent, carrier.id),
			pairedItem: { item: itemIndex },
		});
	});
	return outputs;
}

function describe({ text, skip, sendId, result }: Resent, carrier: string): IDataObject {
	const about = {
		orderNumber: text?.orderNumber ?? null,
		stage: text?.stage ?? null,
		trackingNumber: text?.parcel ?? null,
		phone: text ? maskPhone(text.to) : null,
	};
	if (skip) return { ...about, reasonCode: skip.rule, reason: skip.reason };
	return {
		...about,
		text: text?.text ?? null,
		language: text?.language ?? null,
		segments: result?.receipt?.segments ?? text?.segments ?? null,
		carrier,
		...describeTakenOver(result?.takenOver),
		messageId: result?.receipt?.id ?? null,
		status: result?.receipt?.status ?? null,
		sendId,
		tries: (text?.tries ?? 0) + 1,
	};
}
