import { type Keyring } from './keyring';
import { type Ledger } from './ledger';
import { type Atomically, type Db } from './sql/engine';
import {
	closeEndpoint,
	dropRegistration,
	endpointUrl,
	openEndpoint,
	registrationsAt,
	saveRegistration,
} from './sql/endpoints';
import { findOrders } from './sql/order-record';
import { lookUpEvent, rememberEvent } from './sql/orders';
import { overdueReplies } from './sql/overdue';
import { recordReceipt } from './sql/receipts';
import { confirmReply, recordReply, touchReply } from './sql/replies';
import { claimResend } from './sql/resends';
import { insertClaim, settleSend } from './sql/sends';

/** The ledger's verbs in SQL, the same for every engine. */
export const sqlLedger = (db: Db, atomically: Atomically, keyring: Keyring): Ledger => ({
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
	async recordReply(reply, react) {
		let isBinding = false;
		const novelty = await atomically('process', (transaction) =>
			recordReply(transaction, reply, (facts) => {
				const reaction = react(facts);
				isBinding = Boolean(reaction.optOut ?? reaction.optIn ?? reaction.answer);
				return reaction;
			}),
		);
		// Who has said STOP must not be texted after a loss of power: a commit to the disk takes along all before it
		if (isBinding) await atomically('disk', (transaction) => touchReply(transaction, reply));
		return novelty;
	},
	// A confirmation that is lost makes the workflow see the text twice at most
	confirmReply: async (reply) => {
		await atomically('process', (transaction) => confirmReply(transaction, reply));
	},
	overdueReplies: (shop, carrier, now) => overdueReplies(db, shop, carrier, now),
	recordReceipt: (receipt) => atomically('process', (transaction) => recordReceipt(transaction, receipt)),
	claimResend: (request, agree) => atomically('disk', (transaction) => claimResend(transaction, request, agree)),
	openEndpoint: (endpoint, now) => atomically('disk', (transaction) => openEndpoint(transaction, endpoint, now)),
	closeEndpoint: (endpoint) => atomically('disk', (transaction) => closeEndpoint(transaction, endpoint)),
	endpointUrl: (endpoint, now) => endpointUrl(db, endpoint, now),
	registrationsAt: (place) => registrationsAt(db, place),
	saveRegistration: (registration, now) =>
		atomically('disk', (transaction) => saveRegistration(transaction, registration, now)),
	dropRegistration: (registration) => atomically('disk', (transaction) => dropRegistration(transaction, registration)),
	close: () => db.destroy(),
});
