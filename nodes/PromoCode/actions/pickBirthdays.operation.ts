import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { birthdayGifts } from '../../../lib/flows/birthday-gifts';
import { describeCode, describePhone } from '../items';
import { readOccasionOptions } from '../occasion';
import { seriesOpener } from '../open-series';
import { readRules, wholeNumber } from '../settings';
import { forEveryItem } from '../world';

const BIRTHDAYS = 0;
const SKIPPED = 1;

/** Everybody whose birthday it is where they live, each with a code, once a year. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await forEveryItem(this, 2, async (itemIndex, { profile, deps, sign }, push) => {
		const settings = {
			profile,
			knownForDays: wholeNumber(
				'Days a Birthday Must Be Known',
				this.getNodeParameter('knownForDays', itemIndex, 30),
				0,
			),
			needsConsent: this.getNodeParameter('whoGets', itemIndex, 'consented') !== 'everybody',
		};
		const opened = await seriesOpener(deps)(readRules(this, itemIndex, profile));
		const { language } = readOccasionOptions(this, itemIndex);
		for await (const gift of birthdayGifts(opened, settings, deps)) {
			const { person, timeZone } = gift;
			const whose = {
				firstName: person.firstName ?? null,
				name: person.name ?? null,
				customerId: person.customerId ?? null,
				country: person.country ?? null,
				birthday: person.birthday?.slice(-5) ?? null,
				timeZone,
			};
			if (gift.rule !== undefined) {
				push(SKIPPED, { ...describePhone(person.phone), ...whose, reasonCode: gift.rule, reason: gift.reason });
				continue;
			}
			const reader = { language: language ?? person.language, country: person.country };
			push(BIRTHDAYS, { ...describeCode(gift.code, reader, profile, sign), ...whose });
		}
	});
}
