// AWS End User Messaging SMS (once Pinpoint SMS), API "SMS and Voice v2".
// API       https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html
// Receipts  https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-types.html
// Replies   https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html
// STOP      https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list-keywords.html

import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
import { CarrierError, type CarrierErrorCode } from '../domain/errors';
import { jsonOf, type WireResponse } from '../wire';
import { type Carrier, type CarrierConfig, type CarrierEvent, type CarrierReply } from './carrier';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { baseUrlOf, countOf, fieldsOf, type Json, listOf, meaningOf, textOf } from './protocols/reading';
import { certificateUrl, envelopeOf, isSignedBySns, snsUrl } from './protocols/sns';

export interface AwsConfig extends CarrierConfig {
	/** Name or ARN; its event destination gets the receipts. Empty when nobody listens. */
	readonly configurationSet: string;
	/** The SNS topics whose notifications are ours; empty when any may be, and the secret in our URL tells. */
	readonly topicArns: readonly string[];
}

const NAME = 'AWS End User Messaging SMS';

/** By an error's reason, else by its type. */
const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	ThrottlingException: 'throttled',
	AccessDeniedException: 'bad-config',
	UnrecognizedClientException: 'bad-config', // no such key
	InvalidSignatureException: 'bad-config', // another secret
	IncompleteSignatureException: 'bad-config',
	MissingAuthenticationTokenException: 'bad-config',
	ResourceNotFoundException: 'bad-config', // no such sender or configuration set
	ValidationException: 'bad-message',
	DESTINATION_PHONE_NUMBER_OPTED_OUT: 'recipient-opted-out',
	NO_ORIGINATION_IDENTITIES_FOUND: 'bad-config',
	NUMBER_CAPABILITIES_MISMATCH: 'bad-config',
	MESSAGE_TYPE_MISMATCH: 'bad-config',
	// the sender or the account cannot send to this country; to others it may
	DESTINATION_COUNTRY_BLOCKED: 'rejected',
	COUNTRY_NOT_ENABLED: 'rejected',
	INTERNATIONAL_SENDING_NOT_SUPPORTED: 'rejected',
	INVALID_IDENTITY_FOR_DESTINATION_COUNTRY: 'rejected',
	SENDER_ID_NOT_REGISTERED: 'rejected',
	SENDER_ID_NOT_SUPPORTED: 'rejected',
	SENDER_ID_REQUIRES_REGISTRATION: 'rejected',
	PRICE_OVER_THRESHOLD: 'rejected',
};

/** Fields of a request that come from the credential and the sender: what is wrong with them is wrong with every text. */
const SETTINGS = ['OriginationIdentity', 'ConfigurationSetName'];

const STATUSES: Readonly<Record<string, { status: DeliveryStatus; isFinal: boolean }>> = {
	TEXT_QUEUED: { status: 'queued', isFinal: false },
	TEXT_PENDING: { status: 'queued', isFinal: false },
	// the network has it; in some countries nothing better comes
	TEXT_SUCCESSFUL: { status: 'sent', isFinal: false },
	TEXT_DELIVERED: { status: 'delivered', isFinal: true },
	TEXT_INVALID: { status: 'undelivered', isFinal: true },
	TEXT_INVALID_MESSAGE: { status: 'rejected', isFinal: true },
	TEXT_UNREACHABLE: { status: 'undelivered', isFinal: true },
	TEXT_CARRIER_UNREACHABLE: { status: 'undelivered', isFinal: true },
	TEXT_BLOCKED: { status: 'rejected', isFinal: true },
	TEXT_CARRIER_BLOCKED: { status: 'rejected', isFinal: true },
	TEXT_PROTECT_BLOCKED: { status: 'rejected', isFinal: true },
	TEXT_SPAM: { status: 'rejected', isFinal: true },
	TEXT_TTL_EXPIRED: { status: 'expired', isFinal: true },
	TEXT_UNKNOWN: { status: 'unknown', isFinal: true },
};

