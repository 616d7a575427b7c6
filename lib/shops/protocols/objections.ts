// What shops commonly cannot express of an offer.
import { type Offer, type Reward, type RewardKind } from '../../domain/codes/offer';
import { type Publication } from '../shop';

export interface IdShape {
	readonly shape: RegExp;
	readonly example: string;
}

/** What a shop can express; what is not named it cannot. */
export interface Abilities {
	readonly name: string;
	readonly rewards: readonly RewardKind[];
	readonly products?: IdShape;
	readonly collections?: IdShape;
	/** What it calls collections. */
	readonly collectionWord?: 'collections' | 'categories';
	/** Rewards that can be limited to products or collections. */
	readonly limited: readonly RewardKind[];
	/** It knows when a code begins. */
	readonly hasStart: boolean;
}

const REWARD_WORDS: Readonly<Record<RewardKind, string>> = {
	percent: 'a percentage off',
	amount: 'an amount off',
	free_shipping: 'free shipping',
	gift: 'a gift product',
	points: 'points',
};

/** The objections that follow from a table of abilities. */
export function commonObjections(can: Abilities, { offer, from }: Publication, now: Date): string[] {
	const { name } = can;
	const { reward, products = [], collections = [] } = offer;
	const word = can.collectionWord ?? 'collections';
	const isLimited = products.length + collections.length > 0;
	const said: Array<string | false | undefined> = [
		!can.rewards.includes(reward.kind) &&
			`${name} codes cannot give ${REWARD_WORDS[reward.kind]}. Choose ${inWords(can.rewards)}, or do not publish this series.`,
		badPercent(reward) && 'A percentage is more than 0 and at most 100.',
		offer.firstOrderOnly &&
			`${name} codes cannot be for first orders only. Switch that off for this series, or check the codes with Check instead of publishing them.`,
		isLimited &&
			!can.limited.includes(reward.kind) &&
			can.rewards.includes(reward.kind) &&
			`In ${name}, ${REWARD_WORDS[reward.kind]} cannot be limited to products or ${word}. Leave them out.`,
		collections.length > 0 && !can.collections && `${name} codes cannot be limited to ${word}. Name products instead.`,
		...wrongIds(name, 'product', can.products, reward.kind === 'gift' ? [...products, reward.product] : products),
		...wrongIds(name, word === 'categories' ? 'category' : 'collection', can.collections, collections),
		!can.hasStart &&
			from > now &&
			`${name} codes count from the moment they are there. Publish them when the period begins.`,
		currenciesOf(offer).length > 1 &&
			'The amount and the minimum order are in different currencies. Use the currency of the shop for both.',
	];
	return said.filter((sentence) => typeof sentence === 'string');
}

const inWords = (kinds: readonly RewardKind[]) => kinds.map((kind) => REWARD_WORDS[kind]).join(' or ');

const badPercent = (reward: Reward) => reward.kind === 'percent' && !(reward.percent > 0 && reward.percent <= 100);

const wrongIds = (name: string, what: string, ids: IdShape | undefined, given: readonly string[]) =>
	ids
		? given
				.filter((id) => !ids.shape.test(id))
				.map((id) => `“${id}” is no ${what} of ${name}. They look like ${ids.example}.`)
		: [];

/** The currencies that an offer names: none, one, or two that contradict each other. Upper case. */
export function currenciesOf({ reward, minimumOrder }: Offer): string[] {
	const named = [reward.kind === 'amount' ? reward.currency : undefined, minimumOrder?.currency];
	return [...new Set(named.filter((currency) => currency !== undefined).map((currency) => currency.toUpperCase()))];
}

/** How often by the same customer, where that says more than how often in all: undefined when it does not. */
export const usesPerCustomer = ({ maxUses, maxUsesPerCustomer }: Offer): number | undefined =>
	maxUses !== undefined && maxUsesPerCustomer !== undefined && maxUses <= maxUsesPerCustomer
		? undefined
		: maxUsesPerCustomer;

/** What a publication is called in the shop's own list; short enough for every shop. It ends in the reference. */
export const titleOf = ({ name, reference }: Pick<Publication, 'name' | 'reference'>): string =>
	`${name.slice(0, 120)} ${tailOf(reference)}`;

/** The end of a title or note, by which a publication's own are known whatever the shop does to the name before it. */
export const tailOf = (reference: string): string => `(${reference})`;
