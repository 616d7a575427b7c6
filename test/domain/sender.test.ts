import { normaliseSender, senderKind, type SenderKind } from '../../lib/domain/sender';

describe('a sender', () => {
	test.each<[string, SenderKind | null]>([
		['+14155550100', 'phone-number'],
		['+1 (415) 555-0100', 'phone-number'],
		['+48.600.100.200', 'phone-number'],
		['72345', 'short-code'],
		['123', 'short-code'],
		['12345678', 'short-code'],
		['ACME', 'alphanumeric'],
		['Acme Store', 'alphanumeric'],
		['A&B 24-7', 'alphanumeric'],
		['4FUN', 'alphanumeric'],
		['ElevenChars', 'alphanumeric'],
		[`MG${'0a'.repeat(16)}`, 'messaging-service'],
		// no senders
		['', null],
		['   ', null],
		['12', null],
		['123456789', null], // neither a short code nor a number with its country code
		['600 100 200', null],
		['+123456', null],
		['+0600100200', null],
		['+1234567890123456', null],
		['TwelveChars!', null],
		['TwelveLetter', null],
		['Żabka', null],
		['ACME\nX', null],
		['ACME\u200b', null],
		['<script>', null],
		['MG123', 'alphanumeric'], // too short for a service: just a name
		[`MG${'0g'.repeat(16)}`, null],
	])('%p is %p', (sender, kind) => {
		expect(senderKind(sender)).toBe(kind);
	});

	test('is understood with spaces around it', () => {
		for (const sender of ['+14155550100', '72345', 'ACME', `MG${'0a'.repeat(16)}`]) {
			expect(senderKind(` ${sender}\n`)).toBe(senderKind(sender));
			expect(normaliseSender(` ${sender}\n`)).toBe(sender);
		}
	});

	test('that is a number is written as carriers want it; a name stays as it is', () => {
		expect(normaliseSender('+1 (415) 555-0100')).toBe('+14155550100');
		expect(normaliseSender('A-B. Co')).toBe('A-B. Co');
		expect(normaliseSender('1-800')).toBe('1-800');
	});

	test('of eleven characters is the longest name', () => {
		for (let length = 1; length <= 15; length++) {
			expect([length, senderKind('a'.repeat(length))]).toEqual([length, length <= 11 ? 'alphanumeric' : null]);
		}
	});
});
