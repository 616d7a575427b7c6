import { type OpeningHours } from '../law/hours';

/** Something somebody did, by their own clock. */
export interface HourlyActivity {
	readonly kind: 'order' | 'reply' | 'click';
	readonly at: Date;
}

export interface BestHour {
	/** 0–23, by the recipient's clock. */
	readonly hour: number;
	/** The next moment at which that hour begins, or `now` when it is that hour already; never after `within`. */
	readonly at: Date;
	/** `own`: from what they did; `shop`: from what all customers did, since too little is known of them; `fallback`: the operator's hour. */
	readonly from: 'own' | 'shop' | 'fallback';
	/** In a sentence to the operator. */
	readonly reason: string;
}

export interface BestHourSettings {
	/** Hours that may be chosen. */
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
 * When somebody is most likely to read a text: what they did by hour of day, newer things counting more, smoothed over neighbouring
 * hours and towards what all of the shop's customers do, within the hours allowed.
 *
 * @param own what this person did; few things say little.
 * @param everybody what the shop's customers did, each by their own clock: 24 counts by hour.
 */
export function bestHour(own: readonly HourlyActivity[], everybody: readonly number[], settings: BestHourSettings): BestHour {
	throw new Error(`${own.length} ${everybody.length} ${settings.timeZone}`);
}
