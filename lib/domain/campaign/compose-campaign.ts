import { type ComposedText, type LengthSettings } from '../compose';
import { type TextCode } from '../compose-values';
import { type SenderKind } from '../sender';
import { type ShopProfile } from '../shop-profile';

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
	readonly name?: string | undefined;
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

export interface CampaignTextSettings extends LengthSettings {
	readonly profile: ShopProfile;
	/** The wordings; for birthday gifts and win-backs empty ones have a built-in text. */
	readonly texts: readonly CampaignText[];
	readonly occasion: 'announcement' | 'birthday-gift' | 'win-back';
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

/**
 * Writes the text of a campaign for one person: their language, the placeholders, the brand in front where the wording does not name
 * it, and how to leave: in the first text they get, then once in 30 days at least, always where the law wants it.
 *
 * @throws DomainError `bad-template`; `missing-setting` when there is no brand, or no way to leave (a sender that cannot be replied
 * to, and no unsubscribe page); `too-long`.
 */
export function composeCampaign(subject: CampaignSubject, settings: CampaignTextSettings): ComposedCampaignText {
	throw new Error(`${String(subject)} ${String(settings)}`);
}
