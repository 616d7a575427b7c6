import { randomUUID } from 'node:crypto';
import {
	type IDataObject,
	type INodeExecutionData,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { type CarrierReceipt } from '../../lib/carriers/carrier';
import { type DeliveryStatus } from '../../lib/domain/delivery';
import { maskPhone } from '../../lib/domain/phone';
import { type ReplySettings } from '../../lib/flows/handle-reply';
import { DEFAULT_JOIN_SETTINGS } from '../../lib/flows/opt-in-by-reply';
import { receiveWebhook } from '../../lib/flows/receive-webhook';
import { type FoldedReceipt } from '../../lib/ledger/inbound';
import { describeDelivery } from '../shared/delivery';
import { withLedger } from '../shared/open-ledger';
import { type Shop } from '../shared/shop';
import { acknowledge, answerAtOnce, openWebhook } from '../shared/webhook';

/** Positions of the outputs; saved in workflows. */
const OUTPUTS = ['delivered', 'failed', 'progress'] as const;
type Report = (typeof OUTPUTS)[number];

const REPORT_OF: Readonly<Record<DeliveryStatus, Report>> = {
	queued: 'progress',
	sent: 'progress',
	unknown: 'progress',
	delivered: 'delivered',
	undelivered: 'failed',
	failed: 'failed',
	expired: 'failed',
	rejected: 'failed',
};

/** One webhook of the carrier: folded into the ledger; an execution only where the operator asked for one. */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const webhook = await openWebhook(this);
	const answered = await answerAtOnce(this, webhook);
	if (answered) return answered;
	const { request, account, shop } = webhook;
	const { carrier } = account;
	const deps = { carrier, newId: randomUUID, now: () => new Date() };
	const { receipts } = await withLedger(shop.ledger, (ledger) =>
		receiveWebhook(request, quietly(shop), { ...deps, ledger }),
	);

	const wanted = this.getNodeParameter('reports', []) as unknown[];
	const { includeOthers } = this.getNodeParameter('options', {}) as IDataObject;
	const outputs: INodeExecutionData[][] = OUTPUTS.map(() => []);
	for (const { receipt, folded } of receipts) {
		const report = REPORT_OF[folded.text?.delivery.status ?? receipt.status];
		const isAsked = folded.isNews && wanted.includes(report) && (folded.text !== undefined || includeOthers === true);
		if (isAsked) outputs[OUTPUTS.indexOf(report)]?.push({ json: describeReceipt(receipt, folded, carrier.id) });
	}
	return outputs.some((items) => items.length > 0) ? acknowledge(this, account, outputs) : acknowledge(this, account);
}

/** A text of a customer does not belong here; where the carrier's settings send one all the same, its STOP counts. */
const quietly = ({ profile }: Shop): ReplySettings => ({
	profile,
	ownWords: {},
	keywordRules: [],
	answered: new Set(),
	ownAnswers: [],
	smartEncoding: true,
	maxSegments: 1,
	joins: [],
	optIn: DEFAULT_JOIN_SETTINGS,
	handedOn: new Set(),
});

function describeReceipt(receipt: CarrierReceipt, { text }: FoldedReceipt, carrier: string): IDataObject {
	const { id, to, status, isFinal, errorCode, reason, price } = receipt;
	const phone = text?.to ?? to;
	const delivery = text?.delivery ?? { status, isFinal, at: new Date(), errorCode, reason, price };
	return {
		sendId: text?.sendId ?? null,
		tries: text?.tries ?? null,
		orderNumber: text?.orderNumber ?? null,
		trackingNumber: text?.parcel ?? null,
		stage: text?.stage ?? null,
		purpose: text?.purpose ?? null,
		...(text?.answer ? { automaticAnswer: text.answer } : {}),
		phone: phone ? maskPhone(phone) : null,
		phoneFull: phone ?? null,
		...describeDelivery(delivery),
		text: text?.text ?? null,
		language: text?.language ?? null,
		segments: text?.segments ?? receipt.segments ?? null,
		sentAt: text?.sentAt.toISOString() ?? null,
		carrier,
		messageId: id,
		sender: text?.sender ?? receipt.from ?? null,
	};
}
