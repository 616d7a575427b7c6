// A customer types a text: it reaches the number's workflow as a signed webhook, and what came of it is noted on the text.
import { countSegments } from '../lib/domain/segments';
import { carrierOfNumber } from './accounts';
import { isE164, type CarrierTwin } from './carrier';
import { sendByItself } from './lifecycle';
import { type Keyword } from './opt-outs';
import { type SandboxMessage } from './store';
import { noUrl, pendingReport, type WebhookReport } from './webhooks';
import { type World } from './world';

export interface Reply {
	/** The customer's phone. */
	readonly phone: string;
	readonly text: string;
	/** The number it goes to; left out, the number that texted this phone last. */
	readonly to?: string;
	readonly media?: readonly string[];
	/** Signs the webhook with a stranger's key, to see whether the workflow notices. */
	readonly forged?: boolean;
}

export interface ReplyResult {
	readonly message: SandboxMessage;
	/** What the workflow's webhook made of it. */
	readonly webhook: WebhookReport;
}

/** Why a reply cannot be sent, in plain words. */
export class ReplyRefused extends Error {}

/** Sends a customer's text and waits for the workflow's answer; throws `ReplyRefused` when there is nobody to send it to. */
export async function sendReply(world: World, reply: Reply): Promise<ReplyResult> {
	const phone = reply.phone.replace(/[^\d+]/g, '');
	if (!isE164(phone)) throw new ReplyRefused(`${reply.phone} is not a phone number like +14155550123.`);
	const media = reply.media ?? [];
	if (reply.text.trim() === '' && media.length === 0) throw new ReplyRefused('Type a text first.');
	const sender = reply.to ?? lastNumberThatTexted(world, phone);
	if (sender === null) throw new ReplyRefused(`No number has texted ${phone} yet, so say which one the text goes to.`);
	const carrier = carrierOfNumber(sender);
	if (carrier === null) {
		throw new ReplyRefused(`${sender} cannot receive texts: it is not one of the sandbox's own numbers.`);
	}
	const twin = world.twins[carrier];

	const message = addInbound(world, twin, { phone, sender, text: reply.text, media });
	const keyword = world.optOuts.enabled(carrier) ? twin.keywordIn(reply.text) : null;
	if (keyword) applyKeyword(world, twin, message, keyword);
	return callWorkflow(world, twin, message, { keyword, forged: reply.forged ?? false });
}

/** The number that texted this phone last; names in place of numbers cannot be answered. */
function lastNumberThatTexted({ store }: World, phone: string): string | null {
	for (const message of store.newestFirst()) {
		if (message.phone === phone && carrierOfNumber(message.sender) !== null) return message.sender;
	}
	return null;
}

function addInbound(
	{ store }: World,
	twin: CarrierTwin,
	inbound: { phone: string; sender: string; text: string; media: readonly string[] },
): SandboxMessage {
	const { encoding, segments } = countSegments(inbound.text);
	const pool = twin.poolOf(inbound.sender);
	return store.add({
		...inbound,
		id: twin.newMessageId({ ...inbound, pool, receiptUrls: [], sendAt: null }),
		carrier: twin.id,
		direction: 'inbound',
		origin: 'customer',
		pool,
		encoding,
		segments,
		status: 'received',
		receiptUrls: [],
	});
}

/** What a carrier that handles keywords by itself does: block or open, and answer the customer. */
function applyKeyword(world: World, twin: CarrierTwin, { phone, sender }: SandboxMessage, keyword: Keyword): void {
	const scope = twin.optOutScope(sender);
	if (keyword === 'STOP') world.optOuts.block(scope, phone);
	if (keyword === 'START') world.optOuts.open(scope, phone);
	world.changed();
	sendByItself(world, twin, { phone, sender, text: twin.keywordAnswer(keyword), origin: 'carrier' });
}

async function callWorkflow(
	world: World,
	twin: CarrierTwin,
	message: SandboxMessage,
	options: { keyword: Keyword | null; forged: boolean },
): Promise<ReplyResult> {
	const { run, store, webhooks } = world;
	const note = (webhook: WebhookReport): ReplyResult => ({
		message: store.update(message.id, { webhook }) ?? { ...message, webhook },
		webhook,
	});
	const call = twin.inbound(message, options);
	if (!call) {
		return note(noUrl(`No inbound URL is set for ${message.sender}, so no workflow was told.`));
	}

	run.begin();
	note(pendingReport(call.urls[0] ?? null));
	const { report, contentType, body } = await webhooks.deliver(call);
	run.counters[report.outcome === 'accepted' ? 'repliesDelivered' : 'repliesFailed']++;
	if (report.outcome === 'accepted' && run === world.run) {
		for (const text of twin.repliesIn(contentType, body)) {
			sendByItself(world, twin, { phone: message.phone, sender: message.sender, text, origin: 'webhook-answer' });
		}
	}
	run.end();
	return note(report);
}
