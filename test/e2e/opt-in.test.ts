// Consent, end to end: people join by a word or at a form, are imported, asked, reminded and forgotten, in a real n8n.

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type Download, type Page } from 'playwright-core';
import {
	type Execution,
	getExecution,
	outputsOf,
	runWorkflow,
	type SavedWorkflow,
	waitForExecutions,
	type Workflow,
} from '../../demo/n8n-api';
import { awakePhone } from '../support/awake';
import { closeNode, openNode, screenshot } from './browser';
import { openShop, STAFF, type TestShop } from './shop';

const NAMES = [
	'join-by-keyword',
	'double-opt-in-at-checkout',
	'import-a-list-and-ask',
	'access-or-erasure-request',
	'answer-order-questions', // hears who answers the shop's own number
] as const;
type Name = (typeof NAMES)[number];

const SHORT_CODE = '72345';
const phoneOf = (index: number) => `+1212555${String(200 + index).padStart(4, '0')}`;
const [JOINER, TYPIST, LEAVER] = [1, 2, 5].map(phoneOf) as [string, string, string];
const [ANSWERING, SILENT] = [awakePhone(203), awakePhone(204)];
const LIST = `phone,first name\n${ANSWERING},Ann\n12345,Nobody\n${SILENT},Sam`;

let shop: TestShop<Name>;
let { sandbox, server, n8n, editor, workflows } = {} as TestShop<Name>;
let browser: Browser;
let checking: SavedWorkflow;

beforeAll(async () => {
	shop = await openShop({
		names: NAMES,
		unpublished: ['import-a-list-and-ask'],
		// long enough to answer in
		parameters: { 'Your list': { csvText: LIST }, 'Twelve hours later': { amount: 5, unit: 'seconds' } },
	});
	({ sandbox, server, n8n, editor, workflows } = shop);
	browser = editor.page.context().browser() as Browser;
	checking = await shop.publish(CHECK_CONSENT);
}, 1_200_000);

afterAll(async () => await shop?.stop());

const SHOP = { commerceSmsShopApi: { name: 'Shop' } };
const TWILIO = { commerceSmsTwilioApi: { name: 'Twilio' } };

/** What a shop would put before a text with offers. */
const CHECK_CONSENT: Workflow = {
	name: 'May we send offers?',
	nodes: [
		{
			id: 'a',
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: 'may-we',
			parameters: { httpMethod: 'POST', path: 'may-we' },
		},
		{
			id: 'b',
			name: 'SMS Opt-In',
			type: 'n8n-nodes-commerce-sms.smsOptIn',
			typeVersion: 1,
			position: [240, 0],
			parameters: { resource: 'consent', operation: 'checkConsent', phone: '={{ $json.body.phone }}' },
			credentials: SHOP,
		},
	],
	connections: { Webhook: { main: [[{ node: 'SMS Opt-In', type: 'main', index: 0 }]] } },
};

/** Which output the phone leaves by, and why. */
async function consentOf(phone: string): Promise<{ output: string | undefined; reasonCode: unknown }> {
	const body = JSON.stringify({ phone });
	const headers = { 'content-type': 'application/json' };
	const ask = () => fetch(`${server.url}/webhook/may-we`, { method: 'POST', headers, body });
	const outputs = await shop.outputsAfter(checking, ask, 'SMS Opt-In');
	const index = outputs.findIndex((items) => items.length > 0);
	const consent = outputs[index]?.[0]?.consent as { reasonCode: unknown } | undefined;
	return { output: ['Consented', 'Pending', 'Not Consented'][index], reasonCode: consent?.reasonCode };
}

/** The customer's phone, as the sandbox's page shows it. */
async function openPhone(phone: string) {
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	await page.goto(`${sandbox.url}/#${phone}`);
	return {
		page,
		async type(text: string, to?: string): Promise<void> {
			if (to) await page.locator('[data-test-id="reply-to"]').selectOption(to);
			await page.locator('[data-test-id="reply-box"]').fill(text);
			await page.locator('[data-test-id="send-button"]').click();
		},
		/** Waits for a text like that, and gives its words. */
		async text(like: RegExp): Promise<string> {
			const bubble = page.locator('[data-test-id="bubble-text"]').filter({ hasText: like }).last();
			await bubble.waitFor();
			return await bubble.innerText();
		},
	};
}

