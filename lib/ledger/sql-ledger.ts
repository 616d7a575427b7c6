import { type Keyring } from './keyring';
import { type Ledger } from './ledger';
import { addCodes } from './sql/codes/add';
import { claimBirthday } from './sql/codes/birthdays';
import { giveCode } from './sql/codes/give';
import { listCodes } from './sql/codes/list';
import { markPublished, markWithdrawn, openPublication, savePrepared, unpublishedCodes } from './sql/codes/publications';
import { findCode } from './sql/codes/read';
import { redeemCode, redeemFacts, redemptionsOf, releaseRedemptions } from './sql/codes/redeem';
import { takeReminders } from './sql/codes/reminders';
import { defineSeries, findSeries, seriesOf, seriesOfShop } from './sql/codes/series';
import { seriesStats } from './sql/codes/stats';
import { voidCodes } from './sql/codes/void';
import { confirmCode } from './sql/consent/confirm';
import { optOutOfAll, recordEntry } from './sql/consent/entries';
import { listConsents } from './sql/consent/list';
import { consentProof, verifyConsents } from './sql/consent/proof';
import { requestFacts, writeRequest } from './sql/consent/requests';
import { consentFacts } from './sql/consent/states';
import { type Atomically, type Db } from './sql/engine';
import {
	closeEndpoint,
	dropRegistration,
	endpointUrl,
	openEndpoint,
	registrationsAt,
	saveRegistration,
} from './sql/endpoints';
import { confirmOrderNotice, recordOrderNotice } from './sql/notices';
import { findOrders } from './sql/order-record';
import { lookUpEvent, rememberEvent } from './sql/orders';
import { overdueReplies } from './sql/overdue';
import { forgetPerson } from './sql/people/forget';
import { savePeople } from './sql/people/save';
import { findPeople, searchPeople } from './sql/people/search';
import { tagPeople } from './sql/people/tags';
import { pointsBalance, pointsHistory } from './sql/points/account';
import { awardPoints, expirePoints, spendPoints } from './sql/points/move';
import { recordReceipt } from './sql/receipts';
import { campaignVerbs } from './sql/campaigns/verbs';
import { outboxVerbs } from './sql/outbox/verbs';
import { confirmReply, recordReply, touchReply } from './sql/replies';
import { claimResend } from './sql/resends';
import { handOver, insertClaim, settleSend } from './sql/sends';

/** One after the other: each finds what those before it have written. */
async function inTurn<Item, Result>(items: readonly Item[], run: (item: Item) => Promise<Result>): Promise<Result[]> {
	const results: Result[] = [];
	for (const item of items) results.push(await run(item));
	return results;
}

