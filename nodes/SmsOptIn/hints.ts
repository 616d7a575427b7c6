import { type NodeHint } from 'n8n-workflow';
import { type OptInTextName } from '../../lib/domain/consent/compose-opt-in';

/**
 * An expression that is true where one of the operator's own texts lacks something.
 *
 * The editor knows neither the shop credential nor the customer's country, so a hint is given only where the text cannot pass:
 * the whole check (lib/domain/consent/wording.ts) runs with the node. A text that is an expression is left to it too.
 *
 * @param lacks what to ask of `text`; `language` is the text's, empty for every language.
 * @param proofs only where what confirms is one of these.
 */
function ownTextLacks(names: readonly OptInTextName[], lacks: string, proofs = ['reply', 'code', 'both']): string {
	const isChosen = `$parameter.operation === 'requestOptIn' && ${JSON.stringify(proofs)}.includes($parameter.proof ?? 'reply')`;
	const isMeant = `${JSON.stringify(names)}.includes(name ?? 'request') && (name === 'phoneCheck') === ($parameter.purpose === 'verification')`;
	const isPlain = `typeof text === 'string' && text.trim() !== '' && text[0] !== '='`;
	return `={{ ${isChosen} && ($parameter.ownTexts?.texts ?? []).some(({ name, language, text }) => ${isMeant} && ${isPlain} && ${lacks} ) }}`;
}

/** One that is to be sent stands in capitals, or between quotation marks; languages that we do not read here have their own. */
function lacksWord(words: string): string {
	const either = words.replaceAll('_', '[ -]?').replaceAll(' ', '|');
	const inEnglish = `!/\\b(${either})\\b/.test(text)`;
	const elsewhere = '!/[\\p{Lu}\\p{Lo}][\\p{Lu}\\p{Lo}\\p{M}]/u.test(text)';
	return `(['', 'en'].includes(language ?? '') ? ${inEnglish} : ${elsewhere}) && !/["“”„«»‘’]/.test(text)`;
}

const LACKS = {
	brand: `!/[{]brand/.test(text) && !($parameter.options?.brand && text.toLowerCase().includes($parameter.options.brand.toLowerCase()))`,
	frequency: '!/[{]frequency/.test(text) && !/[1-9]|freq/i.test(text)',
	rates: `!$parameter.options?.freeToEndUser && ['', 'en'].includes(language ?? '') && !/[{]rates_notice|rates? may apply/i.test(text)`,
	help: lacksWord('HELP INFO'),
	stop: lacksWord('STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPT_OUT'),
	yes: '!/[\\p{Lu}\\p{Lo}][\\p{Lu}\\p{Lo}\\p{M}]|\\bY\\b|["“”„«»‘’]/u.test(text.replace(/\\b(STOP|HELP)\\b/g, ""))',
	code: '!/[{]one_time_code/.test(text)',
};

const hint = (message: string, displayCondition: string, type: NodeHint['type'] = 'warning'): NodeHint => ({
	type,
	message,
	displayCondition,
	location: 'ndv',
	whenToDisplay: 'always',
});

const ASKING: readonly OptInTextName[] = ['request', 'reminder'];

/** What the editor says before anything has run. */
export const optInHints: NodeHint[] = [
	hint(
		'One of your own texts does not have {brand} in it. It must say who sends it, by {brand} or by the very name that stands in the shop credential.',
		ownTextLacks([...ASKING, 'confirmation'], LACKS.brand),
	),
	hint(
		'One of your own requests does not say what to reply. Add a word for yes in capitals, e.g. YES.',
		ownTextLacks(ASKING, LACKS.yes, ['reply', 'both']),
	),
	hint(
		'One of your own texts does not tell the code. Add {one_time_code}.',
		ownTextLacks(
			[...ASKING, 'phoneCheck'],
			`${LACKS.code} && (name === 'phoneCheck' || ($parameter.proof ?? 'reply') !== 'reply')`,
		),
	),
	hint(
		'Your own confirmation does not say how many texts will come. Add {frequency}.',
		ownTextLacks(['confirmation'], LACKS.frequency),
	),
	hint(
		'Your own confirmation does not say that texts may cost something, as it must in the United States and Canada. Add {rates_notice}, which is empty elsewhere.',
		ownTextLacks(['confirmation'], LACKS.rates),
	),
	hint(
		'Your own confirmation does not say how to get help. Add the word HELP, in capitals.',
		ownTextLacks(['confirmation'], LACKS.help),
	),
	hint(
		'One of your own texts does not say how to leave. Add the word STOP, in capitals.',
		ownTextLacks([...ASKING, 'confirmation'], LACKS.stop),
	),
	{
		...hint(
			'Replies count only where a published workflow has an SMS Reply Trigger for the number that you send from.',
			"={{ $parameter.operation === 'requestOptIn' && $parameter.purpose !== 'verification' && ($parameter.proof ?? 'reply') !== 'code' }}",
			'info',
		),
		whenToDisplay: 'beforeExecution',
	},
];
