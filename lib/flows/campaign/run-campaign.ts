import { type Campaign } from '../../ledger/campaigns';
import { type Drained, drainOutbox, type DrainSettings } from '../drain-outbox';
import { type SendingDeps } from '../send-claimed';
import { type Candidate } from './judge';
import { pagePlanner, type PlanDeps, type PlannedPerson } from './plan-campaign';

/** What an operator is told while a campaign runs. */
export interface CampaignWatch {
	onPlanned(planned: PlannedPerson): void;
	onDrained(drained: Drained): void;
	/** After each page. */
	onPage?(): void;
	/** The operator has stopped the execution: nothing new is begun, what is in the outbox stays there. */
	isStopped?(): boolean;
}

/**
 * Plans everybody's text, then sends those that may leave now. The first phase ends before the second begins, so that whoever is
 * meant is in the ledger before anybody is texted; of a crash in either, running it again is the cure.
 *
 * @param drain undefined: nothing is sent here, the outbox's own workflow does.
 * @throws DomainError as {@link pagePlanner}; pages planned before stay planned, and nothing was sent.
 */
export async function runCampaign(
	campaign: Campaign,
	audience: AsyncIterable<readonly Candidate[]> | Iterable<readonly Candidate[]>,
	drain: Omit<DrainSettings, 'campaignId' | 'isStopped'> | undefined,
	deps: PlanDeps & SendingDeps,
	watch: CampaignWatch,
): Promise<void> {
	const plan = pagePlanner(campaign, deps);
	const isStopped = () => watch.isStopped?.() ?? false;
	for await (const page of audience) {
		if (isStopped()) return;
		for (const planned of await plan(page)) watch.onPlanned(planned);
		watch.onPage?.();
	}
	if (!drain) return;
	await drainOutbox({ ...drain, campaignId: campaign.id, isStopped }, deps, (drained) => watch.onDrained(drained));
}
