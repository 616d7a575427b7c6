import { clockFace, DAY, HOUR, localTime, MINUTE, weekday } from '../law/clock';
import { type OpeningHours, readHours } from '../law/hours';

/** Something somebody did, by their own clock. */
export interface HourlyActivity {
	readonly kind: 'order' | 'reply' | 'click';
	readonly at: Date;
}

export interface BestHour {
	/** 0–23, by the recipient's clock. */
	readonly hour: number;
	/** The next moment at which that hour begins, or `now` when it is that hour already; never after `withinHours`. */
	readonly at: Date;
	/**
	 * `own`: from what they did; `shop`: from what all customers did, since too little is known of them; `fallback`: the operator's hour,
	 * or `now` where no hour that is allowed comes in time, which leaves it to the gate.
	 */
	readonly from: 'own' | 'shop' | 'fallback';
	/** In a sentence to the operator. */
	readonly reason: string;
}

export interface BestHourSettings {
	/** Hours that may be chosen. Public holidays are left to the gate. */
	readonly hours: OpeningHours;
	/** IANA zone of the recipient. */
	readonly timeZone: string;
	/** Chosen when nothing is known, 0–23. */
	readonly fallbackHour: number;
	/** The text has to leave within so many hours; where their best hour comes later, the best one in that time. */
	readonly withinHours: number;
	readonly now: Date;
}

/**
 * Who replies or taps a link has the phone in hand and reads texts at that hour. An order says less: it is placed at any screen, and
 * some are placed by themselves (subscriptions).
 */
const WEIGHTS: Readonly<Record<HourlyActivity['kind'], number>> = { click: 3, reply: 3, order: 1 };
/** Habits change with the season and the job: what was two months ago counts half. */
const HALF_LIFE = 60 * DAY;
/** What has less than a sixtieth of its weight left does not count as known. */
const REMEMBERED = 365 * DAY;
/** Fewer things of one person tell nothing. */
const FEWEST_OWN = 3;
/** Fewer things of all customers tell nothing. */
const FEWEST_OF_SHOP = 30;
/** The shop's customers count as much as this weight of own things (one reply, or three orders), however many they are. */
const SHOP_WEIGHT = 3;
/** An hour and its neighbours: 18:55 and 19:05 are the same habit. Binomial, so that two hours away is still near. */
const NEIGHBOURS = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16];

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** A moment at which the text could leave. */
interface Candidate {
	readonly at: number;
	readonly hour: number;
}

/**
 * When somebody is most likely to read a text: what they did by hour of day, newer things counting more, smoothed over neighbouring
 * hours and towards what all of the shop's customers do, within the hours allowed.
 *
 * @param own what this person did; few things say little.
 * @param everybody what the shop's customers did, each by their own clock: 24 counts by hour.
 */
export function bestHour(
	own: readonly HourlyActivity[],
	everybody: readonly number[],
	settings: BestHourSettings,
): BestHour {
	const { timeZone, now, fallbackHour, withinHours } = settings;
	const candidates = candidatesOf(settings);
	if (candidates.length === 0) {
		const hour = hourOf(now.getTime(), timeZone);
		const reason = `No hour that is allowed begins within ${withinHours} hours, ${timeZone}: the text leaves when the rules next let it.`;
		return { hour, at: now, from: 'fallback', reason };
	}
	const choose = (scores: readonly number[], from: BestHour['from'], why: (hour: string) => string): BestHour => {
		const wanted = best(HOURS, (hour) => scores[hour] as number);
		// of hours about which nothing is known, the nearest to the one that is known
		const nearest = [...candidates].sort((one, other) => distance(one.hour, wanted) - distance(other.hour, wanted));
		const { hour, at } = best(nearest, (candidate) => scores[candidate.hour] as number);
		const instead = hour === wanted ? '' : ` ${face(hour)} is the best of the hours that are allowed and come in time.`;
		return { hour, at: new Date(at), from, reason: `${why(`${face(wanted)}, ${timeZone}`)}${instead}` };
	};

	const lately = own.filter(({ at }) => at <= now && now.getTime() - at.getTime() <= REMEMBERED);
	const ofShop = sharesOf(everybody);
	if (lately.length >= FEWEST_OWN) {
		const weights = weightsOf(lately, timeZone, now);
		const smoothed = smooth(weights);
		const scores = HOURS.map((hour) => (smoothed[hour] as number) + SHOP_WEIGHT * (ofShop?.[hour] ?? 1 / 24));
		const things = wordsFor(lately);
		return choose(scores, 'own', (hour) =>
			isConcentrated(weights, best(HOURS, (one) => scores[one] as number))
				? `Their ${things} were mostly around ${hour}.`
				: `Their ${things} were at many hours; with what the shop’s other customers do, the best is ${hour}.`,
		);
	}
	const little = lately.length === 0 ? 'Nothing is known of them' : `Too little is known of them (${wordsFor(lately)})`;
	if (ofShop) {
		return choose(ofShop, 'shop', (hour) => `${little}; the shop’s customers are most active around ${hour}.`);
	}
	const nearness = HOURS.map((hour) => -distance(hour, fallbackHour));
	return choose(nearness, 'fallback', (hour) => `${little}, and too little of the shop’s customers; the hour set for that is ${hour}.`);
}

