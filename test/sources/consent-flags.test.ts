import { isDomainError } from '../../lib/domain/errors';
import { isYes, readConsentFlag, readNamedFlag, refuseEmailFlag } from '../../lib/sources/consent-flags';

const AT = '2026-05-03T14:05:00Z';
const PHONE = '+14155550123';

const restConsent = (state: string | null, at: string | null = AT) => ({
	state,
	opt_in_level: 'confirmed_opt_in',
	consent_updated_at: at,
	consent_collected_from: 'SHOPIFY',
});

describe('Shopify’s REST flag', () => {
	test('of an order is the customer’s, with the customer’s number', () => {
		const order = { id: 1, phone: null, customer: { id: 2, phone: PHONE, sms_marketing_consent: restConsent('subscribed') } };
		expect(readConsentFlag(order)).toEqual({
			says: 'record',
			givenAt: new Date(AT),
			field: 'customer.sms_marketing_consent.state = subscribed (confirmed_opt_in)',
			phone: PHONE,
		});
	});

	test('of a customer', () => {
		expect(readConsentFlag({ id: 2, phone: PHONE, sms_marketing_consent: restConsent('subscribed') })).toMatchObject({
			says: 'record',
			phone: PHONE,
			field: expect.stringMatching(/^sms_marketing_consent\.state/) as string,
		});
	});

	test.each([
		['subscribed', null, 'list'],
		['subscribed', 'soon', 'list'],
		['SUBSCRIBED', AT, 'record'],
		['pending', AT, 'list'],
		['unsubscribed', AT, 'revoke'],
		['unsubscribed', null, 'revoke'],
		['not_subscribed', AT, 'nothing'],
		['redacted', AT, 'nothing'],
		['constructor', AT, 'nothing'],
		['subscribed_maybe', AT, 'nothing'],
		['', AT, 'nothing'],
		[null, AT, 'nothing'],
	])('"%s" of %s: %s', (state, at, says) => {
		expect(readConsentFlag({ sms_marketing_consent: restConsent(state, at) })?.says).toBe(says);
	});
});

describe('wherever n8n’s nodes put it', () => {
	const customer = { id: 2, phone: PHONE, sms_marketing_consent: restConsent('subscribed') };
	test.each([
		['Webhook node', { headers: { host: 'x' }, params: {}, query: {}, body: { id: 1, customer } }],
		['raw body as text', { headers: { host: 'x' }, body: JSON.stringify({ id: 1, customer }) }],
		['order in a wrapper', { order: { id: 1, customer } }],
		['GraphQL answer', { data: { order: { customer: { defaultPhoneNumber: { phoneNumber: PHONE, marketingState: 'SUBSCRIBED', marketingUpdatedAt: AT } } } } }],
	])('%s', (_where, json) => {
		expect(readConsentFlag(json)).toMatchObject({ says: 'record', phone: PHONE, givenAt: new Date(AT) });
	});
});

describe('Shopify’s GraphQL flags', () => {
	test.each([
		[{ defaultPhoneNumber: { phoneNumber: PHONE, marketingState: 'SUBSCRIBED', marketingUpdatedAt: AT } }, 'record', PHONE],
		[{ defaultPhoneNumber: { phoneNumber: PHONE, marketingState: 'SUBSCRIBED' } }, 'list', PHONE],
		[{ defaultPhoneNumber: { phoneNumber: PHONE, marketingState: 'UNSUBSCRIBED' } }, 'revoke', PHONE],
		[{ defaultPhoneNumber: { phoneNumber: PHONE, marketingState: 'NOT_SUBSCRIBED' } }, 'nothing', PHONE],
		[{ defaultPhoneNumber: { phoneNumber: PHONE, smsMarketingConsent: { marketingState: 'PENDING' } } }, 'list', PHONE],
		[{ phone: PHONE, smsMarketingConsent: { marketingState: 'SUBSCRIBED', consentUpdatedAt: AT } }, 'record', PHONE],
	])('%j: %s', (customer, says, phone) => {
		expect(readConsentFlag({ customer })).toMatchObject({ says, phone });
	});

	test('the e-mail address beside it says nothing', () => {
		const customer = { defaultPhoneNumber: { phoneNumber: PHONE }, defaultEmailAddress: { marketingState: 'SUBSCRIBED' } };
		expect(readConsentFlag({ customer })).toBeNull();
	});
});

describe('Klaviyo’s flag', () => {
	const profile = (sms: object) => ({
		data: { type: 'profile', attributes: { phone_number: PHONE, subscriptions: { email: { marketing: { consent: 'SUBSCRIBED' } }, sms } } },
	});
	test.each([
		[{ marketing: { consent: 'SUBSCRIBED', consent_timestamp: AT } }, 'record'],
		[{ marketing: { consent: 'SUBSCRIBED', consent_timestamp: null } }, 'list'],
		[{ marketing: { consent: 'UNSUBSCRIBED', last_updated: AT } }, 'revoke'],
		[{ marketing: { consent: 'NEVER_SUBSCRIBED' } }, 'nothing'],
	])('%j: %s', (sms, says) => {
		expect(readConsentFlag(profile(sms))).toMatchObject({ says, phone: PHONE });
	});

	test('for texts about orders says nothing of offers', () => {
		expect(readConsentFlag(profile({ transactional: { consent: 'SUBSCRIBED', consent_timestamp: AT } }))).toBeNull();
	});
});

