import { type INodeProperties } from 'n8n-workflow';
import { forAll, SENDING } from './operations';

const HOURS = 'Weekdays, and every day that has no hours of its own';

/** When texts leave, and how. */
export const timingFields: INodeProperties[] = [
	forAll({
		displayName: 'When to Send',
		name: 'whenToSend',
		type: 'options',
		options: [
			{
				name: 'As Soon as Allowed',
				value: 'asap',
				description: 'Now, or when the hours in which offers may be sent begin where they live',
			},
			{ name: 'At a Time', value: 'at', description: 'Not before a day and hour that you choose' },
			{
				name: 'Best Hour',
				value: 'best-hour',
				description: 'When each person is most likely to read it, by when they ordered, replied and clicked before',
			},
		],
		default: 'asap',
		description: 'Whatever you choose, no text arrives outside the hours of the law and of Options → Hours',
	}),
	forAll(
		{
			displayName: 'Day and Time',
			name: 'sendAt',
			type: 'dateTime',
			required: true,
			default: '',
			description: 'What lies behind is now',
		},
		{ whenToSend: ['at'] },
	),
	forAll(
		{
			displayName: 'By Whose Clock',
			name: 'clock',
			type: 'options',
			options: [
				{ name: 'Each Person’s', value: 'recipient', description: 'At 10:00 where they live' },
				{ name: 'The Shop’s', value: 'shop', description: 'For everybody at the same moment' },
			],
			default: 'recipient',
		},
		{ whenToSend: ['at'] },
	),
	forAll(
		{
			displayName: 'Within (Hours)',
			name: 'withinHours',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 168, numberPrecision: 0 },
			default: 24,
			description: 'The best hour is looked for in so many hours from now',
		},
		{ whenToSend: ['best-hour'] },
	),
	forAll(
		{
			displayName: 'Hour When Nothing Is Known',
			name: 'fallbackHour',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 23, numberPrecision: 0 },
			default: 11,
			description: 'By their own clock; while neither they nor your other customers have done enough to tell',
		},
		{ whenToSend: ['best-hour'] },
	),
	forAll({
		displayName: 'Not After',
		name: 'notAfter',
		type: 'dateTime',
		default: '',
		description:
			'Who could get it only later gets none, e.g. when the sale is over. Empty: no end; birthday gifts end after three days.',
	}),
	{
		displayName: 'Send How',
		name: 'sendHow',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Here, the Rest by the Outbox',
				value: 'here',
				description: 'What may leave now is sent in this execution; an SMS Outbox Trigger sends what waits',
			},
			{
				name: 'By the Outbox Only',
				value: 'outbox',
				description: 'This execution only plans; an SMS Outbox Trigger sends all of it, at the pace of your sender',
			},
		],
		default: 'here',
		displayOptions: { show: { operation: SENDING } },
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Automatic', value: 'automatic', description: 'Each text for input items, else a summary' },
			{ name: 'Each Text', value: 'each', description: 'An item for each person. For up to some ten thousand of them.' },
			{ name: 'Summary', value: 'summary', description: 'One item with the numbers, however many people there are' },
		],
		default: 'automatic',
		displayOptions: { show: { operation: SENDING } },
	},
];

/** Options that say when. */
export const timingOptions: INodeProperties[] = [
	{
		displayName: 'Closed on Public Holidays',
		name: 'closedOnHolidays',
		type: 'boolean',
		default: false,
		description: 'Whether nothing is sent on public holidays of the person’s country. Where a law says so, it holds anyhow.',
	},
	{
		displayName: 'Gap Between Offers (Hours)',
		name: 'gapHours',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 16,
		description: 'Between two offers to a person, by whichever workflow',
	},
	{
		displayName: 'Hours',
		name: 'hours',
		type: 'string',
		default: '09:00-20:00',
		placeholder: 'e.g. 09:00-20:00',
		description: `When texts may arrive, by the person’s clock. ${HOURS}; the law only ever narrows them.`,
	},
	{
		displayName: 'Hours on Saturdays',
		name: 'hoursSaturday',
		type: 'string',
		default: '',
		placeholder: 'e.g. 10:00-18:00',
		description: '"closed": none. Empty: as on weekdays.',
	},
	{
		displayName: 'Hours on Sundays',
		name: 'hoursSunday',
		type: 'string',
		default: '12:00-18:00',
		placeholder: 'e.g. closed',
		description: '"closed": none. Empty: as on weekdays.',
	},
	{
		displayName: 'Offers in 24 Hours',
		name: 'per24Hours',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 3,
		description: 'How many offers a person gets at most in any 24 hours, by all workflows together',
	},
	{
		displayName: 'Offers in 30 Days',
		name: 'per30Days',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 8,
		description: 'How many offers a person gets at most in any 30 days, by all workflows together',
	},
	{
		displayName: 'Offers per Day',
		name: 'perDay',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 1,
		description: 'How many offers a person gets at most on one day of their calendar, by all workflows together',
	},
	{
		displayName: 'When Somebody Gets Too Many',
		name: 'whenTooMany',
		type: 'options',
		options: [
			{ name: 'Skip', value: 'skip', description: 'They get none of this campaign' },
			{ name: 'Wait', value: 'wait', description: 'They get it when it is not one too many any more' },
		],
		default: 'skip',
		description: 'What becomes of a text that would be one offer too many',
	},
];
