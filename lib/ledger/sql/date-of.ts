/** A time as the tables have it, in milliseconds since 1970; undefined for null. */
export const dateOf = (time: number | null): Date | undefined => (time === null ? undefined : new Date(time));
