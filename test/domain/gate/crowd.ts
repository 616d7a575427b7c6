// People, moments, settings and pasts by chance, and what the law allows each of these people, written down once more by hand.
import { type GateFacts, type PromotionMessage } from '../../../lib/domain/gate';
import { type OpeningHours } from '../../../lib/domain/law/hours';
import { type chance } from './wall';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Span = readonly [from: string, to: string] | 'closed';

export interface Somebody {
	readonly recipient: NonNullable<PromotionMessage['recipient']>;
	/** One of these they are in. */
	readonly zones: readonly string[];
	/** Allowed by law: Monday to Friday, Saturday, Sunday. */
	readonly week: Span;
	readonly saturday?: Span;
	readonly sunday?: Span;
	/** No texts on these days. */
	readonly holidays?: ReadonlySet<string>;
	readonly lawCap?: number;
	readonly isIndian?: boolean;
	/** Least age for what is age-restricted. */
	readonly age: number;
}

const days = (...dates: string[]) => new Set(dates);
const US = ['2026-11-11', '2026-11-26', '2026-12-25', '2027-01-01', '2027-01-18', '2027-02-15', '2027-05-31', '2027-06-18', '2027-06-19', '2027-07-04', '2027-07-05', '2027-09-06', '2027-10-11', '2027-11-11', '2027-11-25', '2027-12-24', '2027-12-25', '2027-12-31', '2028-01-01'];
const FRENCH = days('2026-11-11', '2026-12-25', '2027-01-01', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-08', '2027-05-17', '2027-07-14', '2027-08-15', '2027-11-01', '2027-11-11', '2027-12-25', '2028-01-01');

const NEW_YORK = ['America/New_York'];
const CHICAGO = ['America/Chicago'];

/** After 18 October 2026, when the newest of these rules begins. */
export const PEOPLE: readonly Somebody[] = [
	{ recipient: { phone: '+12125550123' }, zones: NEW_YORK, week: ['08:00', '21:00'], age: 21 },
	{ recipient: { phone: '+12055550123' }, zones: CHICAGO, week: ['08:00', '20:00'], sunday: 'closed', holidays: days(...US, '2027-04-26', '2027-06-07'), age: 21 },
	{ recipient: { phone: '+13055550123' }, zones: NEW_YORK, week: ['08:00', '20:00'], lawCap: 3, age: 21 },
	{ recipient: { phone: '+18505550123' }, zones: ['America/New_York', 'America/Chicago'], week: ['08:00', '20:00'], lawCap: 3, age: 21 },
	{ recipient: { phone: '+12155550123' }, zones: NEW_YORK, week: ['09:00', '19:00'], sunday: 'closed', holidays: days(...US, '2027-06-14'), age: 21 },
	{ recipient: { phone: '+14015550123' }, zones: NEW_YORK, week: ['09:00', '18:00'], saturday: ['10:00', '17:00'], sunday: 'closed', holidays: days(...US, '2027-08-09'), age: 21 },
	{ recipient: { phone: '+12145550123' }, zones: CHICAGO, week: ['09:00', '21:00'], sunday: ['12:00', '21:00'], age: 21 },
	{ recipient: { phone: '+12125550123', country: 'US', state: 'KY', timeZone: 'America/Chicago' }, zones: CHICAGO, week: ['10:00', '21:00'], age: 21 },
	{ recipient: { phone: '+14055550123' }, zones: CHICAGO, week: ['08:00', '20:00'], lawCap: 3, age: 21 },
	{ recipient: { phone: '+18085550123' }, zones: ['Pacific/Honolulu'], week: ['08:00', '21:00'], age: 21 },
	{ recipient: { phone: '+33612345678' }, zones: ['Europe/Paris'], week: ['08:00', '22:00'], sunday: 'closed', holidays: FRENCH, age: 18 },
	{ recipient: { phone: '+447400123456' }, zones: ['Europe/London'], week: ['08:00', '21:00'], age: 18 },
	{ recipient: { phone: '+447400123456', country: 'FR' }, zones: ['Europe/London'], week: ['08:00', '21:00'], sunday: 'closed', holidays: FRENCH, age: 18 },
	{ recipient: { phone: '+48600100200' }, zones: ['Europe/Warsaw'], week: ['08:00', '20:00'], age: 18 },
	{ recipient: { phone: '+32470123456' }, zones: ['Europe/Brussels'], week: ['09:00', '20:00'], age: 18 },
	{ recipient: { phone: '+919876543210' }, zones: ['Asia/Kolkata'], week: ['10:00', '21:00'], isIndian: true, age: 21 },
	{ recipient: { phone: '+9779812345678' }, zones: ['Asia/Kathmandu'], week: ['00:00', '24:00'], age: 21 },
	{ recipient: { phone: '+61412345678' }, zones: ['Australia/Sydney'], week: ['08:00', '21:00'], age: 18 },
	{ recipient: { phone: '+64211234567', timeZone: 'Pacific/Chatham' }, zones: ['Pacific/Chatham'], week: ['08:00', '21:00'], age: 21 },
	{ recipient: { phone: '+18005550123', shopCountry: 'US', shopTimeZone: 'America/Denver' }, zones: ['America/Denver'], week: ['08:00', '21:00'], age: 21 },
	{ recipient: { phone: '+18005550123', shopCountry: 'PL', shopTimeZone: 'Europe/Warsaw' }, zones: [], week: ['08:00', '21:00'], age: 21 },
];

const HOURS: ReadonlyArray<OpeningHours | undefined> = [
	undefined,
	{ weekdays: { from: '00:00', to: '24:00' } },
	{ weekdays: { from: '07:30', to: '22:15' }, saturday: { from: '10:00', to: '14:00' }, sunday: 'closed' },
	{ weekdays: { from: '18:00', to: '24:00' } },
];

const PRESSURES: ReadonlyArray<PromotionMessage['pressure']> = [
	undefined,
	{ perDay: 9, per24Hours: 9, per30Days: 90, gapHours: 0 },
	{ perDay: 2, gapHours: 3 },
	{ per24Hours: 2, perDay: 5, gapHours: 0.5 },
	{ per30Days: 3 },
	{ perDay: 0 },
];

const DLT = { entityId: '1'.repeat(19), templateId: '2'.repeat(19), header: '123456' };

export interface Chosen {
	readonly somebody: Somebody;
	readonly message: PromotionMessage;
	readonly facts: GateFacts;
	readonly now: Date;
}

/** Most of what speaks against a text comes up now and then only, so that all kinds of decisions are made. */
export function chosenBy({ below, isOnce, of }: ReturnType<typeof chance>): Chosen {
	const somebody = of(PEOPLE);
	const now = Date.UTC(2026, 9, 20) + below(400) * DAY + below(24 * 60) * 60_000 + below(60_000);
	const shifted = (...hours: number[]) => new Date(now + of(hours) * HOUR);
	const past = () => new Date(now - below(40 * 24) * HOUR);
	const cart = isOnce(8) ? { abandonedAt: shifted(-1, -20, -47.9, -48, -49) } : undefined;
	const message: PromotionMessage = {
		purpose: of(['marketing', 'marketing', 'survey', 'verification'] as const),
		recipient: somebody.recipient,
		hours: of(HOURS),
		pressure: of(PRESSURES),
		whenTooMany: of(['skip', 'wait', undefined] as const),
		optOutScope: of(['everything', 'marketing'] as const),
		whenDead: of(['skip', 'try'] as const),
		phoneProblem: isOnce(30) ? of(['none', 'invalid', 'not-mobile'] as const) : undefined,
		isAgeRestricted: isOnce(6),
		cart,
		dlt: somebody.isIndian && !isOnce(4) ? of([DLT, DLT, { ...DLT, header: 'ABC' }, { entityId: DLT.entityId }]) : undefined,
		notBefore: isOnce(6) ? shifted(-5, 0, 3, 11, 60, 24 * 50) : undefined,
		notBeforeRule: of(['chosen-time', 'best-hour'] as const),
		notAfter: isOnce(8) ? shifted(-1, 0, 2, 30) : undefined,
	};
	const facts: GateFacts = {
		consent: isOnce(6) ? of([undefined, { outcome: 'pending' as const }, { outcome: 'not-consented' as const }]) : { outcome: 'consented', isDouble: !isOnce(3) },
		optOut: isOnce(10) ? { origin: of(['carrier', 'reply', 'operator'] as const), at: past() } : undefined,
		earlier: isOnce(10) ? { status: of(['scheduled', 'sending', 'accepted', 'failed', 'unknown'] as const), at: past() } : undefined,
		dead: isOnce(15) ? { reason: of(['landline', 'invalid_number'] as const), at: past() } : undefined,
		offersAt: isOnce(2) ? Array.from({ length: below(6) }, () => (isOnce(2) ? past() : new Date(now - below(30 * HOUR)))) : [],
		cartRemindedAt: cart && isOnce(4) ? past() : undefined,
		birthday: isOnce(3) ? undefined : of(['1950-02-28', '2005-11-23', '2006-06-30', '2010-01-01']),
	};
	return { somebody, message, facts, now: new Date(now) };
}
