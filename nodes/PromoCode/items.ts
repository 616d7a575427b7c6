import { type IDataObject } from 'n8n-workflow';
import { codeExpiryText, codeValueText } from '../../lib/domain/codes/code-words';
import { mobileOnlyToken, type Sign } from '../../lib/domain/codes/mobile-only';
import { type Offer } from '../../lib/domain/codes/offer';
import { languageFor } from '../../lib/domain/languages';
import { maskPhone } from '../../lib/domain/phone';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { textsIn, TEXTS } from '../../lib/domain/texts';
import { zoneOfOffer } from '../../lib/flows/redeem-code';
import { type PointsEntry, type StoredCode } from '../../lib/ledger/codes';

export const iso = (date: Date | undefined): string | null => date?.toISOString() ?? null;

/** The two forms in which outputs tell a number; nulls where there is none. */
export const describePhone = (phone: string | undefined): IDataObject => ({
	phone: phone ? maskPhone(phone) : null,
	phoneFull: phone ?? null,
});

/** Who reads the words of a code. */
export interface Reader {
	readonly language?: string | undefined;
	readonly country?: string | undefined;
}

/** A code as an item says it: what it gives and when it ends, in words for a text and in data for what comes next. */
export function describeCode(code: StoredCode, reader: Reader, profile: ShopProfile, sign: Sign): IDataObject {
	const { offer, name } = code.series;
	const { country } = reader;
	const wishes = { ofOrder: reader.language, country, fallback: profile.defaultLanguage };
	const language = languageFor(wishes, (candidate) => textsIn(candidate) !== undefined);
	const timeZone = zoneOfOffer(offer, profile.timeZone);
	return {
		code: code.code,
		series: name,
		value: codeValueText(offer.reward, language, textsIn(language) ?? TEXTS.en, country) ?? null,
		expiry: code.until ? codeExpiryText(code.until, language, timeZone, country) : null,
		validFrom: iso(code.from),
		expiresAt: iso(code.until),
		language,
		reward: { ...offer.reward },
		...describePhone(code.phone),
		mobileOnly: offer.mobileOnly,
		...(offer.mobileOnly ? { token: mobileOnlyToken(code, sign) } : {}),
	};
}

/** The rules of a code, as data. */
export const describeOffer = ({ reward, validity, ...conditions }: Offer): IDataObject => ({
	reward: { ...reward },
	validity:
		validity.kind === 'days'
			? { ...validity }
			: { kind: validity.kind, from: iso(validity.from), until: iso(validity.until) },
	minimumOrder: conditions.minimumOrder ? { ...conditions.minimumOrder } : null,
	products: conditions.products ? [...conditions.products] : null,
	collections: conditions.collections ? [...conditions.collections] : null,
	firstOrderOnly: conditions.firstOrderOnly,
	maxUses: conditions.maxUses ?? null,
	maxUsesPerCustomer: conditions.maxUsesPerCustomer ?? null,
	mobileOnly: conditions.mobileOnly,
});

/** Everything that is known of a code but whose it is. */
export const describeStored = (code: StoredCode): IDataObject => ({
	status: code.series.voidedAt ? 'void' : code.status,
	uses: code.uses,
	givenAt: iso(code.givenAt),
	createdAt: iso(code.createdAt),
	publishedTo: [...code.publishedTo],
	rules: describeOffer(code.series.offer),
});

/** One movement of an account of points. */
export const describeEntry = ({
	number,
	kind,
	points,
	balance,
	key,
	reason,
	at,
	expiresAt,
}: PointsEntry): IDataObject => ({
	number,
	kind,
	points,
	balance,
	key,
	reason: reason ?? null,
	at: iso(at),
	expiresAt: iso(expiresAt),
});
