import { type INodeProperties } from 'n8n-workflow';
import { appearanceFields } from '../../PromoCode/fields/appearance';
import { offerFields } from '../../PromoCode/fields/offer';
import { LANGUAGE_OPTIONS } from '../../shared/language-options';
import { forAll, forKinds, WITH_TEXTS } from './operations';

const PLACEHOLDERS =
	'Placeholders: {first_name} {brand} {shop_url} {support_phone}, with a promo code {code} {code_value} {code_expiry}, and {unsubscribe_link}. {first_name|there} has a fallback. A part in [square brackets] disappears when a placeholder in it is empty. Your brand and how to leave are added where the text does not say them and they are needed.';

const textField = (more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. Hi {first_name|there}! Our spring sale is on until Sunday: https://acme.example/sale',
	description: PLACEHOLDERS,
	...more,
});

const ownOrOurs = (example: string) =>
	textField({
		placeholder: `e.g. ${example}`,
		description: `Empty: a text of ours in the person’s language. ${PLACEHOLDERS}`,
	});

const languageField = (more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: 'Language',
	name: 'language',
	type: 'options',
	options: LANGUAGE_OPTIONS,
	default: 'en',
	description: 'Who speaks it gets this text in place of the other',
	...more,
});

const codeField = (default_: 'none' | 'new'): INodeProperties => ({
	displayName: 'Promo Code',
	name: 'personalCode',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'From a Series', value: 'existing', description: 'Of a series made with Promo Code, e.g. one that your shop has' },
		{ name: 'New Codes', value: 'new', description: 'Of a series with the rules below' },
		{ name: 'None', value: 'none', description: 'The text gives no code, or one and the same for all' },
	],
	default: default_,
	description:
		'Whether each person gets a code of their own. {code} in the text stands for it. Codes are given to those only who get a text.',
});

const seriesField = (default_: string): INodeProperties => ({
	displayName: 'Series',
	name: 'series',
	type: 'string',
	required: true,
	default: default_,
	placeholder: 'e.g. spring-2027',
	description:
		'Name of the codes. The rules of a series never change, because people hold its codes. For codes that your shop’s checkout takes, make and publish the series with Promo Code first.',
});

/** The rules of codes, as in Promo Code. */
const ruleFields = [...offerFields, ...appearanceFields].map((field) => ({
	...field,
	// those of people are further up
	...(field.name === 'conditions' && { displayName: 'Conditions of the Code' }),
	displayOptions: { show: { ...field.displayOptions?.show, operation: WITH_TEXTS, personalCode: ['new'] } },
}));

/** What is said, and what is given. */
export const textFields: INodeProperties[] = [
	...forKinds(['announcement'], textField({ required: true })),
	...forKinds(
		['birthday-gift'],
		ownOrOurs('Happy birthday, {first_name|friend}! Here is {code_value} off until {code_expiry}: {code}'),
	),
	...forKinds(
		['win-back'],
		ownOrOurs('We miss you, {first_name|friend}! {code_value} off until {code_expiry}: {code}'),
	),
	forAll({
		displayName: 'Texts in Other Languages',
		name: 'otherLanguages',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Language',
		default: {},
		description: 'The text above is for everybody who has none of their own language here',
		options: [{ displayName: 'Text', name: 'texts', values: [languageField(), textField()] }],
	}),
	forAll({
		displayName: 'More Wordings',
		name: 'moreWordings',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Wording',
		default: {},
		description:
			'To try several wordings against each other (A/B): each person gets one of them, always the same. The text above is wording A. The report tells how each did.',
		options: [
			{
				displayName: 'Wording',
				name: 'wordings',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: 'B',
						placeholder: 'e.g. B',
						description: 'What the report calls it. Entries of one name are one wording in several languages.',
					},
					{
						displayName: 'Share',
						name: 'weight',
						type: 'number',
						typeOptions: { minValue: 0, numberPrecision: 2 },
						default: 1,
						description: 'How many get it, against 1 for wording A: with 1 as many, with 0.25 a quarter of those',
					},
					languageField({
						options: [{ name: 'Every Language', value: '' }, ...LANGUAGE_OPTIONS],
						default: '',
						description: 'Who speaks another one gets the entry of the same name for every language',
					}),
					textField(),
				],
			},
		],
	}),
	...forKinds(['announcement', 'win-back'], codeField('none')),
	...forKinds(['birthday-gift'], codeField('new')),
	...forKinds(['announcement'], seriesField(''), { personalCode: ['existing', 'new'] }),
	...forKinds(['birthday-gift'], seriesField('birthday'), { personalCode: ['existing', 'new'] }),
	...forKinds(['win-back'], seriesField('win-back'), { personalCode: ['existing', 'new'] }),
	...ruleFields,
];
