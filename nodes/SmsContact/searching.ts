import { type IExecuteFunctions } from 'n8n-workflow';
import { type FoundPerson } from '../../lib/ledger/people';
import { withLedger } from '../shared/open-ledger';
import { type Shop } from '../shared/shop';
import { AT_ONCE, readConditions } from './settings';

/** Everybody who meets an item's conditions, page by page, so that other work of the ledger comes in between. */
export async function searchAll(
	context: IExecuteFunctions,
	itemIndex: number,
	{ profile, ledger }: Shop,
	limit = Infinity,
): Promise<FoundPerson[]> {
	const now = new Date();
	const search = { ...readConditions(context, itemIndex, profile, now), shop: profile.key, now };
	return await withLedger(ledger, async (open) => {
		const people: FoundPerson[] = [];
		while (people.length < limit) {
			const size = Math.min(AT_ONCE, limit - people.length);
			const page = await open.searchPeople({ ...search, after: people.at(-1)?.id, limit: size });
			people.push(...page);
			if (page.length < size) break;
		}
		return people;
	});
}
