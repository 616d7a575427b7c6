import { composeCampaign, type ComposedCampaignText } from '../../domain/campaign/compose-campaign';
import { variantFor } from '../../domain/campaign/split';
import { longestCode } from '../../domain/codes/pattern';
import { type TextCode } from '../../domain/compose-values';
import { DAY } from '../../domain/law/clock';
import { holdsOn, LAW, rowsFor } from '../../domain/law/law';
import { type Place } from '../../domain/law/zones';
import { senderKind, type SenderKind } from '../../domain/sender';
import { canBeRepliedTo, senderFor } from '../../domain/sender-table';
import { type StoredCode } from '../../ledger/codes';
import { type OpenedSeries } from '../give-code';
import { type Judged } from './judge';
import { type CampaignSettings, type Wording } from './settings';

/** A text of a campaign for one person, and who it comes from. */
export interface WrittenText extends ComposedCampaignText {
	readonly sender: string;
	readonly picture?: string | undefined;
	/** Which wording; undefined where there is only one. */
	readonly variant?: string | undefined;
}

/** Who somebody's text comes from, by the country of the number. */
export function senderOf({ person, settings }: Pick<Judged, 'person' | 'settings'>): {
	readonly sender: string;
	readonly kind: SenderKind;
} {
	const sender = senderFor(person.phone.country, settings.senders, settings.sender);
	return { sender, kind: senderKind(sender) ?? 'phone-number' };
}

/** Whether somebody's text can hold a link of their own to the page where they leave. */
export const wantsLink = (judged: Pick<Judged, 'person' | 'settings'>): boolean =>
	!canBeRepliedTo(senderOf(judged).kind) ||
	judged.settings.wordings.some(({ texts }) => texts.some(({ text }) => text.includes('{unsubscribe_link')));

/**
 * @param campaign what the split goes by: the shop and the campaign's name, so that a preview splits as the campaign will.
 * @throws DomainError as composeCampaign.
 */
export function writeText(
	campaign: { readonly shop: string; readonly name: string },
	{ person, settings, facts, place, to }: Judged,
	more: { readonly code?: TextCode | undefined; readonly unsubscribeUrl?: string | undefined },
	now: Date,
): WrittenText {
	const { wordings } = settings;
	const chosen = variantFor(`${campaign.shop} ${campaign.name}`, to, wordings).name;
	const { texts } = wordings.find(({ name }) => name === chosen) as Wording;
	const { sender, kind } = senderOf({ person, settings });
	const composed = composeCampaign(
		{
			firstName: person.firstName ?? facts.person?.firstName,
			language: person.language ?? facts.person?.language,
			country: person.phone.country,
			code: more.code,
			toldOptOutAt: facts.toldOptOutAt,
			unsubscribeUrl: more.unsubscribeUrl,
		},
		{
			profile: settings.profile,
			texts,
			occasion: settings.kind,
			senderKind: kind,
			optOutInEveryText: tellsEachTime(place, now),
			isFreeToEndUser: settings.isFreeToEndUser,
			smartEncoding: settings.smartEncoding,
			maxSegments: settings.maxSegments,
			now,
		},
	);
	return { ...composed, sender, picture: settings.picture, variant: wordings.length > 1 ? chosen : undefined };
}

/** A code as a text speaks of it. */
export const textCodeOf = ({ code, series, until }: StoredCode, { profile }: CampaignSettings): TextCode => ({
	...offerOf(series.offer, profile.timeZone),
	code,
	until,
});

/** As long as the longest code of a series: for counting segments while none is given. */
export const sampleCode = ({ series, pattern }: OpenedSeries, { profile }: CampaignSettings, until?: Date): TextCode => ({
	...offerOf(series.offer, profile.timeZone),
	longest: pattern ? longestCode(pattern) : 'X'.repeat(POOL_CODE_LENGTH),
	until,
});

/** Codes of a pool are somebody else's; most are shorter. */
const POOL_CODE_LENGTH = 12;

const offerOf = ({ reward, validity }: StoredCode['series']['offer'], shopZone: string) => ({
	reward,
	timeZone: validity.kind === 'days' ? validity.timeZone : shopZone,
});

/** A law of where they are wants to be told in every text how to leave. */
const tellsEachTime = (place: Place, now: Date): boolean =>
	rowsFor(LAW, place, 'marketing').some(
		(row) => row.optOutInEveryText && holdsOn(row, Math.floor(now.getTime() / DAY)),
	);
