import { randomFillSync, randomUUID } from 'node:crypto';
import { type IDataObject, type IExecuteFunctions, tryToParseDateTime } from 'n8n-workflow';
import { toMinorUnits } from '../../lib/domain/codes/minor-units';
import { type Offer, type Reward, type Validity } from '../../lib/domain/codes/offer';
import { ALPHABETS, type AlphabetName, type PatternSpec } from '../../lib/domain/codes/pattern';
import { periodFor } from '../../lib/domain/codes/validity';
import { DomainError } from '../../lib/domain/errors';
import { isTimeZone } from '../../lib/domain/format';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { type CodeDeps, type SeriesRules } from '../../lib/flows/give-code';
import { type Ledger } from '../../lib/ledger/ledger';

/** Trimmed text of a text or number; empty when there is none. */
export const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

export const badSetting = (field: string, value: unknown, wayOut: string): DomainError =>
	new DomainError('bad-setting', `${field} is "${textOf(value)}"`, wayOut);

/** Lists as people write them: commas, semicolons, lines; each once. Undefined when there is nothing in it. */
export function listIn(value: unknown): string[] | undefined {
	const parts = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,;\n]/);
	const list = [...new Set(parts.map((part) => part.trim()).filter(Boolean))];
	return list.length === 0 ? undefined : list;
}

/** @throws DomainError for what is no whole number of at least `least`. */
export function wholeNumber(field: string, value: unknown, least: number): number {
	const number = Number(textOf(value));
	if (Number.isSafeInteger(number) && number >= least && textOf(value) !== '') return number;
	throw badSetting(field, value, `Give a whole number of ${least} or more.`);
}

/** @throws DomainError for what is none of them. */
export function choiceOf<T extends string>(field: string, value: unknown, choices: readonly T[]): T {
	const choice = choices.find((candidate) => candidate === value);
	if (choice === undefined) throw badSetting(field, value, `It can be: ${choices.join(', ')}.`);
	return choice;
}

/** The name of a series. @throws DomainError when there is none. */
export function readSeriesName(context: IExecuteFunctions, itemIndex: number): string {
	const name = optionalSeriesName(context, itemIndex);
	if (name !== undefined) return name;
	throw new DomainError('missing-setting', 'Series is empty', 'Write the name of the series, e.g. spring-2027.');
}

const LONGEST_NAME = 100;

export function optionalSeriesName(context: IExecuteFunctions, itemIndex: number): string | undefined {
	return textOf(context.getNodeParameter('series', itemIndex, '')).slice(0, LONGEST_NAME) || undefined;
}

/** What the operator set for the codes of an item, checked. @throws DomainError naming the field. */
export function readRules(context: IExecuteFunctions, itemIndex: number, profile: ShopProfile): SeriesRules {
	const appearance = context.getNodeParameter('appearance', itemIndex, {}) as IDataObject;
	return {
		name: readSeriesName(context, itemIndex),
		offer: readOffer(context, itemIndex, profile),
		pattern: readAppearance(appearance),
		exclusions: listIn(appearance.excluded) ?? [],
	};
}

const readAppearance = ({ pattern, prefix, length, alphabet, checkCharacter }: IDataObject): PatternSpec => ({
	pattern: textOf(pattern) || undefined,
	prefix: textOf(prefix) || undefined,
	length: length === undefined || textOf(pattern) ? undefined : wholeNumber('Length', length, 1),
	alphabet:
		alphabet === undefined ? undefined : choiceOf('Alphabet', alphabet, Object.keys(ALPHABETS) as AlphabetName[]),
	checkCharacter: checkCharacter === true,
});

