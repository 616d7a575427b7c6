// What the ledger knows of consent, and its verbs for it.
import {
	type ConsentAction,
	type ConsentPurpose,
	type ConsentRule,
	type ConsentSource,
	type ConsentState,
	type ConsentStatus,
} from '../domain/consent/consent';
import { type ConsentActor, type ConsentEvidence, type ConsentLink } from '../domain/consent/event';
import { type RequestPurpose } from '../domain/consent/purpose';
import { type RequestFacts } from '../domain/consent/request';
import { type OptOut, type SendProposal } from './ledger';

/** Everything about one thing that happened to a consent, but what it leads to. */
export interface ConsentEntry {
	/** E.164. */
	readonly phone: string;
	readonly purpose: ConsentPurpose;
	readonly action: ConsentAction;
	readonly source: ConsentSource;
	readonly actor: ConsentActor;
	/** When the person did it. */
	readonly givenAt: Date;
	/** The words that they were shown, whole; undefined when not known. One-time codes are hidden in it. */
	readonly wording?: string | undefined;
	readonly language?: string | undefined;
	readonly evidence: ConsentEvidence;
}

/** What became of an entry. `status` is where the consent stands now, also when nothing was changed. */
export interface RecordedConsent {
	readonly status: ConsentStatus;
	/** False when the entry could not happen; then nothing was written. */
	readonly isRecorded: boolean;
	readonly rule?: ConsentRule | undefined;
	readonly reason?: string | undefined;
}

/** Who is asked, before anything is decided. */
export interface RequestWish {
	readonly shop: string;
	/** E.164. */
	readonly phone: string;
	readonly purpose: RequestPurpose;
	/** ISO country of the number. */
	readonly country?: string | undefined;
	/** Of the visitor who caused it; only a keyed digest of it is kept with the request. */
	readonly ip?: string | undefined;
	readonly now: Date;
}

/** What `decide` of {@link ConsentVerbs.claimRequest} is shown. */
export interface ClaimRequestFacts extends RequestFacts {
	/** What is known of the person: for the language of the text and the age gate. */
	readonly person?: { readonly language?: string | undefined; readonly country?: string | undefined; readonly birthday?: string | undefined } | undefined;
}

/** A request that is about to be sent. */
export interface RequestProposal {
	readonly requestId: string;
	readonly proof: 'reply' | 'code' | 'both';
	/** The code, which goes nowhere but into a keyed digest; undefined when the proof needs none. */
	readonly code?: string | undefined;
	readonly codeExpiresAt?: Date | undefined;
	/** Until when an answer counts. */
	readonly expiresAt: Date;
	/** The text that confirms the consent once it is given; undefined when none is to be sent. */
	readonly confirmation?: ConfirmationText | undefined;
	/** The event; undefined where only the phone is checked. */
	readonly entry?: Omit<ConsentEntry, 'phone' | 'purpose'> | undefined;
	readonly source: ConsentSource;
	/** The text that asks, with its code hidden. */
	readonly send: RequestText;
}

/** A text about consent, as the message log has it. */
export interface RequestText extends Omit<SendProposal, 'stage' | 'purpose'> {
	readonly purpose: 'opt-in' | 'verification';
}

export type ConfirmationText = Pick<SendProposal, 'text' | 'language' | 'encoding' | 'segments'>;

/** A code that somebody typed in. */
export interface CodeAttempt {
	readonly shop: string;
	readonly phone: string;
	readonly purpose: RequestPurpose;
	/** Six digits. */
	readonly code: string;
	readonly now: Date;
	/** Of the visitor who typed it, if known. */
	readonly evidence: ConsentEvidence;
	/** Id of the confirming text, where one is to be sent. */
	readonly sendId: string;
}

/**
 * - `confirmed`: right; every later attempt with the same code is `used`
 * - `wrong`: `triesLeft` says how many are left
 * - `locked`: too many wrong ones; the right one does not count any more
 * - `expired`, `used`, `none`: as they say; `none` when nothing was sent, or what was sent has no code
 * - `refused`: right, but the consent cannot be given any more, e.g. because a STOP came in between
 */
export type CodeOutcome =
	| { readonly outcome: 'confirmed'; readonly requestId: string; readonly source: ConsentSource; readonly confirmation?: ClaimedConfirmation | undefined }
	| { readonly outcome: 'wrong'; readonly triesLeft: number }
	| { readonly outcome: 'locked' | 'expired' | 'used' | 'none' }
	| { readonly outcome: 'refused'; readonly rule: ConsentRule; readonly reason: string };

/** The confirming text of a request, claimed: send it and settle it. */
export interface ClaimedConfirmation extends ConfirmationText {
	readonly sendId: string;
	readonly carrier: string;
	readonly sender: string;
}

/** Everything that says whether somebody may be texted for a purpose. */
export interface ConsentFacts {
	readonly phone: string;
	readonly states: Readonly<Partial<Record<ConsentPurpose, ConsentState>>>;
	/** They have stopped every text; undefined when not. */
	readonly optOut?: OptOut | undefined;
	readonly forgottenAt?: Date | undefined;
}

