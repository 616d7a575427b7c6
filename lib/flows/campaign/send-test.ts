import { type Judged, judgeFor, type Candidate } from './judge';
import { type CampaignRule } from './settings';
import { type PlanDeps, tooLong } from './plan-campaign';
import { type LeftOut, objectionTo } from './sift';
import { type AudiencePerson } from './audience';
import { dltOf, type SendResult, sendClaimed, type SendingDeps } from '../send-claimed';
import { sampleCode, wantsLink, type WrittenText, writeText } from './write-text';
import { periodFor } from '../../domain/codes/validity';

/** More would be a way to text a phone at will. */
export const MOST_TESTS = 5;

/** What became of somebody's text that went to the operator instead. */
export type TestedPerson = { readonly person: AudiencePerson } & (
	| ({ readonly outcome: 'tested'; readonly text: WrittenText } & SendResult)
	| ({ readonly outcome: 'left-out' } & LeftOut)
);

/**
 * Sends the first few texts of a campaign to the operator's own phone. Nobody's text counts as sent, no code is given (one of
 * the same length stands in its place), and the campaign begins only when it is run in earnest.
 *
 * @param redirect E.164.
 */
export function tester(
	campaign: { readonly shop: string; readonly name: string },
	redirect: string,
	deps: PlanDeps & SendingDeps,
) {
	const judge = judgeFor(deps);
	let sent = 0;
	return async (page: readonly Candidate[]): Promise<TestedPerson[]> => {
		const answers: TestedPerson[] = [];
		for (const candidate of page) {
			const { person } = candidate;
			const leftOut = sent >= MOST_TESTS ? ENOUGH : objectionTo(person);
			const [judged] = leftOut ? [] : await judge([candidate], true);
			if (leftOut || !judged) answers.push({ person, outcome: 'left-out', ...(leftOut as LeftOut) });
			else if (judged.decision.action === 'skip') {
				const { rule, reason, law } = judged.decision;
				answers.push({ person, outcome: 'left-out', rule, reason, law });
			} else {
				const answer = await sendOne(campaign, judged, redirect, deps);
				if (answer.outcome === 'tested') sent++;
				answers.push(answer);
			}
		}
		return answers;
	};
}

const ENOUGH: LeftOut = {
	rule: 'test-redirect' satisfies CampaignRule,
	reason: `Test Redirect sends ${MOST_TESTS} texts at most. Empty it to send the campaign.`,
};

async function sendOne(
	campaign: { readonly shop: string; readonly name: string },
	judged: Judged,
	redirect: string,
	deps: PlanDeps & SendingDeps,
): Promise<TestedPerson> {
	const { person } = judged;
	try {
		const text = writeSample(campaign, judged, deps);
		// the ledger knows no text of that id: how it ends is nobody's
		const { sender: from, picture } = text;
		const dlt = dltOf(redirect, judged.settings.dlt);
		const result = await sendClaimed(deps.newId(), { to: redirect, from, text: text.text, picture, dlt }, deps);
		return { person, outcome: 'tested', text, ...result };
	} catch (error) {
		const leftOut = tooLong(error);
		if (!leftOut) throw error;
		return { person, outcome: 'left-out', ...leftOut };
	}
}

/** The text as somebody would get it; where a code or a link of their own belongs, one that leads nowhere. */
export function writeSample(
	campaign: { readonly shop: string; readonly name: string },
	judged: Judged,
	deps: Pick<PlanDeps, 'now' | 'newToken' | 'unsubscribePage'>,
): WrittenText {
	const { series } = judged.settings;
	const now = deps.now();
	const until = series && periodFor(series.series.offer.validity, now).until;
	const code = series && sampleCode(series, judged.settings, until);
	const unsubscribeUrl = wantsLink(judged) ? deps.unsubscribePage?.(deps.newToken()) : undefined;
	return writeText(campaign, judged, { code: code && { ...code, code: code.longest }, unsubscribeUrl }, now);
}
