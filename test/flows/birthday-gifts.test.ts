import { birthdayGifts, birthdaysAround, isBirthday } from '../../lib/flows/birthday-gifts';
import { openSeries } from '../../lib/flows/give-code';
import { type PersonToSave } from '../../lib/ledger/people';
import { MARIA, rules, TOM, useCodes } from './codes-shop';

const world = useCodes();
const PROFILE = { key: 'default', timeZone: 'Europe/Warsaw', optOutScope: 'everything' } as const;

async function gifts(more: Partial<Parameters<typeof birthdayGifts>[1]> = {}) {
	const opened = await openSeries(rules({ name: 'birthday' }), world.deps());
	const found = [];
	for await (const gift of birthdayGifts(
		opened,
		{ profile: PROFILE, knownForDays: 30, needsConsent: false, ...more },
		world.deps(),
	))
		found.push(gift);
	return found.map(({ person, ...gift }) => ({
		phone: person.phone,
		rule: gift.rule,
		code: gift.rule === undefined ? gift.code.code : undefined,
	}));
}

const save = (person: Partial<PersonToSave> & { phone: string }, at = new Date('2026-01-01')) =>
	world.ledger.savePeople('default', [{ source: 'save', newId: `person ${person.phone}`, ...person }], at);

test('a day begins where somebody lives', async () => {
	await save({ phone: MARIA, birthday: '1990-11-23', timeZone: 'Pacific/Auckland' });
	await save({ phone: TOM, birthday: '11-22', country: 'GB' });
	world.now = new Date('2026-11-22T12:00:00Z'); // 23 November in Auckland
	expect((await gifts()).map(({ phone }) => phone).sort()).toEqual([MARIA, TOM].sort());
	world.now = new Date('2026-11-22T10:30:00Z'); // not yet
	expect((await gifts()).map(({ phone }) => phone)).toEqual([TOM]);
});

test('once a year, in the next year again with another code', async () => {
	await save({ phone: TOM, birthday: '11-22' });
	const [first] = await gifts();
	expect(first).toMatchObject({ rule: undefined, code: expect.any(String) });
	world.now = new Date('2026-11-22T20:00:00Z');
	expect(await gifts()).toEqual([{ phone: TOM, rule: 'had-it-already', code: undefined }]);
	world.now = new Date('2027-11-22T10:00:00Z');
	const [next] = await gifts();
	expect(next?.code).toEqual(expect.any(String));
	expect(next?.code).not.toBe(first?.code);
});

test('of two runs at once each person is handed out by one', async () => {
	await save({ phone: TOM, birthday: '11-22' });
	const both = (await Promise.all([gifts(), gifts()])).flat();
	expect(both.map(({ rule }) => rule).sort()).toEqual(['had-it-already', undefined]);
});

test('a date that was set or changed lately waits a year', async () => {
	await save({ phone: TOM, birthday: '11-22' }, new Date('2026-11-01'));
	await save({ phone: MARIA, birthday: '11-21', timeZone: 'Europe/Warsaw' });
	await save({ phone: MARIA, birthday: '11-22' }, new Date('2026-11-20'));
	expect((await gifts()).map(({ rule }) => rule)).toEqual(['birthday-too-new', 'birthday-too-new']);
	expect((await gifts({ knownForDays: 0 })).map(({ rule }) => rule)).toEqual([undefined, undefined]);
	world.now = new Date('2027-11-22T10:00:00Z');
	expect((await gifts()).map(({ rule }) => rule)).toEqual([undefined, undefined]);
});

test('who may not be texted offers gets none where a text is meant, and no code is made for them', async () => {
	await save({ phone: TOM, birthday: '11-22' });
	await save({ phone: MARIA, birthday: '11-22', timeZone: 'Europe/Warsaw' });
	const entry = {
		phone: MARIA,
		purpose: 'marketing',
		action: 'record',
		source: 'checkout',
		actor: 'customer',
		givenAt: new Date('2026-06-01'),
		evidence: {},
	} as const;
	await world.ledger.recordConsents('default', [entry], new Date('2026-06-01'));
	const found = await gifts({ needsConsent: true });
	expect(found.find(({ phone }) => phone === TOM)).toMatchObject({ rule: 'no-consent' });
	expect(found.find(({ phone }) => phone === MARIA)).toMatchObject({ rule: undefined });
	expect((await world.ledger.seriesStats('default', 'birthday'))[0]).toMatchObject({ made: 1 });
});

test.each([
	['02-29', '2027-03-01T12:00:00Z', true],
	['2000-02-29', '2027-02-28T12:00:00Z', false],
	['02-29', '2028-02-29T12:00:00Z', true],
	['02-29', '2028-03-01T12:00:00Z', false],
	['03-01', '2028-03-01T12:00:00Z', true],
	['2001-03-01', '2027-03-01T12:00:00Z', true],
	[undefined, '2027-03-01T12:00:00Z', false],
])('born on %s, at %s: %p', (birthday, now, is) => {
	expect(isBirthday(birthday, new Date(now), 'Etc/UTC')).toBe(is);
	if (is) expect(birthdaysAround(new Date(now))).toContain(birthday?.slice(-5));
});
