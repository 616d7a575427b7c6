// What can go wrong between a shop and its carrier, on request.
import { type CarrierId } from './accounts';
import { type Chance } from './chance';

export const FAULT_KINDS = [
	// while the request to send is answered
	'refuse', // the connection is closed before the request is read: nothing is accepted
	'throttle', // 429: nothing is accepted
	'server-error', // 500: nothing is accepted, unless `accepted` says otherwise
	'cut', // the text is accepted and delivered, but the connection is cut before the answer
	'slow', // the answer comes after `ms`
	// while it is delivered
	'delivery-failed', // the final status is `status` with the carrier's `code`
	// while receipts are sent
	'duplicate', // every receipt comes twice
	'out-of-order', // the final receipt comes first
	'missing', // no receipt comes
	'late', // the final receipt comes `ms` later
	'forged', // the signature is a stranger's
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
	readonly kind: FaultKind;
	/** For the next so many texts. Without count and rate the fault stays until it is taken away. */
	readonly count?: number;
	/** For this share of texts, 0 to 1. */
	readonly rate?: number;
	/** Only for texts to this phone. */
	readonly phone?: string;
	readonly carrier?: CarrierId;
	/** For slow and late. @default 5000 */
	readonly ms?: number;
	/** For throttle: how long the carrier asks to wait. @default 1 */
	readonly retryAfterSeconds?: number;
	/** For server-error: the text is on its way nevertheless. @default false */
	readonly accepted?: boolean;
	/** For delivery-failed. @default 'undelivered' */
	readonly status?: 'undelivered' | 'failed';
	/** For delivery-failed: the carrier's own error code; left out, a common one of that carrier. */
	readonly code?: string;
}

export interface Faults {
	/** Adds a fault, or replaces the one of the same kind for the same carrier and phone. A count of 0 takes it away. */
	set(fault: Fault): void;
	/** The fault that strikes now, if any; counts it down. */
	take(kind: FaultKind, carrier: CarrierId, phone?: string): Fault | null;
	list(): Fault[];
	clear(): void;
}

export function createFaults(chance: Chance): Faults {
	let faults: Fault[] = [];
	const sameTarget = (a: Fault, b: Fault) => a.kind === b.kind && a.carrier === b.carrier && a.phone === b.phone;

	return {
		set(fault) {
			faults = faults.filter((other) => !sameTarget(other, fault));
			if (fault.count !== 0) faults.push(fault);
		},
		take(kind, carrier, phone) {
			if (faults.length === 0) return null;
			const fault = faults.find(
				(candidate) =>
					candidate.kind === kind &&
					(candidate.carrier ?? carrier) === carrier &&
					(candidate.phone === undefined || candidate.phone === phone),
			);
			if (!fault) return null;
			if (fault.rate !== undefined && chance.next() >= fault.rate) return null;
			if (fault.count !== undefined) {
				faults = faults.flatMap((other) => {
					if (other !== fault) return [other];
					return fault.count === 1 ? [] : [{ ...fault, count: (fault.count as number) - 1 }];
				});
			}
			return fault;
		},
		list: () => [...faults],
		clear() {
			faults = [];
		},
	};
}

const isShare = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1;
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
const isText = (value: unknown) => typeof value === 'string' && value !== '';

const FIELD_RULES: Record<keyof Fault, { is: (value: unknown) => boolean; words: string }> = {
	kind: { is: (value) => FAULT_KINDS.includes(value as FaultKind), words: `one of ${FAULT_KINDS.join(', ')}` },
	count: { is: isCount, words: 'a whole number from 0' },
	rate: { is: isShare, words: 'a number from 0 to 1' },
	phone: { is: isText, words: 'a phone number' },
	carrier: { is: (value) => value === 'twilio' || value === 'telnyx', words: 'twilio or telnyx' },
	ms: { is: isCount, words: 'milliseconds' },
	retryAfterSeconds: { is: isCount, words: 'a whole number of seconds' },
	accepted: { is: (value) => typeof value === 'boolean', words: 'true or false' },
	status: { is: (value) => value === 'undelivered' || value === 'failed', words: 'undelivered or failed' },
	code: { is: isText, words: "one of the carrier's error codes, as text" },
};

/** A fault from outside, or a sentence saying what is wrong with it. */
export function parseFault(value: unknown): Fault | string {
	if (typeof value !== 'object' || value === null) return 'A fault is an object with a kind.';
	const fault: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(value)) {
		if (!Object.hasOwn(FIELD_RULES, name)) return `A fault has no field "${name}".`;
		const rule = FIELD_RULES[name as keyof Fault];
		if (field === null || field === undefined) continue;
		if (!rule.is(field)) return `The ${name} of a fault is ${rule.words}.`;
		fault[name] = field;
	}
	if (fault.kind === undefined) return `The kind of a fault is ${FIELD_RULES.kind.words}.`;
	if (fault.kind === 'refuse' && fault.phone !== undefined) {
		return 'A refused connection is closed before the phone is known, so it cannot be limited to one.';
	}
	return fault as unknown as Fault;
}
