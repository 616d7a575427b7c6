import { maskPhone } from '../../lib/domain/phone';
import { MOST_TESTS, tester, type TestedPerson } from '../../lib/flows/campaign/send-test';
import { type SendingDeps } from '../../lib/flows/send-claimed';
import { type Described } from './collect';
import { describeFit, describePerson, describeReceipt, describeWhy, describeWords, SENT, SKIPPED } from './items';
import { type Run } from './runs';
import { type World } from './world';

/** The first texts of a campaign, to the operator's own phone; nothing is begun. */
export async function runTest(run: Run, redirect: string, deps: World & SendingDeps): Promise<readonly Described[]> {
	const test = tester({ shop: run.profile.key, name: run.name }, redirect, deps);
	const described: Described[] = [];
	let sent = 0;
	for await (const page of run.audience()) {
		for (const tested of await test(page)) {
			if (tested.outcome === 'tested') sent++;
			// of a hundred thousand people of the ledger nobody wants to see who is not tested
			if (run.isOfItems || tested.outcome === 'tested') described.push(describe(tested, run.name, redirect, deps.carrier.id));
		}
		if (sent >= MOST_TESTS && !run.isOfItems) break;
	}
	return described;
}

function describe(tested: TestedPerson, campaign: string, redirect: string, carrier: string): Described {
	const { itemIndex } = tested.person;
	const who = describePerson(tested.person);
	if (tested.outcome === 'left-out')
		return { itemIndex, output: SKIPPED, json: { campaign, ...who, status: 'skipped', ...describeWhy(tested) } };
	if (tested.error) return { itemIndex, error: tested.error };
	const { text, receipt } = tested;
	return {
		itemIndex,
		output: SENT,
		json: {
			campaign,
			...who,
			phone: maskPhone(redirect),
			...describeWords(text),
			...describeFit(text),
			...describeReceipt(receipt, text.segments, carrier),
			testRedirect: { insteadOf: who.phone ?? null },
		},
	};
}
