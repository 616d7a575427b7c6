import { type LawSource } from '../../domain/law/law';
import { PHONE_PROBLEMS } from '../../domain/phone';
import { type CampaignVerbs } from '../../ledger/campaigns';
import { type OutboxStatus } from '../../ledger/outbox';
import { type AudiencePerson } from './audience';
import { type Candidate } from './judge';
import { type CampaignRule } from './settings';

/** Why somebody of the audience gets no text. */
export interface LeftOut {
	readonly rule: CampaignRule;
	/** In a sentence to the operator. */
	readonly reason: string;
	readonly law?: LawSource | undefined;
	/** When such a text might be sent again, where that can be told. */
	readonly nextOpening?: Date | undefined;
}

/** Somebody of whom the gate need not be asked. */
export type Sifted =
	| ({ readonly outcome: 'left-out' } & LeftOut)
	/** An earlier run has planned their text: where that stands, and since or until when. */
	| { readonly outcome: 'there'; readonly status: OutboxStatus; readonly at: Date };

/**
 * Sets those apart who have no phone, whose phone has come before, or who have a text of the campaign.
 *
 * @param campaignId undefined for a campaign that was never begun.
 * @returns what is called for each page; `open` are the others, in their order.
 */
export function sifter(campaignId: string | undefined, ledger: Pick<CampaignVerbs, 'plannedTexts'>) {
	const seen = new Set<string>();
	return async (page: readonly Candidate[]) => {
		const answers = new Map<Candidate, { readonly person: AudiencePerson } & Sifted>();
		const fresh = page.filter((candidate) => {
			const { person } = candidate;
			const objection = objectionTo(person) ?? (seen.has(person.key) ? TWICE : undefined);
			if (objection) answers.set(candidate, { person, outcome: 'left-out', ...objection });
			else seen.add(person.key);
			return !objection;
		});
		const keys = fresh.map(({ person }) => person.key);
		const known = campaignId === undefined || keys.length === 0 ? [] : await ledger.plannedTexts(campaignId, keys);
		const open = fresh.filter((candidate, index) => {
			const there = known[index];
			if (there) answers.set(candidate, { person: candidate.person, outcome: 'there', ...there });
			return !there;
		});
		return { answers, open };
	};
}

const TWICE: LeftOut = { rule: 'duplicate', reason: 'The same phone has come before in this run.' };

/** What can be said without asking the ledger. */
export function objectionTo({ phone, objection }: AudiencePerson): LeftOut | undefined {
	if (objection) return objection;
	if (phone.e164 && !phone.problem) return undefined;
	return { rule: 'no-textable-phone', reason: `The phone number ${PHONE_PROBLEMS[phone.problem ?? 'invalid']}.` };
}
