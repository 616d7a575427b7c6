// What every shop that codes are published to keeps to, against its twin in the sandbox, whose code it shares nothing with.
// Requests are authorised by the credential's own rule, so that a credential that is wrong fails here too.

import { type ICredentialType } from 'n8n-workflow';
import { type Offer } from '../../lib/domain/codes/offer';
import { type CodeShop, isShopError, type Publication, type ShopDeps, ShopError } from '../../lib/shops/shop';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { type ShopTwinId } from '../../sandbox/shops';
import { codesOf, dying, type Exchange, exchangeOf, Killed, NOW, publicationOf } from './at-twin';

export interface ShopCase {
	readonly shop: CodeShop;
	readonly credential: ICredentialType;
	/** The credential's fields for a shop at this address. */
	readonly fields: (baseUrl: string) => Readonly<Record<string, string>>;
	/** Fields with a key that the shop does not know. */
	readonly wrongKey: Readonly<Record<string, string>>;
	/** The right that is missing, as the error's hint names it. */
	readonly rights: RegExp;
	/** As the shop keeps a code. @default as it is */
	readonly stored?: (code: string) => string;
	/** Offers, and what the shop keeps of them. */
	readonly offers: ReadonlyArray<{
		readonly it: string;
		readonly offer: Partial<Offer>;
		readonly kept: Readonly<Record<string, unknown>>;
	}>;
	/** Of an offer that is refused before anything is created. */
	readonly objections: ReadonlyArray<{ readonly offer: Partial<Offer>; readonly says: RegExp }>;
	/** The shop has one currency, and an offer in another is refused when it is asked. */
	readonly hasOwnCurrency: boolean;
	/** A code may begin later. */
	readonly hasStart: boolean;
}

