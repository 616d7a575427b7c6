// Campaigns, end to end: who gets an offer, when and why not; previews, pauses, reports; the samples; in a real n8n.

import { type Browser } from 'playwright-core';
import { runWorkflow } from '../../demo/n8n-api';
import { shopifyOrder } from '../fixtures/shopify-order';
import { screenshot } from './browser';
import { ALWAYS, protectedNow, swede } from './campaign-people';
import { AT_ANY_HOUR, campaignSteps, counts } from './campaign-steps';
import { type LandingPages, startLandingPages } from './landing-pages';
import { ledgerFile, runOf } from './run-node';
import { openShop, type TestShop } from './shop';

const NAMES = [
	'weekend-sale-announcement',
	'birthday-gift-by-sms',
	'win-back-after-90-days',
	'send-what-was-scheduled',
	'answer-order-questions', // hears a STOP
	'retry-undelivered', // hears what arrived
] as const;
type Name = (typeof NAMES)[number];

let pages: LandingPages;
let shop: TestShop<Name>;
let { sandbox, n8n, editor, workflows } = {} as TestShop<Name>;
let { run, campaign, announce, consent, save, runOutbox, texts } = {} as ReturnType<typeof campaignSteps>;
let ledger: ReturnType<typeof ledgerFile>;

const DAY_MS = 24 * 60 * 60 * 1000;

beforeAll(async () => {
	pages = await startLandingPages();
	const text = `20% off, {first_name|friend}: ${pages.url}/sale`;
	shop = await openShop({
		names: NAMES,
		unpublished: NAMES.slice(0, 4),
		parameters: {
			// whatever day of the week the tests run on
			'Weekend sale': {
				...AT_ANY_HOUR,
				...{ text, moreWordings: {}, notAfter: '' },
				sendAt: '={{ $now.plus({ days: 1 }).toISO() }}',
				whichPeople: { tags: 'weekend' },
			},
			'Birthday gift': AT_ANY_HOUR,
			'Win back': { ...AT_ANY_HOUR, whenToSend: 'asap' },
		},
		env: { NODE_EXTRA_CA_CERTS: pages.certificate },
	});
	({ sandbox, n8n, editor, workflows } = shop);
	({ run, campaign, announce, consent, save, runOutbox, texts } = campaignSteps(shop));
	ledger = ledgerFile(shop);
}, 1_200_000);

afterAll(async () => {
	await shop?.stop();
	await pages?.stop();
});

