// What Twilio checks before it accepts a text, in its order and with its codes.
// https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource
import { TWILIO_ACCOUNT, TWILIO_POOL } from '../accounts';
import { isE164, pickFromPool, type SendOrder, type TwinParts } from '../carrier';
import { type Answer } from '../http';
import { countryOf, masked, twilioError } from './twilio-wire';

const refusal = (code: number, message: string) => twilioError(400, code, message);

/**
 * Twilio's own magic numbers give the same errors here as with its test credentials, so each case can be tried without
 * a fault switch. https://www.twilio.com/docs/iam/test-credentials#test-sms-messages
 */
const MAGIC_TO = new Map<string, (to: string, from: string) => Answer>([
	['+15005550001', (to) => refusal(21211, `Invalid 'To' Phone Number: ${masked(to)}`)],
	['+15005550002', (to, from) => refusal(21612, unreachable(to, from))],
	[
		'+15005550003',
		(to) =>
			refusal(
				21408,
				`Permission to send an SMS has not been enabled for the region indicated by the 'To' number: ${masked(to)}`,
			),
	],
	['+15005550004', () => refusal(21610, UNSUBSCRIBED)],
	['+15005550009', (to) => refusal(21614, `'To' number is not a valid mobile number: ${masked(to)}`)],
]);

const MAGIC_FROM = new Map<string, (from: string) => Answer>([
	['+15005550001', (from) => refusal(21212, `Invalid 'From' Phone Number: ${masked(from)}`)],
	[
		'+15005550007',
		(from) =>
			refusal(
				21606,
				`The 'From' phone number provided (${masked(from)}) is not a valid message-capable Twilio phone number for this destination/account`,
			),
	],
	[
		'+15005550008',
		(from) => refusal(21611, `This 'From' number has exceeded the maximum number of queued messages: ${masked(from)}`),
	],
]);

const UNSUBSCRIBED = 'Attempt to send to unsubscribed recipient';
const unreachable = (to: string, from: string) =>
	`The 'To' phone number: ${to}, is not currently reachable using the 'From' phone number: ${from} via SMS.`;

/** A name instead of a number: up to 11 letters, digits, blanks and + - _ &, one letter at least (21212 otherwise). */
const isAlphanumericSender = (from: string) => /^(?=.*[A-Za-z])[A-Za-z0-9 +\-_&]{1,11}$/.test(from);
const isShortCode = (number: string) => /^\d{3,8}$/.test(number);

const MAX_BODY_CHARACTERS = 1600;
const MAX_MEDIA = 10;
const SCHEDULE_FROM_MS = 300_000;
const SCHEDULE_TO_MS = 35 * 86_400_000;
const MAX_VALIDITY_SECONDS = 36_000;

/** The form of a POST to Messages.json as an order, or Twilio's refusal. */
export function readTwilioSend(
	form: URLSearchParams,
	{ now, optOuts }: TwinParts,
	serviceStatusCallback: string | null,
): SendOrder | Answer {
	const to = form.get('To') ?? '';
	// "You need to pass a MessageServiceSid instead or along with a From": a From may itself be a service (error 35118)
	const fromField = form.get('From') ?? '';
	const serviceSid = form.get('MessagingServiceSid') || (fromField.startsWith('MG') ? fromField : '');
	const from = fromField === serviceSid ? '' : fromField;
	const text = form.get('Body') ?? '';
	const media = form.getAll('MediaUrl').filter(Boolean);

	if (!to) return refusal(21604, "A 'To' phone number is required.");
	if (!from && !serviceSid) return refusal(21603, "A 'From' phone number is required.");
	if (!text && media.length === 0 && !form.get('ContentSid')) return refusal(21602, 'Message body is required.');

	const badTo = checkTo(to, from);
	if (badTo) return badTo;
	if (serviceSid && serviceSid !== TWILIO_ACCOUNT.messagingServiceSid) {
		return refusal(21701, `The Messaging Service does not exist: ${serviceSid}`);
	}
	const sender = from || pickFromPool(TWILIO_POOL, to)?.number || '';
	const badFrom = from ? checkFrom(from, to) : null;
	if (badFrom) return badFrom;

	if (text.length > MAX_BODY_CHARACTERS) {
		return refusal(21617, 'The concatenated message body exceeds the 1600 character limit');
	}
	if (media.length > MAX_MEDIA) return refusal(21623, 'Number of media files exceeds allowed limit');
	const badCallback = checkCallback(form.get('StatusCallback'));
	if (badCallback) return badCallback;
	const validity = form.get('ValidityPeriod');
	if (validity && !(Number(validity) >= 1 && Number(validity) <= MAX_VALIDITY_SECONDS)) {
		return refusal(21624, `Invalid validity period value: ${validity}`);
	}
	const sendAt = readSchedule(form, serviceSid !== '', now());
	if (typeof sendAt === 'object' && sendAt !== null) return sendAt;

	const pool = serviceSid || null;
	if (optOuts.isBlocked(optOutScopeOf(sender), to)) return refusal(21610, UNSUBSCRIBED);

	const callback = form.get('StatusCallback') || (pool ? serviceStatusCallback : null);
	return { phone: to, sender, pool, text, media, receiptUrls: callback ? [callback] : [], sendAt };
}

