// What the ledger knows of campaigns, and its verbs for them.
import { type OutboxStatus } from './outbox';

/** Saved in workflows: append, never rename. */
export const CAMPAIGN_KINDS = ['announcement', 'birthday-gift', 'win-back'] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

export type CampaignStatus = 'running' | 'paused' | 'cancelled';

export interface Campaign {
	readonly id: string;
	readonly shop: string;
	/** Unique within the shop. */
	readonly name: string;
	readonly kind: CampaignKind;
	readonly status: CampaignStatus;
	readonly createdAt: Date;
	/** When it was last paused, resumed or cancelled. */
	readonly changedAt?: Date | undefined;
}

/** How many texts of a campaign, by one wording, carrier, sender, country and outcome; the report adds them up. */
export interface CampaignCount {
	readonly status: OutboxStatus;
	/** Undefined while the carrier has reported nothing. */
	readonly delivery?: string | undefined;
	/** Of skipped texts, and of those that wait. */
	readonly rule?: string | undefined;
	/** The carrier's error code of ours; of failed texts. */
	readonly errorCode?: string | undefined;
	readonly variant?: string | undefined;
	readonly country?: string | undefined;
	readonly texts: number;
	readonly segments: number;
}

export interface CampaignReport {
	readonly campaign: Campaign;
	readonly counts: readonly CampaignCount[];
	/** People of whom a text came in the days after theirs, whatever it said; counted once each. */
	readonly replies: number;
	/** People who opted out in these days (of everything, or of offers). */
	readonly optOuts: number;
	/** By wording: the same. */
	readonly byVariant: ReadonlyArray<{ readonly variant?: string | undefined; readonly replies: number; readonly optOuts: number; readonly redeemed: number }>;
	readonly codesGiven: number;
	/** Of these codes, how many were redeemed (and not released), how often in all, and what the orders came to. */
	readonly codesRedeemed: number;
	readonly redemptions: number;
	readonly revenue: ReadonlyArray<{ readonly currency: string; readonly orders: number; readonly total: string; readonly discount: string }>;
	/** What the carrier has billed so far, where it says so. */
	readonly price: ReadonlyArray<{ readonly currency: string; readonly total: string }>;
	readonly firstAt?: Date | undefined;
	readonly lastAt?: Date | undefined;
	/** By the hour: texts taken by the carrier, delivered ones among them. At most a week from the first. */
	readonly byHour: ReadonlyArray<{ readonly hour: Date; readonly sent: number; readonly delivered: number }>;
}

/** One text of a campaign. */
export interface CampaignTextLine {
	readonly sendId: string;
	readonly phone: string;
	readonly status: OutboxStatus;
	readonly delivery?: string | undefined;
	readonly rule?: string | undefined;
	readonly reason?: string | undefined;
	readonly variant?: string | undefined;
	readonly text: string;
	readonly segments: number;
	readonly dueAt?: Date | undefined;
	readonly at: Date;
	readonly carrierMessageId?: string | undefined;
	readonly error?: string | undefined;
}

export interface CampaignVerbs {
	/**
	 * Finds a campaign by its name, or makes it.
	 *
	 * @returns the one that is there. Of another kind than the wish: the caller says so to the operator; nothing is changed.
	 * Races: of two that make the same, one does, and both get it.
	 */
	openCampaign(wish: { readonly shop: string; readonly name: string; readonly kind: CampaignKind; readonly newId: string }, now: Date): Promise<Campaign>;

	/** Null when there is none of that name. */
	findCampaign(shop: string, name: string): Promise<Campaign | null>;

	/**
	 * Which of these keys have a text of the campaign that waits, is under way, was taken by the carrier or may have been, in the same
	 * order: its status, and when it was claimed or is due. Undefined for one that planTexts would plan.
	 */
	plannedTexts(campaignId: string, keys: readonly string[]): Promise<Array<{ readonly status: OutboxStatus; readonly at: Date } | undefined>>;

	/** The newest first. */
	listCampaigns(shop: string): Promise<Campaign[]>;

	/**
	 * Pauses, resumes or cancels. A cancelled campaign stays cancelled: then nothing changes. Cancelling takes its waiting texts out of
	 * the outbox; those under way are not called back.
	 *
	 * @returns null when there is none of that name; else how it stands now, and how many texts wait (or were taken out).
	 */
	setCampaignStatus(
		shop: string,
		name: string,
		status: CampaignStatus,
		now: Date,
	): Promise<{ readonly campaign: Campaign; readonly texts: number; readonly changed: boolean } | null>;

	/** @param attributionDays how long after a text a reply, an opt-out or a redemption counts as its doing. Null: no such campaign. */
	campaignReport(shop: string, name: string, attributionDays: number): Promise<CampaignReport | null>;

	/**
	 * In an order of its own, so that pages neither overlap nor leave anything out. `after`: the last id of the page before.
	 *
	 * @throws Error when another text has taken that one's place since.
	 */
	campaignTexts(campaignId: string, after: string | undefined, limit: number): Promise<CampaignTextLine[]>;
}
