import { type INodeProperties } from 'n8n-workflow';

export const importFields: INodeProperties[] = [
	{
		displayName:
			'Importing people gives nobody’s consent. To send them offers, record their consent with SMS Opt-In, or ask them with it.',
		name: 'importNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: ['import'] } },
	},
	{
		displayName: 'Import From',
		name: 'importFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'CSV File', value: 'file', description: 'A binary field of the input, in UTF-8, with a header' },
			{ name: 'CSV Text', value: 'text', description: 'The text of a CSV, with a header' },
			{ name: 'Items', value: 'items', description: 'Each input item is one row' },
		],
		default: 'items',
		displayOptions: { show: { operation: ['import'] } },
	},
	{
		displayName: 'Input File Field',
		name: 'inputField',
		type: 'string',
		required: true,
		default: 'data',
		placeholder: 'e.g. data',
		description: 'Name of the binary field with the CSV file',
		displayOptions: { show: { operation: ['import'], importFrom: ['file'] } },
	},
	{
		displayName: 'CSV Text',
		name: 'csvText',
		type: 'string',
		typeOptions: { rows: 5 },
		required: true,
		default: '',
		placeholder: 'e.g. phone,name,language',
		description:
			'The first line names the columns: phone, name, first name, language, country, time zone, birthday, tags, customer ID, in any usual spelling',
		displayOptions: { show: { operation: ['import'], importFrom: ['text'] } },
	},
];
