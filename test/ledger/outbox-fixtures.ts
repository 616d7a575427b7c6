// Texts of campaigns, as the flows hand them to the ledger.
import { type Campaign } from '../../lib/ledger/campaigns';
import { type Ledger } from '../../lib/ledger/ledger';
import {
	type DueDecision,
	type DueFacts,
	type LeaseWish,
	type OutboxText,
	type Planned,
	type PlannedSkip,
	type PlannedText,
	type PromotionFacts,
	type StuckText,
} from '../../lib/ledger/outbox';
import { PHONE } from './inbound-fixtures';
import { later, newId, NOW } from './sightings';

export const MESSAGE = { purpose: 'marketing', recipient: { phone: PHONE } } as const;

/** So many phones, all different. */
export const phonesOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `+1212${5_550_000 + index}`);

export const campaign = async (ledger: Ledger, name = 'Weekend sale', shop = 'default'): Promise<Campaign> =>
	await ledger.openCampaign({ shop, name, kind: 'announcement', newId: newId() }, NOW);

export const plannedText = (more: Partial<PlannedText> = {}): PlannedText => ({
	sendId: newId(),
	purpose: 'marketing',
	key: more.to ?? PHONE,
	to: PHONE,
	text: 'Acme: 20% off until Sunday. Reply STOP to end.',
	language: 'en',
	encoding: 'GSM-7',
	segments: 1,
	carrier: 'twilio',
	sender: '+14155550100',
	hasOptOut: true,
	country: 'US',
	dueAt: NOW,
	message: MESSAGE,
	...more,
});

/** Plans one text, unless the campaign has one. */
export async function plan(ledger: Ledger, of: Campaign, more: Partial<PlannedText> = {}, now = NOW): Promise<Planned & { sendId: string }> {
	const text = plannedText(more);
	const [planned] = await ledger.planTexts(of, [text], now);
	return { ...(planned as Planned), sendId: text.sendId };
}

/** Plans a text for each phone, and answers their ids. */
export async function planAll(ledger: Ledger, of: Campaign, phones: readonly string[], more: Partial<PlannedText> = {}): Promise<string[]> {
	const texts = phones.map((to) => plannedText({ to, key: to, ...more }));
	await ledger.planTexts(of, texts, NOW);
	return texts.map(({ sendId }) => sendId);
}

export const plannedSkip = (more: Partial<PlannedSkip> = {}): PlannedSkip => ({
	key: PHONE,
	phone: PHONE,
	sendId: newId(),
	rule: 'no-consent',
	reason: 'They have not consented to offers.',
	country: 'US',
	...more,
});

export const leaseWish = (more: Partial<LeaseWish> = {}): LeaseWish => ({
	shop: 'default',
	carrier: 'twilio',
	now: NOW,
	leaseId: newId(),
	until: new Date((more.now ?? NOW).getTime() + 3 * 60_000),
	limit: 100,
	...more,
});

export interface Leased {
	readonly leaseId: string;
	readonly texts: readonly OutboxText[];
	readonly ids: readonly string[];
}

export async function lease(ledger: Ledger, more: Partial<LeaseWish> = {}): Promise<Leased> {
	const wish = leaseWish(more);
	const texts = await ledger.leaseDue(wish);
	return { leaseId: wish.leaseId, texts, ids: texts.map(({ sendId }) => sendId) };
}

export const SEND = (): DueDecision => ({ action: 'send' });
export const SKIP = (): DueDecision => ({ action: 'skip', rule: 'opted-out', reason: 'They have opted out.' });
export const waitUntil = (until: Date) => (): DueDecision => ({ action: 'wait', until, rule: 'quiet-hours', reason: 'It is night.' });

/** Claims a leased text; `due` is what was decided in view of, undefined where nothing was asked. */
export async function claimText(
	ledger: Ledger,
	sendId: string,
	leaseId: string,
	decide: (due: DueFacts) => DueDecision = SEND,
	now = NOW,
): Promise<{ decision: DueDecision | 'lost'; due: DueFacts | undefined }> {
	let due: DueFacts | undefined;
	const decision = await ledger.claimDue(
		{ sendId, leaseId },
		(facts) => {
			due = facts;
			return decide(facts);
		},
		now,
	);
	return { decision, due };
}

/** Plans a text, claims it, and settles it where an outcome is given. */
export async function claimed(
	ledger: Ledger,
	of: Campaign,
	outcome?: 'accepted' | 'failed' | 'unknown',
	more: Partial<PlannedText> = {},
	now = NOW,
): Promise<string> {
	const { sendId } = await plan(ledger, of, { dueAt: now, ...more }, now);
	const { leaseId } = await lease(ledger, { now, campaignId: of.id, carrier: more.carrier ?? 'twilio' });
	await claimText(ledger, sendId, leaseId, SEND, now);
	if (outcome === 'accepted') await ledger.settleSend(sendId, { status: 'accepted', carrierMessageId: `SM ${sendId}` }, now);
	else if (outcome) await ledger.settleSend(sendId, { status: outcome, errorCode: outcome === 'failed' ? 'rejected' : 'outcome-unknown', message: 'cut' }, now);
	return sendId;
}

export interface LeasedStuck {
	readonly leaseId: string;
	readonly texts: readonly StuckText[];
	readonly ids: readonly string[];
}

/** Takes texts that were claimed a quarter of an hour before. */
export async function leaseStuck(ledger: Ledger, now: Date, more: Partial<LeaseWish> = {}): Promise<LeasedStuck> {
	const { leaseId, shop, carrier, until, limit } = leaseWish({ now, ...more });
	const claimedBefore = new Date(now.getTime() - 15 * 60_000);
	const texts = await ledger.leaseStuck({ leaseId, shop, carrier, until, limit, now, claimedBefore });
	return { leaseId, texts, ids: texts.map(({ sendId }) => sendId) };
}

export const factsOfPhone = async (ledger: Ledger, phone = PHONE, now = NOW, shop = 'default'): Promise<PromotionFacts> =>
	(await ledger.promotionFacts(shop, [phone], now))[0] as PromotionFacts;

/** How a campaign's texts stand, by id. */
export async function statuses(ledger: Ledger, of: Campaign): Promise<Record<string, string>> {
	const lines = await ledger.campaignTexts(of.id, undefined, 10_000);
	return Object.fromEntries(lines.map(({ sendId, status }) => [sendId, status]));
}

export const inDays = (days: number) => later(days * 24 * 60);
