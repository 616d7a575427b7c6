import { type INodeProperties } from 'n8n-workflow';

const forResend = { show: { operation: ['resend'] } };

export const resendFields: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'sendId',
		type: 'string',
		required: true,
		default: '={{ $json.sendId }}',
		placeholder: 'e.g. {{ $json.sendId }}',
		description: 'Which text: its sendId, as the SMS Delivery Trigger gives it',
		displayOptions: forResend,
	},
	{
		displayName: 'Most Tries',
		name: 'mostTries',
		type: 'number',
		typeOptions: { minValue: 2, maxValue: 10 },
		default: 3,
		description: 'How often a text is sent at most, the first time included',
		displayOptions: forResend,
	},
];
