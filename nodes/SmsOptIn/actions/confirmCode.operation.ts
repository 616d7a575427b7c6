import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { MOST_TRIES, readCode } from '../../../lib/domain/consent/codes';
import { type ConsentRule } from '../../../lib/domain/consent/consent';
import { PHONE_PROBLEMS } from '../../../lib/domain/phone';
import { confirmOptIn, type ConfirmedOptIn } from '../../../lib/flows/confirm-opt-in';
import { type CodeOutcome } from '../../../lib/ledger/consent';
import { readAccount } from '../../shared/carrier-account';
import { readFallback } from '../../shared/fallback';
import { forEachItem } from '../../shared/for-each-item';
import { withLedger } from '../../shared/open-ledger';
import { sendingDeps } from '../../shared/sending';
import { readShop } from '../../shared/shop';
import { describePhone, readItemPhone } from '../items';
import { readPurpose, readVisitor } from './requestOptIn.settings';

/** Positions of the outputs; saved in workflows. */
const CONFIRMED = 0;
const NOT_CONFIRMED = 1;

/** Why a code confirms nothing. Workflows branch on these: append, never rename. */
export type CodeRefusal =
	| 'not-a-code'
	| 'wrong-code'
	| 'locked'
	| 'expired'
	| 'used'
	| 'no-request'
	| 'no-textable-phone';

interface Refusal {
	readonly reasonCode: CodeRefusal | ConsentRule;
	readonly reason: string;
	readonly triesLeft?: number;
}

/** Checks codes that customers typed in. A right one counts as soon as it is checked, whatever becomes of the text after it. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], []];
	await forEachItem(this, outputs, NOT_CONFIRMED, async (itemIndex) => {
		const shop = await readShop(this);
		const account = await readAccount(this, this.getNodeParameter('carrier', 0) as string);
		const fallback = await readFallback(this, account, (name, unset) => this.getNodeParameter(name, 0, unset));
		const { e164, problem } = readItemPhone(this, itemIndex, shop.profile);
		const code = readCode(this.getNodeParameter('code', itemIndex, ''));
		const purpose = readPurpose(this, itemIndex);
		const about = { ...describePhone(e164), purpose };
		const pairedItem = { item: itemIndex };
		const refuse = (refusal: Refusal) => outputs[NOT_CONFIRMED]?.push({ json: { ...about, ...refusal }, pairedItem });
		if (problem || !e164) {
			const reason = `The phone number ${PHONE_PROBLEMS[problem ?? 'invalid']}.`;
			return void refuse({ reasonCode: 'no-textable-phone', reason });
		}
		if (!code)
			return void refuse({ reasonCode: 'not-a-code', reason: 'A code has six digits, and what was typed has not.' });
		const attempt = {
			shop: shop.profile.key,
			phone: e164,
			purpose,
			code,
			now: new Date(),
			evidence: readVisitor(this, itemIndex),
		};
		const confirmed = await withLedger(shop.ledger, async (ledger) =>
			confirmOptIn(attempt, await sendingDeps(this, ledger, account, shop, 1, { fallback })),
		);
		const { outcome } = confirmed;
		if (outcome.outcome !== 'confirmed') return void refuse(refusalOf(outcome));
		const { requestId, source } = outcome;
		const json = { ...about, status: 'confirmed', source, requestId, confirmationText: describe(confirmed) };
		outputs[CONFIRMED]?.push({ json, pairedItem });
	});
	return outputs;
}

const ASK_ANEW = 'Send a new request.';

function refusalOf(outcome: Exclude<CodeOutcome, { outcome: 'confirmed' }>): Refusal {
	switch (outcome.outcome) {
		case 'wrong': {
			const { triesLeft } = outcome;
			const left = triesLeft === 1 ? 'One try is left' : `${triesLeft} tries are left`;
			return { reasonCode: 'wrong-code', reason: `The code is wrong. ${left}.`, triesLeft };
		}
		case 'locked':
			return {
				reasonCode: 'locked',
				reason: `The code was mistyped ${MOST_TRIES} times and does not count any more. ${ASK_ANEW}`,
			};
		case 'expired':
			return { reasonCode: 'expired', reason: `The code has expired. ${ASK_ANEW}` };
		case 'used':
			return { reasonCode: 'used', reason: 'The request is answered already: each code counts once.' };
		case 'none':
			return {
				reasonCode: 'no-request',
				reason: `No code for this was sent to this number, or a newer text has taken its place. ${ASK_ANEW}`,
			};
		case 'refused':
			return { reasonCode: outcome.rule, reason: outcome.reason };
	}
}

/** Null when no text was to be sent. */
function describe({ outcome, confirmation }: ConfirmedOptIn): IDataObject | null {
	if (!confirmation || outcome.outcome !== 'confirmed' || !outcome.confirmation) return null;
	const { text, language, segments } = outcome.confirmation;
	const about = { text, language, segments };
	if (confirmation.error) {
		const { code, message } = confirmation.error;
		return { ...about, status: 'failed', error: message, code };
	}
	const { status, id } = confirmation.receipt;
	return { ...about, status, messageId: id, segments: confirmation.receipt.segments ?? segments };
}
