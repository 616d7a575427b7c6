import { type Ledger } from './ledger';
import { type Atomically, type Db } from './sql/engine';
import { findOrders } from './sql/order-record';
import { lookUpEvent, rememberEvent } from './sql/orders';
import { insertClaim, settleSend } from './sql/sends';

/** The ledger's verbs in SQL, the same for every engine. */
export const sqlLedger = (db: Db, atomically: Atomically): Ledger => ({
	claimSend: (sighting, propose) =>
		atomically('disk', async (transaction) => {
			const find = sighting.remember ? rememberEvent : lookUpEvent;
			const found = await find(transaction, sighting);
			const proposal = propose(found.facts);
			if (proposal) await insertClaim(transaction, sighting, found, proposal);
		}),
	lookUpEvent: async (sighting) => (await lookUpEvent(db, sighting)).facts,
	// A settlement that is lost leaves a claim whose outcome is unknown, and such a text is not sent again
	settleSend: (sendId, outcome, now) =>
		atomically('process', (transaction) => settleSend(transaction, sendId, outcome, now)),
	findOrders: (shop, numberOrTracking) => findOrders(db, shop, numberOrTracking),
	close: () => db.destroy(),
});
