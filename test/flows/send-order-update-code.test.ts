import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMPTY_EVENT, type OrderEvent } from '../../lib/domain/order-event';
import { TEXTED_STAGES } from '../../lib/domain/stages';
import { giveCode, openSeries } from '../../lib/flows/give-code';
import { type OrderUpdateSettings, previewOrderUpdate } from '../../lib/flows/send-order-update';
import { type Ledger } from '../../lib/ledger/ledger';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { MARIA, rules } from './codes-shop';

const NOW = new Date('2026-11-22T10:00:00Z');

let folder: string;
let ledger: Ledger;
let code: string;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'flow-'));
	ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'), NOW);
	const deps = {
		ledger,
		shop: 'default',
		now: () => NOW,
		newId: () => 'id',
		randomFill: (buffer: Uint8Array) => void randomFillSync(buffer),
	};
	const given = await giveCode(await openSeries(rules(), deps), { key: '1', phone: MARIA }, deps);
	if (given.problem) throw new Error(given.problem);
	({ code } = given.code);
});
afterEach(async () => {
	await ledger.close();
	rmSync(folder, { recursive: true });
});

const event: OrderEvent = {
	...EMPTY_EVENT,
	source: 'shopify',
	fromShop: true,
	stage: 'delivered',
	stageEvidence: 'a test',
	orderNumber: '#1001',
	phones: [{ raw: MARIA, path: 'phone' }],
	country: 'US',
	language: 'en',
};

const preview = (more: Partial<OrderUpdateSettings> = {}, ofOrder: Partial<OrderEvent> = {}) =>
	previewOrderUpdate(
		{ ...event, ...ofOrder },
		{
			profile: { key: 'default', timeZone: 'Etc/UTC', optOutScope: 'everything' },
			ownTexts: [
				{
					stage: 'delivered',
					language: 'en',
					text: 'It is there.[ {code_value} off with {code} until {code_expiry}.]',
				},
			],
			stagesToText: TEXTED_STAGES,
			smartEncoding: true,
			maxSegments: 3,
			whenUnknown: 'hold',
			whenDead: 'skip',
			promoCode: code,
			sender: '+14155550100',
			now: NOW,
			...more,
		},
		ledger,
	);

const consent = () =>
	ledger.recordConsents(
		'default',
		[
			{
				phone: MARIA,
				purpose: 'marketing',
				action: 'record',
				source: 'checkout',
				actor: 'customer',
				givenAt: NOW,
				evidence: {},
			},
		],
		NOW,
	);

test('a code of ours brings its value and its end along', async () => {
	await consent();
	expect((await preview()).composed?.text).toBe(`It is there. 10% off with ${code} until December 22.`);
});

test('without consent to offers the text with the code is skipped; the one without it is sent', async () => {
	expect((await preview()).decision).toMatchObject({
		rule: 'no-consent',
		reason: expect.stringContaining('Nobody has asked them'),
	});
	expect((await preview({ promoCode: undefined })).composed?.text).toBe('It is there.');
});

test('a text that has no place for the code needs no consent', async () => {
	expect((await preview({ ownTexts: [] })).decision).toMatchObject({ action: 'send' });
	expect((await preview({}, { language: 'pl' })).decision).toMatchObject({ action: 'send' }); // the own text is English
});

test('a STOP ends it', async () => {
	await consent();
	await ledger.optOut(
		'default',
		[{ phone: MARIA, source: 'operator', actor: 'operator', givenAt: NOW, evidence: {} }],
		NOW,
	);
	const profile = { key: 'default', timeZone: 'Etc/UTC', optOutScope: 'marketing' } as const;
	expect((await preview({ profile })).decision).toMatchObject({ rule: 'no-consent' });
	expect((await preview()).decision).toMatchObject({ rule: 'opted-out' });
});

test('the operator sees it on the own phone', async () => {
	expect(await preview({ testRedirect: '+48600100200' })).toMatchObject({
		decision: { action: 'send' },
		composed: { text: expect.stringContaining(code) },
	});
});

test('a code that the ledger does not know stands as it is; a void one is an error', async () => {
	await consent();
	const text = 'Next time: {code}';
	expect((await preview({ promoCode: 'SHOP10', ownTexts: [{ stage: 'delivered', text }] })).composed?.text).toBe(
		'Next time: SHOP10',
	);
	await ledger.voidCodes('default', { code }, NOW);
	await expect(preview()).rejects.toMatchObject({ code: 'bad-setting', message: expect.stringContaining('voided') });
});
