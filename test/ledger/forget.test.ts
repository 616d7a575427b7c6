// What is left of somebody in the file itself, whichever tables it has.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Ledger } from '../../lib/ledger/ledger';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { give, move, pool, redeem } from './codes-fixtures';
import { hear, sentText } from './inbound-fixtures';
import { campaign, claimText, lease, plan, plannedSkip } from './outbox-fixtures';
import { JAN, MARIA, MARIAS_NEW, save, saved } from './people-fixtures';
import { claim, later, newId, NOW, refs, sighting } from './sightings';

let folder: string;
let ledger: Ledger;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'ledger-'));
	ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'), NOW);
});
afterEach(async () => {
	await ledger.close();
	rmSync(folder, { recursive: true });
});

/** The tables that have one of the words in a row. */
function tablesWith(...words: readonly string[]): string[] {
	const database = new DatabaseSync(join(folder, 'ledger.sqlite'), { readOnly: true });
	try {
		const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as Array<{
			name: string;
		}>;
		return tables
			.filter(({ name }) => {
				const rows = JSON.stringify(database.prepare(`select * from "${name}"`).all());
				return words.some((word) => rows.includes(word));
			})
			.map(({ name }) => name)
			.sort();
	} finally {
		database.close();
	}
}

/** Those of the words that are in the bytes of the file or of its log, in a row or in what rows have left behind. */
const bytesWith = (...words: readonly string[]): string[] =>
	words.filter((word) => readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(word)));

test('nothing that names somebody is left in any table, and others are untouched', async () => {
	const details = {
		number: '1001',
		phone: MARIA,
		firstName: 'Marianna',
		orderUrl: 'https://acme.example/marianna',
		items: '[{"name":"Marianna cake"}]',
	};
	const parcelDetails = { trackingNumber: '1Z1', trackingUrl: 'https://track.example/marianna' };
	const order = { details, parcelDetails, parcel: '1Z1', person: { newId: newId(), customerId: 'c-7' } };
	await claim(ledger, sighting({ ...order, refs: refs('1001', '1Z1') }), { to: MARIA, text: 'Dear Marianna' });
	await save(ledger, {
		customerId: 'c-7',
		phone: MARIAS_NEW,
		replacesPhone: true,
		name: 'Marianna Nowak',
		birthday: '1990-05-17',
		tags: ['friends of Marianna'],
		fields: { dog: 'of Marianna' },
	});
	await hear(ledger, { phone: MARIA, text: 'It is Marianna' }, { optOut: { byCarrier: true } });
	await hear(ledger, { phone: MARIA, text: 'no Marianna', part: { group: 'g', number: 1, total: 2 } });
	await hear(ledger, { phone: MARIA, text: ' any more', part: { group: 'g', number: 2, total: 2 } });
	const sendId = await sentText(ledger, '1002', null, { details: { phone: MARIA } });
	const dead = { status: 'failed', errorCode: 'bad-message', reason: 'landline', message: 'of Marianna' } as const;
	await ledger.settleSend(sendId, dead, NOW);
	await save(ledger, { phone: JAN, name: 'Jan', tags: ['vip'] });
	await sentText(ledger, '2001', 'SM2', { details: { phone: JAN, firstName: 'Jan' } });
	const ofMarianna = [MARIA, MARIAS_NEW, 'Marianna', 'marianna', 'c-7', '1990-05-17'];
	const before = tablesWith(...ofMarianna);
	expect(before).toEqual(
		expect.arrayContaining([
			'contacts',
			'contact_phones',
			'contact_tags',
			'orders',
			'parcels',
			'sends',
			'replies',
			'reply_parts',
			'opt_outs',
			'dead_numbers',
		]),
	);

	await ledger.forgetPerson('default', { customerId: 'c-7' }, later(1));

	expect(tablesWith(...ofMarianna)).toEqual([]);
	expect(bytesWith(...ofMarianna)).toEqual([]);
	expect(tablesWith(JAN)).toEqual(['contact_phones', 'orders', 'sends']);
});

