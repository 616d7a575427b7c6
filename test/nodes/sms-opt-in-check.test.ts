import { type IDataObject, type INodeParameters } from 'n8n-workflow';
import { jsonOf, useOptInNode } from '../support/opt-in-node';

const shop = useOptInNode();

const PHONE = '+14155550123';
const check = (parameters: INodeParameters, ...items: IDataObject[]) => shop.run('checkConsent', parameters, items);

const consented = (phone = PHONE) =>
	shop.run('recordConsent', {}, [{ phone, smsConsent: true, created_at: '2026-05-03T14:05:00Z' }]);
const listed = (phone: string) => shop.run('recordConsent', { source: 'import' }, [{ phone }]);

test('each answer has its output, and the item passes through with it', async () => {
	await consented('+14155550101');
	await listed('+14155550102');
	await consented('+14155550103');
	await shop.run('optOut', {}, [{ phone: '+14155550103' }]);
	const phones = ['+14155550101', '+14155550102', '+14155550103', '+14155550104', 'none'];
	const { outputs } = await check({}, ...phones.map((phone) => ({ phone, cart: { total: 5 } })));
	const told = outputs.map((items) =>
		items.map(({ json, pairedItem }) => [(json.consent as IDataObject).reasonCode, (pairedItem as { item: number }).item]),
	);
	expect(told).toEqual([
		[['confirmed', 0]],
		[['not-asked', 1]],
		[
			['opted-out', 2],
			['never-asked', 3],
			['no-textable-phone', 4],
		],
	]);
	expect(outputs[0]?.[0]?.json).toEqual({
		phone: '+14155550101',
		cart: { total: 5 },
		consent: {
			purpose: 'marketing',
			outcome: 'consented',
			reasonCode: 'confirmed',
			reason: 'They consented to offers on 2026-05-03.',
			since: '2026-05-03T14:05:00.000Z',
		},
	});
});

test('consent to offers is none to surveys, and texts about orders need none', async () => {
	await consented();
	const items = ['marketing', 'survey', 'transactional'].map((what) => ({ phone: PHONE, what }));
	const { outputs } = await check({ purpose: '={{ $json.what }}' }, ...items);
	expect(outputs.map((output) => output.map(({ json }) => json.what))).toEqual([['marketing', 'transactional'], [], ['survey']]);
});

describe('a field "consent" that the item has already', () => {
	test('is kept inside the answer', async () => {
		const { outputs } = await check({}, { phone: PHONE, consent: true });
		expect(outputs[2]?.[0]?.json.consent).toMatchObject({ outcome: 'not-consented', before: true });
	});

	test('is replaced where it is our own answer for the same purpose, and what that had kept is kept', async () => {
		const first = jsonOf(await check({}, { phone: PHONE, consent: { gdpr: 'yes' } }), 2);
		await consented();
		const again = jsonOf(await check({}, ...first), 0);
		expect(again[0]?.consent).toMatchObject({ outcome: 'consented', before: { gdpr: 'yes' } });
		const survey = jsonOf(await check({ purpose: 'survey' }, ...again), 2);
		expect(survey[0]?.consent).toMatchObject({ purpose: 'survey', before: { purpose: 'marketing', before: { gdpr: 'yes' } } });
	});
});

test('a STOP ends texts about orders too, unless the shop says that it ends marketing only', async () => {
	await shop.run('optOut', {}, [{ phone: PHONE }]);
	const item = { phone: PHONE };
	expect(jsonOf(await check({ purpose: 'transactional' }, item), 2)).toHaveLength(1);
	const credentials = { commerceSmsShopApi: { optOutScope: 'marketing' } };
	const { outputs } = await shop.run('checkConsent', { purpose: 'transactional' }, [item], { credentials });
	expect(outputs[0]).toHaveLength(1);
});

test('another shop’s consent is none', async () => {
	await consented();
	const { outputs } = await shop.run('checkConsent', {}, [{ phone: PHONE }], { credentials: { commerceSmsShopApi: { shopKey: 'b' } } });
	expect(outputs[2]).toHaveLength(1);
});

