import { type INodeProperties } from 'n8n-workflow';

/** An option of every operation that is about one phone. */
export const defaultCountryField: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'string',
	default: '',
	placeholder: 'e.g. PL',
	description: 'Two-letter country for phone numbers without a country code. Overrides the shop credential.',
};
