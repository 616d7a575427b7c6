// Texts that wait for their time, and texts of which nobody knows whether they left.
import { type ConsentPurpose, type ConsentState } from '../domain/consent/consent';
import { type GateMessage, type GateRule } from '../domain/gate';
import { type DeadNumber } from './inbound';
import { type OptOut, type OrderFacts, type SendProposal, type SendStatus } from './ledger';

/** What the ledger keeps of a text's wish to be sent, so that the gate can be asked again when its time has come. */
export interface Postponement {
	readonly dueAt: Date;
	/** Why it waits; undefined for a text that is only waiting for its turn. */
	readonly rule?: GateRule | undefined;
	readonly reason?: string | undefined;
	/** What the gate was asked, without what it finds out itself. Kept as JSON; its dates come back as dates. */
	readonly message: GateMessage;
}

/** A text of a campaign that is put into the outbox. */
export interface PlannedText extends Omit<SendProposal, 'stage' | 'purpose'>, Postponement {
	readonly purpose: 'marketing' | 'survey';
	/** What makes it unique within the campaign: usually the phone, else the occasion and the phone. */
	readonly key: string;
	/** Which of several wordings. */
	readonly variant?: string | undefined;
	/** Look-up form of the promo code that it gives. */
	readonly code?: string | undefined;
	/** It says how to leave. */
	readonly hasOptOut: boolean;
	/** ISO country of the number, for the report's cost by country. */
	readonly country?: string | undefined;
}

/** Somebody who gets no text of the campaign. */
export interface PlannedSkip {
	readonly key: string;
	readonly phone: string;
	readonly sendId: string;
	readonly rule: string;
	readonly reason: string;
	readonly country?: string | undefined;
}

/**
 * What became of a plan: `planned`; `there` when the campaign has a text for that key already that waits, is under way, was taken
 * by the carrier or may have been; its status then. `cancelled` when the campaign was: nothing is planned for it any more.
 */
export type Planned =
	| {
			readonly outcome: 'planned' | 'there';
			readonly status: OutboxStatus;
			/** When it was claimed, or is due. */
			readonly at: Date;
	  }
	| {
			readonly outcome: 'cancelled';
			readonly status?: undefined;
			/** When that was. */
			readonly at: Date;
	  };

/**
 * A text's whole life. `scheduled`: in the outbox; `skipped`: the gate had an objection; `cancelled`: its campaign was. The others as
 * {@link SendStatus}.
 */
export type OutboxStatus = SendStatus | 'scheduled' | 'skipped' | 'cancelled';

/** A text of the outbox. */
export interface OutboxText {
	readonly sendId: string;
	readonly shop: string;
	/** E.164. */
	readonly to: string;
	readonly text: string;
	readonly language: string;
	readonly encoding: string;
	readonly segments: number;
	readonly carrier: string;
	readonly sender: string;
	/** Address of a picture that goes with it. */
	readonly picture?: string | undefined;
	/** As in SendsTable. */
	readonly purpose: string;
	readonly stage?: string | undefined;
	readonly orderNumber?: string | undefined;
	readonly campaign?: { readonly id: string; readonly name: string } | undefined;
	readonly variant?: string | undefined;
	/** When it was put there, or claimed. */
	readonly since: Date;
	readonly dueAt?: Date | undefined;
	/** How often it was tried. */
	readonly tries: number;
	/** What the gate is asked; undefined for texts that were never in the outbox. */
	readonly message?: GateMessage | undefined;
}

/** Which texts are due, and for whom. */
export interface LeaseWish {
	readonly shop: string;
	readonly carrier: string;
	/** Only those of this campaign; undefined: all. */
	readonly campaignId?: string | undefined;
	readonly now: Date;
	/** A new id: what is leased under it is the caller's. */
	readonly leaseId: string;
	/** Until when nobody else gets them. A caller that dies loses them then. */
	readonly until: Date;
	/** Most texts. */
	readonly limit: number;
}

/** All that the gate and the composer want to know of a phone that is to get an offer. */
export interface PromotionFacts {
	readonly phone: string;
	readonly states: Readonly<Partial<Record<ConsentPurpose, ConsentState>>>;
	/** A confirmed consent to offers was proved by a reply or a code. */
	readonly isDouble: boolean;
	readonly optOut?: OptOut | undefined;
	readonly dead?: DeadNumber | undefined;
	/** When offers were, or may have been, sent to it in the last 30 days; oldest first. */
	readonly offersAt: readonly Date[];
	/** When a text last told them how to leave; undefined: none of the shop's texts ever did. */
	readonly toldOptOutAt?: Date | undefined;
	/** Of the person with that number who was updated last, as far as known. */
	readonly person?:
		| {
				readonly id: string;
				readonly firstName?: string | undefined;
				readonly name?: string | undefined;
				readonly language?: string | undefined;
				readonly country?: string | undefined;
				readonly timeZone?: string | undefined;
				readonly birthday?: string | undefined;
		  }
		| undefined;
}

/** What `decide` of {@link OutboxVerbs.claimDue} is shown: by what kind of text it is. */
export type DueFacts =
	/** `seen` has the text's own stage too, and those that came while it waited; there is no earlier text but itself. */
	| { readonly kind: 'order'; readonly facts: Pick<OrderFacts, 'seen' | 'earlier' | 'optOut' | 'orderOptOutAt' | 'dead'> }
	| { readonly kind: 'promotion'; readonly facts: PromotionFacts };

/** What is to become of a due text. */
export type DueDecision =
	| { readonly action: 'send' }
	| { readonly action: 'wait'; readonly until: Date; readonly rule: GateRule; readonly reason: string }
	| { readonly action: 'skip'; readonly rule: GateRule; readonly reason: string };