const bodies = (phone: string) => sandbox.messages(phone).map(({ text }) => text);

describe('joining by a word', () => {
	test('JOIN, YES, offers; STOP, no offers', async () => {
		expect(await consentOf(JOINER)).toMatchObject({ output: 'Not Consented' });
		const phone = await openPhone(JOINER);
		await phone.type('Join!', SHORT_CODE);
		expect(await phone.text(/Reply YES/)).toMatch(/^Acme Store: .*STOP/);
		expect(await consentOf(JOINER)).toMatchObject({ output: 'Pending' });

		const kept = await shop.outputsAfter(
			workflows['join-by-keyword'],
			async () => await phone.type('yes', SHORT_CODE),
			'Keep them',
		);
		expect(kept[0]).toMatchObject([{ phoneFull: JOINER, tags: ['keyword'] }]);
		expect(await phone.text(/you will get our offers/)).toMatch(/max\. 4 a month.*rates may apply.*HELP.*STOP/s);
		expect(await consentOf(JOINER)).toMatchObject({ output: 'Consented' });
		await screenshot(phone.page, 'join-phone');

		await shop.outputsAfter(
			workflows['join-by-keyword'],
			async () => await phone.type('STOP', SHORT_CODE),
			'SMS Reply Trigger',
		);
		expect(await consentOf(JOINER)).toMatchObject({ output: 'Not Consented', reasonCode: 'opted-out' });
		await phone.page.close();
	});
});

const FORM = '/form/sms-offers';

async function signUp(phone: string, { isTicked }: { isTicked: boolean }): Promise<Page> {
	const page = await browser.newPage();
	await page.goto(server.url + FORM);
	await page.locator('[name="field-0"]').fill('Tina');
	await page.locator('[name="field-1"]').fill(phone);
	expect(await page.locator('.multiselect-checkbox:checked').count()).toBe(0);
	if (isTicked) await page.locator('.multiselect-checkbox').check();
	await submit(page);
	return page;
}

const submit = async (page: Page) => await page.locator('#submit-btn').click();

/** Not as a part of a longer number or hash. */
const holds = (text: string, code: string) => new RegExp(`(?<!\\w)${code}(?!\\w)`).test(text);

describe('joining at a form', () => {
	const workflow = () => workflows['double-opt-in-at-checkout'];

	test('who leaves the box empty is asked nothing', async () => {
		const page = await signUp(phoneOf(9), { isTicked: false });
		await page.getByText('You get no offers by text.').waitFor();
		expect(sandbox.messages(phoneOf(9))).toEqual([]);
		await page.close();
	});

	test('a wrong code is told and tried again, the right one confirms; the code sent is on the phone only', async () => {
		const form = await signUp(TYPIST, { isTicked: true });
		await form.getByText('We have texted six digits').waitFor();
		await screenshot(form, 'form-code');
		const phone = await openPhone(TYPIST);
		const code = /\b\d{6}\b/.exec(await phone.text(/\b\d{6}\b/))?.[0] ?? '';
		expect(code).toMatch(/^\d{6}$/);

		const wrong = code === '111111' ? '222222' : '111111';
		await form.locator('[name="field-0"]').fill(wrong);
		await submit(form);
		await form.getByText('Tries left: 4').waitFor();
		expect(await consentOf(TYPIST)).toMatchObject({ output: 'Pending' });
		const [waiting] = await waitForExecutions(n8n, workflow().id, { statuses: ['waiting'] });
		expect(holds(JSON.stringify(waiting), wrong)).toBe(true); // so what was typed would be found
		expect(holds(JSON.stringify(waiting), code)).toBe(false);

		await form.locator('[name="field-0"]').fill(code);
		await submit(form);
		await form.getByText('Thank you, it is confirmed').waitFor();
		await screenshot(form, 'form-confirmed');
		expect(await consentOf(TYPIST)).toMatchObject({ output: 'Consented' });
		await phone.text(/you will get our offers/);
		await phone.page.close();
		await form.close();

		const ended = await ending(waiting as Execution);
		expect(outputsOf(ended, 'Remember the name')[0]).toMatchObject([{ firstName: 'Tina' }]);
		const { 'Type the code': typed, ...others } = ended.data?.resultData.runData ?? {};
		expect(holds(JSON.stringify(typed), code)).toBe(true);
		expect(holds(JSON.stringify(others), code)).toBe(false);
		expect(holds(readFileSync(server.logFile, 'utf8'), code)).toBe(false);
	});

	test('who has agreed already is not asked again', async () => {
		const page = await signUp(TYPIST, { isTicked: true });
		await page.getByText('There is nothing to confirm').waitFor();
		await page.close();
	});
});

