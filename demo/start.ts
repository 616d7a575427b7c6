// npm start: a real n8n with this package, the carrier sandbox and the sample workflows, ready to play with.
//
// It sends a Shopify order through one of them and says where to look.
//
//     npm start                 what an earlier run left in .local/demo is kept
//     npm start -- --reset      begins anew
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { SHOP_KEYS } from '../sandbox/shops/twin';
import { type SandboxMessage } from '../sandbox/store';
import { demoOrder, demoPhone } from './order';
import { TELNYX_ACCOUNT, TELNYX_PUBLIC_KEY, TWILIO_ACCOUNT } from '../sandbox/accounts';
import {
	publishWorkflow,
	readWorkflow,
	saveCredential,
	saveWorkflow,
	testCredential,
	type Credential,
	type SavedWorkflow,
} from './n8n-api';
import { DEMO_OWNER, signIn, type N8nApi } from './n8n-connection';
import { ensureN8n } from './n8n-install';
import { installPackage, packTarball } from './n8n-package';
import { startN8n } from './n8n-server';
import { freePorts } from './ports';
import { createProgress, type Progress } from './progress';

const projectRoot = dirname(__dirname);
const DEMO_FOLDER = join(projectRoot, '.local', 'demo');
const WORKFLOWS = join(projectRoot, 'workflows');
/** Ready in the editor, but not published. */
const UNPUBLISHED: readonly string[] = [
	'forward-replies.json', // a number's texts go to one workflow, and here that is answer-order-questions
	'import-a-list-and-ask.json', // runs by hand
	'weekend-sale-announcement.json', // likewise
	// would text people some morning when nobody looks
	'birthday-gift-by-sms.json',
	'win-back-after-90-days.json',
	'parcel-tracker-to-sms.json', // would set its URL at the trackers, where the demo has no account
];
// The same at every start, so that an open browser tab goes on working; n8n's own 5678 may be somebody's real one.
const N8N_PORT = 5690;
const SANDBOX_PORT = 4050;
/** It stands in workflows/join-by-keyword.json. */
const SHORT_CODE = TWILIO_ACCOUNT.numbers[4].number;
/** The header that opens what only the till may do: workflows/check-a-code-at-the-till.json. */
const TILL = { name: 'x-till-key', value: 'demo' };
/** They stand in workflows/parcel-tracker-to-sms.json, where an account of each belongs. */
const TRACKERS = { AfterShip: 'aftership', EasyPost: 'easypost', '17TRACK': '17track' };

async function main(): Promise<void> {
	const progress = createProgress();
	if (process.argv.includes('--reset')) rmSync(DEMO_FOLDER, { recursive: true, force: true });

	const installation = await ensureN8n({ progress });
	await progress.step('Putting the package into n8n', async () => {
		await installPackage({ tarball: await packTarball(), userFolder: DEMO_FOLDER });
	});
	const [n8nPort, sandboxPort] = (await freePorts(N8N_PORT, SANDBOX_PORT)) as [number, number];
	const sandbox = await startSandbox({ port: sandboxPort });
	const server = await progress.step(`Starting n8n ${installation.version}`, async () => {
		return await startN8n({ installation, userFolder: DEMO_FOLDER, port: n8nPort });
	});
	try {
		const n8n = await signIn(server.url);
		await progress.step('Setting up accounts and workflows', async (show) => {
			const credentials = await saveCredentials(n8n, sandbox);
			await publishSamples(n8n, credentials, show);
		});
		const text = await progress.step('Sending a Shopify order through the workflow', async () => {
			// every start brings a new order; the same one would not be texted again
			const orderNumber = Math.floor(Date.now() / 1000) % 100_000;
			await postOrder(server.url, orderNumber);
			return await arrivedText(sandbox, demoPhone(orderNumber));
		});
		sayWhere(progress, server.url, sandbox.url, text);
		await Promise.race([interrupted(), server.ended.then(() => failWith(server.logTail()))]);
	} finally {
		progress.line('\nStopping …');
		await server.stop();
		await sandbox.stop();
	}
}

