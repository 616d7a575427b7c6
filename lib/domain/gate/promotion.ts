import { type GateDecision, type GateFacts, type PromotionMessage } from '../gate';
import { type Law } from '../law/law';

export function decidePromotion(message: PromotionMessage, facts: GateFacts, now: Date, law: Law): GateDecision {
	throw new Error(`${message.purpose} ${String(facts)} ${now.toISOString()} ${law.version}`);
}
