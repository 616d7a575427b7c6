import { type INodeProperties } from 'n8n-workflow';
import { LANGUAGE_OPTIONS } from '../../shared/language-options';
import { ANSWERS } from '../../../lib/domain/answers';

/** Without an execution, in the customer's language. */
export const answerFields: INodeProperties[] = [
	{
		displayName: 'Answer Automatically',
		name: 'automaticAnswers',
		type: 'multiOptions',
		options: [
			{
				name: 'Acknowledgement',
				value: 'acknowledgement',
				description: 'Any other text gets “we have your message”, at most once in 24 hours',
			},
			{
				name: 'HELP',
				value: 'help',
				description: 'Who you are, how to reach you and how to stop the texts',
			},
			{
				name: 'Order Questions',
				value: 'orderQuestion',
				description: '“Where is my order?” gets its status, expected delivery and tracking link',
			},
			{
				name: 'START',
				value: 'optIn',
				description: 'Confirms that texts come again',
			},
			{
				name: 'STOP',
				value: 'optOut',
				description: 'Confirms once that no more texts come; not where the carrier does it itself',
			},
		],
		default: ['help', 'orderQuestion', 'optIn', 'optOut'],
		description: 'What is answered at once, in the customer’s language, before the workflow starts',
	},
	{
		displayName: 'Own Answers',
		name: 'ownAnswers',
		type: 'fixedCollection',
		placeholder: 'Add Answer',
		typeOptions: { multipleValues: true },
		default: {},
		description: 'Your own words in place of the built-in ones',
		options: [
			{
				displayName: 'Answer',
				name: 'answers',
				values: [
					{
						displayName: 'Answer',
						name: 'answer',
						type: 'options',
						options: Object.entries(ANSWERS)
							.map(([value, { label, description }]) => ({ name: label, value, description }))
							.sort((a, b) => a.name.localeCompare(b.name)),
						default: 'help',
					},
					{
						displayName: 'Language',
						name: 'language',
						type: 'options',
						options: [{ name: 'Every Language', value: '' }, ...LANGUAGE_OPTIONS],
						default: '',
						description: 'Customers of other languages get the built-in answer',
					},
					{
						displayName: 'Text',
						name: 'text',
						type: 'string',
						typeOptions: { rows: 3 },
						default: '',
						placeholder: 'e.g. {brand}: call {support_phone} or reply STOP to opt out.',
						description:
							'With placeholders in curly brackets; a part in square brackets is left out where a placeholder in it is empty',
					},
				],
			},
		],
	},
];