describe('an announcement', () => {
	const CONSENTED = Array.from({ length: 16 }, (_, index) => swede(index));
	const [FIRST = ''] = CONSENTED;
	const STRANGERS = [swede(16), swede(17)];
	const NAME = 'Spring';
	const wordings = {
		text: 'Spring is here',
		moreWordings: { wordings: [{ name: 'B', weight: 1, language: '', text: 'Hello spring' }] },
	};

	test('goes to who has consented, in two wordings, with brand and way out; to nobody else, and to nobody twice', async () => {
		await consent(...CONSENTED);
		const { outputs, error } = await announce(NAME, [...CONSENTED, ...STRANGERS], wordings);
		expect(error).toBeUndefined();
		const [sent = [], scheduled, skipped] = outputs;
		expect(sent).toHaveLength(CONSENTED.length);
		expect(scheduled).toEqual([]);
		expect(skipped).toMatchObject(STRANGERS.map(() => ({ reasonCode: 'no-consent' })));
		expect(new Set(sent.map(({ variant }) => variant))).toEqual(new Set(['A', 'B']));
		for (const { text, variant } of sent)
			expect(text).toMatch(
				variant === 'A' ? /^Acme Store: Spring is here\s.*STOP/s : /^Acme Store: Hello spring\s.*STOP/s,
			);
		for (const phone of CONSENTED) expect(texts(phone)).toHaveLength(1);
		for (const phone of STRANGERS) expect(texts(phone)).toEqual([]);

		const page = await (editor.page.context().browser() as Browser).newPage();
		await page.goto(`${sandbox.url}/#${FIRST}`);
		const bubble = page.locator('[data-test-id="bubble-text"]');
		expect(await bubble.innerText()).toBe(sent[0]?.text);
		await screenshot(page, 'campaign-phone');
		await page.close();

		const again = await announce(NAME, CONSENTED, wordings);
		expect(counts(again)).toEqual([0, 0, CONSENTED.length]);
		expect(again.outputs[2]?.[0]).toMatchObject({ reasonCode: 'duplicate' });
	});

	test('whose link fails is stopped, with the sentence; a page for phones is opened once, and lets it pass', async () => {
		const [phone] = [swede(18)];
		await consent(phone);
		const broken = await announce('Links', [phone], { text: `Look: ${pages.url}/gone` });
		expect(broken.error).toMatch(
			/Nothing was sent: https:\S+\/gone: 127\.0\.0\.1:\d+ answers 404: there is no such page\./,
		);
		expect(texts(phone)).toEqual([]);
		expect(pages.opened).toEqual(['/gone']);
		const sound = await announce('Links', [phone], { text: `Look: ${pages.url}/sale` });
		expect(counts(sound)).toEqual([1, 0, 0]);
		expect(pages.opened).toEqual(['/gone', '/sale']);
	});

	test('waits where a law has closed its hours, says which, until when, and that nothing will send it', async () => {
		const phone = protectedNow(1);
		await consent(phone);
		const { outputs, hints } = await announce('At night', [phone]);
		expect(outputs[1]).toMatchObject([
			{
				status: 'scheduled',
				reasonCode: expect.stringMatching(/^law-/) as string,
				reason: expect.stringMatching(/the next opening is/) as string,
				law: { citation: expect.any(String) as string, url: expect.stringMatching(/^https:/) as string },
				scheduledFor: expect.any(String) as string,
				warning: expect.stringMatching(/no SMS Outbox Trigger is active/) as string,
			},
		]);
		expect(Date.parse(outputs[1]?.[0]?.scheduledFor as string)).toBeGreaterThan(Date.now());
		expect(hints).toMatch(/1 text waits, and no SMS Outbox Trigger is active/);
		expect(texts(phone)).toEqual([]);
	});

	test('its report counts what arrived, who left and what it cost, and brings a page with charts', async () => {
		await shop.outputsAfter(
			workflows['answer-order-questions'],
			async () => await sandbox.reply(FIRST, 'STOP'),
			'SMS Reply Trigger',
		);
		await sandbox.settled();
		const prices = { priceTable: 'SE 0.05', priceCurrency: 'EUR' };
		const { outputs, execution } = await campaign('report', NAME, { listTexts: true, reportOptions: prices });
		const [figures, ...lines] = outputs[0] ?? [];
		expect(figures).toMatchObject({
			campaign: NAME,
			status: 'running',
			sent: CONSENTED.length,
			delivered: CONSENTED.length,
			optOuts: 1,
			cost: 0.8,
			byCountry: [{ country: 'SE' }],
			byVariant: [{ variant: 'A' }, { variant: 'B' }],
		});
		expect(lines).toHaveLength(CONSENTED.length + STRANGERS.length);
		const main = execution.data?.resultData.runData.Node?.[0]?.data?.main[0]?.[0];
		const { id } = (main as unknown as { binary: { report: { id: string } } }).binary.report;
		const file = await editor.page.request.get(`${shop.server.url}/rest/binary-data?action=download&id=${id}`);
		const page = await (editor.page.context().browser() as Browser).newPage({ viewport: { width: 900, height: 1200 } });
		await page.setContent(await file.text());
		const words = await page.locator('body').innerText();
		for (const word of [NAME, 'Sweden', 'Opt-outs']) expect(words).toContain(word);
		await page.screenshot({ path: await screenshot(page, 'campaign-report-page'), fullPage: true });
		await page.close();
		expect((await campaign('report', 'Nobody’s')).outputs[1]).toMatchObject([{ reasonCode: 'no-campaign' }]);
	});
});

test('a preview tells who, when, why not and what it costs, and does nothing', async () => {
	const [open, closed, stranger] = [swede(20), protectedNow(2), swede(21)] as const;
	await consent(open, closed);
	const prices = { priceTable: 'SE 0.05\n* 0.10', priceCurrency: 'EUR' };
	const preview = { text: `Look: ${pages.url}/gone`, options: { ...ALWAYS, ...prices } };
	const before = sandbox.messages().length;
	const { outputs, hints } = await campaign('preview', 'Summer', preview, [open, closed, stranger]);
	expect(outputs).toMatchObject([
		[{ text: expect.stringMatching(/^Acme Store: Look/) as string }],
		[{ reasonCode: expect.stringMatching(/^law-/) as string, scheduledFor: expect.any(String) as string }],
		[{ reasonCode: 'no-consent' }],
		[
			{
				people: 3,
				send: 1,
				wait: 1,
				skip: 1,
				skipBy: { 'no-consent': 1 },
				currency: 'EUR',
				links: [{ problems: [{}] }],
			},
		],
	]);
	expect(Number(outputs[3]?.[0]?.cost)).toBeGreaterThan(0.1);
	expect(hints).toMatch(/there is no such page[^]*Texts would wait, and no SMS Outbox Trigger is active/);
	expect(sandbox.messages()).toHaveLength(before);
	expect(ledger.read('select name from campaigns where name = ?', 'Summer')).toEqual([]);
	expect((await campaign('report', 'Summer')).outputs[1]).toHaveLength(1);
});

