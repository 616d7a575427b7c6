import { readFileSync } from 'node:fs';
import { decide, type GateFacts, type GateMessage } from '../../lib/domain/gate';
import { type Report, report } from './report';

type Action = 'send' | 'wait' | 'skip';

interface GateCase {
	readonly id: string;
	readonly message: Record<string, unknown>;
	readonly facts?: Record<string, unknown>;
	readonly now: string;
	/** The action; or { action, until?, nextOpening?, rule? }; or the action's name with what belongs to it: { wait: { until } }. */
	readonly decision: Action | Record<string, unknown>;
	readonly rule?: string;
}

const ACTIONS: readonly Action[] = ['send', 'wait', 'skip'];

interface Wanted {
	readonly action?: unknown;
	readonly rule?: unknown;
	readonly until?: unknown;
	readonly nextOpening?: unknown;
}

function wantedOf({ decision, rule }: GateCase): Wanted {
	const named = rule === undefined ? {} : { rule };
	if (typeof decision === 'string') return { action: decision, ...named };
	if ('action' in decision) return { ...decision, ...named };
	const action = ACTIONS.find((one) => one in decision);
	const more = action && decision[action];
	// { wait: "2026-11-23T14:00:00Z" } says until when
	const within = typeof more === 'string' && action === 'wait' ? { until: more } : typeof more === 'object' ? more : {};
	return { ...decision, ...within, action, ...named };
}

/** Fields that hold moments: in JSON ISO 8601. */
const MOMENTS: ReadonlySet<string> = new Set(['at', 'abandonedAt', 'cartRemindedAt', 'notAfter', 'notBefore', 'offersAt', 'orderOptOutAt']);

function revive(value: unknown, field = ''): unknown {
	if (value === null) return undefined;
	if (Array.isArray(value)) return value.map((one) => revive(one, field));
	if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revive(inner, key)]));
	if (field === 'occurredAt' && typeof value === 'string') return Date.parse(value);
	return MOMENTS.has(field) && (typeof value === 'string' || typeof value === 'number') ? new Date(value) : value;
}

/** Fields that may be null; of the others null is as if it were not there. */
const withNulls = (raw: Record<string, unknown>, revived: unknown): GateMessage =>
	({ ...(revived as object), ...('stage' in raw ? { stage: raw.stage } : {}) }) as GateMessage;

/** Fields that every event has, for cases that leave out what they are not about. */
const ORDER_DEFAULTS = { stageEvidence: 'the case', isIdentified: true, isTestOrder: false };

function messageOf(raw: Record<string, unknown>): GateMessage {
	const message = withNulls(raw, revive(raw));
	if (message.purpose !== 'transactional') return message;
	return { ...ORDER_DEFAULTS, ...(message.stage === null ? { stagesToText: [] } : { stagesToText: [message.stage] }), ...message } as GateMessage;
}

const sameMoment = (wanted: unknown, got: Date | undefined) =>
	got !== undefined && typeof wanted === 'string' && Date.parse(wanted) === got.getTime();

export function checkGate(path: string): Report {
	const cases = readFileSync(path, 'utf8')
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => JSON.parse(line) as GateCase);
	return report(
		cases.map((one) => {
			const wanted = wantedOf(one);
			const got = decide(messageOf(one.message), revive(one.facts ?? {}) as GateFacts, new Date(one.now));
			const rule = got.action === 'send' ? undefined : got.rule;
			const until = got.action === 'wait' ? got.until : undefined;
			const nextOpening = got.action === 'skip' ? got.nextOpening : undefined;
			return {
				name: one.id,
				failures: [
					...(wanted.action === got.action ? [] : [{ field: 'decision', wanted: wanted.action, got: rule ? `${got.action}: ${rule}` : got.action }]),
					...(typeof wanted.rule !== 'string' || wanted.rule === rule ? [] : [{ field: 'rule', wanted: wanted.rule, got: rule }]),
					...(typeof wanted.until !== 'string' || sameMoment(wanted.until, until) ? [] : [{ field: 'until', wanted: wanted.until, got: until }]),
					...(typeof wanted.nextOpening !== 'string' || sameMoment(wanted.nextOpening, nextOpening)
						? []
						: [{ field: 'nextOpening', wanted: wanted.nextOpening, got: nextOpening }]),
				],
			};
		}),
	);
}
