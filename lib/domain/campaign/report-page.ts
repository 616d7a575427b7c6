import { type CampaignReport } from '../../ledger/campaigns';

/** The figures of a report as a page that needs nothing else: numbers, a bar by hour, a table by wording and country. */
export function reportPage(report: CampaignReport, at: Date): string {
	throw new Error(`${report.campaign.name} ${at.toISOString()}`);
}
