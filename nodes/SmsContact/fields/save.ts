import { type INodeProperties } from 'n8n-workflow';

const forSave = { show: { operation: ['save'] } };

export const saveFields: INodeProperties[] = [
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.phone }}',
		description:
			'The person’s mobile number in any usual spelling. Empty: taken from the item, wherever an order, a customer or a form keeps it.',
		displayOptions: forSave,
	},
	{
		displayName: 'Read the Item',
		name: 'readItem',
		type: 'boolean',
		default: true,
		description:
			'Whether name, language, country, birthday, tags and customer ID are taken from the item, where it has them under their usual names and they are not filled in below',
		displayOptions: forSave,
	},
	{
		displayName: 'When the Number Is New',
		name: 'whenNumberIsNew',
		type: 'options',
		options: [
			{
				name: 'Add',
				value: 'add',
				description: 'The person has several numbers from now on; the new one is the main one',
			},
			{
				name: 'Replace',
				value: 'replace',
				description: 'The person has changed the number; the others are kept as former ones. Needs a customer ID.',
			},
		],
		default: 'add',
		description: 'What to do with a number that the person with this customer ID did not have before',
		displayOptions: { show: { operation: ['save', 'import'] } },
	},
	{
		displayName: 'Details',
		name: 'details',
		type: 'collection',
		placeholder: 'Add Detail',
		default: {},
		displayOptions: forSave,
		options: [
			{
				displayName: 'Birthday',
				name: 'birthday',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1990-12-31',
				description: 'Or 12-31 where you do not know the year',
			},
			{
				displayName: 'Country',
				name: 'country',
				type: 'string',
				default: '',
				placeholder: 'e.g. PL',
				description: 'Two-letter code. Empty: for somebody new that of the number.',
			},
			{
				displayName: 'Customer ID',
				name: 'customerId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 7012345678901',
				description: 'Your shop’s own ID of the customer. It keeps a person one when the number changes.',
			},
			{
				displayName: 'First Name',
				name: 'firstName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Maria',
				description: 'As it may stand in a text. Empty: the first word of the name.',
			},
			{
				displayName: 'Language',
				name: 'language',
				type: 'string',
				default: '',
				placeholder: 'e.g. pl',
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Maria Nowak',
			},
			{
				displayName: 'Tags',
				name: 'tags',
				type: 'string',
				default: '',
				placeholder: 'e.g. vip, wholesale',
				description: 'Added to those the person has. Several with commas.',
			},
			{
				displayName: 'Time Zone',
				name: 'timeZone',
				type: 'string',
				default: '',
				placeholder: 'e.g. Europe/Warsaw',
				description: 'IANA name',
			},
		],
	},
	{
		displayName: 'Own Fields',
		name: 'ownFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Field',
		default: {},
		description: 'Whatever else you want to know of people',
		displayOptions: forSave,
		options: [
			{
				name: 'fields',
				displayName: 'Field',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. size',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. M',
						description: 'Empty: the field is taken away',
					},
				],
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { operation: ['save', 'import'] } },
		options: [
			{
				displayName: 'Default Country',
				name: 'defaultCountry',
				type: 'string',
				default: '',
				placeholder: 'e.g. PL',
				description:
					'Two-letter code for numbers without a country code where nothing else tells the country. Empty: that of the shop.',
			},
			{
				displayName: 'Keep Other Columns',
				name: 'keepOtherColumns',
				type: 'boolean',
				default: false,
				description: 'Whether what has no place of its own is kept as own fields, under its name in the item or header',
			},
			{
				displayName: 'Tags to Add',
				name: 'tags',
				type: 'string',
				default: '',
				placeholder: 'e.g. spring-list',
				description: 'Added to everybody, beside their own. Several with commas.',
			},
		],
	},
];