/** @throws DomainError naming the field. */
export function readOffer(context: IExecuteFunctions, itemIndex: number, profile: ShopProfile): Offer {
	const conditions = context.getNodeParameter('conditions', itemIndex, {}) as IDataObject;
	const reward = readReward(context, itemIndex);
	const validity = readValidity(context, itemIndex, textOf(conditions.timeZone) || profile.timeZone);
	const minimum = textOf(conditions.minimumOrder);
	const ofReward = reward.kind === 'amount' ? reward.currency : '';
	return {
		reward,
		validity,
		minimumOrder: minimum
			? readMoney('Minimum Order', minimum, textOf(conditions.minimumCurrency) || ofReward)
			: undefined,
		products: listIn(conditions.products),
		collections: listIn(conditions.collections),
		firstOrderOnly: conditions.firstOrderOnly === true,
		maxUses: wholeNumber('Uses', conditions.maxUses ?? 1, 0) || undefined,
		maxUsesPerCustomer: wholeNumber('Uses per Customer', conditions.maxUsesPerCustomer ?? 0, 0) || undefined,
		mobileOnly: conditions.mobileOnly === true,
	};
}

function readReward(context: IExecuteFunctions, itemIndex: number): Reward {
	const value = (name: string) => context.getNodeParameter(name, itemIndex, '');
	const kind = choiceOf('Reward', value('reward'), ['percent', 'amount', 'free_shipping', 'gift', 'points']);
	switch (kind) {
		case 'percent': {
			const percent = Number(textOf(value('percent')));
			if (!(percent > 0 && percent <= 100))
				throw badSetting('Percent', value('percent'), 'Give more than 0 and at most 100.');
			return { kind, percent };
		}
		case 'amount':
			return { kind, ...readMoney('Amount', textOf(value('amount')), textOf(value('currency'))) };
		case 'free_shipping':
			return { kind };
		case 'gift': {
			const product = textOf(value('giftProduct'));
			if (!product)
				throw new DomainError('missing-setting', 'Gift Product ID is empty', 'Write your shop’s ID of the product.');
			return { kind, product, name: textOf(value('giftName')) || undefined };
		}
		case 'points':
			return { kind, points: wholeNumber('Points', value('rewardPoints'), 1) };
	}
}

function readMoney(field: string, amount: string, written: string): { amount: string; currency: string } {
	const currency = written.toUpperCase();
	if (!currency)
		throw new DomainError('missing-setting', `${field} has no currency`, 'Write its three letters, e.g. EUR.');
	if (toMinorUnits(amount, currency) <= 0n) throw badSetting(field, amount, 'Give an amount above zero, e.g. 10.00.');
	return { amount, currency };
}

function readValidity(context: IExecuteFunctions, itemIndex: number, timeZone: string): Validity {
	const kind = choiceOf('Valid', context.getNodeParameter('validity', itemIndex, 'days'), ['days', 'period']);
	if (kind === 'days') {
		if (!isTimeZone(timeZone)) throw badSetting('Time Zone', timeZone, 'Write an IANA name, e.g. Europe/Warsaw.');
		const validity = {
			kind,
			days: wholeNumber('Days', context.getNodeParameter('validDays', itemIndex, 30), 0),
			timeZone,
		};
		periodFor(validity, new Date()); // refuses what is too long
		return validity;
	}
	const [from, until] = (['validFrom', 'validUntil'] as const).map((name) => readTime(context, itemIndex, name));
	if (from && until && from >= until)
		throw badSetting('Valid Until', until.toISOString(), 'It must be after Valid From.');
	return { kind, from, until };
}

const TIME_LABELS = { validFrom: 'Valid From', validUntil: 'Valid Until' } as const;

/** The editor's calendar gives a time without a zone: that of the workflow. */
function readTime(context: IExecuteFunctions, itemIndex: number, name: keyof typeof TIME_LABELS): Date | undefined {
	const value = context.getNodeParameter(name, itemIndex, '');
	if (value === '' || value === null || value === undefined) return undefined;
	try {
		return tryToParseDateTime(value, context.getTimezone()).toJSDate();
	} catch {
		throw badSetting(TIME_LABELS[name], value, 'Give an ISO time, e.g. 2027-05-03T00:00:00Z.');
	}
}

/** The world, as the flows of codes need it. */
export const codeDeps = <L extends Ledger>(ledger: L, { key }: ShopProfile): CodeDeps & { readonly ledger: L } => ({
	ledger,
	shop: key,
	now: () => new Date(),
	newId: randomUUID,
	randomFill: (buffer) => void randomFillSync(buffer),
});
