/**
 * Whether texts to phones of a country have to tell of the costs. CTIA's rules (Short Code Monitoring Handbook) for the United
 * States and Canada: the request and the confirmation of a subscription, and the answer to HELP.
 *
 * @param country ISO 3166-1 alpha-2; undefined when it is not known, which asks for nothing.
 */
export const wantsRatesNotice = (country: string | undefined): boolean => country === 'US' || country === 'CA';
