import { day } from '../day';

/**
 * What people consent to. `transactional` (texts about orders) needs no consent, but it may be given, and taken back, all the
 * same. Saved in workflows and in proofs: append, never rename.
 */
export const CONSENT_PURPOSES = ['marketing', 'survey', 'transactional'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** Purposes for which nobody is texted who has not consented. */
export const ASKED_PURPOSES = ['marketing', 'survey'] as const satisfies readonly ConsentPurpose[];
export type AskedPurpose = (typeof ASKED_PURPOSES)[number];

export const PURPOSE_LABELS: Readonly<Record<ConsentPurpose, string>> = {
	marketing: 'offers',
	survey: 'surveys',
	transactional: 'texts about orders',
};

/** Where consent of a phone for a purpose stands. Only `confirmed` permits anything. */
export const CONSENT_STATUSES = ['none', 'pending', 'confirmed', 'revoked'] as const;
export type ConsentStatus = (typeof CONSENT_STATUSES)[number];

/** How consent was given or asked for. Saved in workflows and in proofs: append, never rename. */
export const CONSENT_SOURCES = [
	'checkout',
	'form',
	'keyword',
	'import',
	'shop',
	'staff',
	'reply',
	'code',
	'carrier',
	'operator',
	'link',
] as const;
export type ConsentSource = (typeof CONSENT_SOURCES)[number];

/** Sources that are the person's own act. The others are somebody else's word for it. */
const OWN_ACTS: ReadonlySet<ConsentSource> = new Set(['checkout', 'form', 'keyword', 'shop', 'reply', 'code']);

export const isOwnAct = (source: ConsentSource): boolean => OWN_ACTS.has(source);

/**
 * What can happen to a consent.
 *
 * - `list`: somebody says that they agreed, without proof; they may be asked
 * - `request`: they are asked
 * - `remind`: they are asked once more
 * - `confirm`: they answer the request, by a word or the code
 * - `decline`: they answer no
 * - `record`: they agreed elsewhere, and there is proof of it
 * - `revoke`: they opt out
 * - `resume`: after an opt-out they text START, and had agreed before
 * - `lift`: after an opt-out they text START, and had never agreed
 */
export type ConsentAction =
	| 'list'
	| 'request'
	| 'remind'
	| 'confirm'
	| 'decline'
	| 'record'
	| 'revoke'
	| 'resume'
	| 'lift';

/** The state machine: where each action leads from each state; what is not in it cannot happen. */
export const TRANSITIONS: Readonly<Record<ConsentStatus, Readonly<Partial<Record<ConsentAction, ConsentStatus>>>>> = {
	none: { list: 'pending', request: 'pending', record: 'confirmed', revoke: 'revoked' },
	pending: {
		request: 'pending',
		remind: 'pending',
		confirm: 'confirmed',
		decline: 'none',
		record: 'confirmed',
		revoke: 'revoked',
	},
	confirmed: { revoke: 'revoked' },
	revoked: { request: 'pending', record: 'confirmed', resume: 'confirmed', lift: 'none' },
};

/** All that counts of a consent's past. */
export interface ConsentState {
	readonly status: ConsentStatus;
	/** When it came to stand so; undefined when nothing was ever recorded. */
	readonly since?: Date | undefined;
	/** When they were asked last; undefined when they never were. */
	readonly askedAt?: Date | undefined;
	/** Until when the request waits for an answer. */
	readonly expiresAt?: Date | undefined;
	/** How often the last request was repeated. */
	readonly reminders: number;
	/** When they last agreed; undefined if they never did. */
	readonly confirmedAt?: Date | undefined;
	readonly revokedAt?: Date | undefined;
	/** They were forgotten then: nobody but they themselves can bring them back. */
	readonly forgottenAt?: Date | undefined;
}

export const NO_CONSENT: ConsentState = { status: 'none', reminders: 0 };

/** Something that is about to happen to a consent. */
export interface ConsentMove {
	readonly action: ConsentAction;
	readonly source: ConsentSource;
	/** When the person did it; for an import the past. */
	readonly givenAt: Date;
	readonly now: Date;
}

/** Why something cannot happen. Workflows branch on these: append, never rename. */
export type ConsentRule =
	| 'already-consented'
	| 'already-asked'
	| 'asked-before'
	| 'not-asked'
	| 'request-expired'
	| 'reminded-already'
	| 'already-opted-out'
	| 'opted-out'
	| 'older-than-opt-out'
	| 'forgotten'
	| 'not-opted-out'
	| 'in-the-future';

export type ConsentVerdict =
	| { readonly status: ConsentStatus; readonly rule?: undefined }
	| { readonly status?: undefined; readonly rule: ConsentRule; readonly reason: string };

const refuse = (rule: ConsentRule, reason: string): ConsentVerdict => ({ rule, reason });

/** Whether a request waits for its answer. */
export const isAwaiting = ({ status, askedAt, expiresAt }: ConsentState, now: Date): boolean =>
	status === 'pending' && askedAt !== undefined && expiresAt !== undefined && expiresAt > now;

/** Where a consent stands for who asks today: a request that got no answer in time has come to nothing. */
export const standingAt = (state: ConsentState, now: Date): ConsentStatus =>
	state.status === 'pending' && state.askedAt !== undefined && !isAwaiting(state, now) ? 'none' : state.status;

/**
 * Where an action leads, or why it cannot happen. Pure. Every move in {@link TRANSITIONS} is subject to what the past forbids:
 * who opted out comes back by an act of their own only, that is later than the opt-out; who did not answer a request that
 * others caused is not asked again.
 */
export function nextStatus(state: ConsentState, move: ConsentMove): ConsentVerdict {
	const { action, givenAt, now } = move;
	if (givenAt.getTime() > now.getTime() + CLOCK_SKEW_MS)
		return refuse('in-the-future', `The time of the consent, ${day(givenAt)}, is still to come. Check the field that it is read from.`);
	const to = TRANSITIONS[state.status][action];
	if (to === undefined) return refuse(...impossible(state, action));
	return objectionFrom(state, move) ?? { status: to };
}

/**
 * The state after an action that was allowed. Pure; the ledger's table of states is the events of a chain put through this.
 *
 * @param expiresAt of a request.
 */
export function afterAction(
	state: ConsentState,
	status: ConsentStatus,
	{ action, givenAt }: Pick<ConsentMove, 'action' | 'givenAt'>,
	expiresAt?: Date,
): ConsentState {
	const since = status === state.status ? (state.since ?? givenAt) : givenAt;
	const next: ConsentState = { ...state, status, since };
	switch (action) {
		case 'list':
			return { ...next, askedAt: undefined, expiresAt: undefined, reminders: 0 };
		case 'request':
			return { ...next, since: givenAt, askedAt: givenAt, expiresAt, reminders: 0 };
		case 'remind':
			return { ...next, reminders: state.reminders + 1 };
		case 'confirm':
		case 'record':
			return { ...next, confirmedAt: givenAt };
		case 'revoke':
			return { ...next, revokedAt: givenAt };
		default:
			return next;
	}
}

/** Clocks of shops differ from ours. */
const CLOCK_SKEW_MS = 10 * 60 * 1000;

function impossible(state: ConsentState, action: ConsentAction): [ConsentRule, string] {
	const { status, since } = state;
	const when = since ? ` since ${day(since)}` : '';
	if (status === 'confirmed') return ['already-consented', `They have consented${when}.`];
	if (action === 'resume' || action === 'lift') return ['not-opted-out', 'They have not opted out, so there is nothing to take back.'];
	if (status === 'revoked' && action === 'revoke') return ['already-opted-out', `They have opted out${when}.`];
	if (status === 'revoked') return ['opted-out', `They have opted out${when}. ${COMING_BACK}`];
	if (status === 'pending') return ['already-asked', `They are on the list${when}, but have not confirmed yet.`];
	return ['not-asked', 'They were never asked, or said no, so there is nothing to answer.'];
}

const COMING_BACK = 'They can come back by texting START, or by signing up again themselves.';

function objectionFrom(state: ConsentState, { action, source, givenAt, now }: ConsentMove): ConsentVerdict | undefined {
	const { status, askedAt, revokedAt, forgottenAt } = state;
	const isNew = action === 'list' || action === 'request' || action === 'record';
	if (isNew && forgottenAt && (!isOwnAct(source) || givenAt <= forgottenAt))
		return refuse('forgotten', `They were forgotten on ${day(forgottenAt)} at their own wish. Only they themselves can sign up again.`);
	if (isNew && status === 'revoked') {
		if (!isOwnAct(source)) return refuse('opted-out', `They have opted out${revokedAt ? ` on ${day(revokedAt)}` : ''}. ${COMING_BACK}`);
		if (revokedAt && givenAt <= revokedAt)
			return refuse('older-than-opt-out', `They agreed on ${day(givenAt)}, but opted out on ${day(revokedAt)}.`);
	}
	if (action === 'request') {
		if (isAwaiting(state, now))
			return refuse('already-asked', `They were asked on ${day(askedAt as Date)}, and the request still waits for an answer. Nothing else is sent until then.`);
		if (askedAt && !isOwnAct(source))
			return refuse('asked-before', `They were asked on ${day(askedAt)} and did not agree. Who does not answer is not asked again, unless they sign up themselves.`);
	}
	if (action === 'remind' && state.reminders > 0)
		return refuse('reminded-already', 'They were reminded once; there is no second reminder.');
	if ((action === 'confirm' || action === 'remind' || action === 'decline') && !isAwaiting(state, now)) {
		return askedAt
			? refuse('request-expired', `The request of ${day(askedAt)} has expired. Send a new one.`)
			: refuse('not-asked', 'They are on the list, but were not asked yet.');
	}
	return undefined;
}
