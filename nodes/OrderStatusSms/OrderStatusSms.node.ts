import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { credentialTest } from '../shared/credential-tests';
import { getOrderFields } from './actions/getOrder.fields';
import { resendFields } from './actions/resend.fields';
import { carrierFields, credentials } from './fields/carrier';
import { orderFields } from './fields/order';
import { settingsFields } from './fields/settings';
import { textFields } from './fields/texts';

export class OrderStatusSms implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Order Status SMS',
		name: 'orderStatusSms',
		icon: { light: 'file:../../icons/order-status-sms.svg', dark: 'file:../../icons/order-status-sms.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ { sendOrderUpdate: "Send order update", preview: "Preview", getOrder: "Get order", resend: "Resend undelivered text" }[$parameter.operation] }}',
		description: 'Texts customers about their order: the right news, once, in their language',
		defaults: { name: 'Order Status SMS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		// Positions are saved in workflows: Sent, Scheduled, Skipped. Only the names differ by operation.
		outputs: `={{ ({
			sendOrderUpdate: ['Sent', 'Scheduled', 'Skipped'],
			preview: ['Would Be Sent', 'Would Be Scheduled', 'Would Be Skipped'],
			getOrder: ['Found', 'Not Found'],
			resend: ['Sent', 'Scheduled', 'Skipped'],
		})[$parameter.operation].map((displayName) => ({ type: 'main', displayName })) }}`,
		credentials,
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Get Order',
						value: 'getOrder',
						action: 'Get what is known of an order',
						description: 'What is remembered of an order: its stages with their times, parcels, and texts sent',
					},
					{
						name: 'Preview',
						value: 'preview',
						action: 'Preview an order update',
						description: 'The text an item would cause, and why; nothing is sent or remembered',
					},
					{
						name: 'Resend Undelivered Text',
						value: 'resend',
						action: 'Resend an undelivered text',
						description:
							'Send a text once more that the SMS Delivery Trigger reported as failed, if it still holds true',
					},
					{
						name: 'Send Order Update',
						value: 'sendOrderUpdate',
						action: 'Send an order update',
						description: 'Tell the customer what happened to the order, if they have not been told already',
					},
				],
				default: 'sendOrderUpdate',
			},
			...carrierFields,
			...orderFields,
			...textFields,
			...settingsFields,
			...getOrderFields,
			...resendFields,
		],
	};

	methods = { credentialTest };

	// The operations are loaded when first used: n8n requires every node when it starts.
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as string;
		if (operation === 'preview') return await (await import('./actions/preview.operation')).execute.call(this);
		if (operation === 'resend') return await (await import('./actions/resend.operation')).execute.call(this);
		if (operation === 'getOrder') return await (await import('./actions/getOrder.operation')).execute.call(this);
		return await (await import('./actions/sendOrderUpdate.operation')).execute.call(this);
	}
}
