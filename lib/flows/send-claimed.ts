import { type Carrier, type CarrierConfig, type OutboundSms, type SendReceipt } from '../carriers/carrier';
import { CarrierError, type CarrierErrorCode, isCarrierError, mayHaveBeenSent } from '../domain/errors';
import { type DltRegistration } from '../domain/gate';
import { waitBeforeRetry } from '../domain/retry';
import { type Ledger, type SendOutcome } from '../ledger/ledger';

import { type WireRequest, type WireResponse } from '../wire';
import { type Pace } from './pace';

/** The world, as far as a text needs it. */
export interface SendingDeps {
	readonly ledger: Ledger;
	readonly carrier: Carrier<CarrierConfig>;
	readonly config: CarrierConfig;
	/** Where the carrier is to report what becomes of the texts; undefined when nobody listens. */
	readonly receiptUrl?: string | undefined;
	/** The speed of a sender, shared by everything that sends from it in this process; none where the carrier's own queue is enough. */
	readonly paceOf?: ((sender: string) => Pace) | undefined;
	/** Does one HTTP exchange. @throws CarrierError `unavailable` when the request provably did not leave, `outcome-unknown` else. */
	exchange(request: WireRequest): Promise<WireResponse>;
	/** Takes over what the carrier provably did not take, because it cannot be reached or is too busy. */
	readonly fallback?: FallbackCarrier | undefined;
	wait(milliseconds: number): Promise<void>;
	newId(): string;
	/** 0 to 1. */
	chance(): number;
	now(): Date;
}

/** A second account of the operator's, at another carrier. */
export interface FallbackCarrier extends Pick<SendingDeps, 'carrier' | 'config' | 'receiptUrl' | 'paceOf' | 'exchange'> {
	/** Who its texts come from. */
	readonly sender: string;
	/** Since when the first carrier cannot be reached, so that not every text waits for it; the same for all texts of a run. */
	readonly outage: { error?: CarrierError; since?: Date };
}

/** Another carrier than the one it was claimed for took a text, or may have taken it. */
export interface TakenOver {
	readonly carrier: string;
	readonly sender: string;
	/** Why not the first. */
	readonly reason: string;
	/** It sends no pictures, so the text went without its. */
	readonly withoutPicture?: true | undefined;
}

export type SendResult = (
	| { readonly receipt: SendReceipt; readonly error?: undefined }
	| { readonly error: CarrierError; readonly receipt?: undefined }
) & { readonly takenOver?: TakenOver | undefined };

/**
 * Sends a text that the ledger has claimed, and records how it ended. When the process dies in between, the claim stays and
 * the text is not sent a second time.
 */
export async function sendClaimed(sendId: string, message: ClaimedSms, deps: SendingDeps): Promise<SendResult> {
	const result = await trySending(sendId, message, deps);
	await deps.ledger.settleSend(sendId, outcomeOf(result), deps.now());
	return result;
}

export interface ClaimedSms extends Omit<OutboundSms, 'receiptUrl' | 'ref' | 'mediaUrls'> {
	/** Address of a picture; it stays away where the carrier sends none. */
	readonly picture?: string | undefined;
}

/** A claim that is 15 minutes old counts as broken off, and its text may be looked up and sent again: no try begins then. */
const LATEST_TRY_MS = 10 * 60_000;
const TOO_LATE = 'The turn of this text came too late; it was not sent';

/** What of the first carrier is gone round; another word of it may mean that it has the text. */
const TAKEN_OVER: ReadonlySet<CarrierErrorCode> = new Set(['throttled', 'unavailable'] as const);
/** What a fallback says of the text or its recipient; all else is about its account, and the text may go through the first again. */
const ABOUT_THE_TEXT: ReadonlySet<CarrierErrorCode> = new Set(['rejected', 'bad-message', 'recipient-opted-out'] as const);
/** A carrier that could not be reached is tried again so long after that. */
const OUTAGE_MS = 60_000;

/**
 * Sends a claimed text, each try in a slot of its sender, and leaves it to the caller to record how it ended.
 *
 * The fallback gets it only when the first carrier provably has not, and after the ledger knows that it is the fallback's now: a process
 * that dies in between leaves a text that is looked up where it may be.
 *
 * @param hasSlot the caller has taken the slot of the first try.
 */
