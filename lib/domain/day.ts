/** The date without the time, in UTC: enough for a sentence to the operator. */
export const day = (date: Date): string => date.toISOString().slice(0, 10);
