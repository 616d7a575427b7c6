import { type INodeParameters } from 'n8n-workflow';
import { readCsv } from '../../lib/domain/csv';
import { claim, refs, sighting } from '../ledger/sightings';
import { jsonOf, OTHER_PHONE, PHONE, useContacts } from '../support/contacts';

const contacts = useContacts();

const asFile = (text: string | Buffer, encoding: BufferEncoding = 'utf8') => ({
	data: { data: Buffer.from(text as string, encoding).toString('base64'), mimeType: 'text/csv', fileName: 'list.csv' },
});

describe('Import', () => {
	test('answers every row: saved, merged, refused and why', async () => {
		await contacts.operate('save', { phone: OTHER_PHONE, name: 'Jan' });
		const csvText = [
			'Phone;Name;Tags;Size',
			'600 100 200;Maria;vip;M',
			'+48600100300;;;',
			'call me;Eva;;',
			'',
			'0048600100200;Maria;b2b;M',
			'1;2;3;4;5',
		].join('\n');
		const run = await contacts.operate(
			'import',
			{},
			{
				importFrom: 'text',
				csvText,
				options: { defaultCountry: 'PL', tags: 'spring', keepOtherColumns: true },
			},
		);
		expect(jsonOf(run, 0)).toMatchObject([
			{
				row: 2,
				outcome: 'saved',
				phoneFull: PHONE,
				tags: ['b2b', 'spring', 'vip'],
				fields: { Size: 'M' },
				source: 'import',
			},
		]);
		expect(jsonOf(run, 1)).toMatchObject([
			{ row: 3, outcome: 'merged', sameAsRow: null, name: 'Jan', changed: ['tags'] },
			{ row: 6, outcome: 'merged', sameAsRow: 2 },
		]);
		expect(jsonOf(run, 2)).toMatchObject([
			{ row: 4, reasonCode: 'invalid-phone' },
			{ row: 7, reasonCode: 'bad-row' },
		]);
		expect(run.hints).toEqual([
			'1 people were saved, 2 rows merged into people known, 2 rows refused. Nobody has given consent by this.',
		]);
	});

	test('takes items as rows', async () => {
		const run = await contacts.run({
			parameters: { operation: 'import' },
			items: [{ phone: PHONE }, { phone: '' }, { phone: OTHER_PHONE }],
		});
		expect(run.outputs.map((items) => items.map(({ json, pairedItem }) => [json.row, pairedItem]))).toEqual([
			[
				[1, { item: 0 }],
				[3, { item: 2 }],
			],
			[],
			[[2, { item: 1 }]],
		]);
	});

	test('reads a CSV file in UTF-8', async () => {
		const run = await contacts.run({
			parameters: { operation: 'import', importFrom: 'file' },
			items: [{}],
			binary: [asFile(`\ufeffTelefon,Imię\r\n${PHONE},Łucja\r\n`)],
		});
		expect(run.error).toBeUndefined();
		expect(jsonOf(run)).toMatchObject([{ row: 2, phoneFull: PHONE, firstName: 'Łucja' }]);
	});

	test.each<[string, INodeParameters, RegExp, Parameters<typeof contacts.run>[0]['binary']]>([
		['a file in another encoding', { importFrom: 'file' }, /not in UTF-8/, [asFile('phone,imi\xea\n', 'latin1')]],
		['no column for the phone', { importFrom: 'text', csvText: 'a,b\n1,2' }, /"a", "b"/, []],
		['no text', { importFrom: 'text', csvText: '={{ "" }}' }, /nothing/, []],
		['no file', { importFrom: 'file' }, /data/, []],
	])('%s is an error with a way out', async (_what, parameters, message, binary) => {
		const run = await contacts.run({ parameters: { operation: 'import', ...parameters }, items: [{}], binary });
		expect(run.error?.message).toMatch(message);
	});

	test('where it is to go on, what cannot be read is refused', async () => {
		const run = await contacts.run({
			parameters: { operation: 'import', importFrom: 'text', csvText: '={{ $json.text }}' },
			items: [{ text: 'a,b\n1,2' }, { text: `phone\n${PHONE}` }],
			onError: 'continueRegularOutput',
		});
		expect(run.outputs.map((items) => items.length)).toEqual([1, 0, 1]);
	});

	test('more rows than one transaction takes', async () => {
		const phones = Array.from({ length: 1203 }, (_, index) => `+4860020${String(index).padStart(4, '0')}`);
		const parameters = { importFrom: 'text', csvText: ['phone', ...phones].join('\n') };
		const run = await contacts.operate('import', {}, parameters);
		expect(jsonOf(run).map(({ phoneFull }) => phoneFull)).toEqual(phones);
		const found = await contacts.operate('search', {}, { returnAll: true });
		expect(jsonOf(found)).toHaveLength(1203);
		expect(jsonOf(await contacts.operate('search', {}))).toHaveLength(50);
	});
});

