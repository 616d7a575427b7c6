// One node run by hand, with items and parameters that a test chooses: what an operator does with "Execute step".

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Execution, outputsOf, runWorkflow, type Workflow } from '../../demo/n8n-api';
import { type TestShop } from './shop';

export type Item = Record<string, unknown>;

const TYPES = { twilio: 'commerceSmsTwilioApi', telnyx: 'commerceSmsTelnyxApi', shop: 'commerceSmsShopApi' } as const;
const NAMES = { twilio: 'Twilio', telnyx: 'Telnyx', shop: 'Shop' } as const;

/** The credentials of these tests by what they are for, as a node has them. */
export const credentialsFor = (...which: Array<keyof typeof TYPES>) =>
	Object.fromEntries(which.map((one) => [TYPES[one], { name: NAMES[one] }]));

/** Operations of SMS Campaign that are about one that has begun. */
export const ABOUT_RUNNING = ['pause', 'resume', 'cancel', 'report'];

export interface NodeToRun {
	/** smsCampaign … */
	readonly type: string;
	readonly parameters?: Item;
	/** @default 'twilio' */
	readonly carrier?: 'twilio' | 'telnyx';
}

export interface NodeRun {
	/** What it put out, per output. */
	readonly outputs: Item[][];
	/** Message and description of its error; undefined when there was none. */
	readonly error?: string | undefined;
	/** What the editor shows beside the items. */
	readonly hints: string;
	readonly execution: Execution;
}

interface RunData {
	readonly hints?: Array<{ message: string }>;
	readonly error?: { message: string; description?: string | null };
}

const ourNode = ({ type, parameters = {}, carrier = 'twilio' }: NodeToRun, name: string): Workflow['nodes'][0] => ({
	id: name,
	name,
	type: `n8n-nodes-commerce-sms.${type}`,
	typeVersion: 1,
	position: [260, 0],
	parameters: { ...(carrier === 'telnyx' && { carrier }), ...parameters },
	credentials: credentialsFor(carrier, 'shop'),
});

/** A workflow with nothing but one of our triggers. */
export const triggerWorkflow = (name: string, node: NodeToRun): Workflow => ({
	name,
	nodes: [ourNode(node, 'Trigger')],
	connections: {},
	settings: { executionOrder: 'v1' },
});

/** SMS Campaign once for each operation, and the triggers beside it, with every field at its default. */
export function everyNode(operations: readonly string[]): Workflow {
	const of = (type: string, parameters: Item = {}) => ({ type, parameters });
	const running = (operation: string) => ABOUT_RUNNING.includes(operation);
	const nodes: Array<readonly [name: string, node: NodeToRun]> = [
		...operations.map(
			(operation) =>
				[operation, of('smsCampaign', { ...(running(operation) && { resource: 'running' }), operation })] as const,
		),
		['SMS Outbox Trigger', of('smsOutboxTrigger')],
		['SMS Unsubscribe Trigger', of('smsUnsubscribeTrigger')],
	];
	return {
		name: 'Every operation of SMS Campaign',
		nodes: nodes.map(([name, node], index) => ({
			...ourNode(node, name),
			position: [260 * (index % 5), 240 * Math.floor(index / 5)],
		})),
		connections: {},
	};
}

/** Runs nodes behind a trigger that gives them the items. */
export const nodeRunner =
	(shop: TestShop<string>) =>
	async (node: NodeToRun, items: readonly Item[] = [{}]): Promise<NodeRun> => {
		const { id } = await shop.save({
			name: 'One node',
			nodes: [
				{
					id: 'start',
					name: 'Start',
					type: 'n8n-nodes-base.manualTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
				},
				ourNode(node, 'Node'),
			],
			connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
			pinData: { Start: items.map((json) => ({ json })) },
		});
		return runOf(await runWorkflow(shop.n8n, id, 'Start'), 'Node');
	};

export function runOf(execution: Execution, node: string): NodeRun {
	const { runData = {}, error } = execution.data?.resultData ?? {};
	const run = runData[node]?.at(-1) as RunData | undefined;
	const failure = run?.error ?? error;
	const description = failure && 'description' in failure ? ` ${failure.description ?? ''}` : '';
	return {
		outputs: outputsOf(execution, node),
		error: failure && `${failure.message}${description}`,
		hints: (run?.hints ?? []).map(({ message }) => message).join('\n'),
		execution,
	};
}

/** The ledger's file, for what no node can change: time that has passed. */
export function ledgerFile({ server }: TestShop<string>) {
	function open<T>(work: (ledger: DatabaseSync) => T): T {
		const ledger = new DatabaseSync(join(server.userFolder, '.n8n', 'commerce-sms', 'ledger.sqlite'));
		try {
			ledger.exec('pragma busy_timeout = 5000');
			return work(ledger);
		} finally {
			ledger.close();
		}
	}
	return {
		read: (sql: string, ...values: Array<string | number>) => open((ledger) => ledger.prepare(sql).all(...values)),
		/** Gives how many rows were changed. */
		change: (sql: string, ...values: Array<string | number>) =>
			open((ledger) => Number(ledger.prepare(sql).run(...values).changes)),
	};
}
