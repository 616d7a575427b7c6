import { type INodeProperties } from 'n8n-workflow';
import { messagesPerSecond } from '../shared/messages-per-second';
import { line, lines, secret, shownFor } from './field';

/** Which gateway, and who sends. */
export const gatewayFields: INodeProperties[] = [
	{
		displayName: 'Preset',
		name: 'preset',
		type: 'options',
		default: 'custom',
		options: [
			{ name: 'Android SMS Gateway', value: 'android' },
			{ name: 'Custom', value: 'custom' },
			{ name: 'Exotel', value: 'exotel' },
			{ name: 'Gupshup', value: 'gupshup' },
			{ name: 'Jasmin', value: 'jasmin' },
			{ name: 'Kannel', value: 'kannel' },
			{ name: 'MSG91', value: 'msg91' },
		],
		description:
			'Custom: you describe the gateway in the fields below, with its documentation beside you. The others are known already; they can be chosen as carriers of their own too.',
	},
	line(
		'Gateway URL',
		'baseUrl',
		'https://sms.example.com',
		'The first part of the address that the gateway’s documentation gives for sending, up to its host',
		{ required: true },
	),
	line(
		'Sender',
		'sender',
		'+14155550100',
		'Who the texts come from, unless a node says otherwise: a number (+14155550100), a short code (72345) or a name (ACME)',
	),
	messagesPerSecond('How many texts per second the gateway takes.'),
	line(
		'Account',
		'account',
		'acme1',
		'What {{account}} stands for in Path and Body, if it is used there: the ID of your account, device or channel',
	),
];

export const signInFields: INodeProperties[] = [
	{
		displayName: 'Sign-In',
		name: 'signIn',
		type: 'options',
		default: 'none',
		options: [
			{ name: 'Basic', value: 'basic', description: 'User name and password in the header Authorization' },
			{ name: 'Bearer Token', value: 'bearer', description: 'A token in the header Authorization' },
			{ name: 'Header', value: 'header', description: 'A key in a header of another name' },
			{ name: 'None', value: 'none', description: 'The gateway knows n8n by its address' },
			{
				name: 'Parameters',
				value: 'parameters',
				description: 'User name and password, or a key, among the values that are sent',
			},
		],
		description: 'How the gateway knows that a request is yours',
	},
	...shownFor('signIn', ['basic', 'parameters'], [
		line('User Name', 'user', 'shop', 'As the gateway’s operator gave it to you. Empty where a key alone is enough.'),
		secret('Password or Key', 'password', '0123456789abcdef', 'The password, or the key that stands for it'),
	]),
	...shownFor('signIn', ['parameters'], [
		line('Name of the User Parameter', 'userParameter', 'username', 'What the gateway calls the user name'),
		line('Name of the Key Parameter', 'keyParameter', 'api_key', 'What the gateway calls the password or key', {
			default: 'password',
		}),
	]),
	...shownFor('signIn', ['bearer'], [
		secret('Token', 'token', '0123456789abcdef', 'Without the word Bearer before it'),
	]),
	...shownFor('signIn', ['header'], [
		line('Header Name', 'headerName', 'X-Api-Key', 'The header that holds the key'),
		secret('Header Value', 'headerSecret', '0123456789abcdef', 'The whole of what stands in that header'),
	]),
	line(
		'Test Path',
		'testPath',
		'/balance',
		'A path below the Gateway URL that answers well only with the right sign-in and sends nothing, such as the balance. The Test button asks for it.',
	),
];

export const sendFields: INodeProperties[] = shownFor('preset', ['custom'], [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		default: 'POST',
		options: [
			{ name: 'GET', value: 'GET' },
			{ name: 'POST', value: 'POST' },
		],
		description: 'With GET the body goes into the URL',
	},
	line('Path', 'path', '/api/send', 'The rest of the address for sending, behind the Gateway URL. May hold {{account}}.'),
	{
		displayName: 'Encoding',
		name: 'encoding',
		type: 'options',
		default: 'form',
		options: [
			{ name: 'Form', value: 'form', description: 'Like a form of a web page (application/x-www-form-urlencoded)' },
			{ name: 'JSON', value: 'json', description: 'The documentation shows braces: {"to": …}' },
			{ name: 'Query', value: 'query', description: 'In the URL, behind a question mark' },
		],
		description: 'How the gateway wants the values written',
	},
	lines(
		'Body',
		'body',
		'to={{to}}\nfrom={{from}}\ntext={{text}}\nid={{ref}}\ncallback={{receipt_url}}',
		'For JSON the whole object, {"to": "{{to}}", "message": "{{text}}"}; else one name=value a line. Placeholders: {{to}} {{to_digits}} {{from}} {{from_digits}} {{text}} {{text_hex}} {{ref}} {{receipt_url}} {{dlt_entity_id}} {{dlt_template_id}} {{account}}, and for gateways that want letters beyond GSM in another field {{text_gsm}} {{text_unicode_hex}}. {{unicode?8}} gives 8 for such texts. What is empty is left out.',
		6,
	),
	lines('Headers', 'headers', 'Idempotency-Key: {{ref}}', 'Further headers, one "Name: value" a line; no keys, those belong to Sign-In', 2),
]);
