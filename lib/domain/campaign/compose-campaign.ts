import { checkOwnText, type ComposedText, fitText, type LengthSettings, SHOP_PLACEHOLDERS } from '../compose';
import { codeValues, shopValues, type TextCode } from '../compose-values';
import { withNeededParts } from '../consent/compose-opt-in';
import { DomainError } from '../errors';
import { canonicalLanguage, languageFor } from '../languages';
import { tellsRates, wantsRatesNotice } from '../rates-notice';
import { type SenderKind } from '../sender';
import { canBeRepliedTo } from '../sender-table';
import { type ShopProfile } from '../shop-profile';
import { parseTemplate, type Placeholder, type PlaceholderValues } from '../template';
import { TEXTS, textsIn } from '../texts';
import { type LanguageTexts } from '../texts/texts';
import { tellsStop } from './ways-out';

/** What a text of a campaign can say. */
export const CAMPAIGN_PLACEHOLDERS: readonly Placeholder[] = [
	'first_name',
	...SHOP_PLACEHOLDERS,
	'code',
	'code_value',
	'code_expiry',
	'unsubscribe_link',
];

/** A wording of a campaign in one language. */
export interface CampaignText {
	/** Language tag; undefined for everybody who has no wording of their own language. */
	readonly language?: string | undefined;
	/** With placeholders, see CAMPAIGN_PLACEHOLDERS. */
	readonly text: string;
}

/** Whom a text is for, as far as is known. */
export interface CampaignSubject {
	readonly firstName?: string | undefined;
	/** Language tag. */
	readonly language?: string | undefined;
	/** ISO country of the number. */
	readonly country?: string | undefined;
	readonly code?: TextCode | undefined;
	/** When a text last told them how to leave; undefined: none ever did. */
	readonly toldOptOutAt?: Date | undefined;
	/** Where they leave by a tap; undefined when no such page is there. */
	readonly unsubscribeUrl?: string | undefined;
}

export type CampaignOccasion = 'announcement' | 'birthday-gift' | 'win-back';

export interface CampaignTextSettings extends LengthSettings {
	readonly profile: ShopProfile;
	/** The wordings; for birthday gifts and win-backs empty ones have a built-in text. */
	readonly texts: readonly CampaignText[];
	readonly occasion: CampaignOccasion;
	/** Who it comes from: a name cannot be replied to, so a link stands in the place of "Reply STOP". */
	readonly senderKind: SenderKind;
	/** The law wants to be told how to leave in each text. */
	readonly optOutInEveryText: boolean;
	/** Texts to the sender's short code cost the recipient nothing: the notice of costs is left out. */
	readonly isFreeToEndUser: boolean;
	readonly now: Date;
}

/** A text of a campaign, ready to be sent. */
export interface ComposedCampaignText extends ComposedText {
	/** It says how to leave. */
	readonly hasOptOut: boolean;
}

/** What a campaign's texts are sent with, as far as that decides what they can say. */
export interface CampaignTextCheck {
	readonly occasion: CampaignOccasion;
	/** Of every sender that the campaign may use. */
	readonly senderKinds: readonly SenderKind[];
	/** Each recipient gets a promo code. */
	readonly hasCodes: boolean;
	/** There is a page on which people leave by a tap. */
	readonly hasUnsubscribePage: boolean;
}

/** CTIA, Messaging Principles: how to leave is told in the first text, and again at least once a month. */
const TELL_AGAIN_AFTER_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** What no limit of segments takes out of the text: who sends it, how to leave, and the code that was drawn, with its end. */
const NEEDED: readonly Placeholder[] = ['brand', 'code', 'code_expiry', 'unsubscribe_link'];

/**
 * Writes the text of a campaign for one person: their language, the placeholders, the brand in front where the wording does not name
 * it, and how to leave: in the first text they get, then once in 30 days at least, always where the law wants it. Parts in square
 * brackets that hold the brand, the code or the way out are kept however long the text is.
 *
 * @throws DomainError `bad-template`; `missing-setting` when there is no brand, no wording for this language, no code where the wording
 * gives one, or no way to leave (a sender that cannot be replied to, and no unsubscribe page); `too-long`.
 */
