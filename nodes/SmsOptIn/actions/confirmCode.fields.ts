import { type INodeProperties } from 'n8n-workflow';
import { defaultCountryField } from '../fields/default-country';

const forConfirm = { show: { operation: ['confirmCode'] } };

export const confirmCodeFields: INodeProperties[] = [
	{
		displayName: 'Code',
		name: 'code',
		type: 'string',
		required: true,
		default: '={{ $json.code }}',
		placeholder: 'e.g. {{ $json.code }}',
		description: 'The six digits that they typed',
		displayOptions: forConfirm,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: forConfirm,
		options: [
			defaultCountryField,
			{
				displayName: 'IP Address',
				name: 'ip',
				type: 'string',
				default: '',
				placeholder: "e.g. {{ $json.headers['x-forwarded-for'] }}",
				description: 'Of the visitor. Kept as evidence.',
			},
			{
				displayName: 'User Agent',
				name: 'userAgent',
				type: 'string',
				default: '',
				placeholder: "e.g. {{ $json.headers['user-agent'] }}",
				description: 'Of the visitor’s browser. Kept as evidence.',
			},
		],
	},
];
