// The page that a link in a text leads to, for texts from senders that cannot be replied to.
import { languageFor } from '../domain/languages';
import { readPhone } from '../domain/phone';
import { type ShopProfile } from '../domain/shop-profile';
import { TEXTS } from '../domain/texts';
import { askedText } from '../domain/unsubscribe-page';
import { type Ledger } from '../ledger/ledger';

/** Who opens the page, as far as their phone says. */
export interface Visitor {
	/** As it stands in the link. */
	readonly token: string;
	/** Of the header Accept-Language. */
	readonly acceptLanguage: string;
	readonly userAgent: string;
	/** Address of the page, without the token: who has that could stop the texts. */
	readonly pageUrl: string;
}

/** Somebody whose link it is. */
export interface Leaver {
	/** E.164. */
	readonly phone: string;
	/** One of ours. */
	readonly language: string;
	/** They get no more texts already. */
	readonly isOut: boolean;
}

export interface UnsubscribeDeps {
	readonly ledger: Pick<Ledger, 'findUnsubscribe' | 'findPeople' | 'consentFacts' | 'optOut'>;
	now(): Date;
}

/** What stands in a text: as short as can be, since each character may cost a part. */
export const unsubscribeLink = (pageUrl: string, token: string): string => `${pageUrl}?${token}`;

/** The token of a link; what mail programs and shorteners add behind it is left out. Undefined for what is none. */
export const tokenOf = (url: string): string | undefined => /\?([A-Za-z0-9]{8,64})(?:$|[=&#])/.exec(url)?.[1];

/** Who a link is for; null where its token is nobody's of this shop. Changes nothing: phones fetch links for a preview. */
export async function findLeaver(visitor: Visitor, profile: ShopProfile, deps: UnsubscribeDeps): Promise<Leaver | null> {
	const { ledger, now } = deps;
	const found = await ledger.findUnsubscribe(visitor.token);
	if (!found || found.shop !== profile.key) return null;
	const { shop, phone } = found;
	const [people, [facts]] = await Promise.all([ledger.findPeople(shop, { phone }, now()), ledger.consentFacts(shop, [phone])]);
	const person = people.find(({ phones }) => phones.some((each) => each.phone === phone && each.until === undefined));
	const language = languageFor(
		{
			ofOrder: person?.language ?? browserLanguage(visitor.acceptLanguage),
			country: readPhone(phone).country,
			fallback: profile.defaultLanguage,
		},
		isOurs,
	);
	return { phone, language, isOut: facts?.optOut !== undefined };
}

/** The language of the page for a link that names nobody. */
export const strangersLanguage = ({ acceptLanguage }: Pick<Visitor, 'acceptLanguage'>, { defaultLanguage }: ShopProfile): string =>
	languageFor({ ofOrder: browserLanguage(acceptLanguage), fallback: defaultLanguage }, isOurs);

const isOurs = (language: string) => Object.hasOwn(TEXTS, language);

/** The first that we write. */
const browserLanguage = (accepted: string): string | undefined =>
	accepted
		.slice(0, 200)
		.split(',')
		.map((part) => part.split(';', 1)[0]?.trim() ?? '')
		.find((tag) => isOurs(tag) || isOurs(tag.split('-', 1)[0] as string));

/**
 * They tapped the button: the same as a STOP, which the shop's scope is read of wherever a text is decided on.
 *
 * @returns null where the token is nobody's; then nothing was changed. `isNew` is false where they had left before, as after a second tap.
 */
export async function unsubscribe(
	visitor: Visitor,
	profile: ShopProfile,
	deps: UnsubscribeDeps,
): Promise<(Leaver & { readonly isNew: boolean }) | null> {
	const leaver = await findLeaver(visitor, profile, deps);
	if (!leaver) return null;
	const { phone, language } = leaver;
	const now = deps.now();
	const evidence = { formUrl: visitor.pageUrl, userAgent: visitor.userAgent.slice(0, LONGEST_USER_AGENT) };
	const wording = askedText({ language, phone, scope: profile.optOutScope });
	const entry = { phone, source: 'link', actor: 'customer', givenAt: now, language, wording, evidence } as const;
	const [recorded] = await deps.ledger.optOut(profile.key, [entry], now);
	return { ...leaver, isOut: true, isNew: recorded?.isRecorded === true };
}

const LONGEST_USER_AGENT = 300;
