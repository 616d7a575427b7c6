import {
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { carrierCredentials } from '../shared/carrier-field';
import { credentialTest } from '../shared/credential-tests';
import { fields } from './fields';

export class SmsOutboxTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SMS Outbox Trigger',
		name: 'smsOutboxTrigger',
		icon: {
			light: 'file:../../icons/sms-outbox-trigger.svg',
			dark: 'file:../../icons/sms-outbox-trigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ { hold: "Holds unclear texts", resend: "Resends unclear texts" }[$parameter.whenUnclear] }}',
		description:
			'Sends the texts that waited for their time, and tells what became of each. Fetching a test event sends what is due, too.',
		defaults: { name: 'SMS Outbox Trigger' },
		polling: true,
		eventTriggerDescription: 'Sending the texts that are due',
		activationMessage: 'Texts that wait are now sent when their time comes; keep this workflow published as long as others schedule texts.',
		inputs: [],
		// Positions are saved in workflows.
		outputs: [
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
		],
		outputNames: ['Sent', 'Failed', 'Needs Attention', 'Skipped'],
		credentials: carrierCredentials({}, { hasFallback: true }),
		properties: fields,
	};

	methods = { credentialTest };

	// What it does is loaded when first used: n8n requires every node when it starts.
	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await (await import('./poll')).poll.call(this);
	}
}
