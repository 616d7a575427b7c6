import { normaliseSender, type SenderKind, senderKind } from '../domain/sender';

/** Lets texts of one sender leave one after the other, at an even speed. */
export interface Pace {
	/** Resolves when the caller may begin its request: each call takes the next slot. */
	slot(): Promise<void>;
	/** The carrier said "too fast": nothing for that long, and at half the speed for a while, which then grows again. */
	slowDown(milliseconds: number): void;
}

export interface PaceClock {
	/** Milliseconds since whenever; never goes back, as the time of day does. */
	time(): number;
	wait(milliseconds: number): Promise<void>;
}

/** The pace of a sender by its key, the same for all who ask in this process. The speed that was asked for last counts. */
export type Paces = (key: string, perSecond: number) => Pace;

export function createPaces(clock: PaceClock): Paces {
	const paces = new Map<string, SettablePace>();
	return (key, perSecond) => {
		const pace = paces.get(key) ?? createPace(perSecond, clock);
		paces.set(key, pace);
		pace.setSpeed(perSecond);
		return pace;
	};
}

/** What US carriers give numbers by default; elsewhere, and for pools, what every account may do. */
const USUAL_SPEEDS: Readonly<Record<Exclude<SenderKind, 'phone-number'>, number>> = {
	'short-code': 100,
	alphanumeric: 10,
	'messaging-service': 10,
};
/** https://www.nanpa.com/numbering/toll-free */
const TOLL_FREE = /^\+18(00|33|44|55|66|77|88)/;

/** Texts a second of a sender of which nobody has said how many it may send. */
export function usualSpeed(sender: string): number {
	const kind = senderKind(sender) ?? 'phone-number';
	if (kind !== 'phone-number') return USUAL_SPEEDS[kind];
	const number = normaliseSender(sender);
	if (TOLL_FREE.test(number)) return 3;
	return number.startsWith('+1') ? 1 : 10;
}

/** Nobody waits longer than this because of one "too fast": a text that has to wait longer goes back to the outbox. */
const LONGEST_PAUSE_MS = 30_000;
/** Texts that were under way together are refused together: that is one refusal. */
const ONE_REFUSAL_MS = 1_000;
/** Part of the full speed that comes back with every second: from half to full in 50. */
const GROWTH_PER_SECOND = 0.01;
const SLOWEST = 1 / 32;
/** Who comes so soon after the one before has wanted to go on all the time. */
const AT_ONCE_MS = 20;
/** Slots that were missed while the process was busy are made up for, if they are not older. */
const LONGEST_LAG_MS = 1_000;

interface SettablePace extends Pace {
	setSpeed(perSecond: number): void;
}

/**
 * A pace that can be set anew while texts wait for it. No second sees more than `perSecond` texts begin, by the clock and not by the
 * plan: when the process was busy, what it missed is made up for only as far as that allows. Slots lie evenly, and are counted from the
 * first, so that roundings and late timers do not add up.
 */
function createPace(perSecond: number, { time, wait }: PaceClock): SettablePace {
	let full = perSecond;
	/** Part of the full speed, and since when. */
	let [part, partSince] = [1, 0];
	let [slowedAt, pausedUntil] = [Number.NEGATIVE_INFINITY, 0];
	/** When the next slot is, and when the last texts left: as many as a second may see. */
	let due = 0;
	let left: number[] = [];
	let turn: Promise<void> = Promise.resolve();

	const speed = () => {
		if (part < 1) {
			const at = time();
			part = Math.min(1, part + (Math.max(at - partSince, 0) / 1000) * GROWTH_PER_SECOND);
			partSince = Math.max(at, partSince);
		}
		return full * part;
	};

	/** The moment at which the next may leave, as it looks now. */
	const next = () => {
		const most = Math.max(1, Math.floor(full));
		left = left.slice(-most);
		const windowMs = (most * 1000) / full;
		const room = left.length === most ? (left[0] as number) + windowMs : 0;
		return Math.ceil(Math.max(due, room, pausedUntil));
	};

	async function take(calledAt: number): Promise<void> {
		const last = left.at(-1) ?? Number.NEGATIVE_INFINITY;
		due = Math.max(due, calledAt - last <= AT_ONCE_MS ? time() - LONGEST_LAG_MS : calledAt);
		// a pause may come while somebody waits
		for (let pause = next() - time(); pause > 0; pause = next() - time()) await wait(pause);
		left.push(time());
		due += 1000 / speed();
	}

	return {
		slot() {
			const calledAt = time();
			turn = turn.then(() => take(calledAt));
			return turn;
		},
		slowDown(milliseconds) {
			const at = time();
			pausedUntil = Math.max(pausedUntil, at + Math.min(milliseconds, LONGEST_PAUSE_MS));
			due = Math.max(due, pausedUntil);
			if (at - slowedAt < ONE_REFUSAL_MS) return;
			speed();
			[part, partSince, slowedAt] = [Math.max(part / 2, SLOWEST), pausedUntil, at];
		},
		setSpeed(wanted) {
			full = wanted;
		},
	};
}
