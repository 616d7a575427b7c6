// n8n's own execution context around one of our nodes, for what calls n8n's helpers without running a workflow.

import 'reflect-metadata';
import { ExecuteContext } from 'n8n-core';
import {
	createRunExecutionData,
	type IExecuteFunctions,
	type INode,
	type INodeParameters,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import { OrderStatusSms } from '../../nodes/OrderStatusSms/OrderStatusSms.node';
import { type Credentials, credentialsHelper, referencesTo } from './n8n-credentials';

/**
 * @param credentials by credential type, as n8n hands them out decrypted.
 * @param nodeType says which credentials the node may read.
 */
export function executeContext(
	parameters: INodeParameters,
	credentials: Credentials,
	nodeType: INodeType = new OrderStatusSms(),
): IExecuteFunctions {
	const node: INode = {
		id: '1',
		name: 'Node',
		type: 'n8n-nodes-commerce-sms.orderStatusSms',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: referencesTo(credentials),
	};
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: { getByName: () => nodeType, getByNameAndVersion: () => nodeType, getKnownTypes: () => ({}) },
	});
	const additionalData = {
		executionId: '1',
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		credentialsHelper: credentialsHelper(credentials),
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	const input = [{ json: {} }];
	return new ExecuteContext(
		workflow,
		node,
		additionalData,
		'trigger',
		createRunExecutionData(),
		0,
		input,
		{ main: [input] },
		{ node, data: { main: [input] }, source: null },
		[],
	);
}
