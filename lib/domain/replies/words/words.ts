import { type Language } from '../../languages';

/**
 * What one language brings to the reading of replies. Everything is compared folded (`../tokens.ts`): without case, marks
 * and punctuation, so "Arrêt!" needs no second entry "arret".
 *
 * A *list* is words separated by blanks; `_` joins words that stand together ("opt_out"), `*` is any ending ("messag*").
 *
 * A *phrase* is a row of places separated by blanks. A place is words (`a|b|c`), a group of this language (`<send>`), or one of
 *   `..`   up to two words in between       `...`  up to four words in between, in the same clause
 *   `,...` up to five, also past a comma    `;...` up to five, also past the end of a sentence
 *   `^` `$` the beginning and end of a clause
 * and may be left out where it ends in `?`. Places without a gap follow each other directly.
 */
export interface ReplyWords {
	readonly language: Language;
	/** Opt-outs as the whole message, or as a clause of their own: "Stop. I never signed up." */
	readonly optOut: string;
	/** Opt-outs as the whole message only: "cancel", "end" and the like mean too many other things. */
	readonly optOutAlone: string;
	/** As {@link optOutAlone}, but ordinary words elsewhere ("fin", "slut"): not where another language is known to be spoken. */
	readonly optOutAtHome?: string;
	readonly optOutPhrases: readonly string[];
	/** Phrases in which opt-out words mean something else: "bus stop", "stop by". What stands in them is not looked at. */
	readonly notOptOut: readonly string[];
	/** Whole messages. */
	readonly help: string;
	/** Whole messages that subscribe whenever they come. */
	readonly optIn: string;
	readonly optInPhrases?: readonly string[];
	/** Whole messages that subscribe only who was just asked. */
	readonly yes: string;
	/** Whole messages that decline what was just asked; short, and opt-outs nowhere: those are heard first. */
	readonly no?: string;
	/** Whole messages that ask after an order. */
	readonly orderQuestion: string;
	readonly orderPhrases: readonly string[];
	/** Words that change nothing where they stand beside a whole-message word: please, thanks, now. */
	readonly polite: string;
	readonly groups: ReplyGroups;
}

/**
 * Words of one meaning, as lists. The shapes below are made of them; a shape with a group that a language lacks is left out.
 * Verbs stand in the forms of an order or a wish (imperative, infinitive), not of the past: "you sent no text" is no opt-out.
 */
export interface ReplyGroups {
	/** Stop, cease: without "stop" itself, which every language gets. */
	readonly stop?: string;
	/** Send. */
	readonly send?: string;
	/** Verbs that mean writing to somebody without an object: text, contact, bother. */
	readonly contact?: string;
	/** Texts, messages, advertising: without "sms", which every language gets. */
	readonly text?: string;
	/** Negation of an order or a wish: don't, never, no longer. */
	readonly not?: string;
	/** Negation of a noun: no, "keine". */
	readonly no?: string;
	/** More, any longer, again. */
	readonly more?: string;
	/** Want, wish to get. */
	readonly want?: string;
	/** Verbs that alone mean to end a subscription: unsubscribe. */
	readonly unsubscribe?: string;
	/** Remove, delete, take off. */
	readonly remove?: string;
	/** Me, as an object. */
	readonly me?: string;
	/** What one is removed from or gives as one's own: list, database, my number. */
	readonly list?: string;
	/** Small words that may stand between a negation and its verb: please, me, ever. */
	readonly bit?: string;
	/** Erasing as a noun, beside {@link remove}: erasure, deletion. */
	readonly erasure?: string;
	/** My data, my details. */
	readonly data?: string;
	/** To object, to withdraw consent. */
	readonly object?: string;
	/** What the consent was for, beside {@link data} and {@link text}: use, processing, this number. */
	readonly use?: string;
	/** "Who gave you my number", "where did you get my number": as one place each. */
	readonly whoseNumber?: string;
	/** "or", "otherwise" before a threat. */
	readonly orElse?: string;
	/** To go on, not to stop: what a threat forbids. */
	readonly goOn?: string;
	/** Report, sue, complain. */
	readonly report?: string;
	/** Fed up with, tired of. */
	readonly fedUp?: string;
	/** "Forget me", as one place. */
	readonly forget?: string;
	readonly nobody?: string;
	/** "and", "nor" between two refusals: "don't call and don't write". */
	readonly and?: string;
	/** Allow, permission. */
	readonly permit?: string;
	/** Switch off, as an order or a wish. */
	readonly switchOff?: string;
	/** Telephone somebody: {@link contact} may have it too, but who must not be rung up may want texts. */
	readonly call?: string;
	/** Why one must not be rung up, or what to do instead: the baby sleeps, a meeting, just text. */
	readonly quiet?: string;
	readonly where?: string;
	readonly when?: string;
	/** Order, parcel, delivery, as nouns. */
	readonly parcel?: string;
	/** Arrive, be delivered, come. */
	readonly arrive?: string;
	/** Arrived, been sent, received: forms of the past. */
	readonly arrived?: string;
	/** Negation of the past, where it is not {@link not}: hasn't. */
	readonly notYet?: string;
	/** Get, receive. */
	readonly get?: string;
	readonly status?: string;
	readonly track?: string;
	/** Matters that are no order question: returns, refunds, invoices, cancellation. */
	readonly otherMatter?: string;
}

