import { type INodeProperties } from 'n8n-workflow';
import { defaultCountryField } from '../fields/default-country';
import { PURPOSE_OPTIONS } from '../fields/phone-and-purpose';

const forRecord = { show: { operation: ['recordConsent'] } };
const forSources = (...source: string[]) => ({ show: { operation: ['recordConsent'], source } });

export const recordConsentFields: INodeProperties[] = [
	{
		displayName: 'What For',
		name: 'purpose',
		type: 'options',
		options: PURPOSE_OPTIONS,
		default: 'marketing',
		description: 'What they agreed to. Consent to one does not count for another.',
		displayOptions: forRecord,
	},
	{
		displayName: 'Where It Comes From',
		name: 'source',
		type: 'options',
		options: [
			{ name: 'Checkout Box', value: 'checkout', description: 'They ticked a box when they ordered' },
			{ name: 'Form', value: 'form', description: 'They filled in a form' },
			{ name: 'From a List', value: 'import', description: 'An older list. Without proof they are only put down as pending.' },
			{ name: 'Keyword', value: 'keyword', description: 'They texted a word somewhere else, and were answered there' },
			{ name: 'Shop’s Own Flag', value: 'shop', description: 'What Shopify, Klaviyo or a field of your shop says' },
			{ name: 'Told Your Staff', value: 'staff', description: 'They said so on the phone or in the shop' },
		],
		default: 'checkout',
		displayOptions: forRecord,
	},
	{
		displayName: 'Agreed',
		name: 'agreed',
		type: 'string',
		default: '={{ $json.smsConsent }}',
		placeholder: 'e.g. {{ $json.smsConsent }}',
		description:
			'The value of the box: true, 1, on, or yes in one of the languages that can be texted in. Anything else, and no value at all, is not recorded.',
		displayOptions: forSources('checkout', 'form', 'staff'),
	},
	{
		displayName: 'Proof',
		name: 'whereProofLies',
		type: 'string',
		default: '',
		placeholder: 'e.g. Paper forms of 2024, folder 12',
		description:
			'Where the proof of their consent lies. Empty: they are put down as pending, and Request Opt-In can ask them.',
		displayOptions: forSources('import'),
	},
	{
		displayName: 'Agreed On',
		name: 'agreedOn',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.consentDate }}',
		description:
			'When they agreed, as an ISO date or time. Without it a consent from a list proves nothing, and they are put down as pending.',
		displayOptions: forSources('import'),
	},
	{
		displayName: 'Field',
		name: 'flagField',
		type: 'string',
		default: '',
		placeholder: 'e.g. meta_data._sms_optin',
		description:
			'Name of the field that says so, with dots between the parts. Empty: the flag of Shopify or Klaviyo for offers by SMS. A flag about e-mail is refused.',
		displayOptions: forSources('shop'),
	},
	{
		displayName: 'Given At',
		name: 'givenAt',
		type: 'string',
		default: '={{ $json.submittedAt ?? $json.created_at ?? $json.date_created_gmt ?? $json.body?.created_at ?? $json.body?.date_created_gmt }}',
		placeholder: 'e.g. {{ $json.created_at }}',
		description:
			'When they agreed, as an ISO time; one without a zone is UTC. Empty: now, unless they have opted out. Not asked of flags that have a time of their own.',
		displayOptions: forSources('checkout', 'form', 'keyword', 'shop', 'staff'),
	},
	{
		displayName: 'Wording Shown',
		name: 'wording',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Text me offers from Acme Store, up to 4 a month. Reply STOP to end.',
		description: 'The exact words that stood at the box or in the form. A consent without them proves little.',
		displayOptions: forRecord,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: forRecord,
		options: [
			{
				displayName: 'Age Gate',
				name: 'ageGate',
				type: 'boolean',
				default: false,
				description:
					'Whether to record consent to offers only of people who are old enough, for shops that sell what is not for everybody. Needs Birthday.',
			},
			{
				displayName: 'Birthday',
				name: 'birthday',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.birthday }}',
				description: 'Full date of birth for the age gate, e.g. 1990-12-31. It is not kept.',
			},
			defaultCountryField,
			{
				displayName: 'Form Link',
				name: 'formUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://acme.example/checkout',
				description: 'The page on which they agreed',
			},
			{
				displayName: 'IP Address',
				name: 'ip',
				type: 'string',
				default: '',
				placeholder: "e.g. {{ $json.headers['x-forwarded-for'] }}",
				description: 'Of the visitor who agreed',
			},
			{
				displayName: 'Language',
				name: 'language',
				type: 'string',
				default: '',
				placeholder: 'e.g. pl',
				description: 'In which they were shown the wording',
			},
			{
				displayName: 'Least Age',
				name: 'leastAge',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 99 },
				default: 0,
				description: 'For the age gate. 0: that of the country of the phone, e.g. 21 in the US, 18 in most of Europe.',
			},
			{
				displayName: 'Note',
				name: 'note',
				type: 'string',
				default: '',
				placeholder: 'e.g. Agreed on the phone with Anna',
				description: 'Anything else that may show later that they agreed',
			},
			{
				displayName: 'Order Number',
				name: 'orderNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.name }}',
			},
			{
				displayName: 'User Agent',
				name: 'userAgent',
				type: 'string',
				default: '',
				placeholder: "e.g. {{ $json.headers['user-agent'] }}",
				description: 'The browser of the visitor who agreed',
			},
		],
	},
];
