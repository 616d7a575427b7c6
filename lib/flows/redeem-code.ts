import { checkCode, type CodeFacts, type CodeRule, type CodeUse, type OpenCondition } from '../domain/codes/check';
import { toMinorUnits } from '../domain/codes/minor-units';
import { type Offer } from '../domain/codes/offer';
import { isMistyped, type PatternSpec, readPattern } from '../domain/codes/pattern';
import { type CodeVerbs, type PointsEntry, type RedeemFacts, type Redemption, type StoredCode } from '../ledger/codes';

/** A code, as it was typed, and what it is to be used for. */
export interface WishedUse extends CodeUse {
	readonly typed: string;
	/** E.164 of the customer, where it is known. */
	readonly phone?: string | undefined;
	/** The order as the shop names it. */
	readonly order?: string | undefined;
}

export interface RedeemSettings {
	/** The shop's key. */
	readonly shop: string;
	/** The shop's zone: days in reasons are named in it. */
	readonly timeZone: string;
	/** Whether a code is refused where a condition of its cannot be told to be kept. */
	readonly isStrict: boolean;
	readonly now: Date;
}

/** Workflows branch on these: append, never rename. */
export type RedeemRule = CodeRule | 'condition-unknown';

export interface CodeRefusal {
	readonly rule: RedeemRule;
	/** For the staff at the till. */
	readonly reason: string;
}

export interface CodeAnswer {
	/** Undefined for one that nobody knows. */
	readonly code?: StoredCode | undefined;
	readonly refusal?: CodeRefusal | undefined;
	/** What the customer pays less; undefined where it cannot be told. */
	readonly discount?: string | undefined;
	/** Conditions that whoever takes the code has to look at. */
	readonly open: readonly OpenCondition[];
}

export interface RedeemedCode extends CodeAnswer {
	/** Undefined when refused. */
	readonly redemption?: Redemption | undefined;
	/** False when this order had redeemed it before; nothing was changed then. */
	readonly isNew: boolean;
	/** What a code of points has credited; undefined for others, and where no phone is known. */
	readonly points?: PointsEntry | undefined;
}

type Verdict =
	| { readonly refusal: CodeRefusal }
	| { readonly refusal?: undefined; readonly discount?: string | undefined; readonly open: readonly OpenCondition[] };

/** The judge of a use: the same for looking and for using, so that what Check says holds in Redeem. */
function judge(facts: RedeemFacts, use: WishedUse, { timeZone, isStrict, now }: RedeemSettings): Verdict {
	const checked = checkCode(factsOf(facts, use.phone, timeZone), use, now);
	if (!checked.valid) return { refusal: { rule: checked.rule, reason: checked.reason } };
	if (isStrict && checked.open.length > 0) {
		return {
			refusal: {
				rule: 'condition-unknown',
				reason: `It cannot be told whether this code may be used: ${checked.open.map((one) => OPEN_WORDS[one]).join(', ')} not known.`,
			},
		};
	}
	return { discount: checked.discount, open: checked.open };
}

const OPEN_WORDS: Readonly<Record<OpenCondition, string>> = {
	customer: 'whose it is is',
	'first-order': 'whether they have ordered before is',
	currency: 'the currency of the order is',
	'minimum-order': 'what the order comes to is',
	products: 'what is in the order is',
};

function factsOf(
	{ code, usesByCustomer, otherOrders }: RedeemFacts,
	phone: string | undefined,
	timeZone: string,
): CodeFacts | 'unknown' {
	if (!code) return 'unknown';
	const { status, from, until, uses, series } = code;
	return {
		status: series.voidedAt ? 'void' : status,
		offer: series.offer,
		from,
		until,
		timeZone: zoneOfOffer(series.offer, timeZone),
		uses,
		usesByCustomer,
		givenTo:
			code.phone === undefined ? undefined : phone === undefined ? 'unknown' : phone === code.phone ? 'same' : 'other',
		isFirstOrder: otherOrders === undefined ? undefined : otherOrders === 0,
	};
}

