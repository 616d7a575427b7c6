import {
	checkOwnText,
	type ComposedText,
	fitText,
	type LengthSettings,
	ORDER_PLACEHOLDERS,
	SHOP_PLACEHOLDERS,
} from './compose';
import { orderValues, plainOrderNumber, shopValues, type TextSubject, type ValueSettings } from './compose-values';
import { languageFor } from './languages';
import { wantsRatesNotice } from './rates-notice';
import { type ShopProfile } from './shop-profile';
import { type Stage } from './stages';
import { parseTemplate, type Placeholder, type PlaceholderValues, renderTemplate } from './template';
import { TEXTS, textsIn } from './texts';
import { type AnswerName, type LanguageTexts } from './texts/texts';

export type { AnswerName } from './texts/texts';

interface AnswerKind {
	/** Its name on the canvas. */
	readonly label: string;
	/** When it is sent, in a sentence to the operator. */
	readonly description: string;
	/** What it can say. */
	readonly placeholders: readonly Placeholder[];
}

/** The automatic answers, as the operator sees them. */
export const ANSWERS: Readonly<Record<AnswerName, AnswerKind>> = {
	optedOut: {
		label: 'Opt-Out',
		description: 'After STOP: confirms that no more texts will come',
		placeholders: SHOP_PLACEHOLDERS,
	},
	optedOutMarketing: {
		label: 'Opt-Out of Marketing',
		description: 'After STOP where it ends marketing only: confirms that no more offers will come',
		placeholders: SHOP_PLACEHOLDERS,
	},
	orderStopped: {
		label: 'Opt-Out of an Order',
		description: 'After STOP with an order number: confirms that no more texts about that order will come',
		placeholders: [...SHOP_PLACEHOLDERS, 'order_number'],
	},
	help: {
		label: 'Help',
		description: 'After HELP: tells who sends the texts, how to reach you and how to stop them',
		placeholders: SHOP_PLACEHOLDERS,
	},
	started: {
		label: 'Opt-In',
		description: 'After START: confirms that texts will come again',
		placeholders: SHOP_PLACEHOLDERS,
	},
	orderStatus: {
		label: 'Order Status',
		description: 'After a question about an order: tells where it is',
		placeholders: [...ORDER_PLACEHOLDERS, 'status'],
	},
	orderList: {
		label: 'Status of Several Orders',
		description: 'After a question about orders, when several are open: tells where each of them is',
		placeholders: [...SHOP_PLACEHOLDERS, 'orders'],
	},
	noOrder: {
		label: 'No Order Found',
		description: 'After a question about an order, when none is open for that number',
		placeholders: SHOP_PLACEHOLDERS,
	},
	acknowledgement: {
		label: 'Acknowledgement',
		description: 'After any other text: confirms that it has arrived',
		placeholders: SHOP_PLACEHOLDERS,
	},
};

/** What is known of an order that a customer asks about, and where it is. */
export type AnsweredOrder = Partial<TextSubject> & { readonly stage: Stage };

/** Which answer, and what it is about. */
export type AnswerText =
	| { readonly name: Exclude<AnswerName, 'orderStopped' | 'orderStatus' | 'orderList'> }
	| { readonly name: 'orderStopped'; readonly orderNumber: string }
	| { readonly name: 'orderStatus'; readonly order: AnsweredOrder }
	/** In the order in which they are listed; two of them fit one segment. */
	| { readonly name: 'orderList'; readonly orders: readonly AnsweredOrder[] };

/** An answer that the operator wrote in place of a built-in one. */
export interface OwnAnswer {
	readonly answer: AnswerName;
	/** Language tag; undefined for every language that has no own answer of its own. */
	readonly language?: string | undefined;
	readonly text: string;
}

export interface AnswerSettings extends ValueSettings, LengthSettings {
	/** The customer's language tag; undefined when it is not known: the order's, then the country's is taken. */
	readonly language?: string | undefined;
	/** ISO 3166-1 alpha-2 country of the customer's phone; undefined when it is not known: the order's is taken. */
	readonly country?: string | undefined;
	readonly ownAnswers?: readonly OwnAnswer[] | undefined;
}

