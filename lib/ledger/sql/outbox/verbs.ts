import { type Keyring } from '../../keyring';
import { type OutboxVerbs } from '../../outbox';
import { type Atomically, type Db } from '../engine';
import { activityOf } from './activity';
import { claimDue, postponeSend } from './claim';
import { promotionFacts } from './facts';
import { endLease, leaseDue, outboxState } from './lease';
import { noteSkips, planTexts } from './plan';
import { leaseStuck, resolveStuck } from './stuck';
import { findUnsubscribe, unsubscribeTokens } from './unsubscribe';

/** The verbs for texts that are not sent at once, in SQL. */
export const outboxVerbs = (db: Db, atomically: Atomically, keyring: Keyring): OutboxVerbs => ({
	promotionFacts: (shop, phones, now) => promotionFacts(db, keyring, shop, phones, now),
	planTexts: (campaign, texts, now) =>
		atomically('disk', (transaction) => planTexts(transaction, keyring, campaign, texts, now)),
	noteSkips: (campaign, skips, now) =>
		atomically('disk', (transaction) => noteSkips(transaction, keyring, campaign, skips, now)),
	// A lease that is lost is one that ran out
	leaseDue: (wish) => atomically('process', (transaction) => leaseDue(transaction, wish)),
	endLease: (leaseId) => atomically('process', (transaction) => endLease(transaction, leaseId)),
	claimDue: (text, decide, now) =>
		atomically('disk', (transaction) => claimDue(transaction, keyring, text, decide, now)),
	// A text that is not put back stays where its end is unknown, and is looked up
	postponeSend: (sendId, until, reason, now) =>
		atomically('process', (transaction) => postponeSend(transaction, sendId, until, reason, now)),
	leaseStuck: (wish) => atomically('process', (transaction) => leaseStuck(transaction, wish)),
	resolveStuck: (text, what, now) =>
		atomically('disk', (transaction) => resolveStuck(transaction, text, what, now)),
	activityOf: (shop, phones, since) => activityOf(db, shop, phones, since),
	outboxState: (shop, carrier) => outboxState(db, shop, carrier),
	// They stand in texts, whose claim takes along to the disk all that was written before it
	unsubscribeTokens: (shop, phones, now) =>
		atomically('process', (transaction) => unsubscribeTokens(transaction, shop, phones, now)),
	findUnsubscribe: (token) => findUnsubscribe(db, token),
});
