// Any gateway that takes texts by HTTP, as its operator describes it in the credential's fields; or one of the small gateways that have
// an adapter of their own, for who wants to change its sign-in or its proof.
// How an operator writes paths, conditions and templates: docs/carriers/generic-http.md.

import { CarrierError } from '../domain/errors';
import { normaliseSender } from '../domain/sender';
import { type Carrier } from './carrier';
import { genericCarrier, proofByConfig } from './protocols/generic';
import { textIn } from './protocols/generic-account';
import { ANDROID, androidOf, androidProof } from './protocols/generic-android';
import { EXOTEL } from './protocols/generic-exotel';
import { specOf } from './protocols/generic-fields';
import { GUPSHUP } from './protocols/generic-gupshup';
import { JASMIN } from './protocols/generic-jasmin';
import { KANNEL } from './protocols/generic-kannel';
import { MSG91 } from './protocols/generic-msg91';
import { proofIn } from './protocols/generic-proof-fields';
import { type GatewayConfig, type GatewaySpec } from './protocols/generic-spec';
import { baseUrlOf, meaningOf } from './protocols/reading';

type Fields = Readonly<Record<string, unknown>>;

/** Saved in credentials: append, never rename. Numbers of all but Android's and Exotel's come without their plus. */
const PRESETS: Readonly<Record<string, { readonly spec: GatewaySpec; readonly lacksPlus: boolean }>> = {
	android: { spec: ANDROID, lacksPlus: false },
	exotel: { spec: EXOTEL, lacksPlus: false },
	gupshup: { spec: GUPSHUP, lacksPlus: true },
	jasmin: { spec: JASMIN, lacksPlus: true },
	kannel: { spec: KANNEL, lacksPlus: true },
	msg91: { spec: MSG91, lacksPlus: true },
};

const presetOf = (fields: Fields) => meaningOf(PRESETS, textIn(fields, 'preset'));

const DECLARED = {
	id: 'generic-http',
	name: 'Generic HTTP',
	credential: 'commerceSmsGenericHttpApi',
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 10 },
	capabilities: {
		mms: false,
		dlt: true,
		priceInResponse: true,
		scheduling: false,
		receipts: true,
		replies: true,
		signsWebhooks: true,
		tellsOptOuts: true,
	},
	proofBy: proofByConfig,
	readConfig(fields: Fields): GatewayConfig {
		const baseUrl = baseUrlOf(fields.baseUrl, '');
		if (!baseUrl) throw new CarrierError('bad-config', 'The Gateway URL in the Generic HTTP credential is missing');
		if (!presetOf(fields)) specOf(fields);
		const isAndroid = fields.preset === 'android' && fields.webhookProof === 'hmac';
		const proof = isAndroid ? androidProof(textIn(fields, 'signingSecret')) : proofIn(fields);
		return { baseUrl, account: textIn(fields, 'account'), proof };
	},
} as const;

const NOTHING: GatewaySpec = {
	send: { method: 'POST', path: '', encoding: 'form', fields: {} },
	answer: { id: [], errors: {} },
	webhook: { receipt: { status: [], statuses: {} } },
	acknowledgement: { contentType: 'text/plain', body: '' },
};

/** Without a credential it can say how it is set up, and do nothing: `describedBy` makes the adapter. */
export const genericHttp: Carrier<GatewayConfig> = {
	...genericCarrier({ ...DECLARED, spec: NOTHING }),
	describedBy(fields) {
		const preset = presetOf(fields);
		const ownNumber = normaliseSender(textIn(fields, 'sender'));
		const spec = preset?.spec === ANDROID ? androidOf(ownNumber) : (preset?.spec ?? specOf(fields));
		const { proof } = DECLARED.readConfig(fields);
		const lacksPlus = preset ? preset.lacksPlus : fields.digitsOnly === true;
		return genericCarrier({
			...DECLARED,
			capabilities: {
				...DECLARED.capabilities,
				priceInResponse: spec.answer.price !== undefined,
				receipts: spec.webhook.receipt.status.length > 0,
				replies: spec.webhook.reply !== undefined,
				signsWebhooks: proof.kind !== 'secret-url',
				tellsOptOuts: Object.values(spec.answer.errors).includes('recipient-opted-out'),
			},
			numbersLackPlus: lacksPlus ? true : undefined,
			ownNumber,
			spec,
		});
	},
};