async function ending({ id }: Execution): Promise<Execution> {
	for (let tries = 0; tries < 100; tries++) {
		const execution = await getExecution(n8n, id);
		if (execution.status === 'success') return execution;
		await sleep(100);
	}
	throw new Error(`Execution ${id} has not succeeded within 10 s`);
}

describe('a list', () => {
	const run = () => runWorkflow(n8n, workflows['import-a-list-and-ask'].id, 'When clicking ‘Execute workflow’');

	test('is imported, everybody on it is asked once, and who has not answered is reminded once', async () => {
		const running = run();
		for (let tries = 0; tries < 400 && sandbox.messages(ANSWERING).length === 0; tries++) await sleep(50);
		expect(await consentOf(ANSWERING)).toMatchObject({ output: 'Pending' });
		await sandbox.reply(ANSWERING, 'YES');
		const execution = await running;
		expect(execution.status).toBe('success');
		const [saved, merged, refused] = outputsOf(execution, 'Your list');
		expect([saved?.length, merged?.length]).toEqual([2, 0]);
		expect(refused).toMatchObject([
			{ row: 3, reasonCode: expect.stringMatching(/invalid-phone|no-country/) as string },
		]);
		expect(outputsOf(execution, 'Put down as pending')[0]).toHaveLength(2);
		expect(outputsOf(execution, 'Ask them')[0]).toHaveLength(2);
		const reminded = outputsOf(execution, 'Remind them once');
		expect(reminded[0]).toMatchObject([{ phoneFull: SILENT }]);
		expect(bodies(SILENT)).toHaveLength(2);
		expect(bodies(ANSWERING).filter((text) => /Reply YES/.test(text))).toHaveLength(1);
		expect(await consentOf(ANSWERING)).toMatchObject({ output: 'Consented' });
		expect(await consentOf(SILENT)).toMatchObject({ output: 'Pending' });
	});

	test('a second time asks nobody', async () => {
		const before = sandbox.messages().length;
		const execution = await run();
		expect(execution.status).toBe('success');
		expect(outputsOf(execution, 'Your list')[1]).toHaveLength(2);
		expect(sandbox.messages()).toHaveLength(before);
	});
});

