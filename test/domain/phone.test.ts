import { chooseRecipient, PHONE_PROBLEMS, type PhoneProblem, readPhone } from '../../lib/domain/phone';

type Case = readonly [raw: unknown, country: string | undefined, outcome: string];

describe('a number as customers write it', () => {
	const textable: readonly Case[] = [
		['+48600100200', undefined, '+48600100200'],
		['+52 1 55 1234 5678', undefined, '+525512345678'],
		['600 100 200', 'PL', '+48600100200'],
		['600-100-200', ' pl ', '+48600100200'],
		['48600100200', 'PL', '+48600100200'],
		['0048 600-100-200', undefined, '+48600100200'],
		['(0048) 600 100 200', 'DE', '+48600100200'],
		['(+48) 600 100 200', undefined, '+48600100200'],
		['+(48)600100200', undefined, '+48600100200'],
		['+ 48 600100200', undefined, '+48600100200'],
		['++48600100200', undefined, '+48600100200'],
		['+0048600100200', undefined, '+48600100200'],
		['+48–600–100–200', undefined, '+48600100200'],
		['+48/600/100/200', undefined, '+48600100200'],
		['+48600100200.', undefined, '+48600100200'],
		['+48\u00a0600\u00a0100\u00a0200', undefined, '+48600100200'],
		['\u202a+48 600 100 200\u202c', undefined, '+48600100200'], // as Windows copies it from an address book
		['\u200f600100200\ufeff', 'PL', '+48600100200'],
		["'+48600100200", undefined, '+48600100200'], // as spreadsheets keep a number from becoming a sum
		['"+48600100200"', undefined, '+48600100200'],
		['~ 600100200', 'PL', '+48600100200'],
		['＋４８６００１００２００', undefined, '+48600100200'],
		['（０９０）１２３４－５６７８', 'JP', '+819012345678'],
		['+٤٨٦٠٠١٠٠٢٠٠', undefined, '+48600100200'],
		['٠٥٠١٢٣٤٥٦٧', 'AE', '+971501234567'],
		['۰۹۱۲۳۴۵۶۷۸۹', 'IR', '+989123456789'],
		[600100200, 'PL', '+48600100200'],
		['+44 (0)7400 123456', undefined, '+447400123456'],
		['+44(0)7911 123456', 'PL', '+447911123456'],
		['07400 123456', 'GB', '+447400123456'],
		['0151/23456789', 'DE', '+4915123456789'],
		['+49 (0) 151 23456789', undefined, '+4915123456789'],
		['(212) 555-0100', 'US', '+12125550100'],
		['1-212-555-0100', 'US', '+12125550100'],
		['011 48 600 100 200', 'US', '+48600100200'],
		['8 (912) 345-67-89', 'RU', '+79123456789'],
		['(11) 96123-4567', 'BR', '+5511961234567'],
		['11 15 2345-6789', 'AR', '+5491123456789'],
		['312 345 6789', 'IT', '+393123456789'],
		// two numbers in one field: the first that can be texted
		['600 100 200, 600 100 201', 'PL', '+48600100200'],
		['600100200/600100201', 'PL', '+48600100200'],
		['+48600100200 +48600100201', undefined, '+48600100200'],
		['+48 600 100 200; +48 600 100 201', undefined, '+48600100200'],
		['22 123 45 67 / 600 100 200', 'PL', '+48600100200'],
		['030/1234567, 0151/23456789', 'DE', '+4915123456789'],
		['22 123 45 67 / (+48) 600 100 200', 'PL', '+48600100200'],
		['+48600100200 = +48600100201', undefined, '+48600100200'],
		['600100200, , 600100201', 'PL', '+48600100200'],
		['512 3456, 512 3457', 'EE', '+3725123456'],
	];
	test.each(textable)('%p in %p can be texted as %s', (raw, country, e164) => {
		expect(readPhone(raw, country)).toMatchObject({ e164, valid: true });
		expect(readPhone(raw, country).problem).toBeUndefined();
	});

	const refused: ReadonlyArray<readonly [raw: unknown, country: string | undefined, problem: PhoneProblem]> = [
		['', 'PL', 'empty'],
		['   ', 'PL', 'empty'],
		['\u200b', 'PL', 'empty'],
		[null, 'PL', 'empty'],
		[undefined, 'PL', 'empty'],
		[{ phone: '+48600100200' }, 'PL', 'empty'],
		['null', 'PL', 'empty'],
		['NULL', 'PL', 'empty'],
		['n/a', 'PL', 'empty'],
		['None', 'PL', 'empty'],
		['-', 'PL', 'empty'],
		['---', 'PL', 'empty'],
		['—', 'PL', 'empty'],
		['?', 'PL', 'empty'],
		['0000000000', 'PL', 'empty'],
		['XXXXXXXXXXXX', 'PL', 'empty'],
		['555-555-SHIP', 'US', 'has-letters'],
		['ACME', 'US', 'has-letters'],
		['+48 600 100 200 ext. 5', undefined, 'has-letters'],
		['+48600100200x5', undefined, 'has-letters'],
		['+48600100200;ext=5', undefined, 'has-letters'],
		['600100200 or 600100201', 'PL', 'has-letters'],
		['４８ＡＢＣ', 'PL', 'has-letters'],
		['телефон', 'UA', 'has-letters'],
		['4.86E+10', 'PL', 'has-letters'],
		['600 100 200', undefined, 'no-country'],
		['48600100200', undefined, 'no-country'],
		['600 100 200', 'XX', 'no-country'],
		['600 100 200', 'Poland', 'no-country'],
		['+', 'PL', 'empty'],
		['+48', 'PL', 'invalid'],
		['+999600100200', 'PL', 'invalid'],
		['+48 600 100 20', undefined, 'invalid'],
		['+48 600 100 2000', undefined, 'invalid'],
		['555-0100', 'US', 'invalid'],
		['+048600100200', undefined, 'invalid'],
		['600100200/201', 'PL', 'invalid'],
		['600100200600100201', 'PL', 'invalid'],
		['600100200 = 600100201', 'PL', 'invalid'],
		['+48600100200 = 5', undefined, 'invalid'],
		['911', 'US', 'invalid'],
		['72345', 'US', 'invalid'], // short codes are senders, never recipients
		['123', 'PL', 'invalid'],
		['(0) 20 7946 0958', 'GB', 'not-mobile'],
		['+44 20 7946 0958', undefined, 'not-mobile'],
		['+48 22 123 45 67', undefined, 'not-mobile'],
		['+49 30 1234567', undefined, 'not-mobile'],
		['0900 123 456', 'NL', 'not-mobile'],
		['+1 800 234 5678', undefined, 'not-mobile'],
		['(212) 555-0100 #5', 'US', 'not-mobile'], // an extension: a company's switchboard
		['(212) 555-0100,5', 'US', 'not-mobile'],
	];
	test.each(refused)('%p in %p cannot be texted: %s', (raw, country, problem) => {
		expect(readPhone(raw, country)).toMatchObject({ problem, valid: problem === 'not-mobile' });
	});

	test('keeps what stood in the order, and says which country the number is from', () => {
		expect(readPhone(' 0048 600 100 200 ', 'DE')).toEqual({
			raw: '0048 600 100 200',
			e164: '+48600100200',
			type: 'MOBILE',
			country: 'PL',
			valid: true,
		});
		expect(readPhone('600100200/600100201', 'PL').raw).toBe('600100200/600100201');
	});

	test('has its problems described so that they complete a sentence', () => {
		for (const words of Object.values(PHONE_PROBLEMS)) expect(words).toMatch(/^(is|has) [^.]+$/);
		expect(new Set(refused.map(([, , problem]) => problem))).toEqual(new Set(Object.keys(PHONE_PROBLEMS)));
	});
});

