// n8n's own execution context around one of our nodes, for what calls n8n's helpers without running a workflow.

import 'reflect-metadata';
import { ExecuteContext } from 'n8n-core';
import {
	createRunExecutionData,
	type ICredentialType,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type INode,
	type INodeParameters,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import { CommerceSmsTelnyxApi } from '../../credentials/CommerceSmsTelnyxApi.credentials';
import { CommerceSmsTwilioApi } from '../../credentials/CommerceSmsTwilioApi.credentials';
import { OrderStatusSms } from '../../nodes/OrderStatusSms/OrderStatusSms.node';

const CREDENTIAL_TYPES: Readonly<Record<string, ICredentialType>> = {
	commerceSmsTelnyxApi: new CommerceSmsTelnyxApi(),
	commerceSmsTwilioApi: new CommerceSmsTwilioApi(),
};

/**
 * @param credentials by credential type, as n8n hands them out decrypted.
 */
export function executeContext(
	parameters: INodeParameters,
	credentials: Readonly<Record<string, IDataObject>>,
): IExecuteFunctions {
	const node: INode = {
		id: '1',
		name: 'Node',
		type: 'n8n-nodes-commerce-sms.orderStatusSms',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: Object.fromEntries(Object.keys(credentials).map((name) => [name, { id: name, name }])),
	};
	const nodeType: INodeType = new OrderStatusSms();
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
		credentialsHelper: {
			getParentTypes: () => [],
			preAuthentication: async () => undefined,
			getDecrypted: async (_data: unknown, _details: unknown, type: string) => ({ ...credentials[type] }),
			isCredentialUsableByNode: () => true,
			getCredentialsProperties: () => [],
			authenticate: async (values: IDataObject, type: string, request: IHttpRequestOptions) => {
				const rule = CREDENTIAL_TYPES[type]?.authenticate;
				return typeof rule === 'function' ? await rule(values as never, request) : request;
			},
		},
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
