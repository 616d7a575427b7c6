// A carrier whose protocol is data: the small gateways, and what an operator describes in fields ("Generic HTTP").

import { jsonOf, type WireResponse } from '../../wire';
import { type Carrier, type OutboundSms, type SendReceipt } from '../carrier';
import { isProvenBy } from './generic-proof';
import { type AnswerSpec, type GatewayConfig, type GatewaySpec } from './generic-spec';
import { find, holds, type Spots } from './generic-spots';
import { requestOf } from './generic-template';
import { eventsIn, type Reader } from './generic-webhook';
import { failureOf, isSuccess, unreadable } from './http-failure';
import { countOf, meaningOf } from './reading';

type Declared<Config extends GatewayConfig> = Omit<
	Carrier<Config>,
	'buildSend' | 'parseSend' | 'verifyWebhook' | 'parseWebhook' | 'acknowledgement' | 'inbound' | 'lookUp'
> & {
	readonly spec: GatewaySpec;
	/** The account's own number, where webhooks may lack it. */
	readonly ownNumber?: string | undefined;
};

/** The adapter of a gateway, from what it is called and what its protocol is. */
export function genericCarrier<Config extends GatewayConfig>({
	spec,
	ownNumber,
	...declared
}: Declared<Config>): Carrier<Config> {
	const reader: Reader = { name: declared.name, ownNumber };
	return {
		...declared,
		acknowledgement: spec.acknowledgement,
		buildSend: (message, config) => requestOf(spec.send, message, config),
		parseSend: (response, message) => receiptIn(response, message, spec.answer, declared.name),
		verifyWebhook: (request, { proof }) => isProvenBy(proof, request),
		parseWebhook: (request) => eventsIn(request, spec.webhook, reader),
	};
}

/** Whether what an account has set up proves its webhooks, or the secret in our URL does. */
export const proofByConfig = ({ proof }: GatewayConfig): 'secret-url' | 'signature' =>
	proof.kind === 'secret-url' ? 'secret-url' : 'signature';

function receiptIn(
	response: WireResponse,
	message: OutboundSms | undefined,
	spec: AnswerSpec,
	carrierName: string,
): SendReceipt {
	const source = { text: response.body, scopes: [jsonOf(response.body)] };
	const value = (spots: Spots | undefined) => find(source, spots);
	const said = value(spec.errorMessage);
	const code = value(spec.errorCode) ?? (spec.statusIsCode && said !== undefined ? String(response.status) : undefined);
	const words = { code, message: said, reason: meaningOf(spec.reasons ?? {}, code) };
	if (!isSuccess(response)) throw failureOf(carrierName, response, words, spec.errors);

	const isTaken = spec.success === undefined ? undefined : holds(source, spec.success);
	const id = spec.id ? value(spec.id) : message?.ref;
	const hasWords = code !== undefined || said !== undefined;
	if (isTaken === false || (isTaken === undefined && hasWords && (!spec.id || !id || spec.success !== undefined))) {
		throw failureOf(carrierName, response, words, spec.errors);
	}
	const [from, to] = spec.statuses ?? [200, 299];
	const isClear = isTaken === true || spec.success === undefined;
	if (!id || !isClear || response.status < from || response.status > to) throw unreadable(carrierName, response);
	const amount = value(spec.price);
	return {
		id,
		status: 'queued',
		segments: countOf(value(spec.segments)),
		price: amount === undefined ? undefined : { amount, currency: value(spec.currency) },
	};
}
