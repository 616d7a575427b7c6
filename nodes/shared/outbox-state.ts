import { type IDataObject } from 'n8n-workflow';
import { type Ledger } from '../../lib/ledger/ledger';

/** What an item says whose text waits although nothing will send it. */
export const NO_OUTBOX_TRIGGER =
	'Nothing sends this text yet: no SMS Outbox Trigger is active for this shop and carrier. Add one to a workflow and publish it.';

/** Whether an SMS Outbox Trigger has looked for due texts lately: it says so each time, and until when it will again. */
export const isOutboxActive = async (
	ledger: Pick<Ledger, 'endpointUrl'>,
	shop: string,
	carrier: string,
	now: Date,
): Promise<boolean> => (await ledger.endpointUrl({ shop, kind: 'outbox', carrier }, now)) !== undefined;

/** For the items of texts that wait: empty when an SMS Outbox Trigger is active. */
export const outboxWarning = async (...about: Parameters<typeof isOutboxActive>): Promise<IDataObject> =>
	(await isOutboxActive(...about)) ? {} : { warning: NO_OUTBOX_TRIGGER };
