// What the demo, the end-to-end tests and the benchmark do with a running n8n: the public API where it offers the call,
// the editor's own (/rest) where it does not.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nApi } from './n8n-connection';

export interface Credential {
	id: string;
	name: string;
	type: string;
}

export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	webhookId?: string;
	credentials?: Record<string, { id?: string | null; name: string }>;
	[setting: string]: unknown;
}

/** What an exported workflow file holds, as far as n8n takes it back. */
export interface Workflow {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
}

export interface SavedWorkflow extends Workflow {
	id: string;
	active: boolean;
	versionId: string;
	activeVersionId: string | null;
}

export type ExecutionStatus = 'canceled' | 'crashed' | 'error' | 'new' | 'running' | 'success' | 'unknown' | 'waiting';

export interface NodeRun {
	executionStatus: ExecutionStatus;
	executionTime: number;
	error?: { message: string; description?: string | null };
	/** One array per output of the node. */
	data?: { main: Array<Array<{ json: Record<string, unknown> }> | null> };
}

export interface Execution {
	id: string;
	status: ExecutionStatus;
	mode: string;
	workflowId: string;
	startedAt: string;
	stoppedAt: string | null;
	/** Only where it was asked for. */
	data?: {
		resultData: {
			runData: Record<string, NodeRun[]>;
			lastNodeExecuted?: string;
			error?: { message: string };
		};
	};
}

const PAGE = 250; // the most that the public API gives at once
const ENDED: ExecutionStatus[] = ['canceled', 'crashed', 'error', 'success'];

/** Creates the credential, or updates the one of the same name and type. */
export async function saveCredential(
	n8n: N8nApi,
	credential: { name: string; type: string; data: Record<string, unknown> },
): Promise<Credential> {
	const { data: all } = await n8n.call<{ data: Credential[] }>('GET', `/credentials?limit=${PAGE}`);
	const known = all.find(({ name, type }) => name === credential.name && type === credential.type);
	return known
		? await n8n.call<Credential>('PATCH', `/credentials/${known.id}`, credential)
		: await n8n.call<Credential>('POST', '/credentials', credential);
}

/** Runs the credential type's own test, as the editor does when a credential is saved. */
export async function testCredential(
	n8n: N8nApi,
	{ id }: Pick<Credential, 'id'>,
): Promise<{ status: 'OK' | 'Error'; message: string }> {
	return await n8n.call('POST', `/credentials/${id}/test`);
}

/** Reads a workflow as the editor exports it. */
export function readWorkflow(file: string): Workflow {
	return JSON.parse(readFileSync(file, 'utf8')) as Workflow;
}

/**
 * Creates the workflow, or updates the one of the same name. Its nodes keep their webhook ids; the credentials they
 * name are looked up among the given ones by type and name, or by type alone where only one has it.
 */
export async function saveWorkflow(
	n8n: N8nApi,
	{ name, nodes, connections, settings = {}, pinData }: Workflow,
	credentials: Credential[] = [],
): Promise<SavedWorkflow> {
	const body = {
		name,
		nodes: nodes.map((node) => withCredentials(node, credentials)),
		connections,
		settings,
		...(pinData && { pinData }),
	};
	const known = await findWorkflow(n8n, name);
	return known
		? await n8n.call<SavedWorkflow>('PUT', `/workflows/${known.id}?publishIfActive=false`, body)
		: await n8n.call<SavedWorkflow>('POST', '/workflows', body);
}

async function findWorkflow(n8n: N8nApi, name: string): Promise<SavedWorkflow | undefined> {
	const query = `name=${encodeURIComponent(name)}&excludePinnedData=true&limit=${PAGE}`;
	const { data } = await n8n.call<{ data: Array<SavedWorkflow & { isArchived: boolean }> }>(
		'GET',
		`/workflows?${query}`,
	);
	return data.find((workflow) => workflow.name === name && !workflow.isArchived);
}

function withCredentials(node: WorkflowNode, known: Credential[]): WorkflowNode {
	if (!node.credentials) return node;
	const filled = Object.entries(node.credentials).map(([type, { name }]) => {
		const ofType = known.filter((credential) => credential.type === type);
		const found =
			ofType.find((credential) => credential.name === name) ?? (ofType.length === 1 ? ofType[0] : undefined);
		if (!found) {
			const have = ofType.map((credential) => `"${credential.name}"`).join(', ') || 'none';
			throw new Error(`Node "${node.name}" names the ${type} credential "${name}"; of that type there is: ${have}`);
		}
		return [type, { id: found.id, name: found.name }];
	});
	return { ...node, credentials: Object.fromEntries(filled) as WorkflowNode['credentials'] };
}

