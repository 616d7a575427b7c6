import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { type Carrier, type CarrierConfig } from '../../../lib/carriers/carrier';
import { carrierById } from '../../../lib/carriers';
import { refuseUnfit } from '../../../lib/flows/campaign/open-campaign';
import { type PreviewedPerson, previewer } from '../../../lib/flows/campaign/preview-campaign';
import { costs, countPreviewed, newPreviewTally, type PreviewTally } from '../../../lib/flows/campaign/tally';
import { CAMPAIGN_KINDS } from '../../../lib/ledger/campaigns';
import { type Ledger } from '../../../lib/ledger/ledger';
import { choiceOf } from '../../PromoCode/settings';
import { failedItem, toNodeError } from '../../shared/node-errors';
import { withLedger } from '../../shared/open-ledger';
import { outboxWarning } from '../../shared/outbox-state';
import { checkedSender } from '../../shared/sender';
import { readSendersByCountry } from '../../shared/senders-by-country';
import { readShop, type Shop } from '../../shared/shop';
import {
	describeBestHour,
	describeFit,
	describePerson,
	describeWhy,
	describeWords,
	SCHEDULED,
	SENT,
	SKIPPED,
	SUMMARY,
	whyThere,
} from '../items';
import { linksOf, linkWarnings } from '../links';
import { readRuns, type ReadSenders, type Run } from '../runs';
import { readPrices } from '../settings';
import { lawHints } from '../summary';
import { campaignWorld, type World } from '../world';

/** Who would get what, when and why not. Nothing is sent or remembered, and no carrier account is needed. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	try {
		const shop = await readShop(this);
		return await withLedger(shop.ledger, async (ledger) => await previewAll(this, shop, ledger));
	} catch (error) {
		throw toNodeError(error, this.getNode(), 0);
	}
}

async function previewAll(context: IExecuteFunctions, shop: Shop, ledger: Ledger): Promise<INodeExecutionData[][]> {
	const node = context.getNode();
	const kind = choiceOf('What to Preview', context.getNodeParameter('previewOf', 0), CAMPAIGN_KINDS);
	const carrier = (await carrierById(context.getNodeParameter('carrier', 0, 'twilio') as string)) as Carrier<CarrierConfig>;
	const world = await campaignWorld(ledger, shop.profile, carrier.id);
	const { runs, failures } = await readRuns(context, kind, world, shop.profile, sendersOf(context, carrier), true);
	const outputs: INodeExecutionData[][] = [[], [], [], []];
	for (const [itemIndex, error] of failures) {
		if (!context.continueOnFail()) throw toNodeError(error, node, itemIndex);
		outputs[SKIPPED]?.push(failedItem(error, node, itemIndex));
	}
	for (const run of runs) {
		const [itemIndex = 0] = run.itemIndexes;
		try {
			await previewRun(context, run, world, (output, json, item) => outputs[output]?.push({ json, pairedItem: { item } }));
		} catch (error) {
			if (!context.continueOnFail()) throw toNodeError(error, node, itemIndex);
			outputs[SKIPPED]?.push(failedItem(error, node, itemIndex));
		}
	}
	return outputs;
}

/** The credential is not read: without a sender here, it is taken for a number. */
const sendersOf =
	(context: IExecuteFunctions, carrier: Carrier<CarrierConfig>): ReadSenders =>
	(itemIndex, options) => {
		const own = (context.getNodeParameter('sender', itemIndex, '') as string).trim();
		return {
			sender: own ? checkedSender(own, 'Sender', carrier) : '',
			senders: readSendersByCountry(options, carrier),
		};
	};

type Push = (output: number, json: IDataObject, itemIndex: number) => void;

/** Of more people the items would fill the memory: the summary counts them all. */
const MOST_ITEMS = 10_000;

async function previewRun(context: IExecuteFunctions, run: Run, world: World, push: Push): Promise<void> {
	const [itemIndex = 0] = run.itemIndexes;
	const { name, kind, profile } = run;
	const prices = readPrices(context.getNodeParameter('options', itemIndex, {}) as IDataObject);
	const known = await world.ledger.findCampaign(profile.key, name);
	if (known) refuseUnfit(known, kind);
	const preview = previewer({ id: known?.id, shop: profile.key, name }, world);
	const tally = newPreviewTally();
	for await (const page of run.audience()) {
		for (const previewed of await preview(page)) {
			countPreviewed(tally, previewed);
			if (tally.people <= MOST_ITEMS) describe(previewed, name, push);
		}
	}
	const links = await linksOf(context, run, world.now());
	const problems = linkWarnings(links);
	const warnings = await warningsOf(tally, problems, profile.key, world);
	const { byCountry, total, unpriced } = costs(tally.byCountry, prices);
	const aheads = lawHints(new Set(tally.byCountry.keys()), world.now());
	push(
		SUMMARY,
		{
			campaign: name,
			people: tally.people,
			send: tally.send,
			wait: sum(tally.wait),
			waitBy: { ...tally.wait },
			lastAt: tally.lastAt?.toISOString() ?? null,
			skip: sum(tally.skip),
			skipBy: { ...tally.skip },
			earlier: { ...tally.there },
			segments: tally.segments,
			byVariant: { ...tally.byVariant },
			byCountry: byCountry.map((row) => ({ ...row, cost: row.cost ?? null })),
			cost: total ?? null,
			currency: prices?.currency ?? null,
			unpriced: [...unpriced],
			links: links.map(({ link, finalUrl, redirects, problems: wrong }) => ({
				link,
				finalUrl,
				redirects,
				problems: wrong.map(({ severity, message, hint }) => ({ severity, message, hint })),
			})),
			warnings,
			lawChanges: aheads.map(({ message }) => message),
		},
		itemIndex,
	);
	for (const message of warnings) context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	context.addExecutionHints(...aheads);
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((total, count) => total + count, 0);

async function warningsOf(tally: PreviewTally, links: readonly string[], shop: string, world: World): Promise<string[]> {
	const { warning } = sum(tally.wait) > 0 ? await outboxWarning(world.ledger, shop, world.carrierId, world.now()) : {};
	return [
		...links,
		...(typeof warning === 'string'
			? ['Texts would wait, and no SMS Outbox Trigger is active that would send them. Add one to a workflow and publish it.']
			: []),
		...(tally.people > MOST_ITEMS
			? [`Only the first ${MOST_ITEMS.toLocaleString('en')} people have items; the summary counts all.`]
			: []),
	];
}

function describe(previewed: PreviewedPerson, campaign: string, push: Push): void {
	const { person } = previewed;
	const about = { campaign, ...describePerson(person) };
	if (previewed.outcome === 'left-out') push(SKIPPED, { ...about, ...describeWhy(previewed) }, person.itemIndex);
	else if (previewed.outcome === 'there') {
		const isWaiting = previewed.status === 'scheduled';
		const when = isWaiting ? { scheduledFor: previewed.at.toISOString() } : {};
		push(isWaiting ? SCHEDULED : SKIPPED, { ...about, ...when, ...describeWhy(whyThere(previewed.status)) }, person.itemIndex);
	} else {
		const { text, waits, bestHour } = previewed;
		const words = { ...about, ...describeWords(text), ...describeFit(text), ...describeBestHour(bestHour) };
		if (!waits) push(SENT, words, person.itemIndex);
		else push(SCHEDULED, { ...words, scheduledFor: waits.until.toISOString(), ...describeWhy(waits) }, person.itemIndex);
	}
}
