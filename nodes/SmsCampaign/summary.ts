import { type IDataObject, type NodeExecutionHint } from 'n8n-workflow';
import { changesAhead, LAW } from '../../lib/domain/law/law';
import { figuresOf } from '../../lib/flows/campaign/figures';
import { type RunTally } from '../../lib/flows/campaign/tally';
import { type Campaign, type CampaignVerbs } from '../../lib/ledger/campaigns';

const ATTRIBUTION_DAYS = 3;

/** What a run has done and what is left of the campaign, in one item. */
export async function describeRun(
	campaign: Campaign,
	tally: RunTally,
	warning: IDataObject,
	ledger: Pick<CampaignVerbs, 'campaignReport'>,
): Promise<IDataObject> {
	const report = await ledger.campaignReport(campaign.shop, campaign.name, ATTRIBUTION_DAYS);
	const figures = report && figuresOf(report, undefined);
	const waiting = figures?.waiting ?? 0;
	return {
		campaign: campaign.name,
		status: report?.campaign.status ?? campaign.status,
		people: tally.people,
		sent: tally.sent,
		segments: tally.segments,
		scheduled: waiting,
		scheduledBy: { ...figures?.waitingBy },
		skipped: Object.values(tally.skipped).reduce((sum, texts) => sum + texts, 0),
		skippedBy: { ...tally.skipped },
		earlier: { ...tally.there },
		failed: tally.failed,
		uncertain: tally.uncertain,
		sentByVariant: { ...tally.sentByVariant },
		...(waiting > 0 ? warning : {}),
	};
}

/** What the operator is told beside the items. */
export function hintsOf(
	summary: IDataObject,
	{ unpublishedCodes, countries }: Pick<RunTally, 'unpublishedCodes' | 'countries'>,
	linkProblems: readonly string[],
	warning: IDataObject,
	now: Date,
): NodeExecutionHint[] {
	const warn = (message: string): NodeExecutionHint => ({ message, type: 'warning', location: 'outputPane' });
	const waiting = Number(summary.scheduled ?? 0);
	const texts = `${waiting.toLocaleString('en')} ${waiting === 1 ? 'text waits' : 'texts wait'}`;
	return [
		...linkProblems.map(warn),
		...(waiting > 0 && warning.warning
			? [warn(`${texts}, and no SMS Outbox Trigger is active that would send ${waiting === 1 ? 'it' : 'them'}. Add one to a workflow and publish it, or run this node again later.`)]
			: []),
		...(summary.status === 'paused' ? [warn(`The campaign is paused: ${texts} until it is resumed.`)] : []),
		...(unpublishedCodes > 0
			? [
					{
						message: `${unpublishedCodes.toLocaleString('en')} of the codes that were given are in no shop. Where your shop’s checkout is to take them, make and publish the series with Promo Code before the campaign.`,
						location: 'outputPane' as const,
					},
				]
			: []),
		...lawHints(countries, now),
	];
}

export const lawHints = (countries: ReadonlySet<string>, now: Date): NodeExecutionHint[] =>
	changesAhead(LAW, [...countries], now).map(({ sentence }) => ({ message: sentence, location: 'outputPane' as const }));
