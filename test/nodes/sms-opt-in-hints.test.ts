import { type INodeParameters } from 'n8n-workflow';
import { SmsOptIn } from '../../nodes/SmsOptIn/SmsOptIn.node';
import { placed } from '../support/descriptions';

const { description } = new SmsOptIn();

/** What the editor says; it takes only true and false for an answer. */
function hintsFor(parameters: INodeParameters): string[] {
	const { node, workflow } = placed(description, { operation: 'requestOptIn', ...parameters });
	return (description.hints ?? [])
		.filter(({ displayCondition }) => {
			const shown = workflow.expression.getSimpleParameterValue(node, displayCondition, 'internal', {});
			expect([displayCondition, typeof shown]).toEqual([displayCondition, 'boolean']);
			return shown;
		})
		.map(({ message }) => message);
}

const own = (name: string, text: string, language = '') => ({ ownTexts: { texts: [{ name, language, text }] } });
const TRIGGER = /SMS Reply Trigger/;
const BRAND = /\{brand\}/;
const STOP = /word STOP/;
const YES = /what to reply/;
const CODE = /\{one_time_code\}/;
const FREQUENCY = /\{frequency\}/;
const RATES = /\{rates_notice\}/;
const HELP = /word HELP/;

test.each<[what: string, parameters: INodeParameters, hints: RegExp[]]>([
	['nothing set', {}, [TRIGGER]],
	['a code as proof', { proof: 'code' }, []],
	['either as proof', { proof: 'both' }, [TRIGGER]],
	['a phone check', { purpose: 'verification' }, []],
	['another operation', { operation: 'checkConsent', ...own('request', 'hi') }, []],
	['an empty text', own('request', ' '), [TRIGGER]],
	['a text that is an expression', own('request', '={{ $json.text }}'), [TRIGGER]],
	['a request that says all', own('request', '{brand}: reply YES for offers. STOP to end'), [TRIGGER]],
	['a request in Polish', own('request', '{brand}: odpisz TAK. STOP kończy.', 'pl'), [TRIGGER]],
	['a request in Hindi', own('request', '{brand}: हां भेजें। STOP', 'hi'), [TRIGGER]],
	[
		'the brand as it stands in the options',
		{ options: { brand: 'Acme' }, ...own('request', 'ACME: YES? STOP') },
		[TRIGGER],
	],
	['quotation marks for capitals', own('request', '{brand}: reply “yes”, or “stop”'), [TRIGGER]],
	['a request that says nothing', own('request', 'Offers? Answer us'), [BRAND, YES, STOP, TRIGGER]],
	['the same in Polish', own('request', 'Chcesz oferty? Odpisz', 'pl'), [BRAND, YES, STOP, TRIGGER]],
	['a text whose name is at its default', { ownTexts: { texts: [{ text: '{brand}: YES' }] } }, [STOP, TRIGGER]],
	[
		'a reminder without a code',
		{ proof: 'both', ...own('reminder', '{brand}: YES or the code. STOP') },
		[CODE, TRIGGER],
	],
	['a request by code without it', { proof: 'code', ...own('request', '{brand}: the code. STOP') }, [CODE]],
	['a phone check without its code', { purpose: 'verification', ...own('phoneCheck', '{brand}') }, [CODE]],
	['a request where only the phone is checked', { purpose: 'verification', ...own('request', 'hi') }, []],
	[
		'a confirmation that says all',
		own('confirmation', '{brand}: thanks. {frequency}[ {rates_notice}] HELP for help, STOP to end.'),
		[TRIGGER],
	],
	[
		'one in words of its own',
		own('confirmation', '{brand}: 2 texts a week. Msg&data rates may apply. Reply HELP, STOP'),
		[TRIGGER],
	],
	['a confirmation that says nothing', own('confirmation', 'Thanks!'), [BRAND, FREQUENCY, RATES, HELP, STOP, TRIGGER]],
	[
		'one that costs nothing',
		{ options: { freeToEndUser: true }, ...own('confirmation', '{brand} {frequency} HELP STOP') },
		[TRIGGER],
	],
	['one for Germany', own('confirmation', '{brand}: Danke. {frequency} HILFE, STOPP', 'de'), [TRIGGER]],
])('%s', (_what, parameters, hints) => {
	const shown = hintsFor(parameters);
	expect(shown.map((message) => hints.find((hint) => hint.test(message)) ?? message)).toEqual(hints);
});