export function shopContract(shopCase: ShopCase): void {
	const { shop, credential, stored = (code) => code } = shopCase;
	const id = shop.id as ShopTwinId;
	let sandbox: Sandbox;
	let waited: number[];

	beforeAll(async () => {
		sandbox = await startSandbox({ port: 0 });
	});
	afterAll(() => sandbox.stop());
	beforeEach(() => {
		sandbox.reset();
		waited = [];
	});

	const fields = (more = {}) => ({ ...shopCase.fields(`${sandbox.url}/${id}/`), ...more });
	const deps = (more: { fields?: object; exchange?: (exchange: Exchange) => Exchange } = {}): ShopDeps => {
		const exchange = exchangeOf(credential, fields(more.fields));
		return {
			exchange: more.exchange ? more.exchange(exchange) : exchange,
			wait: async (milliseconds) => void waited.push(milliseconds),
			config: shop.readConfig(fields(more.fields)),
		};
	};

	async function publishAll(publication: Publication, codes: readonly string[], through = deps()) {
		const prepared = await shop.prepare(publication, codes.slice(0, shop.batchSize), through);
		const results = [];
		for (let start = 0; start < codes.length; start += shop.batchSize) {
			results.push(...(await shop.publish(prepared, publication, codes.slice(start, start + shop.batchSize), through)));
		}
		return results;
	}
	const there = () =>
		sandbox.shops
			.codes(id)
			.filter(({ title }) => title !== 'By hand')
			.map(({ code }) => code)
			.sort();
	const wanted = (codes: readonly string[]) => codes.map(stored).sort();
	const published = (codes: readonly string[]) => codes.map((code) => ({ code, status: 'published' }));
	const errorOf = async (work: Promise<unknown>): Promise<ShopError> => {
		const error: unknown = await work.then(
			() => undefined,
			(reason: unknown) => reason,
		);
		if (!isShopError(error)) throw new Error(`no ShopError, but ${String(error)}`);
		return error;
	};

	describe('publishing', () => {
		test.each(shopCase.offers)('$it', async ({ offer, kept }) => {
			const publication = publicationOf(offer);
			expect(shop.objections(publication, NOW)).toEqual([]);
			const codes = codesOf(3);
			expect(await publishAll(publication, codes)).toEqual(published(codes));
			expect(there()).toEqual(wanted(codes));
			for (const listed of sandbox.shops.codes(id)) {
				expect(listed.title).toContain(publication.reference);
				expect(listed.offer).toMatchObject(kept);
			}
		});

		test('more codes than the shop takes at once', async () => {
			const codes = codesOf(shop.batchSize + 1);
			expect(await publishAll(publicationOf(), codes)).toEqual(published(codes));
			expect(there()).toEqual(wanted(codes));
		});

		test('the same again changes nothing', async () => {
			const codes = codesOf(5);
			await publishAll(publicationOf(), codes);
			expect(await publishAll(publicationOf(), codes)).toEqual(published(codes));
			expect(there()).toEqual(wanted(codes));
		});

		test('codes that come later hang on what is there already', async () => {
			await publishAll(publicationOf(), codesOf(2));
			await publishAll(publicationOf(), codesOf(4));
			expect(there()).toEqual(wanted(codesOf(4)));
			expect(new Set(sandbox.shops.codes(id).map(({ title }) => title)).size).toBe(1);
		});

		test('a code that is somebody else’s is refused with a reason, the others are published', async () => {
			const codes = codesOf(4);
			sandbox.shops.addForeign(id, codes[0] as string);
			sandbox.shops.addForeign(id, codes[2] as string);
			const results = await publishAll(publicationOf(), codes);
			expect(results.map(({ status }) => status)).toEqual(['refused', 'published', 'refused', 'published']);
			for (const result of results) if (result.status === 'refused') expect(result.reason).toMatch(/\w+ \w+/);
			expect(there()).toEqual(wanted([codes[1], codes[3]] as string[]));
		});

		test('a code of another publication is refused too', async () => {
			await publishAll(publicationOf({}, 'pub-other'), codesOf(1));
			const results = await publishAll(publicationOf(), codesOf(2));
			expect(results.map(({ status }) => status)).toEqual(['refused', 'published']);
			expect(there()).toEqual(wanted(codesOf(2)));
		});
	});

	describe('a process that dies', () => {
		const MOMENTS = ['before', 'after'] as const;

		test.each(MOMENTS)('%s any of its requests is made good by the next', async (moment) => {
			const codes = codesOf(4);
			sandbox.shops.addForeign(id, codes[1] as string);
			let survivedAt = 0;
			for (let k = 1; survivedAt === 0; k++) {
				sandbox.reset();
				sandbox.shops.addForeign(id, codes[1] as string);
				const doomed = deps({ exchange: (exchange) => dying(exchange, k, moment) });
				const first: unknown = await publishAll(publicationOf(), codes, doomed).catch((error: unknown) => error);
				if (!(first instanceof Killed)) survivedAt = k;
				const results = await publishAll(publicationOf(), codes);
				expect([k, results.map(({ status }) => status)]).toEqual([
					k,
					['published', 'refused', 'published', 'published'],
				]);
				expect([k, there()]).toEqual([k, wanted(codes.filter((_, index) => index !== 1))]);
			}
			expect(survivedAt).toBeGreaterThan(2);
		});
	});

	describe('an offer that the shop cannot hold', () => {
		test.each([
			...shopCase.objections,
			{ offer: { reward: { kind: 'points', points: 5 } }, says: /points/ } as const,
			{ offer: { reward: { kind: 'percent', percent: 101 } }, says: /at most 100/ } as const,
			{ offer: { firstOrderOnly: true }, says: /first orders/ } as const,
		])('$offer', ({ offer, says }) => {
			const objections = shop.objections(publicationOf(offer), NOW);
			expect(objections).toEqual([expect.stringMatching(says)]);
			expect(objections[0]).toMatch(/[.]$/);
		});

		test('a period that begins later', () => {
			const later = { ...publicationOf(), from: new Date('2026-12-01T00:00:00Z') };
			expect(shop.objections(later, NOW)).toEqual(shopCase.hasStart ? [] : [expect.stringMatching(/begins/)]);
		});

		test('its currency', async () => {
			const foreign = publicationOf({ reward: { kind: 'amount', amount: '10.00', currency: 'USD' } });
			const work = publishAll(foreign, codesOf(1));
			if (shopCase.hasOwnCurrency) {
				expect(await errorOf(work)).toMatchObject({ code: 'rejected', message: expect.stringMatching(/USD/) });
				expect(there()).toEqual([]);
			} else {
				expect(await work).toEqual(published(codesOf(1)));
			}
			const mixed = publicationOf({
				reward: { kind: 'amount', amount: '10.00', currency: 'EUR' },
				minimumOrder: { amount: '50.00', currency: 'USD' },
			});
			expect(shop.objections(mixed, NOW)).toEqual([expect.stringMatching(/different currencies/)]);
		});
	});

	describe('what goes wrong', () => {
		const failing = async (fault: object) => {
			sandbox.shops.setFaults([{ shop: id, ...fault }]);
			return await errorOf(publishAll(publicationOf(), codesOf(2)));
		};

		test('too fast: throttled, with the time to wait', async () => {
			expect(await failing({ kind: 'throttle', retryAfterSeconds: 4 })).toMatchObject({
				code: 'throttled',
				details: { retryAfterMs: 4_000 },
			});
		});

		test('a fault of the shop: unavailable', async () => {
			expect(await failing({ kind: 'server-error' })).toMatchObject({
				code: 'unavailable',
				details: { httpStatus: 500 },
			});
		});

		test('a web page instead of an answer: unreadable', async () => {
			const { code, hint } = await failing({ kind: 'garbled' });
			expect(code).toBe('unreadable-response');
			expect(hint).toMatch(/address/);
		});

		test('a wrong key: bad-config, with the right it needs, and without the key', async () => {
			const wrong = deps({ fields: shopCase.wrongKey });
			const error = await errorOf(publishAll(publicationOf(), codesOf(2), wrong));
			expect(error.code).toBe('bad-config');
			expect(error.hint).toMatch(shopCase.rights);
			for (const secret of Object.values(shopCase.wrongKey)) {
				expect(`${error.message} ${error.hint} ${JSON.stringify(error.details)}`).not.toContain(secret);
			}
		});

		test('a field that is missing: bad-config before any request', async () => {
			const empty = () => shop.readConfig({});
			expect(empty).toThrow(ShopError);
			await expect(errorOf(Promise.resolve().then(empty))).resolves.toMatchObject({ code: 'bad-config' });
		});
	});

	describe('withdrawing', () => {
		test('takes a code out, and is content when it is not there', async () => {
			const codes = codesOf(3);
			const publication = publicationOf();
			await publishAll(publication, codes);
			await shop.withdraw(codes[1] as string, publication, deps());
			expect(there()).toEqual(wanted([codes[0], codes[2]] as string[]));
			await shop.withdraw(codes[1] as string, publication, deps());
			expect(there()).toHaveLength(2);
		});

		test('leaves a code alone that is somebody else’s', async () => {
			await publishAll(publicationOf({}, 'pub-other'), codesOf(1));
			sandbox.shops.addForeign(id, 'THEIRS');
			await shop.withdraw(codesOf(1)[0] as string, publicationOf(), deps());
			await shop.withdraw('THEIRS', publicationOf(), deps());
			expect(sandbox.shops.codes(id)).toHaveLength(2);
		});
	});
}
