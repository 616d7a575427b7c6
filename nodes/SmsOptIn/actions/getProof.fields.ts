import { type INodeProperties } from 'n8n-workflow';
import { defaultCountryField } from '../fields/default-country';

const forProof = { show: { operation: ['getProof'] } };

export const getProofFields: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{ name: 'JSON', value: 'json' },
			{ name: 'JSON and HTML Page', value: 'page', description: 'Adds a page to print or hand over, as the file "proof"' },
		],
		default: 'json',
		displayOptions: forProof,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: forProof,
		options: [defaultCountryField],
	},
];
