import { formatDay, formatMoney, wallClock } from '../format';
import { fromMinorUnits, toMinorUnits } from './minor-units';
import { type Offer, type Reward } from './offer';

/** Why a code cannot be used. Saved in workflows and in the ledger: append, never rename. */
export type CodeRule =
	| 'unknown-code'
	/** Unknown, and its check character is wrong: it was mistyped. */
	| 'check-character'
	| 'void'
	| 'not-yet-valid'
	| 'expired'
	| 'used-up'
	| 'used-up-by-customer'
	| 'given-to-another'
	| 'not-first-order'
	| 'other-currency'
	| 'order-too-small'
	| 'no-matching-product';

/** What a code asks for that cannot be told from what is known of its use. */
export type OpenCondition = 'customer' | 'first-order' | 'currency' | 'minimum-order' | 'products';

/** What the ledger knows of a code, and of the customer who wants to use it. */
export interface CodeFacts {
	readonly status: 'active' | 'void';
	readonly offer: Offer;
	/** Undefined: since ever, for ever. Both moments are within the period. */
	readonly from?: Date | undefined;
	readonly until?: Date | undefined;
	/** IANA zone in which the reason names days. */
	readonly timeZone: string;
	/** How often it was used and not released. */
	readonly uses: number;
	/** 0 where the customer is not known. */
	readonly usesByCustomer: number;
	/**
	 * Whom it was given to: nobody in particular (undefined), the same phone, another one; `unknown` when it was given to a phone
	 * and that of the use is not known.
	 */
	readonly givenTo?: 'same' | 'other' | 'unknown' | undefined;
	/** Undefined when it cannot be told. */
	readonly isFirstOrder?: boolean | undefined;
}

/** What the code is to be used for, as far as it is known. */
export interface CodeUse {
	/** Decimal, before the discount. */
	readonly orderTotal?: string | undefined;
	/** ISO 4217. */
	readonly currency?: string | undefined;
	/** The shop's own ids of what is bought, and of the collections that is in. */
	readonly products?: readonly string[] | undefined;
	readonly collections?: readonly string[] | undefined;
}

export type CodeCheck =
	| {
			readonly valid: true;
			/**
			 * What the customer pays less, decimal. Undefined where it cannot be told: the total or the currency is unknown, the code
			 * counts for certain products only, or its reward is no sum of money.
			 */
			readonly discount?: string | undefined;
			/** Conditions that nothing is known about; whoever takes the code has to look. Empty: all are kept. */
			readonly open: readonly OpenCondition[];
	  }
	| {
			readonly valid: false;
			readonly rule: CodeRule;
			/** A sentence for the staff at the till. */
			readonly reason: string;
	  };

/**
 * Whether a code can be used now, and what it gives. The first rule that objects speaks.
 *
 * @param facts `unknown` for a code that the ledger does not have, `mistyped` for one that has a wrong check character, too.
 * @throws DomainError `bad-setting` when an amount or a currency is none.
 */
export function checkCode(facts: CodeFacts | 'unknown' | 'mistyped', use: CodeUse, now: Date): CodeCheck {
	if (facts === 'unknown') return refused('unknown-code', 'There is no such code.');
	if (facts === 'mistyped')
		return refused('check-character', 'There is no such code: a character is wrong, or two are swapped.');
	const asked = { ...use, currency: use.currency?.trim().toUpperCase() || undefined };
	const objection = objectionOfCode(facts, now) ?? objectionOfCustomer(facts) ?? objectionOfOrder(facts, asked);
	return objection ?? { valid: true, discount: discountOf(facts.offer, asked), open: openConditions(facts, asked) };
}

const refused = (rule: CodeRule, reason: string): CodeCheck => ({ valid: false, rule, reason });

function objectionOfCode({ status, from, until, timeZone, uses, offer }: CodeFacts, now: Date) {
	if (status === 'void') return refused('void', 'This code was withdrawn.');
	if (from && now < from) return refused('not-yet-valid', `This code can be used from ${day(from, timeZone)} on.`);
	if (until && now > until) return refused('expired', `This code could be used until ${day(until, timeZone)}.`);
	if (offer.maxUses === undefined || uses < offer.maxUses) return undefined;
	return refused(
		'used-up',
		offer.maxUses === 1
			? 'This code was used already.'
			: `This code was used ${uses} times already, the most it can be.`,
	);
}