export function composeCampaign(subject: CampaignSubject, settings: CampaignTextSettings): ComposedCampaignText {
	const { profile, senderKind } = settings;
	const brand = brandOf(profile);
	const { source, language } = chooseWording(subject, settings);
	const texts = textsIn(language) ?? TEXTS.en;
	const values: PlaceholderValues = {
		...shopValues(profile),
		first_name: subject.firstName,
		unsubscribe_link: subject.unsubscribeUrl,
		...(subject.code && codeValues(subject.code, profile.timeZone, language, subject.country, texts)),
	};
	const said = readWording(source, values);
	const tellsWayOut = said.placeholders.has('unsubscribe_link') || tellsStop(said.plain, senderKind);
	const addsWayOut = !tellsWayOut && isTimeToTell(subject, settings);
	const wayOut = canBeRepliedTo(senderKind) ? texts.campaign.optOut : texts.campaign.unsubscribe;
	const whole = [
		namesBrand(said, brand) ? '' : language === 'fr' ? '{brand} : ' : '{brand}: ',
		source,
		// on a line of their own, since a wording may end with a link, or without a full stop
		tellsCosts(subject, settings, said, texts) ? `\n${texts.ratesNotice}` : '',
		addsWayOut ? `\n${wayOut}` : '',
	].join('');
	const composed = fitText(withNeededParts(parseTemplate(whole), values, NEEDED), values, language, settings);
	if (composed.missing.includes('unsubscribe_link')) throw noWayOut(senderKind);
	if (composed.missing.includes('code')) throw noCode('The text gives {code}');
	return { ...composed, hasOptOut: tellsWayOut || addsWayOut };
}

function isTimeToTell({ toldOptOutAt }: CampaignSubject, { optOutInEveryText, now }: CampaignTextSettings): boolean {
	if (optOutInEveryText || toldOptOutAt === undefined) return true;
	return now.getTime() - toldOptOutAt.getTime() >= TELL_AGAIN_AFTER_DAYS * DAY;
}

/** In the first text; who has been told how to leave has been told of the costs too. */
const tellsCosts = (
	{ toldOptOutAt, country }: CampaignSubject,
	{ isFreeToEndUser, profile }: CampaignTextSettings,
	{ plain }: Wording,
	{ ratesNotice }: LanguageTexts,
): boolean =>
	toldOptOutAt === undefined &&
	!isFreeToEndUser &&
	wantsRatesNotice(country ?? profile.defaultCountry) &&
	!tellsRates(plain, ratesNotice);

const BUILT_IN = { announcement: undefined, 'birthday-gift': 'birthdayGift', 'win-back': 'winBack' } as const;

/** The wording for somebody, and its language: their own, else the one for everybody, else the built-in one. */
function chooseWording(
	{ language: wanted, country }: CampaignSubject,
	{ texts, occasion, profile }: Pick<CampaignTextSettings, 'texts' | 'occasion' | 'profile'>,
): { readonly source: string; readonly language: string } {
	const general = wordingFor(texts, undefined);
	const builtIn = BUILT_IN[occasion];
	const isForAll = general !== undefined || builtIn !== undefined;
	const language = languageFor(
		{ ofOrder: wanted, country, fallback: profile.defaultLanguage },
		(candidate) => wordingFor(texts, candidate) !== undefined || (isForAll && textsIn(candidate) !== undefined),
	);
	// the words for everybody are most likely in the shop's language: what is added to them should not be in a guessed one
	if (!wanted && general !== undefined && wordingFor(texts, language) === undefined)
		return { source: general, language: canonicalLanguage(profile.defaultLanguage) ?? 'en' };
	const source =
		wordingFor(texts, language) ?? general ?? (builtIn && (textsIn(language) ?? TEXTS.en).campaign[builtIn]);
	if (source === undefined) {
		throw new DomainError(
			'missing-setting',
			texts.length === 0 ? 'There is no text to send' : `There is no text in ${wanted ?? 'their language'}, and none for everybody else`,
			'Write one text whose language is left empty, or one in the shop’s default language: whoever has no text of their own gets it.',
		);
	}
	return { source, language };
}

