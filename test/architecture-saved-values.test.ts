// What users' workflows and credentials hold of this package. Append, never rename, never remove: a workflow saved today must
// still run tomorrow. A new value is added here in the same commit.

import { type INodeParameters, type INodeTypeDescription, NodeHelpers } from 'n8n-workflow';
import { fieldsOf, loadCredentials, loadNodes, operationsOf, placed } from './support/descriptions';
import { foldersIn, readJson } from './support/source-files';

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

/** What is saved of a carrier lies with its fixtures: the folder has its id, credential.json the fields of its credential. */
const CARRIER = `carrier options ${foldersIn('test/carriers/fixtures').join('|')} = "twilio"`;

const NODES: Readonly<Record<string, readonly string[]>> = {
	orderStatusSms: [
		'operation options getOrder|preview|resend|sendOrderUpdate = "sendOrderUpdate"',
		CARRIER,
		'sender string = ""',
		'orderData options automatic|mapped = "automatic"',
		'topic string = ""',
		`stage options ${STAGES} = "shipped"`,
		'orderNumber string = ""',
		'phone string = ""',
		'mappedFields collection = {}',
		'mappedFields.country string = ""',
		'mappedFields.currency string = ""',
		'mappedFields.customerId string = ""',
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
		'options.promoCode string = ""',
		'options.smartEncoding boolean = true',
		'options.supportPhone string = ""',
		'options.testRedirect string = ""',
		'options.timeZone string = ""',
		'options.unpaidIsConfirmed boolean = false',
		'options.whenDead options skip|try = "skip"',
		'options.whenUnknown options hold|resend = "hold"',
		'orderOrTrackingNumber string = ""',
		'sendId string = "={{ $json.sendId }}"',
		'mostTries number = 3',
	],
	promoCode: [
		'resource options birthday|code|points|series = "code"',
		'operation options pickBirthdays = "pickBirthdays"',
		'operation options check|generate|get|redeem|release|remind|void = "generate"',
		'operation options award|balance|expire|history|spendForCode = "award"',
		'operation options addCodes|export|lowStock|publishToShop|stats = "publishToShop"',
		'codeShop options bigcommerce|magento|medusa|prestashop|shopify|woocommerce = "shopify"',
		'series string = "personal"',
		'series string = "points"',
		'series string = "birthday"',
		'series string = ""',
		'series string = "={{ $json.series }}"',
		'series string = ""',
		'series string = ""',
		'whatToMake options each|series = "each"',
		'wanted number = 1000',
		'whatToVoid options code|phone|series = "code"',
		'code string = "={{ $json.code }}"',
		'code string = "={{ $json.code }}"',
		'code string = ""',
		'series string = ""',
		'phone string = ""',
		'phone string = "={{ $json.phoneFull ?? $json.phone }}"',
		'phone string = "={{ $json.phoneFull ?? $json.phone }}"',
		'key string = ""',
		'key string = ""',
		'key string = "={{ $json.messageId ?? $execution.id + \\" \\" + $itemIndex }}"',
		'order string = ""',
		'orderDetails collection = {}',
		'orderDetails.collections string = ""',
		'orderDetails.currency string = ""',
		'orderDetails.products string = ""',
		'orderDetails.total string = ""',
		'reward options amount|free_shipping|gift|percent|points = "percent"',
		'percent number = 10',
		'amount string = ""',
		'currency string = ""',
		'giftProduct string = ""',
		'giftName string = ""',
		'rewardPoints number = 100',
		'validity options days|period = "days"',
		'validDays number = 30',
		'validFrom dateTime = ""',
		'validUntil dateTime = ""',
		'conditions collection = {}',
		'conditions.collections string = ""',
		'conditions.firstOrderOnly boolean = false',
		'conditions.minimumOrder string = ""',
		'conditions.minimumCurrency string = ""',
		'conditions.mobileOnly boolean = false',
		'conditions.products string = ""',
		'conditions.timeZone string = ""',
		'conditions.maxUses number = 1',
		'conditions.maxUsesPerCustomer number = 0',
		'appearance collection = {}',
		'appearance.alphabet options digits|letters|letters-and-digits = "letters-and-digits"',
		'appearance.checkCharacter boolean = false',
		'appearance.excluded string = ""',
		'appearance.length number = 10',
		'appearance.pattern string = ""',
		'appearance.prefix string = ""',
		'whenNotKnown options accept|refuse = "accept"',
		'addFrom options file|items|text = "file"',
		'inputField string = "data"',
		'csvText string = ""',
		'codeColumn string = "code"',
		'threshold number = 100',
		'withinDays number = 3',
		'whoGets options consented|everybody = "consented"',
		'knownForDays number = 30',
		'pointsFrom options fixed|total = "total"',
		'points number = 100',
		'pointsPerUnit number = 1',
		'points number = 100',
		'pointsExpireAfterDays number = 365',
		'reason string = ""',
		'returnAll boolean = false',
		'limit number = 50',
		'exportAs options csv|items|printer = "csv"',
		'filters collection = {}',
		'filters.given options no|yes = "yes"',
		'filters.redeemed options no|yes = "yes"',
		'filters.status options active|void = "active"',
		'output options items|page = "items"',
		'options collection = {}',
		'options.defaultCountry string = ""',
		`options.language options ${LANGUAGES} = ""`,
	],
	smsContact: [
		'operation options export|forget|get|import|save|search|tag|untag = "save"',
		'importNotice notice = ""',
		'importFrom options file|items|text = "items"',
		'inputField string = "data"',
		'csvText string = ""',
		'phone string = ""',
		'readItem boolean = true',
		'whenNumberIsNew options add|replace = "add"',
		'details collection = {}',
		'details.birthday string = ""',
		'details.country string = ""',
		'details.customerId string = ""',
		'details.firstName string = ""',
		'details.language string = ""',
		'details.name string = ""',
		'details.tags string = ""',
		'details.timeZone string = ""',
		'ownFields fixedCollection = {}',
		'ownFields.fields.name string = ""',
		'ownFields.fields.value string = ""',
		'options collection = {}',
		'options.defaultCountry string = ""',
		'options.keepOtherColumns boolean = false',
		'options.tags string = ""',
		'forgetNotice notice = ""',
		'findBy options customerId|phone = "phone"',
		'whichPhone string = "={{ $json.phoneFull ?? $json.phone }}"',
		'whichCustomerId string = "={{ $json.customerId }}"',
		'tags string = ""',
		'returnAll boolean = false',
		'limit number = 50',
		'exportAs options csv|items = "csv"',
		'fileName string = "contacts.csv"',
		'outputField string = "data"',
		'conditions collection = {}',
		'conditions.birthdayToday boolean = true',
		'conditions.consentPurpose options marketing|survey|transactional = "marketing"',
		'conditions.consentStatus options confirmed|none|pending|revoked = "confirmed"',
		'conditions.countries string = ""',
		'conditions.currency string = ""',
		'conditions.languages string = ""',
		'conditions.noOrderForDays number = 30',
		'conditions.notTextedForDays number = 30',
		'conditions.orderedWithinDays number = 30',
		'conditions.spentAtLeast number = 0',
		'conditions.spentAtMost number = 0',
		'conditions.tags string = ""',
		'conditions.textedWithinDays number = 30',
		'conditions.withoutTags string = ""',
	],
	smsReplyTrigger: [
		CARRIER,
		'secretNotice notice = ""',
		'urlSecret options = ""',
		'sender string = ""',
		'register boolean = true',
		'automaticAnswers multiOptions acknowledgement|help|optIn|optOut|orderQuestion = ["help","orderQuestion","optIn","optOut"]',
		'ownAnswers fixedCollection = {}',
		'ownAnswers.answers.answer options acknowledgement|help|noOrder|optedOut|optedOutMarketing|orderList|orderStatus|orderStopped|started = "help"',
		`ownAnswers.answers.language options ${LANGUAGES} = ""`,
		'ownAnswers.answers.text string = ""',
		'keywordRules fixedCollection = {}',
		'keywordRules.rules.name string = ""',
		'keywordRules.rules.words string = ""',
		'keywordRules.rules.match options begins|contains|whole = "whole"',
		'joinWords fixedCollection = {}',
		'joinWords.rules.words string = ""',
		'joinWords.rules.purpose options marketing|survey = "marketing"',
		`joinWords.rules.language options ${LANGUAGES} = ""`,
		'options.freeToEndUser boolean = false',
		'options.ownTexts fixedCollection = {}',
		'options.ownTexts.texts.name options confirmation|request = "request"',
		`options.ownTexts.texts.language options ${LANGUAGES} = ""`,
		'options.ownTexts.texts.text string = ""',
		'options.expiresAfterHours number = 24',
		'options.textsAMonth number = 4',
		'options collection = {}',
		'options.handedOn multiOptions answer|help|keyword|opt-in|opt-out|order-question|other = all',
		'options.helpWords string = ""',
		'options.maxSegments number = 2',
		'options.optInWords string = ""',
		'options.optOutWords string = ""',
		'options.orderQuestionWords string = ""',
		'options.publicUrl string = ""',
		'options.smartEncoding boolean = true',
	],
	smsOptIn: [
		'resource options consent|optIn|record = "optIn"',
		'operation options confirmCode|requestOptIn = "requestOptIn"',
		'operation options checkConsent|optOut|recordConsent = "checkConsent"',
		'operation options export|getProof|verifyLedger = "getProof"',
		'phone string = "={{ $json.phoneFull ?? $json.phone }}"',
		CARRIER,
		'sender string = ""',
		'purpose options marketing|survey|verification = "marketing"',
		'proof options both|code|reply = "reply"',
		'whatToSend options reminder|request = "request"',
		'source options checkout|form|import|keyword|staff = "form"',
		'textsAMonth number = 4',
		'ownTexts fixedCollection = {}',
		'ownTexts.texts.name options confirmation|phoneCheck|reminder|request = "request"',
		`ownTexts.texts.language options ${LANGUAGES} = ""`,
		'ownTexts.texts.text string = ""',
		'options collection = {}',
		'options.ageGate boolean = false',
		'options.countries string = ""',
		'options.birthday string = ""',
		'options.brand string = ""',
		'options.defaultCountry string = ""',
		'options.expiresAfterHours number = 24',
		'options.formUrl string = ""',
		'options.freeToEndUser boolean = false',
		'options.ip string = ""',
		`options.language options ${LANGUAGES} = ""`,
		'options.leastAge number = 0',
		'options.mostPerCountry number = 500',
		'options.mostPerIp number = 10',
		'options.mostPerRange number = 10',
		'options.orderNumber string = ""',
		'options.parallel number = 50',
		'options.maxSegments number = 5',
		'options.sendConfirmation boolean = true',
		'options.signedUpAt dateTime = ""',
		'options.smartEncoding boolean = true',
		'options.supportPhone string = ""',
		'options.userAgent string = ""',
		'options.signUpWording string = ""',
		'code string = "={{ $json.code }}"',
		'options collection = {}',
		'options.defaultCountry string = ""',
		'options.ip string = ""',
		'options.userAgent string = ""',
		'purpose options marketing|survey|transactional = "marketing"',
		'source options checkout|form|import|keyword|shop|staff = "checkout"',
		'agreed string = "={{ $json.smsConsent }}"',
		'whereProofLies string = ""',
		'agreedOn string = ""',
		'flagField string = ""',
		'givenAt string = "={{ $json.submittedAt ?? $json.created_at ?? $json.date_created_gmt ?? $json.body?.created_at ?? $json.body?.date_created_gmt }}"',
		'wording string = ""',
		'options collection = {}',
		'options.ageGate boolean = false',
		'options.birthday string = ""',
		'options.defaultCountry string = ""',
		'options.formUrl string = ""',
		'options.ip string = ""',
		'options.language string = ""',
		'options.leastAge number = 0',
		'options.note string = ""',
		'options.orderNumber string = ""',
		'options.userAgent string = ""',
		'purpose options marketing|survey|transactional = "marketing"',
		'options collection = {}',
		'options.defaultCountry string = ""',
		'whatToEnd options everything|marketing|survey = "everything"',
		'options collection = {}',
		'options.askedAt string = ""',
		'options.defaultCountry string = ""',
		'options.note string = ""',
		'output options json|page = "json"',
		'options collection = {}',
		'options.defaultCountry string = ""',
		'format options csv|items = "items"',
		'returnAll boolean = false',
		'limit number = 50',
		'filters collection = {}',
		'filters.since dateTime = ""',
		'filters.status options confirmed|pending|revoked = "confirmed"',
		'filters.until dateTime = ""',
		'filters.purpose options marketing|survey|transactional = "marketing"',
		'filters.source options carrier|checkout|code|form|import|keyword|link|operator|reply|shop|staff = "checkout"',
	],
	smsOutboxTrigger: [
		CARRIER,
		'whenUnclear options hold|resend = "hold"',
		'options collection = {}',
		'options.longestRun number = 50',
		'options.mostTexts number = 1000',
		'options.outputSent boolean = true',
		'options.parallel number = 10',
	],
	smsDeliveryTrigger: [
		CARRIER,
		'secretNotice notice = ""',
		'urlSecret options = ""',
		'reports multiOptions delivered|failed|progress = ["failed"]',
		'options collection = {}',
		'options.includeOthers boolean = false',
		'options.publicUrl string = ""',
	],
	smsUnsubscribeTrigger: ['path string = "stop"', 'options collection = {}', 'options.publicUrl string = ""'],
};