describe('Search', () => {
	const names = async (conditions: INodeParameters) =>
		jsonOf(await contacts.operate('search', {}, { conditions }))
			.map(({ name }) => String(name))
			.sort();

	beforeEach(async () => {
		const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date());
		const maria = { phone: PHONE, name: 'Maria', language: 'pl', tags: 'vip, b2b', birthday: today.slice(5) };
		await contacts.run({ items: [maria, { phone: OTHER_PHONE, name: 'Jan', country: 'CZ', tags: 'vip' }] });
		const details = { phone: PHONE, total: '120.00', currency: 'EUR' };
		await contacts.withLedger((ledger) =>
			claim(ledger, sighting({ details, refs: refs('1'), now: new Date() }), { to: PHONE }),
		);
	});

	test.each<[INodeParameters, string[]]>([
		[{}, ['Jan', 'Maria']],
		[{ tags: 'vip' }, ['Jan', 'Maria']],
		[{ tags: 'vip', withoutTags: 'b2b' }, ['Jan']],
		[{ countries: 'Poland, de' }, ['Maria']],
		[{ languages: 'Polish' }, ['Maria']],
		[{ orderedWithinDays: 30 }, ['Maria']],
		[{ noOrderForDays: 30 }, []],
		[{ spentAtLeast: 100, currency: 'eur' }, ['Maria']],
		[{ spentAtMost: 100 }, ['Jan']],
		[{ textedWithinDays: 1 }, ['Maria']],
		[{ notTextedForDays: 1 }, ['Jan']],
		[{ consentStatus: 'none' }, ['Jan', 'Maria']],
		[{ consentPurpose: 'survey' }, []],
		[{ birthdayToday: false }, ['Jan', 'Maria']],
	])('%j', async (conditions, wanted) => {
		expect(await names(conditions)).toEqual(wanted);
	});

	test('for birthdays goes by the shop’s zone', async () => {
		const run = await contacts.run({
			parameters: { operation: 'search', conditions: { birthdayToday: true } },
			items: [{}],
			credentials: { commerceSmsShopApi: { timeZone: 'America/New_York' } },
		});
		expect(jsonOf(run)).toMatchObject([{ name: 'Maria' }]);
	});

	test.each<[INodeParameters, RegExp]>([
		[{ countries: 'Mars' }, /Countries is "Mars"/],
		[{ languages: 'Martian tongue' }, /Languages/],
		[{ orderedWithinDays: '={{ "many" }}' }, /orderedWithinDays is "many"/],
		[{ consentStatus: '={{ "sure" }}' }, /Consent Is/],
	])('for %j is an error, not a list of everybody', async (conditions, message) => {
		const { error } = await contacts.run({ parameters: { operation: 'search', conditions }, items: [{}] });
		expect(error?.message).toMatch(message);
	});
});

describe('Export', () => {
	test('gives a CSV that can be imported again, and no formulas', async () => {
		const item = {
			phone: PHONE,
			name: '=HYPERLINK("https://evil.example")',
			tags: 'b, a',
			birthday: '12-31',
			size: 'M',
		};
		await contacts.operate('save', item, { options: { keepOtherColumns: true } });
		const run = await contacts.operate('export', {});
		expect(jsonOf(run)).toEqual([{ people: 1, fileName: 'contacts.csv' }]);
		const file = run.outputs[0]?.[0]?.binary?.data;
		expect(file).toMatchObject({ fileName: 'contacts.csv', mimeType: 'text/csv' });
		const text = Buffer.from(file?.data ?? '', 'base64').toString('utf8');
		expect(text).toMatch(/^\ufeffphone,name,/);
		expect(readCsv(text).rows[0]?.values).toMatchObject({
			phone: PHONE,
			name: `'=HYPERLINK("https://evil.example")`,
			tags: 'a; b',
			birthday: '12-31',
			'opted out': 'no',
			orders: '0',
			size: 'M',
		});
		const again = await contacts.operate('import', {}, { importFrom: 'text', csvText: text });
		expect(again.outputs.map((items) => items.length)).toEqual([0, 1, 0]);
	});

	test('gives items, of those who meet the conditions', async () => {
		await contacts.run({ items: [{ phone: PHONE, tags: 'vip' }, { phone: OTHER_PHONE }] });
		const run = await contacts.operate('export', {}, { exportAs: 'items', conditions: { tags: 'vip' } });
		expect(jsonOf(run)).toMatchObject([{ phoneFull: PHONE, orders: 0 }]);
	});

	test('names the file and its field as told', async () => {
		const run = await contacts.operate('export', {}, { fileName: 'vip.csv', outputField: 'list' });
		expect(run.outputs[0]?.[0]?.binary?.list).toMatchObject({ fileName: 'vip.csv' });
	});
});