/** The accounts of the sandbox, as a user would enter those of real carriers and shops. */
async function saveCredentials(n8n: N8nApi, sandbox: Sandbox): Promise<Credential[]> {
	const accounts = [
		{
			name: 'Sandbox Twilio',
			type: 'commerceSmsTwilioApi',
			data: {
				accountSid: TWILIO_ACCOUNT.accountSid,
				authType: 'authToken',
				authToken: TWILIO_ACCOUNT.authToken,
				sender: TWILIO_ACCOUNT.numbers[0].number,
				baseUrl: `${sandbox.publicUrl}/twilio`,
			},
		},
		{
			name: 'Sandbox Telnyx',
			type: 'commerceSmsTelnyxApi',
			data: {
				apiKey: TELNYX_ACCOUNT.apiKey,
				publicKey: TELNYX_PUBLIC_KEY,
				sender: TELNYX_ACCOUNT.numbers[0].number,
				baseUrl: `${sandbox.publicUrl}/telnyx`,
			},
		},
		{
			name: 'Demo shop',
			type: 'commerceSmsShopApi',
			data: { brand: 'Acme Store', supportPhone: '+1 415 555 0199', shopUrl: 'https://acme.example', shopKey: 'demo' },
		},
		// n8n's own: who may open the form for requests of access and erasure
		{ name: 'Demo staff', type: 'httpBasicAuth', data: { user: DEMO_OWNER.email, password: DEMO_OWNER.password } },
		{ name: 'Demo till', type: 'httpHeaderAuth', data: TILL },
		{
			name: 'Sandbox Shopify',
			type: 'commerceSmsShopifyApi',
			data: { baseUrl: `${sandbox.publicUrl}/shopify`, ...SHOP_KEYS.shopify },
		},
		{
			name: 'Sandbox WooCommerce',
			type: 'commerceSmsWooCommerceApi',
			data: { baseUrl: `${sandbox.publicUrl}/woocommerce`, ...SHOP_KEYS.woocommerce },
		},
		...Object.entries(TRACKERS).map(([name, source]) => ({
			name,
			type: 'commerceSmsSourceApi',
			data: { source, webhookSecret: 'demo' },
		})),
	];
	const saved: Credential[] = [];
	for (const account of accounts) {
		const credential = await saveCredential(n8n, account);
		saved.push(credential);
		if (!('baseUrl' in account.data)) continue; // only what is at a carrier or a shop can be tested
		const { status, message } = await testCredential(n8n, credential);
		if (status !== 'OK') throw new Error(`The credential "${account.name}" does not work: ${message}`);
	}
	return saved;
}

async function publishSamples(n8n: N8nApi, credentials: Credential[], show: (detail: string) => void): Promise<void> {
	const files = existsSync(WORKFLOWS) ? readdirSync(WORKFLOWS).filter((file) => file.endsWith('.json')) : [];
	for (const file of files) {
		show(file);
		const workflow = await saveWorkflow(n8n, readWorkflow(join(WORKFLOWS, file)), credentials);
		if (UNPUBLISHED.includes(file)) continue;
		if (workflow.active) await unpublishWorkflow(n8n, workflow);
		await publishWorkflow(n8n, workflow);
	}
}

/**
 * A workflow of an earlier run is taken back first: the sandbox has forgotten where replies go, and n8n lets a trigger say so
 * again only when it was not published (as of 2.41.1).
 */
async function unpublishWorkflow(n8n: N8nApi, { id, name }: SavedWorkflow): Promise<void> {
	await n8n.call('POST', `/workflows/${id}/deactivate`);
	for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(100)) {
		const { status } = await n8n.rest<{ status: string }>('GET', `/workflows/${id}/publication-status`);
		if (status === 'not_published') return;
	}
	throw new Error(`Workflow "${name}" of an earlier run could not be taken back within 30 s`);
}

/** Where Shopify would send its webhook: the path stands in workflows/shopify-order-updates.json. */
async function postOrder(n8nUrl: string, orderNumber: number): Promise<void> {
	const response = await fetch(`${n8nUrl}/webhook/shopify-orders`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-shopify-topic': 'orders/paid' },
		body: JSON.stringify(demoOrder(orderNumber)),
	});
	if (!response.ok) throw new Error(`The workflow's webhook answered ${response.status}: ${await response.text()}`);
}

/** The text that has come to the customer's phone. */
async function arrivedText(sandbox: Sandbox, phone: string): Promise<SandboxMessage> {
	const deadline = Date.now() + 30_000;
	while (Date.now() < deadline) {
		const [message] = sandbox.messages(phone).slice(-1);
		if (message) return message;
		await sleep(100);
	}
	throw new Error('No text has come within 30 s. The execution in n8n tells why: see its Executions tab.');
}

function sayWhere(
	progress: Progress,
	editor: string,
	phone: string,
	{ text, phone: to, sender }: SandboxMessage,
): void {
	progress.line(`
  The text that has just arrived on ${to}, from ${sender}:

      ${text}

  The customer's phone   ${phone}/#${to}
                         type "where is my order?" there, or STOP;
                         or JOIN to ${SHORT_CODE}, then YES: offers are welcome
  Sign-up form           ${editor}/form/sms-offers
  Promo codes            curl -H '${TILL.name}: ${TILL.value}' '${editor}/webhook/till-codes?code=…'
                         ${phone}/_sandbox/shops has those that were published
  n8n                    ${editor}
                         ${DEMO_OWNER.email}, password ${DEMO_OWNER.password}

  Ctrl-C stops both. Everything lies in .local/demo; npm start -- --reset begins anew.`);
}

/** Resolves when the terminal, or whoever started this, wants it to end. */
async function interrupted(): Promise<void> {
	await new Promise<void>((resolve) => {
		// Not "once": Ctrl-C reaches us from the terminal and again from with-tools.mjs.
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
	});
}

function failWith(logTail: string): never {
	throw new Error(`n8n has ended by itself. Its log ends with:\n${logTail}`);
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
		process.exit(1);
	},
);
