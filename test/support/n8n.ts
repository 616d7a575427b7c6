// Runs one of our nodes inside n8n's own engine (n8n-core), in process: real parameters, expressions, credentials, item
// linking and error handling, without a server.

import 'reflect-metadata';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import { OrderStatusSms } from '../../nodes/OrderStatusSms/OrderStatusSms.node';
import { PromoCode } from '../../nodes/PromoCode/PromoCode.node';
import { SmsOptIn } from '../../nodes/SmsOptIn/SmsOptIn.node';
import { SmsCampaign } from '../../nodes/SmsCampaign/SmsCampaign.node';
import { SmsContact } from '../../nodes/SmsContact/SmsContact.node';
import { type Credentials, credentialsHelper, referencesTo } from './n8n-credentials';

const NODE_TYPES: Readonly<Record<string, INodeType>> = {
	'n8n-nodes-commerce-sms.orderStatusSms': new OrderStatusSms(),
	'n8n-nodes-commerce-sms.promoCode': new PromoCode(),
	'n8n-nodes-commerce-sms.smsCampaign': new SmsCampaign(),
	'n8n-nodes-commerce-sms.smsContact': new SmsContact(),
	'n8n-nodes-commerce-sms.smsOptIn': new SmsOptIn(),
};

const START = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	},
} as unknown as INodeType;

export interface NodeRun {
	/** Items by output. */
	readonly outputs: ReadonlyArray<readonly INodeExecutionData[]>;
	readonly hints: readonly string[];
	readonly error?:
		| (Error & { description?: string | null; context?: IDataObject; httpCode?: string | null })
		| undefined;
}

export interface RunOptions {
	readonly parameters?: INodeParameters;
	readonly items: readonly IDataObject[];
	/** The files of the items, in their order. */
	readonly binary?: ReadonlyArray<INodeExecutionData['binary']>;
	/** By credential type; those given here are also set on the node. */
	readonly credentials?: Credentials;
	readonly onError?: INode['onError'];
	readonly timezone?: string;
}

export async function runNode(
	type: string,
	{ parameters = {}, items, binary = [], credentials = {}, onError, timezone }: RunOptions,
): Promise<NodeRun> {
	const node: INode = {
		id: '2',
		name: 'Node',
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: referencesTo(credentials),
		...(onError ? { onError } : {}),
	};
	const start: INode = { id: '1', name: 'Start', type: 'test.start', typeVersion: 1, position: [0, 0], parameters: {} };
	const nodeTypes = {
		getByName: () => {
			throw new Error('not used');
		},
		getByNameAndVersion: (name: string) => (name === 'test.start' ? START : (NODE_TYPES[name] as INodeType)),
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [start, node],
		connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', ...(timezone ? { timezone } : {}) },
	});
	const hooks = new ExecutionLifecycleHooks('trigger', '1', {
		id: 'workflow',
		name: 'w',
		nodes: [],
		connections: {},
		active: false,
	} as never);
	const additionalData = {
		hooks,
		executionId: '1',
		credentialsHelper: credentialsHelper(credentials),
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		instanceBaseUrl: 'http://localhost/',
		restApiUrl: 'http://localhost/rest',
		variables: {},
		setExecutionStatus: () => undefined,
		logAiEvent: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
	const input = items.map((json, index) => ({ json, ...(binary[index] ? { binary: binary[index] } : {}) }));
	const run = new WorkflowExecute(
		additionalData,
		'trigger',
		createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node: start, data: { main: [input] }, source: null }] },
		}),
	);
	const result = await run.processRunExecutionData(workflow);
	const nodeRun = result.data.resultData.runData.Node?.[0];
	return {
		outputs: (nodeRun?.data?.main ?? []).map((output) => output ?? []),
		hints: (nodeRun?.hints ?? []).map(({ message }) => message),
		error: (nodeRun?.error ?? result.data.resultData.error) as NodeRun['error'],
	};
}
