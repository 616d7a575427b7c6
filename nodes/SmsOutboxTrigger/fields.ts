import { type INodeProperties } from 'n8n-workflow';
import { carrierField } from '../shared/carrier-field';
import { fallbackFields } from '../shared/fallback';

export const fields: INodeProperties[] = [
	carrierField,
	...fallbackFields(),
	{
		displayName: 'When the Outcome Is Unclear',
		name: 'whenUnclear',
		type: 'options',
		options: [
			{
				name: 'Hold',
				value: 'hold',
				description: 'It is not sent again, and comes out of Needs Attention',
			},
			{
				name: 'Resend',
				value: 'resend',
				description: 'It is sent again, if it still may be: nobody is left out, somebody may get it twice',
			},
		],
		default: 'hold',
		description:
			'What to do about a text whose sending was broken off, e.g. by a crash. Before that the carrier is asked where it can be, and a delivery report is waited for, for two hours.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Longest Run (Seconds)',
				name: 'longestRun',
				type: 'number',
				typeOptions: { minValue: 5, maxValue: 180 },
				default: 50,
				description: 'No text is begun after so many seconds; the next run goes on. Keep it below the time between two runs.',
			},
			{
				displayName: 'Most Texts per Run',
				name: 'mostTexts',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1000,
				description: 'The next run goes on with the rest. Each text that was sent is an item.',
			},
			{
				displayName: 'Output Sent Texts',
				name: 'outputSent',
				type: 'boolean',
				default: true,
				description: 'Whether each text that was sent comes out of Sent. Switched off, sending alone starts no execution.',
			},
			{
				displayName: 'Parallel Sends',
				name: 'parallel',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 200 },
				default: 10,
				description:
					'How many texts of each sender are under way at once. Messages per Second in the carrier credential sets the speed.',
			},
		],
	},
];
