// Codes and points, as flows hand them to the ledger.
import { type Offer } from '../../lib/domain/codes/offer';
import { type CodeSearch, type Given, type Giving, type PointsMove, type RedeemFacts, type Series, type SeriesToDefine, type StoredCode } from '../../lib/ledger/codes';
import { type Ledger } from '../../lib/ledger/ledger';
import { MARIA } from './people-fixtures';
import { later, newId, NOW } from './sightings';

export const DAY = 24 * 60;
export const UNTIL = later(30 * DAY);

export const offer = (more: Partial<Offer> = {}): Offer => ({
	reward: { kind: 'percent', percent: 10 },
	validity: { kind: 'period', from: NOW, until: UNTIL },
	firstOrderOnly: false,
	mobileOnly: false,
	...more,
});

export const toDefine = (more: Partial<SeriesToDefine> = {}): SeriesToDefine => ({
	shop: 'default',
	name: 'Summer',
	kind: 'generated',
	offer: offer(),
	pattern: '{"text":"SUMMER-#####"}',
	newId: newId(),
	...more,
});

export const define = async (ledger: Ledger, more: Partial<SeriesToDefine> = {}): Promise<Series> =>
	(await ledger.defineSeries(toDefine(more), NOW)).series;

/** A pool that has these codes. */
export async function pool(ledger: Ledger, codes: readonly string[], more: Partial<SeriesToDefine> = {}): Promise<Series> {
	const series = await define(ledger, { kind: 'pool', ...more });
	await ledger.addCodes('default', series.id, codes, NOW);
	return series;
}

/** So many codes, none of which is another's look-up form. */
export const codesOf = (count: number, prefix = 'SUMMER'): string[] => Array.from({ length: count }, (_, index) => `${prefix}-${100_000 + index}`);

export const giving = (series: Series, more: Partial<Giving> = {}): Giving => ({
	shop: 'default',
	seriesId: series.id,
	key: 'order 1001',
	phone: MARIA,
	from: NOW,
	until: UNTIL,
	candidates: [],
	now: NOW,
	...more,
});

/** @throws where no code was given. */
export function codeOf(given: Given): StoredCode {
	if (given.problem !== undefined) throw new Error(given.problem);
	return given.code;
}

export const give = async (ledger: Ledger, series: Series, more: Partial<Giving> = {}): Promise<StoredCode> =>
	codeOf(await ledger.giveCode(giving(series, more)));

/** As often as its series says, while it is active. */
export const uses = ({ code }: RedeemFacts): { refusal: string } | { discount: string } => {
	if (!code) return { refusal: 'unknown' };
	if (code.status === 'void') return { refusal: 'void' };
	return code.uses >= (code.series.offer.maxUses ?? Infinity) ? { refusal: 'used' } : { discount: '5.00' };
};

export const redeem = async (ledger: Ledger, typed: string, order: string, more: { phone?: string; now?: Date; orderTotal?: string } = {}) =>
	await ledger.redeemCode({ shop: 'default', typed, order, orderTotal: '50.00', currency: 'EUR', now: NOW, ...more }, uses);

export const list = async (ledger: Ledger, search: Partial<CodeSearch> = {}): Promise<string[]> =>
	(await ledger.listCodes({ shop: 'default', limit: 1000, ...search })).map(({ code }) => code);

export const move = (points: number, key: string, more: Partial<PointsMove> = {}): PointsMove => ({ shop: 'default', phone: MARIA, points, key, now: NOW, ...more });
