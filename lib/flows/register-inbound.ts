import { type CarrierConfig, type Exchange, type InboundRegistration, type InboundSetting } from '../carriers/carrier';
import { type Registration } from '../ledger/inbound';
import { type Ledger } from '../ledger/ledger';

interface RegisteringDeps {
	readonly inbound: InboundRegistration<CarrierConfig>;
	readonly config: CarrierConfig;
	readonly exchange: Exchange;
	readonly ledger: Pick<Ledger, 'registrationsAt' | 'saveRegistration' | 'dropRegistration'>;
	now(): Date;
}

/**
 * Makes a carrier send the replies to `sender` to our URL, and remembers what stood there, to be put back by
 * {@link unregister}. Doing it again changes nothing, and takes the place back that another URL has taken since.
 *
 * @throws CarrierError of the adapter: see its `read` and `write`.
 */
export async function register(url: string, sender: string, deps: RegisteringDeps): Promise<InboundSetting> {
	const { inbound, config, exchange, ledger } = deps;
	const current = await inbound.read(sender, config, exchange);
	if (current.url !== url) {
		const { place } = current;
		await takeOut(url, await ledger.registrationsAt(place), deps);
		// first of all remembered: when the process dies between the two, nothing is lost
		await ledger.saveRegistration({ place, url, previous: JSON.stringify(current) }, deps.now());
		await inbound.write({ ...current, url, rest: {} }, config, exchange);
	}
	return current;
}

/**
 * Puts back what stood there before our URL, unless somebody has set another one since: that stays. A test URL that was put
 * over ours gets what we found, so that it puts the right thing back when the test ends.
 *
 * @throws CarrierError of the adapter. What was remembered stays remembered then.
 */
export async function unregister(url: string, sender: string, deps: RegisteringDeps): Promise<void> {
	const { inbound, config, exchange, ledger } = deps;
	const current = await inbound.read(sender, config, exchange);
	const { place } = current;
	const registrations = await ledger.registrationsAt(place);
	const own = registrations.find((registration) => registration.url === url);
	if (!own) return;
	if (current.url === url) await inbound.write(previousOf(own), config, exchange);
	await takeOut(url, registrations, deps);
	await ledger.dropRegistration({ place, url });
}

/** URLs of ours that stand over one another are a stack: what was put over `url` is to put back what `url` found. */
async function takeOut(
	url: string,
	registrations: readonly Registration[],
	{ ledger, now }: Pick<RegisteringDeps, 'ledger' | 'now'>,
): Promise<void> {
	const own = registrations.find((registration) => registration.url === url);
	if (!own) return;
	for (const other of registrations) {
		if (previousOf(other).url === url) await ledger.saveRegistration({ ...other, previous: own.previous }, now());
	}
}

const previousOf = ({ previous }: Registration) => JSON.parse(previous) as InboundSetting;
