// Serves one of our triggers as n8n does: real HTTP, and n8n's own contexts (n8n-core) around webhook() and the lifecycle.
// What n8n does before and after webhook() is written after its middlewares/body-parser.js and webhooks/webhook-helpers.js.

import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request as httpRequest, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createGunzip, createInflate } from 'node:zlib';
import { HookContext, WebhookContext } from 'n8n-core';
import {
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IWebhookData,
	type IWebhookResponseData,
	type IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import { OrderEventTrigger } from '../../nodes/OrderEventTrigger/OrderEventTrigger.node';
import { SmsDeliveryTrigger } from '../../nodes/SmsDeliveryTrigger/SmsDeliveryTrigger.node';
import { SmsReplyTrigger } from '../../nodes/SmsReplyTrigger/SmsReplyTrigger.node';
import { SmsUnsubscribeTrigger } from '../../nodes/SmsUnsubscribeTrigger/SmsUnsubscribeTrigger.node';
import { type Credentials, credentialsHelper, referencesTo } from './n8n-credentials';

const NODE_TYPES = {
	smsReplyTrigger: SmsReplyTrigger,
	smsDeliveryTrigger: SmsDeliveryTrigger,
	smsUnsubscribeTrigger: SmsUnsubscribeTrigger,
	orderEventTrigger: OrderEventTrigger,
} as const;
export type TriggerName = keyof typeof NODE_TYPES;

/** Published, or listening for a test event. */
export type UrlKind = 'production' | 'test';

export interface HostOptions {
	readonly type: TriggerName;
	/** May be changed at any time, as in the editor. */
	readonly parameters: INodeParameters;
	/** May be changed at any time. */
	readonly credentials: Credentials;
	/** N8N_WEBHOOK_URL; left out, where the server listens. */
	readonly publicOrigin?: string;
	/** Called before n8n makes an execution; throws when n8n cannot. */
	readonly beforeExecution?: () => Promise<void>;
	/** N8N_PAYLOAD_SIZE_MAX. @default 16 MB */
	readonly payloadSizeMax?: number;
}

export interface HttpAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

export interface HttpCall {
	/** Path and query count, and are sent as they are. */
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | Buffer;
	/** @default 'POST' */
	readonly method?: 'GET' | 'POST' | undefined;
}

export interface WebhookHost {
	/** As n8n knows them. */
	readonly urls: Readonly<Record<UrlKind, string>>;
	/** Items by output, of every execution that was made. */
	readonly executions: INodeExecutionData[][][];
	/** What webhook() threw. */
	readonly errors: Error[];
	/** What it wrote into n8n's log. */
	readonly log: string[];
	/** @param patienceMs after which the carrier hangs up; then there is no answer, and this throws. */
	call(call: HttpCall, patienceMs?: number): Promise<HttpAnswer>;
	/** webhookMethods.create, as publishing or "Listen for test event" calls it. */
	create(kind?: UrlKind): Promise<boolean>;
	/** webhookMethods.delete. */
	remove(kind?: UrlKind): Promise<boolean>;
	stop(): Promise<void>;
}

const PREFIX: Readonly<Record<UrlKind, string>> = { production: 'webhook', test: 'webhook-test' };

export async function hostTrigger(options: HostOptions): Promise<WebhookHost> {
	const nodeType: INodeType = new NODE_TYPES[options.type]();
	const executions: INodeExecutionData[][][] = [];
	const errors: Error[] = [];
	const log: string[] = [];
	const write = (text: string) => log.push(text);
	const logger = { debug: write, info: write, warn: write, error: write };
	const ids = { webhook: randomUUID(), credentials: randomUUID() };
	const server = createServer((request, response) => {
		serve(request, response).catch((error: Error) => {
			errors.push(error);
			if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ code: 0, message: 'Workflow Webhook Error: Workflow could not be started!' }));
		});
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const origin = options.publicOrigin ?? `http://127.0.0.1:${port}`;

	/** n8n makes a workflow of its own for every request and every step of the lifecycle. */
	function surroundings(kind: UrlKind, http: { httpRequest?: unknown; httpResponse?: unknown } = {}) {
		const node: INode = {
			id: '1',
			name: 'Trigger',
			type: `n8n-nodes-commerce-sms.${options.type}`,
			typeVersion: nodeType.description.version as number,
			position: [0, 0],
			parameters: structuredClone(options.parameters),
			credentials: referencesTo(options.credentials, ids.credentials),
			webhookId: ids.webhook,
		};
		const nodeTypes = { getByName: () => nodeType, getByNameAndVersion: () => nodeType, getKnownTypes: () => ({}) };
		const workflow = new Workflow({ id: ids.webhook, nodes: [node], connections: {}, active: false, nodeTypes });
		const additionalData = {
			...http,
			credentialsHelper: credentialsHelper(options.credentials),
			webhookBaseUrl: `${origin}/webhook`,
			webhookTestBaseUrl: `${origin}/webhook-test`,
			webhookWaitingBaseUrl: `${origin}/webhook-waiting`,
			formWaitingBaseUrl: `${origin}/form-waiting`,
			variables: {},
		} as unknown as IWorkflowExecuteAdditionalData;
		const [webhookDescription] = nodeType.description.webhooks ?? [];
		const webhookData = { webhookDescription, isTest: kind === 'test', node: node.name } as unknown as IWebhookData;
		return { workflow, node, additionalData, webhookData };
	}

	async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = request.url ?? '';
		const kind = (['production', 'test'] as const).find((each) => url.startsWith(new URL(urlOf(each)).pathname));
		const methods = (nodeType.description.webhooks ?? []).map(({ httpMethod }) => httpMethod);
		if (!kind || !methods.includes(request.method as (typeof methods)[number])) return void response.writeHead(404).end();
		const httpRequest_ = await readAsN8n(request, options.payloadSizeMax ?? 16 * 1024 * 1024);
		const httpResponse = likeExpress(response);
		const { workflow, node, additionalData, webhookData } = surroundings(kind, {
			httpRequest: httpRequest_,
			httpResponse,
		});
		const mode = kind === 'test' ? 'manual' : 'webhook';
		const context = new WebhookContext(workflow, node, additionalData, mode, webhookData, [], null);
		Object.defineProperty(context, 'logger', { value: logger });
		const { noWebhookResponse, workflowData, webhookResponse } = (await nodeType.webhook?.call(
			context,
		)) as IWebhookResponseData;
		if (workflowData) {
			await options.beforeExecution?.();
			executions.push(workflowData as INodeExecutionData[][]);
		}
		if (!noWebhookResponse) httpResponse.status(200).send(webhookResponse as string);
	}

	async function lifecycle(step: 'create' | 'delete', kind: UrlKind): Promise<boolean> {
		const { workflow, node, additionalData, webhookData } = surroundings(kind);
		const [mode, activation] = kind === 'test' ? (['manual', 'manual'] as const) : (['trigger', 'activate'] as const);
		const context = new HookContext(workflow, node, additionalData, mode, activation, webhookData);
		Object.defineProperty(context, 'logger', { value: logger });
		return (await nodeType.webhookMethods?.default?.[step]?.call(context)) as boolean;
	}

	const [{ path = '', isFullPath } = {}] = nodeType.description.webhooks ?? [];
	const ownPath = isFullPath ? String(options.parameters.path) : `${ids.webhook}/${path}`;
	const urlOf = (kind: UrlKind) => `${origin}/${PREFIX[kind]}/${ownPath}`;
	return {
		urls: { production: urlOf('production'), test: urlOf('test') },
		executions,
		errors,
		log,
		call: (call, patienceMs) => callOver(port, call, patienceMs),
		create: (kind = 'production') => lifecycle('create', kind),
		remove: (kind = 'production') => lifecycle('delete', kind),
		async stop() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

/** Like n8n's body parser for a node above version 1: it reads what it can parse, and readRawBody() reads the rest. */
async function readAsN8n(request: IncomingMessage, limit: number) {
	const [contentType = ''] = (request.headers['content-type'] ?? '').split(';', 1);
	const wire = Object.assign(request, {
		originalUrl: request.url,
		params: {},
		query: {},
		body: {} as unknown,
		contentType,
		encoding: 'utf-8',
		rawBody: undefined as Buffer | undefined,
		async readRawBody() {
			if (wire.rawBody) return;
			const encoding = request.headers['content-encoding'];
			const unzip = encoding === 'gzip' ? createGunzip() : encoding === 'deflate' ? createInflate() : undefined;
			const stream = unzip ? request.pipe(unzip) : request;
			if (request.destroyed || !stream.readable) throw new Error('Request body stream was aborted or is not readable');
			const body = await buffer(stream);
			if (body.length > limit) throw new Error('request entity too large');
			wire.rawBody = body;
		},
	});
	if (contentType === 'multipart/form-data')
		await buffer(request); // formidable takes it apart
	else if (/^(application\/(json|x-www-form-urlencoded)|text\/plain)$|[/+]xml$/.test(contentType)) {
		await wire.readRawBody();
		if (contentType === 'application/json' && wire.rawBody?.length) wire.body = JSON.parse(wire.rawBody.toString());
	}
	return wire;
}

/** The methods of express's response that n8n and we use. */
function likeExpress(response: ServerResponse) {
	const own = Object.assign(response, {
		status(code: number) {
			response.statusCode = code;
			return own;
		},
		type(contentType: string) {
			response.setHeader('content-type', `${contentType}; charset=utf-8`);
			return own;
		},
		send(body: string) {
			response.setHeader('content-length', Buffer.byteLength(body));
			response.end(body);
			return own;
		},
	});
	return own;
}

async function callOver(port: number, { url, headers, body, method = 'POST' }: HttpCall, patienceMs?: number): Promise<HttpAnswer> {
	const path = url.replace(/^https?:\/\/[^/]*/, '');
	const call = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false });
	call.end(body);
	if (patienceMs !== undefined) setTimeout(() => call.destroy(new Error('The carrier has hung up')), patienceMs);
	const [response] = (await once(call, 'response')) as [IncomingMessage];
	const text = (await buffer(response)).toString();
	return { status: response.statusCode ?? 0, headers: response.headers as Record<string, string>, body: text };
}
