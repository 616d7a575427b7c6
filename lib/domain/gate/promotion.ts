import { ageObjection } from '../consent/ages';
import { day } from '../day';
import { type GateDecision, type GateFacts, type PromotionMessage, type Skip } from '../gate';
import { HOUR } from '../law/clock';
import { DEFAULT_HOURS } from '../law/hours';
import { type Law, type LawRow, rowsFor } from '../law/law';
import { ruleOfOperator, ruleOfRow } from '../law/opening';
import { type Place, placeOf } from '../law/zones';
import { PHONE_PROBLEMS } from '../phone';
import { dltObjection } from './dlt';
import { limitsReached } from './pressure';
import { deadObjection, optedOutSentence, skip } from './recipient';
import { chosenTime, type Clockwork, type Hindrance, momentIn, openingOf, sourceOf, waitOf } from './timing';

/** See `decide`. Offers and questions are sent to who has consented, at a lawful hour, and not too often. */
export function decidePromotion(message: PromotionMessage, facts: GateFacts, now: Date, law: Law): GateDecision {
	if (message.isRedirected) return { action: 'send' };
	const place = placeOf(message.recipient);
	const rows = message.purpose === 'verification' ? [] : rowsFor(law, place, message.purpose);
	return (
		objectionToPhone(message, facts) ??
		objectionFromHistory(facts) ??
		objectionFromConsent(message, facts) ??
		objectionToAge(message, facts, place, now) ??
		objectionToCart(message, facts, now) ??
		objectionToRegistration(message, rows, place) ??
		objectionOfTime(message, facts, place, rows, now) ?? { action: 'send' }
	);
}

function objectionToPhone({ phoneProblem, purpose, whenDead }: PromotionMessage, facts: GateFacts): Skip | undefined {
	if (phoneProblem === 'none') return skip('no-textable-phone', 'There is no phone number.');
	if (phoneProblem) return skip('no-textable-phone', `The phone number ${PHONE_PROBLEMS[phoneProblem]}.`);
	const { optOut } = facts;
	// who asks for a check of their phone wants that text; but no carrier lets it through a block
	if (optOut && (purpose !== 'verification' || optOut.origin === 'carrier')) return skip('opted-out', optedOutSentence(optOut));
	return deadObjection(facts, whenDead);
}

function objectionFromHistory({ earlier }: GateFacts): Skip | undefined {
	switch (earlier?.status) {
		case 'accepted':
			return skip('duplicate', `This text was already sent on ${day(earlier.at)}.`);
		case 'sending':
			return skip('in-progress', 'Another run is sending this text just now.');
		case 'scheduled':
			return skip('already-scheduled', `This text waits for its time since ${day(earlier.at)}.`);
		case 'unknown':
			return skip('outcome-unknown', `This text may have been sent on ${day(earlier.at)}: the carrier's answer was lost.`);
		default:
			return undefined;
	}
}

const ASKED = { marketing: 'Offers are', survey: 'Questions are' } as const;

function objectionFromConsent({ purpose }: PromotionMessage, { consent }: GateFacts): Skip | undefined {
	if (purpose === 'verification' || consent?.outcome === 'consented') return undefined;
	return skip('no-consent', `${ASKED[purpose]} sent to who has consented to them: ${consent?.reason ?? 'It is not known of them.'}`);
}

/** Where a day begins last. */
const LAST_ZONE = 'Etc/GMT+12';

function objectionToAge({ isAgeRestricted }: PromotionMessage, { birthday }: GateFacts, place: Place, now: Date): Skip | undefined {
	if (!isAgeRestricted) return undefined;
	const country = place.numberCountry;
	for (const timeZone of place.zones.length > 0 ? place.zones : [LAST_ZONE]) {
		const objection = ageObjection({ birthday, country, now, timeZone });
		if (objection) return skip('age', `${objection.reason}.`);
	}
	return undefined;
}

/** CTIA, Short Code Monitoring Handbook; carriers' rules on abandoned carts: one reminder, within 48 hours, after double opt-in. */
const CART_HOURS = 48;

