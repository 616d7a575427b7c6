import { type CarrierReply } from '../carriers/carrier';
import { type OwnOptInText } from '../domain/consent/compose-opt-in';
import { type AskedPurpose } from '../domain/consent/consent';
import { DEFAULT_LIMITS } from '../domain/consent/request';
import { readPhone } from '../domain/phone';
import { type Classified, classifyReply, type ReplyContext } from '../domain/replies/classify';
import { squash, tokenise } from '../domain/replies/tokens';
import { type AwaitingRequest, type ReplyFacts, type ReplyReaction } from '../ledger/inbound';
import { type PlannedAnswer, type ReplySettings } from './handle-reply';
import { type RequestSkip } from './request-objections';
import { planRequest } from './request-opt-in';
import { type SendingDeps } from './send-claimed';

/** Words that people sign up with: texted alone, they start a double opt-in. */
export interface JoinRule {
	readonly words: readonly string[];
	readonly purpose: AskedPurpose;
	/** Of the words, and so of who texts them; undefined when they are not of one language. */
	readonly language?: string | undefined;
}

/** How people who text such a word are asked. */
export interface JoinSettings {
	readonly textsAMonth: number;
	readonly isFreeToEndUser: boolean;
	readonly expiresAfterHours: number;
	readonly ownTexts: readonly OwnOptInText[];
}

export const DEFAULT_JOIN_SETTINGS: JoinSettings = {
	textsAMonth: 4,
	isFreeToEndUser: false,
	expiresAfterHours: 24,
	ownTexts: [],
};

/** What a reply did to a consent. */
export interface ConsentByReply {
	readonly purpose: AskedPurpose;
	/** `pending`: they were asked to confirm; `skipped`: they could not be, for the reason given. */
	readonly status: 'confirmed' | 'pending' | 'declined' | 'skipped';
	readonly rule?: RequestSkip | undefined;
	readonly reason?: string | undefined;
}

/** What follows for consent; all undefined where nothing does. */
export interface OptInByReply {
	readonly classified: Classified;
	readonly consent?: ConsentByReply | undefined;
	readonly reaction: Pick<ReplyReaction, 'optInAnswer' | 'request'>;
	/** Takes the place of an automatic answer. */
	readonly answer?: PlannedAnswer | undefined;
}

/** The rule whose word the whole text is. */
export const joinRuleOf = (text: string, joins: readonly JoinRule[]): JoinRule | undefined =>
	joins.find(({ words }) => wordOf(text, words) !== undefined);

const wordOf = (text: string, words: readonly string[]) => {
	const typed = squash(tokenise(text));
	return typed === '' ? undefined : words.find((word) => squash(tokenise(word)) === typed);
};

/** Whether a text may be the answer to a request that waits. A word that is not asked for is no answer. */
export const awaitsReply = ({ optInRequest }: ReplyFacts): boolean =>
	optInRequest !== undefined && optInRequest.proof !== 'code';

/**
 * What a reply means for consent: the yes, the code or the no to a request, or a word to sign up with. Who wants to stop, or
 * asks for help, has said neither.
 *
 * @throws DomainError when the request cannot be written.
 */
export function understandOptIn(
	reply: CarrierReply,
	classified: Classified,
	facts: ReplyFacts,
	settings: ReplySettings,
	deps: Pick<SendingDeps, 'carrier' | 'newId' | 'now'> & { readonly sendId: string },
): OptInByReply {
	const nothing = { classified, reaction: {} };
	const { optInRequest: request } = facts;
	if (classified.kind === 'opt-out' || classified.kind === 'help') return nothing;
	const joinRule = facts.join && joinRuleOf(facts.text, settings.joins);
	if (joinRule) return join(reply, joinRule, facts, settings, deps);
	if (!request) return nothing;
	const { purpose } = request;
	if (request.hasCode || (classified.kind === 'opt-in' && awaitsReply(facts))) {
		const rule = request.hasCode ? 'the code that was asked for' : classified.rule;
		return {
			classified: { ...classified, kind: 'opt-in', rule },
			consent: { purpose, status: 'confirmed' },
			reaction: { optInAnswer: { requestId: request.id, isYes: true } },
			answer: confirming(request, deps.sendId),
		};
	}
	if (!classified.isDecline) return nothing;
	return {
		classified,
		consent: { purpose, status: 'declined' },
		reaction: { optInAnswer: { requestId: request.id, isYes: false } },
	};
}

const confirming = ({ confirmation }: AwaitingRequest, sendId: string): PlannedAnswer | undefined =>
	confirmation && { name: 'optInConfirmed', composed: confirmation, sendId };

/** Whether a text opens what an opt-out closed: START does, the mere yes to a request does not. */
export const isRestart = (text: string, context: ReplyContext): boolean =>
	classifyReply(text, { ...context, hasPendingOptIn: false }).kind === 'opt-in';

function join(
	reply: CarrierReply,
	rule: JoinRule,
	facts: ReplyFacts,
	{ profile, optIn, smartEncoding, maxSegments }: ReplySettings,
	deps: Pick<SendingDeps, 'carrier' | 'newId' | 'now'>,
): OptInByReply {
	const { purpose } = rule;
	const classified: Classified = {
		kind: 'opt-in',
		rule: `your word to sign up "${wordOf(facts.text, rule.words)}"`,
		...(rule.language && { language: rule.language }),
	};
	const plan = planRequest(
		readPhone(reply.from),
		{
			...optIn,
			profile,
			purpose,
			proof: 'reply',
			action: 'request',
			source: 'keyword',
			givenAt: deps.now(),
			limits: DEFAULT_LIMITS,
			isConfirmed: true,
			language: rule.language ?? facts.orders[0]?.details.language ?? facts.language,
			evidence: { messageId: reply.id, reply: facts.text.slice(0, LONGEST_QUOTE) },
			sender: reply.to,
			smartEncoding,
			maxSegments: Math.max(maxSegments, LEAST_SEGMENTS),
		},
		deps,
		undefined,
	);
	const request = facts.join && plan.decide(facts.join);
	if (!request) {
		const { skip } = plan.outcome;
		return { classified, consent: { purpose, status: 'skipped', ...skip }, reaction: {} };
	}
	const { text, language, encoding, segments, sendId } = request.send;
	return {
		classified,
		consent: { purpose, status: 'pending' },
		reaction: { request },
		answer: { name: 'optInRequest', composed: { text, language, encoding, segments }, sendId },
	};
}

const LONGEST_QUOTE = 160;

/** With the small print that carriers want, in scripts that no phone's own alphabet holds. */
const LEAST_SEGMENTS = 5;