const REASONS: Readonly<Record<string, FailureReason>> = {
	TEXT_INVALID: 'invalid_number',
	TEXT_UNREACHABLE: 'unreachable',
	TEXT_CARRIER_UNREACHABLE: 'unreachable',
	TEXT_BLOCKED: 'blocked',
	TEXT_CARRIER_BLOCKED: 'spam', // malicious or unsolicited, the network says
	TEXT_PROTECT_BLOCKED: 'blocked', // by a rule of the account
	TEXT_SPAM: 'spam',
	TEXT_TTL_EXPIRED: 'expired',
};

/** Our key in a text's context, which its receipts repeat. */
const REF = 'commerceSmsRef';

export const aws: Carrier<AwsConfig> = {
	id: 'aws',
	name: NAME,
	credential: 'commerceSmsAwsApi',
	// 1,600 characters
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 10 },
	capabilities: {
		mms: false, // takes pictures from S3 only
		dlt: true,
		priceInResponse: false,
		scheduling: false,
		receipts: true,
		replies: true,
		signsWebhooks: true,
		tellsOptOuts: true,
	},

	acknowledgement: { contentType: 'text/plain', body: '' },

	readConfig({ baseUrl, region, accessKeyId, secretAccessKey, configurationSet, topicArns }) {
		if (typeof region !== 'string' || !/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region.trim())) {
			throw new CarrierError('bad-config', 'The Region in the AWS credential must be one such as eu-central-1');
		}
		if (!accessKeyId || !secretAccessKey) {
			throw new CarrierError('bad-config', 'The AWS credential has no access key ID or no secret access key');
		}
		return {
			baseUrl: baseUrlOf(baseUrl, `https://sms-voice.${region.trim()}.amazonaws.com`),
			configurationSet: typeof configurationSet === 'string' ? configurationSet.trim() : '',
			topicArns: typeof topicArns === 'string' ? topicArns.split(/[\s,]+/).filter((arn) => arn && arn !== 'any') : [],
		};
	},

	// Receipts go where the configuration set says; none can be sent to a URL of its own.
	buildSend: ({ to, from, text, ref, dlt }, { baseUrl, configurationSet }) => ({
		method: 'POST',
		url: `${baseUrl}/`,
		headers: {
			'content-type': 'application/x-amz-json-1.0',
			'x-amz-target': 'PinpointSMSVoiceV2.SendTextMessage',
		},
		body: JSON.stringify({
			DestinationPhoneNumber: to,
			OriginationIdentity: from,
			MessageBody: text,
			...(configurationSet ? { ConfigurationSetName: configurationSet } : {}),
			...(ref ? { Context: { [REF]: ref } } : {}),
			...(dlt
				? { DestinationCountryParameters: { IN_ENTITY_ID: dlt.entityId, IN_TEMPLATE_ID: dlt.templateId } }
				: {}),
		}),
	}),

	parseSend(response) {
		const answer = fieldsOf(jsonOf(response.body));
		if (!isSuccess(response)) throw refusal(response, answer);
		const id = textOf(answer.MessageId);
		if (!id) throw unreadable(NAME, response);
		return { id, status: 'queued' };
	},

	// SNS signs for everybody: the topic shows whose it is, or else the secret in our URL.
	proofBy: ({ topicArns }) => (topicArns.length > 0 ? 'signature' : 'both'),
	proofUrl: certificateUrl,
	verifyWebhook: (request, { topicArns }, certificate) =>
		(topicArns.length === 0 || topicArns.includes(textOf(envelopeOf(request).TopicArn) ?? '')) &&
		isSignedBySns(request, certificate),

	parseWebhook(request) {
		const envelope = envelopeOf(request);
		if (envelope.Type === 'SubscriptionConfirmation') {
			const visit = snsUrl(envelope.SubscribeURL);
			return [visit ? { kind: 'handshake', visit } : ignored('asks for a visit of a URL that is not of SNS')];
		}
		if (envelope.Type !== 'Notification') return [ignored('is no notification')];
		const message = fieldsOf(jsonOf(textOf(envelope.Message) ?? ''));
		return ['inboundMessageId' in message ? reply(message, envelope) : receipt(message, envelope)];
	},
};

