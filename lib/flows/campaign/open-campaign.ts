import { DomainError } from '../../domain/errors';
import { type Campaign, type CampaignKind, type CampaignVerbs } from '../../ledger/campaigns';

/** As the operator sees them. */
export const KIND_NAMES: Readonly<Record<CampaignKind, string>> = {
	announcement: 'Send Announcement',
	'birthday-gift': 'Send Birthday Gift',
	'win-back': 'Win Back',
};

/**
 * Finds a campaign by its name, or begins it.
 *
 * @throws DomainError `bad-setting` for one that is of another kind, or was cancelled.
 */
export async function openCampaign(
	{ shop, name, kind }: { readonly shop: string; readonly name: string; readonly kind: CampaignKind },
	deps: { readonly ledger: CampaignVerbs; newId(): string; now(): Date },
): Promise<Campaign> {
	const campaign = await deps.ledger.openCampaign({ shop, name, kind, newId: deps.newId() }, deps.now());
	refuseUnfit(campaign, kind);
	return campaign;
}

/** @throws DomainError as {@link openCampaign}. */
export function refuseUnfit({ name, kind, status }: Campaign, wanted: CampaignKind): void {
	if (kind !== wanted)
		throw new DomainError(
			'bad-setting',
			`The campaign "${name}" is one of ${KIND_NAMES[kind]}, not of ${KIND_NAMES[wanted]}`,
			'Write another Campaign Name.',
		);
	if (status === 'cancelled')
		throw new DomainError(
			'bad-setting',
			`The campaign "${name}" was cancelled`,
			'It sends nothing any more. For a new one, write another Campaign Name.',
		);
}
