import { type IDataObject } from 'n8n-workflow';
import { type BestHour } from '../../lib/domain/campaign/best-hour';
import { type SendReceipt } from '../../lib/carriers/carrier';
import { maskPhone } from '../../lib/domain/phone';
import { type AudiencePerson } from '../../lib/flows/campaign/audience';
import { type LeftOut } from '../../lib/flows/campaign/sift';
import { type WrittenText } from '../../lib/flows/campaign/write-text';
import { type OutboxStatus, type OutboxText } from '../../lib/ledger/outbox';
import { type StoredCode } from '../../lib/ledger/codes';

/**
 * What items say beside the rules of a campaign (lib/flows/campaign/settings.ts). Workflows branch on these: append, never rename.
 * `next-in-turn`: a text that may leave now, and waits for its turn; `campaign-paused`: until the campaign is resumed.
 */
export type ItemReason = 'campaign-paused' | 'next-in-turn' | 'no-campaign';

/** Positions of the outputs; saved in workflows. */
export const SENT = 0;
export const SCHEDULED = 1;
export const SKIPPED = 2;
export const SUMMARY = 3;

/** Whose text it is. Phone numbers are masked: outputs are logged and shared. */
export const describePerson = ({ phone, firstName }: AudiencePerson): IDataObject => ({
	phone: phone.e164 ? maskPhone(phone.e164) : phone.raw ? maskPhone(phone.raw) : null,
	firstName: firstName ?? null,
});

/** The words of a text. */
export const describeWords = (text: Pick<OutboxText, 'text' | 'language' | 'encoding' | 'segments' | 'variant' | 'sender' | 'picture'>): IDataObject => ({
	text: text.text,
	language: text.language,
	encoding: text.encoding,
	segments: text.segments,
	...(text.picture === undefined ? {} : { picture: text.picture }),
	variant: text.variant ?? null,
	sender: text.sender,
});

/** What was made of a text to fit the segments limit. */
export const describeFit = ({ droppedParts, beforeSmartEncoding }: WrittenText): IDataObject => ({
	...(beforeSmartEncoding
		? { smartEncoding: { textBefore: beforeSmartEncoding.text, segmentsBefore: beforeSmartEncoding.segments } }
		: {}),
	...(droppedParts > 0
		? { notes: [`${droppedParts} optional part(s) were left out to keep the segments limit`] }
		: {}),
});

export const describeReceipt = (receipt: SendReceipt, segments: number, carrier: string): IDataObject => ({
	// the carrier's own count, where it gives one, is what is billed
	segments: receipt.segments ?? segments,
	carrier,
	messageId: receipt.id,
	status: receipt.status,
	...(receipt.price ? { price: receipt.price.amount, priceCurrency: receipt.price.currency ?? null } : {}),
});

export const describeBestHour = (best: BestHour | undefined): IDataObject =>
	best ? { bestHour: { hour: best.hour, from: best.from, reason: best.reason } } : {};

export const describeCode = (code: StoredCode | undefined): IDataObject =>
	code ? { code: code.code, codeExpiresAt: code.until?.toISOString() ?? null } : {};

export const describeWhy = ({ rule, reason, law, nextOpening }: Omit<LeftOut, 'rule'> & { readonly rule: string }): IDataObject => ({
	reasonCode: rule,
	reason,
	...(law ? { law: { citation: law.citation, url: law.url } } : {}),
	...(nextOpening ? { nextOpening: nextOpening.toISOString() } : {}),
});

/** Why somebody whose text an earlier run has planned gets none of this one. */
export function whyThere(status: OutboxStatus): Pick<LeftOut, 'rule' | 'reason'> {
	switch (status) {
		case 'scheduled':
			return { rule: 'already-scheduled', reason: 'Their text of this campaign waits in the outbox already.' };
		case 'sending':
			return { rule: 'in-progress', reason: 'Their text of this campaign is being sent by another execution.' };
		case 'unknown':
			return { rule: 'outcome-unknown', reason: 'Their text of this campaign may have been sent: the carrier’s answer was lost.' };
		default:
			return { rule: 'duplicate', reason: 'They have the text of this campaign already.' };
	}
}

export const noCampaign = (name: string): IDataObject => ({
	campaign: name,
	reasonCode: 'no-campaign' satisfies ItemReason,
	reason: 'There is no campaign of that name in this shop.',
});
