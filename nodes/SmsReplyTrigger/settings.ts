import { type IDataObject, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { ANSWERS, type AnswerName, checkOwnAnswers, type OwnAnswer } from '../../lib/domain/answers';
import { ANSWERED, type Answered } from '../../lib/domain/choose-answer';
import { type OwnOptInText } from '../../lib/domain/consent/compose-opt-in';
import { checkOptInTexts, OPT_IN_TEXT_LABELS, type WordingContext } from '../../lib/domain/consent/wording';
import { DomainError } from '../../lib/domain/errors';
import { canonicalLanguage } from '../../lib/domain/languages';
import { type KeywordRule, type ReplyKind } from '../../lib/domain/replies/classify';
import { normaliseSender } from '../../lib/domain/sender';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { type ReplySettings } from '../../lib/flows/handle-reply';
import { DEFAULT_JOIN_SETTINGS, type JoinRule, type JoinSettings } from '../../lib/flows/opt-in-by-reply';
import { readOwnOptInTexts } from '../shared/opt-in-texts';

/** What an answer needs in scripts that no phone's own alphabet holds, such as Cyrillic. */
const LEAST_SEGMENTS = 2;

const REPLY_KINDS: readonly ReplyKind[] = ['opt-out', 'help', 'opt-in', 'answer', 'order-question', 'keyword', 'other'];

/**
 * Before the workflow is published.
 *
 * @throws DomainError naming what is wrong with an own answer, an own opt-in text or a word to join with.
 */
export function checkReplySettings(context: IHookFunctions, profile: ShopProfile): void {
	checkOwnAnswers(readOwnAnswers(context), profile);
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const isFreeToEndUser = options.freeToEndUser === true;
	checkOptInTexts(readOwnJoinTexts(context), { profile, isFreeToEndUser, proof: 'reply' });
	if (!profile.brand && (context.getNodeParameter('joinWords.rules', []) as IDataObject[]).length > 0)
		throw new DomainError(
			'missing-setting',
			'Nobody can consent to texts of a shop without a name: Brand is empty',
			'Fill in Brand in the credential "Commerce SMS: Shop API", or take the Join Words away.',
		);
}

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
		joins: readJoins(context),
		optIn: readOptIn(context, profile),
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

function readJoins(context: IWebhookFunctions): JoinRule[] {
	const rules = context.getNodeParameter('joinWords.rules', []) as IDataObject[];
	return rules.map(({ words, purpose, language }) => ({
		words: wordsIn(words),
		purpose: purpose === 'survey' ? 'survey' : 'marketing',
		language: language ? canonicalLanguage(String(language)) : undefined,
	}));
}

/** How people who text such a word are asked. */
function readOptIn(context: IWebhookFunctions, profile: ShopProfile): JoinSettings {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const number = (name: string, fallback: number) => Math.max(Math.floor(Number(options[name])) || fallback, 1);
	const isFreeToEndUser = options.freeToEndUser === true;
	return {
		textsAMonth: number('textsAMonth', DEFAULT_JOIN_SETTINGS.textsAMonth),
		expiresAfterHours: number('expiresAfterHours', DEFAULT_JOIN_SETTINGS.expiresAfterHours),
		isFreeToEndUser,
		ownTexts: readOwnJoinTexts(context).filter((own) => isSound(own, isFreeToEndUser, profile, context)),
	};
}

function readOwnJoinTexts(context: IHookFunctions | IWebhookFunctions): OwnOptInText[] {
	const { ownTexts } = context.getNodeParameter('options', {}) as { ownTexts?: { texts?: IDataObject[] } };
	return readOwnOptInTexts(ownTexts?.texts ?? []);
}

/** What was found of own texts: a look takes a millisecond, and every webhook would take one. */
const soundness = new Map<string, boolean>();

/** As with own answers: what is not sound any more gives way to the built-in text. */
function isSound(
	own: OwnOptInText,
	isFreeToEndUser: boolean,
	profile: ShopProfile,
	context: IWebhookFunctions,
): boolean {
	const wording: WordingContext = { profile, isFreeToEndUser, proof: 'reply' };
	const key = JSON.stringify([own, wording]);
	const known = soundness.get(key);
	if (known !== undefined) return known;
	try {
		checkOptInTexts([own], wording);
		soundness.set(key, true);
	} catch {
		soundness.set(key, false);
		context.logger.warn(
			`SMS Reply Trigger cannot send your own opt-in text "${OPT_IN_TEXT_LABELS[own.name]}" any more, and sends the built-in one. Publish the workflow again to see why.`,
		);
	}
	return soundness.get(key) === true;
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
