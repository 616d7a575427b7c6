import { type IDataObject, type INodeParameters } from 'n8n-workflow';
import { type ConsentPurpose } from '../../lib/domain/consent/consent';
import { sha256 } from '../../lib/domain/consent/event';
import { jsonOf, useOptInNode } from '../support/opt-in-node';

const shop = useOptInNode();

const PHONE = '+14155550123';
const GIVEN_AT = '2026-05-03T14:05:00Z';
const WORDING = 'Text me offers from Acme Store.';

const record = (parameters: INodeParameters, ...items: IDataObject[]) => shop.run('recordConsent', parameters, items);

/** Of an item that was not recorded. */
const codeOf = async (parameters: INodeParameters, item: IDataObject) => {
	const { outputs, error } = await record(parameters, item);
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([]);
	return outputs[1]?.[0]?.json.reasonCode;
};

const standing = async (phone = PHONE, purpose: ConsentPurpose = 'marketing') => {
	const [facts] = await shop.withLedger((ledger) => ledger.consentFacts('default', [phone]));
	return facts?.states[purpose]?.status ?? 'none';
};

const eventsOf = async (phone = PHONE) =>
	(await shop.withLedger((ledger) => ledger.consentProof('default', phone)))?.events ?? [];

describe('a box at the checkout', () => {
	const box = { phone: PHONE, smsConsent: true, created_at: GIVEN_AT };

	test('is recorded with all that may prove it later', async () => {
		const options = {
			language: 'en_US',
			formUrl: 'https://acme.example/checkout',
			ip: '203.0.113.7',
			userAgent: 'Firefox',
			orderNumber: '#1001',
			note: 'express checkout',
		};
		const { outputs } = await record({ wording: WORDING, options }, box);
		expect(outputs[1]).toEqual([]);
		expect(outputs[0]).toEqual([
			{
				json: {
					phone: '+1********23',
					phoneFull: PHONE,
					purpose: 'marketing',
					status: 'confirmed',
					action: 'record',
					source: 'checkout',
					givenAt: '2026-05-03T14:05:00.000Z',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(await eventsOf()).toMatchObject([
			{
				actor: 'customer',
				source: 'checkout',
				wording: WORDING,
				wordingHash: sha256(WORDING),
				language: 'en-US',
				givenAt: Date.parse(GIVEN_AT),
				evidence: {
					formUrl: 'https://acme.example/checkout',
					ip: '203.0.113.7',
					userAgent: 'Firefox',
					orderNumber: '#1001',
					note: 'express checkout',
					workflow: 'workflow',
					execution: '1',
				},
			},
		]);
	});

	test('without its words is recorded, and said to prove little', async () => {
		const { outputs } = await record({}, box);
		expect(outputs[0]?.[0]?.json.notes).toEqual([expect.stringContaining('Wording Shown')]);
	});

	test.each([
		undefined,
		null,
		false,
		0,
		'',
		'no',
		'false',
		'0',
		'off',
		'maybe',
		'unknown',
		{},
		[],
		['yes', 'no'],
		2,
		'nein',
	])('that holds %j is no yes', async (smsConsent) => {
		expect(await codeOf({}, { ...box, smsConsent: smsConsent as never })).toBe('not-agreed');
		expect(await standing()).toBe('none');
	});

	test.each([true, 1, '1', 'on', 'Yes', ' TRUE ', 'tak', 'JA', 'sí', ['yes']])(
		'that holds %j is a yes',
		async (smsConsent) => {
			expect((await record({}, { ...box, smsConsent: smsConsent as never })).outputs[0]).toHaveLength(1);
			expect(await standing()).toBe('confirmed');
		},
	);

	test.each([
		'={{ $json.buyer_accepts_marketing }}',
		"={{ $json.customer['email_marketing_consent'].state === 'subscribed' }}",
		"={{ $('Webhook').item.json.body.is_email_opt_in }}",
		'={{ $json.newsletter }}',
		'={{ $json.acceptMarketing }}',
	])('is not one about e-mail: %s', async (agreed) => {
		const item = { ...box, buyer_accepts_marketing: true, newsletter: true, acceptMarketing: true };
		const { error } = await record({ agreed }, item);
		expect(error?.message).toContain('flag about e-mail');
		expect(await standing()).toBe('none');
	});

	test('is not decided by an expression that also reads a field about e-mail', async () => {
		const { error } = await record({ agreed: '={{ $json.sms || $json.email_opt_in }}' }, { ...box, sms: true });
		expect(error?.message).toContain('flag about e-mail');
	});

	test.each([
		['empty', {}, 'no-textable-phone'],
		['12', {}, 'no-textable-phone'],
		['600100200', {}, 'no-textable-phone'],
		['+442079460000', {}, 'no-textable-phone'],
		[PHONE, { created_at: 'yesterday' }, 'time-unreadable'],
		[PHONE, { created_at: '2126-01-01T00:00:00Z' }, 'in-the-future'],
	])('of phone %s with %j is not recorded: %s', async (phone, more, code) => {
		expect(await codeOf({}, { ...box, phone: phone === 'empty' ? '' : phone, ...more })).toBe(code);
	});

	test('Default Country reads a number without a country code', async () => {
		const { outputs } = await record({ options: { defaultCountry: 'pl' } }, { ...box, phone: '600 100 200' });
		expect(outputs[0]?.[0]?.json.phoneFull).toBe('+48600100200');
	});

	test('without a time does not undo an opt-out, however often the order comes', async () => {
		const noTime = { phone: PHONE, smsConsent: true };
		expect(jsonOf(await record({}, noTime), 0)).toHaveLength(1);
		await shop.run('optOut', {}, [{ phone: PHONE }]);
		expect(await codeOf({}, noTime)).toBe('time-unknown');
		expect(await codeOf({}, box)).toBe('older-than-opt-out');
		expect(await standing()).toBe('revoked');
		const later = new Date(Date.now() + 1_000).toISOString();
		expect(jsonOf(await record({}, { ...box, created_at: later }), 0)).toHaveLength(1);
		expect(await standing()).toBe('confirmed');
	});
});

describe('other sources', () => {
	test('what the staff say is the operator’s word, and undoes no opt-out', async () => {
		const item = { phone: PHONE, smsConsent: 'yes', created_at: GIVEN_AT };
		await record({ source: 'staff' }, item);
		expect(await eventsOf()).toMatchObject([{ source: 'staff', actor: 'operator' }]);
		await shop.run('optOut', {}, [{ phone: PHONE }]);
		expect(await codeOf({ source: 'staff' }, { ...item, created_at: new Date().toISOString() })).toBe('opted-out');
	});

	test('a keyword needs no box', async () => {
		expect(jsonOf(await record({ source: 'keyword' }, { phone: PHONE }), 0)).toMatchObject([{ status: 'confirmed' }]);
	});

	test.each([
		[{}, 'pending', 'list', 'proof is missing'],
		[{ whereProofLies: 'folder 12' }, 'pending', 'list', 'the day of their consent is missing'],
		[{ agreedOn: '2024-05-03' }, 'pending', 'list', 'proof is missing'],
		[{ agreedOn: '2024-05-03', whereProofLies: 'folder 12' }, 'confirmed', 'record', 'Wording Shown'],
	])('a list with %j is %s', async (parameters, status, action, note) => {
		const { outputs } = await record({ source: 'import', ...parameters }, { phone: PHONE });
		expect(outputs[0]?.[0]?.json).toMatchObject({
			status,
			action,
			source: 'import',
			notes: [expect.stringContaining(note)],
		});
		expect(await standing()).toBe(status);
	});

	test('the proof of a list is on record', async () => {
		await record(
			{ source: 'import', agreedOn: '2024-05-03', whereProofLies: 'folder 12', options: { note: 'row 7' } },
			{ phone: PHONE },
		);
		expect(await eventsOf()).toMatchObject([{ evidence: { note: 'folder 12; row 7' }, givenAt: Date.UTC(2024, 4, 3) }]);
	});

	test('a list brings nobody back who has opted out', async () => {
		await shop.run('optOut', {}, [{ phone: PHONE }]);
		expect(await codeOf({ source: 'import' }, { phone: PHONE })).toBe('opted-out');
	});
});

describe('the shop’s own flag', () => {
	const order = (state: string, more: IDataObject = {}): IDataObject => ({
		phone: '+14155550199',
		customer: {
			phone: PHONE,
			sms_marketing_consent: { state, opt_in_level: 'single_opt_in', consent_updated_at: GIVEN_AT, ...more },
		},
	});

	test('is about the customer’s number, whichever the order is delivered to', async () => {
		const { outputs } = await record({ source: 'shop' }, order('subscribed'));
		expect(outputs[0]?.[0]?.json).toMatchObject({
			phoneFull: PHONE,
			status: 'confirmed',
			givenAt: '2026-05-03T14:05:00.000Z',
		});
		expect(await eventsOf()).toMatchObject([
			{ evidence: { field: 'customer.sms_marketing_consent.state = subscribed (single_opt_in)' } },
		]);
	});

	test('without a time is only put on the list', async () => {
		const { outputs } = await record({ source: 'shop' }, order('subscribed', { consent_updated_at: null }));
		expect(outputs[0]?.[0]?.json).toMatchObject({ status: 'pending', notes: [expect.stringContaining('pending')] });
	});

	test.each([
		[order('not_subscribed'), 'not-agreed'],
		[order('redacted'), 'not-agreed'],
		[{ phone: PHONE, buyer_accepts_marketing: true }, 'no-flag'],
	])('%#: nothing is recorded', async (item, code) => {
		expect(await codeOf({ source: 'shop' }, item)).toBe(code);
	});

	test('"unsubscribed" ends a consent, but not one that was given later', async () => {
		await record({}, { phone: PHONE, smsConsent: true, created_at: '2026-05-04T00:00:00Z' });
		expect(await codeOf({ source: 'shop' }, order('unsubscribed'))).toBe('older-than-consent');
		const { outputs } = await record(
			{ source: 'shop' },
			order('unsubscribed', { consent_updated_at: '2026-05-05T00:00:00Z' }),
		);
		expect(outputs[0]?.[0]?.json).toMatchObject({ status: 'revoked', action: 'revoke' });
	});

	test('a field that the operator names counts with the time of the order', async () => {
		const item = {
			phone: PHONE,
			date_created_gmt: '2026-05-03T14:05:00',
			meta_data: [{ id: 1, key: '_sms_optin', value: 'yes' }],
		};
		const parameters = { source: 'shop', flagField: 'meta_data._sms_optin', purpose: 'survey' };
		expect(jsonOf(await record(parameters, item), 0)).toMatchObject([
			{ status: 'confirmed', givenAt: '2026-05-03T14:05:00.000Z' },
		]);
		expect(await standing(PHONE, 'survey')).toBe('confirmed');
		expect(await standing()).toBe('none');
	});

	test.each([
		[{ flagField: 'buyer_accepts_marketing' }, 'flag about e-mail'],
		[{ flagField: '={{ $json.buyer_accepts_marketing }}' }, '"buyer_accepts_marketing" is a flag about e-mail'],
		[{ purpose: 'survey' }, 'about offers'],
	])('%j is a mistake of the operator', async (parameters, words) => {
		const { error } = await record({ source: 'shop', ...parameters }, { phone: PHONE, buyer_accepts_marketing: true });
		expect(error?.message).toContain(words);
	});
});

describe('the age gate', () => {
	const item = { phone: PHONE, smsConsent: true, created_at: GIVEN_AT };
	test.each([
		[{ birthday: '' }, 'age-unknown'],
		[{ birthday: '12-31' }, 'age-unknown'],
		[{ birthday: '2015-01-01' }, 'too-young'],
		[{ birthday: '1990-12-31', leastAge: 99 }, 'too-young'],
	])('refuses %j: %s', async (options, code) => {
		expect(await codeOf({ options: { ageGate: true, ...options } }, item)).toBe(code);
	});

	test('lets pass who is old enough, and keeps the age but not the birthday', async () => {
		await record({ options: { ageGate: true, birthday: '1990-12-31' } }, item);
		const [event] = await eventsOf();
		expect(event?.evidence).toMatchObject({ age: 'at least 21' });
		expect(JSON.stringify(event)).not.toContain('1990');
	});
});

test('1,200 items, good and bad, come out each at its place', async () => {
	const items = Array.from({ length: 1_200 }, (_, index) => ({
		phone: `+1415555${String(100 + (index % 100)).padStart(4, '0')}`,
		smsConsent: index < 100 || index % 100 === 0 ? 'yes' : 'no',
		created_at: GIVEN_AT,
		index,
	}));
	const { outputs } = await record({}, ...items);
	const recorded = outputs[0]?.map(({ pairedItem }) => (pairedItem as { item: number }).item);
	expect(recorded).toEqual(items.slice(0, 100).map(({ index }) => index));
	expect(outputs[1]).toHaveLength(1_100);
	expect(outputs[1]?.filter(({ json }) => json.reasonCode === 'already-consented')).toHaveLength(11);
});

test.each([undefined, 'continueRegularOutput' as const])('a wrong setting of one item: onError %s', async (onError) => {
	const parameters = { purpose: '={{ $json.what }}' };
	const items = [
		{ phone: PHONE, smsConsent: true, created_at: GIVEN_AT, what: 'marketing' },
		{ phone: PHONE, smsConsent: true, created_at: GIVEN_AT, what: 'promo' },
	];
	const { outputs, error } = await shop.run('recordConsent', parameters, items, { onError });
	if (!onError) {
		expect(error?.message).toContain('"promo"');
		expect(await standing()).toBe('none');
		return;
	}
	expect(outputs[0]).toHaveLength(1);
	expect(outputs[1]?.[0]?.json.error).toContain('"promo"');
});
