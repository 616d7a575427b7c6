import fc from 'fast-check';
import { maskPhone, maskPhonesIn } from '../../lib/domain/phone';
import { always } from '../support/properties';

describe('a masked number', () => {
	test.each([
		['+48600100200', '+48*******00'],
		['+12125550100', '+1********00'],
		['+79123456789', '+7********89'],
		['+353871234567', '+35********67'],
		['600100200', '*******00'],
		['+48 600-100-200', '+48*******00'],
		['whatsapp:+48600100200', '+48*******00'],
		['72345', '*****'],
		['+12345', '*****'],
		['', '***'],
		['no number', '***'],
	])('of %p is %p', (phone, masked) => {
		expect(maskPhone(phone)).toBe(masked);
	});

	test('shows no more than the country code and the last two digits', () => {
		const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 17 });
		const code = fc.constantFrom('', '+1', '+7', '+48', '+44', '+353', '+998');
		always(
			fc.property(code, digits, (prefix, number) => {
				const masked = maskPhone(prefix + number);
				const [, head, stars, tail] = /^(\+\d{1,2})?(\*+)(\d{2})?$/.exec(masked) ?? [];
				expect(masked).toBe(`${head ?? ''}${stars}${tail ?? ''}`);
				expect(prefix.startsWith(head ?? '')).toBe(true);
				expect(stars?.length).toBeGreaterThanOrEqual(Math.min(number.length, 3));
				if (tail) expect(number.endsWith(tail)).toBe(true);
			}),
			1000,
		);
	});
});

describe('a sentence with numbers in it', () => {
	test.each([
		["The 'To' number +48600100200 is not valid", "The 'To' number +48*******00 is not valid"],
		['from +1 (212) 555-0100 to 48 600 100 200.', 'from +1********00 to *********00.'],
		['+48600100200,+48600100201', '+48*******00,+48*******01'],
		['To=%2B48600100200&x', 'To=%2B*********00&x'],
		['+48\u00a0600\u00a0100\u00a0200', '+48*******00'],
		[
			'Error 21211, HTTP 400: see twilio.com/docs/errors/21211',
			'Error 21211, HTTP 400: see twilio.com/docs/errors/21211',
		],
		['', ''],
	])('%p becomes %p', (text, masked) => {
		expect(maskPhonesIn(text)).toBe(masked);
	});

	test('lets no whole number through', () => {
		const number = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 7, maxLength: 15 });
		const around = fc.constantFrom('', ' ', '"', '(', ': ', 'to', '=', '+');
		always(
			fc.property(around, number, around, (before, digits, after) => {
				expect(maskPhonesIn(before + digits + after)).not.toContain(digits.slice(0, -1));
			}),
			1000,
		);
	});
});