function objectionToCart({ cart }: PromotionMessage, { cartRemindedAt, consent }: GateFacts, now: Date): Skip | undefined {
	if (!cart) return undefined;
	if (cartRemindedAt) {
		return skip('cart-reminder', `They were reminded of this cart on ${day(cartRemindedAt)}, and one reminder is all that carriers allow.`);
	}
	if (!consent?.isDouble) {
		return skip('cart-reminder', 'Carts are reminded of only to who has proved that the phone is theirs (double opt-in). Ask them with SMS Opt-In: Request.');
	}
	return now.getTime() > cartEnd(cart) ? skip('cart-reminder', cartTooLate(cart)) : undefined;
}

type Cart = NonNullable<PromotionMessage['cart']>;

const cartEnd = ({ abandonedAt }: Cart) => abandonedAt.getTime() + CART_HOURS * HOUR;

const cartTooLate = ({ abandonedAt }: Cart) =>
	`The cart was left on ${day(abandonedAt)}, and carriers allow a reminder within ${CART_HOURS} hours only.`;

function objectionToRegistration({ dlt, purpose }: PromotionMessage, rows: readonly LawRow[], place: Place): Skip | undefined {
	if (place.numberCountry !== 'IN') return undefined;
	const row = rows.find(({ needsDlt }) => needsDlt);
	if (!row && !dlt) return undefined;
	const objection = dltObjection(dlt ?? {}, purpose === 'verification' ? 'service-implicit' : 'promotional');
	return objection === undefined ? undefined : skip('dlt', objection, row && sourceOf(row));
}

function objectionOfTime(
	message: PromotionMessage,
	facts: GateFacts,
	place: Place,
	rows: readonly LawRow[],
	now: Date,
): GateDecision | undefined {
	const hasHours = message.purpose !== 'verification';
	if (hasHours && place.zones.length === 0) {
		return skip(
			'zone-unknown',
			'Nobody can tell what time it is where they are: neither they nor their number say so, and the shop is in no country that is known to be theirs. Give their time zone.',
		);
	}
	const chosen = chosenTime(message, now);
	const rules = hasHours
		? [ruleOfOperator(message.hours ?? DEFAULT_HOURS, place.countries, place.states), ...rows.map(ruleOfRow).filter((rule) => rule !== undefined)]
		: [];
	const limits = hasHours
		? limitsReached(message.pressure, rows, {
				offersAt: facts.offersAt ?? [],
				at: chosen?.until ?? now.getTime(),
				zones: place.zones,
			})
		: [];
	const clockwork: Clockwork = {
		now: now.getTime(),
		zones: hasHours ? place.zones : [],
		rules,
		hindrances: [...(chosen ? [chosen] : []), ...limits],
		notAfter: message.notAfter,
		...(message.hours ? {} : { hoursName: 'The default hours' }),
	};
	const [limit] = limits;
	const isEndless = limits.some(({ until }) => until === Infinity);
	if (limit && (isEndless || message.whenTooMany !== 'wait')) return tooMany(limit, clockwork);
	if (message.notAfter && now > message.notAfter) {
		return skip('too-late', `It was not to be sent after ${momentIn(message.notAfter.getTime(), place.zones[0])}.`);
	}
	const wait = waitOf(clockwork);
	if (wait?.action === 'wait' && message.cart && wait.until.getTime() > cartEnd(message.cart)) {
		return skip('cart-reminder', `${cartTooLate(message.cart)} ${wait.reason}`);
	}
	return wait;
}

function tooMany({ rule, why, law }: Hindrance, clockwork: Clockwork): Skip {
	const opening = openingOf(clockwork);
	const when = opening === undefined ? '' : `; the next opening is ${momentIn(opening, clockwork.zones[0])}`;
	return { ...skip(rule, `${why}${when}.`, law), ...(opening === undefined ? {} : { nextOpening: new Date(opening) }) };
}
