import { type LookUpSent, type CarrierConfig, type SendReceipt } from '../carriers/carrier';
import { isCarrierError } from '../domain/errors';
import { type StuckText } from '../ledger/outbox';
import { type SendingDeps } from './send-claimed';

/** What is known now of a text of which nobody knew whether it had left. */
export type Settled = { readonly text: StuckText } & (
	/** The carrier has it. */
	| { readonly outcome: 'found'; readonly receipt: SendReceipt }
	/**
	 * Back in the outbox, where the gate is asked again; a text that was never there counts as not sent. `isSure`: the carrier does not
	 * have it; else the operator takes the risk of a duplicate.
	 */
	| { readonly outcome: 'resent'; readonly isSure: boolean }
	/** Looked at again then. */
	| { readonly outcome: 'held'; readonly until: Date }
	/** Nobody can tell. It is said once. */
	| { readonly outcome: 'needs-attention'; readonly reason: string }
);

export interface StuckSettings {
	readonly shop: string;
	/** What becomes of a text that nobody can tell of: it stays as it is, or is sent again at the risk of a duplicate. */
	readonly whenUnclear: 'hold' | 'resend';
	/** Nothing more is looked up after this moment. */
	readonly stopAt?: Date | undefined;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A run that claimed a text so long ago does not send it any more. */
const CLAIM_MS = 15 * MINUTE_MS;
/** So long a receipt may still come, or the carrier's list may still be asked, before anybody is bothered. */
const PATIENCE_MS = 2 * HOUR_MS;
const ASK_AGAIN_MS = 10 * MINUTE_MS;
/** After that the operator was told, the carrier's list is asked again now and then for a while. */
const ASK_ONCE_MORE_MS = 6 * HOUR_MS;
const ASK_FOR_MS = 3 * 24 * HOUR_MS;
const NEVER_MS = 365 * 24 * HOUR_MS;
/** Look-ups of one run, one after the other. */
const MOST = 100;
const LEASE_MS = 5 * MINUTE_MS;
/** Between the claim and the sending, and by clocks that differ. */
const MARGIN_MS = MINUTE_MS;

/**
 * Finds out what became of texts whose sending was broken off or whose answer was lost: asks the carrier where it has a list, else waits
 * for a receipt, else leaves it to the operator.
 *
 * @param onText is told what is known now of each.
 */
export async function settleStuck(
	settings: StuckSettings,
	deps: SendingDeps,
	onText: (settled: Settled) => void,
): Promise<void> {
	const { ledger, carrier, now, newId } = deps;
	const [leasedAt, leaseId] = [now(), newId()];
	const texts = await ledger.leaseStuck({
		shop: settings.shop,
		carrier: carrier.id,
		now: leasedAt,
		leaseId,
		until: new Date(leasedAt.getTime() + LEASE_MS),
		limit: MOST,
		claimedBefore: new Date(leasedAt.getTime() - CLAIM_MS),
	});
	if (texts.length === 0) return;
	const leaseEnd = new Date(leasedAt.getTime() + LEASE_MS - MINUTE_MS);
	const end = settings.stopAt && settings.stopAt < leaseEnd ? settings.stopAt : leaseEnd;
	/** By phone: what was found for one text is not another. */
	const found = new Map<string, string[]>();
	try {
		for (const text of texts) {
			if (now() >= end) break;
			const known = found.get(text.to) ?? [];
			const settled = await settle({ ...text, otherIds: [...text.otherIds, ...known] }, leaseId, settings, deps);
			if (settled.outcome === 'found') found.set(text.to, [...known, settled.receipt.id]);
			onText(settled);
		}
	} finally {
		await ledger.endLease(leaseId);
	}
}

async function settle(
	text: StuckText,
	leaseId: string,
	{ whenUnclear }: StuckSettings,
	deps: SendingDeps,
): Promise<Settled> {
	const { ledger, carrier, now } = deps;
	const { sendId } = text;
	const answer = carrier.lookUp ? await lookUp(text, carrier.lookUp, deps) : 'unclear';
	const at = now();
	if (typeof answer === 'object') {
		const { id: carrierMessageId, segments } = answer;
		await ledger.settleSend(sendId, { status: 'accepted', carrierMessageId, segments }, at);
		return { text, outcome: 'found', receipt: answer };
	}
	const age = at.getTime() - text.since.getTime();
	const isPatient = age < PATIENCE_MS;
	if (answer === 'absent' || (!isPatient && !text.wasShown && whenUnclear === 'resend')) {
		await ledger.resolveStuck({ sendId, leaseId }, { action: 'resend' }, at);
		return { text, outcome: 'resent', isSure: answer === 'absent' };
	}
	const isNews = !isPatient && !text.wasShown;
	const checkAgainAt = new Date(at.getTime() + pauseFor(age, carrier.lookUp !== undefined));
	await ledger.resolveStuck({ sendId, leaseId }, { action: 'hold', checkAgainAt, isShown: isNews || text.wasShown }, at);
	if (!isNews) return { text, outcome: 'held', until: checkAgainAt };
	return { text, outcome: 'needs-attention', reason: reasonFor(text, deps) };
}

async function lookUp(
	text: StuckText,
	ask: LookUpSent<CarrierConfig>,
	{ config, exchange, now }: SendingDeps,
): Promise<SendReceipt | 'absent' | 'unclear'> {
	const { to, sender: from, text: words, since, otherIds } = text;
	const sentAfter = new Date(since.getTime() - MARGIN_MS);
	const sentBefore = new Date(Math.min(since.getTime() + CLAIM_MS, now().getTime()));
	try {
		return (await ask({ to, from, text: words, sentAfter, sentBefore, otherIds }, config, exchange)) ?? 'absent';
	} catch (error) {
		if (isCarrierError(error)) return 'unclear';
		throw error;
	}
}

/** How long to wait for the next look. */
function pauseFor(age: number, canAsk: boolean): number {
	if (age < PATIENCE_MS) return canAsk ? Math.min(ASK_AGAIN_MS, PATIENCE_MS - age) : PATIENCE_MS - age;
	return canAsk && age < ASK_FOR_MS ? ASK_ONCE_MORE_MS : NEVER_MS;
}

function reasonFor({ status }: StuckText, { carrier, receiptUrl }: SendingDeps): string {
	const what =
		status === 'sending'
			? 'The run was stopped in the middle of sending this text'
			: `The answer of ${carrier.name} to this text was lost`;
	const tried = carrier.lookUp ? `and ${carrier.name}’s list of texts does not tell either` : 'and no receipt has come';
	const wayOut = receiptUrl ? '' : ' With an active SMS Delivery Trigger, receipts tell next time.';
	return `${what}, ${tried}, so it may have arrived or not. Look into the log of ${carrier.name}.${wayOut}`;
}