/** The ledger's verbs in SQL, the same for every engine. */
export const sqlLedger = (db: Db, atomically: Atomically, keyring: Keyring): Ledger => ({
	claimSend: (sighting, propose) =>
		atomically('disk', async (transaction) => {
			const find = sighting.remember ? rememberEvent : lookUpEvent;
			const found = await find(transaction, keyring, sighting);
			const proposal = propose(found.facts);
			if (proposal) await insertClaim(transaction, sighting, found, proposal);
		}),
	lookUpEvent: async (sighting) => (await lookUpEvent(db, keyring, sighting)).facts,
	// A settlement that is lost leaves a claim whose outcome is unknown, and such a text is not sent again
	settleSend: (sendId, outcome, now) =>
		atomically('process', (transaction) => settleSend(transaction, keyring, sendId, outcome, now)),
	// After a crash it must be looked up at the carrier that may have it
	handOver: (sendId, to) => atomically('disk', (transaction) => handOver(transaction, sendId, to)),
	findOrders: (shop, numberOrTracking) => findOrders(db, shop, numberOrTracking),
	async recordReply(reply, react) {
		let isBinding = false;
		const novelty = await atomically('process', (transaction) =>
			recordReply(transaction, keyring, reply, (facts) => {
				const reaction = react(facts);
				isBinding = [reaction.optOut, reaction.optIn, reaction.optInAnswer, reaction.request, reaction.answer].some(Boolean);
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
	recordReceipt: (receipt) => atomically('process', (transaction) => recordReceipt(transaction, keyring, receipt)),
	claimResend: (request, agree) => atomically('disk', (transaction) => claimResend(transaction, keyring, request, agree)),
	openEndpoint: (endpoint, now) => atomically('disk', (transaction) => openEndpoint(transaction, endpoint, now)),
	closeEndpoint: (endpoint) => atomically('disk', (transaction) => closeEndpoint(transaction, endpoint)),
	endpointUrl: (endpoint, now) => endpointUrl(db, endpoint, now),
	registrationsAt: (place) => registrationsAt(db, place),
	saveRegistration: (registration, now) =>
		atomically('disk', (transaction) => saveRegistration(transaction, registration, now)),
	dropRegistration: (registration) => atomically('disk', (transaction) => dropRegistration(transaction, registration)),
	// What is lost with the power is told once more, and texted once all the same
	recordOrderNotice: (notice) => atomically('process', (transaction) => recordOrderNotice(transaction, notice)),
	confirmOrderNotice: (notice) => atomically('process', (transaction) => confirmOrderNotice(transaction, notice)),
	claimRequest: (wish, decide) =>
		atomically('disk', async (transaction) => {
			const facts = await requestFacts(transaction, keyring, wish);
			const proposal = decide(facts);
			if (proposal) await writeRequest(transaction, keyring, wish, facts.state, proposal);
		}),
	confirmCode: (attempt) => atomically('disk', (transaction) => confirmCode(transaction, keyring, attempt)),
	recordConsents: (shop, entries, now) =>
		atomically('disk', (transaction) =>
			inTurn(entries, (entry) => recordEntry(transaction, keyring, { shop, now }, entry)),
		),
	optOut: (shop, entries, now) =>
		atomically('disk', (transaction) =>
			inTurn(entries, (entry) => optOutOfAll(transaction, keyring, { shop, now }, entry)),
		),
	consentFacts: (shop, phones) => consentFacts(db, keyring, shop, phones),
	consentProof: (shop, phone) => consentProof(db, keyring, shop, phone),
	listConsents: (search) => listConsents(db, keyring, search),
	verifyConsents: (shop, cursor) => verifyConsents(db, keyring, shop, cursor),
	savePeople: (shop, people, now) =>
		atomically('disk', (transaction) => savePeople(transaction, keyring, shop, people, now)),
	findPeople: (shop, which, now) => findPeople(db, keyring, shop, which, now),
	searchPeople: (search) => searchPeople(db, keyring, search),
	tagPeople: (shop, which, change, now) =>
		atomically('disk', (transaction) => tagPeople(transaction, shop, which, change, now)),
	forgetPerson: (shop, which, now) =>
		atomically('erasure', (transaction) => forgetPerson(transaction, keyring, shop, which, now)),
	defineSeries: (series, now) => atomically('disk', (transaction) => defineSeries(transaction, series, now)),
	findSeries: (shop, name) => findSeries(db, shop, name),
	listSeries: async (shop) => (await seriesOfShop(db, shop, undefined)).map(seriesOf),
	addCodes: (shop, seriesId, codes, now) =>
		atomically('disk', (transaction) => addCodes(transaction, shop, seriesId, codes, now)),
	giveCode: (giving) => atomically('disk', (transaction) => giveCode(transaction, keyring, giving)),
	findCode: (shop, typed) => findCode(db, shop, typed),
	redemptionsOf: (shop, code) => redemptionsOf(db, shop, code),
	redeemCode: (use, judge) => atomically('disk', (transaction) => redeemCode(transaction, use, judge)),
	redeemFacts: (shop, typed, phone, order) => redeemFacts(db, shop, typed, phone, order),
	releaseRedemptions: (shop, order, typed, now) =>
		atomically('disk', (transaction) => releaseRedemptions(transaction, shop, order, typed, now)),
	voidCodes: (shop, which, now) => atomically('disk', (transaction) => voidCodes(transaction, shop, which, now)),
	listCodes: (search) => listCodes(db, search),
	seriesStats: (shop, name) => seriesStats(db, shop, name),
	takeReminders: (search) => atomically('disk', (transaction) => takeReminders(transaction, search)),
	openPublication: (publication) =>
		atomically('disk', (transaction) => openPublication(transaction, keyring, publication)),
	savePrepared: async (id, prepared) => {
		await atomically('disk', (transaction) => savePrepared(transaction, { id, prepared }));
	},
	unpublishedCodes: (publicationId, limit) => unpublishedCodes(db, publicationId, limit),
	// What is lost is published once more, which changes nothing
	markPublished: (publicationId, results, now) =>
		atomically('process', (transaction) => markPublished(transaction, publicationId, results, now)),
	markWithdrawn: (shop, codes, from) =>
		atomically('process', (transaction) => markWithdrawn(transaction, shop, codes, from)),
	awardPoints: (move) => atomically('disk', (transaction) => awardPoints(transaction, move)),
	spendPoints: (move, bought) => atomically('disk', (transaction) => spendPoints(transaction, keyring, move, bought)),
	expirePoints: (shop, now, limit) => atomically('disk', (transaction) => expirePoints(transaction, shop, now, limit)),
	pointsBalance: (shop, phone, now) => pointsBalance(db, shop, phone, now),
	pointsHistory: (shop, phone, limit) => pointsHistory(db, shop, phone, limit),
	claimBirthday: (shop, personId, year, now) =>
		atomically('disk', (transaction) => claimBirthday(transaction, shop, personId, year, now)),
	...outboxVerbs(db, atomically, keyring),
	...campaignVerbs(db, atomically, keyring),
	sign: (use, ...parts) => keyring.digest(`signed ${use}`, ...parts),
	close: () => db.destroy(),
});
