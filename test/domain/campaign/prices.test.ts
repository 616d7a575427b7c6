import fc from 'fast-check';
import { costOf, type PriceTable, readPriceTable, sumOfCosts } from '../../../lib/domain/campaign/prices';
import { always } from '../../support/properties';

test.each<[string, Record<string, number>]>([
	['US 0.0079', { US: 0.0079 }],
	['US: 0,0079', { US: 0.0079 }],
	['US=0.0079 USD', { US: 0.0079 }],
	['us = 0.0079usd', { US: 0.0079 }],
	['uk 0.04', { GB: 0.04 }],
	['USA\t0.0079', { US: 0.0079 }],
	['United States 0.0079', { US: 0.0079 }],
	['* 0.05', { '*': 0.05 }],
	['*: 0,05', { '*': 0.05 }],
	['PL 0', { PL: 0 }],
	['  # prices of Twilio\n\nUS 0.0079 # 10DLC\r\nGB 0.0463\n* 0.1', { US: 0.0079, GB: 0.0463, '*': 0.1 }],
	['US 0.0079; GB 0,0463;', { US: 0.0079, GB: 0.0463 }],
	['', {}],
])('%j', (lines, perSegment) => expect(readPriceTable(lines, 'usd')).toEqual({ currency: 'USD', perSegment }));

test.each<[string, RegExp]>([
	['US', /"US" .* cannot be read/],
	['0.0079', /cannot be read/],
	['US -0.01', /cannot be read/],
	['US free', /cannot be read/],
	['US 1.234,50', /cannot be read/],
	['US 0.0079 USD GB 0.04', /cannot be read|no country/],
	['US0.0079', /cannot be read/],
	['Atlantis 0.01', /no country that is known: "Atlantis"/],
	['XX 0.01', /no country that is known: "XX"/],
	['US 0.0079 EUR', /is not in USD/],
	['US 0.0000001', /more than 6 decimals/],
	['US 0.01\nUSA 0.02', /gives US a second price/],
])('%j is refused, naming the line', (lines, message) => {
	expect(() => readPriceTable(`GB 0.04\n${lines}`, 'USD')).toThrow(
		expect.objectContaining({
			code: 'bad-setting',
			message: expect.stringMatching(message) as unknown,
			hint: expect.stringContaining('"US 0.0079"') as unknown,
		}),
	);
});

test.each([[''], ['$'], ['euro']])('%j is no currency', (currency) => {
	expect(() => readPriceTable('US 1', currency)).toThrow(expect.objectContaining({ code: 'bad-setting' }));
});

const TABLE: PriceTable = { currency: 'USD', perSegment: { US: 0.0079, GB: 0.1, '*': 0.05 } };

test.each<[number, string | undefined, PriceTable, number | undefined]>([
	[2, 'US', TABLE, 0.0158],
	[3, 'GB', TABLE, 0.3],
	[1, 'PL', TABLE, 0.05],
	[1, undefined, TABLE, 0.05],
	[0, 'US', TABLE, 0],
	[100_000, 'US', TABLE, 790],
	[1, 'PL', { currency: 'USD', perSegment: { US: 1 } }, undefined],
	[1, undefined, { currency: 'USD', perSegment: { US: 1 } }, undefined],
	[1, 'constructor', { currency: 'USD', perSegment: {} }, undefined],
])('%p segments to %p', (segments, country, table, cost) => expect(costOf(segments, country, table)).toBe(cost));

test('costs add up to what a calculator shows', () => {
	expect(sumOfCosts([0.1, 0.2])).toBe(0.3);
	expect(sumOfCosts([])).toBe(0);
	const micros = fc.integer({ min: 0, max: 5_000_000 });
	always(
		fc.property(fc.array(fc.tuple(micros, fc.integer({ min: 0, max: 100_000 })), { maxLength: 50 }), (rows) => {
			const costs = rows.map(([price, segments], index) =>
				costOf(segments, 'US', readPriceTable(`US ${(price / 1e6).toFixed(6)} # ${index}`, 'EUR')),
			);
			const exact = rows.reduce((sum, [price, segments]) => sum + BigInt(price) * BigInt(segments), 0n);
			expect(BigInt(Math.round(sumOfCosts(costs as number[]) * 1e6))).toBe(exact);
		}),
		100,
	);
});
