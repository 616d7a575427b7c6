// What the ledger takes and gives about texts and reports that come in.
import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
import { type AskedPurpose } from '../domain/consent/consent';
import { type ParcelStage, type TextedStage } from '../domain/stages';
import { type ClaimRequestFacts, type ConfirmationText, type RequestProposal } from './consent';
import {
	type OptOut,
	type OrderDetails,
	type OrderFacts,
	type ParcelDetails,
	type SendProposal,
	type SendStatus,
} from './ledger';

/** A text from a customer, as its carrier handed it over. */
export interface IncomingReply {
	readonly shop: string;
	readonly now: Date;
	readonly carrier: string;
	/** The carrier's id: the same in every try to hand it over, and in every part of one text. */
	readonly messageId: string;
	/** E.164. */
	readonly phone: string;
	/** The number or short code they wrote to. */
	readonly recipient: string;
	readonly text: string;
	/** Where the carrier hands a long text over in parts. */
	readonly part?: { readonly group: string; readonly number: number; readonly total: number } | undefined;
	/** The text is a word that the operator has people sign up with. */
	readonly join?: { readonly purpose: AskedPurpose; readonly country?: string | undefined } | undefined;
}

/** A reply as it was recorded. */
export interface OverdueReply extends Pick<IncomingReply, 'messageId' | 'phone' | 'recipient' | 'text'> {
	readonly receivedAt: Date;
}

/** What is known of somebody who writes. */
export interface ReplyFacts {
	/** The whole text, of all its parts. */
	readonly text: string;
	/** The orders of that phone, the one with the latest news first; at most five. */
	readonly orders: readonly KnownOrder[];
	readonly optOut?: OptOut | undefined;
	/** Of the last text they got from us; undefined when they never got one. */
	readonly language?: string | undefined;
	/** The automatic answers that they got, or may have got, in the last 24 hours, the latest first. */
	readonly answered: ReadonlyArray<{ readonly answer: string; readonly at: Date }>;
	/** A request for consent that waits for a reply to the number they wrote to; undefined when none does. */
	readonly optInRequest?: AwaitingRequest | undefined;
	/** Where they sign up with a word: all that counts for asking them. */
	readonly join?: ClaimRequestFacts | undefined;
	/** An earlier try to hand over this very text was broken off; what it caused is in force, and its answer claimed. */
	readonly isRepeated: boolean;
}

export interface AwaitingRequest {
	readonly id: string;
	readonly purpose: AskedPurpose;
	/** Whether a yes is enough, or the code is wanted. */
	readonly proof: 'reply' | 'code' | 'both';
	/** The text has the request's code in it. A wrong code has been counted. */
	readonly hasCode: boolean;
	/** What it was asked in. */
	readonly language?: string | undefined;
	/** The text that confirms a yes; undefined when none is to be sent. */
	readonly confirmation?: ConfirmationText | undefined;
}

export interface KnownOrder {
	readonly id: string;
	readonly details: OrderDetails;
	readonly parcels: ReadonlyArray<ParcelDetails & { readonly parcel: string }>;
	/** In the order in which they were seen. */
	readonly seen: readonly ParcelStage[];
	readonly updatedAt: Date;
}

/** What is to follow from a reply. */
export interface ReplyReaction {
	readonly kind: string;
	readonly rule: string;
	/** False when no workflow is started for it: then it need not be confirmed. */
	readonly isHandedOn: boolean;
	/** `orderId`: ends the texts about that order only. `byCarrier`: the carrier has blocked the number too. */
	readonly optOut?: { readonly orderId?: string | undefined; readonly byCarrier: boolean } | undefined;
	/** `byCarrier`: the carrier has opened the number again too. */
	readonly optIn?: { readonly byCarrier: boolean } | undefined;
	/** Their answer to the request that waits. */
	readonly optInAnswer?: { readonly requestId: string; readonly isYes: boolean } | undefined;
	/** They sign up with a word: the request to send them, which takes the place of an answer. */
	readonly request?: RequestProposal | undefined;
	readonly answer?: AnswerProposal | undefined;
}

