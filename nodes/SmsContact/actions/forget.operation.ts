import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { type Forgotten } from '../../../lib/ledger/people';
import { forEachItem } from '../../shared/for-each-item';
import { withLedger } from '../../shared/open-ledger';
import { readShop } from '../../shared/shop';
import { readWhich } from '../settings';

const FORGOTTEN = 0;
const NOT_KNOWN = 1;

export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], []];
	const now = new Date();
	await forEachItem(this, outputs, NOT_KNOWN, async (itemIndex) => {
		const { profile, ledger } = await readShop(this);
		const pairedItem = { item: itemIndex };
		const { which, shown, ...refusal } = readWhich(this, itemIndex, profile);
		if (!which) {
			outputs[NOT_KNOWN]?.push({ json: { ...shown, ...refusal }, pairedItem });
			return;
		}
		const forgotten = await withLedger(ledger, (open) => open.forgetPerson(profile.key, which, now));
		const json = {
			...shown,
			...(forgotten.wasKnown ? describe(forgotten, now) : describeUnknown(forgotten, profile.key)),
		};
		outputs[forgotten.wasKnown ? FORGOTTEN : NOT_KNOWN]?.push({ json, pairedItem });
	});
	return outputs;
}

/** What is answered to whoever asked for the erasure, and kept in their file. */
const describe = ({ people, phones, orders, texts, replies, consentEvents }: Forgotten, now: Date): IDataObject => ({
	forgottenAt: now.toISOString(),
	erased: { people, phones, orders, texts, replies },
	kept: { orders, texts, consentEvents, suppressedNumbers: phones },
	why: {
		orders: 'Number, total and stages stay, without name, phone, items and links: for your books.',
		texts: 'That a text was sent stays, without its number and words: so that none is sent twice.',
		consentEvents: 'Proof that they had consented stays, without number and evidence.',
		suppressedNumbers:
			'A keyed hash of each number stays, so that no import brings it back and an opt-out remains in force.',
	},
});

const describeUnknown = ({ phones }: Forgotten, shop: string): IDataObject => ({
	reasonCode: 'not-known',
	reason:
		phones > 0
			? `Nothing was known of this number in this shop (key "${shop}"). A keyed hash of it is kept all the same, so that no import brings it in.`
			: `Nobody with this customer ID is known to this shop (key "${shop}").`,
});
