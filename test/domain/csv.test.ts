import { csvText, readCsv, writeCsv } from '../../lib/domain/csv';

const values = (text: string) => readCsv(text).rows.map((row) => row.values);

describe('reading', () => {
	test.each([
		['commas', 'phone,name\n+48600100200,Maria'],
		['semicolons', 'phone;name\n+48600100200;Maria'],
		['tabs', 'phone\tname\n+48600100200\tMaria'],
		['bars', 'phone|name\n+48600100200|Maria'],
		['the mark of UTF-8', '\ufeffphone,name\n+48600100200,Maria'],
		['the line ends of Windows', 'phone,name\r\n+48600100200,Maria\r\n'],
		['quotes', '"phone","name"\n"+48600100200","Maria"'],
		['spaces around', ' phone , name \n +48600100200 , Maria '],
	])('a list with %s', (_what, text) => {
		expect(values(text)).toEqual([{ phone: '+48600100200', name: 'Maria' }]);
	});

	test('cells with commas, quotes and lines in quotes', () => {
		expect(values('phone,name\n1,"Nowak, ""Mia"""\n2,"two\nlines"')).toEqual([
			{ phone: '1', name: 'Nowak, "Mia"' },
			{ phone: '2', name: 'two\nlines' },
		]);
	});

	test('rows are numbered as a spreadsheet numbers them, empty ones left out', () => {
		expect(readCsv('phone\n1\n\n  \n2\n').rows.map(({ number }) => number)).toEqual([2, 5]);
	});

	test('a row with too few cells is a row, one with too many is a mistake', () => {
		const { rows } = readCsv('phone,name\n1\n2,Maria,Nowak\n3,Jan,,\n');
		expect(rows.map(({ problem }) => problem && problem.slice(0, 20))).toEqual([
			undefined,
			'The row has more cel',
			undefined,
		]);
		expect(rows[0]?.values).toEqual({ phone: '1', name: '' });
	});

	test('a quote that is not closed is a mistake of its row', () => {
		const { rows } = readCsv('phone,name\n1,Jan\n2,"Maria\n3,Eva\n');
		expect(rows.map(({ number, problem }) => [number, problem !== undefined])).toEqual([
			[2, false],
			[3, true],
		]);
	});

	test('of two columns with one name the one that is filled counts', () => {
		expect(values('phone,phone,name\n,2,Maria\n1,2,Jan')).toEqual([
			{ phone: '2', name: 'Maria' },
			{ phone: '1', name: 'Jan' },
		]);
	});

	test.each([[''], ['\n\n'], ['phone,name']])('nothing in %j', (text) => {
		expect(readCsv(text).rows).toEqual([]);
	});

	test('headers are told without those that are empty', () => {
		expect(readCsv('phone,,name\n').headers).toEqual(['phone', 'name']);
	});
});

describe('the encoding', () => {
	test.each<[string, Buffer]>([
		['UTF-8', Buffer.from('imię', 'utf8')],
		['UTF-8 with its mark', Buffer.from('\ufeffimię', 'utf8')],
		['UTF-16 with its mark', Buffer.from('\ufeffimię', 'utf16le')],
	])('may be %s', (_what, bytes) => {
		expect(csvText(bytes)).toBe('imię');
	});

	test('is not guessed: others are refused with a way out', () => {
		const windows1250 = Buffer.from([0x69, 0x6d, 0x69, 0xea]);
		expect(() => csvText(windows1250)).toThrow(
			expect.objectContaining({ code: 'bad-setting', hint: expect.stringContaining('CSV UTF-8') as string }) as Error,
		);
	});
});

describe('writing', () => {
	const written = (...row: string[]) => writeCsv(['phone', 'name'], [row]).split('\r\n')[1];

	test('begins with the mark by which Excel knows UTF-8, and quotes what needs it', () => {
		expect(writeCsv(['phone', 'name'], [['+48600100200', 'Nowak, "Mia"']])).toBe(
			'\ufeffphone,name\r\n+48600100200,"Nowak, ""Mia"""\r\n',
		);
	});

	test.each([
		['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
		['@SUM(A1)', `"'@SUM(A1)"`],
		['+1+cmd|calc', `"'+1+cmd|calc"`],
		['-2+3', `"'-2+3"`],
		['\tx', `"'\tx"`],
		['-5.50', '-5.50'],
		['Maria', 'Maria'],
	])('%j is no formula any more', (cell, inFile) => {
		expect(written('1', cell)).toBe(`1,${inFile}`);
	});

	test('what was written is read again', () => {
		const rows = [
			['+48600100200', 'Nowak; "Mia"\nx'],
			['+447400123456', ''],
		];
		expect(readCsv(writeCsv(['phone', 'name'], rows)).rows.map((row) => Object.values(row.values))).toEqual(rows);
	});
});
