import { type INodeProperties } from 'n8n-workflow';

/** Whose account; one line for each carrier, by name. */
export const carrierField: INodeProperties = {
	displayName: 'Carrier',
	name: 'carrier',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Telnyx', value: 'telnyx' },
		{ name: 'Twilio', value: 'twilio' },
	],
	default: 'twilio',
	description: 'Your SMS provider',
};
