import { type IDataObject, type INodeParameters } from 'n8n-workflow';
import { jsonOf, OTHER_PHONE, PHONE, usePromoCodes } from '../support/promo-codes';

const codes = usePromoCodes();

/** A code of Maria's. */
async function given(parameters: INodeParameters = {}, item: IDataObject = { phone: PHONE }): Promise<string> {
	const [json] = jsonOf(await codes.operate('generate', [item], parameters));
	return String(json?.code);
}

describe('Check', () => {
	test('answers what a code gives for an order, however it is typed', async () => {
		const code = await given();
		const typed = ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)}`;
		const run = await codes.operate('check', [
			{ code: typed, phone: PHONE, total: '59.90', currency: 'eur', orderNumber: '#7' },
		]);
		expect(jsonOf(run)).toMatchObject([
			{
				code,
				valid: true,
				discount: '5.99',
				toCheck: [],
				order: '7',
				uses: 0,
				usesLeft: 1,
				value: '10%',
				phoneFull: PHONE,
			},
		]);
	});

	test.each<[string, INodeParameters, IDataObject, string]>([
		['another customer', {}, { phone: OTHER_PHONE }, 'given-to-another'],
		[
			'too small an order',
			{ conditions: { minimumOrder: '50', minimumCurrency: 'EUR' } },
			{ phone: PHONE, total: '49.99', currency: 'EUR' },
			'order-too-small',
		],
		[
			'another currency',
			{ reward: 'amount', amount: '5', currency: 'EUR' },
			{ phone: PHONE, total: '50', currency: 'PLN' },
			'other-currency',
		],
		[
			'other products',
			{ conditions: { products: '11, 12' } },
			{ phone: PHONE, line_items: [{ product_id: 13 }] },
			'no-matching-product',
		],
		['a code that is not there', {}, { code: 'NOSUCHCODE' }, 'unknown-code'],
		[
			'a mistyped one',
			{ appearance: { checkCharacter: true, prefix: 'A' } },
			{ code: 'A23456789AB0' },
			'check-character',
		],
		['a period to come', { validity: 'period', validFrom: '2090-01-01T00:00:00Z' }, { phone: PHONE }, 'not-yet-valid'],
	])('%s: not valid, and why', async (_what, parameters, item, rule) => {
		const code = await given(parameters);
		const run = await codes.operate('check', [{ code, ...item }]);
		expect(jsonOf(run, 0)).toEqual([]);
		expect(jsonOf(run, 1)).toMatchObject([{ valid: false, reasonCode: rule, reason: expect.stringMatching(/\.$/) }]);
	});

	test('what is not known is to be looked at, or refused where that is wanted', async () => {
		const code = await given({ conditions: { minimumOrder: '50', minimumCurrency: 'EUR' } });
		expect(jsonOf(await codes.operate('check', [{ code }]))).toMatchObject([
			{ valid: true, toCheck: ['customer', 'currency', 'minimum-order'] },
		]);
		const strict = await codes.operate('check', [{ code }], { whenNotKnown: 'refuse' });
		expect(jsonOf(strict, 1)).toMatchObject([
			{ reasonCode: 'condition-unknown', reason: expect.stringContaining('whose it is') },
		]);
	});

	test('a total that is none is an error', async () => {
		const code = await given();
		const { error } = await codes.tryTo('check', [{ code, total: '1.299,90', currency: 'EUR' }]);
		expect(error?.message).toContain('no amount');
	});
});

describe('Redeem', () => {
	const order = (number: string) => ({ phone: PHONE, orderNumber: number, total: '100.00', currency: 'EUR' });

	test('uses a code once for an order; another order finds it used; released, it can be used again', async () => {
		const code = await given();
		const redeem = (number: string) => codes.operate('redeem', [{ ...order(number), code }]);
		expect(jsonOf(await redeem('#1'))).toMatchObject([
			{ code, order: '1', isNew: true, discount: '10.00', orderTotal: '100.00', uses: 1, usesLeft: 0 },
		]);
		expect(jsonOf(await redeem('1'))).toMatchObject([{ isNew: false, uses: 1 }]);
		expect(jsonOf(await redeem('2'), 1)).toMatchObject([{ reasonCode: 'used-up' }]);
		expect(jsonOf(await codes.operate('release', [{ orderNumber: '1' }]))).toMatchObject([
			{ code, order: '1', discount: '10.00' },
		]);
		expect(jsonOf(await codes.operate('release', [{ orderNumber: '1' }]), 1)).toMatchObject([
			{ reasonCode: 'not-redeemed' },
		]);
		expect(jsonOf(await redeem('2'))).toMatchObject([{ isNew: true, order: '2' }]);
	});

	test('without an order it cannot be told from a second try', async () => {
		const code = await given();
		const { error } = await codes.tryTo('redeem', [{ code, phone: PHONE }]);
		expect(error?.description).toContain('Fill in Order');
	});

	test('a code of points credits them, once', async () => {
		const code = await given({ reward: 'points', rewardPoints: 250 });
		const redeem = () => codes.operate('redeem', [{ ...order('5'), code }]);
		expect(jsonOf(await redeem())).toMatchObject([{ pointsCredited: 250, pointsBalance: 250 }]);
		await redeem();
		expect(jsonOf(await codes.operate('balance', [{ phone: PHONE }]))).toMatchObject([{ balance: 250 }]);
	});

	test('an error of one item does not keep the others back where the workflow is to go on', async () => {
		const code = await given();
		const run = await codes.tryTo(
			'redeem',
			[
				{ code, phone: PHONE },
				{ ...order('9'), code },
			],
			{},
			{ onError: 'continueRegularOutput' },
		);
		expect(run.outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 1 }],
			[{ item: 0 }],
		]);
	});
});

describe('Get and Void', () => {
	test('everything that is known of a code', async () => {
		const code = await given();
		await codes.operate('redeem', [{ code, phone: PHONE, orderNumber: '1', total: '10', currency: 'EUR' }]);
		expect(jsonOf(await codes.operate('get', [{ code }]))).toMatchObject([
			{
				code,
				status: 'active',
				uses: 1,
				publishedTo: [],
				rules: { maxUses: 1 },
				redemptions: [{ order: '1', orderTotal: '10', releasedAt: null }],
			},
		]);
		expect(jsonOf(await codes.operate('get', [{ code: 'NOPE' }]), 1)).toMatchObject([{ reasonCode: 'unknown-code' }]);
	});

	test.each<[string, INodeParameters]>([
		['a code', { whatToVoid: 'code' }],
		['a series', { whatToVoid: 'series', series: 'personal' }],
		['all of a person', { whatToVoid: 'phone' }],
	])('%s: useless from then on', async (_what, parameters) => {
		const code = await given();
		expect(jsonOf(await codes.operate('void', [{ code, phone: PHONE }], parameters))).toMatchObject([
			{ voided: 1, toWithdraw: [] },
		]);
		expect(jsonOf(await codes.operate('check', [{ code, phone: PHONE }]), 1)).toMatchObject([{ reasonCode: 'void' }]);
		expect(jsonOf(await codes.operate('void', [{ code, phone: PHONE }], parameters), 1)).toMatchObject([
			{ voided: 0, reasonCode: 'nothing-active' },
		]);
	});

	test('who had a code that was voided gets no other for the same key', async () => {
		const code = await given();
		await codes.operate('void', [{ code }]);
		expect(jsonOf(await codes.operate('generate', [{ phone: PHONE }]), 1)).toMatchObject([{ reasonCode: 'code-void' }]);
	});
});

describe('Remind', () => {
	test('of what ends soon, once, and only whom offers may be texted', async () => {
		const code = await given({ validDays: 2 });
		await given({ series: 'later', validDays: 20 });
		const skipped = await codes.operate('remind', [{}], { series: 'personal' });
		expect(jsonOf(skipped, 1)).toMatchObject([{ code, reasonCode: 'no-consent' }]);
		expect((await codes.operate('remind', [{}])).outputs).toEqual([[], []]);
		const other = await given({ validDays: 2 }, { phone: OTHER_PHONE });
		expect(jsonOf(await codes.operate('remind', [{}], { whoGets: 'everybody' }))).toMatchObject([
			{ code: other, phoneFull: OTHER_PHONE, value: '10%' },
		]);
	});
});
