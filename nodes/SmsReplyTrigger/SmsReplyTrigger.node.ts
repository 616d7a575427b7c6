import {
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { carrierCredentials } from '../shared/carrier-field';
import { credentialTest } from '../shared/credential-tests';
import { secretOptions } from '../shared/secret-field';
import { answerFields } from './fields/answers';
import { carrierFields } from './fields/carrier';
import { joinFields } from './fields/joins';
import { keywordFields } from './fields/keywords';
import { optionFields } from './fields/options';

export class SmsReplyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SMS Reply Trigger',
		name: 'smsReplyTrigger',
		icon: { light: 'file:../../icons/sms-reply-trigger.svg', dark: 'file:../../icons/sms-reply-trigger.dark.svg' },
		group: ['trigger'],
		// n8n looks for binary data in every webhook of a node at version 1, at the cost of half an execution
		version: 2,
		subtitle: '={{ $parameter.sender || $parameter.carrier }}',
		description: 'Starts when a customer texts you: understands STOP, HELP and “where is my order?”, and answers them',
		defaults: { name: 'SMS Reply Trigger' },
		eventTriggerDescription: 'Waiting for a text to your number',
		activationMessage: 'Texts to your number now come here. STOP counts at once, whatever the workflow does with it.',
		inputs: [],
		// Positions are saved in workflows: the six fixed ones, then one for each keyword rule.
		outputs: `={{ [
			'Reply', 'Order Question', 'Answer', 'Opt-In', 'Opt-Out', 'Help',
			...(($parameter.keywordRules || {}).rules || []).map((rule) => rule.name || 'Keyword'),
		].map((displayName) => ({ type: 'main', displayName })) }}`,
		credentials: carrierCredentials(),
		// Some carriers bring everything in the URL of a GET. n8n knows webhooks by these two names.
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: '', path: 'sms' },
			{
				name: 'setup',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				responseData: '',
				path: 'sms',
				ndvHideUrl: true,
			},
		],
		properties: [...carrierFields, ...answerFields, ...joinFields, ...keywordFields, ...optionFields],
	};

	methods = { credentialTest, loadOptions: secretOptions };

	// What these do is loaded when first used: n8n requires every node when it starts.
	webhookMethods = {
		default: {
			/** Never: setting the URL again is cheap, and somebody may have changed it at the carrier. */
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
