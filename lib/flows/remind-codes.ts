import { type ConsentAnswer, consentFor } from '../domain/consent/check';
import { type ShopProfile } from '../domain/shop-profile';
import { type CodeVerbs, type StoredCode } from '../ledger/codes';
import { type ConsentVerbs } from '../ledger/consent';

export interface RemindSettings {
	readonly profile: ShopProfile;
	/** Name of the series; undefined: all. */
	readonly series?: string | undefined;
	readonly withinDays: number;
	readonly needsConsent: boolean;
}

/** A code that is worth a reminder; `objection` says why its owner is to get none. */
export interface Reminder {
	readonly code: StoredCode;
	readonly objection?: { readonly rule: 'no-consent' | 'no-phone'; readonly reason: string } | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const PAGE = 500;

/**
 * Unused codes that end within some days. Each is handed out once, to one caller, also those with an objection: a reminder that
 * waits for a consent would come when the code is over.
 */
export async function* remindersOfCodes(
	{ profile, series, withinDays, needsConsent }: RemindSettings,
	ledger: Pick<CodeVerbs, 'takeReminders'> & Pick<ConsentVerbs, 'consentFacts'>,
	now: Date,
): AsyncGenerator<Reminder> {
	const before = new Date(now.getTime() + withinDays * DAY_MS);
	for (;;) {
		const page = await ledger.takeReminders({ shop: profile.key, series, before, limit: PAGE, now });
		const phones = [...new Set(page.flatMap(({ phone }) => phone ?? []))];
		const facts = new Map((await ledger.consentFacts(profile.key, phones)).map((one) => [one.phone, one]));
		for (const code of page) {
			if (!code.phone) {
				yield { code, objection: { rule: 'no-phone', reason: 'It was given to somebody whose phone is not known.' } };
				continue;
			}
			const known = facts.get(code.phone) ?? { states: {} };
			const { outcome, reason }: ConsentAnswer = consentFor('marketing', known, profile.optOutScope, now);
			yield { code, objection: needsConsent && outcome !== 'consented' ? { rule: 'no-consent', reason } : undefined };
		}
		if (page.length < PAGE) return;
	}
}
