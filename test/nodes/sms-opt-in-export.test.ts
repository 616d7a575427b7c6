import { type IDataObject, type INodeParameters } from 'n8n-workflow';
import { readCsv } from '../../lib/domain/csv';
import { type ConsentEntry } from '../../lib/ledger/consent';
import { jsonOf, useOptInNode } from '../support/opt-in-node';

const shop = useOptInNode();

const entry = (phone: string, more: Partial<ConsentEntry> = {}): ConsentEntry => ({
	phone,
	purpose: 'marketing',
	action: 'record',
	source: 'checkout',
	actor: 'customer',
	givenAt: new Date('2026-05-03T14:05:00Z'),
	wording: 'Offers, "4 a month"',
	evidence: {},
	...more,
});

const write = (...entries: ConsentEntry[]) =>
	shop.withLedger((ledger) => ledger.recordConsents('default', entries, new Date('2026-06-01T00:00:00Z')));

const exported = (parameters: INodeParameters = {}) => shop.run('export', { returnAll: true, ...parameters }, [{}]);

test('an item tells all that stands', async () => {
	await write(entry('+14155550101', { language: 'en' }));
	expect(jsonOf(await exported(), 0)).toEqual([
		{
			phone: '+1********01',
			phoneFull: '+14155550101',
			purpose: 'marketing',
			status: 'confirmed',
			since: '2026-05-03T14:05:00.000Z',
			source: 'checkout',
			language: 'en',
			askedAt: null,
			confirmedAt: '2026-05-03T14:05:00.000Z',
			revokedAt: null,
			wording: 'Offers, "4 a month"',
		},
	]);
});

describe('filters', () => {
	beforeEach(() =>
		write(
			entry('+14155550101'),
			entry('+14155550102', { purpose: 'survey', givenAt: new Date('2026-05-10T00:00:00Z') }),
			entry('+14155550103', { action: 'list', source: 'import', actor: 'operator' }),
			entry('+14155550104'),
			entry('+14155550104', { action: 'revoke', givenAt: new Date('2026-05-20T00:00:00Z') }),
		),
	);

	test.each<[IDataObject, string[]]>([
		[{}, ['01', '02', '03', '04']],
		[{ status: 'confirmed' }, ['01', '02']],
		[{ status: 'pending' }, ['03']],
		[{ status: 'revoked' }, ['04']],
		[{ purpose: 'survey' }, ['02']],
		[{ source: 'import' }, ['03']],
		[{ since: '2026-05-10T00:00:00Z' }, ['02', '04']],
		[{ until: '2026-05-10T00:00:00Z' }, ['01', '03']],
		[{ since: '2026-05-04', until: '2026-05-15', status: 'confirmed' }, ['02']],
		[{ purpose: 'transactional' }, []],
	])('%j', async (filters, endings) => {
		const found = jsonOf(await exported({ filters: filters as INodeParameters }), 0);
		expect(found.map(({ phoneFull }) => String(phoneFull).slice(-2))).toEqual(endings);
	});

	test.each([{ status: 'none' }, { purpose: 'promo' }, { source: 'x' }, { since: 'soon' }])('%j is a mistake, not everybody', async (filters) => {
		expect((await exported({ filters })).error?.message).toMatch(/State is|What For is|Where It Comes From is|Since is/);
	});

	test('a time without a zone is that of the workflow', async () => {
		// 2026-05-10T00:00:00Z is still the 9th in New York
		const from = (timezone: string) => shop.run('export', { returnAll: true, filters: { since: '2026-05-10T00:00:00' } }, [{}], { timezone });
		expect((await from('UTC')).outputs[0]).toHaveLength(2);
		expect((await from('America/New_York')).outputs[0]).toHaveLength(1);
	});

	test('Limit', async () => {
		expect(jsonOf(await exported({ returnAll: false, limit: 2 }), 0)).toHaveLength(2);
	});
});

test('several pages come out whole and in order', async () => {
	const phones = Array.from({ length: 1_150 }, (_, index) => `+1415555${String(index).padStart(4, '0')}`);
	await write(...phones.flatMap((phone) => [entry(phone), entry(phone, { purpose: 'survey' })]));
	const found = jsonOf(await exported(), 0).map(({ phoneFull, purpose }) => `${String(phoneFull)} ${String(purpose)}`);
	expect(found).toEqual(phones.flatMap((phone) => [`${phone} marketing`, `${phone} survey`]));
	expect(jsonOf(await exported({ returnAll: false, limit: 1_001 }), 0)).toHaveLength(1_001);
});

test('a CSV file can be read back, and holds no formula', async () => {
	await write(entry('+14155550101', { wording: '=HYPERLINK("https://evil.example")' }), entry('+14155550102'));
	const { outputs } = await exported({ format: 'csv' });
	expect(outputs[0]?.map(({ json }) => json)).toEqual([{ consents: 2 }]);
	const file = outputs[0]?.[0]?.binary?.data;
	expect(file).toMatchObject({ fileName: 'consents.csv', mimeType: 'text/csv' });
	const { headers, rows } = readCsv(Buffer.from(file?.data ?? '', 'base64').toString());
	expect(headers).toEqual(['phone', 'purpose', 'status', 'since', 'source', 'language', 'askedAt', 'confirmedAt', 'revokedAt', 'wording']);
	expect(rows.map(({ values }) => [values.phone, values.wording])).toEqual([
		['+14155550101', '\'=HYPERLINK("https://evil.example")'],
		['+14155550102', 'Offers, "4 a month"'],
	]);
});

test('an empty ledger gives a file with headers only', async () => {
	const { outputs } = await exported({ format: 'csv' });
	expect(outputs[0]?.[0]?.json).toEqual({ consents: 0 });
});