test('what is paused waits until it is resumed; what is cancelled never goes', async () => {
	const [held, dropped] = [swede(22), swede(23)];
	await consent(held, dropped);
	for (const [name, phone] of [
		['Held', held],
		['Dropped', dropped],
	] as const)
		expect(counts(await announce(name, [phone], { sendHow: 'outbox' }))).toEqual([0, 1, 0]);
	expect((await campaign('pause', 'Held')).outputs[0]).toMatchObject([{ status: 'paused', texts: 1 }]);
	expect((await campaign('cancel', 'Dropped')).outputs[0]).toMatchObject([{ status: 'cancelled', texts: 1 }]);
	await runOutbox();
	expect([texts(held), texts(dropped)]).toEqual([[], []]);
	expect((await campaign('resume', 'Held')).outputs[0]).toMatchObject([{ status: 'running', texts: 1 }]);
	expect((await campaign('resume', 'Dropped')).outputs[0]).toMatchObject([{ changed: false, status: 'cancelled' }]);
	expect((await runOutbox()).outputs[0]).toMatchObject([{ campaign: 'Held', status: 'queued' }]);
	expect([texts(held).length, texts(dropped).length]).toEqual([1, 0]);
	expect((await campaign('report', 'Dropped')).outputs[0]).toMatchObject([
		{ status: 'cancelled', sent: 0, cancelled: 1 },
	]);
});

describe('the sample', () => {
	const runSample = async (name: Name, trigger: string, node: string) =>
		runOf(await runWorkflow(n8n, workflows[name].id, trigger), node);
	const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Stockholm' }).format(new Date()).slice(5);
	const codeOf = (phone: string) => /\b(BDAY|BACK)-[0-9A-Z]+/.exec(texts(phone)[0] ?? '')?.[0];

	test('birthday-gift-by-sms gives whose birthday it is a code, once a year', async () => {
		const [celebrating, silent] = [swede(30), swede(31)];
		await save(...[celebrating, silent].map((phone) => ({ phone, first_name: 'Berta', birthday: `1990-${today}` })));
		await consent(celebrating);
		const give = async () => await runSample('birthday-gift-by-sms', 'Every morning', 'Birthday gift');
		expect((await give()).outputs).toMatchObject([[], [], [{ reasonCode: 'birthday-too-new' }]]);
		ledger.change('update contacts set birthday_given_at = ?', Date.now() - 40 * DAY_MS);
		const { outputs } = await give();
		expect(outputs[0]).toMatchObject([{ firstName: 'Berta', code: codeOf(celebrating), status: 'queued' }]);
		expect(texts(celebrating)).toEqual([expect.stringMatching(/^Acme Store: .*15\s?%.*BDAY-/s)]);
		expect(texts(silent)).toEqual([]);
		expect((await give()).outputs).toMatchObject([[], [], [{ reasonCode: 'duplicate' }]]);
	});

	test('win-back-after-90-days gives who has stayed away a code, once', async () => {
		const [lost, faithful, silent] = [swede(32), swede(33), swede(34)];
		const orders = [lost, faithful, silent].map((phone, index) => shopifyOrder(70 + index, { phone, country: 'SE' }));
		await run({ type: 'orderStatusSms', parameters: { stages: [] } }, orders);
		await consent(lost, faithful);
		ledger.change('update orders set created_at = ? where phone in (?, ?)', Date.now() - 100 * DAY_MS, lost, silent);
		const before = texts(lost).length;
		const win = async () => await runSample('win-back-after-90-days', 'Every day', 'Win back');
		expect((await win()).outputs).toMatchObject([
			[{ firstName: 'Maria', code: expect.stringMatching(/^BACK-/) as string }],
			[],
			[],
		]);
		expect(texts(lost)).toHaveLength(before + 1);
		expect((await win()).outputs).toMatchObject([[], [], [{ reasonCode: 'duplicate' }]]);
		expect(texts(lost)).toHaveLength(before + 1);
	});

	test('weekend-sale-announcement previews, and plans once it is set to send', async () => {
		const phones = [swede(36), swede(37)];
		await save(...phones.map((phone) => ({ phone, first_name: 'Ann', tags: 'weekend' })));
		await consent(phones[0] as string);
		const manual = 'When clicking ‘Execute workflow’';
		const preview = await runSample('weekend-sale-announcement', manual, 'Weekend sale');
		expect(preview.outputs[3]).toMatchObject([
			{ people: 1, wait: 1, waitBy: { 'chosen-time': 1 }, warnings: [expect.stringMatching(/Outbox/) as string] },
		]);
		const { name, nodes, connections, settings } = workflows['weekend-sale-announcement'];
		const sending = nodes.map((node) => ({
			...node,
			parameters: { ...node.parameters, operation: 'sendAnnouncement' },
		}));
		await shop.save({ name, nodes: sending, connections, ...(settings && { settings }) });
		const sent = await runSample('weekend-sale-announcement', manual, 'Weekend sale');
		expect(sent.outputs[0]).toMatchObject([
			{ campaign: expect.stringMatching(/^Weekend sale until \d{4}-/) as string, people: 1, scheduled: 1, sent: 0 },
		]);
		expect(texts(phones[0] as string)).toEqual([]);
	});
});

describe('in the editor', () => {
	test.each(NAMES.slice(0, 4))('%s opens without a console error', async (name) => {
		await editor.openWorkflow(workflows[name].id);
		await screenshot(editor.page, name);
		expect(editor.consoleErrors).toEqual([]);
	});
});