test.each([
	null,
	undefined,
	'yes',
	[],
	{},
	{ buyer_accepts_marketing: true, customer: { accepts_marketing: true, email_marketing_consent: { state: 'subscribed' } } },
	{ sms_marketing_consent: true },
	{ sms_marketing_consent: 'subscribed' },
	JSON.parse('{"__proto__": {"sms_marketing_consent": {"state": "subscribed"}}}') as object,
])('%j holds no flag', (json) => {
	expect(readConsentFlag(json)).toBeNull();
});

describe('a field that the operator names', () => {
	const at = new Date(AT);
	const item = {
		sms: 'yes',
		deep: { er: { flag: true }, 'dotted.key': 1 },
		meta_data: [
			{ id: 1, key: '_sms_optin', value: 'no' },
			{ id: 2, key: '_sms.optin', value: 'on' },
			{ id: 3, key: '_sms_optin', value: '1' },
			{ id: 4, key: '_off', value: '' },
		],
		note_attributes: [{ name: 'Text me', value: 'true' }],
		list: ['no', 'yes'],
	};

	test.each([
		['sms', 'record'],
		['deep.er.flag', 'record'],
		['deep.dotted.key', 'record'],
		['meta_data._sms_optin', 'record'],
		['meta_data._sms.optin', 'record'],
		['note_attributes.Text me', 'record'],
		['list.1', 'record'],
		['list.0', 'nothing'],
		['deep.er', 'nothing'],
		['meta_data._off', 'nothing'],
		['meta_data', 'nothing'],
	])('%s: %s', (path, says) => {
		expect(readNamedFlag(item, path, at)).toMatchObject({ says, givenAt: at });
	});

	test.each(['missing', 'deep.missing', 'meta_data.missing', 'sms.length', 'constructor', '__proto__.sms', 'list.9', ''])(
		'%j is not there',
		(path) => {
			expect(readNamedFlag(item, path, at)).toBeNull();
		},
	);

	test('without a time is only put on the list', () => {
		expect(readNamedFlag(item, 'sms', undefined)?.says).toBe('list');
	});

	test('is found in what the Webhook node calls its body', () => {
		const webhook = { headers: { host: 'x' }, body: { sms: 'yes' } };
		for (const path of ['sms', 'body.sms']) expect(readNamedFlag(webhook, path, at)?.says).toBe('record');
	});

	test('is on record with its value, shortened', () => {
		expect(readNamedFlag(item, 'meta_data._sms_optin', at)?.field).toBe('meta_data._sms_optin = 1');
		expect(readNamedFlag({ sms: 'x'.repeat(500) }, 'sms', at)?.field).toHaveLength('sms = '.length + 100);
	});
});

describe('flags about e-mail', () => {
	test.each([
		'buyer_accepts_marketing',
		'customer.accepts_marketing',
		'acceptsMarketing',
		'acceptMarketing',
		'customer.email_marketing_consent.state',
		'emailMarketingConsent.marketingState',
		'is_email_opt_in',
		'E-Mail',
		'meta_data.kl_newsletter_checkbox',
		'meta_data.mailchimp_woocommerce_is_subscribed',
		'Ｎewsletter',
		'customer.marketing_opt_in_level',
		'subscriptions.email.marketing.consent',
		'sms_or_email',
	])('%s is refused, with a way out', (path) => {
		try {
			readNamedFlag({ [path]: 'yes' }, path, new Date(AT));
			throw new Error('not refused');
		} catch (error) {
			expect(isDomainError(error) && [error.code, error.message, error.hint]).toEqual([
				'bad-setting',
				expect.stringContaining(`"${path}"`),
				expect.stringContaining('Request Opt-In'),
			]);
		}
	});

	test.each(['sms_marketing_consent', 'meta_data._wc_sms_consent', 'kl_sms_consent_checkbox', 'Text me', 'note_attributes.SMS'])(
		'%s is none',
		(path) => {
			expect(() => refuseEmailFlag(path)).not.toThrow();
		},
	);
});

test.each([true, 1, '1', 'true', 'ON', ' Yes', 'ja', 'Tak', 'SÍ', 'si\u0301', 'да', 'evet', ['on'], [true]])('%j is a yes', (value) => {
	expect(isYes(value)).toBe(true);
});

test.each([
	...[undefined, null, false, 0, 2, NaN, '', ' ', '0', 'false', 'no', 'nein', 'nie', 'off', 'null', 'undefined', 'unknown'],
	...['yes please', 'yes, by e-mail', 'not yes', 'subscribed', [], ['yes', 'no'], [['yes']], {}, { value: 'yes' }],
])('%j is none', (value) => {
	expect(isYes(value)).toBe(false);
});
