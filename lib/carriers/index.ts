import { type Carrier, type CarrierConfig } from './carrier';
import { telnyx } from './telnyx';
import { twilio } from './twilio';

/** One line for each carrier. */
const CARRIERS = { twilio, telnyx } as const;

export type CarrierId = keyof typeof CARRIERS;

export const CARRIER_IDS = Object.keys(CARRIERS) as CarrierId[];

/** Undefined for an id that is none of ours. */
export const carrierById = (id: string): Carrier<CarrierConfig> | undefined =>
	Object.hasOwn(CARRIERS, id) ? (CARRIERS[id as CarrierId] as unknown as Carrier<CarrierConfig>) : undefined;
