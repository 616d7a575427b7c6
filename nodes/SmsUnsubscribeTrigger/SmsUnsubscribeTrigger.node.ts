import {
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { credentialTest } from '../shared/credential-tests';
import { fields } from './fields';

/** The whole of it, without the node's id: 37 characters less in each text. */
const PATH = '={{ $parameter.path }}';

export class SmsUnsubscribeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SMS Unsubscribe Trigger',
		name: 'smsUnsubscribeTrigger',
		icon: {
			light: 'file:../../icons/sms-unsubscribe-trigger.svg',
			dark: 'file:../../icons/sms-unsubscribe-trigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter.path }}',
		description: 'Serves the page on which customers stop your texts who cannot reply STOP, and starts when one does',
		defaults: { name: 'SMS Unsubscribe Trigger' },
		eventTriggerDescription: 'Waiting for somebody to tap the button on the page',
		activationMessage:
			'Texts from senders that cannot be replied to now have a link to this page. Keep the workflow published as long as such texts are out.',
		inputs: [],
		// Positions are saved in workflows.
		outputs: [NodeConnectionTypes.Main],
		outputNames: ['Opt-Out'],
		credentials: [{ name: 'commerceSmsShopApi', displayName: 'Shop', required: false, testedBy: 'testShop' }],
		webhooks: [
			{ name: 'default', httpMethod: 'GET', responseMode: 'onReceived', responseData: '', path: PATH, isFullPath: true },
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: '',
				path: PATH,
				isFullPath: true,
				ndvHideUrl: true,
			},
		],
		properties: fields,
	};

	methods = { credentialTest };

	// What these do is loaded when first used: n8n requires every node when it starts. n8n calls them once for each webhook.
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
