// Proves what npm start and the other end-to-end tests stand on, with a probe package of its own: n8n is installed,
// takes a package as its installer puts it, is driven over its API, shows itself in a browser and ends without a trace.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
	listExecutions,
	outputsOf,
	publishWorkflow,
	runWorkflow,
	saveCredential,
	saveWorkflow,
	testCredential,
	waitForExecutions,
	type Credential,
	type Workflow,
} from '../../demo/n8n-api';
import { DEMO_OWNER, signIn, type N8nApi } from '../../demo/n8n-connection';
import { ensureN8n, type N8nInstallation } from '../../demo/n8n-install';
import { installPackage, packFolder } from '../../demo/n8n-package';
import { startN8n, type N8nServer } from '../../demo/n8n-server';
import { createProgress, silentProgress } from '../../demo/progress';
import { closeNode, openEditor, openNode, screenshot } from './browser';

const PROBE = join(__dirname, 'fixtures', 'n8n-nodes-probe');
const WEBHOOK_ID = '6f1d9f0e-5a5b-4c3d-8e2f-000000000001';

const scratch = mkdtempSync(join(tmpdir(), 'n8n-runner-'));
const userFolder = join(scratch, 'user');
let installation: N8nInstallation;
let service: Server;
let server: N8nServer;
let n8n: N8nApi;

beforeAll(async () => {
	installation = await ensureN8n({ progress: createProgress() });
	service = createServer(answerThoseWithTheToken).listen(0, '127.0.0.1');
	await once(service, 'listening');
	await installPackage({ tarball: await packFolder(PROBE, scratch), userFolder });
	server = await startN8n({ installation, userFolder });
	n8n = await signIn(server.url);
}, 900_000);

afterAll(async () => {
	service?.close().closeAllConnections();
	await server?.stop();
	rmSync(scratch, { recursive: true, force: true });
});

test('an n8n that is installed is found within a second', async () => {
	const started = Date.now();
	await expect(ensureN8n({ progress: silentProgress })).resolves.toEqual(installation);
	expect(Date.now() - started).toBeLessThan(1_000);
});

test('a package is put where and as n8n puts it', () => {
	const nodes = join(userFolder, '.n8n', 'nodes');
	expect(readJson(join(nodes, 'package.json'))).toMatchObject({ dependencies: { 'n8n-nodes-probe': '0.0.1' } });
	const installed = readJson(join(nodes, 'node_modules', 'n8n-nodes-probe', 'package.json'));
	expect(installed).toHaveProperty('n8n');
	expect(installed).not.toHaveProperty('devDependencies');
	expect(installed).not.toHaveProperty('peerDependencies');
});

test('signing in again, and saving again, changes nothing that is there', async () => {
	await expect(signIn(server.url)).resolves.toMatchObject({ url: server.url });
	n8n = await signIn(server.url); // each sign-in makes a new API key in place of the last
	const first = await probeCredential();
	expect((await probeCredential()).id).toBe(first.id);
	const workflow = await saveWorkflow(n8n, probeWorkflow(), [first]);
	expect((await saveWorkflow(n8n, probeWorkflow(), [first])).id).toBe(workflow.id);
});

test("a credential is tested by its own type's test", async () => {
	await expect(testCredential(n8n, await probeCredential())).resolves.toMatchObject({ status: 'OK' });
	const wrong = await probeCredential('Wrong token', 'wrong');
	await expect(testCredential(n8n, wrong)).resolves.toMatchObject({ status: 'Error' });
});

test('a published workflow answers its production webhook and runs, in its newest version', async () => {
	const credential = await probeCredential();
	const workflow = await saveWorkflow(n8n, probeWorkflow(), [credential]);
	expect(workflow.nodes.map((node) => node.webhookId)).toContain(WEBHOOK_ID);
	await publishWorkflow(n8n, workflow);

	expect(await callWebhook({ question: 'first' })).toEqual({ received: 'first' });
	const [execution] = await waitForExecutions(n8n, workflow.id);
	expect(execution).toMatchObject({ status: 'success', mode: 'webhook' });
	expect(outputsOf(execution!, 'Probe')).toEqual([[{ asked: 'first' }]]);

	await publishWorkflow(n8n, await saveWorkflow(n8n, probeWorkflow('={{ $json.question }}!'), [credential]));
	await callWebhook({ question: 'second' });
	const [newest] = await waitForExecutions(n8n, workflow.id, { count: 2 });
	expect(outputsOf(newest!, 'Probe')).toEqual([[{ asked: 'second!' }]]);
	expect(await listExecutions(n8n, workflow.id)).toHaveLength(2);
});

test('a workflow runs by hand', async () => {
	const [, probe] = probeWorkflow('by hand').nodes;
	const start = { ...node('Start', 'n8n-nodes-base.manualTrigger', 0), parameters: {} };
	const workflow = await saveWorkflow(
		n8n,
		{ name: 'By hand', nodes: [start, probe!], connections: connect('Start', 'Probe') },
		[await probeCredential()],
	);
	const execution = await runWorkflow(n8n, workflow.id, 'Start');
	expect(execution).toMatchObject({ status: 'success', mode: 'manual' });
	expect(outputsOf(execution, 'Probe')).toEqual([[{ asked: 'by hand' }]]);
});