/** Undefined when there is none; an empty one is none. @param language undefined: the one for everybody. */
const wordingFor = (texts: readonly CampaignText[], language: string | undefined) =>
	texts.find(
		(one) =>
			one.text.trim() !== '' && (one.language ? canonicalLanguage(one.language) === language : language === undefined),
	)?.text;

interface Wording {
	/** What stands in it as it is written, with a sign that is no letter for each placeholder; without what can be left out. */
	readonly plain: string;
	/** Those that have a value. */
	readonly placeholders: ReadonlySet<Placeholder>;
}

function readWording(source: string, values: PlaceholderValues): Wording {
	const placeholders = new Set<Placeholder>();
	let plain = '';
	for (const part of withNeededParts(parseTemplate(source), values, NEEDED).parts) {
		plain += part.kind === 'text' ? part.text : '\ufffc';
		if (part.kind === 'placeholder' && values[part.name]) placeholders.add(part.name);
	}
	return { plain, placeholders };
}

/** As it is written: "Next" is not named in "the next days", nor "On" in "Only". */
function namesBrand({ plain, placeholders }: Wording, brand: string): boolean {
	if (placeholders.has('brand')) return true;
	const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
	for (let at = plain.indexOf(brand); at >= 0; at = plain.indexOf(brand, at + 1)) {
		if (!isLetter(plain[at - 1]) && !isLetter(plain[at + brand.length])) return true;
	}
	return false;
}

/**
 * Looks at the wordings of a campaign before anything is sent.
 *
 * @throws DomainError `bad-template` for a mistake in one; `missing-setting` when one needs a setting that is empty, when there is no
 * brand, when not everybody has a wording, or when a sender cannot be replied to and there is no other way to leave.
 */
export function checkCampaignTexts(
	texts: readonly CampaignText[],
	profile: ShopProfile,
	{ occasion, senderKinds, hasCodes, hasUnsubscribePage }: CampaignTextCheck,
): void {
	brandOf(profile);
	for (const { text } of texts) checkOwnText(text, CAMPAIGN_PLACEHOLDERS, profile);
	const { source } = chooseWording({ language: profile.defaultLanguage }, { texts, occasion, profile });
	const written = texts.map(({ text }) => text).filter((text) => text.trim() !== '');
	for (const text of new Set([...written, source])) {
		const { required } = parseTemplate(text);
		const ofCode = required.find((name) => name === 'code' || name === 'code_value' || name === 'code_expiry');
		if (ofCode && !hasCodes) throw noCode(`The text "${shortened(text)}" gives {${ofCode}}`);
		if (hasUnsubscribePage) continue;
		const { plain } = readWording(text, shopValues(profile));
		const name = senderKinds.find((kind) => !canBeRepliedTo(kind) && !tellsStop(plain, kind));
		if (name ?? required.includes('unsubscribe_link')) throw noWayOut(name);
	}
}

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function brandOf({ brand }: ShopProfile): string {
	if (brand?.trim()) return brand.trim();
	throw new DomainError(
		'missing-setting',
		'Offers have to say who sends them, but Brand is empty',
		'Fill in Brand in the shop credential or among the node’s options.',
	);
}

const noCode = (what: string) =>
	new DomainError(
		'missing-setting',
		`${what}, but there is no promo code`,
		'Choose a series of promo codes, write a text without a code, or write the part about it in square brackets to leave it out where there is none.',
	);

const noWayOut = (sender: SenderKind | undefined) =>
	new DomainError(
		'missing-setting',
		sender && !canBeRepliedTo(sender)
			? 'A name as sender cannot be replied to, and there is no page on which people unsubscribe'
			: 'The text uses {unsubscribe_link}, but there is no page on which people unsubscribe',
		'Publish a workflow with SMS Unsubscribe Trigger, or take a number as sender.',
	);
