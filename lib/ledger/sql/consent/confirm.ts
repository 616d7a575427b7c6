// Answers to requests: a code that is typed in, or a reply.
import { isSameDigest, MOST_TRIES } from '../../../domain/consent/codes';
import { type ConsentSource } from '../../../domain/consent/consent';
import { type ConsentEvidence } from '../../../domain/consent/event';
import { type RequestPurpose } from '../../../domain/consent/purpose';
import { type ClaimedConfirmation, type CodeAttempt, type CodeOutcome, type ConfirmationText, type RecordedConsent } from '../../consent';
import { type Keyring } from '../../keyring';
import { type OptInRequestsTable } from '../../schema-people';
import { type Db } from '../engine';
import { prepared } from '../prepared';
import { insertText } from '../sends';
import { type Occasion } from './append';
import { recordEntry } from './entries';
import { codeDigest } from './requests';

export type OpenRequest = OptInRequestsTable;

/** The latest request that can carry a code, whatever became of it. */
export async function confirmCode(db: Db, keyring: Keyring, attempt: CodeAttempt): Promise<CodeOutcome> {
	const { shop, phone, purpose, code, now, evidence, sendId } = attempt;
	const [request] = await latestWithCode(db, { shop, phone, purpose });
	if (!request || request.status === 'replaced') return { outcome: 'none' };
	if (request.status !== 'open') return { outcome: 'used' };
	const tried = await tryCode(db, keyring, request, code, now);
	if (tried !== 'right') return tried;
	const entry = { source: 'code', evidence } as const;
	const recorded = await answerRequest(db, keyring, { shop, now }, request, entry);
	if (recorded.rule) return { outcome: 'refused', rule: recorded.rule, reason: recorded.reason ?? '' };
	const confirmation = await claimConfirmation(db, { shop, now }, request, sendId);
	return { outcome: 'confirmed', requestId: request.id, source: request.source as ConsentSource, confirmation };
}

/** Counts a wrong code. The answer never tells more than that it was wrong. */
export async function tryCode(
	db: Db,
	keyring: Keyring,
	request: OpenRequest,
	code: string,
	now: Date,
): Promise<'right' | Exclude<CodeOutcome, { outcome: 'confirmed' | 'refused' }>> {
	if (request.code_digest === null) return { outcome: 'none' };
	if (request.tries >= MOST_TRIES) return { outcome: 'locked' };
	if (now.getTime() >= (request.code_expires_at ?? 0)) return { outcome: 'expired' };
	if (isSameDigest(codeDigest(keyring, request.id, code), request.code_digest)) return 'right';
	await countTry(db, { id: request.id });
	const triesLeft = MOST_TRIES - request.tries - 1;
	return triesLeft > 0 ? { outcome: 'wrong', triesLeft } : { outcome: 'locked' };
}

/** Closes the request with a yes and records the consent; where that cannot be given any more, says why. */
export async function answerRequest(
	db: Db,
	keyring: Keyring,
	{ shop, now }: Occasion,
	request: OpenRequest,
	{ source, evidence }: { source: 'code' | 'reply'; evidence: ConsentEvidence },
): Promise<RecordedConsent> {
	const { id, phone, language, send_id } = request;
	const purpose = request.purpose as RequestPurpose;
	if (purpose === 'verification') {
		await closeRequest(db, { id, status: 'confirmed', closed_at: now.getTime() });
		await markVerified(db, { shop, phone, verified_at: now.getTime() });
		return { status: 'confirmed', isRecorded: true };
	}
	const [asked] = await wordsOfSend(db, { id: send_id });
	const recorded = await recordEntry(db, keyring, { shop, now }, {
		phone,
		purpose,
		action: 'confirm',
		source,
		actor: 'customer',
		givenAt: now,
		wording: asked?.text,
		language: language ?? undefined,
		evidence: { ...evidence, carrier: request.carrier, sender: request.sender, requestId: id },
	});
	if (!recorded.rule) {
		await closeRequest(db, { id, status: 'confirmed', closed_at: now.getTime() });
		await markVerified(db, { shop, phone, verified_at: now.getTime() }); // whoever answers has the phone
	}
	return recorded;
}

/** Claims the text that confirms the consent. Undefined when there is none. */
export async function claimConfirmation(
	db: Db,
	{ shop, now }: Occasion,
	request: OpenRequest,
	sendId: string,
): Promise<ClaimedConfirmation | undefined> {
	const text = confirmationOf(request);
	if (!text) return undefined;
	const { carrier, sender, phone: to } = request;
	await insertText(db, {
		shop,
		now,
		dedupeKey: `opt-in-confirmation/${request.id}`,
		text: { ...text, sendId, purpose: 'opt-in', to, carrier, sender },
	});
	return { ...text, sendId, carrier, sender };
}

export const confirmationOf = ({ confirmation }: OpenRequest): ConfirmationText | undefined =>
	confirmation === null ? undefined : (JSON.parse(confirmation) as ConfirmationText);

/**
 * Requests that wait for a reply to the number that they came from, the latest first. One whose person has opted out since
 * waits for nothing.
 */
export const requestsAwaitingReply = prepared(
	(db, { shop, phone, sender, now }: { shop: string; phone: string; sender: string; now: number }) =>
		db
			.selectFrom('opt_in_requests')
			.innerJoin('consents', (join) =>
				join
					.onRef('consents.shop', '=', 'opt_in_requests.shop')
					.onRef('consents.phone', '=', 'opt_in_requests.phone')
					.onRef('consents.purpose', '=', 'opt_in_requests.purpose'),
			)
			.selectAll('opt_in_requests')
			.where('opt_in_requests.shop', '=', shop)
			.where('opt_in_requests.phone', '=', phone)
			.where('opt_in_requests.status', '=', 'open')
			.where('consents.status', '=', 'pending')
			.where('opt_in_requests.expires_at', '>', now)
			// the replies to a Messaging Service come to one of its numbers
			.where((eb) => eb.or([eb('sender', '=', sender), eb('sender', 'like', 'MG%')]))
			.orderBy('opt_in_requests.asked_at', 'desc'),
);

const latestWithCode = prepared((db, { shop, phone, purpose }: { shop: string; phone: string; purpose: string }) =>
	db
		.selectFrom('opt_in_requests')
		.selectAll()
		.where('shop', '=', shop)
		.where('phone', '=', phone)
		.where('purpose', '=', purpose)
		.where('code_digest', 'is not', null)
		.orderBy('asked_at', 'desc')
		.limit(1),
);

const countTry = prepared((db, { id }: { id: string }) =>
	db
		.updateTable('opt_in_requests')
		.set((eb) => ({ tries: eb('tries', '+', 1) }))
		.where('id', '=', id),
);

export const closeRequest = prepared((db, { id, status, closed_at }: { id: string; status: string; closed_at: number }) =>
	db.updateTable('opt_in_requests').set({ status, closed_at }).where('id', '=', id),
);

const markVerified = prepared((db, values: { shop: string; phone: string; verified_at: number }) =>
	db
		.updateTable('contact_phones')
		.set({ verified_at: values.verified_at })
		.where('shop', '=', values.shop)
		.where('phone', '=', values.phone),
);

const wordsOfSend = prepared((db, { id }: { id: string }) => db.selectFrom('sends').select('text').where('id', '=', id));