/**
 * Looks at the operator's own answers before any is sent.
 *
 * @throws DomainError `bad-template` for a mistake in one or a placeholder that this answer has no value for,
 * `missing-setting` when one needs a setting that is empty.
 */
export function checkOwnAnswers(ownAnswers: readonly OwnAnswer[], profile: ShopProfile): void {
	for (const { answer, text } of ownAnswers) checkOwnText(text, ANSWERS[answer].placeholders, profile);
}

/**
 * Writes an automatic answer: language, template, numbers and dates of the customer's country, encoding, length.
 *
 * @throws DomainError `bad-template`, or `too-long` when the text does not fit the segments limit even without its optional
 * parts.
 */
export function composeAnswer(answer: AnswerText, settings: AnswerSettings): ComposedText {
	const order = orderOf(answer);
	const country = settings.country ?? order?.country;
	const own = (language: string | undefined) =>
		settings.ownAnswers?.find((one) => one.answer === answer.name && one.language === language)?.text;
	const language = languageFor(
		{ ofOrder: settings.language ?? order?.language, country, fallback: settings.profile.defaultLanguage },
		(candidate) => own(candidate) !== undefined || textsIn(candidate) !== undefined,
	);
	const texts = textsIn(language) ?? TEXTS.en;
	const source = own(language) ?? own(undefined) ?? builtIn(answer.name, texts, country);
	const values = { ...shopValues(settings.profile), ...valuesOf(answer, settings, language, texts) };
	return fitText(parseTemplate(source), values, language, settings);
}

/** The order, or the first of them, whose language and country are the customer's; undefined where the answer is about none. */
function orderOf(answer: AnswerText): AnsweredOrder | undefined {
	if (answer.name === 'orderList') return answer.orders[0];
	return answer.name === 'orderStatus' ? answer.order : undefined;
}

function builtIn(name: AnswerName, texts: LanguageTexts, country: string | undefined): string {
	return name === 'help' && wantsRatesNotice(country)
		? `${texts.answers.help} ${texts.ratesNotice}`
		: texts.answers[name];
}

/** Between listed orders. In Greek a semicolon asks a question; in French a space stands before it. */
const SEPARATORS: Readonly<Record<string, string>> = { el: ', ', fr: ' ; ' };

function valuesOf(
	answer: AnswerText,
	settings: AnswerSettings,
	language: string,
	texts: LanguageTexts,
): PlaceholderValues {
	switch (answer.name) {
		case 'orderStopped':
			return { order_number: plainOrderNumber(answer.orderNumber) };
		case 'orderStatus':
			return {
				...orderValues(answer.order.stage, subjectOf(answer.order, settings), settings, language, texts),
				status: texts.statuses[answer.order.stage],
			};
		case 'orderList':
			return { orders: answer.orders.map((order) => listed(order, texts)).join(SEPARATORS[language] ?? '; ') };
		default:
			return {};
	}
}

/** Stages at which the delivery is still to come: an estimate that outlived them would be told beside "delivered". */
const BEFORE_DELIVERY: readonly Stage[] = [
	'label_created',
	'confirmed',
	'shipped',
	'out_for_delivery',
	'delayed',
	'failed_attempt',
];

function subjectOf(order: AnsweredOrder, { country }: AnswerSettings): TextSubject {
	return {
		refunds: [],
		items: [],
		trackings: [],
		...order,
		country: order.country ?? country,
		eta: BEFORE_DELIVERY.includes(order.stage) ? order.eta : undefined,
	};
}

const listed = ({ orderNumber, stage }: AnsweredOrder, texts: LanguageTexts) =>
	renderTemplate(parseTemplate(texts.listedOrder), {
		order_number: plainOrderNumber(orderNumber),
		status: texts.statuses[stage],
	}).text;
