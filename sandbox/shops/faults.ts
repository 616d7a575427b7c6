// What can go wrong between a workflow and its shop, on request.

export const SHOP_FAULT_KINDS = [
	'refuse', // the connection is closed before anything is done
	'cut', // all is done, but the connection is closed before the answer
	'throttle', // too fast: nothing is done
	'server-error', // 500: nothing is done
	'unauthorized', // as with a wrong key
	'garbled', // all is done, but the answer is a web page
	'slow-job', // what the shop does by and by takes `looks` looks
] as const;
export type ShopFaultKind = (typeof SHOP_FAULT_KINDS)[number];

export interface ShopFault {
	readonly kind: ShopFaultKind;
	/** The id of a shop; left out, any. */
	readonly shop?: string;
	/** So many requests are let through before it strikes. @default 0 */
	readonly after?: number;
	/** For so many requests; without it the fault stays. */
	readonly count?: number;
	/** For throttle. @default 1 */
	readonly retryAfterSeconds?: number;
	/** For slow-job. @default 3 */
	readonly looks?: number;
}

export interface ShopFaults {
	/** Replaces all. A sentence when one of them is none; then nothing is changed. */
	set(values: readonly unknown[]): string | null;
	/** The fault of one of these kinds that strikes a request to this shop now, if any; counts it down. */
	take(shop: string, kinds: readonly ShopFaultKind[]): ShopFault | null;
	list(): ShopFault[];
}

const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
const RULES: Readonly<Record<keyof ShopFault, (value: unknown) => boolean>> = {
	kind: (value) => SHOP_FAULT_KINDS.includes(value as ShopFaultKind),
	shop: (value) => typeof value === 'string',
	after: isCount,
	count: isCount,
	retryAfterSeconds: isCount,
	looks: isCount,
};

export function createShopFaults(): ShopFaults {
	let faults: ShopFault[] = [];

	return {
		set(values) {
			for (const value of values) {
				const fields = Object.entries((value ?? {}) as Record<string, unknown>);
				const wrong = fields.find(([name, field]) => !(RULES as Record<string, typeof isCount>)[name]?.(field));
				if (wrong) return `The ${wrong[0]} of this fault is not understood.`;
				if (!fields.some(([name]) => name === 'kind')) {
					return `The kind of a fault is one of ${SHOP_FAULT_KINDS.join(', ')}.`;
				}
			}
			faults = values.map((value) => ({ ...(value as ShopFault) }));
			return null;
		},
		take(shop, kinds) {
			const fault = faults.find(({ kind, shop: only = shop }) => kinds.includes(kind) && only === shop);
			if (!fault) return null;
			const isLetThrough = (fault.after ?? 0) > 0;
			const left = isLetThrough
				? { ...fault, after: (fault.after as number) - 1 }
				: fault.count === undefined
					? fault
					: { ...fault, count: fault.count - 1 };
			faults = faults.flatMap((other) => (other !== fault ? [other] : left.count === 0 ? [] : [left]));
			return isLetThrough ? null : fault;
		},
		list: () => [...faults],
	};
}
