import { LANGUAGES } from '../../lib/domain/languages';
import { formatDay, formatMoney, formatTime, isTimeZone, zoneOfCountry } from '../../lib/domain/format';

describe('an amount', () => {
	test.each<
		[amount: string, currency: string | undefined, language: string, country: string | undefined, text: string]
	>([
		['29.35', 'EUR', 'de', 'DE', '29,35 €'],
		['1234567.5', 'EUR', 'de', 'DE', '1.234.567,50 €'],
		['1234567.5', 'EUR', 'fr', 'FR', '1 234 567,50 €'],
		['29.35', 'EUR', 'en', 'IE', '€29.35'],
		['29.35', 'PLN', 'pl', 'PL', '29,35 zł'],
		['1234.5', 'CHF', 'de', 'CH', "CHF 1'234.50"],
		['29.9', 'USD', 'en', 'US', '$29.90'],
		['29.9', 'USD', 'en', 'CA', 'US$29.90'],
		['29.9', 'CAD', 'en', 'CA', '$29.90'],
		['29.9', 'BRL', 'pt-BR', 'BR', 'R$ 29,90'],
		['100000', 'INR', 'hi', 'IN', '₹1,00,000.00'],
		// currencies without small change, and with three decimals
		['1500', 'JPY', 'en', 'US', '¥1,500'],
		['1500.00', 'KRW', 'en', 'US', '₩1,500'],
		['29900', 'CLP', 'es', 'CL', '$29.900'],
		['12.345', 'KWD', 'en', 'GB', 'KWD 12.345'],
		// as shops write it
		['29.9', 'eur', 'de', undefined, '29,90 €'],
		[' 29.9 ', 'EUR', 'de', 'de', '29,90 €'],
		['0', 'EUR', 'de', 'DE', '0,00 €'],
		['-5', 'EUR', 'de', 'DE', '-5,00 €'],
		// without a currency that is one, the amount as it came
		['29.90', undefined, 'de', 'DE', '29.90'],
		[' 29.90 ', '', 'de', 'DE', '29.90'],
		['29.90', '€', 'de', 'DE', '29.90'],
		['29.90', 'EURO', 'de', 'DE', '29.90'],
	])('%s %s in %s-%s is %s', (amount, currency, language, country, text) => {
		expect(formatMoney(amount, currency, language, country)).toBe(text);
	});

	test.each([[undefined], [''], [' '], ['free'], ['NaN'], ['Infinity'], ['29,90'], ['€ 5'], ['1 234.50']])(
		'that is none is not formatted: %p',
		(amount) => {
			expect(formatMoney(amount, 'EUR', 'de', 'DE')).toBeUndefined();
		},
	);

	test('has plain spaces in every language and currency: others would make the text UCS-2', () => {
		for (const language of Object.keys(LANGUAGES)) {
			for (const currency of ['EUR', 'PLN', 'CHF', 'SEK', 'HUF', 'JPY', 'KWD', 'INR', 'USD']) {
				for (const country of [undefined, 'CH', 'FR', 'PL', 'US']) {
					const text = formatMoney('1234567.89', currency, language, country) as string;
					expect([language, currency, text]).toEqual([language, currency, text.replace(/\s/gu, ' ')]);
					expect(text).toMatch(/1\D?(2|23)\D*\d/u);
				}
			}
		}
	});
});

describe('a day and a time', () => {
	const half = { year: 2026, month: 12, day: 1, hour: 18, minute: 30 };
	const full = { ...half, minute: 0 };
	test.each([
		['en', 'US', 'December 1', '6:30 PM', '6 PM'],
		['en', 'GB', '1 December', '18:30', '18:00'],
		['en', 'IN', '1 December', '6:30 pm', '6 pm'],
		['en', undefined, 'December 1', '6:30 PM', '6 PM'],
		['en', 'PL', '1 December', '18:30', '18:00'],
		['pl', 'PL', '1 grudnia', '18:30', '18:00'],
		['de', 'AT', '1. Dezember', '18:30', '18:00'],
		['fr', 'CA', '1 décembre', '18 h 30', '18 h 00'],
		['da', 'DK', '1. december', '18.30', '18.00'],
		['pt-BR', 'BR', '1 de dezembro', '18:30', '18:00'],
	])('in %s-%s are %s, %s and %s', (language, country, day, time, fullHour) => {
		expect(formatDay(half, language, country)).toBe(day);
		expect(formatTime(half, language, country)).toBe(time);
		expect(formatTime(full, language, country)).toBe(fullHour);
	});

	test('are those written, whatever zone this machine is in; a leap day too', () => {
		expect(formatDay({ year: 2028, month: 2, day: 29 }, 'en')).toBe('February 29');
		expect(formatDay({ ...half, hour: 0, minute: 5 }, 'en')).toBe('December 1');
		expect(formatTime({ ...half, hour: 0, minute: 5 }, 'pl')).toBe('0:05');
		expect(formatTime({ ...half, hour: 12, minute: 0 }, 'en')).toBe('12 PM');
		expect(formatTime({ year: 2026, month: 12, day: 1 }, 'en')).toBeUndefined();
	});

	test('have plain spaces in every language', () => {
		for (const language of Object.keys(LANGUAGES)) {
			for (const country of [undefined, 'US', 'CA', 'FR', 'AU']) {
				const text = `${formatDay(half, language, country)}|${formatTime(half, language, country)}`;
				expect([language, country, text]).toEqual([language, country, text.replace(/\s/gu, ' ')]);
			}
		}
	});
});

describe('the zone of a country', () => {
	test.each([
		['PL', 'Europe/London', 'Europe/Warsaw'],
		['GB', 'America/New_York', 'Europe/London'],
		// nearly everybody lives in one of its zones
		['DE', 'America/New_York', 'Europe/Berlin'],
		['ES', 'America/New_York', 'Europe/Madrid'],
		['PT', 'America/New_York', 'Europe/Lisbon'],
		['UA', 'America/New_York', 'Europe/Kiev'],
		['CY', 'America/New_York', 'Asia/Nicosia'],
		['NZ', 'America/New_York', 'Pacific/Auckland'],
		// a shop in one of them knows better
		['ES', 'Atlantic/Canary', 'Atlantic/Canary'],
		['US', 'America/Chicago', 'America/Chicago'],
		['BR', 'America/Sao_Paulo', 'America/Sao_Paulo'],
		// several, and no telling which
		['US', 'Europe/Warsaw', undefined],
		['AU', 'Europe/Warsaw', undefined],
		// no country
		['XX', 'Europe/Warsaw', undefined],
		['pl', 'Europe/Warsaw', undefined],
		['Poland', 'Europe/Warsaw', undefined],
		['', 'Europe/Warsaw', undefined],
	])('%s, for a shop in %s, is %s', (country, shopZone, zone) => {
		expect(zoneOfCountry(country, shopZone)).toBe(zone);
		expect(zoneOfCountry(country, shopZone)).toBe(zone); // remembered
	});

	test('is one that the runtime knows, for every country', () => {
		const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
		const zones = letters.flatMap((a) => letters.map((b) => zoneOfCountry(a + b, 'Etc/UTC') ?? 'Etc/UTC'));
		expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
		expect(new Set(zones).size).toBeGreaterThan(150);
	});
});

describe('a time zone', () => {
	test.each([
		['Europe/Warsaw', true],
		['UTC', true],
		['Etc/GMT-1', true],
		['', false],
		['Mars/Olympus', false],
		['Warsaw', false],
		['GMT+1', false],
	])('%p: %p', (zone, isOne) => {
		expect(isTimeZone(zone)).toBe(isOne);
	});
});
