import { type INodeProperties } from 'n8n-workflow';
import { operationOf } from '../../shared/operation-of';

/** What the node can do. Each operation has a name of its own, so that fields need not ask for the resource. */
export const operationFields: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Birthday', value: 'birthday', description: 'Gifts for those whose birthday it is' },
			{ name: 'Code', value: 'code', description: 'One code: made, checked, used up' },
			{ name: 'Point', value: 'points', description: 'Accounts of points, which buy codes' },
			{ name: 'Series', value: 'series', description: 'All codes with the same rules' },
		],
		default: 'code',
	},
	{
		...operationOf('birthday'),
		options: [
			{
				name: 'Pick Today’s Birthdays',
				value: 'pickBirthdays',
				action: 'Pick todays birthdays',
				description: 'Everybody whose birthday it is where they live, each with a code of their own, once a year',
			},
		],
		default: 'pickBirthdays',
	},
	{
		...operationOf('code'),
		options: [
			{
				name: 'Check',
				value: 'check',
				action: 'Check a code',
				description: 'Whether a code can be used now, by this customer, for this order; if not, why. Changes nothing.',
			},
			{
				name: 'Generate',
				value: 'generate',
				action: 'Generate codes',
				description:
					'A code for each item, or a whole series. The same item gets the same code, however often it runs.',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get a code',
				description: 'What is known of a code: its rules, whose it is, the orders it was used for',
			},
			{
				name: 'Redeem',
				value: 'redeem',
				action: 'Redeem a code',
				description: 'Use a code for an order, if it can be used. The same order redeems it once.',
			},
			{
				name: 'Release',
				value: 'release',
				action: 'Release the codes of an order',
				description: 'The order was cancelled: its codes can be used again',
			},
			{
				name: 'Remind',
				value: 'remind',
				action: 'Remind of codes that expire',
				description: 'Codes that nobody has used and that expire soon, with whose they are; each once',
			},
			{
				name: 'Void',
				value: 'void',
				action: 'Void codes',
				description: 'Make a code, a series, or all codes of a person useless, for good',
			},
		],
		default: 'generate',
	},
	{
		...operationOf('points'),
		options: [
			{
				name: 'Award',
				value: 'award',
				action: 'Award points',
				description: 'Credit points, a fixed number or by the order’s total. The same order credits them once.',
			},
			{
				name: 'Balance',
				value: 'balance',
				action: 'Get a balance of points',
				description: 'How many points somebody has, and which expire next',
			},
			{
				name: 'Expire',
				value: 'expire',
				action: 'Expire points',
				description: 'Take away what is left of points whose time is over. Run it once a day.',
			},
			{
				name: 'History',
				value: 'history',
				action: 'Get the history of points',
				description: 'Every movement of an account, the latest first',
			},
			{
				name: 'Spend for Code',
				value: 'spendForCode',
				action: 'Spend points for a code',
				description: 'Take points and give a code for them, both or neither',
			},
		],
		default: 'award',
	},
	{
		...operationOf('series'),
		options: [
			{
				name: 'Add Codes From CSV',
				value: 'addCodes',
				action: 'Add codes from a CSV',
				description: 'Codes that you bring along, e.g. vouchers of a partner. Generate hands them out one by one.',
			},
			{
				name: 'Export',
				value: 'export',
				action: 'Export codes',
				description: 'Codes as items, or as a CSV for a shop or a printer',
			},
			{
				name: 'Low Stock',
				value: 'lowStock',
				action: 'Check whether codes run out',
				description: 'Whether fewer codes are left to give than you want',
			},
			{
				name: 'Publish to Shop',
				value: 'publishToShop',
				action: 'Publish codes to a shop',
				description: 'Put the codes of a series into your shop, so that its checkout takes them',
			},
			{
				name: 'Stats',
				value: 'stats',
				action: 'Get the stats of codes',
				description: 'How many were made, given and redeemed, and what the orders came to; with a chart to look at',
			},
		],
		default: 'publishToShop',
	},
];