test("errors carry the call and n8n's words, or the trigger's own", async () => {
	await expect(saveCredential(n8n, { name: 'x', type: 'noSuchApi', data: {} })).rejects.toThrow(
		'n8n: POST /api/v1/credentials answered 400: req.body.type is not a known type',
	);
	await expect(saveWorkflow(n8n, probeWorkflow(), [])).rejects.toThrow('names the probeApi credential "Local service"');
	const [trigger] = probeWorkflow().nodes;
	const refusing = { ...trigger!, webhookId: undefined, parameters: { refuse: true } };
	const workflow = await saveWorkflow(n8n, { name: 'Refusing', nodes: [refusing], connections: {} });
	await expect(publishWorkflow(n8n, workflow)).rejects.toThrow(
		'"Probe Trigger": The shop would not register our webhook',
	);
});

test.each([
	{ theme: 'light', icon: 'probe.svg' },
	{ theme: 'dark', icon: 'probe.dark.svg' },
])('the editor shows the workflow and the package icons ($theme)', async ({ theme, icon }) => {
	const workflow = await saveWorkflow(n8n, probeWorkflow(), [await probeCredential()]);
	const editor = await openEditor({ url: server.url, owner: DEMO_OWNER, dark: theme === 'dark' });
	try {
		await editor.openWorkflow(workflow.id);
		const icons = editor.page.locator(`[data-test-id="canvas-node"] img[src$="/n8n-nodes-probe/nodes/${icon}"]`);
		await expect(icons.count()).resolves.toBe(2);
		const panel = await openNode(editor.page, 'Probe');
		await expect(panel.innerText()).resolves.toContain('Question');
		await screenshot(editor.page, `n8n-runner-${theme}`);
		await closeNode(editor.page);
		expect(editor.consoleErrors).toEqual([]);
	} finally {
		await editor.close();
	}
});

test('n8n that cannot start says why', async () => {
	const broken = startN8n({
		installation,
		userFolder: join(scratch, 'broken'),
		env: { N8N_DISABLED_MODULES: 'nonsense' },
	});
	await expect(broken).rejects.toThrow(/n8n ended with .* before it was ready[\s\S]*nonsense/);
});

test('n8n that is stopped leaves nothing running and nothing listening', async () => {
	await server.stop();
	await server.ended;
	await expectGone(server);
});

test('n8n ends with the process that started it, however that one ends', async () => {
	const tsx = join(__dirname, '..', '..', 'node_modules', 'tsx', 'dist', 'cli.mjs');
	const script = join(__dirname, 'fixtures', 'start-and-wait.ts');
	const starter = spawn(process.execPath, ['--import', tsx.replace('cli.mjs', 'loader.mjs'), script, userFolder], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [line] = (await once(starter.stdout.setEncoding('utf8'), 'data')) as [string];
	const orphan = JSON.parse(line) as { url: string; pid: number };
	starter.kill('SIGKILL');
	await expectGone(orphan);
});

async function expectGone({ url, pid }: { url: string; pid: number }): Promise<void> {
	for (let tries = 0; tries < 150 && isRunning(-pid); tries++) await sleep(100);
	expect(isRunning(-pid)).toBe(false); // the group: n8n and its task runner
	await expect(fetch(`${url}/healthz`)).rejects.toThrow();
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

async function probeCredential(name = 'Local service', token = 'right'): Promise<Credential> {
	const { port } = service.address() as AddressInfo;
	const data = { baseUrl: `http://127.0.0.1:${port}`, token };
	return await saveCredential(n8n, { name, type: 'probeApi', data });
}

function probeWorkflow(question = '={{ $json.question }}'): Workflow {
	return {
		name: 'Probe',
		nodes: [
			{ ...node('Probe Trigger', 'n8n-nodes-probe.probeTrigger', 0), webhookId: WEBHOOK_ID, parameters: {} },
			{
				...node('Probe', 'n8n-nodes-probe.probe', 1),
				parameters: { question },
				credentials: { probeApi: { name: 'Local service' } },
			},
		],
		connections: connect('Probe Trigger', 'Probe'),
		settings: { executionOrder: 'v1' },
	};
}

function node(name: string, type: string, column: number) {
	// The editor takes an id that begins like another for that other.
	return { id: randomUUID(), name, type, typeVersion: 1, position: [column * 220, 0] as [number, number] };
}

function connect(from: string, to: string): Record<string, unknown> {
	return { [from]: { main: [[{ node: to, type: 'main', index: 0 }]] } };
}

async function callWebhook(body: unknown): Promise<unknown> {
	const response = await fetch(`${server.url}/webhook/${WEBHOOK_ID}/inbound`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	return await response.json();
}

const answerThoseWithTheToken: Parameters<typeof createServer>[1] = (request, response) => {
	const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
	const known = request.headers.authorization === 'Bearer right';
	response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' });
	response.end(JSON.stringify(known && pathname === '/answer' ? { asked: searchParams.get('question') } : {}));
};

function readJson(file: string): unknown {
	return JSON.parse(readFileSync(file, 'utf8'));
}
