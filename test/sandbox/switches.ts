// A sandbox whose switches are worked over HTTP, and the workflow that it tells.
import { TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { twilioClient } from './clients';
import { startWorkflowDouble, type WorkflowDouble } from './workflow-double';

export const FROM = TWILIO_ACCOUNT.numbers[0].number;
export const PHONE = '+14155550123';

export let sandbox: Sandbox;
export let workflow: WorkflowDouble;

/** Both are new for each test of the file that calls this. */
export function startBeforeEach(): void {
	beforeEach(async () => {
		sandbox = await startSandbox({ port: 0, timing: { sentAfterMs: 1, finalAfterMs: 2 } });
		workflow = await startWorkflowDouble();
	});
	afterEach(async () => {
		await sandbox.stop();
		await workflow.stop();
	});
}

interface ControlAnswer {
	status: number;
	json: Record<string, unknown>;
}

export async function control(
	method: string,
	path: string,
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<ControlAnswer> {
	const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
		method,
		headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
		...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
	});
	return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

export const send = (to = PHONE, body = 'Hi', from: string = FROM) =>
	twilioClient(sandbox).messages.create({ to, from, body });
