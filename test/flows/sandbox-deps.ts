// The sending flows with the sandbox as their carrier, over real HTTP.
import { telnyx } from '../../lib/carriers/telnyx';
import { twilio } from '../../lib/carriers/twilio';
import { type Carrier, type CarrierConfig } from '../../lib/carriers/carrier';
import { CarrierError } from '../../lib/domain/errors';
import { type SendingDeps } from '../../lib/flows/send-claimed';
import { type Ledger } from '../../lib/ledger/ledger';
import { TELNYX_ACCOUNT, TWILIO_ACCOUNT } from '../../sandbox/accounts';

const { accountSid, authToken } = TWILIO_ACCOUNT;

export const WORKER_CARRIERS = {
	/** Can be asked what it has. */
	twilio: {
		carrier: twilio as Carrier<CarrierConfig>,
		sender: TWILIO_ACCOUNT.numbers[0].number as string,
		fields: { accountSid, authToken },
		authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
	},
	/** Cannot. */
	telnyx: {
		carrier: telnyx as Carrier<CarrierConfig>,
		sender: TELNYX_ACCOUNT.numbers[0].number as string,
		fields: { apiKey: TELNYX_ACCOUNT.apiKey },
		authorization: `Bearer ${TELNYX_ACCOUNT.apiKey}`,
	},
} as const;
export type WorkerCarrier = keyof typeof WORKER_CARRIERS;

export function sandboxDeps(ledger: Ledger, url: string, id: WorkerCarrier, time: () => number, newId: () => string): SendingDeps {
	const { carrier, fields, authorization } = WORKER_CARRIERS[id];
	return {
		ledger,
		carrier,
		config: carrier.readConfig({ ...fields, baseUrl: `${url}/${id}` }),
		async exchange({ method, url: to, headers, body }) {
			const response = await fetch(to, { method, headers: { ...headers, authorization }, body: body ?? null }).catch((): never => {
				throw new CarrierError('outcome-unknown', 'The connection was lost');
			});
			return {
				status: response.status,
				headers: Object.fromEntries(response.headers as unknown as Iterable<[string, string]>),
				body: await response.text(),
				receivedAt: new Date(time()),
			};
		},
		wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
		newId,
		chance: () => 0,
		now: () => new Date(time()),
	};
}
