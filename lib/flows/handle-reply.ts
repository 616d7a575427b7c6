import { type CarrierReply } from '../carriers/carrier';
import { type AnswerName, composeAnswer, type OwnAnswer } from '../domain/answers';
import { type AnswerableOrder, type Answered, chooseAnswer } from '../domain/choose-answer';
import { type OrderItem } from '../domain/order-event';
import { normaliseOrderNumber } from '../domain/order-identity';
import { readPhone } from '../domain/phone';
import {
	type Classified,
	classifyReply,
	type KeywordRule,
	type OwnWords,
	type ReplyKind,
} from '../domain/replies/classify';
import { type ShopProfile } from '../domain/shop-profile';
import { standingOf } from '../domain/stages';
import { type ConfirmationText } from '../ledger/consent';
import { type KnownOrder, type ReplyFacts, type ReplyNovelty, type ReplyReaction } from '../ledger/inbound';
import {
	awaitsReply,
	type ConsentByReply,
	isRestart as isRestartWord,
	joinRuleOf,
	type JoinRule,
	type JoinSettings,
	understandOptIn,
} from './opt-in-by-reply';
import { sendClaimed, type SendingDeps, type SendResult } from './send-claimed';

/** What the operator set for the replies to one number. */
export interface ReplySettings {
	readonly profile: ShopProfile;
	readonly ownWords: OwnWords;
	readonly keywordRules: readonly KeywordRule[];
	/** What is answered automatically. */
	readonly answered: ReadonlySet<Answered>;
	readonly ownAnswers: readonly OwnAnswer[];
	readonly smartEncoding: boolean;
	readonly maxSegments: number;
	/** Words that people sign up with, and how they are asked then. */
	readonly joins: readonly JoinRule[];
	readonly optIn: JoinSettings;
	/** Kinds of replies that start a workflow; the others are done with when this flow is. */
	readonly handedOn: ReadonlySet<ReplyKind>;
}

/** What a reply means and what it causes. */
export interface Understood {
	readonly facts: ReplyFacts;
	readonly classified: Classified;
	/** The order whose texts it ends; undefined for every other reply. */
	readonly stopped?: KnownOrder | undefined;
	/** What it did to a consent; undefined for nothing. */
	readonly consent?: ConsentByReply | undefined;
	/** What the ledger is to do about it. */
	readonly reaction: Pick<ReplyReaction, 'optInAnswer' | 'request'>;
	/** It opens again what an opt-out has closed. */
	readonly isRestart: boolean;
	/** The automatic answer; undefined when there is none. */
	readonly answer?: PlannedAnswer | undefined;
	/** Why the automatic answer could not be written. The reply has had its effects all the same. */
	readonly answerError?: unknown;
}

export interface PlannedAnswer {
	readonly name: AnswerName | 'optInRequest' | 'optInConfirmed';
	readonly composed: ConfirmationText;
	readonly sendId: string;
}

export interface HandledReply {
	readonly reply: CarrierReply;
	readonly novelty: ReplyNovelty;
	/** Missing unless the reply is new. */
	readonly understood?: Understood | undefined;
}

/**
 * Understands a reply and records it with all that follows: an opt-out is in force when this returns. The answer is claimed
 * then, and still to be sent by {@link sendAnswer}.
 */
export async function handleReply(
	received: CarrierReply,
	settings: ReplySettings,
	deps: Pick<SendingDeps, 'ledger' | 'carrier' | 'newId' | 'now'>,
): Promise<HandledReply> {
	const { ledger, carrier, newId, now } = deps;
	// a long text goes by one id, whichever of its parts made it whole
	const reply = { ...received, id: received.part?.group ?? received.id };
	const [sendId, at] = [newId(), now()];
	const rule = joinRuleOf(reply.text, settings.joins);
	let understood: Understood | undefined;
	const novelty = await ledger.recordReply(
		{
			shop: settings.profile.key,
			now: at,
			carrier: carrier.id,
			messageId: reply.id,
			phone: phoneOf(reply),
			recipient: reply.to,
			text: reply.text,
			part: reply.part,
			join: rule && { purpose: rule.purpose, country: readPhone(reply.from).country },
		},
		(facts) => {
			understood = understand(reply, facts, settings, { carrier, newId, now: () => at, sendId });
			return reactionTo(reply, understood, settings.handedOn, carrier.id);
		},
	);
	return novelty === 'new' ? { reply, novelty, understood } : { reply, novelty };
}

/** The number as orders have it: carriers write some otherwise. */
const phoneOf = ({ from }: CarrierReply): string => readPhone(from).e164 ?? from;

/** The answer of a reply. Undefined when there is none, or an earlier try to hand over the reply sent it. */
export const answerToSend = ({ understood }: HandledReply): PlannedAnswer | undefined =>
	understood?.facts.isRepeated ? undefined : understood?.answer;

/** Sends the answer of a reply that is new. Undefined when there is none to send. */
export async function sendAnswer(handled: HandledReply, deps: SendingDeps): Promise<SendResult | undefined> {
	const answer = answerToSend(handled);
	if (!answer) return undefined;
	const { sendId, composed } = answer;
	const { reply } = handled;
	return await sendClaimed(sendId, { to: reply.from, from: reply.to, text: composed.text }, deps);
}

