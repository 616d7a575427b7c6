import { canBeRepliedTo, readSenderTable, senderFor } from '../../../lib/domain/sender-table';

const row = (countries: string, sender: string) => ({ countries, sender });

test.each([
	[[row('US, CA', '72345'), row('GB', 'ACME')], [{ countries: ['US', 'CA'], sender: '72345' }, { countries: ['GB'], sender: 'ACME' }]],
	[[row('us ca', ' 72345 ')], [{ countries: ['US', 'CA'], sender: '72345' }]],
	[[row('United States; Canada', '+1 (212) 555-0123')], [{ countries: ['US', 'CA'], sender: '+12125550123' }]],
	[[row('UK', 'ACME'), row('POL,\nDE', '+48600100200')], [{ countries: ['GB'], sender: 'ACME' }, { countries: ['PL', 'DE'], sender: '+48600100200' }]],
	[[row('US,US,', '72345')], [{ countries: ['US'], sender: '72345' }]],
	[[row(' ', '')], []],
	[[], []],
])('%j', (rows, table) => expect(readSenderTable(rows)).toEqual(table));

test.each<[ReturnType<typeof row>, RegExp]>([
	[row('US, Atlantis', '72345'), /"Atlantis" .* is no country/],
	[row('XX', '72345'), /"XX" .* is no country/],
	[row('US of A', '72345'), /"US of A" .* is no country/],
	[row('', '72345'), /no countries for the sender 72345/],
	[row(' , ', '72345'), /no countries/],
	[row('US', ' '), /no sender for US/],
	[row('US', 'A name that is too long'), /"A name that is too long" is no sender/],
	[row('US', '12'), /"12" is no sender/],
])('%j is refused', (bad, message) => {
	expect(() => readSenderTable([row('GB', 'ACME'), bad])).toThrow(
		expect.objectContaining({ code: 'bad-setting', message: expect.stringMatching(message) as unknown }),
	);
});

test('the first line that names the country counts, else the default', () => {
	const table = readSenderTable([row('US, CA', '72345'), row('GB, US', 'ACME')]);
	const senders = ['US', 'CA', 'GB', 'PL', undefined].map((country) => senderFor(country, table, '+48600100200'));
	expect(senders).toEqual(['72345', '72345', 'ACME', '+48600100200', '+48600100200']);
});

test('only a name cannot be replied to', () => {
	const kinds = ['phone-number', 'short-code', 'messaging-service', 'alphanumeric'] as const;
	expect(kinds.map(canBeRepliedTo)).toEqual([true, true, true, false]);
});