export const OPT_OUT_SHAPES: readonly string[] = [
	'<unsubscribe>',
	'<stop> ... <text>',
	'<stop> ... <send>',
	'<stop> .. <contact>',
	'<not> .. <send> ... <text>',
	'<not> <bit>? <bit>? <contact>',
	'<not> .. <want> ... <text>',
	'<not> .. <want> ,... <send> ... <text>',
	'<not> .. <want> ,... <text> ... <send>',
	'<not> .. <want> ,... <contact>',
	'<no> <more> <text>',
	'<no> .. <text> <more>',
	'^ <no> <text> $',
	'<remove> ... <list>',
	'<remove> <me>',
	'<erasure>|<remove> ... <data>',
	'<data> ... <erasure>|<remove>',
	'<object> ... <data>|<text>|<use>',
	'<whoseNumber> ;... <remove>',
	'<stop> .. <text>? .. <orElse> ... <report>',
	'<goOn> ,... <report>',
	'<report> ,... <goOn>',
	'<fedUp> .. <text>',
	'<text> ;... ^ <stop> $',
	'<forget>',
	'<not> <contact>|<call> <and> <not>? <contact>|<call>|<send>',
	'<nobody> ... <permit> ... <contact>|<send>|<text>',
	'<switchOff> ... <text>',
	'<text> ... <switchOff>',
];

export const NOT_OPT_OUT_SHAPES: readonly string[] = [
	'<not> <bit>? <bit>? <stop>',
	'<not> .. <want> <bit>? <bit>? <stop>',
	'<not> <bit>? <bit>? <unsubscribe>',
	'<not> .. <want> <bit>? <bit>? <unsubscribe>',
	'<not> <bit>? <bit>? <remove>',
	'<not> <bit>? <forget>',
	'<forget> .. <not>',
	'<not> <bit>? <bit>? <call> ;... <quiet>',
	'<call> <bit>? <bit>? <not> ;... <quiet>',
	'<quiet> ;... <not> <bit>? <bit>? <call>',
];

export const ORDER_SHAPES: readonly string[] = [
	'<where> ... <parcel>',
	'<when> ... <arrive>',
	'<when> ... <get> ... <parcel>',
	'<status> ... <parcel>',
	'<parcel> <status>',
	'<track> ... <parcel>',
	'<parcel> ... <notYet> .. <arrived>',
	'<notYet> .. <arrived> ... <parcel>',
];
