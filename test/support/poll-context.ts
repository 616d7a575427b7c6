// n8n's own context around poll() of a trigger, as its scheduler and "Fetch Test Event" call it.

import 'reflect-metadata';
import { PollContext } from 'n8n-core';
import {
	cronNodeOptions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import { type Credentials, credentialsHelper, referencesTo } from './n8n-credentials';

export interface PollOptions {
	readonly parameters: INodeParameters;
	readonly credentials: Credentials;
	/** @default 'trigger' */
	readonly mode?: 'trigger' | 'manual';
	/** n8n knows a trigger by its workflow. @default 'workflow' */
	readonly workflowId?: string;
}

/** One run of a polling trigger: its items by output, or null. */
export async function pollOnce(
	nodeType: INodeType,
	{ parameters, credentials, mode = 'trigger', workflowId = 'workflow' }: PollOptions,
): Promise<INodeExecutionData[][] | null> {
	// what n8n adds to the fields of every polling trigger
	const pollTimes = {
		displayName: 'Poll Times',
		name: 'pollTimes',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: { item: [{ mode: 'everyMinute' }] },
		options: cronNodeOptions,
	};
	const { description } = nodeType;
	const loaded = { ...nodeType, description: { ...description, properties: [pollTimes, ...description.properties] } } as INodeType;
	const node: INode = {
		id: '1',
		name: 'Trigger',
		type: `n8n-nodes-commerce-sms.${description.name}`,
		typeVersion: description.version as number,
		position: [0, 0],
		parameters: structuredClone(parameters),
		credentials: referencesTo(credentials),
	};
	const nodeTypes = { getByName: () => loaded, getByNameAndVersion: () => loaded, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ id: workflowId, nodes: [node], connections: {}, active: mode === 'trigger', nodeTypes });
	const additionalData = {
		credentialsHelper: credentialsHelper(credentials),
		webhookBaseUrl: 'http://localhost/webhook',
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new PollContext(workflow, node, additionalData, mode, mode === 'manual' ? 'manual' : 'activate');
	return (await nodeType.poll?.call(context)) ?? null;
}
