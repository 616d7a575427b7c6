import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { type CodeAnswer, checkCodeUse, type RedeemSettings, type WishedUse } from '../../../lib/flows/redeem-code';
import { describeCode } from '../items';
import { type Occasion, readOccasion } from '../occasion';
import { textOf } from '../settings';
import { forEveryItem, type World } from '../world';

const VALID = 0;
const NOT_VALID = 1;

/** Whether a code can be used now, by whom and for what the item says. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await forEveryItem(this, 2, async (itemIndex, world, push) => {
		const { use, occasion, settings } = readUse(this, itemIndex, world);
		const answer = await checkCodeUse(use, settings, world.ledger);
		push(answer.refusal ? NOT_VALID : VALID, describeAnswer(use, answer, occasion, world));
	});
}

/** A code and what it is to be used for, as an item and its settings say. */
export function readUse(
	context: IExecuteFunctions,
	itemIndex: number,
	{ profile }: World,
): { readonly use: WishedUse; readonly occasion: Occasion; readonly settings: RedeemSettings } {
	const occasion = readOccasion(context, itemIndex, profile);
	const { phone, order, orderTotal, currency, products, collections } = occasion;
	const typed = textOf(context.getNodeParameter('code', itemIndex, ''));
	const isStrict = context.getNodeParameter('whenNotKnown', itemIndex, 'accept') === 'refuse';
	return {
		use: { typed, phone, order, orderTotal, currency, products, collections },
		occasion,
		settings: { shop: profile.key, timeZone: profile.timeZone, isStrict, now: new Date() },
	};
}

/** What Check and Redeem answer alike. */
export function describeAnswer(
	{ typed, order }: WishedUse,
	{ code, refusal, discount, open }: CodeAnswer,
	reader: Occasion,
	{ profile, sign }: World,
): IDataObject {
	return {
		...(code ? describeCode(code, reader, profile, sign) : { code: typed }),
		valid: refusal === undefined,
		...(refusal
			? { reasonCode: refusal.rule, reason: refusal.reason }
			: { discount: discount ?? null, toCheck: [...open] }),
		order: order ?? null,
		...(code ? { uses: code.uses, usesLeft: usesLeft(code.uses, code.series.offer.maxUses) } : {}),
	};
}

/** Null for any number. */
const usesLeft = (uses: number, most: number | undefined) => (most === undefined ? null : Math.max(0, most - uses));
