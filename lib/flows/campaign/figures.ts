import { type PriceTable } from '../../domain/campaign/prices';
import { type DeliveryStatus } from '../../domain/delivery';
import { type CampaignCount, type CampaignReport } from '../../ledger/campaigns';
import { costs, type CountryCost } from './tally';

/** How many of some texts came to what. */
export interface TextFigures {
	/** The carrier took them. */
	readonly sent: number;
	/** The carrier says that they arrived; 0 as long as nobody listens to its reports. */
	readonly delivered: number;
	/** The carrier refused them, or reports that they did not arrive. */
	readonly failed: number;
	/** They may have been sent. */
	readonly uncertain: number;
}

/** A report, added up. */
export interface CampaignFigures extends TextFigures {
	/** In the outbox, or on their way. */
	readonly waiting: number;
	readonly skipped: number;
	readonly cancelled: number;
	/** Of sent texts. */
	readonly segments: number;
	readonly skippedBy: Readonly<Record<string, number>>;
	readonly waitingBy: Readonly<Record<string, number>>;
	readonly failedBy: Readonly<Record<string, number>>;
	/** One row where there is only one wording. */
	readonly byVariant: ReadonlyArray<
		TextFigures & { readonly variant: string; readonly replies: number; readonly optOuts: number; readonly redeemed: number }
	>;
	/** Of sent texts, those with the most segments first. */
	readonly byCountry: readonly CountryCost[];
	/** By the operator's price table; undefined without one. */
	readonly cost?: number | undefined;
	/** Countries that the table has no price for. */
	readonly unpriced: readonly string[];
}

/** Nothing was written beside the text, e.g. why it waits. */
const PLAIN = 'next-in-turn';
/** The name of the only wording. */
const ONLY = 'A';

/** @param prices undefined: no cost is worked out. */
export function figuresOf({ counts, byVariant }: CampaignReport, prices: PriceTable | undefined): CampaignFigures {
	const byCountry = new Map<string, { texts: number; segments: number }>();
	for (const { status, country = '?', texts, segments } of counts) {
		if (status !== 'accepted') continue;
		const known = byCountry.get(country) ?? { texts: 0, segments: 0 };
		byCountry.set(country, { texts: known.texts + texts, segments: known.segments + segments });
	}
	const priced = costs(byCountry, prices);
	const isWaiting = ({ status }: CampaignCount) => status === 'scheduled' || status === 'sending';
	const variants = [...new Set(counts.filter(({ status }) => status !== 'skipped').map(({ variant }) => variant))];
	return {
		...figures(counts),
		waiting: sum(counts.filter(isWaiting)),
		skipped: sum(counts.filter(({ status }) => status === 'skipped')),
		cancelled: sum(counts.filter(({ status }) => status === 'cancelled')),
		segments: priced.byCountry.reduce((total, { segments }) => total + segments, 0),
		skippedBy: sumBy(counts.filter(({ status }) => status === 'skipped'), ({ rule }) => rule ?? '?'),
		waitingBy: sumBy(counts.filter(isWaiting), ({ rule }) => rule ?? PLAIN),
		failedBy: sumBy(counts.filter(isFailed), ({ errorCode, delivery }) => errorCode ?? delivery ?? '?'),
		byVariant: variants
			.map((variant) => {
				const did = byVariant.find((row) => row.variant === variant);
				const own = figures(counts.filter((count) => count.variant === variant));
				const { replies = 0, optOuts = 0, redeemed = 0 } = did ?? {};
				return { variant: variant ?? ONLY, ...own, replies, optOuts, redeemed };
			})
			.sort((a, b) => a.variant.localeCompare(b.variant)),
		byCountry: priced.byCountry,
		cost: priced.total,
		unpriced: priced.unpriced,
	};
}

const NOT_ARRIVED: readonly string[] = ['undelivered', 'failed', 'expired', 'rejected'] satisfies DeliveryStatus[];

const isFailed = ({ status, delivery = '' }: CampaignCount): boolean =>
	status === 'failed' || NOT_ARRIVED.includes(delivery);

const figures = (counts: readonly CampaignCount[]): TextFigures => ({
	sent: sum(counts.filter(({ status }) => status === 'accepted')),
	delivered: sum(counts.filter(({ delivery }) => delivery === 'delivered')),
	failed: sum(counts.filter(isFailed)),
	uncertain: sum(counts.filter(({ status }) => status === 'unknown')),
});

const sum = (counts: readonly CampaignCount[]): number => counts.reduce((total, { texts }) => total + texts, 0);

function sumBy(counts: readonly CampaignCount[], keyOf: (count: CampaignCount) => string): Record<string, number> {
	const sums: Record<string, number> = {};
	for (const count of counts) sums[keyOf(count)] = (sums[keyOf(count)] ?? 0) + count.texts;
	return sums;
}
