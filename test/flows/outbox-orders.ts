// Texts about orders that wait in the outbox.
import { type OrderMessage } from '../../lib/domain/gate';
import { type Ledger, type SendProposal } from '../../lib/ledger/ledger';
import { type TextedStage } from '../../lib/domain/stages';
import { newId, refs, sighting } from '../ledger/sightings';

const PHONE = '+12125550000';
const AT = new Date('2026-12-01T17:00:00Z');

export function orderText(stage: TextedStage, { to = PHONE, ...more }: Partial<OrderMessage> & { to?: string } = {}): SendProposal {
	const message: OrderMessage = {
		purpose: 'transactional',
		stage,
		stageEvidence: 'a test',
		stagesToText: ['confirmed', 'shipped'],
		isIdentified: true,
		isTestOrder: false,
		recipient: { phone: to },
		...more,
	};
	return {
		sendId: newId(),
		stage,
		purpose: 'transactional',
		to,
		text: `Your order is ${stage}.`,
		language: 'en',
		encoding: 'GSM-7',
		segments: 1,
		carrier: 'twilio',
		sender: '+14155550100',
		postponed: { dueAt: AT, rule: 'quiet-hours', reason: 'It was night.', message },
	};
}

/** An event of an order, and the text that it puts into the outbox; null: none. */
export const claimFor = (ledger: Ledger, number: string, text: SendProposal | null, stage: TextedStage = 'confirmed') =>
	ledger.claimSend(
		sighting({ refs: refs(number), now: AT, stage, newOrderId: newId(), details: { number: `#${number}`, phone: text?.to ?? PHONE } }),
		() => text,
	);
