// A campaign of a shop with a real ledger, and a carrier that answers as it is told.
import { randomFillSync } from 'node:crypto';
import { type AudiencePerson, inPages } from '../../../lib/flows/campaign/audience';
import { openCampaign } from '../../../lib/flows/campaign/open-campaign';
import { type PlanDeps, type PlannedPerson } from '../../../lib/flows/campaign/plan-campaign';
import { type CampaignWatch, runCampaign } from '../../../lib/flows/campaign/run-campaign';
import { type CampaignSettings } from '../../../lib/flows/campaign/settings';
import { type Drained } from '../../../lib/flows/drain-outbox';
import { readPhone } from '../../../lib/domain/phone';
import { type SendingDeps } from '../../../lib/flows/send-claimed';
import { unsubscribeLink } from '../../../lib/flows/unsubscribe';
import { newId } from '../../ledger/sightings';
import { consent, OutboxShop, PROFILE } from '../outbox-shop';

export { consent, NOON, PROFILE } from '../outbox-shop';

/** +1 212: New York. */
export const MARIA = '+12125550123';
export const TOM = '+12125550124';
export const ANNA = '+48600100200';

export const settingsOf = (more: Partial<CampaignSettings> = {}): CampaignSettings => ({
	profile: PROFILE,
	kind: 'announcement',
	wordings: [{ name: 'A', weight: 1, texts: [{ text: 'Hi {first_name|there}, 20% off until Sunday' }] }],
	sendTime: { kind: 'asap' },
	whenTooMany: 'skip',
	isAgeRestricted: false,
	isFreeToEndUser: false,
	sender: '+14155550100',
	senders: [],
	smartEncoding: true,
	maxSegments: 3,
	...more,
});

export const personOf = (phone: string, more: Partial<AudiencePerson> = {}): AudiencePerson => ({
	phone: readPhone(phone),
	key: phone,
	itemIndex: 0,
	...more,
});

export interface Ran {
	readonly planned: PlannedPerson[];
	readonly drained: Drained[];
}

export class CampaignShop {
	constructor(readonly outbox: OutboxShop) {}

	deps(more: Partial<PlanDeps> = {}): PlanDeps & SendingDeps {
		let tokens = 0;
		return {
			...this.outbox.deps(),
			shop: PROFILE.key,
			carrierId: 'twilio',
			newId,
			randomFill: (buffer) => void randomFillSync(buffer),
			newToken: () => `token000${++tokens}`,
			unsubscribePage: (token) => unsubscribeLink('https://acme.example/stop', token),
			...more,
		} as PlanDeps & SendingDeps;
	}

	/** Plans and sends to these people. */
	async run(
		people: readonly (string | AudiencePerson)[],
		settings: Partial<CampaignSettings> = {},
		{ name = 'Spring sale', drains = true, ...watch }: { name?: string; drains?: boolean } & Partial<CampaignWatch> = {},
		deps = this.deps(),
	): Promise<Ran> {
		const candidates = people.map((one) => ({
			person: typeof one === 'string' ? personOf(one) : one,
			settings: settingsOf(settings),
		}));
		const campaign = await openCampaign({ shop: PROFILE.key, name, kind: settings.kind ?? 'announcement' }, deps);
		const ran: Ran = { planned: [], drained: [] };
		await runCampaign(campaign, inPages(candidates), drains ? { profile: PROFILE, parallel: 10 } : undefined, deps, {
			...watch,
			onPlanned: (planned) => void ran.planned.push(planned),
			onDrained: (drained) => void ran.drained.push(drained),
		});
		return ran;
	}

	/** What the carrier has taken, in the order of the alphabet. */
	texts(): string[] {
		return this.outbox.taken.map(({ to, text }) => `${to} ${text}`).sort();
	}

	consent = (...phones: readonly string[]) => consent(this.outbox.ledger, phones);
}

/** Sets up before, and takes down after, every test of the file that calls it. */
export function useCampaigns(): { readonly shop: CampaignShop } {
	const held = { shop: undefined as unknown as CampaignShop };
	beforeEach(async () => {
		held.shop = new CampaignShop(await OutboxShop.open());
	});
	afterEach(() => held.shop.outbox.close());
	return held;
}

/** Why each was left out, or what else became of them. */
export const outcomes = ({ planned }: Ran): string[] =>
	planned.map((one) => (one.outcome === 'left-out' ? one.rule : one.outcome === 'there' ? `there ${one.status}` : 'planned'));
