import { composeCampaign } from '../../domain/campaign/compose-campaign';
import { type CampaignSettings } from './settings';
import { sampleCode } from './write-text';

/** Stands for a page of their own, and is no link of the text. */
const NO_PAGE = 'https://unsubscribe.invalid/x';

/** Each wording in each of its languages as somebody would get it: what can be looked at before anybody does. */
export function sampleTexts(settings: CampaignSettings, now: Date): string[] {
	const { wordings, kind, series, ...rest } = settings;
	const code = series && sampleCode(series, settings, now);
	return wordings.flatMap(({ texts }) =>
		(texts.length > 0 ? texts : [{ language: undefined }]).map(({ language }) => {
			const subject = { firstName: 'Maria', language, code: code && { ...code, code: code.longest }, unsubscribeUrl: NO_PAGE };
			const composed = composeCampaign(subject, {
				...rest,
				texts,
				occasion: kind,
				senderKind: 'phone-number',
				optOutInEveryText: false,
				now,
			});
			return composed.text.replaceAll(NO_PAGE, '');
		}),
	);
}