describe('a request', () => {
	async function request(phone: string, wish: RegExp): Promise<{ page: Page; downloads: Download[] }> {
		const context = await browser.newContext({ httpCredentials: { username: STAFF.user, password: STAFF.password } });
		const page = await context.newPage();
		const downloads: Download[] = [];
		page.on('download', (download) => downloads.push(download));
		await page.goto(`${server.url}/form/privacy-requests`);
		await page.locator('[name="field-0"]').fill(phone);
		await page.getByLabel(wish).check();
		await submit(page);
		return { page, downloads };
	}

	test('is for staff only', async () => {
		expect((await fetch(`${server.url}/form/privacy-requests`)).status).toBe(401);
	});

	test('for access gives what is known and the proof, which a browser shows', async () => {
		const { page, downloads } = await request(TYPIST, /^Access/);
		await page.getByText('Two files are in your downloads').waitFor();
		while (downloads.length < 2) await page.waitForEvent('download');
		const [person, proof] = await Promise.all(downloads.map((download) => download.path()));
		expect(JSON.parse(readFileSync(person as string, 'utf8'))).toMatchObject([
			{ phoneFull: TYPIST, firstName: 'Tina' },
		]);
		const html = readFileSync(proof as string, 'utf8');
		expect(html).toContain(`${server.url}${FORM}`);
		await page.setContent(html);
		const words = await page.locator('body').innerText();
		for (const word of [TYPIST, 'Yes, text me offers, up to 4 a month.', 'confirmed the request', 'consent given'])
			expect(words).toContain(word);
		await page.screenshot({ path: await screenshot(page, 'proof-page'), fullPage: true });
		await page.close();
	});

	test('for erasure forgets for good: no list brings them back, and a STOP from before holds', async () => {
		await sandbox.reply(SILENT, 'STOP');
		expect(await consentOf(SILENT)).toMatchObject({ reasonCode: 'opted-out' });
		const { page } = await request(SILENT, /^Erasure/);
		await page.getByText('They are forgotten').waitFor();
		await screenshot(page, 'form-forgotten');
		expect(await page.locator('body').innerText()).toMatch(/Erased: the person \(1\)[^]*What stays, and why/);
		await page.close();

		const before = bodies(SILENT).length;
		const execution = await runWorkflow(n8n, workflows['import-a-list-and-ask'].id, 'When clicking ‘Execute workflow’');
		expect(outputsOf(execution, 'Your list')[2]).toMatchObject([{ row: 3 }, { row: 4, reasonCode: 'forgotten' }]);
		expect(bodies(SILENT)).toHaveLength(before);
		expect(await consentOf(SILENT)).toMatchObject({ output: 'Not Consented', reasonCode: 'opted-out' });
	});

	test('of somebody unknown says so', async () => {
		const { page } = await request(LEAVER, /^Erasure/);
		await page.getByRole('heading', { name: 'Nothing was known' }).waitFor();
		await page.close();
	});
});

const OPERATIONS: ReadonlyArray<
	readonly [node: string, resource: string | undefined, operation: string, label: string]
> = [
	['smsOptIn', 'optIn', 'requestOptIn', 'Texts a Month'],
	['smsOptIn', 'optIn', 'confirmCode', 'Code'],
	['smsOptIn', 'consent', 'checkConsent', 'What For'],
	['smsOptIn', 'consent', 'recordConsent', 'Wording Shown'],
	['smsOptIn', 'consent', 'optOut', 'What to End'],
	['smsOptIn', 'record', 'getProof', 'Output'],
	['smsOptIn', 'record', 'export', 'Format'],
	['smsOptIn', 'record', 'verifyLedger', 'Operation'],
	['smsContact', undefined, 'save', 'Read the Item'],
	['smsContact', undefined, 'get', 'Find By'],
	['smsContact', undefined, 'search', 'Conditions'],
	['smsContact', undefined, 'tag', 'Tags'],
	['smsContact', undefined, 'import', 'Import From'],
	['smsContact', undefined, 'export', 'Export As'],
	['smsContact', undefined, 'forget', 'Find By'],
];

describe('in the editor', () => {
	test.each(NAMES.slice(0, 4))('%s opens without a console error', async (name) => {
		await editor.openWorkflow(workflows[name].id);
		await screenshot(editor.page, name);
		expect(editor.consoleErrors).toEqual([]);
	});

	test('every operation shows its fields', async () => {
		const { id } = await shop.publish({
			name: 'Every operation',
			nodes: [
				...CHECK_CONSENT.nodes
					.slice(0, 1)
					.map((node) => ({ ...node, parameters: { path: 'every' }, webhookId: 'every' })),
				...OPERATIONS.map(([node, resource, operation], index) => ({
					id: String(index),
					name: `${node} ${operation}`,
					type: `n8n-nodes-commerce-sms.${node}`,
					typeVersion: 1,
					position: [300 + 260 * (index % 5), 240 * Math.floor(index / 5)] as [number, number],
					parameters: { ...(resource && { resource }), operation },
					credentials: { ...SHOP, ...(['requestOptIn', 'confirmCode'].includes(operation) && TWILIO) },
				})),
			],
			connections: {},
		});
		await editor.openWorkflow(id);
		for (const [node, , operation, label] of OPERATIONS) {
			const panel = await openNode(editor.page, `${node} ${operation}`);
			await screenshot(editor.page, `${node}-${operation}`);
			expect(await panel.innerText()).toContain(label);
			await closeNode(editor.page);
		}
		expect(editor.consoleErrors).toEqual([]);
	}, 240_000);
});
