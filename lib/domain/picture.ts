import { DomainError } from './errors';

/** No shop's address of a picture is longer; signed ones of storage services come near it. */
const LONGEST = 2_000;

/**
 * The address of a picture that goes with a text; undefined for none.
 *
 * @throws DomainError `bad-setting` for what carriers would not fetch: they want https, and a server that everybody can reach.
 */
export function readPicture(written: unknown): string | undefined {
	const text = typeof written === 'string' ? written.trim() : '';
	if (!text) return undefined;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url?.protocol === 'https:' && url.hostname.includes('.') && !url.username && !url.password && url.href.length <= LONGEST) return url.href;
	throw new DomainError(
		'bad-setting',
		text.length > LONGEST ? 'Picture is too long for an address' : `Picture is "${text.slice(0, 60)}", which no carrier can fetch`,
		'Write the whole address of a JPEG, PNG or GIF that everybody can open without a password, e.g. https://acme.example/sale.jpg.',
	);
}
