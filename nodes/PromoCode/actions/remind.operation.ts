import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { remindersOfCodes } from '../../../lib/flows/remind-codes';
import { describeCode } from '../items';
import { readOccasionOptions } from '../occasion';
import { optionalSeriesName, wholeNumber } from '../settings';
import { forEveryItem } from '../world';

const TO_REMIND = 0;
const SKIPPED = 1;

/** Codes that nobody has used and that end soon. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await forEveryItem(this, 2, async (itemIndex, { profile, ledger, sign }, push) => {
		const now = new Date();
		const settings = {
			profile,
			series: optionalSeriesName(this, itemIndex),
			withinDays: wholeNumber('Expiring Within Days', this.getNodeParameter('withinDays', itemIndex, 3), 1),
			needsConsent: this.getNodeParameter('whoGets', itemIndex, 'consented') !== 'everybody',
		};
		const { language } = readOccasionOptions(this, itemIndex);
		for await (const { code, objection } of remindersOfCodes(settings, ledger, now)) {
			const [person] = code.phone ? await ledger.findPeople(profile.key, { phone: code.phone }, now) : [];
			const reader = { language: language ?? person?.language, country: person?.country };
			const json = { ...describeCode(code, reader, profile, sign), firstName: person?.firstName ?? null };
			if (objection) push(SKIPPED, { ...json, reasonCode: objection.rule, reason: objection.reason });
			else push(TO_REMIND, json);
		}
	});
}
