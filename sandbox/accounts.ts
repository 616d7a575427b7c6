// The one account that every sandbox has with each carrier. The values are fixed, so that credentials survive a restart,
// and made to look like what they are: nobody should wonder whether a secret was committed here.
//
// The numbers come from ranges that regulators set aside for fiction, so no real phone has them:
// US 555-01xx, GB 07700 900xxx (Ofcom), FR 06 39 98 xx xx (ARCEP), SE 070-174 06 xx (PTS), AU 0491 570 xxx (ACMA).
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

export type CarrierId = 'twilio' | 'telnyx';

export interface SeededNumber {
	/** What the carrier calls this number: a PN… SID at Twilio, an id at Telnyx. */
	readonly id: string;
	/** E.164, or the digits of a short code. */
	readonly number: string;
	readonly country: string;
	readonly type: 'local' | 'mobile' | 'short-code';
}

const ZEROS = '0'.repeat(24);
const twilioSid = (prefix: string, last: string) => `${prefix}${ZEROS}${last.padStart(8, '0')}`;
const telnyxId = (last: string) => `5a4db0c5-0000-4000-8000-${last.padStart(12, '0')}`;

export const TWILIO_ACCOUNT = {
	accountSid: twilioSid('AC', '4050'),
	authToken: 'sandbox-auth-token',
	/** A Standard key: like Twilio's own, it may do everything but read or change the account itself. */
	apiKeySid: twilioSid('SK', '4050'),
	apiKeySecret: 'sandbox-api-key-secret',
	/** Its pool holds the first two numbers. */
	messagingServiceSid: twilioSid('MG', '4050'),
	messagingServiceName: 'Sandbox shop',
	numbers: [
		{ id: twilioSid('PN', '1'), number: '+14155550100', country: 'US', type: 'local' },
		{ id: twilioSid('PN', '2'), number: '+447700900100', country: 'GB', type: 'mobile' },
		{ id: twilioSid('PN', '3'), number: '+33639980100', country: 'FR', type: 'mobile' },
		{ id: twilioSid('PN', '4'), number: '+46701740605', country: 'SE', type: 'mobile' },
		{ id: twilioSid('SC', '5'), number: '72345', country: 'US', type: 'short-code' },
	],
} as const satisfies { numbers: readonly SeededNumber[] } & Record<string, unknown>;

/** The numbers that the Messaging Service sends from. */
export const TWILIO_POOL: readonly SeededNumber[] = TWILIO_ACCOUNT.numbers.slice(0, 2);

export const TELNYX_ACCOUNT = {
	apiKey: 'KEY-sandbox-telnyx',
	organizationId: telnyxId('1'),
	messagingProfileId: telnyxId('4050'),
	messagingProfileName: 'Sandbox shop',
	/** All of them are in the one messaging profile, until they are assigned to none. */
	numbers: [
		{ id: telnyxId('11'), number: '+14155550110', country: 'US', type: 'local' },
		{ id: telnyxId('12'), number: '+447700900110', country: 'GB', type: 'mobile' },
		{ id: telnyxId('13'), number: '+61491570110', country: 'AU', type: 'mobile' },
		{ id: telnyxId('14'), number: '73456', country: 'US', type: 'short-code' },
	],
} as const satisfies { numbers: readonly SeededNumber[] } & Record<string, unknown>;

export const SEEDED_NUMBERS: Readonly<Record<CarrierId, readonly SeededNumber[]>> = {
	twilio: TWILIO_ACCOUNT.numbers,
	telnyx: TELNYX_ACCOUNT.numbers,
};

/** Which carrier an own number belongs to; null for a number that is not ours. */
export function carrierOfNumber(number: string): CarrierId | null {
	if (TWILIO_ACCOUNT.numbers.some((own) => own.number === number)) return 'twilio';
	if (TELNYX_ACCOUNT.numbers.some((own) => own.number === number)) return 'telnyx';
	return null;
}

/** Everything that PKCS#8 puts before the 32 bytes of an Ed25519 key (RFC 8410 §7). */
const ED25519_PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

function ed25519KeyFrom(phrase: string): KeyObject {
	const seed = createHash('sha256').update(phrase).digest();
	return createPrivateKey({ key: Buffer.concat([ED25519_PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

/** What Telnyx's webhooks are signed with here. */
export const TELNYX_SIGNING_KEY = ed25519KeyFrom('commerce-sms sandbox: telnyx signing key');

/** A key that is not Telnyx's, for forged webhooks. */
export const TELNYX_FORGER_KEY = ed25519KeyFrom('commerce-sms sandbox: a forger');

/** The public key as Telnyx's portal shows it: base64 of the 32 raw bytes. */
export const TELNYX_PUBLIC_KEY = createPublicKey(TELNYX_SIGNING_KEY)
	.export({ format: 'der', type: 'spki' })
	.subarray(-32)
	.toString('base64');

export interface CredentialField {
	readonly name: string;
	readonly value: string;
	/** Most people leave it empty. */
	readonly extra: boolean;
}

export interface CredentialFields {
	readonly carrier: CarrierId;
	readonly label: string;
	/** What to enter in the n8n credential, in the order of its fields. */
	readonly fields: readonly CredentialField[];
}

/** What a user enters in n8n to send through this sandbox. */
export function credentialFields(publicUrl: string): CredentialFields[] {
	const field = (name: string, value: string) => ({ name, value, extra: false });
	const extra = (name: string, value: string) => ({ name, value, extra: true });
	return [
		{
			carrier: 'twilio',
			label: 'Twilio',
			fields: [
				field('Base URL', `${publicUrl}/twilio`),
				field('Account SID', TWILIO_ACCOUNT.accountSid),
				field('Auth Token', TWILIO_ACCOUNT.authToken),
				field('From', TWILIO_ACCOUNT.numbers[0].number),
				extra('Messaging Service SID', TWILIO_ACCOUNT.messagingServiceSid),
				extra('API Key SID', TWILIO_ACCOUNT.apiKeySid),
				extra('API Key Secret', TWILIO_ACCOUNT.apiKeySecret),
			],
		},
		{
			carrier: 'telnyx',
			label: 'Telnyx',
			fields: [
				field('Base URL', `${publicUrl}/telnyx`),
				field('API Key', TELNYX_ACCOUNT.apiKey),
				field('Public Key', TELNYX_PUBLIC_KEY),
				field('From', TELNYX_ACCOUNT.numbers[0].number),
				extra('Messaging Profile ID', TELNYX_ACCOUNT.messagingProfileId),
			],
		},
	];
}
