import { type INodeCredentialDescription, type INodeProperties } from 'n8n-workflow';
import { SOURCE_CREDENTIAL } from '../../../lib/sources/webhooks';
import { carrierCredentials, carrierField } from '../../shared/carrier-field';
import { fallbackFields } from '../../shared/fallback';

const forSending = { show: { operation: ['sendOrderUpdate', 'resend'] } };

/** The carrier's account, the shop, and whose signature is checked. */
export const credentials: INodeCredentialDescription[] = [
	...carrierCredentials(forSending.show, { hasFallback: true }),
	{
		name: SOURCE_CREDENTIAL,
		displayName: 'Order Source',
		required: false,
		testedBy: 'testSource',
		displayOptions: { show: { operation: ['sendOrderUpdate', 'preview'], '/options.checkSignature': [true] } },
	},
];

/** Through whom. */
export const carrierFields: INodeProperties[] = [
	{ ...carrierField, displayOptions: forSending },
	{
		displayName: 'Sender',
		name: 'sender',
		type: 'string',
		default: '',
		placeholder: 'e.g. +14155550100',
		description:
			'Who the text comes from: a number, a short code, a name of up to 11 characters or (Twilio) a Messaging Service. Empty: the sender of the carrier credential.',
		displayOptions: forSending,
	},
	...fallbackFields(forSending.show),
];
