import { decide, type GateRule } from '../domain/gate';
import { type DeliveryStatus } from '../domain/delivery';
import { type ShopProfile } from '../domain/shop-profile';
import { type UndeliveredText } from '../ledger/inbound';
import { type SendingDeps, sendClaimed, type SendResult } from './send-claimed';

export interface ResendSettings {
	readonly profile: ShopProfile;
	/** Who the text comes from now. */
	readonly sender: string;
	/** How often a text is sent at most, the first time included. */
	readonly mostTries: number;
	/** @default 'skip' */
	readonly whenDead: 'skip' | 'try';
}

/** Workflows branch on these: append, never rename. */
export type ResendRule = GateRule | 'unknown-text' | 'not-undelivered' | 'too-many-tries';

export interface Resent {
	/** Undefined for a text that this shop's ledger does not know. */
	readonly text?: UndeliveredText | undefined;
	/** Undefined when it was sent again. */
	readonly skip?: { readonly rule: ResendRule; readonly reason: string } | undefined;
	/** The text's new id. */
	readonly sendId: string;
	readonly result?: SendResult | undefined;
}

const NOT_DELIVERED: ReadonlySet<DeliveryStatus> = new Set(['undelivered', 'failed', 'expired', 'rejected'] as const);

/**
 * Sends a text about an order once more that did not arrive: the same words, under a new id. The gate is asked again: who has
 * opted out since, or whose order has gone on, gets nothing.
 *
 * Races: of several callers with the same text one sends it; the others find it no longer undelivered.
 */
export async function resendText(sendId: string, settings: ResendSettings, deps: SendingDeps): Promise<Resent> {
	const { ledger, carrier, newId, now } = deps;
	const newSendId = newId();
	let text: UndeliveredText | undefined;
	let skip: Resent['skip'];
	const request = {
		shop: settings.profile.key,
		sendId,
		newSendId,
		now: now(),
		carrier: carrier.id,
		sender: settings.sender,
	};
	await ledger.claimResend(request, (found) => {
		text = found;
		skip = objection(found, settings, request.now);
		return skip === undefined;
	});
	if (skip || !text) return { text, skip, sendId: newSendId };
	const result = await sendClaimed(newSendId, { to: text.to, from: settings.sender, text: text.text, picture: text.picture }, deps);
	return { text, sendId: newSendId, result };
}

function objection(found: UndeliveredText | undefined, settings: ResendSettings, now: Date): Resent['skip'] {
	const { profile, mostTries, whenDead } = settings;
	if (!found) {
		return {
			rule: 'unknown-text',
			reason: `This shop (key "${profile.key}") has sent no text about an order under this id. The SMS Delivery Trigger gives it as sendId.`,
		};
	}
	const { status, delivery, tries, stage } = found;
	if (status !== 'failed' && !(delivery && delivery.isFinal && NOT_DELIVERED.has(delivery.status))) {
		const state = delivery?.status ?? status;
		return { rule: 'not-undelivered', reason: `The text has not failed (it is "${state}"), so it is not sent again.` };
	}
	if (tries >= mostTries) {
		return { rule: 'too-many-tries', reason: `The text was sent ${tries} times already, which is the limit.` };
	}
	const decision = decide(
		{
			purpose: 'transactional',
			stage,
			stageEvidence: '',
			stagesToText: [stage],
			isIdentified: true,
			isTestOrder: false,
			isRedirected: false,
			optOutScope: profile.optOutScope,
			whenUnknown: 'hold',
			whenDead,
			recipient: { phone: found.to },
		},
		found.facts,
		now,
	);
	return decision.action !== 'send' ? { rule: decision.rule, reason: decision.reason } : undefined;
}