/** An automatic answer that is about to be sent; settled like every other text. */
export interface AnswerProposal extends Omit<SendProposal, 'stage' | 'purpose'> {
	/** Which answer it is. */
	readonly answer: string;
}

/**
 * - `new`: to be handed to the workflow
 * - `repeated`: known already, nothing was changed
 * - `incomplete`: a part of a text whose other parts are missing yet
 */
export type ReplyNovelty = 'new' | 'repeated' | 'incomplete';

/** A carrier's report on a text. */
export interface IncomingReceipt {
	readonly shop: string;
	readonly now: Date;
	readonly carrier: string;
	readonly messageId: string;
	/** Our own id, from the URL that we gave the carrier with the text; undefined when it reports to another URL. */
	readonly sendId?: string | undefined;
	readonly status: DeliveryStatus;
	readonly isFinal: boolean;
	readonly errorCode?: string | undefined;
	readonly reason?: FailureReason | undefined;
	readonly segments?: number | undefined;
	readonly price?: Price | undefined;
	/** The one part of a long text that it is about. */
	readonly part?: { readonly id: string; readonly total?: number | undefined } | undefined;
}

export interface Price {
	readonly amount: string;
	readonly currency?: string | undefined;
}

export interface FoldedReceipt {
	/** Whether the state of the text has changed by it. */
	readonly isNews: boolean;
	/** The text it is about; undefined for one that is not of this shop's ledger. */
	readonly text?: ReportedText | undefined;
}

/** One of our texts, and how its delivery stands now. */
export interface ReportedText {
	readonly sendId: string;
	readonly orderNumber?: string | undefined;
	readonly parcel?: string | undefined;
	readonly stage?: TextedStage | undefined;
	readonly purpose: string;
	/** Which automatic answer it is; undefined for other texts. */
	readonly answer?: string | undefined;
	readonly to: string;
	readonly text: string;
	readonly language: string;
	readonly segments: number;
	readonly carrier: string;
	readonly sender: string;
	readonly sentAt: Date;
	/** How often it was sent. */
	readonly tries: number;
	readonly delivery: Delivery;
}

/** A text about an order that somebody would like to send again. */
export interface UndeliveredText extends Omit<ReportedText, 'delivery' | 'stage'>, Pick<SendProposal, 'picture'> {
	readonly stage: TextedStage;
	readonly status: SendStatus;
	/** Undefined while nothing was reported. */
	readonly delivery?: Delivery | undefined;
	readonly facts: Pick<OrderFacts, 'seen' | 'optOut' | 'orderOptOutAt' | 'dead'>;
}

export interface ResendRequest {
	readonly shop: string;
	readonly sendId: string;
	/** The text's id from now on: what is still reported of the old try does not count. */
	readonly newSendId: string;
	readonly now: Date;
	readonly carrier: string;
	readonly sender: string;
}

export interface Delivery {
	readonly status: DeliveryStatus;
	readonly isFinal: boolean;
	readonly at: Date;
	/** The carrier's own code. */
	readonly errorCode?: string | undefined;
	readonly reason?: FailureReason | undefined;
	readonly price?: Price | undefined;
}

/** A number that no text can reach. */
export interface DeadNumber {
	readonly reason: FailureReason;
	readonly at: Date;
}

/** What one of our triggers listens for. */
export type EndpointKind = 'replies' | 'receipts' | 'outbox' | 'unsubscribe';

export interface Endpoint {
	readonly shop: string;
	readonly kind: EndpointKind;
	readonly carrier: string;
	/** The public URL. */
	readonly url: string;
	/** When a test stops listening; undefined for a trigger that stays. */
	readonly until?: Date | undefined;
}

/** What stood at the carrier before we put our URL there. */
export interface Registration {
	/** The carrier's resource, as its adapter names it. */
	readonly place: string;
	readonly url: string;
	/** JSON of what is put back when we leave. */
	readonly previous: string;
}

/** A webhook of a shop or parcel tracker. `ids`: what it is known by when it comes again, each of them enough; at least one. */
export interface OrderNotice {
	readonly shop: string;
	readonly source: string;
	readonly ids: readonly string[];
	readonly now: Date;
}

