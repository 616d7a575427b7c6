import { type FailureReason } from '../domain/delivery';
import { type CampaignVerbs } from './campaigns';
import { type CodeVerbs } from './codes';
import { type DeadNumber, type Delivery, type InboundVerbs } from './inbound';
import { type ConsentVerbs } from './consent';
import { type CarrierErrorCode } from '../domain/errors';
import { type OrderRef } from '../domain/order-identity';
import { type OutboxStatus, type OutboxVerbs, type Postponement } from './outbox';
import { type PeopleVerbs } from './people';
import { type SeenStage, type Stage, type TextedStage } from '../domain/stages';

/**
 * Our durable state: what is known of orders, and every text that was or may have been sent.
 *
 * Verbs, not rows. Each is atomic: it happens whole or not at all, on one process or on twenty. Each works within one shop
 * (its key): two brands on one ledger see nothing of each other but opt-outs that a carrier enforces. When a verb has
 * returned, what it recorded survives a crash of the process; a claim survives a crash of the machine too, so that no text is
 * sent again after it.
 */
export interface Ledger extends InboundVerbs, PeopleVerbs, ConsentVerbs, CodeVerbs, OutboxVerbs, CampaignVerbs {
	/**
	 * Remembers what an event says of an order (a shop's words replace older ones; a tracker's only fill gaps) and the stage
	 * it reports; asks `propose`, in the same transaction, for the text to send in view of all that was recorded before; and
	 * takes the right to send that text.
	 *
	 * `propose` gets the facts and answers null for "send nothing". It must be pure and must not throw: it may be asked again
	 * when a transaction has to be repeated; its last answer counts. An event without refs is not remembered.
	 *
	 * Races: callers take turns, so that of any number of callers with the same event each sees what those before it claimed;
	 * exactly one finds no earlier send. A claim whose earlier try was not sent takes over its row.
	 */
	claimSend(sighting: Sighting, propose: (facts: OrderFacts) => SendProposal | null): Promise<void>;

	/** What `propose` would be shown, without recording anything. */
	lookUpEvent(sighting: Sighting): Promise<OrderFacts>;

	/**
	 * Records how a claimed send ended. `recipient-opted-out` also writes the carrier's opt-out for the number.
	 * Settling twice: the last word counts, except that a carrier's acceptance is never taken back. Settling a claim that
	 * another run has taken over since changes nothing.
	 */
	settleSend(sendId: string, outcome: SendOutcome, now: Date): Promise<void>;

	/**
	 * A claimed text is about to go to another carrier, because the one it was claimed for provably does not have it. From now on it
	 * is the other's: its reports and look-ups are about it, and a reply to its sender answers an opt-in request. A text that goes back
	 * to the outbox goes back to its first carrier. Survives a crash of the machine.
	 *
	 * @returns false for what is no claim (any more): then it must not be sent.
	 */
	handOver(sendId: string, to: { readonly carrier: string; readonly sender: string }): Promise<boolean>;

	/** All that is known of an order, found by its number or one of its tracking numbers; newest first when several match. */
	findOrders(shop: string, numberOrTracking: string): Promise<OrderRecord[]>;

	/**
	 * A keyed digest of `parts` (64 hex digits) that only this ledger can make: for what leaves it and must be known again when it
	 * comes back. `use` keeps digests of different uses apart.
	 */
	sign(use: string, ...parts: readonly string[]): string;

	/** Releases the file or connection. Verbs called afterwards fail. */
	close(): Promise<void>;
}

/** What one event says of an order. Undefined fields say nothing. */
export interface Sighting {
	readonly shop: string;
	readonly now: Date;
	readonly refs: readonly OrderRef[];
	/** False for a test text: it is logged, and leaves no trace in the order's history. */
	readonly remember: boolean;
	/** The shop system that says it, whose words replace older ones; empty for a tracker, whose words only fill gaps. */
	readonly source: string;
	readonly details: OrderDetails;
	/** The parcel's key, WHOLE_ORDER where the event is about the order, null where it does not say which parcel it means. */
	readonly parcel: string | null;
	readonly parcelDetails: ParcelDetails;
	readonly stage: Stage | null;
	/** By the source's clock, milliseconds since 1970. */
	readonly occurredAt?: number | undefined;
	/** Which id a new order would get. */
	readonly newOrderId: string;
	/** Whose order it is, to be kept as a person; undefined for test orders, which are nobody's. */
	readonly person?: OrderPerson | undefined;
}

