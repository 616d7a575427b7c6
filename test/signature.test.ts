import { equalsSecretly, hmac, isRecent, sha256Hex } from '../lib/signature';

describe('a signature', () => {
	// RFC 2202 case 2, RFC 4231 case 2
	const [key, message] = ['Jefe', 'what do ya want for nothing?'];
	test.each([
		['sha1', 'hex', 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79'],
		['sha1', 'base64', '7/zfauXrL6LSdBbV8YTfnCWafHk='],
		['sha256', 'hex', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
		['sha256', 'base64', 'W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM='],
	] as const)('by HMAC-%s in %s is the one of the standard', (algorithm, encoding, signature) => {
		expect(hmac(algorithm, key, message, encoding)).toBe(signature);
	});

	test('is made over UTF-8', () => {
		expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
		expect(sha256Hex('ż')).toBe(sha256Hex(Buffer.from([0xc5, 0xbc]).toString('utf8')));
		expect(sha256Hex('ż')).not.toBe(sha256Hex('z'));
	});

	test.each([
		['abc', 'abc', true],
		['', '', true],
		['abc', 'abd', false],
		['abc', 'ab', false],
		['abc', 'abcd', false],
		['abc', 'ABC', false],
		['abc', '', false],
		['ż', 'z', false],
		['é', 'ab', false], // as many bytes, other letters
	])('%p equals %p: %p', (expected, given, isEqual) => {
		expect(equalsSecretly(expected, given)).toBe(isEqual);
	});
});

describe('a timestamp', () => {
	const now = new Date('2026-10-21T07:28:00Z');
	const seconds = now.getTime() / 1000;
	test.each([
		['now', String(seconds), true],
		['five minutes ago', String(seconds - 300), true],
		['more than five minutes ago', String(seconds - 301), false],
		['five minutes ahead', String(seconds + 300), true],
		['further ahead', String(seconds + 301), false],
		['in milliseconds', String(now.getTime()), false],
		['missing', undefined, false],
		['empty', '', false],
		['no number', 'today', false],
		['negative', `-${seconds}`, false],
		['with a fraction', `${seconds}.5`, false],
		['padded', ` ${seconds}`, false],
		['hexadecimal', '0x10', false],
	])('%s: recent is %p', (_what, unixSeconds, isFresh) => {
		expect(isRecent(unixSeconds, now, 300)).toBe(isFresh);
	});
});
