import { type INodeProperties } from 'n8n-workflow';
import { searchFields } from '../../SmsContact/fields/search';
import { carrierField } from '../../shared/carrier-field';
import { fallbackFields } from '../../shared/fallback';
import { LANGUAGE_OPTIONS } from '../../shared/language-options';
import { forAll, forKinds, SENDING, WITH_TEXTS } from './operations';

const nameField = (default_: string, more: Partial<INodeProperties>): INodeProperties => ({
	displayName: 'Campaign Name',
	name: 'campaignName',
	type: 'string',
	required: true,
	default: default_,
	placeholder: 'e.g. Spring sale 2027',
	...more,
});

/** As SMS Contact searches; Promo Code's fields have conditions of their own. */
const whichPeople: INodeProperties = {
	...(searchFields.find(({ name }) => name === 'conditions') as INodeProperties),
	displayName: 'Which People',
	name: 'whichPeople',
};

/** Which campaign, through whom, and to whom. */
export const audienceFields: INodeProperties[] = [
	...forKinds(
		['announcement'],
		nameField('', {
			description:
				'Each person gets one text of a campaign, however often you run it: after a crash, or with the next items, nobody is texted twice. For the next announcement take another name.',
		}),
	),
	...forKinds(
		['birthday-gift'],
		nameField('Birthday gift', { description: 'Each person gets one text of it in a year, however often you run it' }),
	),
	...forKinds(
		['win-back'],
		nameField('Win back', {
			description: 'Each person gets one text of it after their last order, however often you run it',
		}),
	),
	nameField('={{ $json.campaign }}', {
		placeholder: 'e.g. {{ $json.campaign }}',
		description: 'As you named it when it was sent. Items of this node have it as "campaign".',
		displayOptions: { show: { operation: ['pause', 'resume', 'cancel', 'report'] } },
	}),
	{ ...carrierField, displayOptions: { show: { operation: WITH_TEXTS } } },
	forAll({
		displayName: 'Sender',
		name: 'sender',
		type: 'string',
		default: '',
		placeholder: 'e.g. +14155550100',
		description:
			'Who the texts come from: a number, a short code, a name of up to 11 characters or (Twilio) a Messaging Service. Empty: the sender of the carrier credential. A name cannot be replied to: its texts get a link to unsubscribe by.',
	}),
	...fallbackFields({ operation: SENDING }),
	...forKinds(['announcement'], {
		displayName: 'Audience',
		name: 'audience',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Input Items',
				value: 'items',
				description: 'Each input item is a person: rows of a list, customers or orders of your shop',
			},
			{
				name: 'Known People',
				value: 'people',
				description: 'Everybody this package knows who meets some conditions, as SMS Contact finds them',
			},
		],
		default: 'items',
		description: 'Who may get the text. Whoever it is, only those are texted who have agreed to offers.',
	}),
	...forKinds(
		['announcement'],
		{
			displayName: 'Phone',
			name: 'phone',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.phone }}',
			description:
				'Empty: taken from the item, wherever a list, a customer or an order keeps it. Without a country code, the country of the item or the default country of the shop credential is used.',
		},
		{ audience: ['items'] },
	),
	...forKinds(
		['announcement'],
		{
			displayName: 'Person Details',
			name: 'personDetails',
			type: 'collection',
			placeholder: 'Add Detail',
			default: {},
			description: 'What is not given here is taken from the item, else from what is known of the person',
			options: [
				{
					displayName: 'Country',
					name: 'country',
					type: 'string',
					default: '',
					placeholder: 'e.g. PL',
					description: 'Two-letter code of where they live',
				},
				{
					displayName: 'First Name',
					name: 'firstName',
					type: 'string',
					default: '',
					placeholder: 'e.g. {{ $json.firstName }}',
				},
				{
					displayName: 'Language',
					name: 'language',
					type: 'options',
					options: [{ name: 'The Item’s', value: '' }, ...LANGUAGE_OPTIONS],
					default: '',
					description: 'In which of your texts they are written to',
				},
				{
					displayName: 'State',
					name: 'state',
					type: 'string',
					default: '',
					placeholder: 'e.g. FL',
					description: 'Two letters, in the United States: some states have hours of their own',
				},
				{
					displayName: 'Time Zone',
					name: 'timeZone',
					type: 'string',
					default: '',
					placeholder: 'e.g. America/Chicago',
					description: 'Empty: the item’s, else what the number tells',
				},
			],
		},
		{ audience: ['items'] },
	),
	...forKinds(
		['announcement'],
		{ ...whichPeople, description: 'All of them must hold. Without any, everybody is meant who has agreed to offers.' },
		{ audience: ['people'] },
	),
	...forKinds(['win-back'], {
		displayName: 'No Order for (Days)',
		name: 'inactiveDays',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 90,
		description: 'How long ago the last order is. People who never ordered are not meant.',
	}),
	...forKinds(['birthday-gift'], {
		displayName: 'Days a Birthday Must Be Known',
		name: 'knownForDays',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 30,
		description: 'So that nobody sets today’s date for the sake of the gift: a birthday that is newer waits a year',
	}),
	...forKinds(['birthday-gift', 'win-back'], {
		...whichPeople,
		description: 'Which of them are meant. Without any, all who have agreed to offers.',
	}),
];
