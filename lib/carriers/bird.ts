// Bird, Channels API: the SMS channel of a workspace.
// API       https://docs.bird.com/api/channels-api/supported-channels/programmable-sms/sending-sms-messages
// Webhooks  https://docs.bird.com/api/channels-api/message-status-and-interactions
// Replies   https://docs.bird.com/api/channels-api/supported-channels/programmable-sms/receiving-messages
// Failures  https://docs.bird.com/api/channels-api/message-status-and-interactions/message-failure-codes
// Proof     https://docs.bird.com/api/notifications-api/api-reference/webhooks/verifying-a-webhook

import { type DeliveryStatus, type FailureReason } from '../domain/delivery';
import { CarrierError, type CarrierErrorCode } from '../domain/errors';
import { jsonOf } from '../wire';
import { type Carrier, type CarrierConfig, type CarrierEvent } from './carrier';
import { failureOf, isSuccess, unreadable } from './protocols/http-failure';
import { isSignedOver } from './protocols/messagebird-proof';
import { baseUrlOf, fieldsOf, type Json, listOf, meaningOf, textOf } from './protocols/reading';

export interface BirdConfig extends CarrierConfig {
	readonly workspaceId: string;
	readonly channelId: string;
	/** As given to the webhook subscriptions; empty when webhooks are not used. */
	readonly signingKey: string;
}

const SEND_ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
	http422: 'bad-message', // "did not pass validation"
};

const STATUSES: Readonly<Record<string, { status: DeliveryStatus; isFinal: boolean }>> = {
	accepted: { status: 'queued', isFinal: false },
	sent: { status: 'sent', isFinal: false },
	delivered: { status: 'delivered', isFinal: true },
	sending_failed: { status: 'failed', isFinal: true },
	delivery_failed: { status: 'undelivered', isFinal: true },
};

const REASONS: Readonly<Record<string, FailureReason>> = {
	11002: 'unknown', // invalid input
	12001: 'unknown', // fault of Bird
	12003: 'blocked', // this sender may not text that destination
	15001: 'unknown', // fault of the network
	15005: 'invalid_number', // unknown subscriber
};

/** Codes of the SMS platform behind the channel, which is MessageBird's: they say more. */
const PLATFORM = 'sms-messagebird';
const PLATFORM_REASONS: Readonly<Record<string, FailureReason>> = {
	1: 'invalid_number', // unknown subscriber
	103: 'opted_out',
};

/** Webhooks are sent again for eight hours; nothing says that they are signed anew. */
const WINDOW_SECONDS = 9 * 3600;

export const bird: Carrier<BirdConfig> = {
	id: 'bird',
	name: 'Bird',
	credential: 'commerceSmsBirdApi',
	// as MessageBird's
	limits: { senders: ['phone-number', 'short-code', 'alphanumeric'], maxSegments: 9 },
	capabilities: {
		mms: true,
		dlt: false,
		priceInResponse: false,
		scheduling: false,
		receipts: true,
		replies: true,
		signsWebhooks: true,
		tellsOptOuts: true,
	},

	acknowledgement: { contentType: 'text/plain', body: '' },
	// No `lookUp`: nothing promises that the list of a channel's messages is complete.

	readConfig({ accessKey, workspaceId, channelId, signingKey, baseUrl }) {
		if (typeof accessKey !== 'string' || accessKey.trim() === '') {
			throw new CarrierError('bad-config', 'The access key in the Bird credential is missing');
		}
		return {
			workspaceId: idOf(workspaceId, 'Workspace ID'),
			channelId: idOf(channelId, 'Channel ID'),
			signingKey: typeof signingKey === 'string' ? signingKey.trim() : '',
			baseUrl: baseUrlOf(baseUrl, 'https://api.bird.com'),
		};
	},

	// receipts go where the workspace's webhook subscription says
	buildSend({ to, from, text, mediaUrls = [], ref }, { baseUrl, workspaceId, channelId }) {
		const images = mediaUrls.map((mediaUrl) => ({ mediaUrl }));
		return {
			method: 'POST',
			url: `${baseUrl}/workspaces/${workspaceId}/channels/${channelId}/messages`,
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify({
				sender: { connector: { identifierValue: from } },
				receiver: { contacts: [{ identifierKey: 'phonenumber', identifierValue: to }] },
				body: images.length > 0 ? { type: 'image', image: { text, images } } : { type: 'text', text: { text } },
				...(ref ? { reference: ref } : {}),
			}),
		};
	},

	parseSend(response) {
		const answer = fieldsOf(jsonOf(response.body));
		if (!isSuccess(response)) {
			const words = { code: textOf(answer.code), message: textOf(answer.message) };
			throw failureOf('Bird', response, words, SEND_ERRORS);
		}
		const id = textOf(answer.id);
		if (!id) throw unreadable('Bird', response);
		const status = textOf(answer.status);
		const known = meaningOf(STATUSES, status);
		if (known?.status === 'failed' || known?.status === 'undelivered') {
			const { errorCode: code, reason } = failureIn(answer);
			const words = { code, message: textOf(answer.reason), reason };
			const kind = reason === 'opted_out' ? 'recipient-opted-out' : 'rejected';
			throw failureOf('Bird', response, words, { [`http${response.status}`]: kind });
		}
		return { id, status: status === 'sent' ? 'sent' : 'queued', clientRef: textOf(answer.reference) };
	},

	verifyWebhook: (request, { signingKey }) => isSignedOver(request.url, request, signingKey, WINDOW_SECONDS),

	parseWebhook(request) {
		const { event, payload } = fieldsOf(jsonOf(request.body));
		const message = fieldsOf(payload);
		if (event === 'sms.inbound') return [reply(message)];
		if (event === 'sms.outbound') return [receipt(message)];
		return [{ kind: 'ignored', reason: `Bird event "${textOf(event) ?? 'none'}" is no text message` }];
	},
};

