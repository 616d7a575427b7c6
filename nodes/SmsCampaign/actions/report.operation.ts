import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { reportPage } from '../../../lib/domain/campaign/report-page';
import { maskPhone } from '../../../lib/domain/phone';
import { type CampaignFigures, figuresOf } from '../../../lib/flows/campaign/figures';
import { type CampaignReport, type CampaignTextLine } from '../../../lib/ledger/campaigns';
import { type Ledger } from '../../../lib/ledger/ledger';
import { textOf, wholeNumber } from '../../PromoCode/settings';
import { forEachItem } from '../../shared/for-each-item';
import { withLedger } from '../../shared/open-ledger';
import { readShop } from '../../shared/shop';
import { noCampaign } from '../items';
import { readCampaignName, readPrices } from '../settings';

const REPORT = 0;
const NOT_FOUND = 1;

/** What became of the campaign of each item: the numbers and a page, and each text where that is wanted. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], []];
	await forEachItem(this, outputs, NOT_FOUND, async (itemIndex) => {
		const { profile, ledger } = await readShop(this);
		const name = readCampaignName(this, itemIndex);
		const options = this.getNodeParameter('reportOptions', itemIndex, {}) as IDataObject;
		const days = wholeNumber('Days That Count', options.attributionDays ?? 3, 1);
		const prices = readPrices(options);
		const pairedItem = { item: itemIndex };
		await withLedger(ledger, async (open) => {
			const report = await open.campaignReport(profile.key, name, days);
			if (!report) {
				outputs[NOT_FOUND]?.push({ json: noCampaign(name), pairedItem });
				return;
			}
			const page = await this.helpers.prepareBinaryData(
				Buffer.from(reportPage(report, new Date())),
				`${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.html`,
				'text/html',
			);
			const json = describe(report, figuresOf(report, prices), prices?.currency);
			outputs[REPORT]?.push({ json, binary: { [textOf(options.outputField) || 'report']: page }, pairedItem });
			const most = mostTexts(this, itemIndex);
			for await (const line of textsOf(open, report.campaign.id, most))
				outputs[REPORT]?.push({ json: { campaign: report.campaign.name, ...describeLine(line) }, pairedItem });
		});
	});
	return outputs;
}

function mostTexts(context: IExecuteFunctions, itemIndex: number): number {
	if (context.getNodeParameter('listTexts', itemIndex, false) !== true) return 0;
	if (context.getNodeParameter('returnAll', itemIndex, false) === true) return Infinity;
	return wholeNumber('Limit', context.getNodeParameter('limit', itemIndex, 50), 1);
}

const PAGE = 500;

async function* textsOf(ledger: Ledger, campaignId: string, most: number): AsyncGenerator<CampaignTextLine> {
	let after: string | undefined;
	for (let left = most; left > 0; ) {
		const size = Math.min(PAGE, left);
		const page = await ledger.campaignTexts(campaignId, after, size);
		yield* page;
		if (page.length < size) return;
		left -= page.length;
		after = page.at(-1)?.sendId;
	}
}

const iso = (date: Date | undefined) => date?.toISOString() ?? null;

function describe(report: CampaignReport, figures: CampaignFigures, currency: string | undefined): IDataObject {
	const { campaign, replies, optOuts, codesGiven, codesRedeemed, redemptions } = report;
	const rate = (count: number, of: number) => (of > 0 ? Math.round((count / of) * 10_000) / 10_000 : null);
	return {
		campaign: campaign.name,
		kind: campaign.kind,
		status: campaign.status,
		startedAt: iso(campaign.createdAt),
		sent: figures.sent,
		delivered: figures.delivered,
		failed: figures.failed,
		failedBy: { ...figures.failedBy },
		uncertain: figures.uncertain,
		scheduled: figures.waiting,
		scheduledBy: { ...figures.waitingBy },
		skipped: figures.skipped,
		skippedBy: { ...figures.skippedBy },
		cancelled: figures.cancelled,
		segments: figures.segments,
		replies,
		replyRate: rate(replies, figures.sent),
		optOuts,
		optOutRate: rate(optOuts, figures.sent),
		codesGiven,
		codesRedeemed,
		redemptions,
		redemptionRate: rate(codesRedeemed, codesGiven),
		revenue: report.revenue.map((one) => ({ ...one })),
		cost: figures.cost ?? null,
		costCurrency: currency ?? null,
		unpriced: [...figures.unpriced],
		billed: report.price.map((one) => ({ ...one })),
		byVariant: figures.byVariant.map((one) => ({ ...one })),
		byCountry: figures.byCountry.map((one) => ({ ...one, cost: one.cost ?? null })),
		firstAt: iso(report.firstAt),
		lastAt: iso(report.lastAt),
	};
}

const describeLine = (line: CampaignTextLine): IDataObject => ({
	sendId: line.sendId,
	phone: line.phone ? maskPhone(line.phone) : null,
	status: line.status,
	delivery: line.delivery ?? null,
	...(line.rule ? { reasonCode: line.rule, reason: line.reason ?? null } : {}),
	variant: line.variant ?? null,
	text: line.text || null,
	segments: line.segments,
	scheduledFor: iso(line.dueAt),
	at: iso(line.at),
	messageId: line.carrierMessageId ?? null,
	...(line.error ? { error: line.error } : {}),
});
