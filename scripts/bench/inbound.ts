// What comes in: requests that our triggers take in a real n8n, against n8n's own Webhook node in the same n8n.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import twilio from 'twilio';
import { publishWorkflow, saveCredential, saveWorkflow, type WorkflowNode } from '../../demo/n8n-api';
import { type N8nApi, signIn } from '../../demo/n8n-connection';
import { ensureN8n } from '../../demo/n8n-install';
import { installPackage, packFolder, packTarball } from '../../demo/n8n-package';
import { type N8nServer, startN8n } from '../../demo/n8n-server';
import { createProgress } from '../../demo/progress';
import { TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { type Bench } from './bench';

const RUNS = 5;
/** Carriers call over several connections at once. Fewer than make a burst, in which we answer before the execution is made. */
const PARALLEL = 8;

const REPLIES = 300;
const RECEIPTS = 3_000;

export const inbound: Bench = {
	about: `${REPLIES} texts of customers, ${PARALLEL} at a time, each an execution: signature, ledger and classification by SMS Reply Trigger, against the bare Webhook node; n8n prepares for expressions only where there are some`,
	unit: 'requests/s',
	higherIsBetter: true,
	run: () => against('replies', REPLIES),
};

export const receipts: Bench = {
	about: `${RECEIPTS} delivery receipts that nobody asked an item for, ${PARALLEL} at a time: signature and ledger by SMS Delivery Trigger, against the bare Webhook node, which makes an execution of each`,
	unit: 'requests/s',
	higherIsBetter: true,
	run: () => against('receipts', RECEIPTS),
};

async function against(path: 'replies' | 'receipts', count: number) {
	const folder = mkdtempSync(join(tmpdir(), 'commerce-sms-bench-'));
	let server: N8nServer | undefined;
	try {
		const installation = await ensureN8n({ progress: createProgress() });
		await installPackage({ tarball: await packTarball(), userFolder: folder });
		const bare = await packFolder(join(__dirname, 'bare-trigger'), join(folder, 'packed'));
		await installPackage({ tarball: bare, userFolder: folder });
		// as docs/replies.md recommends it; without it a community trigger that does nothing is slower than the Webhook node
		const env = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };
		server = await startN8n({ installation, userFolder: folder, env });
		const urls = await publish(await signIn(server.url));
		const runs: number[] = [];
		const webhook: number[] = [];
		const bareTrigger: number[] = [];
		await measure(urls[path], path, PARALLEL); // warm-up: modules, the ledger file
		await measure(urls.webhook, path, PARALLEL);
		for (let run = 0; run < RUNS; run++) {
			runs.push(await measure(urls[path], path, count));
			webhook.push(await measure(urls.webhook, path, REPLIES));
			bareTrigger.push(await measure(path === 'replies' ? urls.bare : urls.silent, path, count));
		}
		return { runs, peers: { 'n8n-nodes-base.webhook': webhook, 'a community trigger that does nothing': bareTrigger } };
	} finally {
		await server?.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

let messages = 0;

/** Requests per second, every one of them new and signed as Twilio signs. */
async function measure(url: string, kind: 'replies' | 'receipts', count: number): Promise<number> {
	const requests = Array.from({ length: count }, () => {
		const MessageSid = `SM${String(messages++).padStart(32, '0')}`;
		const phone = `+1415555${String(messages % 10_000).padStart(4, '0')}`;
		const parameters: Record<string, string> =
			kind === 'replies'
				? { MessageSid, From: phone, To: '+14155550100', Body: 'Thanks, see you tomorrow', NumMedia: '0' }
				: { MessageSid, From: '+14155550100', To: phone, MessageStatus: 'delivered' };
		return {
			method: 'POST',
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				'x-twilio-signature': twilio.getExpectedTwilioSignature(TWILIO_ACCOUNT.authToken, url, parameters),
			},
			body: new URLSearchParams(parameters).toString(),
		};
	});
	const started = performance.now();
	await Promise.all(
		Array.from({ length: PARALLEL }, async () => {
			for (let request = requests.pop(); request; request = requests.pop()) {
				const response = await fetch(url, request);
				await response.text();
				if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
			}
		}),
	);
	return (count * 1000) / (performance.now() - started);
}

type Trigger = 'replies' | 'receipts' | 'webhook' | 'bare' | 'silent';

/** Nothing of the executions is saved: that would measure n8n's database. */
async function publish(n8n: N8nApi): Promise<Record<Trigger, string>> {
	const { accountSid, authToken } = TWILIO_ACCOUNT;
	const data = { accountSid, authToken, authType: 'authToken', sender: '+14155550100', baseUrl: 'http://127.0.0.1:9' };
	const credential = await saveCredential(n8n, { name: 'Twilio', type: 'commerceSmsTwilioApi', data });
	const credentials = { commerceSmsTwilioApi: { name: 'Twilio' } };
	const nodes: Record<Trigger, WorkflowNode> = {
		replies: trigger('n8n-nodes-commerce-sms.smsReplyTrigger', 2, { register: false }, credentials),
		receipts: trigger('n8n-nodes-commerce-sms.smsDeliveryTrigger', 2, {}, credentials),
		webhook: trigger('n8n-nodes-base.webhook', 2.1, { httpMethod: 'POST', path: 'webhook-node', options: {} }),
		bare: trigger('n8n-nodes-bare-trigger.bareTrigger', 2, {}),
		silent: trigger('n8n-nodes-bare-trigger.bareTrigger', 2, { start: false }),
	};
	for (const [name, node] of Object.entries(nodes)) {
		const workflow = { name, nodes: [node], connections: {}, settings: QUIET };
		await publishWorkflow(n8n, await saveWorkflow(n8n, workflow, [credential]));
	}
	return {
		replies: `${n8n.url}/webhook/${nodes.replies.webhookId}/sms`,
		receipts: `${n8n.url}/webhook/${nodes.receipts.webhookId}/sms-receipts`,
		webhook: `${n8n.url}/webhook/webhook-node`,
		bare: `${n8n.url}/webhook/${nodes.bare.webhookId}/bare`,
		silent: `${n8n.url}/webhook/${nodes.silent.webhookId}/bare`,
	};
}

const QUIET = {
	executionOrder: 'v1',
	saveDataSuccessExecution: 'none',
	saveManualExecutions: false,
	saveExecutionProgress: false,
};

const trigger = (
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
	credentials?: WorkflowNode['credentials'],
): WorkflowNode => ({
	id: randomUUID(),
	webhookId: randomUUID(),
	name: 'Trigger',
	type,
	typeVersion,
	position: [0, 0],
	parameters,
	...(credentials ? { credentials } : {}),
});
