/** Hours of a day, by the recipient's clock: from the first minute on, up to but not including the second. HH:MM; "24:00" is the end. */
export interface DayHours {
	readonly from: string;
	readonly to: string;
}

/** When texts may arrive. */
export interface OpeningHours {
	/** Monday to Friday, and every day that is not given. */
	readonly weekdays: DayHours;
	/** 'closed': not at all. Undefined: as on weekdays. */
	readonly saturday?: DayHours | 'closed' | undefined;
	/** As above. */
	readonly sunday?: DayHours | 'closed' | undefined;
	/** Public holidays of the recipient's country. Undefined: as the day of the week. */
	readonly holidays?: 'closed' | undefined;
}

/** What offers are sent at where the operator has set nothing: inside what every known law allows on a usual day. */
export const DEFAULT_HOURS: OpeningHours = {
	weekdays: { from: '09:00', to: '20:00' },
	sunday: { from: '12:00', to: '18:00' },
};