test('2,500 items, of which some repeat, are asked for in three look-ups and come out in order', async () => {
	await consented('+14155550101');
	const calls: number[] = [];
	const phones = Array.from({ length: 2_500 }, (_, index) => `+1415555${String(100 + (index % 90)).padStart(4, '0')}`);
	await shop.withLedger(async (ledger) => {
		const { consentFacts } = ledger;
		const spied = ledger as { consentFacts: typeof consentFacts };
		spied.consentFacts = (key, asked) => {
			calls.push(asked.length);
			return consentFacts(key, asked);
		};
		const { outputs } = await check({}, ...phones.map((phone, index) => ({ phone, index })));
		expect(outputs[0]?.map(({ json }) => json.index)).toEqual(phones.flatMap((phone, index) => (phone.endsWith('0101') ? [index] : [])));
		expect(outputs[2]).toHaveLength(2_500 - (outputs[0]?.length ?? 0));
	});
	expect(calls).toEqual([90, 90, 90]);
});

describe('a wrong setting', () => {
	const items = [{ phone: PHONE, country: 'PL' }, { phone: PHONE, country: 'Poland' }];
	const parameters = { options: { defaultCountry: '={{ $json.country }}' } };

	test('stops the node, and says where', async () => {
		const { error } = await shop.run('checkConsent', parameters, items);
		expect(error?.message).toContain('"POLAND"');
		expect(error?.context).toMatchObject({ itemIndex: 1 });
	});

	test('counts as no consent where the workflow goes on', async () => {
		const { outputs } = await shop.run('checkConsent', parameters, items, { onError: 'continueRegularOutput' });
		expect(outputs[2]?.map(({ json }) => Object.keys(json))).toEqual([
			['phone', 'country', 'consent'],
			['error', 'message', 'details'],
		]);
	});
});

describe('Opt Out', () => {
	const optOut = (parameters: INodeParameters, ...items: IDataObject[]) => shop.run('optOut', parameters, items);
	const statesOf = async (phone = PHONE) => {
		const [facts] = await shop.withLedger((ledger) => ledger.consentFacts('default', [phone]));
		const states = Object.entries(facts?.states ?? {}).map(([purpose, { status }]) => [purpose, status]);
		return { ...(Object.fromEntries(states) as IDataObject), optOut: facts?.optOut?.origin };
	};

	test.each([
		['everything', { marketing: 'revoked', optOut: 'operator' }],
		['marketing', { marketing: 'revoked', optOut: undefined }],
		['survey', { marketing: 'confirmed', survey: 'revoked', optOut: undefined }],
	])('of %s', async (whatToEnd, states) => {
		await consented();
		const first = await optOut({ whatToEnd }, { phone: PHONE });
		expect(jsonOf(first, 0)).toMatchObject([{ phone: '+1********23', phoneFull: PHONE, ended: whatToEnd }]);
		expect(await statesOf()).toEqual(states);
		const again = await optOut({ whatToEnd }, { phone: PHONE });
		expect(jsonOf(again, 1)).toMatchObject([{ reasonCode: 'already-opted-out', reason: expect.stringContaining('opted out') as string }]);
	});

	test('is on record with its time and how they asked', async () => {
		await optOut({ options: { askedAt: '2026-05-03T10:00:00Z', note: 'E-mail' } }, { phone: PHONE });
		const proof = await shop.withLedger((ledger) => ledger.consentProof('default', PHONE));
		expect(proof?.events).toMatchObject([
			{ action: 'revoke', actor: 'operator', givenAt: Date.parse('2026-05-03T10:00:00Z'), evidence: { note: 'E-mail' } },
		]);
	});

	test.each(['some day', '2126-01-01T00:00:00Z'])('with the time %s counts from now on', async (askedAt) => {
		const { outputs } = await optOut({ options: { askedAt } }, { phone: PHONE });
		expect(Math.abs(Date.parse(outputs[0]?.[0]?.json.askedAt as string) - Date.now())).toBeLessThan(60_000);
	});

	test('holds for a landline too, as the number may be a customer’s', async () => {
		expect(jsonOf(await optOut({}, { phone: '+442079460000' }), 0)).toHaveLength(1);
	});

	test('is written for all the others where one item has no number, and says so', async () => {
		const { error } = await optOut({}, { phone: 'none' }, { phone: PHONE });
		expect(error?.message).toContain('phone number is empty');
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect((await statesOf()).optOut).toBe('operator');
	});
});
