import { type IDataObject, type INodeProperties } from 'n8n-workflow';
import { type OptInTextName, type OwnOptInText } from '../../lib/domain/consent/compose-opt-in';
import { canonicalLanguage } from '../../lib/domain/languages';
import { LANGUAGE_OPTIONS } from './language-options';

const NAMES: Readonly<Record<OptInTextName, { name: string; description: string }>> = {
	confirmation: { name: 'Confirmation', description: 'Thanks them once they have agreed' },
	phoneCheck: { name: 'Phone Check', description: 'Tells the code where only the phone is checked' },
	reminder: { name: 'Reminder', description: 'Repeats the request, once' },
	request: { name: 'Request', description: 'Asks them' },
};

/** Own texts of double opt-in in place of the built-in ones. */
export const ownOptInTextsField = (texts: readonly OptInTextName[]): INodeProperties => ({
	displayName: 'Own Opt-In Texts',
	name: 'ownTexts',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Text',
	default: {},
	description:
		'Texts of your own in place of the built-in ones. What the law and carriers want in them is checked before anything is sent.',
	options: [
		{
			displayName: 'Text',
			name: 'texts',
			values: [
				{
					displayName: 'Which',
					name: 'name',
					type: 'options',
					options: [...texts].sort().map((value) => ({ ...NAMES[value], value })),
					default: 'request',
				},
				{
					displayName: 'Language',
					name: 'language',
					type: 'options',
					options: [{ name: 'Every Language', value: '' }, ...LANGUAGE_OPTIONS],
					default: '',
					description: 'Customers of other languages get the built-in text',
				},
				{
					displayName: 'Text',
					name: 'text',
					type: 'string',
					typeOptions: { rows: 4 },
					default: '',
					placeholder:
						'e.g. {brand}: Reply YES to get our offers. {frequency}[ {rates_notice}] Reply HELP for help, STOP to opt out.',
					description:
						'Placeholders: {brand} {support_phone} {shop_url}, {frequency} (how many texts come), {rates_notice} (what they cost, where that must be said), and where a code is sent {one_time_code} {valid_minutes}. A part in [square brackets] disappears when a placeholder in it is empty. A request names the brand, what to reply or the code, and STOP; a confirmation the brand, how many texts come, the costs, HELP and STOP.',
				},
			],
		},
	],
});

/** @param entries as the field above is saved: `ownTexts.texts`. Empty texts count as none. */
export const readOwnOptInTexts = (entries: readonly IDataObject[]): OwnOptInText[] =>
	entries
		.filter(({ name, text }) => Object.hasOwn(NAMES, String(name)) && typeof text === 'string' && text.trim())
		.map(({ name, language, text }) => ({
			name: name as OptInTextName,
			language: language ? canonicalLanguage(String(language)) : undefined,
			text: String(text),
		}));
