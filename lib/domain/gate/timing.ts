import { type GateMessage, type GateRule, type Skip, type Wait } from '../gate';
import { clockFace, localText, localTime, weekday } from '../law/clock';
import { type LawRow, type LawSource } from '../law/law';
import { closedBy, type HoursRule, isOpen, minutesOn, MOST_DAYS_AHEAD, nextOpening } from '../law/opening';

/** Something that ends by itself. */
export interface Hindrance {
	readonly rule: GateRule;
	/** The first moment at which it no longer stands in the way; Infinity: it always will. */
	readonly until: number;
	/** The beginning of a sentence, to which "; the next opening is …" is added. */
	readonly why: string;
	readonly law?: LawSource | undefined;
}

export interface Clockwork {
	readonly now: number;
	/** Hours have to be open in each. Empty: there are no hours to keep. */
	readonly zones: readonly string[];
	readonly rules: readonly HoursRule[];
	readonly hindrances: readonly Hindrance[];
	readonly notAfter?: Date | undefined;
	/** How the operator's hours are called. @default 'The hours that are set' */
	readonly hoursName?: string | undefined;
}

export const sourceOf = ({ citation, url }: LawRow): LawSource => ({ citation, url });

/** "Florida law", "The rule in France". */
export function authorityOf({ title, kind }: LawRow): string {
	const [place = title] = title.split(':');
	return kind === 'law' ? `${place} law` : `The ${kind} in ${place}`;
}

/** The operator's or the best hour, while it has not come. */
export function chosenTime(
	{ notBefore, notBeforeRule = 'chosen-time' }: Pick<GateMessage, 'notBefore' | 'notBeforeRule'>,
	now: Date,
): Hindrance | undefined {
	if (!notBefore || notBefore <= now) return undefined;
	const why = notBeforeRule === 'best-hour' ? 'Their best hour has not come' : 'The time that was chosen has not come';
	return { rule: notBeforeRule, until: notBefore.getTime(), why };
}

/** The first moment at which nothing that ends by itself stands in the way. Undefined where there is none within 60 days. */
export function openingOf({ now, zones, rules, hindrances }: Clockwork): number | undefined {
	const free = Math.max(now, ...hindrances.map(({ until }) => until));
	return free === Infinity ? undefined : nextOpening(free, zones, rules);
}

/** "2026-11-23 09:00 in America/New_York"; in UTC where no zone is known. */
export const momentIn = (instant: number, zone = 'UTC'): string => `${localText(instant, zone)} in ${zone}`;

/**
 * Whether the text has to wait, and for what: of several hindrances the one that ends last speaks. Skipped when it would then be
 * too late, or when no hour is everybody's. Undefined when it may leave now.
 */
export function waitOf(clockwork: Clockwork): Wait | Skip | undefined {
	const { now, zones, rules, hindrances, notAfter } = clockwork;
	const free = Math.max(now, ...hindrances.map(({ until }) => until));
	if (free === now && isOpen(now, zones, rules)) return undefined;
	const until = nextOpening(free, zones, rules);
	if (until === undefined) return neverOpen(clockwork, free);
	if (notAfter && until > notAfter.getTime()) {
		return {
			action: 'skip',
			rule: 'too-late',
			reason: `It may not be sent before ${momentIn(until, zones[0])}, and after ${momentIn(notAfter.getTime(), zones[0])} it is not to be sent any more.`,
		};
	}
	const last = hindrances.find((hindrance) => hindrance.until === free);
	// limits end at night, as a rule: they speak, and not the hours after them
	if (last && (until === free || !CHOSEN_TIMES.has(last.rule))) {
		const { rule, why, law } = last;
		const reason = `${why}; the next opening is ${momentIn(until, zones[0])}.`;
		return { action: 'wait', until: new Date(until), rule, reason, ...(law && { law }) };
	}
	return { action: 'wait', until: new Date(until), ...closedHours(clockwork, free, until) };
}

const CHOSEN_TIMES: ReadonlySet<GateRule> = new Set(['chosen-time', 'best-hour'] as const);

/** Which of the hours speaks that are closed at a moment: those that open last. */
function closedHours({ now, zones, rules, hoursName }: Clockwork, free: number, until: number) {
	const closed = rules
		.filter((rule) => !isOpen(free, zones, [rule]))
		.map((rule) => ({ rule, opens: nextOpening(free, zones, [rule]) ?? Infinity }));
	const { rule } = closed.reduce((last, next) => (next.opens > last.opens ? next : last));
	const zone = zones.find((one) => !isOpen(free, [one], [rule])) as string;
	const { day, minute } = localTime(free, zone);
	const tense = free === now ? 'It is' : 'It will be';
	const said = `${tense} ${clockFace(minute)} in ${zone}. ${whatCloses(rule, day, minute, hoursName)}; the next opening is ${localText(until, zone)} there.`;
	return { rule: ruleName(rule, day), ...withLaw(rule, said) };
}

function withLaw({ row }: HoursRule, reason: string): { reason: string; law?: LawSource } {
	if (!row) return { reason };
	return { reason: row.doubt === undefined ? reason : `${reason} ${row.doubt}`, law: sourceOf(row) };
}

const LAW_RULES = { hours: 'law-hours', day: 'law-day', holiday: 'law-holiday' } as const;

const ruleName = (rule: HoursRule, day: number): GateRule => (rule.row ? LAW_RULES[closedBy(rule, day)] : 'quiet-hours');

const WEEKDAYS = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];

function whatCloses(rule: HoursRule, day: number, minute: number, hoursName = 'The hours that are set'): string {
	const who = rule.row ? authorityOf(rule.row) : hoursName;
	const plural = rule.row ? 's' : '';
	const why = closedBy(rule, day);
	if (why === 'holiday') return `${who} keep${plural} public holidays free`;
	if (why === 'day') return `${who} keep${plural} ${WEEKDAYS[weekday(day)]} free`;
	const { from, to } = minutesOn(rule, day);
	return minute < from ? `${who} open${plural} at ${clockFace(from)}` : `${who} close${plural} at ${clockFace(to)}`;
}

function neverOpen({ zones, rules, hoursName = 'The hours that are set' }: Clockwork, free: number): Skip {
	if (free === Infinity) throw new RangeError('What always stands in the way is no reason to wait');
	const alone = rules.find((rule) => nextOpening(free, zones, [rule]) === undefined);
	const speaker = alone ?? rules.find(({ row }) => !row) ?? (rules[0] as HoursRule);
	const law = speaker.row && sourceOf(speaker.row);
	const names = rules.map((rule) => (rule.row ? authorityOf(rule.row) : hoursName));
	const who = alone ? names[rules.indexOf(alone)] : [...new Set(names)].join(', ');
	const reason = `${who}: there is no opening in the next ${MOST_DAYS_AHEAD} days that holds in ${zones.join(' and ')}. To send it, set wider hours.`;
	return { action: 'skip', rule: speaker.row ? 'law-hours' : 'quiet-hours', reason, ...(law && { law }) };
}