/** n8n writes it into every saved node. */
const VERSIONS: Readonly<Record<string, number>> = {
	orderStatusSms: 1,
	promoCode: 1,
	smsContact: 1,
	smsDeliveryTrigger: 2,
	smsOptIn: 1,
	smsOutboxTrigger: 1,
	smsReplyTrigger: 2,
	smsUnsubscribeTrigger: 1,
};

/** The last parts of the webhooks' URLs, which operators have pasted into their carriers' consoles. */
const WEBHOOK_PATHS: Readonly<Record<string, readonly string[]>> = {
	smsReplyTrigger: ['POST sms', 'GET sms'],
	smsDeliveryTrigger: ['POST sms-receipts', 'GET sms-receipts'],
	smsUnsubscribeTrigger: ['GET ={{ $parameter.path }}', 'POST ={{ $parameter.path }}'],
};

interface SavedOutputs {
	readonly parameters: Readonly<Record<string, unknown>>;
	readonly names: readonly string[];
}

const REPLY_OUTPUTS = ['Reply', 'Order Question', 'Answer', 'Opt-In', 'Opt-Out', 'Help'];

/** By what decides over them: connections hold the position, so the names may change and new outputs come last. */
const OUTPUTS: Readonly<Record<string, readonly SavedOutputs[]>> = {
	promoCode: [
		{ parameters: { operation: 'generate' }, names: ['Generated', 'Skipped'] },
		{ parameters: { operation: 'check' }, names: ['Valid', 'Not Valid'] },
		{ parameters: { operation: 'redeem' }, names: ['Redeemed', 'Refused'] },
		{ parameters: { operation: 'release' }, names: ['Released', 'Nothing Open'] },
		{ parameters: { operation: 'void' }, names: ['Voided', 'Nothing Active'] },
		{ parameters: { operation: 'get' }, names: ['Found', 'Not Found'] },
		{ parameters: { operation: 'remind' }, names: ['To Remind', 'Skipped'] },
		{ parameters: { operation: 'publishToShop' }, names: ['Published', 'Refused'] },
		{ parameters: { operation: 'export' }, names: ['Exported'] },
		{ parameters: { operation: 'stats' }, names: ['Stats'] },
		{ parameters: { operation: 'lowStock' }, names: ['Low', 'Enough'] },
		{ parameters: { operation: 'addCodes' }, names: ['Added', 'Refused'] },
		{ parameters: { operation: 'award' }, names: ['Awarded', 'Skipped'] },
		{ parameters: { operation: 'balance' }, names: ['Has Points', 'No Points'] },
		{ parameters: { operation: 'spendForCode' }, names: ['Spent', 'Refused'] },
		{ parameters: { operation: 'expire' }, names: ['Expired'] },
		{ parameters: { operation: 'history' }, names: ['Movements', 'No Account'] },
		{ parameters: { operation: 'pickBirthdays' }, names: ['Birthdays', 'Skipped'] },
	],
	orderStatusSms: [
		{ parameters: { operation: 'sendOrderUpdate' }, names: ['Sent', 'Scheduled', 'Skipped'] },
		{ parameters: { operation: 'preview' }, names: ['Would Be Sent', 'Would Be Scheduled', 'Would Be Skipped'] },
		{ parameters: { operation: 'getOrder' }, names: ['Found', 'Not Found'] },
		{ parameters: { operation: 'resend' }, names: ['Sent', 'Scheduled', 'Skipped'] },
	],
	smsContact: [
		{ parameters: { operation: 'save' }, names: ['Saved', 'Refused'] },
		{ parameters: { operation: 'get' }, names: ['Found', 'Not Found'] },
		{ parameters: { operation: 'search' }, names: ['People'] },
		{ parameters: { operation: 'tag' }, names: ['Tagged', 'Not Found'] },
		{ parameters: { operation: 'untag' }, names: ['Untagged', 'Not Found'] },
		{ parameters: { operation: 'import' }, names: ['Saved', 'Merged', 'Refused'] },
		{ parameters: { operation: 'export' }, names: ['Exported'] },
		{ parameters: { operation: 'forget' }, names: ['Forgotten', 'Not Known'] },
	],
	smsOptIn: [
		{ parameters: { operation: 'requestOptIn' }, names: ['Requested', 'Already Consented', 'Skipped'] },
		{ parameters: { operation: 'confirmCode' }, names: ['Confirmed', 'Not Confirmed'] },
		{ parameters: { operation: 'recordConsent' }, names: ['Recorded', 'Not Recorded'] },
		{ parameters: { operation: 'checkConsent' }, names: ['Consented', 'Pending', 'Not Consented'] },
		{ parameters: { operation: 'optOut' }, names: ['Opted Out', 'Already Out'] },
		{ parameters: { operation: 'getProof' }, names: ['Found', 'Not Found'] },
		{ parameters: { operation: 'export' }, names: ['Exported'] },
		{ parameters: { operation: 'verifyLedger' }, names: ['Sound', 'Broken'] },
	],
	smsReplyTrigger: [
		{ parameters: {}, names: REPLY_OUTPUTS },
		{ parameters: { keywordRules: {} }, names: REPLY_OUTPUTS },
		{
			parameters: { keywordRules: { rules: [{ name: 'Hours' }, { name: '' }, { name: 'Hours' }] } },
			names: [...REPLY_OUTPUTS, 'Hours', 'Keyword', 'Hours'],
		},
	],
	smsDeliveryTrigger: [{ parameters: {}, names: ['Delivered', 'Failed', 'Progress'] }],
	smsOutboxTrigger: [{ parameters: {}, names: ['Sent', 'Failed', 'Needs Attention', 'Skipped'] }],
	smsUnsubscribeTrigger: [{ parameters: {}, names: ['Opt-Out'] }],
};

