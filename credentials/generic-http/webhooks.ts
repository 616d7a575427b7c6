import { type INodeProperties } from 'n8n-workflow';
import { line, lines, shownFor } from './field';

/** What the gateway calls us with: reports on texts, and texts from customers. */
export const webhookFields: INodeProperties[] = shownFor('preset', ['custom'], [
	line(
		'Path of the List',
		'itemsPath',
		'results',
		'Where the list stands if one call brings several receipts or replies; also a list in JSON within a form field. All paths below begin in its items. Empty: one call brings one.',
	),
	line(
		'Receipt If',
		'receiptWhen',
		'event = delivered, failed',
		'How a receipt is told from a reply: a path, "=", and words or a /regular expression/; or only a path that receipts alone have. Empty: what has a status is a receipt.',
	),
	line('Reply If', 'replyWhen', 'event = /^inbound/', 'Likewise for replies. Empty: all that is no receipt.'),
	lines('Path of the Receipt’s ID', 'receiptIdPath', 'message_id', 'The ID that the gateway gave the text when it took it', 2),
	line('Path of the Receipt’s Reference', 'receiptRefPath', 'id', 'Our {{ref}}, if the gateway repeats it'),
	lines('Path of the Status', 'statusPath', 'status', 'What became of the text. Several lines: the first whose word is known counts.', 2),
	lines(
		'Status Map',
		'statusMap',
		'DELIVERED = delivered\nQUEUED_AT_SMSC = sent\nBLOCKED = rejected, spam',
		'The gateway’s words and what they mean: queued, sent, delivered, undelivered, failed, expired, rejected or unknown; behind a comma, why. These words themselves, and SMPP’s (DELIVRD, UNDELIV …), need no line.',
	),
	lines('Path of the Receipt’s Code', 'receiptCodePath', 'error_code', 'The gateway’s code of why a text did not arrive', 2),
	lines(
		'Receipt Codes',
		'receiptCodes',
		'1 = invalid_number\n5 = opted_out',
		'What these codes mean: opted_out, invalid_number, landline, unreachable, blocked, spam, expired, throttled, unregistered, no_credit or unknown. The first three have effects: such numbers are not texted again.',
	),
	line('Path of the Receipt’s Number', 'receiptToPath', 'to', 'Who the text went to'),
	line('Path of the Receipt’s Segments', 'receiptSegmentsPath', 'parts', 'How many parts were billed'),
	line('Path of the Receipt’s Price', 'receiptPricePath', 'price', 'What the text cost'),
	line('Path of the Receipt’s Time', 'receiptTimePath', 'done_at', 'When it happened: ISO 8601, date and time, Unix seconds or milliseconds, SMPP’s YYMMDDhhmm'),
	line(
		'Path of the Reply’s ID',
		'replyIdPath',
		'message_id',
		'The same each time this reply is handed over, so that repetitions are known. Without it sender, text and time tell them.',
	),
	line('Path of the Reply’s Sender', 'replyFromPath', 'from', 'The customer’s number. Empty: the gateway hands over no replies.'),
	line('Path of the Reply’s Recipient', 'replyToPath', 'to', 'Your number. Empty: the Sender above.'),
	line('Path of the Reply’s Text', 'replyTextPath', 'text', 'What the customer wrote'),
	line('Path of the Reply’s Time', 'replyTimePath', 'received_at', 'When it came, written as one of the times above'),
	{
		displayName: 'Numbers Lack Their Plus',
		name: 'digitsOnly',
		type: 'boolean',
		default: false,
		description: 'Whether the gateway writes whole numbers without the plus: 14155550123',
	},
	line('Country', 'country', 'PL', 'Where the gateway may leave out the country’s code in numbers of replies: which country it is'),
	line('Time Zone', 'utcOffset', '+02:00', 'Of times that name none. Empty: UTC.'),
	line('Answer: Content Type', 'answerType', 'text/plain', 'Of what the gateway gets as answer to its calls', { default: 'text/plain' }),
	line('Answer: Body', 'answerBody', 'OK', 'What it wants to hear, letter by letter; else it may call again. Empty for most.'),
]);
