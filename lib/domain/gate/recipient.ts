import { day } from '../day';
import { FAILURE_SENTENCES } from '../delivery';
import { type GateFacts, type GateRule, type OptOutOrigin, type Skip } from '../gate';
import { type LawSource } from '../law/law';

export const skip = (rule: GateRule, reason: string, law?: LawSource): Skip => ({ action: 'skip', rule, reason, ...(law && { law }) });

const OPTED_OUT: Readonly<Record<OptOutOrigin, (date: string) => string>> = {
	carrier: (date) =>
		`the carrier has refused texts to them since ${date}. They can take it back by texting START to you`,
	reply: (date) => `they asked for it on ${date}`,
	operator: (date) => `it was recorded on ${date}`,
};

export const optedOutSentence = ({ origin, at }: NonNullable<GateFacts['optOut']>): string =>
	`The customer has opted out: ${OPTED_OUT[origin](day(at))}.`;

export function deadObjection({ dead }: GateFacts, whenDead: 'skip' | 'try' | undefined): Skip | undefined {
	if (!dead || whenDead === 'try') return undefined;
	return skip(
		'dead-number',
		`A text to this number failed for good on ${day(dead.at)}. ${FAILURE_SENTENCES[dead.reason]} It is texted again once a text arrives from it; to try anyway, set When the Number Is Dead to Try Again.`,
	);
}
