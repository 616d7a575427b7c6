import { type BestHour } from '../../domain/campaign/best-hour';
import { type AudiencePerson } from './audience';
import { type Candidate, type Judged, judgeFor } from './judge';
import { type PlanDeps, tooLong } from './plan-campaign';
import { writeSample } from './send-test';
import { type LeftOut, type Sifted, sifter } from './sift';
import { type WrittenText } from './write-text';

/** What would become of somebody of the audience, by all that is known now. */
export type PreviewedPerson = { readonly person: AudiencePerson } & (
	| {
			readonly outcome: 'would-send';
			readonly text: WrittenText;
			readonly bestHour?: BestHour | undefined;
			/** Until when, and why; undefined: at once. */
			readonly waits?: (Omit<LeftOut, 'nextOpening'> & { readonly until: Date }) | undefined;
	  }
	| Sifted
);

/**
 * The same work as planning; nothing is written, given or sent.
 *
 * @param campaign without an id where none of that name was begun.
 * @throws DomainError as {@link pagePlanner}.
 */
export function previewer(
	campaign: { readonly id?: string | undefined; readonly shop: string; readonly name: string },
	deps: Pick<PlanDeps, 'now' | 'newToken' | 'unsubscribePage' | 'ledger'>,
) {
	const judge = judgeFor(deps);
	const sift = sifter(campaign.id, deps.ledger);
	return async (page: readonly Candidate[]): Promise<PreviewedPerson[]> => {
		const { answers, open } = await sift(page);
		const judged = (await judge(open)).map((one) => foresee(campaign, one, deps));
		return page.map((candidate) => answers.get(candidate) ?? (judged[open.indexOf(candidate)] as PreviewedPerson));
	};
}

function foresee(
	campaign: { readonly shop: string; readonly name: string },
	judged: Judged,
	deps: Parameters<typeof writeSample>[2],
): PreviewedPerson {
	const { person, decision, wish } = judged;
	if (decision.action === 'skip') {
		const { rule, reason, law, nextOpening } = decision;
		return { person, outcome: 'left-out', rule, reason, law, nextOpening };
	}
	try {
		const text = writeSample(campaign, judged, deps);
		const waits = decision.action === 'wait' ? decision : undefined;
		return { person, outcome: 'would-send', text, bestHour: wish.bestHour, waits };
	} catch (error) {
		const objection = tooLong(error);
		if (!objection) throw error;
		return { person, outcome: 'left-out', ...objection };
	}
}
