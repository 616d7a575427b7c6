import { composeText, type ComposeSettings, type TextSubject } from '../../lib/domain/compose';
import { type TextedStage } from '../../lib/domain/stages';
import { own, settings, subject } from './compose-fixtures';

/** "day|time" of an estimate, as a customer reads it on the first of December 2026, 16:00 in Warsaw. */
const told = (
	eta: string | undefined,
	about: Partial<TextSubject> = {},
	more: Partial<ComposeSettings> = {},
	stage: TextedStage = 'shipped',
) => {
	const ownTexts = [own('{eta_date|-}|{eta_time|-}|{eta|-}', stage)];
	const { text } = composeText(stage, subject({ language: 'pl', eta, ...about }), settings({ ownTexts, ...more }));
	const [day, time, both] = text.split('|');
	expect(both).toBe(time === '-' ? day : `${day} ${time}`);
	return `${day}|${time}`;
};
const inZone = (timeZone: string) => ({ profile: { ...settings().profile, timeZone } });

describe('an estimated delivery is told', () => {
	test.each([
		['a day', '2026-12-05', '5 grudnia|-'],
		['today', '2026-12-01', '1 grudnia|-'],
		['a time later today', '2026-12-01T18:30:00', '1 grudnia|18:30'],
		['with an offset: as written', '2026-12-05T18:30:00+02:00', '5 grudnia|18:30'],
		['without an offset: as written', '2026-12-05 18:30', '5 grudnia|18:30'],
		['in UTC: moved to the customer’s zone', '2026-12-05T18:30:00Z', '5 grudnia|19:30'],
		['in UTC, the next day there', '2026-12-05T23:30:00Z', '6 grudnia|0:30'],
		['midnight: the day only', '2026-12-05T00:00:00+01:00', '5 grudnia|-'],
		['the last minute: the day only', '2026-12-05T23:59:59', '5 grudnia|-'],
		['midnight there, in UTC: the day only', '2026-12-04T23:00:00.000Z', '5 grudnia|-'],
		['in summer', '2027-07-05T10:00:00Z', '5 lipca|12:00'],
	])('%s', (_what, eta, text) => {
		expect(told(eta)).toBe(text);
	});

	test.each([
		['none', undefined],
		['yesterday', '2026-11-30'],
		['a time that is over', '2026-12-01T15:59:00'],
		['a time that is over, in UTC', '2026-12-01T14:59:00Z'],
		['a placeholder date', '2079-01-01'],
		['no real day', '2026-02-30'],
		['nothing a machine can read', 'in 3 days'],
	])('not: %s', (_what, eta) => {
		expect(told(eta)).toBe('-|-');
	});
});

describe('the zone of a UTC time', () => {
	const eta = '2026-12-05T02:00:00Z';
	test.each<[what: string, about: Partial<TextSubject>, more: Partial<ComposeSettings>, text: string]>([
		['is the country’s', { country: 'GB' }, {}, '5 grudnia|2:00'],
		['is the main one of a country with several', { country: 'DE' }, inZone('America/New_York'), '5 grudnia|3:00'],
		['is the shop’s for its own country', { country: 'US' }, inZone('America/New_York'), '4 grudnia|21:00'],
		['is the shop’s where no country is known', { country: undefined }, {}, '5 grudnia|3:00'],
		['is the operator’s choice before all', { country: 'GB' }, { timeZone: 'Asia/Tokyo' }, '5 grudnia|11:00'],
		['is unknown for customers across the ocean: no hour is told', { country: 'US' }, {}, '5 grudnia|-'],
		['is the operator’s choice there too', { country: 'US' }, { timeZone: 'America/Chicago' }, '4 grudnia|20:00'],
	])('%s', (_what, about, more, text) => {
		expect(told(eta, about, more)).toBe(text);
	});

	test('does not matter where the source gives the customer’s own clock', () => {
		// 07:00 in Los Angeles: the shop’s evening has come, the customer’s has not
		expect(told('2026-12-01T09:30:00-08:00', { country: 'US' })).toBe('1 grudnia|9:30');
		expect(told('2026-12-01T06:30:00-08:00', { country: 'US' })).toBe('-|-');
	});
});

describe('out for delivery', () => {
	const today = (eta: string, about: Partial<TextSubject> = {}) => told(eta, about, {}, 'out_for_delivery');

	test('tells the time of today only: by 6 PM must not mean another day’s', () => {
		expect(today('2026-12-01T18:00:00')).toBe('1 grudnia|18:00');
		expect(today('2026-12-01')).toBe('1 grudnia|-');
		expect(today('2026-12-02T18:00:00')).toBe('-|-');
		expect(today('2026-12-02')).toBe('-|-');
		expect(today('2026-12-01T22:30:00Z')).toBe('1 grudnia|23:30');
		expect(today('2026-12-01T23:30:00Z')).toBe('-|-');
	});

	test('takes today from the customer’s clock, where the source gives it', () => {
		const night = { now: new Date('2026-12-02T02:00:00Z') }; // 03:00 of the 2nd in Warsaw, 18:00 of the 1st in Los Angeles
		const inLosAngeles = { country: 'US' };
		expect(told('2026-12-01T20:00:00-08:00', inLosAngeles, night, 'out_for_delivery')).toBe('1 grudnia|20:00');
		expect(told('2026-12-02T20:00:00-08:00', inLosAngeles, night, 'out_for_delivery')).toBe('-|-');
	});

	test('other stages tell tomorrow too', () => {
		for (const stage of ['shipped', 'delayed', 'failed_attempt'] as const)
			expect(told('2026-12-02T18:00:00', {}, {}, stage)).toBe('2 grudnia|18:00');
	});
});
