import { type INodeProperties } from 'n8n-workflow';
import { LANGUAGE_OPTIONS } from '../../shared/language-options';
import { sendersByCountryField } from '../../shared/senders-by-country';
import { indiaField, onlyWithDlt } from '../../shared/india-fields';
import { pictureField } from '../../shared/picture-field';
import { forTexts } from './options';

/** The template of a text stands beside the own text. */
const dltFields: INodeProperties[] = [
	indiaField('dltEntityId', {
		displayOptions: onlyWithDlt,
		description:
			'Of your business in the DLT registry, 19 digits. With it, customers in India get own texts with a template ID only: operators drop others.',
	}),
	indiaField('dltHeader', { displayOptions: onlyWithDlt, placeholder: 'e.g. ACMEIN', description: 'The registered sender, 6 letters' }),
];

/** What most operators never touch. */
export const settingsFields: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: forTexts,
		options: [
			{
				displayName: 'Brand',
				name: 'brand',
				type: 'string',
				default: '',
				placeholder: 'e.g. Acme Store',
				description: 'Overrides the brand of the shop credential',
			},
			{
				displayName: 'Check Signature',
				name: 'checkSignature',
				type: 'boolean',
				default: false,
				description:
					'Whether to text only what its source has signed, where items come from a Webhook node: its option Raw Body must be on, and the credential Order Source says whose signature it is. An Order Event Trigger needs neither.',
			},
			{
				displayName: 'Completed Means',
				name: 'completedMeans',
				type: 'options',
				options: [
					{ name: 'Delivered', value: 'delivered' },
					{ name: 'Shipped', value: 'shipped' },
				],
				default: 'shipped',
				description: 'What the WooCommerce status "completed" means in your shop: WooCommerce has no word for shipped',
			},
			{
				displayName: 'Confirm Unpaid Orders',
				name: 'unpaidIsConfirmed',
				type: 'boolean',
				default: false,
				description:
					'Whether orders that are still to be paid count as confirmed. Switch it on for cash on delivery or bank transfer.',
			},
			{
				displayName: 'Default Country',
				name: 'defaultCountry',
				type: 'string',
				default: '',
				placeholder: 'e.g. PL',
				description:
					'Two-letter country for phone numbers without a country code, where the order has no address. Overrides the shop credential.',
			},
			...dltFields,
			{
				displayName: 'Language',
				name: 'language',
				type: 'options',
				options: [{ name: 'The Customer’s', value: '' }, ...LANGUAGE_OPTIONS],
				default: '',
				description: 'The customer’s language is the order’s, or the main one of the country, or the shop’s default',
			},
			{
				displayName: 'Parallel Sends',
				name: 'parallel',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 200 },
				default: 50,
				description:
					'How many texts are handed to the carrier side by side. The texts of one customer keep their order.',
			},
			pictureField,
			{
				displayName: 'Promo Code',
				name: 'promoCode',
				type: 'string',
				default: '',
				placeholder: "e.g. {{ $('Promo Code').item.json.code }}",
				description:
					'For {code}, {code_value} and {code_expiry} in own texts; a code of the Promo Code node brings its value and its end along. An offer makes an order text marketing: a text that gives the code is skipped for customers whose consent to offers is not confirmed.',
			},
			{
				displayName: 'Quiet Hours',
				name: 'quietHours',
				type: 'string',
				default: '',
				placeholder: 'e.g. 21:00-08:00',
				description:
					'When no text arrives, by the customer’s own clock. It is put off until they end and leaves through an SMS Outbox Trigger, unless the order has gone on meanwhile. Empty: texts about orders leave at any hour.',
			},
			{
				displayName: 'Segments Limit',
				name: 'maxSegments',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10 },
				default: 3,
				description:
					'The longest a text may get, in billed SMS parts. A longer one loses its optional parts; if that is not enough, nothing is sent.',
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
				displayName: 'Tell of Delays',
				name: 'tellDelays',
				type: 'options',
				options: [
					{ name: 'Another Day or Half-Day', value: 'half-day', description: 'Later by a day or more, or after noon in place of before' },
					{ name: 'Another Day', value: 'day', description: 'Later by a day or more' },
					{ name: 'Any Delay', value: 'any', description: 'However little later the estimate is' },
				],
				default: 'half-day',
				description:
					'By how much the estimate that was known before has to get later before the stage "delayed" is texted. Where there was none, it is texted.',
			},
			{
				displayName: 'Test Redirect',
				name: 'testRedirect',
				type: 'string',
				default: '',
				placeholder: 'e.g. +48600100200',
				description:
					'Your own phone number. Every text goes there instead of to the customer, and nothing counts as sent. For trying things out.',
			},
			{
				displayName: 'Time Zone',
				name: 'timeZone',
				type: 'string',
				default: '',
				placeholder: 'e.g. Europe/Warsaw',
				description: 'For delivery times. Empty: the customer’s, as far as the country tells, or the shop’s.',
			},
			{
				displayName: 'When the Number Is Dead',
				name: 'whenDead',
				type: 'options',
				options: [
					{ name: 'Skip', value: 'skip', description: 'Do not pay for texts that cannot arrive' },
					{ name: 'Try Again', value: 'try', description: 'The number may have a new owner or a new network' },
				],
				default: 'skip',
				description:
					'What to do when an earlier text failed for good: no such number, or a landline. Learned from refusals of the carrier, and from its reports while an SMS Delivery Trigger is active.',
			},
			{
				displayName: 'When the Outcome Is Unknown',
				name: 'whenUnknown',
				type: 'options',
				options: [
					{ name: 'Hold', value: 'hold', description: 'Do not send again; the customer may have it' },
					{ name: 'Resend', value: 'resend', description: 'Send again, at the risk of a duplicate' },
				],
				default: 'hold',
				description: 'What to do with a text whose earlier try may have been sent: the carrier’s answer was lost',
			},
		],
	},
];
