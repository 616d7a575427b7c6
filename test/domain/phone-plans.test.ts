import fc from 'fast-check';
import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max';
import mobileExamples from 'libphonenumber-js/examples.mobile.json';
import metadata from 'libphonenumber-js/metadata.max.json';
import { type PhoneProblem, readPhone } from '../../lib/domain/phone';
import { always } from '../support/properties';

// The numbering plans of all countries, as libphonenumber-js has them: [pattern, lengths] of each kind of number.
const FIXED_LINE = 0;
const MOBILE = 1;
const PREMIUM_RATE = 3;

type Plan = ReadonlyArray<readonly [pattern: string, lengths?: readonly number[]] | 0>;
const TYPES_IN_METADATA = 11;
const plans = Object.entries(metadata.countries as unknown as Record<string, readonly unknown[]>)
	.map(([country, data]) => ({ country, plan: (data[TYPES_IN_METADATA] ?? []) as Plan }))
	.filter(({ plan }) => plan.length > 0);
const countries = plans.map(({ country }) => country);

/** The numbers of one kind; undefined where there are none, or where mobile numbers are not told from landlines. */
const patternOf = (plan: Plan, kind: number) => {
	const [pattern] = plan[kind] || [''];
	return pattern === '' ? undefined : new RegExp(`^(?:${pattern})$`);
};

/** Numbers of one kind, with their country. */
const numbersOf = (kind: number) => {
	const tellingApart = plans.filter(({ plan }) => patternOf(plan, MOBILE) && patternOf(plan, kind));
	return fc
		.constantFrom(...tellingApart)
		.chain(({ country, plan }) =>
			fc.stringMatching(patternOf(plan, kind) as RegExp).map((number) => ({ country, plan, number })),
		);
};

const international = (country: string, number: string) =>
	isSupportedCountry(country) ? `+${getCountryCallingCode(country)}${number}` : '';

describe('the numbering plans of the world', () => {
	test('are there', () => {
		expect(plans.length).toBeGreaterThan(200);
	});

	const examples = Object.entries(mobileExamples as Record<string, string>).filter(([country]) =>
		countries.includes(country),
	);

	test('know every mobile number that the library gives as an example, with its country code and without', () => {
		expect(examples.length).toBeGreaterThan(200);
		const read = examples.map(([country, number]) => [
			country,
			readPhone(international(country, number)),
			readPhone(number, country).e164,
		]);
		const textable = examples.map(([country, number]) => {
			const e164 = international(country, number);
			return [country, { raw: e164, e164, country: expect.any(String) as unknown, type: expect.any(String) as unknown, valid: true }, e164];
		});
		expect(read).toEqual(textable);
	});

	test.each<[what: string, kind: number, problem: PhoneProblem | undefined]>([
		['mobile numbers can', MOBILE, undefined],
		['landlines cannot', FIXED_LINE, 'not-mobile'],
		['premium-rate numbers cannot', PREMIUM_RATE, 'not-mobile'],
	])('say who can be texted: %s', (_what, kind, problem) => {
		let seen = 0;
		always(
			fc.property(numbersOf(kind), ({ country, plan, number }) => {
				// in some plans the kinds overlap; countries that share a calling code share their numbers too
				if (plan.some((_, other) => other !== kind && patternOf(plan, other)?.test(number))) return;
				const phone = readPhone(international(country, number));
				if (phone.country !== country || !phone.valid) return;
				seen++;
				expect([country, number, phone.problem]).toEqual([country, number, problem]);
			}),
			1000,
		);
		expect(seen).toBeGreaterThan(700);
	});

	test('in North America do not tell mobile numbers from landlines: all of them may be texted', () => {
		for (const number of ['+12125550100', '+14165550100', '+18765550100'])
			expect(readPhone(number).problem).toBeUndefined();
	});
});
