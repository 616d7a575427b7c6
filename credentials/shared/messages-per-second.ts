import { type INodeProperties } from 'n8n-workflow';

/**
 * The field of every carrier's credential.
 *
 * @param what it is a speed of, in whole sentences.
 * @param usual where the carrier says what every account may do; 0: it does not.
 */
export const messagesPerSecond = (what: string, usual = 0): INodeProperties => ({
	displayName: 'Messages per Second',
	name: 'messagesPerSecond',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: usual,
	// the speeds are those of lib/flows/pace.ts
	description: `${what} 0: texts that leave at once go as fast as the carrier takes them; campaigns and the outbox then keep to the usual speed of the sender (1 for a long number in North America, 3 for a toll-free one, 100 for a short code, 10 for others).`,
});
