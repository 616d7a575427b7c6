import { CarrierError } from '../domain/errors';
import { type CodeAttempt, type CodeOutcome } from '../ledger/consent';
import { sendClaimed, type SendingDeps, type SendResult, throughFallback } from './send-claimed';

/** What became of a code; of a right one also what became of the text that confirms the consent. */
export interface ConfirmedOptIn {
	readonly outcome: CodeOutcome;
	/** Undefined when no text was to be sent. The consent stands, whatever became of the text. */
	readonly confirmation?: SendResult | undefined;
}

/**
 * Checks a code that somebody typed in. The consent is on record before the text that confirms it is sent.
 */
export async function confirmOptIn(
	attempt: Omit<CodeAttempt, 'sendId'>,
	deps: SendingDeps,
): Promise<ConfirmedOptIn> {
	const outcome = await deps.ledger.confirmCode({ ...attempt, sendId: deps.newId() });
	if (outcome.outcome !== 'confirmed' || !outcome.confirmation) return { outcome };
	const { sendId, text, sender, carrier } = outcome.confirmation;
	const through = accountOf(carrier, deps);
	if (!through) {
		const error = new CarrierError(
			'bad-config',
			'The request was sent through another carrier, so the text that confirms it was not sent',
		);
		const settled = { status: 'failed', errorCode: error.code, message: error.message } as const;
		await deps.ledger.settleSend(sendId, settled, deps.now());
		return { outcome, confirmation: { error } };
	}
	return { outcome, confirmation: await sendClaimed(sendId, { to: attempt.phone, from: sender, text }, through) };
}

/** The carrier that the request went through. */
function accountOf(carrier: string, deps: SendingDeps): SendingDeps | undefined {
	const { fallback } = deps;
	if (carrier === deps.carrier.id) return deps;
	return carrier === fallback?.carrier.id ? throughFallback(deps, fallback) : undefined;
}
