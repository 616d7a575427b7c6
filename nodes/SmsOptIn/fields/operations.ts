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
			{ name: 'Consent', value: 'consent', description: 'Whether customers may be texted' },
			{ name: 'Consent Record', value: 'record', description: 'The proof of it' },
			{ name: 'Opt-In', value: 'optIn', description: 'Asking them, and their answer' },
		],
		default: 'optIn',
	},
	{
		...operationOf('optIn'),
		options: [
			{
				name: 'Confirm Code',
				value: 'confirmCode',
				action: 'Confirm a code',
				description: 'Check the code that a customer typed into a form or the checkout',
			},
			{
				name: 'Request Opt-In',
				value: 'requestOptIn',
				action: 'Request an opt-in',
				description:
					'Ask a customer to confirm by a reply or a code that they want texts, or check that a phone is theirs',
			},
		],
		default: 'requestOptIn',
	},
	{
		...operationOf('consent'),
		options: [
			{
				name: 'Check Consent',
				value: 'checkConsent',
				action: 'Check consent',
				description: 'Whether a customer may be texted for a purpose; each answer has its own output',
			},
			{
				name: 'Opt Out',
				value: 'optOut',
				action: 'Opt a customer out',
				description: 'Record that a customer wants no more texts, of one kind or at all',
			},
			{
				name: 'Record Consent',
				value: 'recordConsent',
				action: 'Record a consent',
				description: 'Record a consent given at the checkout, in a form, in the shop, or on an older list',
			},
		],
		default: 'checkConsent',
	},
	{
		...operationOf('record'),
		options: [
			{
				name: 'Export',
				value: 'export',
				action: 'Export consents',
				description: 'Who has consented, is waiting or has opted out, as items or a CSV file',
			},
			{
				name: 'Get Proof',
				value: 'getProof',
				action: 'Get the proof of a consent',
				description: 'Everything on record about one number: what they were shown, when they agreed, and where',
			},
			{
				name: 'Verify Ledger',
				value: 'verifyLedger',
				action: 'Verify the consent ledger',
				description: 'Check that nobody has changed or taken away anything on record',
			},
		],
		default: 'getProof',
	},
];