/** A STOP to a number of the Messaging Service counts for the whole service, to any other number for that number. */
export const optOutScopeOf = (sender: string): string =>
	TWILIO_POOL.some(({ number }) => number === sender) ? TWILIO_ACCOUNT.messagingServiceSid : sender;

function checkTo(to: string, from: string): Answer | null {
	const magic = MAGIC_TO.get(to);
	if (magic) return magic(to, from);
	if (isShortCode(to)) return refusal(21265, `'To' number cannot be a Short Code: ${to}`);
	if (!isE164(to)) return refusal(21211, `Invalid 'To' Phone Number: ${masked(to)}`);
	if (to === from) return refusal(21266, `'To' and 'From' number cannot be the same: ${masked(to)}`);
	return null;
}

function checkFrom(from: string, to: string): Answer | null {
	const magic = MAGIC_FROM.get(from);
	if (magic) return magic(from);
	const own = TWILIO_ACCOUNT.numbers.find(({ number }) => number === from);
	if (own) {
		const isAbroad = own.type === 'short-code' && countryOf(to) !== own.country;
		return isAbroad ? notTwilio(from) : null;
	}
	if (isE164(from) || isShortCode(from)) return notTwilio(from);
	if (isAlphanumericSender(from)) {
		// North America takes no names: https://www.twilio.com/docs/api/errors/21612
		return to.startsWith('+1') ? refusal(21612, unreachable(to, from)) : null;
	}
	return refusal(21212, `Invalid 'From' Phone Number: ${masked(from)}`);
}

const notTwilio = (from: string) =>
	refusal(21659, `'From' ${from} is not a Twilio phone number or Short Code country mismatch`);

/** A callback that is no web address is refused at once: https://www.twilio.com/docs/api/errors/21609 */
function checkCallback(url: string | null): Answer | null {
	if (!url || /^https?:$/.test(URL.parse(url)?.protocol ?? '')) return null;
	return refusal(21609, `The StatusCallback URL ${url} is not a valid URL.`);
}

/** https://www.twilio.com/docs/messaging/features/message-scheduling and the errors 35111, 35114 and 35118 */
function readSchedule(form: URLSearchParams, hasService: boolean, now: number): number | null | Answer {
	if (form.get('ScheduleType') !== 'fixed') return null;
	if (!hasService) return refusal(35118, 'MessagingServiceSid is required to schedule a message');
	const sendAt = form.get('SendAt');
	if (!sendAt) return refusal(35111, 'SendAt timestamp is missing');
	const at = Date.parse(sendAt);
	if (!(at - now >= SCHEDULE_FROM_MS && at - now <= SCHEDULE_TO_MS)) {
		return refusal(
			35114,
			'SendAt time must be between 300 seconds and 35 days (3024000 seconds) in the future, inclusive',
		);
	}
	return at;
}
