import { type INodeProperties } from 'n8n-workflow';
import { defaultCountryField } from '../fields/default-country';
import { PURPOSE_OPTIONS } from '../fields/phone-and-purpose';

const forCheck = { show: { operation: ['checkConsent'] } };

export const checkConsentFields: INodeProperties[] = [
	{
		displayName: 'What For',
		name: 'purpose',
		type: 'options',
		options: PURPOSE_OPTIONS,
		default: 'marketing',
		description: 'What you want to text them about. The item passes through as it is, with the answer added as "consent".',
		displayOptions: forCheck,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: forCheck,
		options: [defaultCountryField],
	},
];
