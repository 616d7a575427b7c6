import { consentFor } from '../../domain/consent/check';
import { decide, type GateDecision, type GateFacts, type PromotionMessage } from '../../domain/gate';
import { type Place, placeOf } from '../../domain/law/zones';
import { type ShopProfile } from '../../domain/shop-profile';
import { type OutboxVerbs, type PromotionFacts } from '../../ledger/outbox';
import { type PeopleVerbs } from '../../ledger/people';
import { type AudiencePerson } from './audience';
import { type CampaignSettings } from './settings';
import { activityByPhone, hoursOfEverybody, type Wish, wishFor } from './when';

/** Somebody of the audience, with what the operator wants for them. */
export interface Candidate {
	readonly person: AudiencePerson;
	readonly settings: CampaignSettings;
}

/** What the gate says of a text to somebody, now. */
export interface Judged extends Candidate {
	/** E.164. */
	readonly to: string;
	readonly facts: PromotionFacts;
	readonly place: Place;
	readonly message: PromotionMessage;
	readonly decision: GateDecision;
	readonly wish: Wish;
}

export interface JudgeDeps {
	readonly ledger: Pick<OutboxVerbs, 'promotionFacts' | 'activityOf'> & Pick<PeopleVerbs, 'searchPeople'>;
	now(): Date;
}

/** What is known of a phone, as the gate asks it. */
export const gateFacts = (facts: PromotionFacts, { optOutScope }: ShopProfile, now: Date): GateFacts => ({
	optOut: facts.optOut,
	dead: facts.dead,
	consent: { ...consentFor('marketing', facts, optOutScope, now), isDouble: facts.isDouble },
	offersAt: facts.offersAt,
	birthday: facts.person?.birthday,
});

/** Asks the gate for many people at once, without recording anything. */
export function judgeFor(deps: JudgeDeps) {
	const ofEverybody = new Map<string, Promise<readonly number[]>>();
	const hoursOf = (settings: CampaignSettings, now: Date) => {
		const { key } = settings.profile;
		const known = ofEverybody.get(key) ?? hoursOfEverybody(settings, deps.ledger, now);
		ofEverybody.set(key, known);
		return known;
	};
	return async (candidates: readonly Candidate[], isTest = false): Promise<Judged[]> => {
		const [first] = candidates;
		if (!first) return [];
		const now = deps.now();
		const shop = first.settings.profile.key;
		const phones = candidates.map(({ person }) => person.phone.e164 ?? '');
		const known = await deps.ledger.promotionFacts(shop, phones, now);
		const waiting = candidates.filter(({ settings }) => settings.sendTime.kind === 'best-hour');
		const askedOf = [...new Set(waiting.map(({ person }) => person.phone.e164 ?? ''))];
		const activity = askedOf.length > 0 ? await activityByPhone(shop, askedOf, deps.ledger, now) : undefined;
		const everybody = waiting[0] ? await hoursOf(waiting[0].settings, now) : [];
		return candidates.map((candidate, index) => {
			const { person, settings } = candidate;
			const to = phones[index] as string;
			const facts = known[index] as PromotionFacts;
			const country = person.country ?? facts.person?.country;
			const timeZone = person.timeZone ?? facts.person?.timeZone;
			const recipient = {
				phone: to,
				timeZone,
				country,
				state: person.state,
				shopTimeZone: settings.profile.timeZone,
				shopCountry: settings.profile.defaultCountry,
			};
			const place = placeOf(recipient);
			// where nobody can tell what time it is, the gate lets no offer through
			const [zone = settings.profile.timeZone, ...otherZones] = place.zones;
			const wish = wishFor([zone, ...otherZones], settings, activity?.get(to) ?? [], everybody, now);
			const message: PromotionMessage = {
				purpose: 'marketing',
				recipient,
				isRedirected: isTest || undefined,
				optOutScope: settings.profile.optOutScope,
				notBefore: wish.notBefore,
				notBeforeRule: wish.rule,
				notAfter: settings.notAfter,
				dlt: settings.dlt,
				hours: settings.hours,
				pressure: settings.pressure,
				whenTooMany: settings.whenTooMany,
				isAgeRestricted: settings.isAgeRestricted || undefined,
				cart: settings.cartAbandonedAt && { abandonedAt: settings.cartAbandonedAt },
			};
			const decision = decide(message, gateFacts(facts, settings.profile, now), now);
			return { ...candidate, to, facts, place, message, wish, decision };
		});
	};
}
