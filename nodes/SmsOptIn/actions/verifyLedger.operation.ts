import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { maskPhone } from '../../../lib/domain/phone';
import { type BrokenLink, type VerifyCursor } from '../../../lib/ledger/consent';
import { type Ledger } from '../../../lib/ledger/ledger';
import { failedItem, toNodeError } from '../../shared/node-errors';
import { withLedger } from '../../shared/open-ledger';
import { readShop } from '../../shared/shop';

/** Positions of the outputs; saved in workflows. */
const SOUND = 0;
const BROKEN = 1;

/** Walks every chain of the shop. Once, however many items come in: they say nothing that counts here. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], []];
	const pairedItem = { item: 0 };
	try {
		const { profile, ledger } = await readShop(this);
		const verified = await withLedger(ledger, (open) => verifyAll(open, profile.key));
		const { chains, events, digest, broken } = verified;
		const about = { shop: profile.key, chains, events };
		const checkedAt = new Date().toISOString();
		const json = broken ? { ...about, ...describeBroken(broken), checkedAt } : { ...about, digest, checkedAt };
		outputs[broken ? BROKEN : SOUND]?.push({ json, pairedItem });
	} catch (error) {
		if (!this.continueOnFail()) throw toNodeError(error, this.getNode(), 0);
		outputs[BROKEN]?.push(failedItem(error, this.getNode(), 0));
	}
	return outputs;
}

async function verifyAll(ledger: Ledger, shop: string) {
	let [chains, events, next] = [0, 0, undefined as VerifyCursor | undefined];
	for (;;) {
		const page = await ledger.verifyConsents(shop, next);
		chains += page.chains;
		events += page.events;
		if (page.broken || !page.next) return { ...page, chains, events };
		next = page.next;
	}
}

const describeBroken = ({ phone, subject, number, problem, recordedAt }: BrokenLink): IDataObject => ({
	phone: phone ? maskPhone(phone) : null,
	subject: subject || null,
	number,
	problem,
	recordedAt: recordedAt?.toISOString() ?? null,
});
