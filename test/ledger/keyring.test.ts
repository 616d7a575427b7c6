import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { hmacWith, keyringOf } from '../../lib/ledger/keyring';
import { always } from '../support/properties';

const key = fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => Buffer.from(bytes));

test('the digests are those of Node’s own HMAC', () => {
	always(
		fc.property(key, fc.string({ unit: 'binary' }), (secret, message) => {
			expect(hmacWith(secret)(message)).toBe(createHmac('sha256', secret).update(message).digest('hex'));
		}),
	);
});

test('a subject is the same for the same shop and phone, and another for another or with another key', () => {
	const [ours, others] = [keyringOf(Buffer.alloc(32, 1)), keyringOf(Buffer.alloc(32, 2))];
	const subject = ours.subject('default', '+48600100200');
	expect(subject).toMatch(/^[0-9a-f]{32}$/);
	expect(ours.subject('default', '+48600100200')).toBe(subject);
	expect(ours.subject('other', '+48600100200')).not.toBe(subject);
	expect(ours.subject('default', '+48600100201')).not.toBe(subject);
	expect(others.subject('default', '+48600100200')).not.toBe(subject);
});
