import {
	afterAction,
	type ConsentAction,
	type ConsentPurpose,
	type ConsentState,
	NO_CONSENT,
	TRANSITIONS,
} from './consent';
import { type ConsentLink, linkHash, sha256 } from './event';

/** A link as it was stored, with what it refers to. */
export interface StoredLink extends ConsentLink {
	/** Null after an erasure. */
	readonly phone: string | null;
	readonly wording: string | null;
	readonly hash: string;
}

/** What only the holder of the key can tell of a link. */
export interface LinkSecrets {
	readonly isSealGenuine: boolean;
	/** Whether the evidence is the one that was written down; true for one that was erased together with the phone. */
	readonly isEvidenceGenuine: boolean;
	/** Whether the phone belongs to the chain; true for one that was erased. */
	readonly isPhoneGenuine: boolean;
}

/** Where a chain leads, or where it breaks first. */
export type ChainVerdict =
	| { readonly states: ReadonlyMap<ConsentPurpose, ConsentState>; readonly lastHash: string; readonly problem?: undefined }
	| { readonly problem: string; readonly number: number };

/**
 * Checks a chain from its first link on.
 *
 * @param links in the order of their numbers, at least one.
 * @param isErased the person's erasure is on record: links may have lost phone and evidence, and what came before it leads
 * nowhere any more.
 */
export function checkChain(
	links: ReadonlyArray<StoredLink & LinkSecrets>,
	isErased: boolean,
): ChainVerdict {
	const states = new Map<ConsentPurpose, ConsentState>();
	let previousHash = '';
	for (const [index, link] of links.entries()) {
		const problem = problemOf(link, index + 1, previousHash, isErased);
		if (problem) return { problem, number: link.number };
		previousHash = link.hash;
		if (link.phone === null) continue;
		const before = states.get(link.purpose) ?? NO_CONSENT;
		const allowed = TRANSITIONS[before.status][link.action as ConsentAction];
		if (allowed !== link.status)
			return {
				problem: `"${link.action}" cannot lead from "${before.status}" to "${link.status}"`,
				number: link.number,
			};
		states.set(link.purpose, afterAction(before, link.status, { action: link.action, givenAt: new Date(link.givenAt) }));
	}
	return { states, lastHash: previousHash };
}

function problemOf(
	link: StoredLink & LinkSecrets,
	expectedNumber: number,
	previousHash: string,
	isErased: boolean,
): string | undefined {
	if (link.number !== expectedNumber) return `event ${expectedNumber} is missing`;
	if (link.previousHash !== previousHash) return 'it does not continue the event before it';
	if (linkHash(link) !== link.hash) return 'it was changed after it was written: its hash does not fit';
	if (!link.isSealGenuine) return 'it was written by somebody without the ledger’s key: its seal does not fit';
	if (link.phone === null && !isErased) return 'its phone number is missing, though no erasure is on record';
	if (!link.isPhoneGenuine) return 'its phone number was changed';
	if (!link.isEvidenceGenuine) return 'its evidence was changed';
	if (link.wordingHash !== null && (link.wording === null || sha256(link.wording) !== link.wordingHash))
		return 'the wording that the person was shown was changed';
	return undefined;
}
