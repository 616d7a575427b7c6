import { type SendReceipt } from '../carriers/carrier';
import { CODE_MINUTES, HIDDEN_CODE, newCode } from '../domain/consent/codes';
import { type OptInTextName, type OptInTextSettings, composeOptIn } from '../domain/consent/compose-opt-in';
import { type AskedPurpose, type ConsentSource } from '../domain/consent/consent';
import { type ConsentEvidence } from '../domain/consent/event';
import { type RequestPurpose } from '../domain/consent/purpose';
import { decideRequest, type RequestLimits } from '../domain/consent/request';
import { type ComposedText } from '../domain/compose';
import { CarrierError, DomainError, isCarrierError } from '../domain/errors';
import { type Phone } from '../domain/phone';
import { type ClaimRequestFacts, type RequestProposal, type RequestWish } from '../ledger/consent';
import { type AgeGate, objectionToAge, objectionToHour, type SkippedRequest } from './request-objections';
import { sendClaimed, type SendingDeps, type TakenOver } from './send-claimed';

/** What the operator set for asking one person. */
export interface OptInSettings extends Omit<OptInTextSettings, 'purpose' | 'country' | 'validMinutes'> {
	readonly purpose: RequestPurpose;
	/** `remind` repeats a request that waits, once. */
	readonly action: 'request' | 'remind';
	/** How they signed up. */
	readonly source: ConsentSource;
	/** When they did. */
	readonly givenAt: Date;
	readonly limits: RequestLimits;
	/** How long an answer is waited for. */
	readonly expiresAfterHours: number;
	/** Whether a text confirms their yes, as carriers want it. */
	readonly isConfirmed: boolean;
	/** Undefined: no age is asked. */
	readonly ageGate?: AgeGate | undefined;
	readonly evidence: ConsentEvidence;
	readonly sender: string;
}

/** What became of a request. The text has its code hidden. */
export type RequestedOptIn =
	| { readonly skip: SkippedRequest; readonly text?: undefined }
	| {
			readonly skip?: undefined;
			readonly text: ComposedText;
			readonly requestId: string;
			readonly expiresAt: Date;
			/** The carrier took it. */
			readonly receipt?: SendReceipt | undefined;
			/** The carrier did not, or nobody knows. */
			readonly error?: CarrierError | undefined;
			readonly takenOver?: TakenOver | undefined;
	  };

export interface RequestingDeps extends SendingDeps {
	/** A whole number from 0 up to, not including, its argument; from a generator that cannot be predicted. */
	randomInt(below: number): number;
}

/**
 * Asks one person for consent, or sends them a code that checks their phone. When this returns without a skip, it is on record
 * that they were asked.
 *
 * @throws DomainError for a text that cannot be written; nothing is recorded or sent then.
 */
export async function requestOptIn(
	phone: Phone,
	settings: OptInSettings,
	deps: RequestingDeps,
): Promise<RequestedOptIn> {
	if (!phone.e164) {
		const decision = decideRequest(messageOf(phone, settings, deps.now()), NOTHING_KNOWN);
		if (decision.action === 'skip') return { skip: decision };
	}
	const hasCode = settings.purpose === 'verification' || settings.proof !== 'reply';
	const code = hasCode ? newCode((below) => deps.randomInt(below)) : undefined;
	const plan = planRequest(phone, settings, deps, code);
	let failure: unknown;
	await deps.ledger.claimRequest(plan.wish, (facts) => {
		failure = undefined;
		try {
			return plan.decide(facts);
		} catch (error) {
			failure = error;
			return null;
		}
	});
	if (failure !== undefined) throw failure;
	const { outcome } = plan;
	if (!outcome.proposal) return { skip: outcome.skip };
	const { requestId, expiresAt, send } = outcome.proposal;
	const sent = { to: send.to, from: send.sender, text: outcome.text.text };
	const result = await sendClaimed(send.sendId, sent, code ? hidingDeps(code, deps) : deps);
	return { text: outcome.hidden, requestId, expiresAt, ...result };
}

const hidingDeps = (code: string, deps: SendingDeps): SendingDeps => ({
	...deps,
	carrier: hiding(code, deps.carrier),
	fallback: deps.fallback && { ...deps.fallback, carrier: hiding(code, deps.fallback.carrier) },
});

/** A carrier that refuses a text may quote it; its words go into errors and the message log. */
function hiding(code: string, carrier: SendingDeps['carrier']): SendingDeps['carrier'] {
	const hide = (text: string) => text.replaceAll(code, HIDDEN_CODE);
	return {
		...carrier,
		parseSend(...answer) {
			try {
				return carrier.parseSend(...answer);
			} catch (error) {
				if (!isCarrierError(error)) throw error;
				const { carrierMessage } = error.details;
				throw new CarrierError(error.code, hide(error.message), {
					...error.details,
					...(carrierMessage ? { carrierMessage: hide(carrierMessage) } : {}),
				});
			}
		},
	};
}

const NOTHING_KNOWN = {
	state: { status: 'none', reminders: 0 },
	lastRequestFailed: false,
	counts: {
		phone10Minutes: 0,
		phoneHour: 0,
		phoneDay: 0,
		prefixHour: 0,
		countryHour: 0,
		countryHourConfirmed: 0,
		ipHour: 0,
	},
} as const satisfies ClaimRequestFacts;

