import { type Carrier } from './carrier';

/** A carrier as the nodes list it; its adapter is loaded when it is first used. */
export interface CarrierEntry {
	/** Saved in workflows and in the ledger: never rename. */
	readonly id: string;
	readonly name: string;
	/** The credential type that authorises its requests. */
	readonly credential: string;
	/** Its webhooks are proven by the secret in our URL, at least for some accounts: the operator needs to be told. */
	readonly secretUrl?: true;
	load(): Promise<Carrier>;
}

/** One line for each carrier, by name. */
// prettier-ignore
export const CARRIERS: readonly CarrierEntry[] = [
	{ id: 'plivo', name: 'Plivo', credential: 'commerceSmsPlivoApi', secretUrl: true, load: async () => (await import('./plivo')).plivo },
	{ id: 'telnyx', name: 'Telnyx', credential: 'commerceSmsTelnyxApi', load: async () => (await import('./telnyx')).telnyx },
	{ id: 'twilio', name: 'Twilio', credential: 'commerceSmsTwilioApi', load: async () => (await import('./twilio')).twilio },
];

export const CARRIER_IDS: readonly string[] = CARRIERS.map(({ id }) => id);

/** Undefined for an id that is none of ours. */
export const carrierById = async (id: string): Promise<Carrier | undefined> =>
	await CARRIERS.find((carrier) => carrier.id === id)?.load();
