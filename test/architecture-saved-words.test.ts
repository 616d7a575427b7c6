// Words that workflows branch on and ledgers hold. Append, never rename, never remove. A new one is added here in the same
// commit.

import { CARRIER_IDS } from '../lib/carriers';
import { ANSWERED } from '../lib/domain/choose-answer';
import { OPT_IN_TEXTS, PROOFS } from '../lib/domain/consent/compose-opt-in';
import { CONSENT_PURPOSES, CONSENT_SOURCES, CONSENT_STATUSES } from '../lib/domain/consent/consent';
import { REQUEST_PURPOSES } from '../lib/domain/consent/purpose';
import { DELIVERY_STATUSES, FAILURE_REASONS } from '../lib/domain/delivery';
import { CARRIER_ERROR_CODES } from '../lib/domain/errors';
import { SILENT_STAGES, TEXTED_STAGES } from '../lib/domain/stages';
import { PLACEHOLDERS } from '../lib/domain/template';
import { ANSWER_NAMES } from '../lib/domain/texts/texts';
import { SOURCES } from '../lib/sources';
import { wordsOfUnion } from './support/source-files';

test.each<[what: string, saved: readonly string[], now: () => Iterable<string>]>([
	['carriers', ['telnyx', 'twilio'], () => CARRIER_IDS],
	['sources', ['aftership', 'shopify', 'woocommerce'], () => SOURCES.map(({ id }) => id)],
	[
		'stages that are texted',
		[
			'cancelled',
			'confirmed',
			'delayed',
			'delivered',
			'exception',
			'failed_attempt',
			'out_for_delivery',
			'ready_for_pickup',
			'refunded',
			'returned',
			'shipped',
		],
		() => TEXTED_STAGES,
	],
	['stages that are not', ['awaiting_payment', 'label_created', 'return_requested'], () => SILENT_STAGES],
	[
		'reasons for a skip',
		[
			'backwards',
			'dead-number',
			'duplicate',
			'in-progress',
			'needs-lookup',
			'no-textable-phone',
			'nothing-to-tell',
			'opted-out',
			'order-opted-out',
			'outcome-unknown',
			'silent-stage',
			'stage-not-chosen',
			'test-order',
			'unidentified',
		],
		() => wordsOfUnion('lib/domain/gate.ts', 'GateRule'),
	],
	[
		'further reasons for a skip of a text that is to be sent again',
		['not-undelivered', 'too-many-tries', 'unknown-text'],
		() => wordsOfUnion('lib/flows/resend-text.ts', 'ResendRule'),
	],
	[
		'reasons for which a row gives no person',
		[
			'bad-birthday',
			'bad-country',
			'bad-language',
			'bad-time-zone',
			'invalid-phone',
			'no-country',
			'no-phone',
			'not-mobile',
		],
		() => wordsOfUnion('lib/domain/person.ts', 'PersonRule'),
	],
	[
		'kinds of replies',
		['answer', 'help', 'keyword', 'opt-in', 'opt-out', 'order-question', 'other'],
		() => wordsOfUnion('lib/domain/replies/classify.ts', 'ReplyKind'),
	],
	['what consent is given to', ['marketing', 'survey', 'transactional'], () => CONSENT_PURPOSES],
	['what a request is for', ['marketing', 'survey', 'verification'], () => REQUEST_PURPOSES],
	['where a consent stands', ['confirmed', 'none', 'pending', 'revoked'], () => CONSENT_STATUSES],
	[
		'where a consent comes from',
		['carrier', 'checkout', 'code', 'form', 'import', 'keyword', 'operator', 'reply', 'shop', 'staff'],
		() => CONSENT_SOURCES,
	],
	[
		'what happens to a consent',
		['confirm', 'decline', 'lift', 'list', 'record', 'remind', 'request', 'resume', 'revoke'],
		() => wordsOfUnion('lib/domain/consent/consent.ts', 'ConsentAction'),
	],
	[
		'reasons for which nothing happens to a consent',
		[
			'already-asked',
			'already-consented',
			'already-opted-out',
			'asked-before',
			'forgotten',
			'in-the-future',
			'not-asked',
			'not-opted-out',
			'older-than-opt-out',
			'opted-out',
			'reminded-already',
			'request-expired',
		],
		() => wordsOfUnion('lib/domain/consent/consent.ts', 'ConsentRule'),
	],
	[
		'further reasons for which nobody is asked',
		[
			'country-not-allowed',
			'dead-number',
			'no-textable-phone',
			'number-type-not-allowed',
			'too-many-from-address',
			'too-many-to-country',
			'too-many-to-phone',
			'too-many-to-range',
		],
		() => wordsOfUnion('lib/domain/consent/request.ts', 'RequestRule'),
	],
	[
		'further reasons for which a code confirms nothing',
		['expired', 'locked', 'no-request', 'no-textable-phone', 'not-a-code', 'used', 'wrong-code'],
		() => wordsOfUnion('nodes/SmsOptIn/actions/confirmCode.operation.ts', 'CodeRefusal'),
	],
	['texts of double opt-in', ['confirmation', 'phoneCheck', 'reminder', 'request'], () => OPT_IN_TEXTS],
	['proofs of an opt-in', ['both', 'code', 'reply'], () => PROOFS],
	['objections to an age', ['age-unknown', 'too-young'], () => wordsOfUnion('lib/domain/consent/ages.ts', 'AgeRule')],
	['what is answered automatically', ['acknowledgement', 'help', 'optIn', 'optOut', 'orderQuestion'], () => ANSWERED],
	[
		'automatic answers',
		[
			'acknowledgement',
			'help',
			'noOrder',
			'optedOut',
			'optedOutMarketing',
			'orderList',
			'orderStatus',
			'orderStopped',
			'started',
		],
		() => ANSWER_NAMES,
	],
	[
		'what became of a text',
		['delivered', 'expired', 'failed', 'queued', 'rejected', 'sent', 'undelivered', 'unknown'],
		() => DELIVERY_STATUSES,
	],
	[
		'reasons for a failed delivery',
		[
			'blocked',
			'expired',
			'invalid_number',
			'landline',
			'no_credit',
			'opted_out',
			'spam',
			'throttled',
			'unknown',
			'unreachable',
			'unregistered',
		],
		() => FAILURE_REASONS,
	],
	[
		'errors of a carrier',
		[
			'bad-config',
			'bad-message',
			'outcome-unknown',
			'recipient-opted-out',
			'rejected',
			'throttled',
			'unavailable',
			'unreadable-response',
		],
		() => CARRIER_ERROR_CODES,
	],
	[
		'errors of our own',
		['bad-setting', 'bad-template', 'ledger', 'missing-setting', 'no-order', 'too-long'],
		() => wordsOfUnion('lib/domain/errors.ts', 'DomainErrorCode'),
	],
	[
		'placeholders',
		[
			'brand',
			'eta',
			'eta_date',
			'eta_time',
			'first_name',
			'frequency',
			'items',
			'one_time_code',
			'order_number',
			'order_url',
			'orders',
			'rates_notice',
			'reason',
			'refund_amount',
			'shop_url',
			'status',
			'support_phone',
			'total',
			'tracking',
			'tracking_company',
			'tracking_number',
			'tracking_url',
			'valid_minutes',
		],
		() => Object.keys(PLACEHOLDERS),
	],
])('%s', (_what, saved, now) => {
	expect([...now()].sort()).toEqual(saved);
});
