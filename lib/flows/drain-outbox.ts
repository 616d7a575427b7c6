import { type SendReceipt } from '../carriers/carrier';
import { consentFor } from '../domain/consent/check';
import { CarrierError, mayHaveBeenSent } from '../domain/errors';
import { decide, type GateMessage, type GateRule } from '../domain/gate';
import { canTakeOver } from '../domain/sender-table';
import { type ShopProfile } from '../domain/shop-profile';
import { type DueDecision, type DueFacts, type OutboxText } from '../ledger/outbox';
import { type LaneJob, runInLanes } from './run-in-lanes';
import { dltOf, outcomeOf, type SendingDeps, type SendResult, type TakenOver, trySending } from './send-claimed';

/** What became of a text of the outbox. */
export type Drained = { readonly text: OutboxText; readonly takenOver?: TakenOver | undefined } & (
	| { readonly outcome: 'sent'; readonly receipt: SendReceipt }
	| { readonly outcome: 'failed'; readonly error: CarrierError }
	/** Nobody knows whether it left: it is looked up later. */
	| { readonly outcome: 'uncertain'; readonly error: CarrierError }
	| {
			readonly outcome: 'postponed';
			readonly until: Date;
			/** `bad-config`: the carrier did not take it, and perhaps takes none until the operator has mended something. */
			readonly rule: GateRule | 'throttled' | 'unavailable' | 'bad-config';
			readonly reason: string;
	  }
	| { readonly outcome: 'skipped'; readonly rule: GateRule; readonly reason: string }
);

export interface DrainSettings {
	readonly profile: ShopProfile;
	/** Only texts of this campaign; undefined: all. */
	readonly campaignId?: string | undefined;
	/** How many at once, of each sender. */
	readonly parallel: number;
	/** Nothing new is begun after this moment. */
	readonly stopAt?: Date | undefined;
	/** Most texts; undefined: until none is due. */
	readonly most?: number | undefined;
	/** Aborted by the operator: nothing new is begun. */
	readonly isStopped?: (() => boolean) | undefined;
}

/** Texts that are leased together, as far as they are begun within a minute; what a slow sender leaves of them is leased anew. */
const BATCH = 200;
const BATCH_MS = 60_000;
/** The last that was begun has waited for its slot and has been claimed by then. */
const LEASE_MS = 3 * 60_000;
const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MINUTES = 60;
/** A sender or a country that the account may not use is tried so often; then the text has failed. */
const MOST_CONFIG_TRIES = 5;
/** So many refusals in a row are not about their recipients. */
const MOST_REFUSALS = 3;

/** What has happened so far; the same for all that run side by side. */
interface Progress {
	/** Texts of which something became. */
	done: number;
	/** Refusals of the account or sender since the last text that the carrier took. */
	refusals: number;
	/** Nothing more is begun. */
	isOver: boolean;
	/** Why, where somebody has to do something about it. */
	error?: unknown;
}

/**
 * Sends what is due: leases texts batch by batch, waits for each one's slot, asks the gate at that moment, claims, sends, settles. Texts
 * to one phone leave in order. What the carrier was too busy for goes back to the outbox. Memory does not grow with the number of texts.
 *
 * @param onText is told what became of each.
 * @throws CarrierError where the account cannot send: nothing is lost, the texts wait. It comes last, when all that were begun have ended.
 */
export async function drainOutbox(
	settings: DrainSettings,
	deps: SendingDeps,
	onText: (drained: Drained) => void,
): Promise<void> {
	const { profile, campaignId, stopAt, isStopped, most = Number.POSITIVE_INFINITY } = settings;
	const { ledger, carrier, now, newId } = deps;
	const progress: Progress = { done: 0, refusals: 0, isOver: false };
	const isOver = (end = stopAt) => progress.isOver || isStopped?.() === true || (end !== undefined && now() >= end);
	while (!isOver() && progress.done < most) {
		const [leasedAt, leaseId, before] = [now(), newId(), progress.done];
		const texts = await ledger.leaseDue({
			shop: profile.key,
			carrier: carrier.id,
			campaignId,
			now: leasedAt,
			leaseId,
			until: new Date(leasedAt.getTime() + LEASE_MS),
			limit: Math.min(BATCH, most - before),
		});
		const batchEnd = new Date(leasedAt.getTime() + BATCH_MS);
		const slotOf = slotsOf(deps, () => isOver() || isOver(batchEnd));
		const run = async (text: OutboxText) => {
			if (!(await slotOf(text.sender))) return;
			const drained = await drainText(text, leaseId, deps, progress);
			if (!drained) return;
			progress.done++;
			onText(drained);
		};
		try {
			const jobs = jobsBySender(texts, (text) => run(text).catch((error: unknown) => stop(progress, error)));
			await Promise.all(jobs.map((own) => runInLanes(own, settings.parallel)));
		} finally {
			if (texts.length > 0) await ledger.endLease(leaseId);
		}
		if (progress.done === before) break; // none is due, or others have them
	}
	if (progress.error !== undefined) throw progress.error;
}

function stop(progress: Progress, error?: unknown): void {
	progress.isOver = true;
	progress.error ??= error;
}

/**
 * Slots of the senders, one asked for after the other: who drains beside us gets as many, and who ends has taken none in advance. False
 * when it is over before the slot has come.
 */
function slotsOf(deps: SendingDeps, isOver: () => boolean): (sender: string) => Promise<boolean> {
	const turns = new Map<string, Promise<boolean>>();
	const take = async (sender: string) => {
		if (!isOver()) await deps.paceOf?.(sender).slot();
		return !isOver();
	};
	return (sender) => {
		const turn = (turns.get(sender) ?? Promise.resolve(true)).then(() => take(sender));
		turns.set(sender, turn);
		return turn;
	};
}

