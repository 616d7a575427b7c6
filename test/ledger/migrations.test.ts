import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from '../../lib/ledger/migrations';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { define, give, move } from './codes-fixtures';
import { factsAbout, gateFacts, PHONE, report } from './inbound-fixtures';
import { campaign, lease, leaseStuck, plan } from './outbox-fixtures';
import { claim, later, NOW, sighting } from './sightings';

let folder: string;
let path: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'migrations-'));
	path = join(folder, 'ledger.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A ledger as a version made it that knew only the first migrations. */
function fileOfVersion(version: number): DatabaseSync {
	const database = new DatabaseSync(path);
	database.exec('create table migrations (number integer primary key, applied_at bigint not null)');
	for (const [index, statements] of MIGRATIONS.slice(0, version).entries()) {
		for (const statement of statements) database.exec(typeof statement === 'string' ? statement : statement.sqlite);
		database.prepare('insert into migrations values (?, ?)').run(index + 1, NOW.getTime());
	}
	return database;
}

const insert = (database: DatabaseSync, table: string, row: Record<string, string | number | null>) =>
	database
		.prepare(`insert into ${table} (${Object.keys(row).join()}) values (${Object.keys(row).fill('?').join()})`)
		.run(...Object.values(row));

const AT = NOW.getTime();
const ORDER = { id: 'o1', shop: 'default', source: 'shopify', number: '#1001', phone: PHONE, language: 'pl' };
const TEXT = {
	id: 's1',
	shop: 'default',
	dedupe_key: 'o1//confirmed',
	order_id: 'o1',
	parcel: '',
	stage: 'confirmed',
	purpose: 'transactional',
	phone: PHONE,
	text: 'Potwierdzone',
	language: 'pl',
	encoding: 'GSM-7',
	segments: 1,
	carrier: 'twilio',
	sender: '+14155550100',
	status: 'accepted',
	carrier_message_id: 'SM1',
	tries: 1,
	claimed_at: AT,
	settled_at: AT,
};

test('a ledger of orders and sends alone keeps what it has, and takes replies and reports on it', async () => {
	const database = fileOfVersion(1);
	insert(database, 'orders', { ...ORDER, created_at: AT, updated_at: AT });
	insert(database, 'order_refs', { shop: 'default', kind: 'number', value: '1001', source: 'shopify', order_id: 'o1' });
	insert(database, 'parcels', { order_id: 'o1', parcel: '1Z1', tracking_number: '1Z1', eta: '2026-12-01' });
	insert(database, 'order_stages', { order_id: 'o1', parcel: '', stage: 'confirmed', seen_at: AT });
	insert(database, 'sends', TEXT);
	insert(database, 'opt_outs', { shop: '', phone: '+14155550199', origin: 'carrier', at: AT });
	database.close();

	const ledger = await openSqliteLedger(path, later(1));
	expect(await ledger.findOrders('default', '1001')).toMatchObject([
		{
			details: { number: '#1001', phone: PHONE, language: 'pl' },
			parcels: [{ parcel: '1Z1', eta: '2026-12-01' }],
			stages: [{ stage: 'confirmed' }],
			texts: [{ text: 'Potwierdzone', status: 'accepted', carrierMessageId: 'SM1', delivery: undefined }],
		},
	]);
	expect((await claim(ledger, sighting())).facts.earlier).toEqual({ status: 'accepted', at: NOW });
	expect((await gateFacts(ledger, '1002', '+14155550199')).optOut).toEqual({ origin: 'carrier', at: NOW });
	expect(await factsAbout(ledger)).toMatchObject({ language: 'pl', answered: [], orders: [{ id: 'o1' }] });
	expect((await report(ledger)).text).toMatchObject({ sendId: 's1', answer: undefined });
	await ledger.close();

	const reopened = await openSqliteLedger(path, later(2));
	expect((await reopened.findOrders('default', '1001'))[0]?.texts[0]?.delivery?.status).toBe('delivered');
	await reopened.close();
});

test('a ledger without codes keeps its people and their orders, and takes codes and points for them', async () => {
	const database = fileOfVersion(3);
	insert(database, 'orders', { ...ORDER, created_at: AT, updated_at: AT });
	insert(database, 'order_refs', { shop: 'default', kind: 'number', value: '1001', source: 'shopify', order_id: 'o1' });
	insert(database, 'sends', TEXT);
	insert(database, 'contacts', { id: 'p1', shop: 'default', name: 'Maria', birthday: '1990-05-17', birthday_given_at: AT, source: 'save', created_at: AT, updated_at: AT });
	insert(database, 'contact_phones', { shop: 'default', phone: PHONE, contact_id: 'p1', since: AT });
	insert(database, 'consents', {
		shop: 'default',
		phone: PHONE,
		purpose: 'marketing',
		status: 'confirmed',
		since: AT,
		source: 'checkout',
		reminders: 0,
		confirmed_at: AT,
		event_number: 1,
	});
	database.close();

	const ledger = await openSqliteLedger(path, later(1));
	expect(await ledger.findPeople('default', { phone: PHONE }, later(1))).toMatchObject([
		{ id: 'p1', name: 'Maria', birthday: '1990-05-17', orders: 1, consents: [{ purpose: 'marketing', status: 'confirmed' }] },
	]);
	expect((await claim(ledger, sighting())).facts.earlier).toEqual({ status: 'accepted', at: NOW });
	expect(await give(ledger, await define(ledger), { phone: PHONE, candidates: ['A2'] })).toMatchObject({ code: 'A2' });
	expect(await ledger.awardPoints(move(5, '1001', { phone: PHONE }))).toMatchObject({ isNew: true });
	expect(await ledger.claimBirthday('default', 'p1', 2026, NOW)).toBe(true);
	expect((await ledger.redeemFacts('default', 'A2', PHONE, '1002')).otherOrders).toBe(1);
	await ledger.close();
});

test('a ledger without an outbox keeps its texts, and takes texts that wait beside them', async () => {
	const database = fileOfVersion(4);
	insert(database, 'orders', { ...ORDER, created_at: AT, updated_at: AT });
	insert(database, 'order_refs', { shop: 'default', kind: 'number', value: '1001', source: 'shopify', order_id: 'o1' });
	insert(database, 'sends', TEXT);
	insert(database, 'sends', { ...TEXT, id: 's2', dedupe_key: 'o1//shipped', stage: 'shipped', status: 'unknown', carrier_message_id: null });
	database.close();

	const ledger = await openSqliteLedger(path, later(1));
	expect((await claim(ledger, sighting())).facts.earlier).toEqual({ status: 'accepted', at: NOW });
	const sale = await campaign(ledger);
	const { sendId } = await plan(ledger, sale);
	expect((await lease(ledger)).ids).toEqual([sendId]);
	expect((await leaseStuck(ledger, later(20))).texts).toMatchObject([{ sendId: 's2', status: 'unknown', otherIds: ['SM1'], message: undefined }]);
	await ledger.close();
});

test.each(MIGRATIONS.map((_statements, version) => version))(
	'a file of version %i gets the tables that a new file has',
	async (version) => {
		const shape = () => {
			const database = new DatabaseSync(path);
			const rows = database.prepare(`select m.name, c.name as column, c.type, c."notnull", c.pk
				from sqlite_master m left join pragma_table_info(m.name) c order by m.name, c.name`);
			const result = rows.all();
			database.close();
			return result;
		};
		fileOfVersion(version).close();
		await (await openSqliteLedger(path, NOW)).close();
		const migrated = shape();
		rmSync(path);
		await (await openSqliteLedger(path, NOW)).close();
		expect(migrated).toEqual(shape());
	},
);

test('a migration that fails halfway leaves the file as it was', async () => {
	const database = fileOfVersion(1);
	database.exec('create table replies (another text)'); // stands in the way of the second
	database.close();
	await expect(openSqliteLedger(path, NOW)).rejects.toThrow('replies');
	const again = new DatabaseSync(path);
	expect(again.prepare('select max(number) as applied from migrations').get()).toEqual({ applied: 1 });
	expect(again.prepare(`select name from pragma_table_info('sends') where name = 'answer'`).all()).toEqual([]);
	again.close();
});
