import { type INodeProperties } from 'n8n-workflow';
import { indiaField } from '../../shared/india-fields';
import { pictureField } from '../../shared/picture-field';
import { sendersByCountryField } from '../../shared/senders-by-country';
import { forAll } from './operations';
import { timingOptions } from './timing';

/** What texts cost, as the operator's contract with the carrier says. */
export const priceOptions: INodeProperties[] = [
	{
		displayName: 'Price Currency',
		name: 'priceCurrency',
		type: 'string',
		default: '',
		placeholder: 'e.g. EUR',
		description: 'Of the price table',
	},
	{
		displayName: 'Price Table',
		name: 'priceTable',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. US 0.0079',
		description:
			'What a segment costs with your carrier: a line for each country, with * for all others. It is used to work out the cost in Preview and Report.',
	},
];

const ownOptions: INodeProperties[] = [
	{
		displayName: 'Age-Restricted',
		name: 'ageRestricted',
		type: 'boolean',
		default: false,
		description:
			'Whether the text is about what is not for everybody (alcohol and the like): only those get it whose birthday is known and who are old enough where they live',
	},
	{
		displayName: 'Brand',
		name: 'brand',
		type: 'string',
		default: '',
		placeholder: 'e.g. Acme Store',
		description: 'Overrides the brand of the shop credential',
	},
	{
		displayName: 'Cart Abandoned At',
		name: 'cartAbandonedAt',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.abandonedAt }}',
		description:
			'For a text about a cart that was left: when that was. Carriers allow one such text, within 48 hours, to those who have confirmed by a reply or a code. Put the cart’s ID into Campaign Name, so that each cart has one.',
	},
	{
		displayName: 'Check Links',
		name: 'checkLinks',
		type: 'boolean',
		default: true,
		description:
			'Whether the links of the texts are opened as a phone would open them, before anything is sent. What is broken stops the campaign.',
	},
	{
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'string',
		default: '',
		placeholder: 'e.g. PL',
		description: 'Two-letter country for phone numbers without a country code. Overrides the shop credential.',
	},
	{
		displayName: 'Free to End User',
		name: 'freeToEndUser',
		type: 'boolean',
		default: false,
		description: 'Whether texts of your short code cost the recipient nothing (FTEU): the notice of costs is left out',
	},
	{
		displayName: 'India: Category',
		name: 'dltCategory',
		type: 'options',
		options: [
			{ name: 'Promotional', value: 'promotional' },
			{ name: 'Service Explicit', value: 'service-explicit' },
			{ name: 'Service Implicit', value: 'service-implicit' },
			{ name: 'Transactional', value: 'transactional' },
		],
		default: 'promotional',
		description: 'As what the template is registered',
	},
	indiaField('dltEntityId', {
		description: 'Of your business in the DLT registry, 19 digits. Without it nobody in India is texted.',
	}),
	indiaField('dltHeader', { description: 'The registered sender' }),
	indiaField('dltTemplateId', { description: 'Of this text in the DLT registry, 19 digits' }),
	{
		displayName: 'Messages per Second',
		name: 'messagesPerSecond',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'Of each sender. 0: as the carrier credential says, else the usual of such a sender: 1 for a long number, 3 for a toll-free one, 100 for a short code.',
	},
	{
		displayName: 'Parallel Sends',
		name: 'parallel',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 200 },
		default: 50,
		description: 'How many texts are handed to the carrier side by side. The texts of one customer keep their order.',
	},
	pictureField,
	...priceOptions,
	{
		displayName: 'Segments Limit',
		name: 'maxSegments',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10 },
		default: 3,
		description:
			'The longest a text may get, in billed SMS parts. A longer one loses its optional parts; if that is not enough, this person gets none.',
	},
	{
		displayName: 'Send Despite the Link Check',
		name: 'linkOverride',
		type: 'string',
		default: '',
		placeholder: 'e.g. the page opens on the day of the sale',
		description: 'Why a campaign goes out whose links are not fit for phones. What is wrong with them is said all the same.',
	},
	sendersByCountryField,
	{
		displayName: 'Smart Encoding',
		name: 'smartEncoding',
		type: 'boolean',
		default: true,
		description:
			'Whether to write letters such as ą, ş or á without their marks where that makes the text cheaper. A single such letter can double the price of a text.',
	},
	{
		displayName: 'Support Phone',
		name: 'supportPhone',
		type: 'string',
		default: '',
		placeholder: 'e.g. +48 22 123 45 67',
		description: 'Overrides the support phone of the shop credential',
	},
	{
		displayName: 'Test Redirect',
		name: 'testRedirect',
		type: 'string',
		default: '',
		placeholder: 'e.g. +48600100200',
		description:
			'Your own phone number. The first five texts go there instead of to the people, and nothing counts as sent. For trying things out.',
	},
];

/** What most operators never touch, in the order of the alphabet. */
export const optionFields: INodeProperties[] = [
	forAll({
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...ownOptions, ...timingOptions].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	}),
];

/** Of a campaign that has begun. */
export const runningFields: INodeProperties[] = [
	{
		displayName: 'List Each Text',
		name: 'listTexts',
		type: 'boolean',
		default: false,
		description: 'Whether each text of the campaign is listed too, behind the item with the numbers',
		displayOptions: { show: { operation: ['report'] } },
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show: { operation: ['report'], listTexts: [true] } },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { operation: ['report'], listTexts: [true], returnAll: [false] } },
	},
	{
		displayName: 'Options',
		name: 'reportOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { operation: ['report'] } },
		options: [
			{
				displayName: 'Days That Count',
				name: 'attributionDays',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 0 },
				default: 3,
				description: 'How long after their text a reply or an opt-out of somebody counts as its doing',
			},
			...priceOptions,
			{
				displayName: 'Put Output File in Field',
				name: 'outputField',
				type: 'string',
				default: 'report',
				placeholder: 'e.g. data',
				description: 'Name of the binary field with the page of charts',
			},
		],
	},
];
