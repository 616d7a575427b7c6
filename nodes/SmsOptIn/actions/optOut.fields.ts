import { type INodeProperties } from 'n8n-workflow';
import { defaultCountryField } from '../fields/default-country';

const forOptOut = { show: { operation: ['optOut'] } };

export const optOutFields: INodeProperties[] = [
	{
		displayName: 'What to End',
		name: 'whatToEnd',
		type: 'options',
		options: [
			{ name: 'Everything', value: 'everything', description: 'They get no more texts at all' },
			{ name: 'Offers', value: 'marketing', description: 'Surveys and texts about orders go on' },
			{ name: 'Surveys', value: 'survey', description: 'Offers and texts about orders go on' },
		],
		default: 'everything',
		description:
			'A customer who does not say which texts they mean means all. Where STOP ends marketing only, by the shop credential, texts about orders go on in any case.',
		displayOptions: forOptOut,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: forOptOut,
		options: [
			{
				displayName: 'Asked At',
				name: 'askedAt',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.receivedAt }}',
				description: 'When they asked for it, as an ISO time. Empty: now.',
			},
			defaultCountryField,
			{
				displayName: 'Note',
				name: 'note',
				type: 'string',
				default: '',
				placeholder: 'e.g. E-mail of 3 May 2026',
				description: 'How they asked, for the record',
			},
		],
	},
];
