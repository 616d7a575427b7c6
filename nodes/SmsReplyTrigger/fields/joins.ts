import { type INodeProperties } from 'n8n-workflow';
import { LANGUAGE_OPTIONS } from '../../shared/language-options';

/** Words that people sign up with. */
export const joinFields: INodeProperties[] = [
	{
		displayName: 'Join Words',
		name: 'joinWords',
		type: 'fixedCollection',
		placeholder: 'Add Words',
		typeOptions: { multipleValues: true },
		default: {},
		description:
			'Who texts such a word wants your offers or surveys: they are asked to confirm by YES (double opt-in), and only then they have consented. Such a text leaves by the output Opt-In.',
		options: [
			{
				displayName: 'Words',
				name: 'rules',
				values: [
					{
						displayName: 'Words',
						name: 'words',
						type: 'string',
						default: '',
						placeholder: 'e.g. JOIN, VIP',
						description:
							'With commas between them; nothing else may stand in the text. Capitals, accents and punctuation do not matter. STOP and HELP keep their meaning.',
					},
					{
						displayName: 'What For',
						name: 'purpose',
						type: 'options',
						options: [
							{ name: 'Offers', value: 'marketing', description: 'Promotions, news, codes, win-backs' },
							{ name: 'Surveys', value: 'survey', description: 'Questions about how satisfied they are' },
						],
						default: 'marketing',
					},
					{
						displayName: 'Language',
						name: 'language',
						type: 'options',
						options: [{ name: 'The Customer’s', value: '' }, ...LANGUAGE_OPTIONS],
						default: '',
						description: 'Of the words, and so of who texts them',
					},
				],
			},
		],
	},
];
