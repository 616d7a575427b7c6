// Pages of a shop that links in texts lead to, by https as phones want it, with a certificate that n8n is told to trust.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '../support/self-signed';

const FIT_FOR_PHONES =
	'<!doctype html><meta name="viewport" content="width=device-width, initial-scale=1"><h1>20% off everything</h1>';

export interface LandingPages {
	/** /sale is there, everything else is not. */
	readonly url: string;
	/** For NODE_EXTRA_CA_CERTS. */
	readonly certificate: string;
	/** The paths that were opened. */
	readonly opened: readonly string[];
	stop(): Promise<void>;
}

export async function startLandingPages(): Promise<LandingPages> {
	const tls = selfSigned();
	const opened: string[] = [];
	const server = createServer(tls, ({ url = '' }, response) => {
		opened.push(url);
		response.writeHead(url === '/sale' ? 200 : 404, { 'content-type': 'text/html' });
		response.end(url === '/sale' ? FIT_FOR_PHONES : 'gone');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const certificate = join(tmpdir(), `landing-pages-${port}.pem`);
	writeFileSync(certificate, tls.cert);
	return {
		url: `https://127.0.0.1:${port}`,
		certificate,
		opened,
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
