import { type INodeProperties } from 'n8n-workflow';

export const getOrderFields: INodeProperties[] = [
	{
		displayName: 'Order or Tracking Number',
		name: 'orderOrTrackingNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1001',
		description: 'With or without the #',
		displayOptions: { show: { operation: ['getOrder'] } },
	},
];
