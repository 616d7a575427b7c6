import { type INodeProperties } from 'n8n-workflow';
import { line, lines, shownFor } from './field';

const PATHS =
	'A path (data.0.id), a regular expression over the whole answer (/ID: (\\w+)/), or both (message /error (\\d+)/: in that field). One a line; the first that is there counts.';

/** What the gateway answers when it is handed a text. */
export const answerFields: INodeProperties[] = shownFor('preset', ['custom'], [
	line('Success Statuses', 'successStatuses', '200-299', 'HTTP statuses with which the gateway takes a text: 202, or 200-299', {
		default: '200-299',
	}),
	line(
		'Success If',
		'success',
		'status = ok, queued',
		'Where a refusal may have such a status too: what an answer to a text that was taken has in it. A path or expression, "=", and the words that mean yes or a /regular expression/. Empty: the status alone decides.',
	),
	lines(
		'Path of the ID',
		'idPath',
		'messages.0.id',
		`The gateway’s ID of the text, by which its receipts name it. ${PATHS} Empty: the gateway has none, and our {{ref}} is used.`,
		2,
	),
	line('Path of the Segments', 'segmentsPath', 'messages.0.parts', 'How many parts the text was billed as'),
	line('Path of the Price', 'pricePath', 'messages.0.price', 'What the text cost'),
	line('Path of the Currency', 'currencyPath', 'currency', 'Of the price, here and in receipts'),
	lines('Path of the Error Code', 'errorCodePath', 'error.code', `The gateway’s code of a refusal. ${PATHS}`, 2),
	lines('Path of the Error Message', 'errorMessagePath', 'error.message', `Its words for it, which the node shows. ${PATHS}`, 2),
	line(
		'Codes of Opt-Outs',
		'optedOutCodes',
		'21610, 40300',
		'Error codes that mean: this recipient wants no more texts. They get none any more.',
	),
	line(
		'Codes of Too Fast',
		'throttledCodes',
		'429, 1001',
		'Error codes that mean: slower, and the text was not taken. It is tried again, so name no other codes here.',
	),
	line(
		'Codes of Wrong Numbers',
		'badNumberCodes',
		'105, invalid_number',
		'Error codes that mean: there is no such number. It is not texted again.',
	),
	line(
		'Codes of Wrong Settings',
		'badConfigCodes',
		'102, bad_sender',
		'Error codes that mean: account, key or sender are wrong. The other items are not tried then.',
	),
]);
