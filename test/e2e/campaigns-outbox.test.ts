// Texts that wait, end to end: sent when their time has come, unless a STOP came first; found again after a crash; and the way out of
// texts that cannot be replied to. In a real n8n.

import { type Browser } from 'playwright-core';
import { publishWorkflow, runWorkflow, type SavedWorkflow } from '../../demo/n8n-api';
import { shopifyOrder } from '../fixtures/shopify-order';
import { closeNode, openNode, screenshot } from './browser';
import { closedNow, restNow, swede } from './campaign-people';
import { AT_ANY_HOUR, campaignSteps, counts } from './campaign-steps';
import { everyNode, ledgerFile, runOf, triggerWorkflow } from './run-node';
import { openShop, type TestShop } from './shop';

const NAMES = ['send-what-was-scheduled', 'answer-order-questions'] as const;
type Name = (typeof NAMES)[number];

let shop: TestShop<Name>;
let { sandbox, n8n, editor, inbox, workflows } = {} as TestShop<Name>;
let { run, announce, campaign, consent, runOutbox, texts } = {} as ReturnType<typeof campaignSteps>;
let ledger: ReturnType<typeof ledgerFile>;

beforeAll(async () => {
	shop = await openShop({ names: NAMES, unpublished: ['send-what-was-scheduled'] });
	({ sandbox, n8n, editor, inbox, workflows } = shop);
	({ run, announce, campaign, consent, runOutbox, texts } = campaignSteps(shop));
	ledger = ledgerFile(shop);
}, 1_200_000);

afterAll(async () => await shop?.stop());

const MINUTE_MS = 60_000;
const [SENT, FAILED, NEEDS_ATTENTION, SKIPPED] = [0, 1, 2, 3] as const;

const CLOSED = { options: { ...AT_ANY_HOUR.options, ...closedNow() } };
const TOMORROW = { whenToSend: 'at', sendAt: '={{ $now.plus({ days: 1 }).toISO() }}' };

const ANY_HOUR = JSON.stringify({ weekdays: { from: '00:00', to: '24:00' } });

/** As if the time had passed: the text's moment is there, and its hours are open. */
function comeDue(phone: string): void {
	const due = `update sends set due_at = ?, gate_message = json_remove(json_set(gate_message, '$.hours', json(?)), '$.notBefore')
		where phone = ? and status = 'scheduled'`;
	expect(ledger.change(due, Date.now() - 1000, ANY_HOUR, phone)).toBe(1);
}

const stop = async (phone: string) =>
	await shop.outputsAfter(
		workflows['answer-order-questions'],
		async () => await sandbox.reply(phone, 'STOP', '+14155550100'),
		'SMS Reply Trigger',
	);

