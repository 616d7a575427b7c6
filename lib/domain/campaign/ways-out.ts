import { canBeRepliedTo } from '../sender-table';
import { type SenderKind } from '../sender';

/**
 * STOP as a word to send. A shop writes it for other reasons too ("STOP scrolling!", "NON STOP SALE"), and a text that only seems to say
 * how to leave is worse than one that says it twice: so what is not clearly the word to send does not count.
 */
const STOP_TO_SEND: readonly RegExp[] = [
	/["“”„«»'‘’]\s?STOP\s?["“”„«»'‘’]/,
	/(?<![\p{L}\p{N}-])STOP (?:to|2|for|pour|zum|para|per|=|\d)/u,
	/\b(?:REPLY|TEXT|TXT|SEND) STOP(?![\p{L}\p{N}-])/u,
	// "Rezygnacja: STOP."
	/: STOP(?=[.,;)\n]|$)/,
	// "Envoyez STOP", "mit STOP", "STOP भेजें"
	/(?<=[\p{Ll}\p{Lo}\p{M}] )(?<!(?:n['’]t|\b(?:and|can|ever|must|never|non|not|one|to|we|will|you)) )STOP(?![\p{L}\p{N}-])(?! \p{Lu}{2})/u,
];

/** "STOP 36180", "STOP au 36180." at the end of a sentence, not "STOP at 1000 shops": sent to a number that can be replied to, whoever the text comes from. */
const STOP_TO_NUMBER = /(?<![\p{L}\p{N}-])STOP(?: SMS)?(?: \p{Ll}{1,4})? \d{4,6}(?=[.,;)\n]|$)/u;

/** Whether a wording tells to send STOP to somewhere it is received. @param wording without what can disappear from it. */
export const tellsStop = (wording: string, sender: SenderKind): boolean =>
	STOP_TO_NUMBER.test(wording) || (canBeRepliedTo(sender) && STOP_TO_SEND.some((pattern) => pattern.test(wording)));
