import { type GateFacts, type OrderMessage, type Skip, type Wait } from '../gate';
import { localTime } from '../law/clock';
import { holdsOn, type Law, type LawRow, rowsFor } from '../law/law';
import { type HoursRule, ruleOfOperator, ruleOfRow } from '../law/opening';
import { type Place, placeOf } from '../law/zones';
import { dltObjection } from './dlt';
import { limitsReached } from './pressure';
import { skip } from './recipient';
import { chosenTime, momentIn, waitOf } from './timing';

/** The law that makes of a STOP to offers one to every text, where the recipient is and today; undefined where there is none. */
export function stopLawOf({ recipient }: OrderMessage, now: Date, law: Law): LawRow | undefined {
	const place = placeOf(recipient);
	const zones = place.zones.length > 0 ? place.zones : ['UTC'];
	return rowsFor(law, place, 'transactional').find(
		(row) => row.stopEndsEverything && zones.some((zone) => holdsOn(row, localTime(now.getTime(), zone).day)),
	);
}

const lawsWithOrderHours = new WeakMap<Law, boolean>();

function hasOrderHours(law: Law): boolean {
	let has = lawsWithOrderHours.get(law);
	if (has === undefined) {
		has = law.rows.some(({ hours, purposes }) => hours && purposes?.includes('transactional'));
		lawsWithOrderHours.set(law, has);
	}
	return has;
}

/**
 * What stands in the way of a text about an order for a while. Most often nobody has set anything, and then nothing is looked up.
 *
 * A text that gives a promo code is an offer to the law: its hours and caps hold, if it is told whom the text is for. In India
 * those hours hold for texts too that are registered as service-explicit.
 */
export function orderTextTiming(message: OrderMessage, facts: GateFacts, now: Date, law: Law): Wait | Skip | undefined {
	const { hours, dlt, recipient, notBefore, notAfter, hasOffer } = message;
	const isOffer = hasOffer === true && recipient !== undefined;
	if (!hours && !dlt && !notBefore && !notAfter && !isOffer && !(recipient && hasOrderHours(law))) return undefined;
	const place = placeOf(recipient);
	const registration = place.numberCountry === 'IN' && dlt && dltObjection(dlt, 'service-implicit');
	if (registration) return skip('dlt', registration);
	const shopZone = placeOf({ timeZone: recipient?.shopTimeZone }).zones;
	const zones = place.zones.length > 0 ? place.zones : shopZone;
	if (isOffer && zones.length === 0) {
		return skip(
			'zone-unknown',
			'The text gives a promo code, which makes it an offer, and nobody can tell what time it is where they are. Give their time zone, or leave Promo Code empty for them and write the part about it in square brackets.',
		);
	}
	const rows = lawsFor(message, place, law);
	const limits = isOffer
		? limitsReached(NO_LIMITS, rows, { offersAt: facts.offersAt ?? [], at: now.getTime(), zones })
		: [];
	const [limit] = limits;
	if (limit) return skip(limit.rule, `${limit.why}.`, limit.law);
	if (notAfter && now > notAfter) return skip('too-late', `It was not to be sent after ${momentIn(notAfter.getTime(), zones[0])}.`);
	const chosen = chosenTime(message, now);
	const rules: HoursRule[] = [
		...(hours ? [ruleOfOperator(hours, place.countries, place.states)] : []),
		...rows.map(ruleOfRow).filter((rule) => rule !== undefined),
	];
	return waitOf({ now: now.getTime(), zones, rules: zones.length > 0 ? rules : [], hindrances: chosen ? [chosen] : [], notAfter });
}

/** The operator's limits are about campaigns; of texts about orders there are as many as things happen. */
const NO_LIMITS = { perDay: Infinity, per24Hours: Infinity, per30Days: Infinity, gapHours: 0 };

function lawsFor({ hasOffer, dlt }: OrderMessage, place: Place, law: Law): LawRow[] {
	const rows = [...rowsFor(law, place, 'transactional')];
	if (hasOffer) rows.push(...rowsFor(law, place, 'marketing'));
	else if (dlt?.category === 'service-explicit') {
		rows.push(...rowsFor(law, place, 'marketing').filter(({ country }) => country === 'IN'));
	}
	return [...new Set(rows)];
}
