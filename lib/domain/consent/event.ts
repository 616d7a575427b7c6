import { createHash } from 'node:crypto';
import { type ConsentAction, type ConsentPurpose, type ConsentSource, type ConsentStatus } from './consent';

/** Who did it. */
export type ConsentActor = 'customer' | 'operator' | 'carrier';

/** What may show later that consent was given, as far as it is known. */
export interface ConsentEvidence {
	readonly formUrl?: string | undefined;
	readonly ip?: string | undefined;
	readonly userAgent?: string | undefined;
	readonly orderNumber?: string | undefined;
	/** What stood at the box or in the form. A request's own wording is that of the text that asks them to confirm. */
	readonly signUpWording?: string | undefined;
	/** Where the proof lies, in the operator's words: "paper form 2024-05-03, folder 12". */
	readonly note?: string | undefined;
	/** The carrier's id of the text that they answered with, or that opted them out. */
	readonly messageId?: string | undefined;
	readonly carrier?: string | undefined;
	/** The number that asked or was answered. */
	readonly sender?: string | undefined;
	/** What they wrote, shortened. */
	readonly reply?: string | undefined;
	/** "at least 18": the age gate that they passed. The birthday itself is no evidence we need. */
	readonly age?: string | undefined;
	/** The request that it belongs to. */
	readonly requestId?: string | undefined;
	/** The field of the shop's payload that said so, with its value. */
	readonly field?: string | undefined;
	readonly workflow?: string | undefined;
	readonly execution?: string | undefined;
}

/** One link of the chain of a phone: everything that its hash covers. */
export interface ConsentLink {
	readonly shop: string;
	/** Keyed hash of shop and phone; it stays when the phone is erased. */
	readonly subject: string;
	/** 1, 2, 3 … */
	readonly number: number;
	readonly purpose: ConsentPurpose;
	readonly channel: 'sms';
	readonly action: ConsentAction;
	/** What the action led to. */
	readonly status: ConsentStatus;
	readonly source: ConsentSource;
	readonly actor: ConsentActor;
	readonly language: string | null;
	/** SHA-256 of the words that the person was shown; null when that is not known. */
	readonly wordingHash: string | null;
	/** Milliseconds since 1970: when the person did it, and when it was written down. */
	readonly givenAt: number;
	readonly recordedAt: number;
	/** Keyed, so that the chain can be checked after the evidence was erased. */
	readonly evidenceDigest: string;
	/** Empty for the first link. */
	readonly previousHash: string;
}

/** SHA-256 in hex of a text in UTF-8. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What is hashed of a link: the JSON array of these values, in this order. The order is part of every stored chain and never
 * changes.
 */
export const linkText = (link: ConsentLink): string =>
	JSON.stringify([
		'consent-event-1',
		link.shop,
		link.subject,
		link.number,
		link.purpose,
		link.channel,
		link.action,
		link.status,
		link.source,
		link.actor,
		link.language,
		link.wordingHash,
		link.givenAt,
		link.recordedAt,
		link.evidenceDigest,
		link.previousHash,
	]);

/** The hash of a link: anybody can check it. */
export const linkHash = (link: ConsentLink): string => sha256(linkText(link));

/** The same evidence always gives the same text: names in their order, what is not known left out. */
export const evidenceText = (evidence: ConsentEvidence): string =>
	JSON.stringify(
		Object.fromEntries(
			Object.entries(evidence)
				.filter(([, value]) => value !== undefined && value !== '')
				.sort(([a], [b]) => (a < b ? -1 : 1)),
		),
	);
