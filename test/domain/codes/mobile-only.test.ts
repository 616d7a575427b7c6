import { isMobileOnlyToken, mobileOnlyToken } from '../../../lib/domain/codes/mobile-only';
import { keyringOf } from '../../../lib/ledger/keyring';

const { digest } = keyringOf(Buffer.alloc(32, 7));
const NOW = new Date('2026-11-22T10:00:00Z');
const until = new Date('2026-12-22T22:59:59.999Z');
const token = mobileOnlyToken({ code: 'AB12', until }, digest);

test('a token is short, holds nothing of the code, and counts until the code ends', () => {
	expect(token).toMatch(/^[0-9a-z]{6}\.[\w-]{22}$/);
	expect(token).not.toContain('AB12');
	expect(isMobileOnlyToken(token, 'AB12', digest, NOW)).toBe(true);
	expect(isMobileOnlyToken(token, 'AB12', digest, until)).toBe(true);
	expect(isMobileOnlyToken(token, 'AB12', digest, new Date(until.getTime() + 1))).toBe(false);
});

test('one without an end counts for ever', () => {
	const endless = mobileOnlyToken({ code: 'AB12' }, digest);
	expect(isMobileOnlyToken(endless, 'AB12', digest, new Date('2099-01-01'))).toBe(true);
});

test.each([
	['another code', token, 'AB13'],
	['a later end', `zzzzzz${token.slice(6)}`, 'AB12'],
	['no end', `0${token.slice(6)}`, 'AB12'],
	['another signature', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, 'AB12'],
	['a part of it', token.slice(0, -1), 'AB12'],
	['more than it', `${token}A`, 'AB12'],
	['nothing', '', 'AB12'],
	['a word', 'constructor', 'AB12'],
])('%s does not count', (_what, tried, code) => {
	expect(isMobileOnlyToken(tried, code, digest, NOW)).toBe(false);
});

test('nor does that of another ledger', () => {
	const other = keyringOf(Buffer.alloc(32, 8)).digest;
	expect(isMobileOnlyToken(token, 'AB12', other, NOW)).toBe(false);
});
