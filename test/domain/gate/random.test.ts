// Whatever comes together: no offer without consent, in a closed hour, above a limit, or after an opt-out; and what waits is sent
// in the end. 100,000 combinations here; GATE_COMBINATIONS=1000000 npm test -- test/domain/gate/random for the million.
import { decide } from '../../../lib/domain/gate';
import { DEFAULT_HOURS, type OpeningHours } from '../../../lib/domain/law/hours';
import { type Chosen, chosenBy, type Somebody } from './crowd';
import { chance, wall } from './wall';

const COMBINATIONS = Number(process.env.GATE_COMBINATIONS ?? 100_000);
const SEED = 20261122;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const within = (time: string, span: readonly [string, string] | 'closed') => span !== 'closed' && time >= span[0] && time < span[1];

function operatorAllows(instant: number, zone: string, hours: OpeningHours = DEFAULT_HOURS): boolean {
	const { time, weekday } = wall(instant, zone);
	const day = (weekday === 0 ? hours.sunday : weekday === 6 ? hours.saturday : undefined) ?? hours.weekdays;
	return day !== 'closed' && time >= day.from && time < day.to;
}

function lawAllows(instant: number, zone: string, { week, saturday = week, sunday = week, holidays }: Somebody): boolean {
	const { date, time, weekday } = wall(instant, zone);
	if (holidays?.has(date)) return false;
	return within(time, weekday === 0 ? sunday : weekday === 6 ? saturday : week);
}

function isTooMany({ message, facts, somebody }: Chosen, instant: number): boolean {
	const offers = (facts.offersAt ?? []).map((date) => date.getTime());
	const { perDay = 1, per24Hours = 3, per30Days = 8, gapHours = 16 } = message.pressure ?? {};
	const since = (span: number) => offers.filter((offer) => offer > instant - span).length;
	const most24 = Math.min(per24Hours, somebody.lawCap ?? Infinity);
	return (
		since(DAY) >= most24 ||
		since(30 * DAY) >= per30Days ||
		since(gapHours * HOUR) > 0 ||
		somebody.zones.some((zone) => offers.filter((offer) => wall(offer, zone).date === wall(instant, zone).date).length >= perDay)
	);
}

/** The 21st birthday, say, has begun in all zones. */
function isOldEnough({ facts, somebody }: Chosen, instant: number): boolean {
	const { birthday } = facts;
	if (!birthday) return false;
	const come = `${Number(birthday.slice(0, 4)) + somebody.age}${birthday.slice(4)}`;
	return (somebody.zones.length > 0 ? somebody.zones : ['Etc/GMT+12']).every((zone) => wall(instant, zone).date >= come);
}

/** Why a text must not leave at a moment. */
function wrongToSend(chosen: Chosen, instant: number): string[] {
	const { message, facts, somebody } = chosen;
	const { purpose, cart } = message;
	const isOffer = purpose !== 'verification';
	const wrong: Array<[boolean, string]> = [
		[message.phoneProblem !== undefined, 'no phone'],
		[facts.optOut !== undefined && (isOffer || facts.optOut.origin === 'carrier'), 'opted out'],
		[facts.dead !== undefined && message.whenDead !== 'try', 'dead'],
		[facts.earlier !== undefined && facts.earlier.status !== 'failed', 'a second time'],
		[isOffer && facts.consent?.outcome !== 'consented', 'no consent'],
		[message.isAgeRestricted === true && !isOldEnough(chosen, instant), 'too young'],
		[cart !== undefined && (facts.consent?.isDouble !== true || facts.cartRemindedAt !== undefined), 'cart'],
		[cart !== undefined && instant > cart.abandonedAt.getTime() + 48 * HOUR, 'cart too old'],
		[isOffer && somebody.isIndian === true && message.dlt?.header !== '123456', 'not registered'],
		// none of these has a header of letters
		[!isOffer && message.dlt !== undefined, 'badly registered'],
		[isOffer && somebody.zones.length === 0, 'no zone'],
		[isOffer && !somebody.zones.every((zone) => operatorAllows(instant, zone, message.hours)), 'quiet hours'],
		[isOffer && !somebody.zones.every((zone) => lawAllows(instant, zone, somebody)), 'law'],
		[isOffer && isTooMany(chosen, instant), 'too many'],
		[message.notBefore !== undefined && instant < message.notBefore.getTime(), 'too early'],
		[message.notAfter !== undefined && instant > message.notAfter.getTime(), 'too late'],
	];
	return wrong.filter(([is]) => is).map(([, why]) => why);
}

/** Why a skip is wrong: nothing at all speaks against the text. */
const wrongToKeep = (chosen: Chosen, instant: number): string[] => (wrongToSend(chosen, instant).length === 0 ? ['nothing against it'] : []);

test(`${COMBINATIONS.toLocaleString('en')} combinations of person, law, clock, purpose and past`, () => {
	const draw = chance(SEED);
	const counts: Record<string, number> = {};
	const wrong: unknown[] = [];
	for (let turn = 0; turn < COMBINATIONS && wrong.length < 5; turn++) {
		const chosen = chosenBy(draw);
		const { message, facts, now } = chosen;
		const decision = decide(message, facts, now);
		const key = decision.action === 'send' ? 'send' : `${decision.action}: ${decision.rule}`;
		counts[key] = (counts[key] ?? 0) + 1;
		let problems: string[] = [];
		if (decision.action === 'send') problems = wrongToSend(chosen, now.getTime());
		else if (decision.action === 'skip') problems = wrongToKeep(chosen, now.getTime());
		else {
			const until = decision.until.getTime();
			const farthest = Math.max(now.getTime(), message.notBefore?.getTime() ?? 0) + 60 * DAY;
			problems = [
				...wrongToKeep(chosen, now.getTime()),
				...wrongToSend(chosen, until).map((why) => `then: ${why}`),
				...(until > now.getTime() && until <= farthest ? [] : ['not ahead, or too far']),
				...(turn % 20 === 0 && decide(message, facts, decision.until).action !== 'send' ? ['asked again, not sent'] : []),
			];
		}
		if (problems.length > 0) wrong.push({ problems, decision, message, facts, now });
	}
	expect(wrong).toEqual([]);
	// all that may come up has come up
	expect(Object.keys(counts).sort()).toEqual([
		'send',
		...['age', 'already-scheduled', 'cart-reminder', 'daily-cap', 'dead-number', 'dlt', 'duplicate', 'in-progress', 'law-cap'].map((rule) => `skip: ${rule}`),
		...['minimum-gap', 'monthly-cap', 'no-consent', 'no-textable-phone', 'opted-out', 'outcome-unknown', 'quiet-hours', 'rolling-cap', 'too-late', 'zone-unknown'].map((rule) => `skip: ${rule}`),
		...['best-hour', 'chosen-time', 'daily-cap', 'law-cap', 'law-day', 'law-holiday', 'law-hours', 'minimum-gap', 'monthly-cap'].map((rule) => `wait: ${rule}`),
		...['quiet-hours', 'rolling-cap'].map((rule) => `wait: ${rule}`),
	]);
}, 600_000);
