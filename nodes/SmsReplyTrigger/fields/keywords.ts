import { type INodeProperties } from 'n8n-workflow';

/** One output each, after the fixed ones. */
export const keywordFields: INodeProperties[] = [
	{
		displayName: 'Keywords',
		name: 'keywordRules',
		type: 'fixedCollection',
		placeholder: 'Add Keyword',
		typeOptions: { multipleValues: true, sortable: false },
		default: {},
		description:
			'Texts with your own words leave by an output of their own. STOP, HELP, START and order questions come first. Add new ones at the end: connections hold the position.',
		options: [
			{
				displayName: 'Keyword',
				name: 'rules',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Opening hours',
						description: 'What the output is called',
					},
					{
						displayName: 'Words',
						name: 'words',
						type: 'string',
						default: '',
						placeholder: 'e.g. hours, opening hours, open',
						description: 'Words or phrases with commas between them; capitals, accents and punctuation do not matter',
					},
					{
						displayName: 'Text',
						name: 'match',
						type: 'options',
						options: [
							{ name: 'Begins With One', value: 'begins', description: 'Anything may follow' },
							{ name: 'Contains One', value: 'contains', description: 'It may stand anywhere in the text' },
							{ name: 'Is One', value: 'whole', description: 'Nothing else stands in the text' },
						],
						default: 'whole',
					},
				],
			},
		],
	},
];
