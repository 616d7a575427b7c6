// What comes in, as the flows hand it to the ledger.
import {
	type AnswerProposal,
	type FoldedReceipt,
	type IncomingReceipt,
	type IncomingReply,
	type ReplyFacts,
	type ReplyNovelty,
	type ReplyReaction,
} from '../../lib/ledger/inbound';
import { type Ledger } from '../../lib/ledger/ledger';
import { claim, newId, NOW, refs, sighting } from './sightings';

export const PHONE = '+14155550123';
export const OTHER_PHONE = '+14155550177';

export const afterSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
export const afterHours = (hours: number) => afterSeconds(hours * 3600);

/** The customer of order 1001 writes; the rest as given. */
export const incomingReply = (more: Partial<IncomingReply> = {}): IncomingReply => ({
	shop: 'default',
	now: NOW,
	carrier: 'twilio',
	messageId: newId(),
	phone: PHONE,
	recipient: '+14155550100',
	text: 'Hello',
	...more,
});

export const reaction = (more: Partial<ReplyReaction> = {}): ReplyReaction => ({
	kind: 'other',
	rule: 'nothing matched',
	isHandedOn: true,
	...more,
});

export const answer = (more: Partial<AnswerProposal> = {}): AnswerProposal => ({
	sendId: newId(),
	answer: 'acknowledgement',
	to: PHONE,
	text: 'We have got your text.',
	language: 'en',
	encoding: 'GSM-7',
	segments: 1,
	carrier: 'twilio',
	sender: '+14155550100',
	...more,
});

/** Records a reply; `facts` is what the reaction was made in view of, undefined when none was asked for. */
export async function hear(
	ledger: Ledger,
	reply: Partial<IncomingReply> = {},
	reacted: Partial<ReplyReaction> = {},
): Promise<{ novelty: ReplyNovelty; facts: ReplyFacts | undefined }> {
	let facts: ReplyFacts | undefined;
	const novelty = await ledger.recordReply(incomingReply(reply), (found) => {
		facts = found;
		return reaction(reacted);
	});
	return { novelty, facts };
}

/** What is known of a customer: what a text of theirs would be judged by. */
export async function factsAbout(ledger: Ledger, reply: Partial<IncomingReply> = {}): Promise<ReplyFacts> {
	return (await hear(ledger, reply)).facts as ReplyFacts;
}

/** What the gate would be shown for a new text about an order. */
export const gateFacts = async (ledger: Ledger, number = '1001', phone = PHONE, shop = 'default') =>
	await ledger.lookUpEvent(sighting({ shop, refs: refs(number), details: { phone }, stage: 'delivered' }));

export const incomingReceipt = (more: Partial<IncomingReceipt> = {}): IncomingReceipt => ({
	shop: 'default',
	now: NOW,
	carrier: 'twilio',
	messageId: 'SM1',
	status: 'delivered',
	isFinal: true,
	...more,
});

export const report = async (ledger: Ledger, more: Partial<IncomingReceipt> = {}): Promise<FoldedReceipt> =>
	await ledger.recordReceipt(incomingReceipt(more));

/** Claims the text about an order's confirmation, and lets the carrier accept it unless its id is null. */
export async function sentText(
	ledger: Ledger,
	number = '1001',
	carrierMessageId: string | null = 'SM1',
	more: Parameters<typeof sighting>[0] = {},
): Promise<string> {
	const { sendId } = await claim(ledger, sighting({ refs: refs(number), ...more }), {
		to: more.details?.phone ?? PHONE,
	});
	if (carrierMessageId !== null)
		await ledger.settleSend(sendId as string, { status: 'accepted', carrierMessageId }, NOW);
	return sendId as string;
}

/** How the ledger shows the one text of an order. */
export const textOfOrder = async (ledger: Ledger, number = '1001') =>
	(await ledger.findOrders('default', number))[0]?.texts[0];
