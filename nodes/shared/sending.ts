import { randomUUID } from 'node:crypto';
import { sleep } from 'n8n-workflow';
import { createPaces, type Paces, usualSpeed } from '../../lib/flows/pace';
import { type SendingDeps } from '../../lib/flows/send-claimed';
import { type Ledger } from '../../lib/ledger/ledger';
import { type CarrierAccount } from './carrier-account';
import { type FallbackAccount } from './fallback';
import { type Shop } from './shop';
import { type CarrierContext, carrierExchange } from './transport';

/** Shared by all executions of the process. It hangs there because n8n loads a package's modules anew when it is updated. */
const registry = Symbol.for('n8n-nodes-commerce-sms.paces');
const paces = ((globalThis as Record<symbol, unknown>)[registry] ??= createPaces({
	time: () => performance.now(),
	wait: sleep,
})) as Paces;

export interface SendingSettings {
	readonly whenUnset?: 'unpaced' | 'usual-speed';
	readonly fallback?: FallbackAccount | undefined;
}

/**
 * The world as the sending flows need it: the carrier within the speed that its account allows, told to report to the shop's
 * SMS Delivery Trigger where one is active.
 *
 * The speed is the credential's Messages per Second. Where it has none, `whenUnset` says whether the carrier's own queue is enough, or
 * texts leave as fast as such a sender may: a text that waited at the carrier could arrive in a closed hour.
 *
 * @param expectedTexts how many texts are about to go: see {@link carrierExchange}.
 */
export async function sendingDeps(
	context: CarrierContext,
	ledger: Ledger,
	account: CarrierAccount,
	shop: Shop,
	expectedTexts: number,
	{ whenUnset = 'unpaced', fallback }: SendingSettings = {},
): Promise<SendingDeps> {
	const through = (which: CarrierAccount) => throughAccount(context, ledger, which, shop, expectedTexts, whenUnset);
	return {
		now: () => new Date(),
		wait: sleep,
		newId: randomUUID,
		chance: Math.random,
		ledger,
		...(await through(account)),
		fallback: fallback && { ...(await through(fallback)), sender: fallback.sender, outage: {} },
	};
}

async function throughAccount(
	context: CarrierContext,
	ledger: Ledger,
	{ carrier, credentials, config }: CarrierAccount,
	{ profile }: Shop,
	expectedTexts: number,
	whenUnset: NonNullable<SendingSettings['whenUnset']>,
) {
	const exchange = await carrierExchange(context, carrier.credential, credentials, expectedTexts);
	const perSecond = Number(credentials.messagesPerSecond) || 0;
	const account = JSON.stringify(config);
	const endpoint = { shop: profile.key, kind: 'receipts', carrier: carrier.id } as const;
	return {
		carrier,
		config,
		receiptUrl: await ledger.endpointUrl(endpoint, new Date()),
		exchange,
		paceOf:
			perSecond > 0 || whenUnset === 'usual-speed'
				? (sender: string) => paces(`${carrier.id} ${account} ${sender}`, perSecond > 0 ? perSecond : usualSpeed(sender))
				: undefined,
	};
}
