import { decide } from '../../../lib/domain/gate';
import { type OpeningHours, readHours } from '../../../lib/domain/law/hours';
import { changesAhead, LAW, type LawRow } from '../../../lib/domain/law/law';

const { rows } = LAW;
const isDate = (date: string | undefined) => date === undefined || new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);

test.each(rows.map((row): [string, LawRow] => [row.id, row]))('%s is whole', (id, row) => {
	expect(id).toMatch(/^[a-z]{2}(-[a-z]{2})?-[a-z-]+$/);
	expect(rows.filter((other) => other.id === id)).toHaveLength(1);
	expect(id.startsWith(row.country.toLowerCase())).toBe(true);
	expect(row.title).toMatch(/^[A-Z][A-Za-z ]+: \S/);
	expect(row.url).toMatch(/^https?:\/\//);
	expect(row.citation).not.toBe('');
	expect([isDate(row.from), isDate(row.until)]).toEqual([true, true]);
	expect(row.doubt ?? 'None.').toMatch(/^[A-Z].*\.$/);
	if (row.hours) expect(readHours(row.hours).byWeekday.some(({ from, to }) => from < to)).toBe(true);
	const says = [row.hours, row.per24Hours, row.stopEndsEverything, row.optOutInEveryText, row.needsDlt];
	expect(says.some((value) => value !== undefined)).toBe(true);
});

type Span = readonly [from: number, to: number] | undefined;

/** Hours as domain research lists them, written down once more: weekdays, Saturday, Sunday, holiday. Undefined: closed. */
const PLACES: ReadonlyArray<[place: string, phone: string, week: Span, saturday: Span, sunday: Span, holiday: Span]> = [
	['US, no stricter state', '+12125550123', [8, 21], [8, 21], [8, 21], [8, 21]],
	['AL', '+12055550123', [8, 20], [8, 20], undefined, undefined],
	['CA', '+12135550123', [9, 21], [9, 21], [9, 21], [9, 21]],
	['CT', '+12035550123', [9, 20], [9, 20], [9, 20], [9, 20]],
	['FL', '+13055550123', [8, 20], [8, 20], [8, 20], [8, 20]],
	['IL', '+13125550123', [9, 21], [9, 21], [9, 21], [9, 21]],
	['KY', '+15025550123', [10, 21], [10, 21], [10, 21], [10, 21]],
	['LA', '+15045550123', [8, 20], [8, 20], undefined, undefined],
	['MA', '+16175550123', [8, 20], [8, 20], [8, 20], [8, 20]],
	['MD', '+14105550123', [8, 20], [8, 20], [8, 20], [8, 20]],
	['MI', '+13135550123', [9, 21], [9, 21], [9, 21], [9, 21]],
	['MN', '+16125550123', [9, 21], [9, 21], [9, 21], [9, 21]],
	['MS', '+16015550123', [8, 20], [8, 20], undefined, undefined],
	['NJ', '+12015550123', [8, 20], [8, 20], [8, 20], [8, 20]],
	['NM', '+15055550123', [9, 21], [9, 21], [9, 21], [9, 21]],
	['NV', '+17025550123', [9, 20], [9, 20], [9, 20], [9, 20]],
	['OK', '+14055550123', [8, 20], [8, 20], [8, 20], [8, 20]],
	['PA', '+12155550123', [9, 19], [9, 19], undefined, undefined],
	['RI', '+14015550123', [9, 18], [10, 17], undefined, undefined],
	['TX', '+12145550123', [9, 21], [9, 21], [12, 21], [9, 21]],
	['WA', '+12065550123', [8, 20], [8, 20], [8, 20], [8, 20]],
	['WY', '+13075550123', [8, 20], [8, 20], [8, 20], [8, 20]],
	['AU', '+61412345678', [8, 21], [8, 21], [8, 21], [8, 21]],
	['BE', '+32470123456', [9, 20], [9, 20], [9, 20], [9, 20]],
	['BR', '+5511961234567', [8, 21], [8, 21], [8, 21], [8, 21]],
	['CA', '+14165550123', [8, 21], [8, 21], [8, 21], [8, 21]],
	['DE', '+4915112345678', [8, 21], [8, 21], [8, 21], [8, 21]],
	['FR', '+33612345678', [8, 22], [8, 22], undefined, undefined],
	['GB', '+447400123456', [8, 21], [8, 21], [8, 21], [8, 21]],
	['IE', '+353851234567', [8, 21], [8, 21], [8, 21], [8, 21]],
	['IN', '+919876543210', [10, 21], [10, 21], [10, 21], [10, 21]],
	['KZ', '+77012345678', [9, 22], [9, 22], [9, 22], [9, 22]],
	['MX', '+525512345678', [8, 20], [8, 20], [8, 20], [8, 20]],
	['NL', '+31612345678', [8, 21], [8, 21], [8, 21], [8, 21]],
	['NZ', '+64211234567', [8, 21], [8, 21], [8, 21], [8, 21]],
	['PL', '+48600100200', [8, 20], [8, 20], [8, 20], [8, 20]],
	['none known: ES', '+34612345678', [0, 24], [0, 24], [0, 24], [0, 24]],
];

const ANY_TIME: OpeningHours = { weekdays: { from: '00:00', to: '24:00' } };
const dlt = { entityId: '1'.repeat(19), templateId: '2'.repeat(19), header: '123456' };

/** The zone is given here so that the clock can be read off; the law goes by the number. */
const actionAt = (phone: string, time: string) =>
	decide(
		{ purpose: 'marketing', recipient: { phone, timeZone: 'Etc/UTC' }, hours: ANY_TIME, dlt },
		{ consent: { outcome: 'consented' } },
		new Date(`${time}Z`),
	);

describe.each(PLACES)('the hours of %s', (_place, phone, week, saturday, sunday, holiday) => {
	test.each<[what: string, date: string, span: Span]>([
		['a Tuesday', '2026-11-24', week],
		['a Saturday', '2026-11-28', saturday],
		['a Sunday', '2026-11-29', sunday],
		['Christmas', '2026-12-25', holiday],
	])('on %s', (_what, date, span) => {
		const open = Array.from({ length: 48 }, (_, half) => half / 2).filter((hour) => {
			const minutes = hour % 1 === 0 ? '00' : '59';
			return actionAt(phone, `${date}T${String(Math.floor(hour)).padStart(2, '0')}:${minutes}`).action === 'send';
		});
		const expected = span ? Array.from({ length: 48 }, (_, half) => half / 2).filter((hour) => hour >= span[0] && hour < span[1]) : [];
		expect(open).toEqual(expected);
	});
});

test('a law holds from its first day on, by the calendar of the recipient', () => {
	expect(actionAt('+12155550123', '2026-10-17T20:30')).toMatchObject({ action: 'send' });
	expect(actionAt('+12155550123', '2026-10-18T12:30')).toMatchObject({ action: 'wait', rule: 'law-day', until: new Date('2026-10-19T09:00:00Z') });
});

test('a law says what it is and where it stands', () => {
	expect(actionAt('+13055550123', '2026-11-24T20:00')).toEqual({
		action: 'wait',
		rule: 'law-hours',
		until: new Date('2026-11-25T08:00:00Z'),
		reason: 'It is 20:00 in Etc/UTC. Florida law closes at 20:00; the next opening is 2026-11-25 08:00 there.',
		law: { citation: 'Fla. Stat. 501.616(6)', url: 'https://www.flsenate.gov/Laws/Statutes/2025/501.616' },
	});
});

describe('changes ahead', () => {
	const ahead = (countries: string[], now: string) => changesAhead(LAW, countries, new Date(now)).map(({ row }) => row.id);

	test('are those of the next 120 days, of the countries that are texted', () => {
		expect(ahead(['US'], '2026-11-22T12:00:00Z')).toEqual(['us-revoke-all']);
		expect(ahead(['PL', 'FR'], '2026-11-22T12:00:00Z')).toEqual([]);
		expect(ahead(['US'], '2026-09-01T12:00:00Z')).toEqual(['us-pa-hours']);
		expect(ahead(['US'], '2027-01-30T23:59:00Z')).toEqual(['us-revoke-all']);
		expect(ahead(['US'], '2027-01-31T00:00:00Z')).toEqual([]);
	});

	test('are said in a sentence', () => {
		expect(changesAhead(LAW, ['US'], new Date('2026-11-22'))[0]?.sentence).toBe(
			'From 2027-01-31 on: US federal: one STOP ends every text (47 CFR 64.1200(a)(10), FCC order DA 26-12). The FCC has put it off twice and may do so again.',
		);
	});
});
