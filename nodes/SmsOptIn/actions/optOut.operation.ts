import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { DomainError } from '../../../lib/domain/errors';
import { type ShopProfile } from '../../../lib/domain/shop-profile';
import { phoneObjection } from '../../../lib/flows/check-consents';
import { type ConsentEntry, type RecordedConsent } from '../../../lib/ledger/consent';
import { type Ledger } from '../../../lib/ledger/ledger';
import { failedItem, toNodeError } from '../../shared/node-errors';
import { withLedger } from '../../shared/open-ledger';
import { readShop } from '../../shared/shop';
import { CHUNK, choiceOf, describePhone, inChunks, readItemPhone, readTime, textIn } from '../items';
import { whereItRan } from './recordConsent.read';

/** Positions of the outputs; saved in workflows. */
const OPTED_OUT = 0;
const ALREADY_OUT = 1;

type WhatToEnd = 'everything' | 'marketing' | 'survey';

interface Wish {
	readonly itemIndex: number;
	readonly whatToEnd: WhatToEnd;
	readonly notes: readonly string[];
	readonly entry: Omit<ConsentEntry, 'purpose' | 'action'>;
}

/**
 * Writes down who wants no more texts. What can be written is written first, whatever is wrong with other items: a wish to be
 * left alone waits for nobody.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const node = this.getNode();
	const now = new Date();
	const outputs: INodeExecutionData[][] = [[], []];
	const failures: Array<readonly [itemIndex: number, error: unknown]> = [];
	try {
		const shop = await readShop(this);
		const wishes = [...this.getInputData().keys()].flatMap((itemIndex): Wish[] => {
			try {
				return [readWish(this, itemIndex, shop.profile, now)];
			} catch (error) {
				failures.push([itemIndex, error]);
				return [];
			}
		});
		await withLedger(shop.ledger, async (ledger) => {
			for (const chunk of inChunks(wishes, CHUNK)) {
				const results = await optOutChunk(chunk, ledger, shop.profile.key, now);
				for (const [index, wish] of chunk.entries()) {
					const result = results[index] as RecordedConsent;
					outputs[result.isRecorded ? OPTED_OUT : ALREADY_OUT]?.push({
						json: describe(wish, result),
						pairedItem: { item: wish.itemIndex },
					});
				}
			}
		});
	} catch (error) {
		throw toNodeError(error, node, 0);
	}
	for (const [itemIndex, error] of failures) {
		if (!this.continueOnFail()) throw toNodeError(error, node, itemIndex);
		outputs[ALREADY_OUT]?.push(failedItem(error, node, itemIndex));
	}
	return outputs;
}

function readWish(context: IExecuteFunctions, itemIndex: number, profile: ShopProfile, now: Date): Wish {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const phone = readItemPhone(context, itemIndex, profile);
	if (!phone.e164 || !phone.valid) {
		throw new DomainError('bad-setting', phoneObjection(phone), 'Nobody was opted out by this item. Check the field Phone.');
	}
	const askedAt = readTime(options.askedAt);
	return {
		itemIndex,
		notes: askedAt === null ? ['Asked At is no time; the time of this execution was taken.'] : [],
		whatToEnd: choiceOf('What to End', context.getNodeParameter('whatToEnd', itemIndex), ['everything', 'marketing', 'survey']),
		entry: {
			phone: phone.e164,
			source: 'operator',
			actor: 'operator',
			// what is still to come would stand against a later consent
			givenAt: askedAt && askedAt < now ? askedAt : now,
			evidence: { note: textIn(options.note)?.slice(0, 1_000), ...whereItRan(context) },
		},
	};
}

/** In the order of the wishes. */
async function optOutChunk(wishes: readonly Wish[], ledger: Ledger, shop: string, now: Date): Promise<RecordedConsent[]> {
	const ofAll = wishes.filter(({ whatToEnd }) => whatToEnd === 'everything');
	const ofOne = wishes.flatMap(({ whatToEnd, entry }) => (whatToEnd === 'everything' ? [] : [{ purpose: whatToEnd, entry }]));
	const all = ofAll.length === 0 ? [] : await ledger.optOut(shop, ofAll.map(({ entry }) => entry), now);
	const one = ofOne.length === 0 ? [] : await ledger.recordConsents(shop, ofOne.map(({ purpose, entry }) => ({ ...entry, purpose, action: 'revoke' as const })), now);
	const [nextAll, nextOne] = [all.values(), one.values()];
	return wishes.map(({ whatToEnd }) => (whatToEnd === 'everything' ? nextAll : nextOne).next().value as RecordedConsent);
}

function describe({ whatToEnd, entry, notes }: Wish, { isRecorded, rule, reason }: RecordedConsent): IDataObject {
	return {
		...describePhone(entry.phone),
		ended: whatToEnd,
		...(isRecorded ? { askedAt: entry.givenAt.toISOString() } : { reasonCode: rule ?? null, reason: reason ?? null }),
		...(notes.length > 0 ? { notes: [...notes] } : {}),
	};
}
