import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { carrierCredentials } from '../shared/carrier-field';
import { credentialTest } from '../shared/credential-tests';
import { checkConsentFields } from './actions/checkConsent.fields';
import { confirmCodeFields } from './actions/confirmCode.fields';
import { exportFields } from './actions/export.fields';
import { getProofFields } from './actions/getProof.fields';
import { optOutFields } from './actions/optOut.fields';
import { recordConsentFields } from './actions/recordConsent.fields';
import { requestOptInFields } from './actions/requestOptIn.fields';
import { operationFields } from './fields/operations';
import { phoneFields } from './fields/phone-and-purpose';
import { optInHints } from './hints';

/** The operations that send a text. */
const SENDING = ['requestOptIn', 'confirmCode'];

export class SmsOptIn implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SMS Opt-In',
		name: 'smsOptIn',
		icon: { light: 'file:../../icons/sms-opt-in.svg', dark: 'file:../../icons/sms-opt-in.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ { requestOptIn: "Request opt-in", confirmCode: "Confirm code", recordConsent: "Record consent", checkConsent: "Check consent", optOut: "Opt out", getProof: "Get proof", export: "Export", verifyLedger: "Verify ledger" }[$parameter.operation] }}',
		description: 'Asks customers whether they want texts, keeps the proof of it, and tells who does',
		defaults: { name: 'SMS Opt-In' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		// Positions are saved in workflows. Only the names differ by operation.
		outputs: `={{ ({
			requestOptIn: ['Requested', 'Already Consented', 'Skipped'],
			confirmCode: ['Confirmed', 'Not Confirmed'],
			recordConsent: ['Recorded', 'Not Recorded'],
			checkConsent: ['Consented', 'Pending', 'Not Consented'],
			optOut: ['Opted Out', 'Already Out'],
			getProof: ['Found', 'Not Found'],
			export: ['Exported'],
			verifyLedger: ['Sound', 'Broken'],
		})[$parameter.operation].map((displayName) => ({ type: 'main', displayName })) }}`,
		credentials: carrierCredentials({ operation: SENDING }, { hasFallback: true }),
		hints: optInHints,
		properties: [
			...operationFields,
			...phoneFields,
			...requestOptInFields,
			...confirmCodeFields,
			...recordConsentFields,
			...checkConsentFields,
			...optOutFields,
			...getProofFields,
			...exportFields,
		],
	};

	methods = { credentialTest };

	// The operations are loaded when first used: n8n requires every node when it starts.
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		switch (this.getNodeParameter('operation', 0) as string) {
			case 'confirmCode':
				return await (await import('./actions/confirmCode.operation')).execute.call(this);
			case 'recordConsent':
				return await (await import('./actions/recordConsent.operation')).execute.call(this);
			case 'checkConsent':
				return await (await import('./actions/checkConsent.operation')).execute.call(this);
			case 'optOut':
				return await (await import('./actions/optOut.operation')).execute.call(this);
			case 'getProof':
				return await (await import('./actions/getProof.operation')).execute.call(this);
			case 'export':
				return await (await import('./actions/export.operation')).execute.call(this);
			case 'verifyLedger':
				return await (await import('./actions/verifyLedger.operation')).execute.call(this);
			default:
				return await (await import('./actions/requestOptIn.operation')).execute.call(this);
		}
	}
}
