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
	/** As its capabilities have it: nodes hide what it cannot do, and ask no adapter before it is used. */
	readonly mms?: true;
	readonly dlt?: true;
	load(): Promise<Carrier>;
}

/** One line for each carrier, by name. */
// prettier-ignore
export const CARRIERS: readonly CarrierEntry[] = [
	{ id: '46elks', name: '46elks', credential: 'commerceSms46elksApi', secretUrl: true, mms: true, load: async () => (await import('./46elks')).elks46 },
	{ id: 'africastalking', name: "Africa's Talking", credential: 'commerceSmsAfricasTalkingApi', secretUrl: true, load: async () => (await import('./africastalking')).africastalking },
	{ id: 'android', name: 'Android SMS Gateway', credential: 'commerceSmsAndroidApi', secretUrl: true, load: async () => (await import('./android')).android },
	{ id: 'aws', name: 'AWS End User Messaging SMS', credential: 'commerceSmsAwsApi', secretUrl: true, dlt: true, load: async () => (await import('./aws')).aws },
	{ id: 'azure', name: 'Azure Communication Services', credential: 'commerceSmsAzureApi', secretUrl: true, load: async () => (await import('./azure')).azure },
	{ id: 'bandwidth', name: 'Bandwidth', credential: 'commerceSmsBandwidthApi', secretUrl: true, mms: true, load: async () => (await import('./bandwidth')).bandwidth },
	{ id: 'bird', name: 'Bird', credential: 'commerceSmsBirdApi', mms: true, load: async () => (await import('./bird')).bird },
	{ id: 'clicksend', name: 'ClickSend', credential: 'commerceSmsClickSendApi', secretUrl: true, mms: true, load: async () => (await import('./clicksend')).clicksend },
	{ id: 'exotel', name: 'Exotel', credential: 'commerceSmsExotelApi', secretUrl: true, dlt: true, load: async () => (await import('./exotel')).exotel },
	{ id: 'generic-http', name: 'Generic HTTP', credential: 'commerceSmsGenericHttpApi', secretUrl: true, dlt: true, load: async () => (await import('./generic-http')).genericHttp },
	{ id: 'gupshup', name: 'Gupshup', credential: 'commerceSmsGupshupApi', secretUrl: true, dlt: true, load: async () => (await import('./gupshup')).gupshup },
	{ id: 'infobip', name: 'Infobip', credential: 'commerceSmsInfobipApi', secretUrl: true, dlt: true, load: async () => (await import('./infobip')).infobip },
	{ id: 'jasmin', name: 'Jasmin', credential: 'commerceSmsJasminApi', secretUrl: true, load: async () => (await import('./jasmin')).jasmin },
	{ id: 'kannel', name: 'Kannel', credential: 'commerceSmsKannelApi', secretUrl: true, load: async () => (await import('./kannel')).kannel },
	{ id: 'messagebird', name: 'MessageBird', credential: 'commerceSmsMessageBirdApi', mms: true, load: async () => (await import('./messagebird')).messagebird },
	{ id: 'msg91', name: 'MSG91', credential: 'commerceSmsMsg91Api', secretUrl: true, dlt: true, load: async () => (await import('./msg91')).msg91 },
	{ id: 'plivo', name: 'Plivo', credential: 'commerceSmsPlivoApi', secretUrl: true, mms: true, dlt: true, load: async () => (await import('./plivo')).plivo },
	{ id: 'seven', name: 'seven', credential: 'commerceSmsSevenApi', secretUrl: true, load: async () => (await import('./seven')).seven },
	{ id: 'signalwire', name: 'SignalWire', credential: 'commerceSmsSignalWireApi', mms: true, load: async () => (await import('./signalwire')).signalwire },
	{ id: 'sinch', name: 'Sinch', credential: 'commerceSmsSinchApi', secretUrl: true, mms: true, load: async () => (await import('./sinch')).sinch },
	{ id: 'smsapi', name: 'SMSAPI', credential: 'commerceSmsSmsapiApi', secretUrl: true, load: async () => (await import('./smsapi')).smsapi },
	{ id: 'telnyx', name: 'Telnyx', credential: 'commerceSmsTelnyxApi', mms: true, load: async () => (await import('./telnyx')).telnyx },
	{ id: 'twilio', name: 'Twilio', credential: 'commerceSmsTwilioApi', mms: true, load: async () => (await import('./twilio')).twilio },
	{ id: 'vonage-messages', name: 'Vonage Messages', credential: 'commerceSmsVonageMessagesApi', secretUrl: true, mms: true, dlt: true, load: async () => (await import('./vonage-messages')).vonageMessages },
	{ id: 'vonage', name: 'Vonage SMS', credential: 'commerceSmsVonageApi', secretUrl: true, dlt: true, load: async () => (await import('./vonage')).vonage },
];

export const CARRIER_IDS: readonly string[] = CARRIERS.map(({ id }) => id);

/** Undefined for an id that is none of ours. */
export const carrierById = async (id: string): Promise<Carrier | undefined> =>
	await CARRIERS.find((carrier) => carrier.id === id)?.load();
