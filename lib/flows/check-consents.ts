import { type AnswerRule, type ConsentAnswer, consentFor } from '../domain/consent/check';
import { type ConsentPurpose } from '../domain/consent/consent';
import { type Phone, PHONE_PROBLEMS, readPhone } from '../domain/phone';
import { type ShopProfile } from '../domain/shop-profile';
import { type ConsentFacts, type ConsentVerbs } from '../ledger/consent';

/** Whether a phone may be texted for a purpose. */
export interface ConsentQuestion {
	/** As it is written. */
	readonly phone: unknown;
	/** ISO 3166-1 alpha-2, for a number without a country code; undefined: the shop's. */
	readonly country?: string | undefined;
	readonly purpose: ConsentPurpose;
}

/** The answer; a number that no text can reach is `not-consented` too. Workflows branch on the rules: append, never rename. */
export interface CheckedConsent extends Omit<ConsentAnswer, 'rule'> {
	readonly rule: AnswerRule | 'no-textable-phone';
	/** E.164; undefined when the number cannot be read. */
	readonly phone?: string | undefined;
}

/** What is wrong with a phone, in a sentence that shows nothing of it. */
export function phoneObjection({ problem }: Phone): string {
	const wayOut = problem === 'no-country' ? ' To tell, set Default Country.' : '';
	return `The phone number ${PHONE_PROBLEMS[problem ?? 'invalid']}.${wayOut}`;
}

/** So many phones are asked for at once. */
const CHUNK = 1_000;

/**
 * Answers in the order of the questions. It remembers nothing and asks nobody; an opt-out that comes in while it runs may or may
 * not be in the answers.
 */
export async function checkConsents(
	questions: readonly ConsentQuestion[],
	profile: ShopProfile,
	ledger: Pick<ConsentVerbs, 'consentFacts'>,
	now: Date,
): Promise<CheckedConsent[]> {
	const answers: CheckedConsent[] = [];
	for (let start = 0; start < questions.length; start += CHUNK) {
		const chunk = questions.slice(start, start + CHUNK);
		const phones = chunk.map(({ phone, country }) => readPhone(phone, country ?? profile.defaultCountry));
		const asked = [...new Set(phones.flatMap(({ e164, problem }) => (e164 && !problem ? [e164] : [])))];
		const facts = new Map((await ledger.consentFacts(profile.key, asked)).map((known) => [known.phone, known]));
		for (const [index, { purpose }] of chunk.entries()) {
			const phone = phones[index] as Phone;
			answers.push(answerFor(purpose, phone, facts.get(phone.e164 ?? ''), profile, now));
		}
	}
	return answers;
}

function answerFor(
	purpose: ConsentPurpose,
	phone: Phone,
	facts: ConsentFacts | undefined,
	{ optOutScope }: ShopProfile,
	now: Date,
): CheckedConsent {
	if (phone.problem || !facts)
		return { outcome: 'not-consented', rule: 'no-textable-phone', reason: phoneObjection(phone), phone: phone.e164 };
	return { ...consentFor(purpose, facts, optOutScope, now), phone: phone.e164 };
}
