import { WHOLE_ORDER } from '../../lib/domain/order-identity';
import { type Ledger, type OrderFacts, type SendProposal, type Sighting } from '../../lib/ledger/ledger';

export const NOW = new Date('2026-11-22T10:00:00Z');
export const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

let ids = 0;
export const newId = () => `id-${++ids}`;

export const refs = (number: string, tracking?: string) => [
	{ kind: 'number', value: number, source: 'shopify' } as const,
	...(tracking ? [{ kind: 'tracking', value: tracking, source: '' } as const] : []),
];

/** Order 1001 of a Shopify shop is confirmed; the rest as given. */
export const sighting = (more: Partial<Sighting> = {}): Sighting => ({
	shop: 'default',
	now: NOW,
	refs: [
		{ kind: 'number', value: '1001', source: 'shopify' },
		{ kind: 'id', value: '450789469', source: 'shopify' },
	],
	remember: true,
	source: 'shopify',
	details: { number: '#1001', phone: '+14155550123', firstName: 'Maria', country: 'US', language: 'en' },
	parcel: WHOLE_ORDER,
	parcelDetails: {},
	stage: 'confirmed',
	newOrderId: newId(),
	...more,
});

export const proposal = (more: Partial<SendProposal> = {}): SendProposal => ({
	sendId: newId(),
	stage: 'confirmed',
	purpose: 'transactional',
	to: '+14155550123',
	text: 'Your order #1001 is confirmed.',
	language: 'en',
	encoding: 'GSM-7',
	segments: 1,
	carrier: 'twilio',
	sender: '+14155550100',
	...more,
});

/** Claims as the flow does it: a text is proposed unless an earlier one stands in the way. */
export async function claim(
	ledger: Ledger,
	seen: Sighting,
	text: Partial<SendProposal> = {},
): Promise<{ facts: OrderFacts; sendId: string | null }> {
	let result: { facts: OrderFacts; sendId: string | null } | undefined;
	await ledger.claimSend(seen, (facts) => {
		const isFree = facts.earlier === undefined || facts.earlier.status === 'failed';
		const proposed = isFree ? proposal({ stage: (seen.stage ?? 'confirmed') as SendProposal['stage'], ...text }) : null;
		result = { facts, sendId: proposed?.sendId ?? null };
		return proposed;
	});
	return result as { facts: OrderFacts; sendId: string | null };
}
