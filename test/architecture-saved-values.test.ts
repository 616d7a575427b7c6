// What users' workflows, credentials and ledgers hold of this package. Append, never rename, never remove: a workflow saved
// today must still run tomorrow. A new value is added here in the same commit.

import { type INodeTypeDescription, NodeHelpers } from 'n8n-workflow';
import { CARRIER_IDS } from '../lib/carriers';
import { CARRIER_ERROR_CODES } from '../lib/domain/errors';
import { SILENT_STAGES, TEXTED_STAGES } from '../lib/domain/stages';
import { PLACEHOLDERS } from '../lib/domain/template';
import { SOURCES } from '../lib/sources';
import { fieldsOf, loadCredentials, loadNodes, placed } from './support/descriptions';
import { readJson, wordsOfUnion } from './support/source-files';

const sorted = (values: Iterable<string>) => [...values].sort();

/** A field as it is saved: n8n leaves out what is at its default, so a default may not change either. */
const savedForm = (properties: INodeTypeDescription['properties']): string[] =>
	fieldsOf(properties).map(({ path, field, choices }) => {
		const values = choices.map(({ value }) => String(value)).sort();
		const isEvery =
			values.length > 0 && JSON.stringify([...(field.default as string)].sort()) === JSON.stringify(values);
		const default_ = isEvery ? 'all' : JSON.stringify(field.default);
		return [path, field.type, values.join('|'), `= ${default_}`].filter(Boolean).join(' ');
	});

const STAGES =
	'cancelled|confirmed|delayed|delivered|exception|failed_attempt|out_for_delivery|ready_for_pickup|refunded|returned|shipped';
const LANGUAGES = '|bg|cs|da|de|el|en|es|et|fi|fr|hi|hr|hu|id|it|lt|lv|nb|nl|pl|pt|pt-BR|ro|sk|sl|sv|tr|uk';

const NODES: Readonly<Record<string, readonly string[]>> = {
	orderStatusSms: [
		'operation options getOrder|preview|sendOrderUpdate = "sendOrderUpdate"',
		'carrier options telnyx|twilio = "twilio"',
		'sender string = ""',
		'orderData options automatic|mapped = "automatic"',
		'topic string = ""',
		`stage options ${STAGES} = "shipped"`,
		'orderNumber string = ""',
		'phone string = ""',
		'mappedFields collection = {}',
		'mappedFields.country string = ""',
		'mappedFields.currency string = ""',
		'mappedFields.eta string = ""',
		'mappedFields.firstName string = ""',
		'mappedFields.items string = ""',
		'mappedFields.language string = ""',
		'mappedFields.orderUrl string = ""',
		'mappedFields.reason string = ""',
		'mappedFields.refundAmount string = ""',
		'mappedFields.total string = ""',
		'mappedFields.trackingCompany string = ""',
		'mappedFields.trackingNumber string = ""',
		'mappedFields.trackingUrl string = ""',
		`stagesToText multiOptions ${STAGES} = all`,
		'ownTexts fixedCollection = {}',
		`ownTexts.texts.stage options ${STAGES} = "shipped"`,
		`ownTexts.texts.language options ${LANGUAGES} = ""`,
		'ownTexts.texts.text string = ""',
		'options collection = {}',
		'options.brand string = ""',
		'options.completedMeans options delivered|shipped = "shipped"',
		'options.defaultCountry string = ""',
		`options.language options ${LANGUAGES} = ""`,
		'options.maxSegments number = 3',
		'options.parallel number = 50',
		'options.smartEncoding boolean = true',
		'options.supportPhone string = ""',
		'options.testRedirect string = ""',
		'options.timeZone string = ""',
		'options.unpaidIsConfirmed boolean = false',
		'options.whenDead options skip|try = "skip"',
		'options.whenUnknown options hold|resend = "hold"',
		'orderOrTrackingNumber string = ""',
	],
};

/** By operation: connections hold the position, so the names may change and new outputs come last. */
const OUTPUTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	orderStatusSms: {
		sendOrderUpdate: ['Sent', 'Scheduled', 'Skipped'],
		preview: ['Would Be Sent', 'Would Be Scheduled', 'Would Be Skipped'],
		getOrder: ['Found', 'Not Found'],
	},
};

