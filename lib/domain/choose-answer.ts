import { type AnsweredOrder, type AnswerName, type AnswerText } from './answers';
import { normaliseOrderNumber } from './order-identity';
import { type ShopProfile } from './shop-profile';
import { isClosed, type Stage } from './stages';

/** What the operator can switch automatic answers on and off for. Saved in workflows: append, never rename. */
export const ANSWERED = ['optOut', 'help', 'optIn', 'orderQuestion', 'acknowledgement'] as const;
export type Answered = (typeof ANSWERED)[number];

/** A reply that may be answered by itself. */
export interface AnswerableReply {
	readonly kind: string;
	/** The order that the text names; undefined when it names none. */
	readonly orderNumber?: string | undefined;
	/** What the carrier has answered already. */
	readonly handledByCarrier?: 'opt-out' | 'opt-in' | 'help' | undefined;
	/** The sender has opted out before. */
	readonly isOptedOut: boolean;
	/** Automatic answers that the sender got in the last 24 hours, the latest first. */
	readonly answered: ReadonlyArray<{ readonly answer: string; readonly at: Date }>;
}

/** An order of the sender. */
export interface AnswerableOrder {
	readonly subject: Omit<AnsweredOrder, 'stage'>;
	/** Where it stands; undefined when nothing was seen of it. */
	readonly stage: Stage | undefined;
	readonly updatedAt: Date;
}

/** Two machines that answer each other must come to an end. */
const MOST_ANSWERS_A_DAY = 10;

/** An order of which nothing was heard for so long is not what a customer asks about. */
const FORGOTTEN_AFTER_MS = 90 * 24 * 60 * 60 * 1000;

/**
 * The automatic answer to a reply; undefined when there is to be none: it is switched off, the carrier has answered, or the
 * customer has got this answer already where once is enough.
 *
 * @param orders of the sender, the one with the latest news first.
 * @param stopped the order whose texts "STOP 1001" has ended.
 */
export function chooseAnswer(
	reply: AnswerableReply,
	orders: readonly AnswerableOrder[],
	{
		switchedOn,
		optOutScope,
		now,
	}: { switchedOn: ReadonlySet<Answered>; optOutScope: ShopProfile['optOutScope']; now: Date },
	stopped?: string,
): AnswerText | undefined {
	if (reply.answered.length >= MOST_ANSWERS_A_DAY) return undefined;
	const hadToday = (...names: readonly AnswerName[]) =>
		reply.answered.some(({ answer }) => names.includes(answer as AnswerName));
	switch (reply.kind) {
		case 'opt-out':
			if (!switchedOn.has('optOut') || reply.handledByCarrier === 'opt-out') return undefined;
			if (stopped !== undefined && !reply.isOptedOut) return { name: 'orderStopped', orderNumber: stopped };
			// one confirmation, and nothing more to somebody who has stopped the texts: no second one within a day
			if (hadToday('optedOut', 'optedOutMarketing')) return undefined;
			return { name: optOutScope === 'marketing' ? 'optedOutMarketing' : 'optedOut' };
		case 'help':
			return switchedOn.has('help') && reply.handledByCarrier !== 'help' ? { name: 'help' } : undefined;
		case 'opt-in':
			return switchedOn.has('optIn') && reply.handledByCarrier !== 'opt-in' ? { name: 'started' } : undefined;
		case 'order-question':
			return switchedOn.has('orderQuestion') ? aboutOrders(orders, reply.orderNumber, now) : undefined;
		case 'other':
			if (!switchedOn.has('acknowledgement') || reply.isOptedOut || hadToday('acknowledgement')) return undefined;
			return { name: 'acknowledgement' };
		default:
			return undefined;
	}
}

/** The order that was named, else the newest open one, or two of them; a closed one where none is open. */
function aboutOrders(orders: readonly AnswerableOrder[], named: string | undefined, now: Date): AnswerText {
	const known = orders.flatMap(({ subject, stage, updatedAt }) => {
		const isForgotten = now.getTime() - updatedAt.getTime() > FORGOTTEN_AFTER_MS;
		return stage === undefined || isForgotten ? [] : [{ ...subject, stage }];
	});
	const wanted = normaliseOrderNumber(named);
	const meant = wanted ? known.find(({ orderNumber }) => normaliseOrderNumber(orderNumber) === wanted) : undefined;
	if (meant) return { name: 'orderStatus', order: meant };
	const open = known.filter(({ stage }) => !isClosed(stage));
	if (open.length > 1) return { name: 'orderList', orders: open.slice(0, 2) };
	const [newest] = [...open, ...known];
	return newest ? { name: 'orderStatus', order: newest } : { name: 'noOrder' };
}