/** One event with all that is known of it. */
export interface ConsentEvent extends ConsentLink {
	/** Null after an erasure. */
	readonly phone: string | null;
	/** Null after an erasure. */
	readonly evidence: ConsentEvidence | null;
	readonly wording: string | null;
	readonly hash: string;
	readonly seal: string;
}

/** The first thing that is wrong with a chain. `number` is the event's within it. */
export interface BrokenLink {
	readonly subject: string;
	readonly phone: string | null;
	readonly number: number;
	/** In words to the operator. */
	readonly problem: string;
	readonly recordedAt?: Date | undefined;
}

export interface ConsentProof {
	readonly phone: string;
	readonly subject: string;
	readonly states: ConsentFacts['states'];
	readonly optOut?: OptOut | undefined;
	readonly erasedAt?: Date | undefined;
	/** Oldest first. */
	readonly events: readonly ConsentEvent[];
	/** Undefined when the chain is whole. */
	readonly broken?: BrokenLink | undefined;
}

/** One line of an export. */
export interface ConsentLine {
	readonly phone: string;
	readonly purpose: ConsentPurpose;
	readonly status: ConsentStatus;
	readonly since: Date;
	readonly source: ConsentSource;
	readonly language?: string | undefined;
	readonly askedAt?: Date | undefined;
	readonly confirmedAt?: Date | undefined;
	readonly revokedAt?: Date | undefined;
	/** The words of the consent that stands, or of the request that waits. */
	readonly wording?: string | undefined;
}

/** Every condition that is given must hold. */
export interface ConsentSearch {
	readonly shop: string;
	readonly purpose?: ConsentPurpose | undefined;
	readonly status?: Exclude<ConsentStatus, 'none'> | undefined;
	readonly source?: ConsentSource | undefined;
	/** It stands so since then or later. */
	readonly since?: Date | undefined;
	/** It stood so before then. */
	readonly until?: Date | undefined;
	/** The last line of the page before; undefined for the first page. */
	readonly after?: { readonly phone: string; readonly purpose: ConsentPurpose } | undefined;
	readonly limit: number;
}

/** One page of chains, checked. */
export interface VerifiedPage {
	readonly chains: number;
	readonly events: number;
	readonly broken?: BrokenLink | undefined;
	/** SHA-256 over the last hashes of all chains so far: file it away, and nobody can take away a whole chain unnoticed. */
	readonly digest: string;
	/** Where the next page begins; undefined after the last one. */
	readonly next?: VerifyCursor | undefined;
}

export interface VerifyCursor {
	readonly after: string;
	readonly digest: string;
}

/** The ledger's verbs for consent. Consent is of a phone, within a shop, for a purpose. */
export interface ConsentVerbs {
	/**
	 * Asks `decide`, in one transaction with all that counts, for the request to send; takes the right to send it; and records
	 * that they were asked. `decide` answers null for "ask nothing". It must be pure and must not throw: it may be asked again
	 * when a transaction has to be repeated; its last answer counts. A request that is claimed replaces an open one, whose code
	 * does not count any more.
	 *
	 * Send the text and settle it (settleSend). Where it provably did not leave, the next request is not held against it.
	 *
	 * Races: callers take turns; of two that ask the same phone the second finds the first one's request.
	 */
	claimRequest(wish: RequestWish, decide: (facts: ClaimRequestFacts) => RequestProposal | null): Promise<void>;

	/**
	 * Checks a code against the open request and records the consent. Compares in constant time; every attempt counts, whatever
	 * becomes of the caller.
	 *
	 * Races: attempts take turns; of any number with the right code one is `confirmed`, and never more than five are compared.
	 */
	confirmCode(attempt: CodeAttempt): Promise<CodeOutcome>;

	/**
	 * Records entries, all in one transaction, and answers in the same order. An entry that cannot happen changes nothing and says
	 * why. Who consents again by an act of their own takes back an opt-out of every text; a carrier's own block stays.
	 */
	recordConsents(shop: string, entries: readonly ConsentEntry[], now: Date): Promise<RecordedConsent[]>;

	/**
	 * They want no more texts at all. Every consent that stands or waits is revoked, that for offers always, so that there is proof
	 * of the wish. `isRecorded` is false where they had opted out before.
	 */
	optOut(shop: string, entries: ReadonlyArray<Omit<ConsentEntry, 'purpose' | 'action'>>, now: Date): Promise<RecordedConsent[]>;

	/** What is known of these phones, in the same order. */
	consentFacts(shop: string, phones: readonly string[]): Promise<ConsentFacts[]>;

	/** Everything about one phone, its chain checked; null when nothing was ever recorded. Finds erased events too. */
	consentProof(shop: string, phone: string): Promise<ConsentProof | null>;

	/** Ordered by phone and purpose, so that pages neither overlap nor leave anybody out. */
	listConsents(search: ConsentSearch): Promise<ConsentLine[]>;

	/**
	 * Checks the next chains of a shop: numbers without gaps, hashes, seals, wordings, evidence, that every move was a legal one,
	 * and that where the consent stands is where the events lead. Stops at the first broken link.
	 */
	verifyConsents(shop: string, cursor?: VerifyCursor): Promise<VerifiedPage>;
}
