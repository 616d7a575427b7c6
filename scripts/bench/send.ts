import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { generate } from 'selfsigned';
import {
	type Execution,
	publishWorkflow,
	saveCredential,
	saveWorkflow,
	type Workflow,
	type WorkflowNode,
} from '../../demo/n8n-api';
import { type N8nApi, signIn } from '../../demo/n8n-connection';
import { ensureN8n } from '../../demo/n8n-install';
import { installPackage, packTarball } from '../../demo/n8n-package';
import { type N8nServer, startN8n } from '../../demo/n8n-server';
import { createProgress } from '../../demo/progress';
import { TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { shopifyOrder } from '../../test/fixtures/shopify-order';
import { type Bench } from './bench';

const ITEMS = 1000;
const LATENCY_MS = 25;
const OUR_RUNS = 5;
const THEIR_RUNS = 2;

export const send: Bench = {
	about: `${ITEMS.toLocaleString('en')} order items through one node in a real n8n, seconds from posting them to the end of the workflow; the same carrier, ${LATENCY_MS} ms away over TLS`,
	unit: 's',
	higherIsBetter: false,
	async run() {
		const folder = mkdtempSync(join(tmpdir(), 'commerce-sms-bench-'));
		const carrier = await startCarrier(folder);
		let server: N8nServer | undefined;
		try {
			const installation = await ensureN8n({ progress: createProgress() });
			await installPackage({ tarball: await packTarball(), userFolder: folder });
			server = await startN8n({
				installation,
				userFolder: folder,
				env: {
					NODE_OPTIONS: `--require ${join(__dirname, 'api-twilio-com-here.cjs')}`,
					BENCH_TWILIO_PORT: String(carrier.port),
					NODE_EXTRA_CA_CERTS: carrier.certificate,
				},
			});
			const n8n = await signIn(server.url);
			const { ours, theirs } = await publish(n8n);
			const measure = measurement(n8n, carrier);
			await measure(ours, 1); // warm-up: modules, connections, the ledger file
			await measure(theirs, 1);
			const runs: number[] = [];
			for (let run = 0; run < OUR_RUNS; run++) runs.push(await measure(ours, ITEMS));
			const peer: number[] = [];
			for (let run = 0; run < THEIR_RUNS; run++) peer.push(await measure(theirs, ITEMS));
			return { runs, peers: { 'n8n-nodes-base.twilio': peer } };
		} finally {
			await server?.stop();
			carrier.process.kill();
			rmSync(folder, { recursive: true, force: true });
		}
	},
};

interface CarrierProcess {
	readonly process: ChildProcess;
	readonly port: number;
	readonly certificate: string;
	accepted(): Promise<number>;
}

async function startCarrier(folder: string): Promise<CarrierProcess> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'api.twilio.com' }], {
		algorithm: 'sha256',
		keyType: 'ec',
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'api.twilio.com' }] }],
	});
	const [keyFile, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')] as const;
	writeFileSync(keyFile, key);
	writeFileSync(certificate, cert);
	const args = ['--import', 'tsx', join(__dirname, 'carrier-process.ts'), keyFile, certificate, String(LATENCY_MS)];
	const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
	const lines = createInterface({ input: child.stdout });
	const nextLine = async () => Number(((await once(lines, 'line')) as [string])[0]);
	return {
		process: child,
		certificate,
		port: await nextLine(),
		accepted: () => {
			const answer = nextLine();
			child.stdin.write('count\n');
			return answer;
		},
	};
}

let firstUnused = 0;

/** Posts items to a workflow, waits until it has ended, and makes sure that each became a text. */
const measurement = (n8n: N8nApi, carrier: CarrierProcess) => async (path: string, count: number) => {
	const items = Array.from({ length: count }, () => shopifyOrder(firstUnused++));
	const before = await carrier.accepted();
	const started = performance.now();
	const response = await fetch(`${n8n.url}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ items }),
		signal: AbortSignal.timeout(300_000),
	});
	const seconds = (performance.now() - started) / 1000;
	const sent = (await carrier.accepted()) - before;
	if (!response.ok || sent !== count) {
		const { data } = await n8n.call<{ data: Execution[] }>('GET', '/executions?status=error&includeData=true&limit=1');
		const why = data[0]?.data?.resultData.error?.message ?? `HTTP ${response.status}`;
		throw new Error(`${path}: ${sent} of ${count} texts were sent: ${why}`);
	}
	return seconds;
};

/** Two workflows that differ in the one node only. Nothing of the executions is saved: that would measure n8n's database. */
async function publish(n8n: N8nApi): Promise<{ ours: string; theirs: string }> {
	const { accountSid, authToken } = TWILIO_ACCOUNT;
	const account = { accountSid, authToken, authType: 'authToken' };
	const sender = TWILIO_ACCOUNT.numbers[0].number;
	const own = { ...account, sender, baseUrl: 'https://api.twilio.com' };
	const credentials = [
		await saveCredential(n8n, { name: 'Ours', type: 'commerceSmsTwilioApi', data: own }),
		await saveCredential(n8n, { name: 'n8n', type: 'twilioApi', data: account }),
	];
	const nodes: Record<'ours' | 'theirs', WorkflowNode> = {
		ours: node('Send', 'n8n-nodes-commerce-sms.orderStatusSms', 1, {}, { commerceSmsTwilioApi: { name: 'Ours' } }),
		theirs: node(
			'Send',
			'n8n-nodes-base.twilio',
			1,
			{ from: sender, to: '={{ $json.phone }}', message: '=Your order {{ $json.name }} is confirmed.' },
			{ twilioApi: { name: 'n8n' } },
		),
	};
	for (const [path, sending] of Object.entries(nodes)) {
		await publishWorkflow(n8n, await saveWorkflow(n8n, workflowAround(sending, path), credentials));
	}
	return { ours: 'ours', theirs: 'theirs' };
}

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
	credentials?: WorkflowNode['credentials'],
): WorkflowNode => ({
	id: randomUUID(),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
	...(credentials ? { credentials } : {}),
});

const workflowAround = (sending: WorkflowNode, path: string): Workflow => ({
	name: path,
	nodes: [
		{
			...node('Items', 'n8n-nodes-base.webhook', 2.1, {
				httpMethod: 'POST',
				path,
				responseMode: 'lastNode',
				responseData: 'noData',
				options: {},
			}),
			webhookId: randomUUID(),
		},
		node('Split', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }),
		sending,
	],
	connections: {
		Items: { main: [[{ node: 'Split', type: 'main', index: 0 }]] },
		Split: { main: [[{ node: 'Send', type: 'main', index: 0 }]] },
	},
	settings: {
		executionOrder: 'v1',
		saveDataSuccessExecution: 'none',
		saveManualExecutions: false,
		saveExecutionProgress: false,
	},
});
