import { type GateRecipient, type Skip, type Wait } from '../gate';
import { DEFAULT_HOURS } from '../law/hours';
import { LAW, type Law, rowsFor } from '../law/law';
import { ruleOfOperator, ruleOfRow } from '../law/opening';
import { placeOf } from '../law/zones';
import { skip } from './recipient';
import { waitOf } from './timing';

/**
 * Whether a text of the shop's own accord, such as a request to people of a list, disturbs somebody's rest: the default hours and those
 * of the law for offers, by the recipient's clock. Undefined when it does not.
 */
export function disturbedRest(recipient: GateRecipient, now: Date, law: Law = LAW): Wait | Skip | undefined {
	const place = placeOf(recipient);
	if (place.zones.length === 0) {
		return skip('zone-unknown', 'Nobody can tell what time it is where they are: their number does not say so.');
	}
	const rules = rowsFor(law, place, 'marketing').map(ruleOfRow);
	return waitOf({
		now: now.getTime(),
		zones: place.zones,
		rules: [ruleOfOperator(DEFAULT_HOURS, place.countries, place.states), ...rules.filter((rule) => rule !== undefined)],
		hindrances: [],
		hoursName: 'The default hours',
	});
}
