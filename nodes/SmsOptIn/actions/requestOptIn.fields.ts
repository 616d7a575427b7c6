import { type INodeProperties } from 'n8n-workflow';
import { carrierField } from '../../shared/carrier-field';
import { fallbackFields } from '../../shared/fallback';
import { LANGUAGE_OPTIONS } from '../../shared/language-options';
import { ownOptInTextsField } from '../../shared/opt-in-texts';
import { defaultCountryField } from '../fields/default-country';
import { ASKED_PURPOSE_OPTIONS } from '../fields/phone-and-purpose';

const forRequest = { show: { operation: ['requestOptIn'] } };
const forBoth = { show: { operation: ['requestOptIn', 'confirmCode'] } };
/** A check of the phone asks for no consent. */
const forConsent = { show: { operation: ['requestOptIn'], purpose: ASKED_PURPOSE_OPTIONS.map(({ value }) => value) } };

const REQUEST_PURPOSE_OPTIONS = [
	...ASKED_PURPOSE_OPTIONS,
	{
		name: 'Phone Check Only',
		value: 'verification',
		description: 'Whether the phone is theirs, e.g. at the checkout. It is no consent to anything.',
	},
];

/** Asking somebody; the first fields are those of their answer too. */
export const requestOptInFields: INodeProperties[] = [
	{ ...carrierField, displayOptions: forBoth },
	...fallbackFields(forBoth.show),
	{
		displayName: 'Sender',
		name: 'sender',
		type: 'string',
		default: '',
		placeholder: 'e.g. +14155550100',
		description:
			'Who the text comes from: a number, a short code, a name of up to 11 characters or (Twilio) a Messaging Service. Empty: the sender of the carrier credential. A name cannot be replied to.',
		displayOptions: forRequest,
	},
	{
		displayName: 'What For',
		name: 'purpose',
		type: 'options',
		options: REQUEST_PURPOSE_OPTIONS,
		default: 'marketing',
		description: 'Consent to one is no consent to another',
		displayOptions: forBoth,
	},
	{
		displayName: 'Proof',
		name: 'proof',
		type: 'options',
		options: [
			{ name: 'Reply', value: 'reply', description: 'They answer YES. An SMS Reply Trigger must listen.' },
			{ name: 'Code', value: 'code', description: 'They type six digits into your form; Confirm Code checks them' },
			{ name: 'Either', value: 'both', description: 'They answer YES or send back or type the code' },
		],
		default: 'reply',
		description: 'How they confirm',
		displayOptions: forConsent,
	},
	{
		displayName: 'What to Send',
		name: 'whatToSend',
		type: 'options',
		options: [
			{ name: 'Request', value: 'request', description: 'Ask them' },
			{ name: 'Reminder', value: 'reminder', description: 'Ask who has not answered yet once more; one at most' },
		],
		default: 'request',
		displayOptions: forConsent,
	},
	{
		displayName: 'How They Signed Up',
		name: 'source',
		type: 'options',
		options: [
			{ name: 'Checkout', value: 'checkout', description: 'They ticked a box' },
			{ name: 'Form', value: 'form', description: 'They filled it in' },
			{
				name: 'From a List',
				value: 'import',
				description: 'You have the number from elsewhere. They are asked once, and who has opted out is not.',
			},
			{ name: 'Keyword', value: 'keyword', description: 'They texted a word' },
			{ name: 'Told Your Staff', value: 'staff', description: 'At the till or on the phone' },
		],
		default: 'form',
		displayOptions: forConsent,
	},
	{
		displayName: 'Texts a Month',
		name: 'textsAMonth',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 4,
		description: 'How many you will send them at most. The text says so.',
		displayOptions: forConsent,
	},
	{ ...ownOptInTextsField(['confirmation', 'phoneCheck', 'reminder', 'request']), displayOptions: forRequest },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: forRequest,
		options: [
			{
				displayName: 'Age Gate',
				name: 'ageGate',
				type: 'boolean',
				default: false,
				description:
					'Whether only people of full age are asked, as texts on alcohol and the like need it. Whose full date of birth is not known is not asked.',
			},
			{
				displayName: 'Allowed Countries',
				name: 'countries',
				type: 'string',
				default: '',
				placeholder: 'e.g. US, CA, GB',
				description: 'Two-letter countries whose numbers are texted. Empty: all. The best protection of an open form.',
			},
			{
				displayName: 'Birthday',
				name: 'birthday',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.birthday }}',
				description:
					'For the age gate: the full date of birth, e.g. 1990-12-31. Empty: the one that SMS Contact has. It is not kept.',
			},
			{
				displayName: 'Brand',
				name: 'brand',
				type: 'string',
				default: '',
				placeholder: 'e.g. Acme Store',
				description: 'Overrides the brand of the shop credential',
			},
			defaultCountryField,
			{
				displayName: 'Expires After (Hours)',
				name: 'expiresAfterHours',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 720 },
				default: 24,
				description: 'How long a reply counts. A code is good for ten minutes whatever stands here.',
			},
			{
				displayName: 'Form URL',
				name: 'formUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://acme.example/sms',
				description: 'Where they signed up. Kept as evidence.',
			},
			{
				displayName: 'Free to End User',
				name: 'freeToEndUser',
				type: 'boolean',
				default: false,
				description:
					'Whether the sender is a short code that costs its recipients nothing (FTEU), so that the texts say nothing of costs',
			},
			{
				displayName: 'IP Address',
				name: 'ip',
				type: 'string',
				default: '',
				placeholder: "e.g. {{ $json.headers['x-forwarded-for'] }}",
				description: 'Of the visitor. Kept as evidence, and counted against misuse of the form.',
			},
			{
				displayName: 'Language',
				name: 'language',
				type: 'options',
				options: [{ name: 'The Customer’s', value: '' }, ...LANGUAGE_OPTIONS],
				default: '',
				description:
					'The customer’s language is the one that SMS Contact has, or the main one of the number’s country, or the shop’s default',
			},
			{
				displayName: 'Least Age',
				name: 'leastAge',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 99 },
				default: 0,
				description: 'For the age gate. 0: what the number’s country asks for.',
			},
			{
				displayName: 'Most per Country',
				name: 'mostPerCountry',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 500,
				description:
					'How many requests go to the numbers of one country within an hour. Lists of your own are not counted.',
			},
			{
				displayName: 'Most per IP Address',
				name: 'mostPerIp',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 10,
				description: 'How many numbers may be entered from one IP address within an hour',
			},
			{
				displayName: 'Most per Number Range',
				name: 'mostPerRange',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 10,
				description: 'How many numbers that differ in their last four digits only are texted within an hour',
			},
			{
				displayName: 'Order Number',
				name: 'orderNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.orderNumber }}',
				description: 'Where they signed up at the checkout. Kept as evidence.',
			},
			{
				displayName: 'Parallel Sends',
				name: 'parallel',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 200 },
				default: 50,
				description: 'How many texts are handed to the carrier side by side',
			},
			{
				displayName: 'Segments Limit',
				name: 'maxSegments',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10 },
				default: 5,
				description: 'The longest a text may get, in billed SMS parts. What the law wants in it is never left out.',
			},
			{
				displayName: 'Send a Confirmation Text',
				name: 'sendConfirmation',
				type: 'boolean',
				default: true,
				description:
					'Whether a text thanks them once they have agreed. Carriers want it: brand, how many texts come, costs, HELP and STOP.',
			},
			{
				displayName: 'Signed Up At',
				name: 'signedUpAt',
				type: 'dateTime',
				default: '',
				description: 'When they did. Empty: now.',
			},
			{
				displayName: 'Smart Encoding',
				name: 'smartEncoding',
				type: 'boolean',
				default: true,
				description: 'Whether to write letters such as ą, ş or á without their marks where that makes the text cheaper',
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
				displayName: 'User Agent',
				name: 'userAgent',
				type: 'string',
				default: '',
				placeholder: "e.g. {{ $json.headers['user-agent'] }}",
				description: 'Of the visitor’s browser. Kept as evidence.',
			},
			{
				displayName: 'Wording at the Sign-Up',
				name: 'signUpWording',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. Yes, text me offers, up to 4 a month. Reply STOP to end.',
				description: 'The exact words that stood at the box or in the form. Kept as evidence.',
			},
		],
	},
];
