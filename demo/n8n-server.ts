// Runs n8n as a child process, reachable on 127.0.0.1 only, and ends it with everything it started.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nInstallation } from './n8n-install';
import { freePorts } from './ports';

export interface N8nServer {
	/** The editor and the API, without a slash at the end. Production webhooks are under `${url}/webhook/`. */
	url: string;
	port: number;
	pid: number;
	userFolder: string;
	/** Everything n8n printed since it was started. */
	logFile: string;
	/** The last lines of that. */
	logTail(): string;
	/** Resolves when n8n has ended, asked to or not. */
	ended: Promise<void>;
	/** Ends n8n and what it started; resolves when nothing of it is left. */
	stop(): Promise<void>;
}

export interface StartOptions {
	installation: N8nInstallation;
	/** Keeps n8n's database, key and community packages under `.n8n/`, and our log of it. */
	userFolder: string;
	/** A free one when not given. */
	port?: number;
	/** Settings on top of, or instead of, those of the demo. */
	env?: Record<string, string>;
	/** Called with each line that n8n prints. */
	log?: (line: string) => void;
}

// The first start makes the database; on a busy machine with a cold disk that took 21 s.
const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 10_000;
const KEPT_LINES = 30;

// Modules that a shop's texts have no use for. Without them n8n starts a quarter faster and asks nothing of the network.
const DISABLED_MODULES = [
	'agents',
	'breaking-changes',
	'chat-hub',
	'dynamic-credentials',
	'external-secrets',
	'insights',
	'instance-ai',
	'instance-version-history',
	'ldap',
	'log-streaming',
	'mcp',
	'mcp-registry',
	'n8n-packages',
	'oauth-server',
	'otel',
	'provisioning',
	'quick-connect',
	'runtime-credentials',
	'source-control',
	'sso-oidc',
	'sso-saml',
	'token-exchange',
	'workflow-builder',
	'workflow-reviews',
];

/** Starts n8n and resolves when it answers; rejects with the end of its log when it does not. */
export async function startN8n({ installation, userFolder, port, env, log }: StartOptions): Promise<N8nServer> {
	const [anyPort, brokerPort] = (await freePorts(undefined, undefined)) as [number, number];
	const usedPort = port ?? anyPort;
	const url = `http://127.0.0.1:${usedPort}`;
	mkdirSync(userFolder, { recursive: true });

	const child = spawn(
		process.execPath,
		['--require', join(__dirname, 'n8n', 'end-with-parent.ts'), installation.script, 'start'],
		{
			cwd: userFolder,
			env: {
				...inheritedEnvironment(),
				...settings({ url, port: usedPort, brokerPort, userFolder }),
				...env,
			},
			stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
			// A process group of its own: it can be ended as a whole, and Ctrl-C in our terminal is ours to act on.
			detached: process.platform !== 'win32',
		},
	);
	const logFile = join(userFolder, 'n8n.log');
	const lines = keepLog(child, logFile, log);
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
	const server: N8nServer = {
		url,
		port: usedPort,
		pid: child.pid ?? 0,
		userFolder,
		logFile,
		logTail: () => lines.join('\n'),
		ended,
		stop: async () => await endTree(child),
	};
	try {
		await untilReady(child, url);
	} catch (error) {
		await server.stop();
		throw new Error(`${(error as Error).message} Its log (${logFile}) ends with:\n${server.logTail() || '(nothing)'}`);
	}
	return server;
}

function settings(at: { url: string; port: number; brokerPort: number; userFolder: string }): Record<string, string> {
	return {
		N8N_USER_FOLDER: at.userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(at.port),
		N8N_WEBHOOK_URL: `${at.url}/`,
		N8N_EDITOR_BASE_URL: `${at.url}/`,
		N8N_RUNNERS_BROKER_PORT: String(at.brokerPort), // 5679 otherwise, for every n8n on the machine
		N8N_SECURE_COOKIE: 'false', // there is no TLS on 127.0.0.1
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
		// Nothing leaves the machine.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DISABLED_MODULES: DISABLED_MODULES.join(','),
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		// n8n's defaults, spelt out: it warns of each whose default will change.
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_RUNNERS_TASK_TIMEOUT: '300',
		N8N_COMPRESSION_NODE_MAX_DECOMPRESSED_SIZE_BYTES: String(2 * 1024 ** 3),
		N8N_COMPRESSION_NODE_MAX_ZIP_ENTRIES: '5000',
	};
}

/** What any program needs. Not the rest: a DB_TYPE or N8N_… of somebody's shell would change what we start. */
function inheritedEnvironment(): NodeJS.ProcessEnv {
	const wanted = /^(home|userprofile|appdata|localappdata|systemroot|comspec|temp|tmp|tmpdir|lang|lc_all|tz)$/i;
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => wanted.test(name)));
	// n8n starts its task runner with whatever "node" comes first.
	return { ...env, PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter) };
}

function keepLog(child: ChildProcess, file: string, log?: (line: string) => void): string[] {
	const out = createWriteStream(file);
	const lines: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		let rest = '';
		stream?.setEncoding('utf8').on('data', (text: string) => {
			out.write(text);
			const complete = (rest + text).split(/\r?\n/);
			rest = complete.pop() ?? '';
			for (const line of complete.filter(Boolean)) {
				lines.push(line);
				if (lines.length > KEPT_LINES) lines.shift();
				log?.(line);
			}
		});
	}
	child.on('close', () => out.end());
	return lines;
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
	let failure = '';
	child.once('error', (error) => (failure = `n8n could not be started: ${error.message}.`));
	child.once('exit', (code, signal) => (failure = `n8n ended with ${signal ?? code} before it was ready.`));
	const deadline = Date.now() + START_TIMEOUT_MS;
	while (Date.now() < deadline) {
		if (failure) throw new Error(failure);
		if (await answers(url)) return;
		await sleep(100);
	}
	throw new Error(`n8n was not ready after ${START_TIMEOUT_MS / 1000} s.`);
}

/** "Ready" means the database; the API comes a moment later, and until then answers with a page of its own. */
async function answers(url: string): Promise<boolean> {
	try {
		const ready = await fetch(`${url}/healthz/readiness`, { signal: AbortSignal.timeout(5_000) });
		if (!ready.ok) return false;
		const settings = await fetch(`${url}/rest/settings`, { signal: AbortSignal.timeout(5_000) });
		return settings.ok && (settings.headers.get('content-type') ?? '').includes('json');
	} catch {
		return false; // nobody listens yet
	}
}

async function endTree(child: ChildProcess): Promise<void> {
	const { pid } = child;
	if (pid === undefined) return;
	const ended = () => child.exitCode !== null || child.signalCode !== null;
	if (process.platform === 'win32') {
		spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
	} else {
		child.kill('SIGTERM'); // n8n finishes its executions and closes its database
		for (const deadline = Date.now() + STOP_TIMEOUT_MS; !ended() && Date.now() < deadline; ) await sleep(50);
		killGroup(pid); // n8n when it hangs, and a task runner that it left behind
	}
	while (!ended()) await sleep(50);
}

function killGroup(pid: number): void {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // nothing was left
	}
}
