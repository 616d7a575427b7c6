import { type INodeProperties } from 'n8n-workflow';

const ONE_PERSON = ['get', 'tag', 'untag', 'forget'];

/** Whom an operation is about. */
export const whichFields: INodeProperties[] = [
	{
		displayName:
			'There is no way back. What was erased and what stays is in the output: answer with it whoever asked for the erasure.',
		name: 'forgetNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: ['forget'] } },
	},
	{
		displayName: 'Find By',
		name: 'findBy',
		type: 'options',
		options: [
			{
				name: 'Phone',
				value: 'phone',
				description: 'Everybody who has the number',
			},
			{
				name: 'Customer ID',
				value: 'customerId',
				description: 'The one person with your shop’s ID',
			},
		],
		default: 'phone',
		displayOptions: { show: { operation: ONE_PERSON } },
	},
	{
		displayName: 'Phone',
		name: 'whichPhone',
		type: 'string',
		required: true,
		default: '={{ $json.phoneFull ?? $json.phone }}',
		placeholder: 'e.g. {{ $json.phoneFull }}',
		description:
			'In any usual spelling. Without a country code, the shop’s default country is used. Items of this package have the whole number as phoneFull.',
		displayOptions: { show: { operation: ONE_PERSON, findBy: ['phone'] } },
	},
	{
		displayName: 'Customer ID',
		name: 'whichCustomerId',
		type: 'string',
		required: true,
		default: '={{ $json.customerId }}',
		placeholder: 'e.g. 7012345678901',
		description: 'Your shop’s own ID of the customer',
		displayOptions: { show: { operation: ONE_PERSON, findBy: ['customerId'] } },
	},
	{
		displayName: 'Tags',
		name: 'tags',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. vip, wholesale',
		description: 'One, or several with commas',
		displayOptions: { show: { operation: ['tag', 'untag'] } },
	},
];
