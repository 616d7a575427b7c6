import { type INodeProperties } from 'n8n-workflow';

const forSearch = { show: { operation: ['search'] } };
const forExport = { show: { operation: ['export'] } };

const days = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 30,
	description,
});

const amount = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 2 },
	default: 0,
	description,
});

/** By which people are found. */
export const searchFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: forSearch,
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { operation: ['search'], returnAll: [false] } },
	},
	{
		displayName: 'Export As',
		name: 'exportAs',
		type: 'options',
		options: [
			{ name: 'CSV File', value: 'csv', description: 'One item with a file in UTF-8, which spreadsheets open' },
			{ name: 'Items', value: 'items', description: 'One item for each person' },
		],
		default: 'csv',
		displayOptions: forExport,
	},
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: 'contacts.csv',
		placeholder: 'e.g. contacts.csv',
		displayOptions: { show: { operation: ['export'], exportAs: ['csv'] } },
	},
	{
		displayName: 'Put Output File in Field',
		name: 'outputField',
		type: 'string',
		default: 'data',
		placeholder: 'e.g. data',
		description: 'Name of the binary field of the output',
		displayOptions: { show: { operation: ['export'], exportAs: ['csv'] } },
	},
	{
		displayName: 'Conditions',
		name: 'conditions',
		type: 'collection',
		placeholder: 'Add Condition',
		default: {},
		description: 'All of them must hold. Without any, everybody is found.',
		displayOptions: { show: { operation: ['search', 'export'] } },
		options: [
			{
				displayName: 'Birthday Today',
				name: 'birthdayToday',
				type: 'boolean',
				default: true,
				description:
					'Whether it is their birthday, by the shop’s time zone. Those of 29 February have theirs on 1 March in other years.',
			},
			{
				displayName: 'Consent For',
				name: 'consentPurpose',
				type: 'options',
				options: [
					{ name: 'Offers', value: 'marketing' },
					{ name: 'Surveys', value: 'survey' },
					{ name: 'Texts About Orders', value: 'transactional' },
				],
				default: 'marketing',
				description: 'What the consent is for that Consent Is asks about',
			},
			{
				displayName: 'Consent Is',
				name: 'consentStatus',
				type: 'options',
				options: [
					{ name: 'Consented', value: 'confirmed', description: 'They may be texted for it' },
					{ name: 'None', value: 'none', description: 'They never were asked, or gave no answer' },
					{ name: 'Opted Out', value: 'revoked', description: 'They have ended it' },
					{
						name: 'Pending',
						value: 'pending',
						description: 'They are on a list or were asked, and have not confirmed',
					},
				],
				default: 'confirmed',
				description:
					'Where the consent of the main number stands. It is that for offers, unless Consent For says otherwise.',
			},
			{
				displayName: 'Countries',
				name: 'countries',
				type: 'string',
				default: '',
				placeholder: 'e.g. PL, DE',
				description: 'Any of these, as two-letter codes',
			},
			{
				displayName: 'Currency',
				name: 'currency',
				type: 'string',
				default: '',
				placeholder: 'e.g. EUR',
				description: 'In which Spent at Least and Spent at Most are meant. Empty: any, each on its own.',
			},
			{
				displayName: 'Languages',
				name: 'languages',
				type: 'string',
				default: '',
				placeholder: 'e.g. pl, de',
				description: 'Any of these',
			},
			days('No Order for (Days)', 'noOrderForDays', 'People who have ordered, but not in the last so many days'),
			days('Not Texted for (Days)', 'notTextedForDays', 'People who got no text in the last so many days, or never'),
			days('Ordered Within (Days)', 'orderedWithinDays', 'People with an order in the last so many days'),
			amount('Spent at Least', 'spentAtLeast', 'What their orders come to, without those cancelled or refunded'),
			amount('Spent at Most', 'spentAtMost', 'Also finds people without an order'),
			{
				displayName: 'Tags',
				name: 'tags',
				type: 'string',
				default: '',
				placeholder: 'e.g. vip, wholesale',
				description: 'People with any of these',
			},
			days('Texted Within (Days)', 'textedWithinDays', 'People who got a text in the last so many days'),
			{
				displayName: 'Without Tags',
				name: 'withoutTags',
				type: 'string',
				default: '',
				placeholder: 'e.g. staff',
				description: 'People with none of these',
			},
		],
	},
];