/** When somebody did something on their phone or in the shop. */
export interface Activity {
	readonly phone: string;
	readonly kind: 'order' | 'reply' | 'click';
	readonly at: Date;
}

/** Texts that wait, and for which carrier. */
export interface OutboxState {
	readonly waiting: number;
	/** When the next is due; undefined when none waits. */
	readonly nextAt?: Date | undefined;
}

/** The ledger's verbs for texts that are not sent at once. */
export interface OutboxVerbs {
	/**
	 * What is known of these phones, in the same order. Texts to it that wait do not count as offers; those under way, taken by the
	 * carrier, and of unknown outcome do.
	 */
	promotionFacts(shop: string, phones: readonly string[], now: Date): Promise<PromotionFacts[]>;

	/**
	 * Puts texts of a campaign into the outbox, all in one transaction, and answers in the same order. One that is planned for a key
	 * whose earlier text was skipped, cancelled, or provably not sent takes its place. Of several with one key the first counts.
	 *
	 * @throws Error when the shop has no such campaign.
	 * Races: of any number of callers with the same key one plans it, the others are told `there`.
	 */
	planTexts(campaign: { readonly shop: string; readonly id: string }, texts: readonly PlannedText[], now: Date): Promise<Planned[]>;

	/**
	 * Notes who gets no text of a campaign, and why; the last word counts. A key that has a text keeps it. Whoever was forgotten is noted
	 * without their number; of a cancelled campaign nothing is noted.
	 */
	noteSkips(campaign: { readonly shop: string; readonly id: string }, skips: readonly PlannedSkip[], now: Date): Promise<void>;

	/**
	 * Takes texts that are due, the longest waiting first; none of a campaign that is paused. One phone's texts are leased together
	 * or not at all: a text is not leased while another one to the same phone is on somebody else's lease, on which it stays while it is
	 * being sent, until it is settled. Of those that are due at the same moment, in no order.
	 *
	 * Races: every text is on one lease at most. A lease that ran out is nobody's: its texts are leased anew, and its holder finds at
	 * {@link claimDue} that it has lost them.
	 */
	leaseDue(wish: LeaseWish): Promise<OutboxText[]>;

	/** Gives back what was leased. What was claimed under it stays claimed. */
	endLease(leaseId: string): Promise<void>;

	/**
	 * Asks `decide` with what is known at this moment, in the same transaction in which the text is claimed, put off or dropped: a STOP
	 * that was recorded before is seen, one that comes later finds the text gone. Survives a crash of the machine. `decide` must be
	 * pure, and may be asked again when a transaction has to be repeated; its last answer counts.
	 *
	 * @returns what became of it; `lost` when the lease ran out, or the campaign was paused or cancelled in between: then nothing was
	 * asked or changed.
	 */
	claimDue(
		text: { readonly sendId: string; readonly leaseId: string },
		decide: (due: DueFacts) => DueDecision,
		now: Date,
	): Promise<DueDecision | 'lost'>;

	/**
	 * A claimed text that provably was not sent goes back to the outbox. Nothing happens to one that was settled in between. It is taken
	 * out instead where its campaign was cancelled meanwhile, or its person forgotten.
	 */
	postponeSend(sendId: string, until: Date, reason: string, now: Date): Promise<void>;

	/**
	 * Takes texts of which nobody knows whether they left: claimed before `claimedBefore` and never settled, or of unknown outcome.
	 * Those that were taken before come again when their `checkAgainAt` is over. Of every kind of text but opt-in requests
	 * and phone checks, whose codes have run out by then; none to somebody who was forgotten.
	 *
	 * Races: as {@link leaseDue}.
	 */
	leaseStuck(wish: Omit<LeaseWish, 'campaignId'> & { readonly claimedBefore: Date }): Promise<StuckText[]>;

	/**
	 * What is known of a stuck text now. `resend`: provably not sent, or the operator takes the risk: back to the outbox, due at once
	 * (a text that never was there, and has no message for the gate, becomes `failed`; one of a cancelled campaign `cancelled`). `hold`: it
	 * is looked at again at `checkAgainAt`, and is remembered as shown to the operator; one that was shown is `unknown`. What was settled in between, or is
	 * on somebody else's lease by now, is left alone.
	 */
	resolveStuck(
		text: { readonly sendId: string; readonly leaseId: string },
		what: { readonly action: 'resend' } | { readonly action: 'hold'; readonly checkAgainAt: Date; readonly isShown: boolean },
		now: Date,
	): Promise<void>;

	/** When these people ordered, wrote and clicked since then; in no order. */
	activityOf(shop: string, phones: readonly string[], since: Date): Promise<Activity[]>;

	/** What waits in a shop for a carrier, leased texts included; paused campaigns not. */
	outboxState(shop: string, carrier: string): Promise<OutboxState>;

	/**
	 * A short token for each phone's unsubscribe page, in the same order: the one it has, else the one that is offered (unguessable, of
	 * letters and digits, at least 8 of them).
	 *
	 * @throws Error when an offered one is somebody else's.
	 */
	unsubscribeTokens(shop: string, phones: ReadonlyArray<{ readonly phone: string; readonly newToken: string }>, now: Date): Promise<string[]>;

	/** Whose token it is; null for none. */
	findUnsubscribe(token: string): Promise<{ readonly shop: string; readonly phone: string } | null>;
}

/** A text that may have left or not. */
export interface StuckText extends OutboxText {
	/** `sending`: the run was stopped in the middle; `unknown`: the carrier's answer was lost. */
	readonly status: 'sending' | 'unknown';
	/** It was shown to the operator before. */
	readonly wasShown: boolean;
	/** Ids by which the carrier knows other texts of ours to this phone: they are not this one. */
	readonly otherIds: readonly string[];
}
