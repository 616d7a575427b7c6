import { type INodeProperties } from 'n8n-workflow';
import { carrierField } from '../shared/carrier-field';
import { publicUrlField } from '../shared/public-url';
import { secretFields } from '../shared/secret-field';

export const fields: INodeProperties[] = [
	carrierField,
	...secretFields,
	{
		displayName: 'Reports',
		name: 'reports',
		type: 'multiOptions',
		options: [
			{ name: 'Delivered', value: 'delivered', description: 'The phone has the text' },
			{ name: 'Failed', value: 'failed', description: 'The text will not arrive, with the reason and what to do' },
			{ name: 'Progress', value: 'progress', description: 'Queued, sent; thousands of them in a campaign' },
		],
		default: ['failed'],
		description:
			'Which reports start the workflow. All of them are remembered, without an execution: <i>Get Order</i> shows them, and numbers that cannot be reached are skipped.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			publicUrlField,
			{
				displayName: 'Texts of Other Software',
				name: 'includeOthers',
				type: 'boolean',
				default: false,
				description:
					'Whether reports start the workflow too that are about texts which this package did not send, where the carrier’s own settings send them here',
			},
		],
	},
];
