import { type TriggerTime } from 'n8n-workflow';

const MINUTE_MS = 60_000;
/** A run may begin late. */
const GRACE_MS = 5 * MINUTE_MS;

/** Between two runs at most. */
const MINUTES: Readonly<Record<Exclude<TriggerTime['mode'], 'everyX'>, number>> = {
	everyMinute: 1,
	everyHour: 60,
	everyDay: 24 * 60,
	everyWeek: 7 * 24 * 60,
	everyMonth: 31 * 24 * 60,
	// nobody reads cron expressions here: it counts as active for a day and an hour
	custom: 12.5 * 60,
};

/**
 * Until when the trigger counts as active after a run: one may be missed.
 *
 * @param times of *Poll Times*.
 */
export function activeUntil(times: readonly TriggerTime[], now: Date): Date {
	const minutes = Math.min(...times.map(minutesBetween));
	return new Date(now.getTime() + (Number.isFinite(minutes) ? 2 * minutes * MINUTE_MS : 0) + GRACE_MS);
}

function minutesBetween(time: TriggerTime): number {
	if (time.mode !== 'everyX') return MINUTES[time.mode];
	return time.unit === 'hours' ? time.value * 60 : time.value;
}
