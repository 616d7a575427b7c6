// Webhooks as their sources sign them, written from the vendors' documentation with nothing but node:crypto: the witness of the
// adapters shares no code with them.
import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';

export interface Signed {
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	/** What stands where the source's keys are. */
	readonly document?: string;
}

export interface Signer {
	/** As the operator enters it; empty where none is entered. */
	readonly secret: string;
	/** @param at by the sender's clock. */
	sign(payload: unknown, at: Date, secret?: string): Signed;
	/** The proof is not over the body: whatever it says is taken. */
	readonly bodyIsFree?: true;
	/** Old ones are refused. */
	readonly agesOut?: true;
}

const hmac = (algorithm: string, secret: string | Buffer, text: string, encoding: 'base64' | 'hex') =>
	createHmac(algorithm, secret).update(text).digest(encoding);

const withHeader =
	(name: string, value: (body: string, secret: string) => string): Signer['sign'] =>
	(payload, _at, secret = SECRET) => {
		const body = JSON.stringify(payload);
		return { headers: { 'content-type': 'application/json', [name]: value(body, secret) }, body };
	};

const SECRET = 'sEcret-of-Zażółć-1';
const HEX = '00ff10a07b5c44e2918833aa55cc66ddeeff00112233445566778899aabbccdd';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const others = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwks = JSON.stringify({
	keys: [
		{ kty: 'EC', kid: 'other', crv: 'P-256', x: 'x', y: 'y' },
		{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'key-1' },
	],
});
const base64url = (text: string) => Buffer.from(text).toString('base64url');
/** The other key signs what another secret would. */
const keyFor = (secret: string | undefined, own: string) =>
	secret === undefined || secret === own ? keys.privateKey : others.privateKey;

const PEM = keys.publicKey.export({ format: 'pem', type: 'spki' }).toString();

export const SIGNERS: Readonly<Record<string, Signer>> = {
	shopify: { secret: SECRET, sign: withHeader('x-shopify-hmac-sha256', (body, secret) => hmac('sha256', secret, body, 'base64')) },
	woocommerce: { secret: SECRET, sign: withHeader('x-wc-webhook-signature', (body, secret) => hmac('sha256', secret, body, 'base64')) },
	tiendanube: { secret: SECRET, sign: withHeader('x-linkedstore-hmac-sha256', (body, secret) => hmac('sha256', secret, body, 'hex')) },
	shopware: { secret: SECRET, sign: withHeader('shopware-shop-signature', (body, secret) => hmac('sha256', secret, body, 'hex')) },
	squarespace: {
		secret: HEX,
		sign: (payload, at, secret = HEX) =>
			withHeader('squarespace-signature', (body) => hmac('sha256', Buffer.from(secret, 'hex'), body, 'hex'))(payload, at),
	},
	ecwid: {
		secret: SECRET,
		bodyIsFree: true,
		sign(payload, at, secret = SECRET) {
			const { eventCreated, eventId } = payload as Record<string, string | number>;
			return withHeader('x-ecwid-webhook-signature', () => hmac('sha256', secret, `${eventCreated}.${eventId}`, 'base64'))(payload, at);
		},
	},
	shoper: {
		secret: SECRET,
		sign(payload, at, secret = SECRET) {
			const digest = (body: string) => createHash('sha1').update(`42:${secret}:${body}`).digest('hex');
			const signed = withHeader('x-webhook-sha1', digest)(payload, at);
			return { ...signed, headers: { ...signed.headers, 'x-webhook-id': '42' } };
		},
	},
	wix: {
		secret: PEM,
		agesOut: true,
		sign(payload, at, secret) {
			const seconds = Math.floor(at.getTime() / 1000);
			const token = `${base64url('{"alg":"RS256","kid":"1"}')}.${base64url(JSON.stringify({ data: JSON.stringify(payload), iat: seconds, exp: seconds + 60 }))}`;
			const signature = sign('RSA-SHA256', Buffer.from(token), keyFor(secret, PEM)).toString('base64url');
			return { headers: { 'content-type': 'text/plain' }, body: `${token}.${signature}` };
		},
	},
	saleor: {
		secret: '',
		sign(payload, _at, secret) {
			const body = JSON.stringify(payload);
			const header = base64url('{"alg":"RS256","kid":"key-1","crit":["b64"],"b64":false}');
			const signature = sign('RSA-SHA256', Buffer.from(`${header}.${body}`), keyFor(secret, '')).toString('base64url');
			return { headers: { 'saleor-signature': `${header}..${signature}` }, body, document: jwks };
		},
	},
	aftership: { secret: SECRET, sign: withHeader('aftership-hmac-sha256', (body, secret) => hmac('sha256', secret, body, 'base64')) },
	easypost: {
		secret: SECRET,
		sign: withHeader('x-hmac-signature', (body, secret) => `hmac-sha256-hex=${hmac('sha256', secret.normalize('NFKD'), body, 'hex')}`),
	},
	shippo: {
		secret: SECRET,
		agesOut: true,
		sign(payload, at, secret = SECRET) {
			const t = Math.floor(at.getTime() / 1000);
			return withHeader('shippo-auth-signature', (body) => `t=${t},v1=${hmac('sha256', secret, `${t}.${body}`, 'hex')}`)(payload, at);
		},
	},
	'17track': {
		secret: SECRET,
		sign: withHeader('sign', (body, secret) => createHash('sha256').update(`${body}/${secret}`).digest('hex')),
	},
	sendcloud: { secret: SECRET, sign: withHeader('sendcloud-signature', (body, secret) => hmac('sha256', secret, body, 'hex')) },
	shipengine: {
		secret: '',
		agesOut: true,
		sign(payload, at, secret) {
			const body = JSON.stringify(payload);
			const timestamp = at.toISOString();
			const headers = {
				'x-shipengine-timestamp': timestamp,
				'x-shipengine-rsa-sha256-key-id': 'key-1',
				'x-shipengine-rsa-sha256-signature': sign('RSA-SHA256', Buffer.from(`${timestamp}.${body}`), keyFor(secret, '')).toString('base64'),
			};
			return { headers, body, document: jwks };
		},
	},
	onfleet: {
		secret: HEX,
		sign: (payload, at, secret = HEX) =>
			withHeader('x-onfleet-signature', (body) => hmac('sha512', Buffer.from(secret, 'hex'), body, 'hex'))(payload, at),
	},
	ship24: { secret: 'whs-secret', bodyIsFree: true, sign: (payload, at, secret = 'whs-secret') => withHeader('authorization', () => `Bearer ${secret}`)(payload, at) },
	karrio: { secret: 'karrio-secret', bodyIsFree: true, sign: (payload, at, secret = 'karrio-secret') => withHeader('x-event-id', () => secret)(payload, at) },
};
