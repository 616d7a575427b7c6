import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { CONSENT_PURPOSES } from '../../../lib/domain/consent/consent';
import { type CheckedConsent, checkConsents, type ConsentQuestion } from '../../../lib/flows/check-consents';
import { failedItem, toNodeError } from '../../shared/node-errors';
import { withLedger } from '../../shared/open-ledger';
import { readShop } from '../../shared/shop';
import { choiceOf, readCountry, readItems } from '../items';

/** Positions of the outputs; saved in workflows. */
const OUTPUT: Readonly<Record<CheckedConsent['outcome'], number>> = { consented: 0, pending: 1, 'not-consented': 2 };

/** Parts the items by whether their customers may be texted. Like n8n's own If and Switch it hands them on as they came. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], [], []];
	const node = this.getNode();
	const shop = await readShop(this).catch((error: unknown) => {
		throw toNodeError(error, node, 0);
	});
	const { readings, failures } = readItems(this, (itemIndex): ConsentQuestion => {
		return {
			phone: this.getNodeParameter('phone', itemIndex, ''),
			country: readCountry(this.getNodeParameter('options', itemIndex, {}) as IDataObject, shop.profile),
			purpose: choiceOf('What For', this.getNodeParameter('purpose', itemIndex), CONSENT_PURPOSES),
		};
	});
	const questions = [...readings.values()];
	const answers = await withLedger(shop.ledger, (ledger) =>
		checkConsents(questions, shop.profile, ledger, new Date()),
	).catch((error: unknown) => {
		throw toNodeError(error, node, 0);
	});
	const answerOf = new Map([...readings.keys()].map((itemIndex, index) => [itemIndex, answers[index]]));
	for (const [itemIndex, item] of this.getInputData().entries()) {
		const [question, answer] = [readings.get(itemIndex), answerOf.get(itemIndex)];
		if (question && answer) outputs[OUTPUT[answer.outcome]]?.push(withAnswer(item, itemIndex, question, answer));
		else outputs[OUTPUT['not-consented']]?.push(failedItem(failures.get(itemIndex), node, itemIndex));
	}
	return outputs;
}

function withAnswer(
	{ json, binary }: INodeExecutionData,
	itemIndex: number,
	{ purpose }: ConsentQuestion,
	{ outcome, rule, reason, since }: CheckedConsent,
): INodeExecutionData {
	const before = earlierConsent(json, purpose);
	const consent: IDataObject = {
		purpose,
		outcome,
		reasonCode: rule,
		reason,
		since: since?.toISOString() ?? null,
		...(before === undefined ? {} : { before }),
	};
	return { json: { ...json, consent }, ...(binary ? { binary } : {}), pairedItem: { item: itemIndex } };
}

/** What stood under the answer's name is kept inside it; only our own earlier answer for the same purpose is replaced. */
function earlierConsent({ consent }: IDataObject, purpose: string): IDataObject['consent'] {
	const isObject = typeof consent === 'object' && consent !== null && !Array.isArray(consent);
	const own = isObject ? (consent as IDataObject) : {};
	return own.purpose === purpose && typeof own.outcome === 'string' && typeof own.reasonCode === 'string' ? own.before as IDataObject['consent'] : consent;
}
