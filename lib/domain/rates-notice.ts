import { fold } from './replies/tokens';

/**
 * Whether texts to phones of a country have to tell of the costs. CTIA's rules (Short Code Monitoring Handbook) for the United
 * States and Canada: the request and the confirmation of a subscription, the answer to HELP, and the first text of a
 * campaign that somebody gets.
 *
 * @param country ISO 3166-1 alpha-2; undefined when it is not known, which asks for nothing.
 */
export const wantsRatesNotice = (country: string | undefined): boolean => country === 'US' || country === 'CA';

/** Whether a wording tells of the costs, in English or as our own notice of its language does. */
export const tellsRates = (wording: string, ratesNotice: string): boolean =>
	/\brates? may apply\b/i.test(wording) || fold(wording).includes(fold(ratesNotice.replace(/[.।]$/, '')));