const ignored = (what: string): CarrierEvent => ({ kind: 'ignored', reason: `This webhook of ${NAME} ${what}` });

function refusal(response: WireResponse, answer: Json): CarrierError {
	const type = textOf(answer.__type)?.split('#').at(-1);
	const code = textOf(answer.Reason) ?? type;
	const fields = listOf(answer.Fields).map(fieldsOf);
	const message = [
		textOf(answer.Message) ?? textOf(answer.message),
		...fields.map(({ Name, Message }) => [textOf(Name), textOf(Message)].filter(Boolean).join(' ')),
	];
	const isSetting = fields.some(({ Name }) => SETTINGS.includes(textOf(Name) ?? ''));
	const meaning = isSetting ? 'bad-config' : (meaningOf(SEND_ERRORS, code) ?? meaningOf(SEND_ERRORS, type));
	const words = {
		code,
		...(code === 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT' ? { reason: 'no_credit' as const } : {}),
		message: message.filter(Boolean).join(': '),
	};
	return failureOf(NAME, response, words, code && meaning ? { [code]: meaning } : {});
}

function receipt(message: Json, envelope: Json): CarrierEvent {
	const id = textOf(message.messageId);
	const errorCode = textOf(message.eventType) ?? '';
	const known = meaningOf(STATUSES, errorCode);
	if (!id || !known) return ignored(`brings the event "${errorCode}", which is not known, or of no text`);
	// AWS goes on trying after a failure that it does not call final
	const goesOn = message.isFinal === false && known.isFinal && known.status !== 'delivered';
	const context = Object.entries(fieldsOf(message.context)).filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string',
	);
	const hasFailed = !goesOn && known.isFinal && known.status !== 'delivered';
	return {
		kind: 'receipt',
		id,
		eventId: textOf(envelope.MessageId),
		to: textOf(message.destinationPhoneNumber),
		from: textOf(message.originationPhoneNumber),
		...(goesOn ? { status: 'queued', isFinal: false } : known),
		...(message.isFinal === true ? { isFinal: true } : {}),
		errorCode,
		reason: hasFailed ? (meaningOf(REASONS, errorCode) ?? 'unknown') : undefined,
		segments: countOf(message.totalMessageParts),
		price: priceOf(message),
		at: momentOf(message.eventTimestamp),
		clientRef: context.find(([name]) => name === REF)?.[1],
		context: context.length > 0 ? Object.fromEntries(context) : undefined,
	};
}

/** What AWS and the network take. */
function priceOf({ totalMessagePrice, totalCarrierFee }: Json) {
	if (typeof totalMessagePrice !== 'number') return undefined;
	const fee = typeof totalCarrierFee === 'number' ? totalCarrierFee : 0;
	return { amount: String(Number((totalMessagePrice + fee).toFixed(6))) };
}

/** Milliseconds since 1970, as ISO 8601. */
function momentOf(milliseconds: unknown): string | undefined {
	const moment = new Date(typeof milliseconds === 'number' ? milliseconds : Number.NaN);
	return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** What AWS acts on and answers by itself, unless the sender's opt-outs are self-managed: the page says to leave that off. */
const OPT_OUT = /^(ARRET|CANCEL|END|OPT-?OUT|QUIT|REMOVE|STOP|TD|UNSUBSCRIBE)$/i;
const handledBy = (keyword = ''): CarrierReply['handledByCarrier'] =>
	OPT_OUT.test(keyword) ? 'opt-out' : /^HELP$/i.test(keyword) ? 'help' : undefined;

function reply(message: Json, envelope: Json): CarrierEvent {
	const [id, from, to] = [message.inboundMessageId, message.originationNumber, message.destinationNumber].map(textOf);
	if (!id || !from || !to) return ignored('names no sender or recipient');
	const keyword = textOf(message.messageKeyword);
	return {
		kind: 'reply',
		id,
		eventId: textOf(envelope.MessageId),
		from,
		to,
		text: typeof message.messageBody === 'string' ? message.messageBody : '',
		keyword,
		media: [],
		at: textOf(envelope.Timestamp),
		handledByCarrier: handledBy(keyword),
	};
}
