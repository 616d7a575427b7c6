import {
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { carrierCredentials } from '../shared/carrier-field';
import { credentialTest } from '../shared/credential-tests';
import { secretOptions } from '../shared/secret-field';
import { fields } from './fields';

export class SmsDeliveryTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SMS Delivery Trigger',
		name: 'smsDeliveryTrigger',
		icon: {
			light: 'file:../../icons/sms-delivery-trigger.svg',
			dark: 'file:../../icons/sms-delivery-trigger.dark.svg',
		},
		group: ['trigger'],
		// n8n looks for binary data in every webhook of a node at version 1, at the cost of half an execution
		version: 2,
		subtitle: '={{ $parameter.reports.join(", ") }}',
		description: 'Starts when the carrier reports what became of a text: delivered or not, and why',
		defaults: { name: 'SMS Delivery Trigger' },
		eventTriggerDescription: 'Waiting for the carrier to report on a text',
		activationMessage: 'The nodes that send texts now ask for reports by themselves; there is no URL to copy.',
		inputs: [],
		// Positions are saved in workflows.
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Delivered', 'Failed', 'Progress'],
		credentials: carrierCredentials(),
		// Some carriers bring everything in the URL of a GET. n8n knows webhooks by these two names.
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: '', path: 'sms-receipts' },
			{
				name: 'setup',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				responseData: '',
				path: 'sms-receipts',
				ndvHideUrl: true,
			},
		],
		properties: fields,
	};

	methods = { credentialTest, loadOptions: secretOptions };

	// What these do is loaded when first used: n8n requires every node when it starts.
	webhookMethods = {
		default: {
			/** Never: opening it again is cheap. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(false);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await (await import('./lifecycle')).activate.call(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await (await import('./lifecycle')).deactivate.call(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await (await import('./receive')).receive.call(this);
	}
}
