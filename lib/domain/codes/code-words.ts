import { formatCount, formatDay, formatMoney, formatPercent, wallClock } from '../format';
import { type LanguageTexts } from '../texts/texts';
import { type Reward } from './offer';

/** What a code gives, as a customer reads it: "20%", "10,00 €", "free shipping", the gift's name, "500 pts". */
export function codeValueText(
	reward: Reward,
	language: string,
	{ codeValues }: Pick<LanguageTexts, 'codeValues'>,
	country?: string,
): string | undefined {
	switch (reward.kind) {
		case 'percent':
			return formatPercent(reward.percent, language, country);
		case 'amount':
			return formatMoney(reward.amount, reward.currency, language, country);
		case 'free_shipping':
			return codeValues.freeShipping;
		case 'gift':
			return reward.name?.trim() || codeValues.gift;
		case 'points':
			return codeValues.points.replace('{count}', () => formatCount(reward.points, language, country));
	}
}

/** The last day on which a code can be used, e.g. "31 December". @param timeZone IANA zone in which the day is one. */
export const codeExpiryText = (until: Date, language: string, timeZone: string, country?: string): string =>
	formatDay(wallClock(until.getTime(), timeZone), language, country);
