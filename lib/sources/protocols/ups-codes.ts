// Codes of UPS: those of an activity go with its type; those of a package's status stand by themselves.
// https://developer.ups.com/api/reference/tracking/appendix

import { type Stage } from '../../domain/stages';
import { type Reason } from '../../domain/texts/texts';
import { entryOf } from '../read';
import { codes, type Meaning } from './parcel-carrier';

const means = (stage: Stage | null, list: string, reason?: Reason) => codes({ stage, reason }, list);

/** Activity types. U is a new date, and the day that goes with it is the old one; MV is a label that was voided. */
const TYPE: Readonly<Record<string, Meaning>> = {
	D: { stage: 'delivered' },
	I: { stage: 'shipped' },
	M: { stage: 'label_created' },
	MV: { stage: null },
	U: { stage: null },
	X: { stage: 'exception' },
};

/** "Delivered" of a place where the customer collects it, or of the shop. */
const DELIVERY: Readonly<Record<string, Meaning>> = {
	...means('ready_for_pickup', 'ZP 2Q 1N I5'),
	...means('returned', 'B0'),
};

const MOVEMENT: Readonly<Record<string, Meaning>> = {
	...means('out_for_delivery', 'OT OF 2K YF'),
	...means('ready_for_pickup', 'ZP 2Q 1N I5'),
};

/** Those that say more than "exception". The same letters mean something else where the type is I. */
const EXCEPTION: Readonly<Record<string, Meaning>> = {
	...means('failed_attempt', '48 49 7L C4 KX OH', 'nobody_home'),
	...means('failed_attempt', '55 AY G3 L1', 'closed'),
	...means('failed_attempt', '51 52 FM G7 G8 GB IQ IR KZ PI YD YE ZM'),
	...means('exception', '53 AM AN AP AQ AS KI KR KS KT', 'refused'),
	...means('exception', '50 A6 A7 A8 A9 AA AB AC AD AE AF AG AK AL AV AW CW CY DS DW DZ E1 FA H1 H2 H3 H4 H5 OJ PH', 'address'),
	...means('exception', '13 24 25 26 28 45 65 66 67 A2 A3 HE HR TV', 'damaged'),
	...means('exception', 'S9 TJ UO', 'lost'),
	...means('exception', '1C 7F D9 EY', 'payment_due'),
	...means('delayed', '1E 2A 3D 6D 7V 7W 7X C5 CR DJ EJ PZ', 'weather'),
	...means('delayed', '5 1U 2N 2T 43 7S B4 B8 B9 BW BX CE CN CP D0 DE E4 E8 E9 L3 OB OI R4 R5 RD RE RM RP RZ', 'customs'),
	...means(
		'delayed',
		'1 3 4 6 7 8 15 16 17 18 19 22 23 31 32 34 68 1B 1K 1L 1O 1Q 1V 1X 2H 2Y 2Z 3A 3B 3C 3T 4K 6E 7G 7Y 7Z 8K 8L 8Y 8Z 9L 9M 9N 9O 9P 9Q 9R 9S 9T 9U 9V 9X 9Y 9Z B1 C6 CC CD CK CL CM CQ D1 DC DR DU E3 ED EH EN FG G6 GC GH GI HA HH K1 LE LF MT NP NW OD Q0 Q1 S8 TN UK',
		'carrier_delay',
	),
	...means('returned', '3N 5F 6C', 'not_collected'),
	...means('returned', '8H', 'refused'),
	...means('returned', 'TU', 'address'),
	...means('returned', '27 A1', 'damaged'),
	...means('returned', '4S 90 B0 DL KP O4 PP UA UF'),
	...means('ready_for_pickup', 'I5 ZP'),
};

/** Status codes of the Tracking API, without leading zeros; those that are requests of somebody say nothing of the parcel. */
const STATUS_CODE: Readonly<Record<string, Meaning>> = {
	...means('label_created', '3 157 166'),
	...means('shipped', '5 10 25 38 39 47 87 158 159 160 164 165'),
	...means('out_for_delivery', '6 21 37 89 91 146 162'),
	...means('ready_for_pickup', '17 40 144 161'),
	...means('delivered', '11 26'),
	...means('failed_attempt', '22 23 24 60 61 62 66 145'),
	...means('delayed', '51 52 53', 'weather'),
	...means('delayed', '46 48 49 86 90 132'),
	...means('exception', '13 29 30 69 76'),
	...means('exception', '50', 'address'),
	...means('exception', '64', 'refused'),
	...means('exception', '59', 'damaged'),
	...means('exception', '68', 'lost'),
	...means('returned', '34 35 36 67 81'),
};

/** Undefined for a type that is not documented. */
export function meaningOfActivity(type: string | undefined, code: string | undefined): Meaning | undefined {
	const detail = type === 'D' ? DELIVERY : type === 'I' ? MOVEMENT : type === 'X' ? EXCEPTION : {};
	return entryOf(detail, code) ?? entryOf(TYPE, type);
}

/** What a package's status code may add to its type: the type wins where they disagree. */
const REFINES: Readonly<Record<string, ReadonlySet<Stage | null>>> = {
	D: new Set(['ready_for_pickup', 'returned'] as const),
	I: new Set(['out_for_delivery', 'ready_for_pickup', 'delayed', 'failed_attempt'] as const),
	X: new Set(['delayed', 'failed_attempt', 'returned', 'ready_for_pickup', 'exception'] as const),
};

/** @param statusCode of the package's current status, which the Tracking API has beside type and code. */
export function meaningOfStatus(
	type: string | undefined,
	code: string | undefined,
	statusCode: string | undefined,
): Meaning | undefined {
	const own = meaningOfActivity(type, code);
	const finer = entryOf(STATUS_CODE, statusCode?.replace(/^0+/, ''));
	if (type === undefined) return finer;
	const isPlain = own === entryOf(TYPE, type);
	return isPlain && finer && entryOf(REFINES, type)?.has(finer.stage) ? finer : own;
}