const CREDENTIALS: Readonly<Record<string, readonly string[]>> = {
	commerceSmsBigCommerceApi: [
		'storeHash string = ""',
		'accessToken string = ""',
		'baseUrl string = "https://api.bigcommerce.com"',
	],
	commerceSmsMagentoApi: [
		'baseUrl string = ""',
		'accessToken string = ""',
		'timeZone string = ""',
		'websiteIds string = "1"',
		'customerGroupIds string = "0,1,2,3"',
	],
	commerceSmsMedusaApi: ['baseUrl string = ""', 'apiKey string = ""'],
	commerceSmsPrestaShopApi: ['baseUrl string = ""', 'apiKey string = ""', 'timeZone string = ""'],
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
	commerceSmsShopifyApi: ['baseUrl string = ""', 'accessToken string = ""', 'apiVersion string = ""'],
	commerceSmsWooCommerceApi: ['baseUrl string = ""', 'consumerKey string = ""', 'consumerSecret string = ""'],
};

const carrierCredentials = (): Record<string, readonly string[]> =>
	Object.fromEntries(
		foldersIn('test/carriers/fixtures')
			.map((id) => readJson<{ name: string; fields: string[] }>(`test/carriers/fixtures/${id}/credential.json`))
			.map(({ name, fields }) => [name, fields]),
	);

