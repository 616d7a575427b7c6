import {
	checkCode,
	type CodeCheck,
	type CodeFacts,
	type CodeRule,
	type CodeUse,
} from '../../../lib/domain/codes/check';
import { fromMinorUnits, toMinorUnits } from '../../../lib/domain/codes/minor-units';
import { type Offer, type Reward } from '../../../lib/domain/codes/offer';

const NOW = new Date('2026-12-01T12:00:00Z');
const percent: Reward = { kind: 'percent', percent: 20 };

const offer = (more: Partial<Offer> = {}): Offer => ({
	reward: percent,
	validity: { kind: 'period' },
	firstOrderOnly: false,
	mobileOnly: false,
	...more,
});
const facts = (more: Partial<CodeFacts> = {}, offered: Partial<Offer> = {}): CodeFacts => ({
	status: 'active',
	offer: offer(offered),
	timeZone: 'Europe/Warsaw',
	uses: 0,
	usesByCustomer: 0,
	...more,
});
const order = { orderTotal: '100.00', currency: 'EUR' };

describe('a code that cannot be used', () => {
	test.each<[rule: CodeRule, facts: CodeFacts | 'unknown' | 'mistyped', use: CodeUse, reason: string]>([
		['unknown-code', 'unknown', order, 'There is no such code.'],
		['check-character', 'mistyped', order, 'There is no such code: a character is wrong, or two are swapped.'],
		['void', facts({ status: 'void' }), order, 'This code was withdrawn.'],
		[
			'not-yet-valid',
			facts({ from: new Date(NOW.getTime() + 1) }),
			order,
			'This code can be used from December 1, 2026 on.',
		],
		[
			'expired',
			facts({ until: new Date('2026-11-30T22:59:59.999Z') }),
			order,
			'This code could be used until November 30, 2026.',
		],
		['used-up', facts({ uses: 1 }, { maxUses: 1 }), order, 'This code was used already.'],
		['used-up', facts({ uses: 4 }, { maxUses: 3 }), order, 'This code was used 4 times already, the most it can be.'],
		[
			'used-up-by-customer',
			facts({ usesByCustomer: 1 }, { maxUsesPerCustomer: 1 }),
			order,
			'This customer has used the code once already, the most they can.',
		],
		['given-to-another', facts({ givenTo: 'other' }), order, 'This code was given to another customer.'],
		[
			'not-first-order',
			facts({ isFirstOrder: false }, { firstOrderOnly: true }),
			order,
			'This code is for the first order only, and the customer has ordered before.',
		],
		[
			'other-currency',
			facts({}, { reward: { kind: 'amount', amount: '5', currency: 'PLN' } }),
			order,
			'This code is for orders in PLN, and this one is in EUR.',
		],
		[
			'other-currency',
			facts({}, { minimumOrder: { amount: '5', currency: 'USD' } }),
			order,
			'This code is for orders in USD, and this one is in EUR.',
		],
		[
			'order-too-small',
			facts({}, { minimumOrder: { amount: '100.01', currency: 'EUR' } }),
			order,
			'This code is for orders of €100.01 or more.',
		],
		[
			'no-matching-product',
			facts({}, { products: ['1'] }),
			{ products: ['2', '11'] },
			'This code is for other products than those in the order.',
		],
		[
			'no-matching-product',
			facts({}, { collections: ['1'] }),
			{ products: ['1'], collections: [] },
			'This code is for other products than those in the order.',
		],
		[
			'no-matching-product',
			facts({}, { products: ['1'], collections: ['7'] }),
			{ products: ['2'], collections: ['8'] },
			'This code is for other products than those in the order.',
		],
	])('%s', (rule, known, use, reason) => {
		expect(checkCode(known, use, NOW)).toEqual({ valid: false, rule, reason });
	});

	test('names the first reason only', () => {
		const bad = facts({ status: 'void', until: new Date(0), uses: 9, givenTo: 'other' }, { maxUses: 1 });
		expect(checkCode(bad, order, NOW)).toMatchObject({ rule: 'void' });
		expect(checkCode({ ...bad, status: 'active' }, order, NOW)).toMatchObject({ rule: 'expired' });
	});
});

const valid = (discount?: string, open: string[] = []): CodeCheck => ({ valid: true, discount, open }) as CodeCheck;

