// People who are asked for their consent, as the flows hand it to the ledger.
import { type ConsentAction } from '../../lib/domain/consent/consent';
import { decideRequest, DEFAULT_LIMITS } from '../../lib/domain/consent/request';
import { readPhone } from '../../lib/domain/phone';
import {
	type ClaimRequestFacts,
	type CodeAttempt,
	type CodeOutcome,
	type ConsentEntry,
	type ConsentFacts,
	type RecordedConsent,
	type RequestProposal,
	type RequestWish,
} from '../../lib/ledger/consent';
import { type Ledger } from '../../lib/ledger/ledger';
import { PHONE } from './inbound-fixtures';
import { newId, NOW } from './sightings';

export const CODE = '204816';
export const SENDER = '+14155550100';
export const WORDING = 'Acme: Reply YES to get our offers by SMS. STOP to end.';

export const entry = (more: Partial<ConsentEntry> = {}): ConsentEntry => ({
	phone: PHONE,
	purpose: 'marketing',
	action: 'record',
	source: 'checkout',
	actor: 'customer',
	givenAt: NOW,
	wording: 'Yes, text me offers.',
	language: 'en',
	evidence: { formUrl: 'https://acme.example/checkout', ip: '192.0.2.7' },
	...more,
});

/** Records one entry at the time it was given, unless another is named. */
export const record = async (ledger: Ledger, more: Partial<ConsentEntry> = {}, now?: Date): Promise<RecordedConsent> => {
	const one = entry(more);
	return (await ledger.recordConsents('default', [one], now ?? one.givenAt))[0] as RecordedConsent;
};

export interface Asking {
	readonly wish?: Partial<RequestWish>;
	readonly proposal?: Partial<RequestProposal>;
	readonly action?: 'request' | 'remind';
	readonly source?: ConsentEntry['source'];
	readonly sender?: string;
	/** The carrier did not take the text. */
	readonly isFailing?: boolean;
	/** Nobody hears of the text again. */
	readonly isLost?: boolean;
}

export interface Asked {
	readonly facts: ClaimRequestFacts;
	readonly requestId: string | null;
	readonly rule?: string | undefined;
}

/** Asks as the flow does it: where the domain has no objection. The code is {@link CODE}. */
export async function ask(ledger: Ledger, { wish, proposal, action = 'request', source = 'form', sender = SENDER, isFailing, isLost }: Asking = {}): Promise<Asked> {
	const now = wish?.now ?? NOW;
	const phone = wish?.phone ?? PHONE;
	const purpose = wish?.purpose ?? 'marketing';
	const sendId = newId();
	let asked: Asked | undefined;
	await ledger.claimRequest({ shop: 'default', phone, purpose, country: 'US', now, ...wish }, (facts) => {
		const message = { purpose, action, source, givenAt: now, now, phone: readPhone(phone), limits: DEFAULT_LIMITS };
		const decision = decideRequest(message, facts);
		if (decision.action === 'skip') {
			asked = { facts, requestId: null, rule: decision.rule };
			return null;
		}
		const requestId = newId();
		asked = { facts, requestId };
		return {
			requestId,
			proof: 'both',
			code: CODE,
			codeExpiresAt: new Date(now.getTime() + 10 * 60_000),
			expiresAt: facts.state.expiresAt ?? new Date(now.getTime() + 24 * 3_600_000),
			confirmation: { text: 'Acme: Welcome!', language: 'en', encoding: 'GSM-7', segments: 1 },
			source,
			entry: { action, source, actor: 'operator', givenAt: now, wording: WORDING, language: 'en', evidence: {} },
			send: {
				purpose: purpose === 'verification' ? 'verification' : 'opt-in',
				sendId,
				to: phone,
				text: WORDING,
				language: 'en',
				encoding: 'GSM-7',
				segments: 1,
				carrier: 'twilio',
				sender,
			},
			...proposal,
		};
	});
	const done = asked as Asked;
	if (isLost) return done;
	if (done.requestId !== null && isFailing)
		await ledger.settleSend(sendId, { status: 'failed', errorCode: 'unavailable', message: 'not reached' }, now);
	else if (done.requestId !== null)
		await ledger.settleSend(sendId, { status: 'accepted', carrierMessageId: newId() }, now);
	return done;
}

export const typeCode = async (ledger: Ledger, more: Partial<CodeAttempt> = {}): Promise<CodeOutcome> =>
	await ledger.confirmCode({
		shop: 'default',
		phone: PHONE,
		purpose: 'marketing',
		code: CODE,
		now: NOW,
		evidence: {},
		sendId: newId(),
		...more,
	});

export const consentOf = async (ledger: Ledger, phone = PHONE, shop = 'default'): Promise<ConsentFacts> =>
	(await ledger.consentFacts(shop, [phone]))[0] as ConsentFacts;

/** Does what leads from one state to another, whether or not it is allowed. */
export async function act(ledger: Ledger, action: ConsentAction, now: Date): Promise<{ isRecorded: boolean; rule?: string | undefined }> {
	if (action === 'request' || action === 'remind') {
		const asked = await ask(ledger, { action, wish: { now } });
		return { isRecorded: asked.requestId !== null, rule: asked.rule };
	}
	return await record(ledger, { action, givenAt: now }, now);
}
