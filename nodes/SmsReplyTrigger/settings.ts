import { type IDataObject, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { ANSWERS, type AnswerName, checkOwnAnswers, type OwnAnswer } from '../../lib/domain/answers';
import { ANSWERED, type Answered } from '../../lib/domain/choose-answer';
import { DomainError } from '../../lib/domain/errors';
import { canonicalLanguage } from '../../lib/domain/languages';
import { type KeywordRule, type ReplyKind } from '../../lib/domain/replies/classify';
import { normaliseSender } from '../../lib/domain/sender';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { type ReplySettings } from '../../lib/flows/handle-reply';

/** What an answer needs in scripts that no phone's own alphabet holds, such as Cyrillic. */
const LEAST_SEGMENTS = 2;

const REPLY_KINDS: readonly ReplyKind[] = ['opt-out', 'help', 'opt-in', 'answer', 'order-question', 'keyword', 'other'];

/** Before the workflow is published. @throws DomainError naming what is wrong with an own answer and how it should look. */
export const checkReplySettings = (context: IHookFunctions, profile: ShopProfile): void =>
	checkOwnAnswers(readOwnAnswers(context), profile);

/**
 * What the operator set. An own answer that cannot be written any more, because the shop credential has changed since, is left
 * out: then the built-in one is sent. No mistake in a text may keep a STOP from counting.
 */
export function readReplySettings(context: IWebhookFunctions, profile: ShopProfile): ReplySettings {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const ownAnswers = readOwnAnswers(context).filter((own) => isWritable(own, profile, context));
	const answered = context.getNodeParameter('automaticAnswers', []) as unknown[];
	const handedOn = (options.handedOn ?? REPLY_KINDS) as unknown[];
	return {
		profile,
		ownWords: {
			optOut: wordsIn(options.optOutWords),
			help: wordsIn(options.helpWords),
			optIn: wordsIn(options.optInWords),
			orderQuestion: wordsIn(options.orderQuestionWords),
		},
		keywordRules: readKeywordRules(context),
		answered: new Set(ANSWERED.filter((name: Answered) => answered.includes(name))),
		ownAnswers,
		smartEncoding: options.smartEncoding !== false,
		maxSegments: Math.min(Math.max(Math.floor(Number(options.maxSegments)) || LEAST_SEGMENTS, LEAST_SEGMENTS), 10),
		handedOn: new Set(REPLY_KINDS.filter((kind) => handedOn.includes(kind))),
	};
}

/** The names of the operator's rules, in the order of their outputs. */
export const keywordNames = (context: IWebhookFunctions): string[] => readKeywordRules(context).map(({ name }) => name);

function readKeywordRules(context: IHookFunctions | IWebhookFunctions): KeywordRule[] {
	const rules = context.getNodeParameter('keywordRules.rules', []) as IDataObject[];
	// a rule is known by its place: two may have the same name
	return rules.map(({ name, words, match }, index) => ({
		name: `${index + 1} ${typeof name === 'string' && name ? name : 'Keyword'}`,
		words: wordsIn(words),
		match: match === 'begins' || match === 'contains' ? match : 'whole',
	}));
}

function readOwnAnswers(context: IHookFunctions | IWebhookFunctions): OwnAnswer[] {
	const entries = context.getNodeParameter('ownAnswers.answers', []) as IDataObject[];
	return entries
		.filter(({ answer, text }) => Object.hasOwn(ANSWERS, String(answer)) && typeof text === 'string' && text.trim())
		.map(({ answer, language, text }) => ({
			answer: answer as AnswerName,
			language: language ? canonicalLanguage(String(language)) : undefined,
			text: String(text),
		}));
}

function isWritable(own: OwnAnswer, profile: ShopProfile, context: IWebhookFunctions): boolean {
	try {
		checkOwnAnswers([own], profile);
		return true;
	} catch {
		context.logger.warn(
			`SMS Reply Trigger cannot write your own answer "${ANSWERS[own.answer].label}" any more, and sends the built-in one. Publish the workflow again to see why.`,
		);
		return false;
	}
}

const wordsIn = (list: unknown): string[] =>
	typeof list === 'string'
		? list
				.split(/[,;\n]/)
				.map((word) => word.trim())
				.filter(Boolean)
		: [];

/** The number that customers text to. @throws DomainError `missing-setting` when neither the node nor the credential has one. */
export function readNumber(context: IHookFunctions, credentials: IDataObject): string {
	const own = (context.getNodeParameter('sender', '') as string).trim();
	const number = own || (typeof credentials.sender === 'string' ? credentials.sender.trim() : '');
	if (number) return normaliseSender(number);
	throw new DomainError(
		'missing-setting',
		'There is no number whose texts should come here',
		'Fill in Number, or Sender in the carrier credential, e.g. +14155550100; or switch off Set the URL at the Carrier and paste the webhook URL there yourself.',
	);
}