export interface OrderPerson {
	/** The shop's own id of the customer, where the order's phone is theirs; undefined for guests. */
	readonly customerId?: string | undefined;
	/** Which id a new person would get. */
	readonly newId: string;
}

export interface OrderDetails {
	readonly number?: string | undefined;
	/** E.164, only numbers that can be texted. */
	readonly phone?: string | undefined;
	readonly firstName?: string | undefined;
	readonly country?: string | undefined;
	readonly language?: string | undefined;
	readonly total?: string | undefined;
	readonly currency?: string | undefined;
	readonly orderUrl?: string | undefined;
	/** What was ordered: OrderItem[] as JSON. */
	readonly items?: string | undefined;
}

export interface ParcelDetails {
	readonly trackingNumber?: string | undefined;
	readonly trackingUrl?: string | undefined;
	readonly trackingCompany?: string | undefined;
	/** As the source wrote it. */
	readonly eta?: string | undefined;
}

export interface OrderFacts {
	/** What is known of the order, this event included. */
	readonly details: OrderDetails;
	/** The parcels of the order that were known before. */
	readonly parcels: ReadonlyArray<ParcelDetails & { readonly parcel: string }>;
	/** Stages seen before for what the event is about; not this event's own. */
	readonly seen: readonly SeenStage[];
	/** An earlier text about the same stage, the one that stands most in the way; undefined when there is none. */
	readonly earlier?: EarlierSend | undefined;
	/** Whether the recipient (this event's phone, or the order's) has opted out; undefined when not. */
	readonly optOut?: OptOut | undefined;
	/** Since when they want no more texts about this order; undefined when they do. */
	readonly orderOptOutAt?: Date | undefined;
	/** Their number is known to reach nobody. */
	readonly dead?: DeadNumber | undefined;
}

/**
 * - `sending`: claimed, not settled: another run is at it
 * - `accepted`: the carrier took it
 * - `failed`: provably not sent
 * - `unknown`: it may have been sent: the carrier's answer was lost, or the run was stopped in the middle
 */
export type SendStatus = 'sending' | 'accepted' | 'failed' | 'unknown';

export interface EarlierSend {
	/** `scheduled`: it waits in the outbox. A text that was skipped or cancelled is no earlier one. */
	readonly status: SendStatus | 'scheduled';
	readonly at: Date;
}

export interface OptOut {
	/** Who says so: the carrier refused to send, or the customer wrote it. */
	readonly origin: 'carrier' | 'reply' | 'operator';
	readonly at: Date;
}

/** A text that is about to be sent. */
export interface SendProposal {
	readonly sendId: string;
	readonly stage: TextedStage;
	readonly purpose: 'transactional';
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
	/** It is not sent now: it goes to the outbox. */
	readonly postponed?: Postponement | undefined;
}

export type SendOutcome =
	| { readonly status: 'accepted'; readonly carrierMessageId: string; readonly segments?: number | undefined }
	| {
			readonly status: 'failed' | 'unknown';
			readonly errorCode: CarrierErrorCode;
			/** The carrier's own code. */
			readonly carrierCode?: string | undefined;
			/** What the carrier says of the number; one that no text can reach is marked. */
			readonly reason?: FailureReason | undefined;
			readonly message: string;
	  };

export interface OrderRecord {
	readonly details: OrderDetails;
	readonly firstSeen: Date;
	readonly parcels: ReadonlyArray<ParcelDetails & { readonly parcel: string }>;
	/** In the order in which they were first seen. */
	readonly stages: ReadonlyArray<{ readonly parcel: string; readonly stage: Stage; readonly at: Date }>;
	readonly texts: ReadonlyArray<{
		readonly parcel: string;
		readonly stage: TextedStage;
		readonly status: OutboxStatus;
		readonly at: Date;
		readonly to: string;
		readonly text: string;
		readonly segments: number;
		readonly carrier: string;
		readonly carrierMessageId: string | null;
		readonly error: string | null;
		/** Undefined while the carrier has reported nothing. */
		readonly delivery?: Delivery | undefined;
	}>;
}