/** In which the days of its codes end. */
export const zoneOfOffer = ({ validity }: Offer, shopZone: string): string =>
	validity.kind === 'days' ? validity.timeZone : shopZone;

/** @throws DomainError `bad-setting` for a total that is no amount. */
const assertReadable = ({ orderTotal, currency }: CodeUse): void => {
	if (orderTotal !== undefined && currency !== undefined) toMinorUnits(orderTotal, currency);
};

/** Whether a code can be used now. Changes nothing. @throws DomainError `bad-setting` for a total that is no amount. */
export async function checkCodeUse(use: WishedUse, settings: RedeemSettings, ledger: CodeVerbs): Promise<CodeAnswer> {
	assertReadable(use);
	const facts = await ledger.redeemFacts(settings.shop, use.typed, use.phone, use.order);
	const verdict = judge(facts, use, settings);
	if (verdict.refusal)
		return { code: facts.code, refusal: await orMistyped(verdict.refusal, use, settings, ledger), open: [] };
	return { code: facts.code, discount: verdict.discount, open: verdict.open };
}

/**
 * Uses a code for an order, once for each order. A code whose reward is points credits them to the phone.
 *
 * Races: see CodeVerbs.redeemCode. Where the process dies before the points are credited, the same call does it.
 *
 * @throws DomainError `bad-setting` for a total that is no amount.
 */
export async function redeemCode(
	use: WishedUse & { readonly order: string },
	settings: RedeemSettings,
	ledger: CodeVerbs,
): Promise<RedeemedCode> {
	assertReadable(use);
	const { typed, order, phone, orderTotal, currency } = use;
	let open: readonly OpenCondition[] = [];
	const redeemed = await ledger.redeemCode<CodeRefusal>(
		{ shop: settings.shop, typed, order, phone, orderTotal, currency, now: settings.now },
		(facts) => {
			const verdict = judge(facts, use, settings);
			if (!verdict.refusal) open = verdict.open;
			return verdict;
		},
	);
	if (redeemed.refusal) {
		return {
			code: redeemed.code,
			refusal: await orMistyped(redeemed.refusal, use, settings, ledger),
			open: [],
			isNew: false,
		};
	}
	const { redemption, code, isNew } = redeemed;
	const points = await creditPoints(code, redemption, phone, settings, ledger);
	return { code, redemption, isNew, discount: redemption.discount, open, points };
}

async function creditPoints(
	{ code, series, phone: owner }: StoredCode,
	{ order, phone: buyer }: Redemption,
	phone: string | undefined,
	{ shop, now }: RedeemSettings,
	ledger: CodeVerbs,
): Promise<PointsEntry | undefined> {
	const { reward } = series.offer;
	const whose = buyer ?? phone ?? owner;
	if (reward.kind !== 'points' || !whose) return undefined;
	const move = {
		shop,
		phone: whose,
		points: reward.points,
		key: `code ${code} order ${order}`,
		reason: `code ${code}`,
		now,
	};
	return (await ledger.awardPoints(move)).entry;
}

/** An unknown code that looks like one of a series with check characters, but for that, was mistyped. */
async function orMistyped(
	refusal: CodeRefusal,
	{ typed }: WishedUse,
	{ shop, now }: RedeemSettings,
	ledger: CodeVerbs,
): Promise<CodeRefusal> {
	if (refusal.rule !== 'unknown-code') return refusal;
	const all = await ledger.listSeries(shop);
	const isOfOne = all.some(
		({ kind, pattern }) => kind === 'generated' && isMistyped(readPattern(JSON.parse(pattern) as PatternSpec), typed),
	);
	if (!isOfOne) return refusal;
	const checked = checkCode('mistyped', {}, now);
	return checked.valid ? refusal : { rule: checked.rule, reason: checked.reason };
}
