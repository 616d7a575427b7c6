import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { type CampaignStatus } from '../../../lib/ledger/campaigns';
import { forEachItem } from '../../shared/for-each-item';
import { withLedger } from '../../shared/open-ledger';
import { readShop } from '../../shared/shop';
import { noCampaign } from '../items';
import { readCampaignName } from '../settings';

const CHANGED = 0;
const NOT_FOUND = 1;

const texts = (count: number) => (count === 1 ? '1 text' : `${count.toLocaleString('en')} texts`);

/** What it means, by what a campaign has become. */
const NOTES: Readonly<Record<CampaignStatus, (count: number) => string>> = {
	running: (count) =>
		count === 0
			? 'None of its texts waits. Run the campaign again for people who have come in the meantime.'
			: `${texts(count)} can leave again: an active SMS Outbox Trigger sends them, or run the campaign again.`,
	paused: (count) => `${texts(count)} are held in the outbox until the campaign is resumed.`,
	cancelled: (count) => `${texts(count)} were taken out of the outbox. A cancelled campaign cannot be resumed.`,
};

/** Pauses, resumes or cancels the campaign of each item. */
export const change = (status: CampaignStatus) =>
	async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const outputs: INodeExecutionData[][] = [[], []];
		await forEachItem(this, outputs, NOT_FOUND, async (itemIndex) => {
			const { profile, ledger } = await readShop(this);
			const name = readCampaignName(this, itemIndex);
			const done = await withLedger(ledger, async (open) => await open.setCampaignStatus(profile.key, name, status, new Date()));
			const pairedItem = { item: itemIndex };
			if (!done) {
				outputs[NOT_FOUND]?.push({ json: noCampaign(name), pairedItem });
				return;
			}
			const { campaign, texts: count, changed } = done;
			outputs[CHANGED]?.push({
				json: {
					campaign: campaign.name,
					status: campaign.status,
					changed,
					texts: count,
					note: changed ? NOTES[campaign.status](count) : `It was ${campaign.status} before.`,
				},
				pairedItem,
			});
		});
		return outputs;
	};
