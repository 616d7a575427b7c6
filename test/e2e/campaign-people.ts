// People for whom the hours of campaigns are known at whatever time the tests run, and what is set for them.

/** +46 70 174 06 05 to 99 are for fiction (PTS). Sweden has no law on hours: there the operator's hold alone. */
export const swede = (index: number): string => `+4670174${String(605 + index).padStart(4, '0')}`;

/** Offers at every hour, where no law says otherwise. */
export const ALWAYS = { hours: '00:00-24:00', hoursSunday: '00:00-24:00' } as const;

const hourIn = (timeZone: string, now: Date) =>
	Number(now.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }));
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** An hour of the day in Sweden that is neither now nor next. */
function hourFarAway(now: Date): number {
	const hour = hourIn('Europe/Stockholm', now);
	return hour < 20 ? hour + 2 : hour - 4;
}

/** Hours for offers that are closed in Sweden now. */
export function closedNow(now = new Date()): Record<keyof typeof ALWAYS, string> {
	const from = hourFarAway(now);
	const hours = `${clock(from)}-${clock(from + 1)}`;
	return { hours, hoursSunday: hours };
}

/** Hours of rest for order texts that hold in Sweden now. */
export function restNow(now = new Date()): string {
	const from = hourFarAway(now);
	return `${clock(from + 1)}-${clock(from)}`;
}

/** Where a law is asleep: at every moment in one of them. */
const UNDER_LAW: ReadonlyArray<readonly [zone: string, open: number, close: number, phone: (index: number) => string]> =
	[
		['America/New_York', 8, 21, (index) => `+1212555${String(100 + index).padStart(4, '0')}`],
		['Pacific/Guam', 8, 21, (index) => `+1671555${String(100 + index).padStart(4, '0')}`],
		['Europe/Paris', 8, 22, (index) => `+336123456${String(10 + index)}`],
	];

/** Somebody whom a law on hours protects just now. */
export function protectedNow(index: number, now = new Date()): string {
	const found = UNDER_LAW.find(([zone, open, close]) => {
		const soon = new Date(now.getTime() + 10 * 60_000); // the tests take a while
		return [now, soon].every((at) => hourIn(zone, at) < open || hourIn(zone, at) >= close);
	});
	if (!found) throw new Error(`No law is asleep at ${now.toISOString()}`);
	return found[3](index);
}
