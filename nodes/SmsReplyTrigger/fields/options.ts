import { type INodeProperties } from 'n8n-workflow';
import { ownOptInTextsField } from '../../shared/opt-in-texts';
import { publicUrlField } from '../../shared/public-url';

const ownWords = (name: string, displayName: string, example: string, meaning: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${example}`,
	description: `Words or phrases, with commas between them, that also mean ${meaning}; the usual ones in 28 languages are known`,
});

export const optionFields: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Free to End User',
				name: 'freeToEndUser',
				type: 'boolean',
				default: false,
				description:
					'Whether the number is a short code that costs its senders and recipients nothing (FTEU), so that the texts to who signs up say nothing of costs',
			},
			ownWords('helpWords', 'HELP Words', 'assist, support', 'HELP'),
			ownWords('orderQuestionWords', 'Order Question Words', 'wismo, parcel', 'a question about an order'),
			{
				displayName: 'Outputs',
				name: 'handedOn',
				type: 'multiOptions',
				options: [
					{ name: 'Answer', value: 'answer' },
					{ name: 'Help', value: 'help' },
					{ name: 'Keywords', value: 'keyword' },
					{ name: 'Opt-In', value: 'opt-in' },
					{ name: 'Opt-Out', value: 'opt-out' },
					{ name: 'Order Question', value: 'order-question' },
					{ name: 'Reply', value: 'other' },
				],
				default: ['answer', 'help', 'keyword', 'opt-in', 'opt-out', 'order-question', 'other'],
				description:
					'Which kinds of texts start the workflow. The others are recorded and answered all the same, without an execution.',
			},
			ownOptInTextsField(['request', 'confirmation']),
			publicUrlField,
			{
				displayName: 'Request Expires After (Hours)',
				name: 'expiresAfterHours',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 720 },
				default: 24,
				description: 'How long the YES of somebody counts who texted a join word',
			},
			{
				displayName: 'Segments Limit',
				name: 'maxSegments',
				type: 'number',
				typeOptions: { minValue: 2, maxValue: 10 },
				default: 2,
				description: 'An automatic answer that would need more SMS parts loses its optional parts',
			},
			{
				displayName: 'Smart Encoding',
				name: 'smartEncoding',
				type: 'boolean',
				default: true,
				description:
					'Whether to write letters without accents in automatic answers where that saves SMS parts, as people there do themselves',
			},
			ownWords('optInWords', 'START Words', 'join, subscribe', 'START'),
			ownWords('optOutWords', 'STOP Words', 'no thanks, basta', 'STOP'),
			{
				displayName: 'Texts a Month',
				name: 'textsAMonth',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 100 },
				default: 4,
				description: 'How many you will send at most to who signed up with a join word. The request says so.',
			},
		],
	},
];
