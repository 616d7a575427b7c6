// What a reply does to consent.
import { codeIn } from '../../../domain/consent/codes';
import { type AskedPurpose } from '../../../domain/consent/consent';
import { type ClaimRequestFacts } from '../../consent';
import { type AwaitingRequest, type IncomingReply, type ReplyReaction } from '../../inbound';
import { type Keyring } from '../../keyring';
import { EVERY_SHOP, insertOrderOptOut } from '../contacts';
import { type Db } from '../engine';
import { answerRequest, closeRequest, confirmationOf, type OpenRequest, requestsAwaitingReply, tryCode } from './confirm';
import { liftOptOut, optOutOfAll, recordEntry, resumeAll } from './entries';
import { requestFacts, writeRequest } from './requests';

/** The request that this reply may answer; of several the latest. */
export async function awaitingRequest(
	db: Db,
	keyring: Keyring,
	{ shop, phone, recipient, text, now }: IncomingReply,
): Promise<AwaitingRequest | undefined> {
	const [request] = await requestsAwaitingReply(db, { shop, phone, sender: recipient, now: now.getTime() });
	if (!request) return undefined;
	const code = codeIn(text);
	return {
		id: request.id,
		purpose: request.purpose as AskedPurpose,
		proof: request.proof as AwaitingRequest['proof'],
		hasCode: code !== undefined && (await tryCode(db, keyring, request, code, now)) === 'right',
		language: request.language ?? undefined,
		confirmation: confirmationOf(request),
	};
}

const wishOf = ({ shop, phone, now }: IncomingReply, { purpose, country }: NonNullable<IncomingReply['join']>) => ({
	shop,
	phone,
	purpose,
	country,
	now,
});

/** All that counts for somebody who signs up with a word; undefined for every other reply. */
export const joinFacts = async (db: Db, keyring: Keyring, reply: IncomingReply) =>
	reply.join && (await requestFacts(db, keyring, wishOf(reply, reply.join)));

/**
 * Writes down what the reply says of consent.
 *
 * @param joining what the request was decided in view of, where they sign up with a word.
 */
export async function changeConsent(
	db: Db,
	keyring: Keyring,
	reply: IncomingReply,
	{ optOut, optIn, optInAnswer, request }: ReplyReaction,
	joining: ClaimRequestFacts | undefined,
): Promise<void> {
	const { shop, phone, now, messageId, carrier, recipient, text } = reply;
	const evidence = { messageId, carrier, sender: recipient, reply: text.slice(0, LONGEST_QUOTE) };
	const entry = { phone, source: 'reply', actor: 'customer', givenAt: now, evidence } as const;
	// a carrier that blocks the number knows of no orders
	if (optOut?.orderId && !optOut.byCarrier)
		await insertOrderOptOut(db, { order_id: optOut.orderId, phone, at: now.getTime() });
	else if (optOut) await optOutOfAll(db, keyring, { shop, now }, entry, optOut.byCarrier);
	if (optIn?.byCarrier) await liftOptOut(db, keyring, EVERY_SHOP, phone);
	if (optIn) await resumeAll(db, keyring, { shop, now }, entry);
	if (optInAnswer) {
		const [open] = await requestsAwaitingReply(db, { shop, phone, sender: recipient, now: now.getTime() });
		if (open?.id === optInAnswer.requestId) await takeAnswer(db, keyring, reply, open, optInAnswer.isYes, evidence);
	}
	if (request && reply.join && joining)
		await writeRequest(db, keyring, wishOf(reply, reply.join), joining.state, request);
}

/** How much of a text is kept as evidence. */
const LONGEST_QUOTE = 160;

async function takeAnswer(
	db: Db,
	keyring: Keyring,
	{ shop, now, phone }: IncomingReply,
	open: OpenRequest,
	isYes: boolean,
	evidence: { messageId: string; carrier: string; sender: string; reply: string },
) {
	if (isYes) {
		// a code that was texted back is nobody's to read in a proof
		const quote = open.code_digest === null ? evidence.reply : evidence.reply.replace(/\d(?:[\s\-–.]?\d){5}/g, '******');
		await answerRequest(db, keyring, { shop, now }, open, { source: 'reply', evidence: { ...evidence, reply: quote } });
		return;
	}
	await closeRequest(db, { id: open.id, status: 'declined', closed_at: now.getTime() });
	const purpose = open.purpose as AskedPurpose;
	await recordEntry(db, keyring, { shop, now }, { phone, purpose, action: 'decline', source: 'reply', actor: 'customer', givenAt: now, evidence });
}