/** Now, and each beginning of an hour from then on, as far as they are allowed; the soonest first. */
function candidatesOf({ hours, timeZone, withinHours, now }: BestHourSettings): Candidate[] {
	const { byWeekday } = readHours(hours);
	const end = now.getTime() + withinHours * HOUR;
	const candidates: Candidate[] = [];
	for (let at = now.getTime(); at <= end; ) {
		const { day, minute } = localTime(at, timeZone);
		const hour = Math.floor(minute / 60);
		const allowed = byWeekday[weekday(day)];
		const isOpen = allowed !== undefined && minute >= allowed.from && minute < allowed.to;
		if (isOpen) candidates.push({ at, hour });
		// where the clock is changed by half an hour, as on Lord Howe, this is the middle of one once a year
		at = Math.floor(at / MINUTE) * MINUTE + (60 - (minute % 60)) * MINUTE;
	}
	return candidates;
}

const hourOf = (instant: number, timeZone: string) => Math.floor(localTime(instant, timeZone).minute / 60);

/** The first of those with the highest score. @param all at least one. */
function best<T>(all: readonly T[], scoreOf: (one: T) => number): T {
	return all.reduce((found, one) => (scoreOf(one) > scoreOf(found) ? one : found));
}

function weightsOf(activity: readonly HourlyActivity[], timeZone: string, now: Date): number[] {
	const weights = new Array<number>(24).fill(0);
	for (const { kind, at } of activity) {
		const hour = hourOf(at.getTime(), timeZone);
		const age = now.getTime() - at.getTime();
		weights[hour] = (weights[hour] as number) + WEIGHTS[kind] * 0.5 ** (age / HALF_LIFE);
	}
	return weights;
}

/** Each hour with its neighbours, 23 being one of 0. */
const smooth = (values: readonly number[]): number[] =>
	HOURS.map((hour) =>
		NEIGHBOURS.reduce((sum, part, index) => sum + part * (values[(hour + index - 2 + 24) % 24] as number), 0),
	);

/** How much of what all do falls into each hour, smoothed; undefined when too little is known. */
function sharesOf(everybody: readonly number[]): number[] | undefined {
	const counts = HOURS.map((hour) => everybody[hour] ?? 0);
	const whole = counts.reduce((sum, count) => sum + count, 0);
	return whole < FEWEST_OF_SHOP ? undefined : smooth(counts.map((count) => count / whole));
}

/** Between two hours of the clock, the shorter way round. */
const distance = (one: number, other: number) => Math.min(Math.abs(one - other), 24 - Math.abs(one - other));

/** More than half of it was within two hours. */
function isConcentrated(weights: readonly number[], peak: number): boolean {
	const sum = (hours: readonly number[]) => hours.reduce((total, hour) => total + (weights[hour] as number), 0);
	return sum(HOURS.filter((hour) => distance(hour, peak) <= 2)) > sum(HOURS) / 2;
}

const face = (hour: number) => clockFace(hour * 60);

const NAMES: Readonly<Record<HourlyActivity['kind'], readonly [string, string]>> = {
	order: ['order', 'orders'],
	reply: ['reply', 'replies'],
	click: ['click', 'clicks'],
};

/** "6 orders and replies", "1 order". */
function wordsFor(activity: readonly HourlyActivity[]): string {
	const kinds = (['order', 'reply', 'click'] as const).filter((kind) => activity.some((one) => one.kind === kind));
	const names = kinds.map((kind) => NAMES[kind][activity.length === 1 ? 0 : 1]);
	return `${activity.length} ${[names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ')}`;
}