function idOf(field: unknown, name: string): string {
	const id = typeof field === 'string' ? field.trim() : '';
	if (/^[0-9a-f-]{36}$/i.test(id)) return id;
	throw new CarrierError('bad-config', `The ${name} in the Bird credential must be 36 characters, as Bird shows it`);
}

function failureIn(message: Json) {
	const { code, source } = fieldsOf(message.failure);
	const errorCode = textOf(code);
	const platform = fieldsOf(source);
	const told = platform.name === PLATFORM ? meaningOf(PLATFORM_REASONS, textOf(platform.code)) : undefined;
	return { errorCode, reason: told ?? meaningOf(REASONS, errorCode) };
}

/** The number of a party: of a customer's contact, or of the connector that is our sender. */
const numberOf = (parties: readonly unknown[]) =>
	parties.flatMap((party) => textOf(fieldsOf(party).identifierValue) ?? [])[0];

function receipt(message: Json): CarrierEvent {
	const [id, word] = [textOf(message.id), textOf(message.status)];
	const known = meaningOf(STATUSES, word);
	if (!id || !known) return { kind: 'ignored', reason: `Bird status "${word}" is not known` };
	const isFailure = known.status === 'failed' || known.status === 'undelivered';
	const { errorCode, reason } = failureIn(message);
	return {
		kind: 'receipt',
		id,
		to: numberOf(listOf(fieldsOf(message.receiver).contacts)),
		from: numberOf([fieldsOf(message.sender).connector]),
		...known,
		status: reason === 'opted_out' ? 'rejected' : known.status,
		errorCode,
		reason: isFailure ? (reason ?? 'unknown') : undefined,
		at: textOf(message.lastStatusAt),
		clientRef: textOf(message.reference),
	};
}

function reply(message: Json): CarrierEvent {
	const receiver = fieldsOf(message.receiver);
	const id = textOf(message.id);
	const from = numberOf([fieldsOf(message.sender).contact]);
	// where the number of a channel is left out, the channel itself is what was texted
	const to = numberOf([receiver.connector, ...listOf(receiver.connectors)]) ?? textOf(message.channelId);
	if (!id || !from || !to) return { kind: 'ignored', reason: 'This Bird event names no sender or channel' };
	const body = fieldsOf(message.body);
	const content = fieldsOf(body[textOf(body.type) ?? '']);
	return {
		kind: 'reply',
		id,
		from,
		to,
		text: textOf(content.text) ?? '',
		media: [...listOf(content.images), ...listOf(content.files)].map(fieldsOf).flatMap((entry) => {
			const url = textOf(entry.mediaUrl);
			return url ? [{ url, contentType: textOf(entry.contentType) }] : [];
		}),
		at: textOf(message.createdAt),
	};
}
