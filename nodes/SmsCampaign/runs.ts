import { type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { type SenderTable } from '../../lib/domain/sender-table';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { inPages } from '../../lib/flows/campaign/audience';
import { type Candidate } from '../../lib/flows/campaign/judge';
import { foreseenSeries, knownSeries } from '../../lib/flows/campaign/series';
import { type CampaignSettings } from '../../lib/flows/campaign/settings';
import { type OpenedSeries } from '../../lib/flows/give-code';
import { type CampaignKind } from '../../lib/ledger/campaigns';
import { seriesOpener } from '../PromoCode/open-series';
import { choiceOf, readRules, readSeriesName } from '../PromoCode/settings';
import { peopleOf, personOfItem } from './audience';
import { readCampaignName, readCampaignSettings, readProfile, readRedirect } from './settings';
import { type World } from './world';

/** One campaign of an execution: of people of the ledger one for each item, else one for all items with its name. */
export interface Run {
	readonly name: string;
	readonly kind: CampaignKind;
	readonly profile: ShopProfile;
	/** Of which the items are; at least one. */
	readonly itemIndexes: number[];
	/** Different ones, at most a few. */
	readonly samples: CampaignSettings[];
	/** E.164: nobody else is texted. */
	readonly redirect?: string | undefined;
	/** Whether input items are the people: as many as there are. */
	readonly isOfItems: boolean;
	audience(): AsyncIterable<readonly Candidate[]> | Iterable<readonly Candidate[]>;
}

/** Who texts come from, for one item. @throws DomainError for what is no sender. */
export type ReadSenders = (itemIndex: number, options: IDataObject) => { readonly sender: string; readonly senders: SenderTable };

/** The texts of so many different items are looked at before anything is sent. */
const MOST_SAMPLES = 20;

/**
 * Reads what is to be done, item by item, and checks all of it.
 *
 * @param isPreview nothing is made, not even a series.
 * @returns failures by the item's position.
 */
export async function readRuns(
	context: IExecuteFunctions,
	kind: CampaignKind,
	world: World,
	shop: ShopProfile,
	readSenders: ReadSenders,
	isPreview: boolean,
): Promise<{ readonly runs: readonly Run[]; readonly failures: ReadonlyMap<number, unknown> }> {
	const runs = new Map<string, Run & { readonly people: Candidate[] }>();
	const failures = new Map<number, unknown>();
	const openSeries = seriesReader(context, world, isPreview);
	const now = world.now();
	for (const itemIndex of context.getInputData().keys()) {
		try {
			const name = readCampaignName(context, itemIndex);
			const profile = readProfile(context, itemIndex, shop);
			const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
			const settings = readCampaignSettings(context, itemIndex, kind, {
				...readSenders(itemIndex, options),
				profile,
				series: await openSeries(itemIndex, profile),
				hasUnsubscribePage: world.unsubscribePage !== undefined,
				now,
			});
			const redirect = readRedirect(context, itemIndex, profile);
			const isOfItems = kind === 'announcement' && context.getNodeParameter('audience', itemIndex, 'items') !== 'people';
			const key = isOfItems ? JSON.stringify([name, redirect]) : String(itemIndex);
			const people: Candidate[] = runs.get(key)?.people ?? [];
			const of = { name, kind, profile, redirect, isOfItems, people, itemIndexes: [], samples: [] };
			const run = runs.get(key) ?? {
				...of,
				audience: () => (isOfItems ? inPages(people) : candidates(peopleOf(context, itemIndex, kind, profile, world.ledger), settings)),
			};
			if (isOfItems) people.push({ person: personOfItem(context, itemIndex, profile), settings });
			run.itemIndexes.push(itemIndex);
			if (run.samples.length < MOST_SAMPLES) run.samples.push(settings);
			runs.set(key, run);
		} catch (error) {
			failures.set(itemIndex, error);
		}
	}
	return { runs: [...runs.values()], failures };
}

async function* candidates(audience: ReturnType<typeof peopleOf>, settings: CampaignSettings) {
	for await (const page of audience) yield page.map((person) => ({ person, settings }));
}

/** Opens each series once, however many items are given codes of it. */
function seriesReader(context: IExecuteFunctions, world: World, isPreview: boolean) {
	const open = seriesOpener(world);
	const known = new Map<string, Promise<OpenedSeries>>();
	return async (itemIndex: number, profile: ShopProfile): Promise<OpenedSeries | undefined> => {
		const written = context.getNodeParameter('personalCode', itemIndex, 'none');
		const which = choiceOf('Promo Code', written, ['none', 'existing', 'new']);
		if (which === 'none') return undefined;
		if (which === 'new') {
			const rules = readRules(context, itemIndex, profile);
			return await (isPreview ? foreseenSeries(rules, world) : open(rules));
		}
		const name = readSeriesName(context, itemIndex);
		const series = known.get(name) ?? knownSeries(name, world);
		known.set(name, series);
		return await series;
	};
}
