import { type INodeProperties } from 'n8n-workflow';
import { carrierField } from '../../shared/carrier-field';
import { secretFields } from '../../shared/secret-field';

/** Which number. */
export const carrierFields: INodeProperties[] = [
	carrierField,
	...secretFields,
	{
		displayName: 'Number',
		name: 'sender',
		type: 'string',
		default: '',
		placeholder: 'e.g. +14155550100',
		description:
			'Where customers text to: a number, a short code or (Twilio) a Messaging Service. Empty: the sender of the carrier credential.',
	},
	{
		displayName: 'Set the URL at the Carrier',
		name: 'register',
		type: 'boolean',
		default: true,
		description:
			'Whether to tell the carrier by itself, when the workflow is published, to send texts here; what stood there before is put back when it is unpublished or a test ends. Switch it off to paste the webhook URL into the carrier’s console yourself; the page about your carrier says where.',
	},
];
