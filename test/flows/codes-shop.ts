// A shop with a real ledger whose codes are given, published and redeemed.
import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Offer } from '../../lib/domain/codes/offer';
import { type CodeDeps, type SeriesRules } from '../../lib/flows/give-code';
import { type Ledger } from '../../lib/ledger/ledger';
import { openSqliteLedger } from '../../lib/ledger/sqlite';

export const START = new Date('2026-11-22T10:00:00Z');
export const MARIA = '+14155550123';
export const TOM = '+447400123456';

export const OFFER: Offer = {
	reward: { kind: 'percent', percent: 10 },
	validity: { kind: 'days', days: 30, timeZone: 'Europe/Warsaw' },
	firstOrderOnly: false,
	maxUses: 1,
	mobileOnly: false,
};

export const rules = (more: Partial<SeriesRules> = {}): SeriesRules => ({
	name: 'personal',
	offer: OFFER,
	pattern: { checkCharacter: false },
	exclusions: [],
	...more,
});

/** Sets up before, and takes down after, every test of the file that calls it. */
export function useCodes() {
	let folder = '';
	const world = {
		ledger: undefined as unknown as Ledger,
		now: START,
		deps: (): CodeDeps & { readonly ledger: Ledger } => ({
			ledger: world.ledger,
			shop: 'default',
			now: () => world.now,
			newId: () => `id-${++ids}`,
			randomFill: (buffer) => void randomFillSync(buffer),
		}),
	};
	let ids = 0;
	beforeEach(async () => {
		folder = mkdtempSync(join(tmpdir(), 'codes-'));
		world.now = START;
		world.ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'), START);
	});
	afterEach(async () => {
		await world.ledger.close();
		rmSync(folder, { recursive: true });
	});
	return world;
}