describe('a code that can be used', () => {
	test.each<[what: string, facts: CodeFacts, use: CodeUse, check: CodeCheck]>([
		['at the first moment', facts({ from: NOW }), order, valid('20.00')],
		['at the last moment', facts({ until: NOW }), order, valid('20.00')],
		[
			'the last time',
			facts({ uses: 2, usesByCustomer: 1 }, { maxUses: 3, maxUsesPerCustomer: 2 }),
			order,
			valid('20.00'),
		],
		['by whom it was given to', facts({ givenTo: 'same' }), order, valid('20.00')],
		['by somebody unknown', facts({ givenTo: 'unknown' }), order, valid('20.00', ['customer'])],
		['for a first order', facts({ isFirstOrder: true }, { firstOrderOnly: true }), order, valid('20.00')],
		['for what may be a first order', facts({}, { firstOrderOnly: true }), order, valid('20.00', ['first-order'])],
		['for just the minimum', facts({}, { minimumOrder: { amount: '100', currency: 'EUR' } }), order, valid('20.00')],
		[
			'for an unknown total',
			facts({}, { minimumOrder: { amount: '100', currency: 'EUR' } }),
			{},
			valid(undefined, ['currency', 'minimum-order']),
		],
		[
			'for a total in no currency',
			facts({}, { reward: { kind: 'amount', amount: '5', currency: 'EUR' } }),
			{ orderTotal: '9' },
			valid(undefined, ['currency']),
		],
		['for a currency in small letters', facts(), { orderTotal: '100', currency: ' eur ' }, valid('20.00')],
		['for one of its products', facts({}, { products: ['1', '2'] }), { ...order, products: ['2', '3'] }, valid()],
		[
			'for one of its collections',
			facts({}, { products: ['1'], collections: ['7'] }),
			{ products: ['2'], collections: ['7'] },
			valid(),
		],
		['for products that are not known', facts({}, { products: ['1'] }), order, valid(undefined, ['products'])],
		[
			'for products whose collections are not known',
			facts({}, { products: ['1'], collections: ['7'] }),
			{ products: ['2'] },
			valid(undefined, ['products']),
		],
	])('%s', (_what, known, use, check) => {
		expect(checkCode(known, use, NOW)).toEqual(check);
	});

	test.each<[reward: Reward, total: string, currency: string, discount: string | undefined]>([
		[percent, '0.05', 'EUR', '0.01'],
		[percent, '0', 'EUR', '0.00'],
		[{ kind: 'percent', percent: 12.5 }, '99.96', 'EUR', '12.50'],
		[{ kind: 'percent', percent: 15 }, '1.10', 'EUR', '0.17'], // 0.165, which a float has as 0.16499…
		[{ kind: 'percent', percent: 33.33 }, '999999999999.99', 'EUR', '333300000000.00'],
		[{ kind: 'percent', percent: 100 }, '19.99', 'EUR', '19.99'],
		[{ kind: 'percent', percent: 10 }, '1999', 'JPY', '200'],
		[{ kind: 'percent', percent: 10 }, '19.995', 'KWD', '2.000'],
		[{ kind: 'amount', amount: '10', currency: 'EUR' }, '99.90', 'EUR', '10.00'],
		[{ kind: 'amount', amount: '10', currency: 'EUR' }, '7.5', 'EUR', '7.50'],
		[{ kind: 'free_shipping' }, '99.90', 'EUR', undefined],
		[{ kind: 'gift', product: '1' }, '99.90', 'EUR', undefined],
		[{ kind: 'points', points: 5 }, '99.90', 'EUR', undefined],
	])('%j off %s %s is %s', (reward, orderTotal, currency, discount) => {
		expect(checkCode(facts({}, { reward }), { orderTotal, currency }, NOW)).toEqual(valid(discount));
	});
});

describe('amounts', () => {
	test.each([
		['10', 'EUR', 1000n, '10.00'],
		['10.5', 'EUR', 1050n, '10.50'],
		['0.005', 'EUR', 1n, '0.01'],
		['0.0049', 'EUR', 0n, '0.00'],
		['10.5', 'JPY', 11n, '11'],
		['1.2345', 'KWD', 1235n, '1.235'],
		['90071992547409.93', 'EUR', 9007199254740993n, '90071992547409.93'],
	])('%s %s is %d of the smallest unit', (amount, currency, units, back) => {
		expect(toMinorUnits(amount, currency)).toBe(units);
		expect(fromMinorUnits(units, currency)).toBe(back);
	});

	test.each([
		['1,299.00', 'EUR', '"1,299.00" is no amount'],
		['-5', 'EUR', '"-5" is no amount'],
		['', 'EUR', '"" is no amount'],
		['1e3', 'EUR', '"1e3" is no amount'],
		['5', 'Euro', '"Euro" is no currency'],
	])('%j %s is refused', (amount, currency, message) => {
		expect(() => toMinorUnits(amount, currency)).toThrow(expect.objectContaining({ code: 'bad-setting', message }));
	});
});
