// A shop as its operator has it: the packed package in a real n8n, the sample workflows, the sandbox as carrier, a browser.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	type Credential,
	listExecutions,
	outputsOf,
	publishWorkflow,
	readWorkflow,
	saveCredential,
	saveWorkflow,
	type SavedWorkflow,
	waitForExecutions,
	type Workflow,
	type WorkflowNode,
} from '../../demo/n8n-api';
import { DEMO_OWNER, type N8nApi, signIn } from '../../demo/n8n-connection';
import { ensureN8n } from '../../demo/n8n-install';
import { installPackage, packTarball } from '../../demo/n8n-package';
import { type N8nServer, startN8n } from '../../demo/n8n-server';
import { createProgress } from '../../demo/progress';
import { TELNYX_ACCOUNT, TELNYX_PUBLIC_KEY, TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { SHOP_KEYS } from '../../sandbox/shops/twin';
import { type Inbox, startInbox } from '../support/inbox';
import { type Editor, openEditor } from './browser';

/** Who may open the forms for staff. */
export const STAFF = { user: 'staff', password: 'staff-password' };
/** The header by which the till is known. */
export const TILL = { name: 'x-till-key', value: 'till-key-of-the-tests' };

export interface TestShop<Name extends string> {
	readonly sandbox: Sandbox;
	readonly server: N8nServer;
	readonly n8n: N8nApi;
	/** The team's chat. */
	readonly inbox: Inbox;
	readonly editor: Editor;
	readonly workflows: Readonly<Record<Name, SavedWorkflow>>;
	/** Saves one that is no sample. */
	save(workflow: Workflow): Promise<SavedWorkflow>;
	/** Saves and publishes one. */
	publish(workflow: Workflow): Promise<SavedWorkflow>;
	/** Does the work, waits for the execution it causes, and gives what the node put out, per output. */
	outputsAfter(
		workflow: SavedWorkflow,
		work: () => Promise<unknown>,
		node: string,
	): Promise<Array<Array<Record<string, unknown>>>>;
	stop(): Promise<void>;
}

interface ShopOptions<Name extends string> {
	/** The samples, by their files' names. */
	readonly names: readonly Name[];
	/** Saved, but not published. */
	readonly unpublished?: readonly Name[];
	/** Where customers text to, for samples that are to have a number of their own. */
	readonly numbers?: Partial<Record<Name, string>>;
	/** Of nodes, by their names. */
	readonly parameters?: Readonly<Record<string, Record<string, unknown>>>;
	/** Settings of n8n. */
	readonly env?: Readonly<Record<string, string>>;
}

/** Opens the shop. What was started is stopped again when a part of it fails. */
export async function openShop<Name extends string>(options: ShopOptions<Name>): Promise<TestShop<Name>> {
	const userFolder = mkdtempSync(join(tmpdir(), 'shop-'));
	const closing: Array<() => unknown> = [() => rmSync(userFolder, { recursive: true, force: true })];
	const stop = async () => {
		for (const close of closing.splice(0).reverse()) await close();
	};
	try {
		const installation = await ensureN8n({ progress: createProgress() });
		await installPackage({ tarball: await packTarball(), userFolder });
		const sandbox = await startSandbox({ port: 0, timing: { sentAfterMs: 50, finalAfterMs: 150 } });
		closing.push(() => sandbox.stop());
		const inbox = await startInbox();
		closing.push(() => inbox.stop());
		const server = await startN8n({ installation, userFolder, env: { ...options.env } });
		closing.push(() => server.stop());
		const n8n = await signIn(server.url);
		const credentials = await saveCredentials(n8n, sandbox);
		const workflows = {} as Record<Name, SavedWorkflow>;
		for (const name of options.names) {
			const sample = readWorkflow(join(__dirname, '..', '..', 'workflows', `${name}.json`));
			workflows[name] = await saveWorkflow(n8n, forTests(sample, inbox, name, options), credentials);
			if (!options.unpublished?.includes(name)) await publishWorkflow(n8n, workflows[name]);
		}
		const editor = await openEditor({ url: server.url, owner: DEMO_OWNER });
		closing.push(() => editor.close());
		const save = async (workflow: Workflow) => await saveWorkflow(n8n, workflow, credentials);
		const publish = async (workflow: Workflow) => await publishWorkflow(n8n, await save(workflow));
		const outputsAfter = async ({ id }: SavedWorkflow, work: () => Promise<unknown>, node: string) => {
			const before = (await listExecutions(n8n, id)).length;
			await work();
			const [execution] = await waitForExecutions(n8n, id, { count: before + 1 });
			return outputsOf(execution as NonNullable<typeof execution>, node);
		};
		return { sandbox, server, n8n, inbox, editor, workflows, save, publish, outputsAfter, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

async function saveCredentials(n8n: N8nApi, sandbox: Sandbox): Promise<Credential[]> {
	const { accountSid, authToken } = TWILIO_ACCOUNT;
	const account = { accountSid, authToken, authType: 'authToken', sender: '+14155550100' };
	const twilio = { ...account, baseUrl: `${sandbox.url}/twilio` };
	const telnyx = {
		apiKey: TELNYX_ACCOUNT.apiKey,
		publicKey: TELNYX_PUBLIC_KEY,
		sender: TELNYX_ACCOUNT.numbers[0].number,
		baseUrl: `${sandbox.url}/telnyx`,
	};
	return [
		await saveCredential(n8n, { name: 'Twilio', type: 'commerceSmsTwilioApi', data: twilio }),
		await saveCredential(n8n, { name: 'Telnyx', type: 'commerceSmsTelnyxApi', data: telnyx }),
		await saveCredential(n8n, {
			name: 'Shop',
			type: 'commerceSmsShopApi',
			data: { brand: 'Acme Store', shopKey: 'e2e' },
		}),
		await saveCredential(n8n, { name: 'Staff', type: 'httpBasicAuth', data: STAFF }),
		await saveCredential(n8n, { name: 'Till', type: 'httpHeaderAuth', data: TILL }),
		await saveCredential(n8n, {
			name: 'Shopify',
			type: 'commerceSmsShopifyApi',
			data: { baseUrl: `${sandbox.url}/shopify`, ...SHOP_KEYS.shopify },
		}),
		await saveCredential(n8n, {
			name: 'WooCommerce',
			type: 'commerceSmsWooCommerceApi',
			data: { baseUrl: `${sandbox.url}/woocommerce`, ...SHOP_KEYS.woocommerce },
		}),
	];
}

/** The same workflow with the team's chat on this machine, less patience, and another number. */
function forTests<Name extends string>(
	workflow: Workflow,
	inbox: Inbox,
	name: Name,
	{ numbers, parameters = {} }: ShopOptions<Name>,
): Workflow {
	const changed = (type: string): Record<string, unknown> => {
		if (type.endsWith('.httpRequest')) return { url: inbox.url };
		if (type.endsWith('.wait')) return { amount: 1, unit: 'seconds' };
		if (type.endsWith('.smsReplyTrigger') && numbers?.[name]) return { sender: numbers[name] };
		return {};
	};
	const withChange = (node: WorkflowNode) => ({
		...node,
		parameters: { ...node.parameters, ...changed(node.type), ...parameters[node.name] },
	});
	return { ...workflow, nodes: workflow.nodes.map(withChange) };
}
