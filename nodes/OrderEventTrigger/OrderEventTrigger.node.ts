import {
	type IHookFunctions,
	type ILoadOptionsFunctions,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { credentialTest } from '../shared/credential-tests';
import { fields, shownFor } from './fields';

export class OrderEventTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Order Event Trigger',
		name: 'orderEventTrigger',
		icon: {
			light: 'file:../../icons/order-event-trigger.svg',
			dark: 'file:../../icons/order-event-trigger.dark.svg',
		},
		group: ['trigger'],
		// n8n looks for binary data in every webhook of a node at version 1, at the cost of half an execution
		version: 2,
		subtitle: '={{ $parameter.source === "auto" ? "Any source" : $parameter.source }}',
		description: 'Starts when a shop or parcel tracker tells what happened to an order: proven, once, and ready to be texted',
		defaults: { name: 'Order Event Trigger' },
		eventTriggerDescription: 'Waiting for the shop or parcel tracker to tell of an order',
		activationMessage:
			'Order events now come here. Unless the node has set up the webhook itself, enter its production URL at the source.',
		inputs: [],
		// Positions are saved in workflows.
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Order Event', 'Needs Look-Up'],
		credentials: [
			{
				name: 'commerceSmsSourceApi',
				displayName: 'Order Source',
				required: false,
				testedBy: 'testSource',
				displayOptions: shownFor('commerceSmsSourceApi'),
			},
			{ name: 'commerceSmsBigCommerceApi', required: false, displayOptions: shownFor('commerceSmsBigCommerceApi') },
			{ name: 'commerceSmsMedusaApi', required: false, displayOptions: shownFor('commerceSmsMedusaApi') },
			{ name: 'commerceSmsShopifyApi', required: false, displayOptions: shownFor('commerceSmsShopifyApi') },
			{ name: 'commerceSmsWooCommerceApi', required: false, displayOptions: shownFor('commerceSmsWooCommerceApi') },
			{ name: 'commerceSmsShopApi', displayName: 'Shop', required: false, testedBy: 'testShop' },
		],
		// Handshakes come as GET. n8n knows webhooks by these two names.
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: '', path: 'order-events' },
			{
				name: 'setup',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				responseData: '',
				path: 'order-events',
				ndvHideUrl: true,
			},
		],
		properties: fields,
	};

	methods = {
		credentialTest,
		loadOptions: {
			async sourceSecret(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				const { sourceSecret } = await import('../shared/source-proof');
				const { readShop } = await import('../shared/shop');
				const query = `?key=${await sourceSecret(this.getCurrentNodeParameter('source') as string, await readShop(this))}`;
				return [
					{ name: 'Choose to See It', value: '' },
					{ name: query, value: query },
				];
			},
		},
	};

	// What these do is loaded when first used: n8n requires every node when it starts.
	webhookMethods = {
		default: {
			/** Never: setting it up again is cheap, and somebody may have changed it at the source. */
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