/** New: to be handed to the workflow; repeated: a workflow has it; in progress: it is being handed over, the sender should come again. */
export type NoticeNovelty = 'new' | 'repeated' | 'in-progress';

/** The ledger's verbs for what comes in. */
export interface InboundVerbs {
	/**
	 * Records a reply once, with all that follows from it: when this returns, an opt-out is in force and an automatic answer
	 * is claimed (send it and settle it). `react` is called inside the transaction with what is known of the sender; it must be
	 * quick, synchronous and without effects, and may be called again when a transaction has to be repeated. It is not called
	 * for repetitions and incomplete texts. Where an earlier try was broken off, what `react` says has no effects any more.
	 *
	 * Any text from a number proves that it is not dead.
	 *
	 * Races: of any number of tries to hand over the same text, in any number of processes, one is told `new`. Until
	 * {@link confirmReply} says that a workflow has it, a try that comes half a minute later is `new` again, so that none is lost
	 * when a process dies in between.
	 */
	recordReply(reply: IncomingReply, react: (facts: ReplyFacts) => ReplyReaction): Promise<ReplyNovelty>;

	/** A workflow has the text: from now on every further try is a repetition. */
	confirmReply(reply: Pick<IncomingReply, 'shop' | 'carrier' | 'messageId'>): Promise<void>;

	/**
	 * Texts of the last day that no workflow has got: the process died after the carrier had its answer. Recording one of
	 * them again makes it new; a caller that does so takes it away from others for half a minute.
	 */
	overdueReplies(shop: string, carrier: string, now: Date): Promise<OverdueReply[]>;

	/**
	 * Folds a report into the text it is about: the one with the carrier's id, else the one of `sendId` that has none yet. States
	 * only go forward (see foldStatus): duplicates, late ones and unknown ones change nothing. Any report proves that the carrier
	 * has taken the text, which settles a send whose outcome was unknown. `opted_out` writes the carrier's opt-out for the
	 * number; a reason that means a dead number marks it; `delivered` clears that.
	 */
	recordReceipt(receipt: IncomingReceipt): Promise<FoldedReceipt>;

	/**
	 * Asks `agree` with what is known of a text about an order (undefined when there is none of that id), and claims it for
	 * another try where it says yes. Settle it under its new id.
	 *
	 * Races: callers take turns; after one has claimed it, the others find no text of that id.
	 */
	claimResend(request: ResendRequest, agree: (found: UndeliveredText | undefined) => boolean): Promise<void>;

	/** A trigger has been activated. Opening the same endpoint again makes it the newest. */
	openEndpoint(endpoint: Endpoint, now: Date): Promise<void>;

	/** A trigger has been deactivated. */
	closeEndpoint(endpoint: Omit<Endpoint, 'until'>): Promise<void>;

	/** Where the trigger listens that was activated last and is still there; undefined when none is active. */
	endpointUrl(endpoint: Pick<Endpoint, 'shop' | 'kind' | 'carrier'>, now: Date): Promise<string | undefined>;

	/** What was remembered of a place at a carrier, oldest first. */
	registrationsAt(place: string): Promise<Registration[]>;

	/** Remembers what stood there; what is remembered for the same place and URL is replaced. */
	saveRegistration(registration: Registration, now: Date): Promise<void>;

	/** Forgets it; nothing when it is not there. */
	dropRegistration(registration: Pick<Registration, 'place' | 'url'>): Promise<void>;

	/**
	 * Records that a webhook came, and says whether it came before. Kept for 30 days.
	 *
	 * Races: of any number of tries, in any number of processes, one is told `new`. Until {@link confirmOrderNotice} says that a
	 * workflow has it, a try that comes half a minute later is `new` again, so that none is lost when a process dies in between.
	 */
	recordOrderNotice(notice: OrderNotice): Promise<NoticeNovelty>;

	/** A workflow has it: from now on every further try is a repetition. */
	confirmOrderNotice(notice: Omit<OrderNotice, 'now'>): Promise<void>;
}
