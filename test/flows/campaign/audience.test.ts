import { type Audience, peopleWho, whoseBirthdayItIs, whoStayedAway } from '../../../lib/flows/campaign/audience';
import { momentOf } from '../../../lib/flows/campaign/when';
import { type PersonToSave } from '../../../lib/ledger/people';
import { refs, sighting } from '../../ledger/sightings';
import { ANNA, MARIA, outcomes, PROFILE, TOM, useCampaigns } from './campaign-shop';

const held = useCampaigns();
const CONSENTED = { consent: { purpose: 'marketing', status: 'confirmed' } } as const;

const deps = () => ({ ledger: held.shop.outbox.ledger, shop: PROFILE.key, now: () => new Date(held.shop.outbox.now) });

async function all(audience: Audience) {
	const people = [];
	for await (const page of audience) people.push(...page);
	return people;
}

const save = (person: Partial<PersonToSave> & { phone: string }, at = new Date('2026-01-01')) =>
	held.shop.outbox.ledger.savePeople(PROFILE.key, [{ source: 'save', newId: `person ${person.phone}`, ...person }], at);

test('everybody who meets the conditions, in pages, with what is known of them', async () => {
	const phones = Array.from({ length: 501 }, (_, index) => `+1212555${String(1000 + index)}`);
	for (const phone of phones) await save({ phone, firstName: 'Kim', language: 'es', tags: phone.endsWith('7') ? ['vip'] : [] });
	await held.shop.consent(...phones);
	const people = await all(peopleWho(CONSENTED, 3, deps()));
	expect(new Set(people.map(({ key }) => key))).toEqual(new Set(phones));
	expect(people[0]).toMatchObject({ firstName: 'Kim', language: 'es', phone: { country: 'US' }, itemIndex: 3 });
	expect(await all(peopleWho({ ...CONSENTED, tags: ['vip'] }, 0, deps()))).toHaveLength(50);
});

describe('birthdays', () => {
	const gifts = (knownForDays = 30) => all(whoseBirthdayItIs(CONSENTED, { profile: PROFILE, knownForDays }, 0, deps()));

	test('of today where they live, with a key of the year', async () => {
		await save({ phone: MARIA, birthday: '1990-12-01', timeZone: 'America/New_York' });
		await save({ phone: ANNA, birthday: '12-02', timeZone: 'Pacific/Auckland' });
		await save({ phone: TOM, birthday: '12-02', timeZone: 'America/New_York' });
		await held.shop.consent(MARIA, TOM, ANNA);
		expect((await gifts()).map(({ key }) => key).sort()).toEqual([`${MARIA} 2026`, `${ANNA} 2026`].sort());
	});

	test('one that is new waits a year, and is told of', async () => {
		await save({ phone: MARIA, birthday: '12-01' }, new Date('2026-11-20'));
		await held.shop.consent(MARIA);
		expect(await gifts()).toMatchObject([{ objection: { rule: 'birthday-too-new' } }]);
		expect(await gifts(0)).toMatchObject([{ objection: undefined }]);
	});

	test('nobody gets two texts in a year, and one in the next', async () => {
		await save({ phone: MARIA, birthday: '12-01', timeZone: 'America/New_York' });
		await held.shop.consent(MARIA);
		const kind = { kind: 'birthday-gift', wordings: [{ name: 'A', weight: 1, texts: [{ text: 'Happy birthday!' }] }] } as const;
		const run = async () => outcomes(await held.shop.run(await gifts(), kind, { name: 'Gift' }));
		expect(await run()).toEqual(['planned']);
		expect(await run()).toEqual(['there accepted']);
		held.shop.outbox.now = Date.parse('2027-12-01T17:00:00Z');
		expect(await run()).toEqual(['planned']);
		expect(held.shop.outbox.taken).toHaveLength(2);
	});
});

describe('win-back', () => {
	const order = (phone: string, number: string, now: string) =>
		held.shop.outbox.ledger.claimSend(
			sighting({ now: new Date(now), details: { phone, number }, refs: refs(number), newOrderId: number, person: { newId: `of order ${number}` } }),
			() => null,
		);

	test('who ordered long ago and not since; never who never ordered; again only after another order', async () => {
		for (const phone of [MARIA, TOM, ANNA]) await save({ phone });
		await order(MARIA, '1', '2026-06-01T10:00:00Z');
		await order(TOM, '2', '2026-06-01T10:00:00Z');
		await order(TOM, '3', '2026-11-20T10:00:00Z');
		await held.shop.consent(MARIA, TOM, ANNA);
		const away = () => all(whoStayedAway(CONSENTED, 90, 0, deps()));
		expect((await away()).map(({ key }) => key)).toEqual([`${MARIA} 2026-06-01`]);
		await order(MARIA, '4', '2026-12-01T10:00:00Z');
		expect(await away()).toEqual([]);
		held.shop.outbox.now = Date.parse('2027-06-01T10:00:00Z');
		expect((await away()).map(({ key }) => key).sort()).toEqual([`${MARIA} 2026-12-01`, `${TOM} 2026-11-20`].sort());
	});
});

test.each([
	['2026-12-01T18:00', 'America/New_York', '2026-12-01T23:00:00Z'],
	['2026-12-01T18:00', 'Asia/Kathmandu', '2026-12-01T12:15:00Z'],
	['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00Z'], // the clock shows 03:30 then
	['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00Z'], // the first time
	['2026-12-01T18:00', 'Pacific/Kiritimati', '2026-12-01T04:00:00Z'],
])('%s on the clock of %s', (wall, zone, moment) => {
	expect(new Date(momentOf(Date.parse(`${wall}:00Z`), zone))).toEqual(new Date(moment));
});
