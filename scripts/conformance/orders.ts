import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDomainError } from '../../lib/domain/errors';
import { type OrderEvent } from '../../lib/domain/order-event';
import { chooseRecipient } from '../../lib/domain/phone';
import { readOrderEvents } from '../../lib/sources';
import { type Failure, type Report, report } from './report';

type Values = Readonly<Record<string, unknown>>;

interface Expected extends Values {
	readonly alsoAcceptable?: Readonly<Record<string, readonly unknown[]>>;
	readonly mustNot?: Readonly<Record<string, readonly unknown[]>>;
	readonly items?: readonly Values[];
	readonly context?: { readonly header?: Readonly<Record<string, string>> };
	readonly phoneE164?: string;
}

interface Variants {
	readonly cases: ReadonlyArray<{
		readonly base: string;
		readonly path?: string;
		readonly value?: unknown;
		readonly set?: Values;
		readonly stage: string | null;
		readonly acceptable?: ReadonlyArray<string | null>;
	}>;
}

/** Fields of `expected` that are compared one to one. */
const COMPARED = [
	'orderNumber',
	'phone',
	'firstName',
	'stage',
	'trackingNumber',
	'trackingUrl',
	'trackingCompany',
	'country',
	'language',
	'eta',
	'reason',
	'amount',
	'phoneValid',
	'needsLookup',
] as const;

export function checkOrders(folder: string): Report {
	const expected = readJson(join(folder, 'expected.json')) as Readonly<Record<string, Expected>>;
	const cases = Object.entries(expected).map(([file, wanted]) => ({
		name: file,
		failures: checkPayload(readJson(join(folder, file)), wanted),
	}));
	const variantsFile = join(folder, 'status_variants.json');
	const variants = existsSync(variantsFile) ? (readJson(variantsFile) as Variants).cases : [];
	return report([
		...cases,
		...variants.map(({ base, path, value, set, stage, acceptable = [] }) => {
			const changes = set ?? { [path as string]: value };
			const payload = Object.entries(changes).reduce(withValue, readJson(join(folder, base)));
			return {
				name: `${base} with ${JSON.stringify(changes)}`,
				failures: checkPayload(payload, { stage, alsoAcceptable: { stage: acceptable } }),
			};
		}),
	]);
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** A copy of the payload with one dotted path changed; numbers in the path are list indexes. */
function withValue(payload: unknown, [path, value]: [string, unknown]): unknown {
	const copy = structuredClone(payload);
	const names = path.split('.');
	const last = names.pop() as string;
	const holder = names.reduce((inner, name) => (inner as Record<string, unknown>)[name], copy);
	(holder as Record<string, unknown>)[last] = value;
	return copy;
}

function checkPayload(payload: unknown, wanted: Expected): ReadonlyArray<Omit<Failure, 'case'>> {
	const headers = wanted.context?.header;
	const item = headers ? { headers, params: {}, query: {}, body: payload } : payload;
	let events: OrderEvent[];
	try {
		events = readOrderEvents(item);
	} catch (error) {
		if (!isDomainError(error)) throw error;
		return [{ field: 'detection', wanted: 'an order event', got: error.message }];
	}
	const got = summary(events[0] as OrderEvent);
	const failures: Array<Omit<Failure, 'case'>> = [];
	for (const field of COMPARED) {
		if (!Object.hasOwn(wanted, field)) continue;
		const acceptable = [wanted[field], ...(wanted.alsoAcceptable?.[field] ?? [])];
		if (field === 'phone' && wanted.phoneE164) acceptable.push(wanted.phoneE164);
		if (!acceptable.some((value) => agrees(field, value, got[field]))) {
			failures.push({ field, wanted: wanted[field], got: got[field] });
		}
	}
	for (const [field, forbidden] of Object.entries(wanted.mustNot ?? {})) {
		if (forbidden.some((value) => agrees(field, value, got[field]))) {
			failures.push({ field, wanted: `not ${String(got[field])}`, got: got[field] });
		}
	}
	const parcels = wanted.items ?? [];
	if (parcels.length > 0) failures.push(...checkBatch(events, parcels));
	return failures;
}

function checkBatch(events: readonly OrderEvent[], parcels: readonly Values[]): Array<Omit<Failure, 'case'>> {
	if (events.length !== parcels.length) return [{ field: 'items', wanted: parcels.length, got: events.length }];
	return parcels.flatMap((parcel, index) => {
		const got = summary(events[index] as OrderEvent);
		return Object.entries(parcel)
			.filter(([field, value]) => !agrees(field, value, got[field]))
			.map(([field, value]) => ({ field: `items[${index}].${field}`, wanted: value, got: got[field] }));
	});
}

/** An event in the words of expected.json. */
function summary(event: OrderEvent): Values {
	const recipient = chooseRecipient(event.phones);
	return {
		orderNumber: event.orderNumber ?? null,
		phone: recipient && recipient.problem !== 'empty' ? recipient.raw : null,
		firstName: recipient?.field.firstName ?? event.firstName ?? null,
		stage: event.stage,
		trackingNumber: event.trackings[0]?.number ?? null,
		trackingUrl: event.trackings[0]?.url ?? null,
		trackingCompany: event.trackings[0]?.company ?? null,
		country: event.country ?? null,
		language: event.language ?? null,
		eta: event.eta ?? null,
		reason: event.reason ?? null,
		amount: event.refunds[0] ?? null, // expected.json names a refund's first transaction
		phoneValid: recipient?.valid ?? false,
		needsLookup: event.lookup !== undefined,
	};
}

function agrees(field: string, wanted: unknown, got: unknown): boolean {
	if (field === 'orderNumber') return withoutHash(wanted) === withoutHash(got);
	if (field === 'phone') return wanted === got || (typeof got === 'string' && wanted === chooseE164(got));
	return wanted === got;
}

const withoutHash = (value: unknown) => (typeof value === 'string' ? value.replace(/^#/, '') : value);

const chooseE164 = (raw: string) => chooseRecipient([{ raw, path: 'phone' }])?.e164;