test('codes and what was redeemed stay, as nobody’s; points and gifts go', async () => {
	const person = await saved(ledger, { phone: MARIA });
	const series = await pool(ledger, ['A2', 'A3']);
	for (const phone of [MARIA, JAN]) {
		await give(ledger, series, { key: `welcome ${phone}`, phone });
		await ledger.awardPoints(move(50, `order of ${phone}`, { phone, reason: `for ${phone}` }));
		await ledger.spendPoints(move(20, `request of ${phone}`, { phone }), undefined);
	}
	await redeem(ledger, 'A2', '#1001', { phone: MARIA });
	await redeem(ledger, 'A3', '#1002', { phone: JAN });
	await ledger.claimBirthday('default', person.id, 2026, NOW);
	const withCodes = ['code_redemptions', 'codes', 'point_entries'];
	expect(tablesWith(MARIA)).toEqual(['code_redemptions', 'codes', 'contact_phones', 'point_entries']);
	expect(tablesWith(person.id)).toContain('birthday_gifts');

	expect(await ledger.forgetPerson('default', { phone: MARIA }, later(1))).toMatchObject({ wasKnown: true });

	expect(tablesWith(MARIA, person.id)).toEqual([]);
	expect(bytesWith(MARIA, person.id)).toEqual([]);
	expect(tablesWith(JAN)).toEqual(withCodes);
	expect(await ledger.findCode('default', 'A2')).toMatchObject({ phone: undefined, givenAt: NOW, uses: 1 });
	expect(await redeem(ledger, 'A2', '1001')).toMatchObject({ isNew: false, redemption: { phone: undefined } });
	expect(await give(ledger, series, { key: `welcome ${MARIA}`, phone: MARIA })).toMatchObject({ code: 'A2', phone: undefined });
	expect(await ledger.pointsBalance('default', MARIA, NOW)).toEqual({ balance: 0 });
	expect(await ledger.pointsBalance('default', JAN, NOW)).toEqual({ balance: 30 });
});

test('texts that wait are taken out, and nothing of the outbox names anybody', async () => {
	const sale = await campaign(ledger);
	const message = { purpose: 'marketing', recipient: { phone: MARIA } } as const;
	const reason = `It is night for ${MARIA}`;
	await plan(ledger, sale, { to: MARIA, key: `birthday of ${MARIA}`, text: `Dear owner of ${MARIA}`, message, reason });
	await plan(ledger, sale, { to: JAN });
	await plan(ledger, await campaign(ledger, 'Second'), { to: MARIA, message });
	const { leaseId, texts } = await lease(ledger, { campaignId: sale.id });
	await ledger.noteSkips(await campaign(ledger, 'Third'), [plannedSkip({ key: MARIA, phone: MARIA, reason })], NOW);
	await ledger.unsubscribeTokens('default', [{ phone: MARIA, newToken: 'abcdefgh' }], NOW);
	expect(tablesWith(MARIA)).toEqual(['sends', 'unsubscribe_tokens']);

	expect(await ledger.forgetPerson('default', { phone: MARIA }, later(1))).toMatchObject({ texts: 3, wasKnown: true });

	for (const { sendId, to } of texts)
		expect((await claimText(ledger, sendId, leaseId)).decision).toEqual(to === MARIA ? 'lost' : { action: 'send' });
	expect((await lease(ledger, { now: later(9) })).ids).toEqual([]);
	expect(await ledger.campaignTexts(sale.id, undefined, 9)).toContainEqual(expect.objectContaining({ status: 'cancelled', phone: '', text: '' }));
	expect(tablesWith(MARIA, 'abcdefgh')).toEqual([]);
	expect(bytesWith(MARIA, 'abcdefgh')).toEqual([]);
	expect(tablesWith(JAN)).toEqual(['sends']);
});

test('who has but a code or points is known', async () => {
	await give(ledger, await pool(ledger, ['A2']));
	expect((await ledger.forgetPerson('default', { phone: MARIA }, later(1))).wasKnown).toBe(true);
	expect((await ledger.forgetPerson('default', { phone: MARIA }, later(2))).wasKnown).toBe(false);
});

test('events of consent stay, and say no more whose they are', async () => {
	const database = new DatabaseSync(join(folder, 'ledger.sqlite'));
	const consent = (phone: string) =>
		({
			phone,
			purpose: 'marketing',
			action: 'record',
			source: 'checkout',
			actor: 'customer',
			givenAt: NOW,
			evidence: { formUrl: `https://acme.example/checkout-of-${phone}` },
		}) as const;
	await ledger.recordConsents('default', [consent(MARIA), consent(JAN)], NOW);
	expect(await ledger.forgetPerson('default', { phone: MARIA }, later(1))).toMatchObject({
		consentEvents: 1,
		wasKnown: true,
	});
	expect(tablesWith(MARIA)).toEqual([]);
	const events = database.prepare('select phone, evidence from consent_events order by phone').all();
	expect(events).toMatchObject([{ phone: null, evidence: null }, { phone: JAN }]);
	database.close();
});
