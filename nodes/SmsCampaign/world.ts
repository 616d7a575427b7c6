import { randomFillSync, randomInt, randomUUID } from 'node:crypto';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { type PlanDeps } from '../../lib/flows/campaign/plan-campaign';
import { unsubscribeLink } from '../../lib/flows/unsubscribe';
import { type Ledger } from '../../lib/ledger/ledger';

export type World = PlanDeps & { readonly ledger: Ledger };

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Eight of them, since each character of a text may cost a part; nobody guesses one of 10^14. */
const newToken = (): string => Array.from({ length: 8 }, () => LETTERS_AND_DIGITS[randomInt(62)]).join('');

/** The world as planning needs it. @param carrierId of the carrier that texts are for. */
export async function campaignWorld(ledger: Ledger, { key }: ShopProfile, carrierId: string): Promise<World> {
	// one page for the texts of every carrier
	const page = await ledger.endpointUrl({ shop: key, kind: 'unsubscribe', carrier: '' }, new Date());
	return {
		ledger,
		shop: key,
		carrierId,
		now: () => new Date(),
		newId: randomUUID,
		randomFill: (buffer) => void randomFillSync(buffer),
		newToken,
		unsubscribePage: page === undefined ? undefined : (token) => unsubscribeLink(page, token),
	};
}