function understand(
	reply: CarrierReply,
	facts: ReplyFacts,
	settings: ReplySettings,
	deps: Pick<SendingDeps, 'carrier' | 'newId' | 'now'> & { readonly sendId: string },
): Understood {
	const { ownWords, keywordRules } = settings;
	const country = readPhone(reply.from).country;
	const knownLanguage = facts.orders[0]?.details.language ?? facts.optInRequest?.language ?? facts.language;
	const context = { language: knownLanguage, country, ownWords, keywordRules, hasPendingOptIn: awaitsReply(facts) };
	const read = asCarrierHasIt(classifyReply(facts.text, context), reply.handledByCarrier, facts);
	const stopped = read.kind === 'opt-out' ? orderByNumber(facts.orders, read.orderNumber) : undefined;
	const plain = { facts, classified: read, stopped, reaction: {}, isRestart: read.kind === 'opt-in' && !facts.join && !facts.optInRequest };
	try {
		const { classified, ...optIn } = understandOptIn(reply, read, facts, settings, deps);
		const isRestart =
			classified.kind === 'opt-in' &&
			(optIn.consent === undefined || (optIn.consent.status === 'confirmed' && isRestartWord(facts.text, context)));
		const understood = { facts, classified, stopped, ...optIn, isRestart };
		if (optIn.consent && optIn.consent.status !== 'declined') return understood;
		return { ...understood, answer: automaticAnswer(reply, understood, knownLanguage, settings, deps) };
	} catch (answerError) {
		return { ...plain, answerError }; // a mistake in an own text must not keep a STOP from counting
	}
}

function automaticAnswer(
	reply: CarrierReply,
	{ facts, classified, stopped }: Pick<Understood, 'facts' | 'classified' | 'stopped'>,
	knownLanguage: string | undefined,
	settings: ReplySettings,
	{ now, sendId }: Pick<SendingDeps, 'now'> & { readonly sendId: string },
): PlannedAnswer | undefined {
	const { kind, orderNumber } = classified;
	const { profile, ownAnswers, smartEncoding, maxSegments } = settings;
	const answer = chooseAnswer(
		{
			kind,
			orderNumber,
			handledByCarrier: reply.handledByCarrier,
			isOptedOut: facts.optOut !== undefined,
			answered: facts.answered,
		},
		facts.orders.map(answerable),
		{ switchedOn: settings.answered, optOutScope: profile.optOutScope, now: now() },
		stopped?.details.number,
	);
	if (!answer) return undefined;
	const composed = composeAnswer(answer, {
		profile,
		language: languageOf(classified, knownLanguage),
		country: readPhone(reply.from).country,
		ownAnswers,
		smartEncoding,
		maxSegments,
		now: now(),
	});
	return { name: answer.name, composed, sendId };
}

/**
 * A carrier acts on words of its own (Twilio's Advanced Opt-Out has the operator's), and what it has done is so, whatever we
 * make of the text. An opt-in only for who had opted out: YES is among the words, and answers many a question. Never against
 * an opt-out that we read.
 */
function asCarrierHasIt(
	classified: Classified,
	handled: CarrierReply['handledByCarrier'],
	{ optOut }: ReplyFacts,
): Classified {
	if (!handled || handled === classified.kind || classified.kind === 'opt-out') return classified;
	if (handled === 'opt-in' && !optOut) return classified;
	return { ...classified, kind: handled, rule: `handled as ${handled} by the carrier` };
}

/** English keywords are used in every country, so they say nothing of the language where one is known. */
const languageOf = ({ language }: Classified, known: string | undefined): string | undefined =>
	language === 'en' ? (known ?? language) : (language ?? known);

/** Only among the sender's own orders: anybody can type a number. */
function orderByNumber(orders: readonly KnownOrder[], wanted: string | undefined): KnownOrder | undefined {
	const number = normaliseOrderNumber(wanted);
	return number ? orders.find(({ details }) => normaliseOrderNumber(details.number) === number) : undefined;
}

function answerable({ details, parcels, seen, updatedAt }: KnownOrder): AnswerableOrder {
	const standing = standingOf(seen);
	const isMeant = ({ parcel }: { parcel: string }) => parcel === standing?.parcel;
	// a text has room for one link and one estimate: those of the parcel that it is about
	const meantFirst = [...parcels].sort((a, b) => Number(isMeant(b)) - Number(isMeant(a)));
	return {
		stage: standing?.stage,
		updatedAt,
		subject: {
			orderNumber: details.number,
			firstName: details.firstName,
			country: details.country,
			language: details.language,
			total: details.total,
			currency: details.currency,
			items: details.items ? (JSON.parse(details.items) as OrderItem[]) : [],
			orderUrl: details.orderUrl,
			trackings: meantFirst.map(({ trackingNumber, trackingUrl, trackingCompany }) => ({
				number: trackingNumber,
				url: trackingUrl,
				company: trackingCompany,
			})),
			eta: meantFirst[0]?.eta,
		},
	};
}

function reactionTo(
	reply: CarrierReply,
	{ classified, stopped, answer, reaction, isRestart }: Understood,
	handedOn: ReplySettings['handedOn'],
	carrierId: string,
): ReplyReaction {
	const { kind, rule } = classified;
	const byCarrier = reply.handledByCarrier;
	return {
		kind,
		rule,
		isHandedOn: handedOn.has(kind),
		// "STOP 1001" of an order that is not theirs: unclear, so it ends everything
		optOut: kind === 'opt-out' ? { orderId: stopped?.id, byCarrier: byCarrier === 'opt-out' } : undefined,
		optIn: isRestart ? { byCarrier: byCarrier === 'opt-in' || OPENS_AT_CARRIERS.test(reply.text) } : undefined,
		...reaction,
		// the request is claimed with all that belongs to it
		answer: answer && !reaction.request ? {
			sendId: answer.sendId,
			answer: answer.name,
			to: phoneOf(reply),
			text: answer.composed.text,
			language: answer.composed.language,
			encoding: answer.composed.encoding,
			segments: answer.composed.segments,
			carrier: carrierId,
			sender: reply.to,
		} : undefined,
	};
}

/** On these words carriers lift a block of their own, whether they tell or not. */
const OPENS_AT_CARRIERS = /^\s*(start|unstop)\s*$/i;