export async function trySending(
	sendId: string,
	message: ClaimedSms,
	deps: SendingDeps,
	{ hasSlot = false } = {},
): Promise<SendResult> {
	const { fallback, now } = deps;
	const claimedAt = now();
	if (!fallback) return await tryCarrier(sendId, message, deps, { hasSlot, claimedAt });
	const { outage, sender, carrier } = fallback;
	const isOut = outage.since !== undefined && claimedAt.getTime() - outage.since.getTime() < OUTAGE_MS;
	const first: SendResult =
		isOut && outage.error ? { error: outage.error } : await tryCarrier(sendId, message, deps, { hasSlot, claimedAt });
	if (!first.error || !TAKEN_OVER.has(first.error.code)) return first;
	if (first.error.code === 'unavailable' && !isOut) Object.assign(outage, { error: first.error, since: now() });
	if (!(await deps.ledger.handOver(sendId, { carrier: carrier.id, sender }))) return first;
	const second = await tryCarrier(sendId, { ...message, from: sender }, throughFallback(deps, fallback), { claimedAt });
	const withoutPicture = message.picture !== undefined && !carrier.capabilities.mms ? (true as const) : undefined;
	const takenOver: TakenOver = { carrier: carrier.id, sender, reason: first.error.message, withoutPicture };
	const { error } = second;
	if (!error || mayHaveBeenSent(error.code) || ABOUT_THE_TEXT.has(error.code)) return { ...second, takenOver };
	const { code, message: why, details } = first.error;
	return { error: new CarrierError(code, `${why}. ${carrier.name}, the fallback, did not take it either: ${error.message}`, details) };
}

/** The same world, with the fallback as its only carrier. */
export const throughFallback = (
	deps: SendingDeps,
	{ carrier, config, exchange, receiptUrl, paceOf }: FallbackCarrier,
): SendingDeps => ({ ...deps, carrier, config, exchange, receiptUrl, paceOf, fallback: undefined });

async function tryCarrier(
	sendId: string,
	message: ClaimedSms,
	deps: SendingDeps,
	{ hasSlot = false, claimedAt }: { readonly hasSlot?: boolean; readonly claimedAt: Date },
): Promise<SendResult> {
	const { carrier, config, exchange, wait, chance } = deps;
	const { picture, ...words } = message;
	const mediaUrls = picture !== undefined && carrier.capabilities.mms ? [picture] : undefined;
	const receiptUrl = deps.receiptUrl && withSendId(deps.receiptUrl, sendId);
	const sms = { ...words, mediaUrls, receiptUrl, ref: sendId };
	const pace = deps.paceOf?.(message.from);
	for (let tries = 1; ; tries++) {
		if (tries > 1 || !hasSlot) await pace?.slot();
		if (deps.now().getTime() - claimedAt.getTime() > LATEST_TRY_MS) return { error: new CarrierError('throttled', TOO_LATE) };
		try {
			return { receipt: carrier.parseSend(await exchange(carrier.buildSend(sms, config)), sms) };
		} catch (error) {
			if (!isCarrierError(error)) throw error;
			const isForOthers = deps.fallback !== undefined && error.code === 'unavailable';
			const pause = isForOthers ? null : waitBeforeRetry(error, tries, chance());
			const isTooFast = error.code === 'throttled' && pace !== undefined;
			if (isTooFast) pace.slowDown(pause ?? error.details.retryAfterMs ?? 0);
			if (pause === null) return { error };
			if (!isTooFast) await wait(pause); // the next slot is after the pause anyway
		}
	}
}

/** India's registration as carriers take it; for numbers there only, and where it is whole. */
export function dltOf(to: string, { entityId, templateId, header }: DltRegistration = {}): OutboundSms['dlt'] {
	return to.startsWith('+91') && entityId && templateId ? { entityId, templateId, header } : undefined;
}

const SEND_ID = 'send';

/** So that a report names the text even where the answer to the sending was lost, and with it the carrier's own id. */
function withSendId(url: string, sendId: string): string {
	const marked = new URL(url);
	marked.searchParams.set(SEND_ID, sendId);
	return marked.href;
}

/** The text that a report is about, from the URL it came to. */
export const sendIdIn = (url: string): string | undefined =>
	(URL.canParse(url) && new URL(url).searchParams.get(SEND_ID)) || undefined;

/** What the ledger is told of a result. */
export function outcomeOf(result: SendResult): SendOutcome {
	if (result.receipt) {
		return { status: 'accepted', carrierMessageId: result.receipt.id, segments: result.receipt.segments };
	}
	const { code, message, details } = result.error;
	return {
		status: mayHaveBeenSent(code) ? 'unknown' : 'failed',
		errorCode: code,
		carrierCode: details.carrierCode,
		reason: details.reason,
		message,
	};
}
