import { CarrierError } from '../../domain/errors';
import { textIn } from './generic-account';
import { SIGNED_PARTS } from './generic-proof';
import { type GatewayProof, type HmacProof } from './generic-spec';

type Fields = Readonly<Record<string, unknown>>;

const secretIn = (fields: Fields, name: string) => (typeof fields[name] === 'string' ? fields[name] : '');

const wrong = (field: string, what: string) => new CarrierError('bad-config', `${field} in the Generic HTTP credential ${what}`);

/** How the operator has set up the proof. An empty secret proves nothing, but is no error: webhooks may come later. @throws CarrierError */
export function proofIn(fields: Fields): GatewayProof {
	if (fields.webhookProof === 'basic') {
		const [webhookUser, webhookPassword] = [secretIn(fields, 'webhookUser'), secretIn(fields, 'webhookPassword')];
		return { kind: 'basic', webhookUser, webhookPassword };
	}
	if (fields.webhookProof === 'header') {
		const name = textIn(fields, 'webhookHeader');
		if (!/^[\w-]+$/.test(name)) throw wrong('Webhook Header', 'must be the name of a header, like X-Webhook-Token');
		return { kind: 'header', name, value: secretIn(fields, 'webhookHeaderSecret').trim() };
	}
	return fields.webhookProof === 'hmac' ? hmacIn(fields) : { kind: 'secret-url' };
}

const oneOf = <T extends string>(words: readonly T[], word: unknown, usual: T): T =>
	words.find((one) => one === word) ?? usual;

function hmacIn(fields: Fields): HmacProof {
	const pattern = typeof fields.signedPattern === 'string' ? fields.signedPattern : '';
	const names = [...pattern.matchAll(/\{(\w*)\}/g)].map(([, name]) => name as string);
	const unknown = names.find((name) => !(SIGNED_PARTS as readonly string[]).includes(name));
	if (unknown !== undefined) {
		const known = SIGNED_PARTS.map((name) => `{${name}}`).join(' ');
		throw wrong('What Is Signed', `has {${unknown}} in it, which is none of ${known}`);
	}
	if (!names.some((name) => name.includes('body'))) {
		throw wrong('What Is Signed', 'has no {body} and no digest of it in it, so the signature would prove nothing');
	}
	const [, header, prefix = ''] = /^([\w-]+)(?:\s*:\s*(.*)\{signature\})?$/.exec(textIn(fields, 'signatureHeader')) ?? [];
	if (!header) throw wrong('Signature Header', 'must be like X-Signature, or X-Hub-Signature-256: sha256={signature}');
	const [timestampHeader, nonceHeader] = [textIn(fields, 'timestampHeader'), textIn(fields, 'nonceHeader')];
	if (names.includes('timestamp') && !timestampHeader) throw wrong('Time Header', 'is missing, but {timestamp} is signed');
	if (names.includes('nonce') && !nonceHeader) throw wrong('Nonce Header', 'is missing, but {nonce} is signed');
	const seconds = Number(fields.windowSeconds);
	return {
		kind: 'hmac',
		algorithm: oneOf(['sha1', 'sha256', 'sha512'] as const, fields.hmacAlgorithm, 'sha256'),
		encoding: oneOf(['hex', 'base64'] as const, fields.hmacEncoding, 'hex'),
		secret: secretIn(fields, 'signingSecret').trim(),
		pattern,
		header,
		prefix,
		timestampHeader: timestampHeader || undefined,
		nonceHeader: nonceHeader || undefined,
		windowSeconds: timestampHeader && Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
	};
}
