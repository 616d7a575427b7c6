import { type INodeProperties } from 'n8n-workflow';
import { PURPOSE_OPTIONS } from '../fields/phone-and-purpose';

const forExport = { show: { operation: ['export'] } };

export const exportFields: INodeProperties[] = [
	{
		displayName: 'Format',
		name: 'format',
		type: 'options',
		options: [
			{ name: 'CSV File', value: 'csv', description: 'One item with the file "data"' },
			{ name: 'Items', value: 'items', description: 'One item for each consent' },
		],
		default: 'items',
		displayOptions: forExport,
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: forExport,
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { operation: ['export'], returnAll: [false] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description: 'All that are set must hold',
		displayOptions: forExport,
		options: [
			{
				displayName: 'Since',
				name: 'since',
				type: 'dateTime',
				default: '',
				description: 'Those that stand as they do since then or later. A time without a zone is that of the workflow.',
			},
			{
				displayName: 'State',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'Consented', value: 'confirmed' },
					{ name: 'Opted Out', value: 'revoked', description: 'Of what is asked for; opt-outs of every text count as those of offers' },
					{ name: 'Pending', value: 'pending', description: 'Asked and not answered yet, or on a list without proof' },
				],
				default: 'confirmed',
			},
			{
				displayName: 'Until',
				name: 'until',
				type: 'dateTime',
				default: '',
				description: 'Those that stood so before then. A time without a zone is that of the workflow.',
			},
			{
				displayName: 'What For',
				name: 'purpose',
				type: 'options',
				options: PURPOSE_OPTIONS,
				default: 'marketing',
			},
			{
				displayName: 'Where It Comes From',
				name: 'source',
				type: 'options',
				options: [
					{ name: 'Carrier', value: 'carrier', description: 'Blocked or reported by the carrier' },
					{ name: 'Checkout Box', value: 'checkout', description: 'They ticked a box when they ordered' },
					{ name: 'Code', value: 'code', description: 'They typed the code that they were sent' },
					{ name: 'Form', value: 'form', description: 'They filled in a form' },
					{ name: 'From a List', value: 'import', description: 'Put down by you, from an older list' },
					{ name: 'Keyword', value: 'keyword', description: 'They texted a word' },
					{ name: 'Link in a Text', value: 'link', description: 'They opted out on the page that a text led them to' },
					{ name: 'Operator', value: 'operator', description: 'Opted out by you, with this node' },
					{ name: 'Reply', value: 'reply', description: 'They answered by text' },
					{ name: 'Shop’s Own Flag', value: 'shop', description: 'What Shopify, Klaviyo or a field of your shop says' },
					{ name: 'Told Your Staff', value: 'staff', description: 'They said so on the phone or in the shop' },
				],
				default: 'checkout',
				description: 'What made it stand as it does',
			},
		],
	},
];