const CREDENTIALS: Readonly<Record<string, readonly string[]>> = {
	commerceSmsShopApi: [
		'brand string = ""',
		'supportPhone string = ""',
		'shopUrl string = ""',
		'defaultCountry string = ""',
		'timeZone string = ""',
		'language string = ""',
		'optOutScope options everything|marketing = "everything"',
		'shopKey string = "default"',
		'ledger options sqlite = "sqlite"',
		'ledgerPath string = ""',
	],
	commerceSmsTelnyxApi: [
		'apiKey string = ""',
		'publicKey string = ""',
		'sender string = ""',
		'messagingProfileId string = ""',
		'messagesPerSecond number = 0',
		'baseUrl string = "https://api.telnyx.com"',
	],
	commerceSmsTwilioApi: [
		'accountSid string = ""',
		'authType options apiKey|authToken = "authToken"',
		'authToken string = ""',
		'apiKeySid string = ""',
		'apiKeySecret string = ""',
		'sender string = ""',
		'messagesPerSecond number = 0',
		'baseUrl string = "https://api.twilio.com"',
	],
};

test('the package has its name, which begins the type of every node in a workflow', () => {
	expect(readJson<{ name: string }>('package.json').name).toBe('n8n-nodes-commerce-sms');
});

test('nodes and their parameters, choices and defaults', async () => {
	const nodes = [...(await loadNodes()).values()];
	expect(sorted(nodes.map(({ description }) => description.name))).toEqual(sorted(Object.keys(NODES)));
	for (const { description } of nodes) {
		expect(description.version).toBe(1);
		expect(sorted(savedForm(description.properties))).toEqual(sorted(NODES[description.name] ?? []));
	}
});

test('positions of the outputs', async () => {
	for (const { description } of (await loadNodes()).values()) {
		const byOperation = OUTPUTS[description.name] ?? {};
		const operations = fieldsOf(description.properties).find(({ path }) => path === 'operation')?.choices ?? [];
		expect(sorted(Object.keys(byOperation))).toEqual(sorted(operations.map(({ value }) => String(value))));
		for (const [operation, names] of Object.entries(byOperation)) {
			const { workflow, node } = placed(description, { operation });
			const outputs = NodeHelpers.getNodeOutputs(workflow, node, description);
			expect(outputs).toEqual(names.map((displayName) => ({ type: 'main', displayName })));
		}
	}
});

test('credentials and their fields', async () => {
	const credentials = [...(await loadCredentials()).values()];
	expect(Object.fromEntries(credentials.map(({ name, properties }) => [name, sorted(savedForm(properties))]))).toEqual(
		Object.fromEntries(Object.entries(CREDENTIALS).map(([name, fields]) => [name, sorted(fields)])),
	);
});

test.each<[what: string, saved: readonly string[], now: () => Iterable<string>]>([
	['carriers', ['telnyx', 'twilio'], () => CARRIER_IDS],
	['sources', ['aftership', 'shopify', 'woocommerce'], () => SOURCES.map(({ id }) => id)],
	['stages that are texted', STAGES.split('|'), () => TEXTED_STAGES],
	['stages that are not', ['awaiting_payment', 'label_created', 'return_requested'], () => SILENT_STAGES],
	[
		'reasons for a skip',
		[
			'backwards',
			'duplicate',
			'in-progress',
			'needs-lookup',
			'no-textable-phone',
			'nothing-to-tell',
			'opted-out',
			'outcome-unknown',
			'silent-stage',
			'stage-not-chosen',
			'test-order',
			'unidentified',
		],
		() => wordsOfUnion('lib/domain/gate.ts', 'GateRule'),
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
			'items',
			'order_number',
			'order_url',
			'reason',
			'refund_amount',
			'shop_url',
			'support_phone',
			'total',
			'tracking',
			'tracking_company',
			'tracking_number',
			'tracking_url',
		],
		() => Object.keys(PLACEHOLDERS),
	],
])('%s', (_what, saved, now) => {
	expect(sorted(now())).toEqual(saved);
});
