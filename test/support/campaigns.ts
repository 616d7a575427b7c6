// The SMS Campaign node inside n8n's engine, with the sandbox as its carrier and a ledger of its own for each test.
import { type IDataObject, type INodeParameters } from 'n8n-workflow';
import { type PersonToSave } from '../../lib/ledger/people';
import { type Ledger } from '../../lib/ledger/ledger';
import { withLedger } from '../../nodes/shared/open-ledger';
import { entry } from '../ledger/consent-fixtures';
import { forwardClock } from './clock';
import { type NodeRun, runNode, type RunOptions } from './n8n';
import { twilioCredential, useShopOnSandbox } from './shop-on-sandbox';

export const MARIA = '+12125550123';
export const TOM = '+12125550124';
export const ANNA = '+48600100200';

/** A Tuesday; noon where +1 212 is. */
export const NOON = Date.parse('2026-12-01T17:00:00Z');
export const SHOP_CREDENTIAL = { brand: 'Acme', defaultCountry: 'US', timeZone: 'America/New_York' };

const RUNNING = ['pause', 'resume', 'cancel', 'report'];

/** Sets up before, and takes down after, every test of the file that calls it. It is noon in New York then. */
export function useCampaignNode() {
	const shop = useShopOnSandbox();
	beforeEach(() => forwardClock(NOON - Date.now()));
	/** Runs an operation; its error is in the answer. */
	const tryTo = (
		operation: string,
		items: readonly IDataObject[],
		{ options = {}, ...parameters }: INodeParameters = {},
		more: Partial<RunOptions> = {},
	): Promise<NodeRun> =>
		runNode('n8n-nodes-commerce-sms.smsCampaign', {
			items,
			parameters: {
				resource: RUNNING.includes(operation) ? 'running' : 'campaign',
				operation,
				campaignName: 'Spring sale',
				text: 'Our spring sale is on',
				...parameters,
				options: { messagesPerSecond: 1000, ...(options as INodeParameters) },
			},
			...more,
			credentials: {
				commerceSmsTwilioApi: twilioCredential(shop.sandbox),
				commerceSmsShopApi: SHOP_CREDENTIAL,
				...more.credentials,
			},
		});
	const use = <T>(with_: (ledger: Ledger) => Promise<T>): Promise<T> => withLedger({ path: '' }, with_);
	return {
		shop,
		tryTo,
		withLedger: use,
		/** Runs an operation; its error, if any, fails the test. */
		async operate(...args: Parameters<typeof tryTo>): Promise<NodeRun> {
			const run = await tryTo(...args);
			if (run.error) throw run.error;
			return run;
		},
		/** They have agreed to offers. */
		consent: (...phones: readonly string[]) =>
			use(async (ledger) => {
				const entries = phones.map((phone) => entry({ phone, givenAt: new Date('2026-11-01') }));
				await ledger.recordConsents('default', entries, new Date('2026-11-01'));
			}),
		save: (person: Partial<PersonToSave> & { phone: string }) =>
			use((ledger) =>
				ledger.savePeople('default', [{ source: 'save', newId: `person ${person.phone}`, ...person }], new Date('2026-01-01')),
			),
		texts: () => shop.sandbox.messages().map(({ phone, text }) => ({ phone, text })),
	};
}

/** The items of an output, without their links. */
export const jsonOf = ({ outputs }: NodeRun, output = 0): IDataObject[] => (outputs[output] ?? []).map(({ json }) => json);
