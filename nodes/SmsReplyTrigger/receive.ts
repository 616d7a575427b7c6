import { randomUUID } from 'node:crypto';
import { type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { answerToSend, type HandledReply, sendAnswer } from '../../lib/flows/handle-reply';
import { receiveWebhook } from '../../lib/flows/receive-webhook';
import { type SendResult } from '../../lib/flows/send-claimed';
import { gather, hint, isBurst, noteArrival } from '../shared/bursts';
import { type CarrierAccount } from '../shared/carrier-account';
import { withLedger } from '../shared/open-ledger';
import { type Shop } from '../shared/shop';
import { sendingDeps } from '../shared/sending';
import { acknowledge, answerAtOnce, answerNow, openWebhook } from '../shared/webhook';
import { catchUp } from './catch-up';
import { type HandedOn, itemsOf } from './items';
import { keywordNames, readReplySettings } from './settings';

/** Telnyx waits two seconds for the answer to a webhook; an automatic answer that takes longer goes on behind it. */
const LONGEST_WAIT_MS = 1_200;

/**
 * One webhook of the carrier. Everything that follows from a text is in force before the workflow starts and before the
 * carrier has its answer. An error of ours answers 500, and the carrier tries again.
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const isAnswered = noteArrival(this);
	const webhook = await openWebhook(this);
	const answered = await answerAtOnce(this, webhook);
	if (answered) return answered;
	const { request, account, shop } = webhook;
	const { carrier } = account;
	const settings = readReplySettings(this, shop.profile);
	const deps = { carrier, newId: randomUUID, now: () => new Date() };
	const replies = await withLedger(shop.ledger, async (ledger) => [
		...(await receiveWebhook(request, settings, { ...deps, ledger })).replies,
		...(await catchUp(settings, { ...deps, ledger })),
	]);

	const isNew = replies.filter(({ novelty }) => novelty === 'new');
	const results = await sendAnswers(this, isNew, account, shop);
	const handedOn = isNew.filter(({ understood }) => settings.handedOn.has(understood?.classified.kind ?? 'other'));
	if (handedOn.length === 0) return acknowledge(this, account);
	const items = handedOn.map((handled) => ({ handled, result: results.get(handled) }));
	if (!isBurst()) {
		void isAnswered.then(async (hasWorked) => {
			if (hasWorked) await confirm(this, items, account, shop);
		});
		return acknowledge(this, account, itemsOf(items, carrier.id, keywordNames(this)));
	}
	hint(this);
	answerNow(this, account);
	const gathered = await gather(`${this.getWorkflow().id} ${this.getNode().id} ${this.getMode()}`, items);
	if (!gathered) return { noWebhookResponse: true };
	await confirm(this, gathered, account, shop);
	return { noWebhookResponse: true, workflowData: itemsOf(gathered, carrier.id, keywordNames(this)) };
}

/** Sends what was claimed, and waits for it as long as the carrier waits for us. */
async function sendAnswers(
	context: IWebhookFunctions,
	replies: readonly HandledReply[],
	account: CarrierAccount,
	shop: Shop,
): Promise<ReadonlyMap<HandledReply, SendResult | 'pending'>> {
	const results = new Map<HandledReply, SendResult | 'pending'>();
	const toAnswer = replies.filter(answerToSend);
	if (toAnswer.length === 0) return results;
	for (const handled of toAnswer) results.set(handled, 'pending');
	const sending = withLedger(shop.ledger, async (ledger) => {
		const deps = await sendingDeps(context, ledger, account, shop, toAnswer.length);
		for (const handled of toAnswer) {
			const result = await sendAnswer(handled, deps);
			if (result) results.set(handled, result);
		}
	}).catch((error: unknown) => {
		context.logger.error(
			`SMS Reply Trigger could not answer: ${error instanceof Error ? error.message : String(error)}`,
		);
	});
	let timer: NodeJS.Timeout | undefined;
	const patience = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, LONGEST_WAIT_MS);
	});
	await Promise.race([sending, patience]).finally(() => clearTimeout(timer));
	return new Map(results);
}

/** The workflow has the texts: a further try of the carrier is a repetition. */
async function confirm(
	context: IWebhookFunctions,
	texts: readonly HandedOn[],
	{ carrier }: CarrierAccount,
	shop: Shop,
): Promise<void> {
	try {
		await withLedger(shop.ledger, async (ledger) => {
			for (const { handled } of texts)
				await ledger.confirmReply({ shop: shop.profile.key, carrier: carrier.id, messageId: handled.reply.id });
		});
	} catch (error) {
		context.logger.warn(`SMS Reply Trigger: ${error instanceof Error ? error.message : String(error)}`);
	}
}
