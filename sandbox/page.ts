// The phone page's files, read once at start.
import { readdirSync, readFileSync } from 'node:fs';
import { type ServerResponse } from 'node:http';
import { join } from 'node:path';

const FOLDER = join(__dirname, 'public');

const CONTENT_TYPES = {
	html: 'text/html; charset=utf-8',
	css: 'text/css; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	svg: 'image/svg+xml',
} as const;

/** Texts come from strangers: nothing but these files may run, and nothing is loaded from elsewhere. */
const CONTENT_SECURITY_POLICY =
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface Page {
	/** Sends a file of the page; false when the path is none. */
	send(path: string, response: ServerResponse): boolean;
}

export function loadPage(): Page {
	const files = new Map<string, { content: Buffer; contentType: string }>();
	for (const name of readdirSync(FOLDER)) {
		const extension = name.slice(name.lastIndexOf('.') + 1) as keyof typeof CONTENT_TYPES;
		const content = readFileSync(join(FOLDER, name));
		files.set(name === 'phone.html' ? '/' : `/${name}`, { content, contentType: CONTENT_TYPES[extension] });
	}
	return {
		send(path, response) {
			const file = files.get(path);
			if (!file) return false;
			response.writeHead(200, {
				'content-type': file.contentType,
				'content-length': file.content.length,
				'cache-control': 'no-cache',
				'content-security-policy': CONTENT_SECURITY_POLICY,
				'referrer-policy': 'no-referrer',
				'x-content-type-options': 'nosniff',
			});
			response.end(file.content);
			return true;
		},
	};
}
