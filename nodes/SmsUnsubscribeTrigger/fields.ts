import { type INodeProperties } from 'n8n-workflow';
import { publicUrlField } from '../shared/public-url';

export const fields: INodeProperties[] = [
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		default: 'stop',
		required: true,
		placeholder: 'e.g. stop',
		description:
			'The end of the page’s address, which stands in every text: short, and of this workflow alone. Links in texts that have left work only as long as it stays the same.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				...publicUrlField,
				placeholder: 'e.g. https://acme.link/s',
				description:
					'Only where customers reach the page at another address than n8n knows, such as a short domain of your own that leads here: the whole address, without a query. Empty: n8n’s own, from N8N_WEBHOOK_URL.',
			},
		],
	},
];
