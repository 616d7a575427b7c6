import { bestHour, type BestHour } from '../../domain/campaign/best-hour';
import { wallClock } from '../../domain/format';
import { DAY, offsetAt } from '../../domain/law/clock';
import { DEFAULT_HOURS } from '../../domain/law/hours';
import { type Activity, type OutboxVerbs } from '../../ledger/outbox';
import { type PeopleVerbs } from '../../ledger/people';
import { zoneOf } from '../birthday-gifts';
import { PAGE } from './audience';
import { type CampaignSettings } from './settings';

/** When somebody's text is wanted, and why. */
export interface Wish {
	readonly notBefore?: Date | undefined;
	readonly rule?: 'chosen-time' | 'best-hour' | undefined;
	readonly bestHour?: BestHour | undefined;
}

/**
 * @param zones where they may be; of several, the one in which it comes last.
 * @param own what this person did; asked for a best hour only.
 * @param everybody see {@link hoursOfEverybody}.
 */
export function wishFor(
	zones: readonly [string, ...string[]],
	{ sendTime, hours = DEFAULT_HOURS }: CampaignSettings,
	own: readonly Activity[],
	everybody: readonly number[],
	now: Date,
): Wish {
	switch (sendTime.kind) {
		case 'asap':
			return {};
		case 'moment':
			return { notBefore: sendTime.at, rule: 'chosen-time' };
		case 'own-clock': {
			const { wall } = sendTime;
			return { notBefore: new Date(Math.max(...zones.map((zone) => momentOf(wall, zone)))), rule: 'chosen-time' };
		}
		case 'best-hour': {
			const { withinHours, fallbackHour } = sendTime;
			const best = bestHour(own, everybody, { hours, timeZone: zones[0], fallbackHour, withinHours, now });
			return { notBefore: best.at, rule: 'best-hour', bestHour: best };
		}
	}
}

/**
 * When a clock shows a time: the first time where it shows it twice, and where clocks are put forward over it, so much later.
 *
 * @param wall milliseconds since 1970, as if the clock showed UTC.
 * @returns milliseconds since 1970.
 */
export function momentOf(wall: number, zone: string): number {
	// clocks change at most once in these two days
	const before = wall - offsetAt(wall - DAY, zone);
	const after = wall - offsetAt(wall + DAY, zone);
	const fits = [before, after].filter((moment) => moment + offsetAt(moment, zone) === wall);
	return fits.length > 0 ? Math.min(...fits) : before;
}

/** What somebody did longer ago says nothing of their habits. */
const REMEMBERED_MS = 365 * DAY;

/** What these people did lately, by phone. */
export async function activityByPhone(
	shop: string,
	phones: readonly string[],
	ledger: Pick<OutboxVerbs, 'activityOf'>,
	now: Date,
): Promise<ReadonlyMap<string, readonly Activity[]>> {
	const since = new Date(now.getTime() - REMEMBERED_MS);
	const byPhone = new Map<string, Activity[]>();
	for (const activity of await ledger.activityOf(shop, phones, since)) {
		const known = byPhone.get(activity.phone);
		if (known) known.push(activity);
		else byPhone.set(activity.phone, [activity]);
	}
	return byPhone;
}

/** So many people tell what all do. */
const SAMPLE = 10 * PAGE;

/** At what hours of their own clocks a sample of the shop's people did something: 24 counts. */
export async function hoursOfEverybody(
	{ profile }: CampaignSettings,
	ledger: Pick<OutboxVerbs, 'activityOf'> & Pick<PeopleVerbs, 'searchPeople'>,
	now: Date,
): Promise<number[]> {
	const counts = new Array<number>(24).fill(0);
	let after: string | undefined;
	for (let seen = 0; seen < SAMPLE; seen += PAGE) {
		const page = await ledger.searchPeople({ shop: profile.key, after, limit: PAGE, now });
		const zones = new Map(page.map((person) => [person.phone, zoneOf(person, profile)]));
		for (const [phone, done] of await activityByPhone(profile.key, [...zones.keys()], ledger, now)) {
			for (const { at } of done) {
				const { hour } = wallClock(at.getTime(), zones.get(phone) ?? profile.timeZone);
				counts[hour] = (counts[hour] ?? 0) + 1;
			}
		}
		if (page.length < PAGE) break;
		after = page.at(-1)?.id;
	}
	return counts;
}
