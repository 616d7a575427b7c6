import { readCsv } from '../../lib/domain/csv';
import { jsonOf, OTHER_PHONE, PHONE, usePromoCodes } from '../support/promo-codes';
import { type NodeRun } from '../support/n8n';

const codes = usePromoCodes();

const fileOf = ({ outputs }: NodeRun, field: string): string =>
	Buffer.from(outputs[0]?.[0]?.binary?.[field]?.data ?? '', 'base64').toString('utf8');

describe('Add Codes from CSV', () => {
	const pool = (csvText: string, more = {}) =>
		codes.operate('addCodes', [{}], { series: 'partner', addFrom: 'text', csvText, validity: 'period', ...more });

	test('makes a pool, of which each row is answered', async () => {
		const run = await pool('Code;Note\nAAA-1;x\naaa 1;\n;y\nBBB-2;');
		expect(jsonOf(run)).toMatchObject([{ series: 'partner', rows: 4, added: 2, alreadyThere: 0, total: 2, left: 2 }]);
		expect(jsonOf(run, 1)).toMatchObject([
			{ row: 3, reason: 'The list has this code twice.' },
			{ row: 4, reason: 'There is no code in this row.' },
		]);
		expect(jsonOf(await pool('code\nBBB2\nCCC3'))).toMatchObject([{ added: 1, alreadyThere: 1, total: 3 }]);
	});

	test('Generate hands it out, whatever its own rules, until none is left; Low Stock tells', async () => {
		await pool('code\nAAA-1\nBBB-2');
		const low = () => codes.operate('lowStock', [{}], { series: 'partner', threshold: 1 });
		expect(jsonOf(await low(), 1)).toMatchObject([{ left: 2, given: 0 }]);
		const run = await codes.operate('generate', [{ phone: PHONE }, { phone: OTHER_PHONE }, { key: 'third' }], {
			series: 'partner',
			percent: 50,
			key: '={{ $json.key }}',
		});
		expect(
			jsonOf(run)
				.map(({ code }) => code)
				.sort(),
		).toEqual(['AAA-1', 'BBB-2']);
		expect(jsonOf(run)[0]).toMatchObject({ value: '10%', guessesPerHit: null });
		expect(jsonOf(run, 1)).toMatchObject([{ reasonCode: 'none-left' }]);
		expect(jsonOf(await low(), 0)).toMatchObject([{ series: 'partner', left: 0, given: 2, threshold: 1 }]);
	});

	test.each([
		['a\n', 'a,b\n1,2', /No column of the CSV is called "code"; its first line has "a", "b"/],
		['nothing', '={{ "" }}', /nothing/],
	])('no column for the codes (%s)', async (_what, csvText, message) => {
		const { error } = await codes.tryTo('addCodes', [{}], { series: 'partner', addFrom: 'text', csvText });
		expect(error?.message).toMatch(message);
	});

	test('a file, and items', async () => {
		const binary = [{ data: { data: Buffer.from('Voucher\r\nX1Y2\r\n').toString('base64'), mimeType: 'text/csv' } }];
		expect(
			jsonOf(await codes.operate('addCodes', [{}], { series: 'partner', codeColumn: 'voucher' }, { binary })),
		).toMatchObject([{ added: 1 }]);
		expect(
			jsonOf(await codes.operate('addCodes', [{ code: 'Q1' }, { code: 'Q2' }], { series: 'items', addFrom: 'items' })),
		).toMatchObject([{ series: 'items', added: 2 }]);
	});
});

test('Low Stock: a series that is made one by one does not run out; an unknown one is an error', async () => {
	await codes.operate('generate', [{ phone: PHONE }]);
	expect(jsonOf(await codes.operate('lowStock', [{}], { series: 'personal' }), 1)).toMatchObject([{ left: null }]);
	expect((await codes.tryTo('lowStock', [{}], { series: 'nope' })).error?.message).toContain('no series "nope"');
});

describe('Export', () => {
	test('a CSV with everything, one for a printer, and items by filters', async () => {
		await codes.operate('generate', [{}], {
			whatToMake: 'series',
			series: 'spring',
			wanted: 20,
			appearance: { prefix: 'S-' },
		});
		await codes.operate('generate', [{ phone: PHONE }], { series: '=spring-one' });
		const all = await codes.operate('export', [{}], { series: 'spring' });
		expect(jsonOf(all)).toEqual([{ codes: 20, fileName: 'codes-spring.csv' }]);
		const { headers, rows } = readCsv(fileOf(all, 'data'));
		expect(headers).toEqual([
			'code',
			'series',
			'status',
			'reward',
			'valid from',
			'valid until',
			'minimum order',
			'uses',
			'most uses',
			'phone',
			'given at',
			'published to',
			'made at',
		]);
		expect(rows[0]?.values).toMatchObject({
			code: expect.stringMatching(/^S-/),
			series: 'spring',
			reward: '10%',
			status: 'active',
		});
		const printer = await codes.operate('export', [{}], { series: 'spring', exportAs: 'printer' });
		expect(readCsv(fileOf(printer, 'data'))).toMatchObject({ headers: ['code'], rows: { length: 20 } });
		const given = await codes.operate('export', [{}], { exportAs: 'items', filters: { given: 'yes' } });
		expect(jsonOf(given)).toMatchObject([{ series: 'spring-one', phoneFull: PHONE, status: 'active' }]);
	});

	test('a filter that is none lists nothing', async () => {
		expect((await codes.tryTo('export', [{}], { filters: { given: '={{ "perhaps" }}' } })).error?.message).toContain(
			'Given is "perhaps"',
		);
	});
});

describe('Stats', () => {
	test('items, and a page whose names do nothing', async () => {
		const name = '<img src=x onerror=alert(1)>';
		const [json] = jsonOf(await codes.operate('generate', [{ phone: PHONE }], { series: name }));
		await codes.operate('redeem', [{ code: json?.code, phone: PHONE, orderNumber: '1', total: '80', currency: 'EUR' }]);
		const run = await codes.operate('stats', [{}]);
		expect(jsonOf(run)).toMatchObject([
			{
				series: name,
				made: 1,
				given: 1,
				redeemed: 1,
				redemptions: 1,
				redemptionRate: 1,
				revenue: [{ currency: 'EUR', total: 80, discounts: 8 }],
			},
		]);
		const page = fileOf(await codes.operate('stats', [{}], { output: 'page' }), 'stats');
		expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
		expect(page).not.toContain('<img');
		expect(page).toContain('<svg');
	});
});