test('the package has its name, which begins the type of every node in a workflow', () => {
	expect(readJson<{ name: string }>('package.json').name).toBe('n8n-nodes-commerce-sms');
});

test('nodes and their parameters, choices and defaults', async () => {
	const nodes = [...(await loadNodes()).values()];
	expect(sorted(nodes.map(({ description }) => description.name))).toEqual(sorted(Object.keys(NODES)));
	for (const { description } of nodes) {
		expect([description.name, description.version]).toEqual([description.name, VERSIONS[description.name]]);
		expect(sorted(savedForm(description.properties))).toEqual(sorted(NODES[description.name] ?? []));
	}
});

test('paths of the webhooks', async () => {
	for (const { description } of (await loadNodes()).values()) {
		const paths = (description.webhooks ?? []).map(({ httpMethod, path }) => `${String(httpMethod)} ${path}`);
		expect([description.name, paths]).toEqual([description.name, WEBHOOK_PATHS[description.name] ?? []]);
	}
});

test('positions of the outputs', async () => {
	for (const { description } of (await loadNodes()).values()) {
		const saved = OUTPUTS[description.name] ?? [];
		const operations = operationsOf(description);
		if (operations.length > 0) {
			const covered = saved.map(({ parameters }) => String(parameters.operation));
			expect(sorted(covered)).toEqual(sorted(operations.map(({ value }) => String(value))));
		}
		expect(saved.length).toBeGreaterThan(0);
		for (const { parameters, names } of saved) {
			const { workflow, node } = placed(description, parameters as INodeParameters);
			const outputs = NodeHelpers.getNodeOutputs(workflow, node, description);
			const labels = outputs.map((output, index) =>
				typeof output === 'object' ? output.displayName : description.outputNames?.[index],
			);
			expect(labels).toEqual(names);
		}
	}
});

test('credentials and their fields', async () => {
	const credentials = [...(await loadCredentials()).values()];
	expect(Object.fromEntries(credentials.map(({ name, properties }) => [name, sorted(savedForm(properties))]))).toEqual(
		Object.fromEntries(
			Object.entries({ ...CREDENTIALS, ...carrierCredentials() }).map(([name, fields]) => [name, sorted(fields)]),
		),
	);
});