/** A slow sender keeps no other waiting. Texts to one phone stay together, whoever they come from. */
function jobsBySender(texts: readonly OutboxText[], run: (text: OutboxText) => Promise<void>): LaneJob[][] {
	const senderOf = new Map<string, string>();
	const jobs = new Map<string, LaneJob[]>();
	for (const text of texts) {
		const sender = senderOf.get(text.to) ?? text.sender;
		senderOf.set(text.to, sender);
		const own = jobs.get(sender) ?? [];
		jobs.set(sender, own);
		own.push({ keys: [text.to], run: () => run(text) });
	}
	return [...jobs.values()];
}

/** One text, whose slot has come; undefined when it is somebody else's by now. */
async function drainText(
	text: OutboxText,
	leaseId: string,
	deps: SendingDeps,
	progress: Progress,
): Promise<Drained | undefined> {
	const { ledger } = deps;
	const { sendId, to, message, picture } = text;
	const ask = message ? await gateFor(message, text, deps) : (): DueDecision => ({ action: 'send' });
	const now = deps.now();
	const decision = await ledger.claimDue({ sendId, leaseId }, (due) => ask(due, now), now);
	if (decision === 'lost') return undefined;
	if (decision.action === 'skip') return { text, outcome: 'skipped', rule: decision.rule, reason: decision.reason };
	if (decision.action === 'wait') {
		const { until, rule, reason } = decision;
		return { text, outcome: 'postponed', until, rule, reason };
	}
	const result: SendResult = message
		? await trySending(sendId, { to, from: text.sender, text: text.text, picture, dlt: dltOf(to, message.dlt) }, depsFor(text, message, deps), { hasSlot: true })
		: { error: new CarrierError('bad-message', NO_MESSAGE) };
	const { error, takenOver } = result;
	if (!error) progress.refusals = 0;
	else if (isPutOff(error, text, progress)) return await putOff(text, error, deps);
	await ledger.settleSend(sendId, outcomeOf(result), deps.now());
	if (!error) return { text, outcome: 'sent', receipt: result.receipt, takenOver };
	return { text, outcome: mayHaveBeenSent(error.code) ? 'uncertain' : 'failed', error, takenOver };
}

/** An offer that says how to leave by a reply is not handed to a sender that nobody can reply to. */
function depsFor({ sender }: OutboxText, { purpose }: GateMessage, deps: SendingDeps): SendingDeps {
	const { fallback } = deps;
	if (!fallback || purpose === 'transactional' || canTakeOver(fallback.sender, sender)) return deps;
	return { ...deps, fallback: undefined };
}

const NO_MESSAGE = 'The outbox has this text without what the gate has to know of it; it was not sent';

/** The gate, to be asked inside the transaction that claims the text. */
async function gateFor(
	message: GateMessage,
	{ shop, to }: OutboxText,
	{ ledger, now }: SendingDeps,
): Promise<(due: DueFacts, now: Date) => DueDecision> {
	const scope = message.optOutScope ?? 'everything';
	if (message.purpose !== 'transactional') {
		const { purpose } = message;
		return (due, at) => {
			if (due.kind !== 'promotion') return decide(message, {}, at); // no consent is known, so it is skipped
			const { facts } = due;
			const answer = purpose === 'verification' ? undefined : consentFor(purpose, facts, scope, at);
			const consent = answer && { ...answer, isDouble: facts.isDouble };
			return decide(message, { ...facts, consent, birthday: facts.person?.birthday }, at);
		};
	}
	// who takes a consent back between this look and the claim is still kept from texts by the opt-out itself
	const [states] = message.hasOffer ? await ledger.consentFacts(shop, [to]) : [];
	const consent = states && consentFor('marketing', states, scope, now());
	return (due, at) => decide(message, { ...(due.kind === 'order' ? due.facts : {}), consent }, at);
}

/** Whether a text that was not taken is tried again later, and what its failure means for the others. */
function isPutOff(error: CarrierError, { tries }: OutboxText, progress: Progress): boolean {
	const { code, details } = error;
	if (code === 'throttled') return true;
	if (code === 'unavailable') {
		stop(progress); // four tries have shown that nobody is there
		return true;
	}
	const isAccount = details.httpStatus === 401 || (code === 'bad-config' && !isAboutOneText(error));
	if (code !== 'bad-config' && !isAccount) return false;
	progress.refusals++;
	if (isAccount || progress.refusals >= MOST_REFUSALS) stop(progress, error);
	return isAccount || tries < MOST_CONFIG_TRIES;
}

/** A sender or a country that is not switched on, rather than the account, its key or its address. */
const isAboutOneText = ({ details: { httpStatus } }: CarrierError) =>
	httpStatus !== undefined && ![401, 403, 404].includes(httpStatus);

async function putOff(text: OutboxText, error: CarrierError, { ledger, now }: SendingDeps): Promise<Drained> {
	const pause = Math.min(2 ** text.tries, LONGEST_PAUSE_MINUTES) * MINUTE_MS;
	const at = now();
	const until = new Date(at.getTime() + Math.max(pause, error.details.retryAfterMs ?? 0));
	await ledger.postponeSend(text.sendId, until, error.message, at);
	const rule = error.code === 'throttled' || error.code === 'unavailable' ? error.code : 'bad-config';
	return { text, outcome: 'postponed', until, rule, reason: error.message };
}
