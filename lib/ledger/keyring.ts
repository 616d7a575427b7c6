import { createHash, hash, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * Hashes that only this ledger can make. They stand where a phone number, a one-time code or a piece of evidence must be
 * recognised again but must not be read.
 */
export interface Keyring {
	/** Tells keys apart without giving any away. */
	readonly fingerprint: string;
	/** Whom a chain of consent events or a suppression is about: 32 hex digits, the same for the same shop and phone. */
	subject(shop: string, phone: string): string;
	/** A keyed digest (HMAC-SHA-256, 64 hex digits) of `parts`; `use` keeps digests of different uses apart. */
	digest(use: string, ...parts: readonly string[]): string;
}

export function keyringOf(key: Buffer): Keyring {
	const hmac = hmacWith(key);
	const digest = (use: string, ...parts: readonly string[]) => hmac(JSON.stringify([use, ...parts]));
	return {
		fingerprint: createHash('sha256').update('fingerprint').update(key).digest('hex').slice(0, 16),
		subject: (shop, phone) => digest('subject', shop, phone).slice(0, 32),
		digest,
	};
}

const BLOCK_BYTES = 64;

/**
 * HMAC-SHA-256 by its definition (RFC 2104), in hex. Node's createHmac makes an object for each, which costs as much as a
 * query; two are needed for each order. For keys no longer than a block.
 */
export function hmacWith(key: Buffer): (message: string) => string {
	const padded = (filler: number) => Buffer.alloc(BLOCK_BYTES, filler).map((byte, index) => byte ^ (key[index] ?? 0));
	const [inner, outer] = [padded(0x36), padded(0x5c)];
	return (message) => {
		const innerHash = hash('sha256', Buffer.concat([inner, Buffer.from(message)]), 'buffer');
		return hash('sha256', Buffer.concat([outer, innerHash]), 'hex');
	};
}

const KEY_BYTES = 32;

/** Null when there is no such file. @throws Error when it is not one of ours. */
export function readKey(path: string): Buffer | null {
	let text: string;
	try {
		text = readFileSync(path, 'utf8').trim();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
	if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${path} holds no key of a ledger`);
	return Buffer.from(text, 'hex');
}

/** Makes a key, readable by its owner only. The caller sees to it that no other process does so at the same time. */
export function makeKey(path: string): Buffer {
	const draft = `${path}.new`;
	writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600 });
	renameSync(draft, path); // so that a crash in between leaves no half key
	return readKey(path) as Buffer;
}
