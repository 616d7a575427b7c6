// The carriers' own STOP handling. It is off until switched on: then a STOP blocks the phone at the carrier, which
// refuses later texts and answers the customer by itself.
import { type CarrierId } from './accounts';

export type Keyword = 'STOP' | 'START' | 'HELP';

export interface OptOuts {
	/** Whether the carrier handles keywords by itself. */
	enabled(carrier: CarrierId): boolean;
	switchTo(carrier: CarrierId, on: boolean): void;
	/** A scope is what the carrier blocks: a Messaging Service, a messaging profile or a single number. */
	block(scope: string, phone: string): void;
	open(scope: string, phone: string): void;
	isBlocked(scope: string, phone: string): boolean;
	list(): { scope: string; phone: string }[];
	/** Opens every block. */
	clear(): void;
}

export function createOptOuts(): OptOuts {
	const enabled: Record<CarrierId, boolean> = { twilio: false, telnyx: false };
	const blocked = new Map<string, Set<string>>();
	return {
		enabled: (carrier) => enabled[carrier],
		switchTo(carrier, on) {
			enabled[carrier] = on;
		},
		block(scope, phone) {
			const phones = blocked.get(scope) ?? new Set();
			blocked.set(scope, phones.add(phone));
		},
		open(scope, phone) {
			blocked.get(scope)?.delete(phone);
		},
		isBlocked: (scope, phone) => blocked.get(scope)?.has(phone) ?? false,
		list: () => [...blocked].flatMap(([scope, phones]) => [...phones].map((phone) => ({ scope, phone }))),
		clear() {
			blocked.clear();
		},
	};
}