describe('of several numbers', () => {
	const field = (raw: string, path = raw, country?: string, firstName?: string) => ({ raw, path, country, firstName });

	test('the first that can be texted is taken, with the name beside it', () => {
		const fields = [field('', 'phone'), field('+442079460958', 'shipping'), field('600100200', 'billing', 'PL', 'Ola')];
		const recipient = chooseRecipient([...fields, field('+48600100201', 'customer')]);
		expect(recipient).toMatchObject({ e164: '+48600100200', field: { path: 'billing', firstName: 'Ola' } });
		expect(recipient?.problem).toBeUndefined();
	});

	test('each is read by the country of its own address, and by the shop’s only without one', () => {
		expect(chooseRecipient([field('07400 123456', 'a', 'GB')], 'PL')?.e164).toBe('+447400123456');
		expect(chooseRecipient([field('600100200', 'a')], 'PL')?.e164).toBe('+48600100200');
	});

	test('the first that says anything tells why none can be texted', () => {
		expect(chooseRecipient([field(''), field('555-SHIP'), field('+4822')])?.problem).toBe('has-letters');
		expect(chooseRecipient([field('', 'first'), field('NULL', 'second')])).toMatchObject({ problem: 'empty' });
		expect(chooseRecipient([])).toBeUndefined();
	});
});
