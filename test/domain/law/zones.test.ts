import { placeOf, type Whereabouts } from '../../../lib/domain/law/zones';

test.each<[what: string, who: Whereabouts | undefined, zones: readonly string[], countries: string, states: string]>([
	['a zone that was told goes before the number', { phone: '+12125550123', timeZone: 'Europe/Rome' }, ['Europe/Rome'], 'US', 'NY'],
	['a zone that is none is as none', { phone: '+12125550123', timeZone: 'Mars/Olympus' }, ['America/New_York'], 'US', 'NY'],
	['an area code', { phone: '+12125550123' }, ['America/New_York'], 'US', 'NY'],
	['an area code of two zones', { phone: '+18505550123' }, ['America/Chicago', 'America/New_York'], 'US', 'FL'],
	['a state that was told', { phone: '+12125550123', country: 'US', state: 'TX' }, ['America/New_York'], 'US', 'TX'],
	['what is no state', { phone: '+12125550123', country: 'US', state: 'Texas' }, ['America/New_York'], 'US', 'NY'],
	['a province of another country', { phone: '+12125550123', country: 'CA', state: 'ON' }, ['America/New_York'], 'US,CA', 'NY'],
	['Canada', { phone: '+14165550123' }, ['America/Toronto'], 'CA', ''],
	['a country of one zone', { phone: '+48600100200' }, ['Europe/Warsaw'], 'PL', ''],
	['somebody who lives abroad', { phone: '+48600100200', country: 'FR' }, ['Europe/Warsaw'], 'PL,FR', ''],
	['Kazakhstan, which shares +7', { phone: '+77012345678' }, ['Asia/Almaty', 'Asia/Aqtobe'], 'KZ', ''],
	['Puerto Rico, where US law holds', { phone: '+17875550123' }, ['America/Puerto_Rico'], 'US', ''],
	['La Réunion, where French law holds', { phone: '+262692123456' }, ['Indian/Reunion'], 'FR', ''],
	['toll-free', { phone: '+18005550123' }, [], 'US', ''],
	['toll-free, and a shop of the country', { phone: '+18005550123', shopTimeZone: 'America/Denver', shopCountry: 'US' }, ['America/Denver'], 'US', ''],
	['toll-free, and a shop abroad', { phone: '+18005550123', shopTimeZone: 'Europe/Paris', shopCountry: 'FR' }, [], 'US', ''],
	['a satellite phone', { phone: '+881612345678' }, [], '', ''],
	['no number, a shop of their country', { country: 'PL', shopTimeZone: 'Europe/Warsaw', shopCountry: 'PL' }, ['Europe/Warsaw'], 'PL', ''],
	['no number, a shop of another', { country: 'PL', shopTimeZone: 'Europe/Berlin', shopCountry: 'DE' }, [], 'PL', ''],
	['no number, no country', { shopTimeZone: 'Europe/Berlin', shopCountry: 'DE' }, [], '', ''],
	['a number that is not E.164', { phone: '212-555-0123' }, [], '', ''],
	['nobody', undefined, [], '', ''],
])('%s', (_what, who, zones, countries, states) => {
	const place = placeOf(who);
	expect([place.zones, place.countries.join(), place.states.join()]).toEqual([zones, countries, states]);
});

test('an area code that nobody has heard of may be anywhere in the country, and nowhere else', () => {
	const { zones } = placeOf({ phone: '+19995550123' });
	expect(zones).toEqual(expect.arrayContaining(['America/New_York', 'Pacific/Honolulu', 'America/Anchorage']));
	expect(zones).not.toEqual(expect.arrayContaining(['America/Toronto']));
	expect(placeOf({ phone: '+19995550123', country: 'CA' }).zones).toEqual(expect.arrayContaining(['America/Vancouver', 'America/St_Johns']));
});
