import { DomainError } from '../errors';
import { type OpeningHours } from './hours';

const HOURS = /^(?<from>\d{1,2})(?::(?<fromMinute>\d\d))?\s*(?:-|–|to)\s*(?<to>\d{1,2})(?::(?<toMinute>\d\d))?$/i;

/**
 * Reads the hours of rest that an operator writes, "21:00-08:00", as the hours in between, which are the same every day. Undefined
 * for an empty text: there are none.
 *
 * @throws DomainError `bad-setting` for what is no such span, or one that does not go over midnight.
 */
export function readQuietHours(written: string | undefined): OpeningHours | undefined {
	const text = written?.trim();
	if (!text) return undefined;
	const { from, fromMinute, to, toMinute } = HOURS.exec(text)?.groups ?? {};
	const begin = clock(from, fromMinute);
	const end = clock(to, toMinute);
	if (begin === undefined || end === undefined || end >= begin) {
		throw new DomainError(
			'bad-setting',
			`Quiet Hours is "${text}"`,
			'Write when they begin in the evening and when they end in the morning, e.g. 21:00-08:00.',
		);
	}
	return { weekdays: { from: end, to: begin } };
}

/** "HH:MM"; undefined for what no clock shows. */
function clock(hour: string | undefined, minute = '00'): string | undefined {
	if (hour === undefined || Number(minute) > 59) return undefined;
	const isTime = Number(hour) < 24 || (Number(hour) === 24 && Number(minute) === 0);
	return isTime ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}