describe('while no trigger is active', () => {
	test('a text waits with a warning; when its time has come it is sent, and a STOP in between wins', async () => {
		const [patient, leaving] = [swede(0), swede(1)];
		await consent(patient, leaving);
		const { outputs, hints } = await announce('At their hour', [patient, leaving], CLOSED);
		const waiting = { reasonCode: 'quiet-hours', warning: expect.stringMatching(/SMS Outbox Trigger/) as string };
		expect(outputs).toMatchObject([[], [waiting, waiting], []]);
		expect(hints).toMatch(/2 texts wait, and no SMS Outbox Trigger is active/);
		expect(counts(await runOutbox())).toEqual([]);
		expect(texts(patient)).toEqual([]);

		await stop(leaving);
		for (const phone of [patient, leaving]) comeDue(phone);
		const { outputs: told } = await runOutbox();
		expect(told[SENT]).toMatchObject([
			{ campaign: 'At their hour', status: 'queued', messageId: expect.any(String) as string },
		]);
		expect(told[SKIPPED]).toMatchObject([{ reasonCode: 'opted-out', reason: expect.any(String) as string }]);
		expect(texts(patient)).toEqual([expect.stringMatching(/^Acme Store: Our sale is on\s.*STOP/s)]);
		expect(texts(leaving).filter((text) => /sale/.test(text))).toEqual([]);
		expect(counts(await runOutbox())).toEqual([]);
	});

	test('news of an order waits for the morning in quiet hours', async () => {
		const phone = swede(2);
		const parameters = { options: { quietHours: restNow() } };
		const order = shopifyOrder(1, { phone, country: 'SE' });
		const { outputs } = await run({ type: 'orderStatusSms', parameters }, [order]);
		expect(outputs[1]).toMatchObject([
			{
				reasonCode: 'quiet-hours',
				scheduledFor: expect.any(String) as string,
				warning: expect.stringMatching(/SMS Outbox Trigger/) as string,
			},
		]);
		expect(texts(phone)).toEqual([]);
		comeDue(phone);
		expect((await runOutbox()).outputs[SENT]).toMatchObject([
			{ purpose: 'transactional', orderNumber: '#1002', stage: 'confirmed' },
		]);
		expect(texts(phone)).toEqual([expect.stringMatching(/#1002/)]);
	});
});

test('what the carrier refuses is told to the team', async () => {
	const phone = swede(3);
	await consent(phone);
	const OTHER_NUMBER = '+447700900100'; // its texts reach no workflow: only the carrier hears the STOP
	sandbox.setOptOutHandling('twilio', true);
	await sandbox.reply(phone, 'STOP', OTHER_NUMBER);
	expect(counts(await announce('Refused', [phone], { sender: OTHER_NUMBER, sendHow: 'outbox' }))).toEqual([0, 1, 0]);
	const before = inbox.received.length;
	expect((await runOutbox()).outputs[FAILED]).toMatchObject([{ campaign: 'Refused', carrierCode: '21610' }]);
	expect(inbox.received.slice(before).map(({ body }) => body)).toEqual([expect.stringMatching(/1 text\(s\) failed/)]);
	sandbox.setOptOutHandling('twilio', false);
});

describe('a text of which nobody knows whether it left', () => {
	/** n8n was killed while it waited for the carrier's answer. */
	const interrupted = (phone: string, minutesAgo: number) =>
		expect(
			ledger.change(
				`update sends set status = 'sending', claimed_at = ?, due_at = null, carrier_message_id = null where phone = ?`,
				Date.now() - minutesAgo * MINUTE_MS,
				phone,
			),
		).toBe(1);

	test('is looked up at Twilio: one that is there counts as sent, one that is not is sent, once', async () => {
		const [there, absent] = [swede(10), swede(11)];
		await consent(there, absent);
		sandbox.setFault({ kind: 'cut', phone: there, count: 1 });
		expect((await announce('Crash', [there])).error).toMatch(/may have been sent|unknown/i);
		expect(counts(await announce('Crash', [absent], { sendHow: 'outbox' }))).toEqual([0, 1, 0]);
		interrupted(absent, 30);
		const { outputs } = await runOutbox();
		const sent = outputs[SENT] ?? [];
		expect(sent).toHaveLength(2);
		expect(sent).toContainEqual(expect.objectContaining({ foundAtCarrier: true, campaign: 'Crash' }));
		expect(sent.filter((text) => !text.foundAtCarrier)).toMatchObject([{ campaign: 'Crash', status: 'queued' }]);
		expect([texts(there), texts(absent)].map(({ length }) => length)).toEqual([1, 1]);
		expect(counts(await runOutbox())).toEqual([]);
	});

	test('needs attention at Telnyx, which has no list to ask, and is held', async () => {
		const phone = swede(12);
		await consent(phone);
		const name = 'Through Telnyx';
		const parameters = { operation: 'sendAnnouncement', campaignName: name, text: 'Our sale is on', ...AT_ANY_HOUR };
		const planned = await run(
			{ type: 'smsCampaign', carrier: 'telnyx', parameters: { ...parameters, sendHow: 'outbox' } },
			[{ phone }],
		);
		expect(counts(planned)).toEqual([0, 1, 0]);
		interrupted(phone, 150);
		const { id } = await shop.save(
			triggerWorkflow('Outbox of Telnyx', { type: 'smsOutboxTrigger', carrier: 'telnyx' }),
		);
		const { outputs } = runOf(await runWorkflow(n8n, id, 'Trigger'), 'Trigger');
		expect(outputs[NEEDS_ATTENTION]).toMatchObject([
			{ campaign: name, reasonCode: 'outcome-unknown', reason: expect.stringMatching(/Telnyx/) as string },
		]);
		expect(texts(phone)).toEqual([]);
		expect((await campaign('report', name)).outputs[0]).toMatchObject([{ sent: 0, uncertain: 1 }]);
	});
});

describe('texts from a name', () => {
	const NAMED = { sender: 'ACME' };
	let page: SavedWorkflow;

	test('are not sent while there is no page to leave by', async () => {
		await consent(swede(20));
		expect((await announce('From a name', [swede(20)], NAMED)).error).toMatch(/SMS Unsubscribe Trigger/);
		page = await shop.publish({
			...triggerWorkflow('Way out', { type: 'smsUnsubscribeTrigger', parameters: { path: 'stop' } }),
		});
	});

	test('have a link to it: opening it changes nothing, its button ends the texts', async () => {
		const phone = swede(20);
		expect(counts(await announce('From a name', [phone], NAMED))).toEqual([1, 0, 0]);
		const [text = ''] = texts(phone);
		const [link = ''] = /http\S+/.exec(text) ?? [];
		expect(link).toMatch(/\/webhook\/stop\?\w{8}$/);
		expect(text).not.toMatch(/STOP/);

		const phoneSized = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
		const context = await (editor.page.context().browser() as Browser).newContext(phoneSized);
		const tab = await context.newPage();
		await tab.goto(link);
		await tab.reload();
		await screenshot(tab, 'unsubscribe-ask');
		expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
		const consentOf = async () =>
			(
				await run({ type: 'smsOptIn', parameters: { resource: 'consent', operation: 'checkConsent', phone } }, [
					{ phone },
				])
			).outputs;
		expect((await consentOf())[0]).toHaveLength(1);
		const [left] = await shop.outputsAfter(page, async () => await tab.locator('button').click(), 'Trigger');
		expect(left).toMatchObject([{ phoneFull: phone, kind: 'opt-out', via: 'link' }]);
		await tab.locator('[role="status"]').waitFor();
		await screenshot(tab, 'unsubscribe-done');
		await context.close();
		expect((await consentOf())[0]).toEqual([]);
		expect((await announce('Next', [phone], NAMED)).outputs[2]).toMatchObject([{ reasonCode: 'opted-out' }]);
		expect((await fetch(`${shop.server.url}/webhook/stop?Nobody00`)).status).toBe(404);
	});
});

test('once the sample is published nothing warns, and it sends by itself within a minute', async () => {
	const phone = swede(30);
	await consent(phone);
	await publishWorkflow(n8n, workflows['send-what-was-scheduled']);
	const { outputs, hints } = await announce('By itself', [phone], { ...CLOSED, ...TOMORROW });
	expect(outputs[1]).toMatchObject([{ reasonCode: expect.stringMatching(/chosen-time|quiet-hours/) as string }]);
	expect(outputs[1]?.[0]).not.toHaveProperty('warning');
	expect(hints).not.toMatch(/Outbox Trigger/);
	comeDue(phone);
	for (const deadline = Date.now() + 75_000; Date.now() < deadline && texts(phone).length === 0; )
		await new Promise((resolve) => setTimeout(resolve, 250));
	expect(texts(phone)).toHaveLength(1);
});

const OPERATIONS: ReadonlyArray<readonly [operation: string, label: string]> = [
	['preview', 'What to Preview'],
	['sendAnnouncement', 'Audience'],
	['sendBirthdayGift', 'Days a Birthday Must Be Known'],
	['winBack', 'No Order for (Days)'],
	['cancel', 'Campaign Name'],
	['pause', 'Campaign Name'],
	['report', 'List Each Text'],
	['resume', 'Campaign Name'],
];

test('every operation of SMS Campaign, and both triggers, show their fields', async () => {
	const { id } = await shop.save(everyNode(OPERATIONS.map(([operation]) => operation)));
	await editor.openWorkflow(id);
	await screenshot(editor.page, 'campaign-all');
	await editor.page.setViewportSize({ width: 1440, height: 1700 }); // all fields at once
	const labels = [
		...OPERATIONS,
		['SMS Outbox Trigger', 'When the Outcome Is Unclear'],
		['SMS Unsubscribe Trigger', 'Path'],
	] as const;
	for (const [name, label] of labels) {
		const panel = await openNode(editor.page, name);
		await screenshot(editor.page, `campaign-${name.replaceAll(' ', '-')}`);
		expect(await panel.innerText()).toContain(label);
		await closeNode(editor.page);
	}
	expect(editor.consoleErrors).toEqual([]);
}, 120_000);