function objectionOfCustomer({ offer, usesByCustomer, givenTo, isFirstOrder }: CodeFacts) {
	if (givenTo === 'other') return refused('given-to-another', 'This code was given to another customer.');
	const { maxUsesPerCustomer: most } = offer;
	if (most !== undefined && usesByCustomer >= most) {
		return refused(
			'used-up-by-customer',
			`This customer has used the code ${usesByCustomer === 1 ? 'once' : `${usesByCustomer} times`} already, the most they can.`,
		);
	}
	if (offer.firstOrderOnly && isFirstOrder === false) {
		return refused('not-first-order', 'This code is for the first order only, and the customer has ordered before.');
	}
	return undefined;
}

function objectionOfOrder({ offer }: CodeFacts, use: CodeUse) {
	const { minimumOrder } = offer;
	const wanted = currenciesOf(offer).find((currency) => currency !== use.currency);
	if (wanted && use.currency) {
		return refused('other-currency', `This code is for orders in ${wanted}, and this one is in ${use.currency}.`);
	}
	if (minimumOrder && use.orderTotal !== undefined && use.currency !== undefined) {
		const isReached =
			toMinorUnits(use.orderTotal, use.currency) >= toMinorUnits(minimumOrder.amount, minimumOrder.currency);
		const amount = formatMoney(minimumOrder.amount, minimumOrder.currency, 'en');
		if (!isReached) return refused('order-too-small', `This code is for orders of ${amount} or more.`);
	}
	if (matchesProducts(offer, use) === false)
		return refused('no-matching-product', 'This code is for other products than those in the order.');
	return undefined;
}

/** Whether the order has something that the code counts for; undefined when it cannot be told. */
function matchesProducts({ products, collections }: Offer, use: CodeUse): boolean | undefined {
	if (!products && !collections) return true;
	if (products?.some((id) => use.products?.includes(id)) || collections?.some((id) => use.collections?.includes(id)))
		return true;
	const isKnown = (!products || use.products) && (!collections || use.collections);
	return isKnown ? false : undefined;
}

function openConditions({ offer, givenTo, isFirstOrder }: CodeFacts, use: CodeUse): OpenCondition[] {
	const isOpen: Record<OpenCondition, boolean> = {
		customer: givenTo === 'unknown',
		'first-order': offer.firstOrderOnly && isFirstOrder === undefined,
		currency: currenciesOf(offer).length > 0 && use.currency === undefined,
		'minimum-order': offer.minimumOrder !== undefined && (use.orderTotal === undefined || use.currency === undefined),
		products: matchesProducts(offer, use) === undefined,
	};
	return (Object.keys(isOpen) as OpenCondition[]).filter((condition) => isOpen[condition]);
}

/** The currencies that an order must have; of a sensible offer there is one at most. */
const currenciesOf = ({ reward, minimumOrder }: Offer): readonly string[] => [
	...(reward.kind === 'amount' ? [reward.currency] : []),
	...(minimumOrder ? [minimumOrder.currency] : []),
];

function discountOf({ reward, products, collections }: Offer, { orderTotal, currency }: CodeUse): string | undefined {
	if (products || collections || orderTotal === undefined || currency === undefined) return undefined;
	const total = toMinorUnits(orderTotal, currency);
	const discount = discountInMinorUnits(reward, total);
	return discount === undefined ? undefined : fromMinorUnits(discount < total ? discount : total, currency);
}

function discountInMinorUnits(reward: Reward, total: bigint): bigint | undefined {
	if (reward.kind === 'amount') return toMinorUnits(reward.amount, reward.currency);
	if (reward.kind !== 'percent') return undefined;
	// a hundredth of a per cent is the smallest step; halves of a cent go to the customer
	const basisPoints = BigInt(Math.round(reward.percent * 100));
	return (total * basisPoints + 5_000n) / 10_000n;
}

/** E.g. "December 31, 2026". */
function day(moment: Date, timeZone: string): string {
	const clock = wallClock(moment.getTime(), timeZone);
	return `${formatDay(clock, 'en')}, ${clock.year}`;
}
