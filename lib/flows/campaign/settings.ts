import { type CampaignText } from '../../domain/campaign/compose-campaign';
import { type Variant } from '../../domain/campaign/split';
import { type LengthSettings } from '../../domain/compose';
import { type DltRegistration, type GateRule, type Pressure } from '../../domain/gate';
import { type OpeningHours } from '../../domain/law/hours';
import { type SenderTable } from '../../domain/sender-table';
import { type ShopProfile } from '../../domain/shop-profile';
import { type CampaignKind } from '../../ledger/campaigns';
import { type OpenedSeries } from '../give-code';

/** One of several wordings, in as many languages as the operator wrote. */
export interface Wording extends Variant {
	readonly texts: readonly CampaignText[];
}

/** When a text is wanted to arrive. The hours that are allowed come on top. */
export type SendTime =
	| { readonly kind: 'asap' }
	/** One moment for everybody. */
	| { readonly kind: 'moment'; readonly at: Date }
	/** The same time on everybody's own clock: milliseconds since 1970, as if that clock showed UTC. */
	| { readonly kind: 'own-clock'; readonly wall: number }
	| { readonly kind: 'best-hour'; readonly withinHours: number; readonly fallbackHour: number };

/** What the operator set for a campaign, or for one item of it. */
export interface CampaignSettings extends LengthSettings {
	readonly profile: ShopProfile;
	readonly kind: CampaignKind;
	/** At least one. */
	readonly wordings: readonly Wording[];
	readonly sendTime: SendTime;
	/** After this moment nobody wants it any more. */
	readonly notAfter?: Date | undefined;
	/** @default DEFAULT_HOURS */
	readonly hours?: OpeningHours | undefined;
	/** @default DEFAULT_PRESSURE */
	readonly pressure?: Pressure | undefined;
	readonly whenTooMany: 'skip' | 'wait';
	readonly isAgeRestricted: boolean;
	/** It reminds of a cart that was left then. */
	readonly cartAbandonedAt?: Date | undefined;
	readonly dlt?: DltRegistration | undefined;
	/** Address of a picture that goes with every text. */
	readonly picture?: string | undefined;
	readonly isFreeToEndUser: boolean;
	/** Normalised. */
	readonly sender: string;
	readonly senders: SenderTable;
	/** What each is given a code of; undefined: nobody is. */
	readonly series?: OpenedSeries | undefined;
}

/**
 * Why somebody gets no text, or not yet. Workflows branch on these: append, never rename.
 * `test-redirect`: of a test only a few texts are sent. `campaign-cancelled`: somebody did, while it was planned.
 */
export type CampaignRule =
	| GateRule
	| 'birthday-too-new'
	| 'too-long'
	| 'none-left'
	| 'series-void'
	| 'code-void'
	| 'test-redirect'
	| 'campaign-cancelled';