type Outcome =
	| { readonly skip: SkippedRequest; readonly proposal?: undefined }
	| {
			readonly skip?: undefined;
			readonly proposal: RequestProposal;
			readonly text: ComposedText;
			readonly hidden: ComposedText;
	  };

export interface RequestPlan {
	readonly wish: RequestWish;
	/** Pure. @throws DomainError for a text that cannot be written. */
	decide(facts: ClaimRequestFacts): RequestProposal | null;
	/** Of the last decision. */
	readonly outcome: Outcome;
}

/**
 * What is decided within the ledger's transaction; a keyword in a reply is decided by the same rules.
 *
 * @param code undefined where only a word in reply is the proof.
 */
export function planRequest(
	phone: Phone,
	settings: OptInSettings,
	deps: Pick<SendingDeps, 'carrier' | 'newId' | 'now'>,
	code: string | undefined,
): RequestPlan {
	const now = deps.now();
	const to = phone.e164 as string;
	const { purpose, proof, evidence } = settings;
	const [requestId, sendId] = [deps.newId(), deps.newId()];
	let outcome: Outcome | undefined;

	const decide = (facts: ClaimRequestFacts): RequestProposal | null => {
		const decision = decideRequest(messageOf(phone, settings, now), facts);
		const skip =
			decision.action === 'skip'
				? { rule: decision.rule, reason: decision.reason }
				: (objectionToAge(phone, settings, facts, now) ?? objectionToHour(phone, settings, now));
		if (skip) {
			outcome = { skip };
			return null;
		}
		const compose = textsFor(phone, settings, facts);
		const asking = NAMES[purpose === 'verification' ? 'verification' : settings.action];
		const text = compose(asking, code);
		const hidden = compose(asking, code && HIDDEN_CODE);
		const { language, encoding, segments } = text;
		const codeExpiresAt = code ? new Date(now.getTime() + CODE_MINUTES * 60_000) : undefined;
		const isRemind = settings.action === 'remind' && facts.state.expiresAt !== undefined;
		const proposal: RequestProposal = {
			requestId,
			proof: purpose === 'verification' ? 'code' : proof,
			code,
			codeExpiresAt,
			expiresAt:
				purpose === 'verification'
					? (codeExpiresAt as Date)
					: isRemind
						? (facts.state.expiresAt as Date)
						: new Date(now.getTime() + settings.expiresAfterHours * 3_600_000),
			confirmation: purpose !== 'verification' && settings.isConfirmed ? confirmationOf(compose) : undefined,
			source: settings.source,
			entry: {
				action: settings.action,
				source: settings.source,
				actor: 'operator',
				givenAt: now,
				wording: hidden.text,
				language,
				evidence: {
					...evidence,
					age: ageEvidence(settings),
					requestId,
					sender: settings.sender,
					carrier: deps.carrier.id,
				},
			},
			send: {
				purpose: purpose === 'verification' ? 'verification' : 'opt-in',
				sendId,
				to,
				text: hidden.text,
				language,
				encoding,
				segments,
				carrier: deps.carrier.id,
				sender: settings.sender,
			},
		};
		outcome = { proposal, text, hidden };
		return proposal;
	};
	return {
		wish: { shop: settings.profile.key, phone: to, purpose, country: phone.country, ip: evidence.ip, now },
		decide,
		get outcome() {
			if (!outcome) throw new Error('Nothing was decided yet');
			return outcome;
		},
	};
}

const NAMES: Readonly<Record<'request' | 'remind' | 'verification', OptInTextName>> = {
	request: 'request',
	remind: 'reminder',
	verification: 'phoneCheck',
};

const messageOf = (phone: Phone, { purpose, action, source, givenAt, limits }: OptInSettings, now: Date) => ({
	purpose,
	action,
	source,
	givenAt,
	now,
	phone,
	limits,
});

/** What is kept of it: not the birthday, only that the operator's gate was passed. */
const ageEvidence = ({ ageGate }: OptInSettings): string | undefined =>
	ageGate && (ageGate.leastAge ? `at least ${ageGate.leastAge}` : 'of the age that the country asks for');

type Compose = (name: OptInTextName, code?: string) => ComposedText;

function textsFor(phone: Phone, settings: OptInSettings, { person }: ClaimRequestFacts): Compose {
	const purpose: AskedPurpose = settings.purpose === 'verification' ? 'marketing' : settings.purpose;
	const language = settings.language ?? person?.language;
	const texts = { ...settings, purpose, language, country: phone.country, validMinutes: CODE_MINUTES };
	if (!settings.profile.brand && settings.purpose !== 'verification')
		throw new DomainError(
			'missing-setting',
			'Nobody can consent to texts of a shop without a name: Brand is empty',
			'Fill in Brand in the credential "Commerce SMS: Shop API" or under Options.',
		);
	return (name, code) => {
		const composed = composeOptIn(name, code, texts);
		if (code === undefined && composed.missing.includes('one_time_code'))
			throw new DomainError(
				'bad-template',
				'The text has {one_time_code}, but the request is answered by a word',
				'Take {one_time_code} out of the text, or set Proof to Code or Both.',
			);
		return composed;
	};
}

function confirmationOf(compose: Compose) {
	const { text, language, encoding, segments } = compose('confirmation');
	return { text, language, encoding, segments };
}