interface PublicationStatus {
	status: 'failed' | 'in_progress' | 'not_published' | 'partial' | 'published';
	liveVersionId: string | null;
	triggers: Array<{ nodeId: string; status: string; errorMessage: string | null }>;
}

/**
 * Publishes the workflow's current version and waits until its triggers listen: n8n says "active" before it has tried
 * (checked with 2.41.1). Rejects with what the triggers said when one of them could not be set up; n8n tries for about
 * 15 s before it gives up.
 */
export async function publishWorkflow(n8n: N8nApi, { id }: { id: string }, timeoutMs = 60_000): Promise<SavedWorkflow> {
	const workflow = await n8n.call<SavedWorkflow>('POST', `/workflows/${id}/activate`);
	const status = await until(`workflow "${workflow.name}" to be published`, timeoutMs, async () => {
		const now = await n8n.rest<PublicationStatus>('GET', `/workflows/${id}/publication-status`);
		if (now.status === 'failed' || now.status === 'partial') return now;
		// An earlier version stays live until this one has taken over.
		return now.status === 'published' && now.liveVersionId === workflow.activeVersionId ? now : undefined;
	});
	if (status.status === 'published') return workflow;
	const reasons = status.triggers
		.filter((trigger) => trigger.errorMessage)
		.map((trigger) => {
			const node = workflow.nodes.find((candidate) => candidate.id === trigger.nodeId);
			return `"${node?.name ?? trigger.nodeId}": ${trigger.errorMessage}`;
		});
	throw new Error(`Workflow "${workflow.name}" could not be published. ${reasons.join('; ')}`);
}

/** The workflow's executions, the newest first, without their data. */
export async function listExecutions(n8n: N8nApi, workflowId: string): Promise<Execution[]> {
	const path = `/executions?workflowId=${workflowId}&limit=${PAGE}`;
	return (await n8n.call<{ data: Execution[] }>('GET', path)).data;
}

/** Waits until the workflow has `count` executions that have ended (or have one of `statuses`); newest first, with data. */
export async function waitForExecutions(
	n8n: N8nApi,
	workflowId: string,
	{
		count = 1,
		statuses = ENDED,
		timeoutMs = 30_000,
	}: { count?: number; statuses?: ExecutionStatus[]; timeoutMs?: number } = {},
): Promise<Execution[]> {
	let seen: Execution[] = [];
	const found = await until(
		() =>
			`${count} execution(s) of workflow ${workflowId}; seen: ${seen.map(({ status }) => status).join(', ') || 'none'}`,
		timeoutMs,
		async () => {
			seen = await listExecutions(n8n, workflowId);
			const wanted = seen.filter(({ status }) => statuses.includes(status));
			return wanted.length >= count ? wanted : undefined;
		},
	);
	return await Promise.all(found.map(async ({ id }) => await getExecution(n8n, id)));
}

/** One execution with the data of every node. */
export async function getExecution(n8n: N8nApi, id: string): Promise<Execution> {
	return await n8n.call<Execution>('GET', `/executions/${id}?includeData=true`);
}

/** What a node of an execution put out, per output; empty when it did not run. */
export function outputsOf(execution: Execution, node: string): Array<Array<Record<string, unknown>>> {
	const runs = execution.data?.resultData.runData[node] ?? [];
	return (runs.at(-1)?.data?.main ?? []).map((items) => (items ?? []).map(({ json }) => json));
}

/** Runs the saved workflow as its "Execute" button does and waits for the end. The trigger must be one that starts at once. */
export async function runWorkflow(
	n8n: N8nApi,
	workflowId: string,
	trigger: string,
	timeoutMs = 60_000,
): Promise<Execution> {
	const started = await n8n.rest<{ executionId?: string }>('POST', `/workflows/${workflowId}/run`, {
		triggerToStartFrom: { name: trigger },
	});
	const { executionId } = started;
	if (!executionId) throw new Error(`Workflow ${workflowId} waits for a test event of "${trigger}" instead of running`);
	return await until(`execution ${executionId} to end`, timeoutMs, async () => {
		const execution = await getExecution(n8n, executionId);
		return [...ENDED, 'waiting'].includes(execution.status) ? execution : undefined;
	});
}

async function until<T>(
	what: string | (() => string),
	timeoutMs: number,
	look: () => Promise<T | undefined>,
): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > deadline) {
			throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${typeof what === 'string' ? what : what()}`);
		}
		await sleep(100);
	}
}
