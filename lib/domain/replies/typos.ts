import { distance } from '../../vendor/levenshtein';

/**
 * How STOP is mistyped: letters swapped, doubled, or the neighbouring key. A list and not a distance, because one letter away
 * lie "shop", "step", "top", "stoop", "spot" and "stol" (a chair in half of Europe).
 */
const MISTYPED_STOP: ReadonlySet<string> = new Set(
	(
		'stpo sotp tsop stoip stiop stopo sstop sttop stpop sttp stopl sto0p st0p stip stkp stpp sgop srop syop dtop dstop sdtop ' +
		'stopm stopt stopy stoap stahp styop stpopp stopq xtop wstop astop stoptop sthop stoppp ' +
		'stopnow stopplease stoppls stoptexting stopmessaging stoptexts'
	).split(' '),
);

export const isMistypedStop = (word: string): boolean => MISTYPED_STOP.has(word);

/** Words long enough that one wrong letter leaves no doubt. */
const LONG_ENOUGH = 7;

/**
 * The word that a mistyped one is meant to be; undefined where none is near. The first two letters must be right:
 * "subscribe" lies two from "unsubscribe", German "anmelden" one from "abmelden".
 */
export function meantWord(typed: string, words: ReadonlyMap<string, readonly string[]>): string | undefined {
	if (typed.length < LONG_ENOUGH) return undefined;
	return words.get(typed.slice(0, 2))?.find((word) => {
		if (word.length < LONG_ENOUGH) return false;
		// two letters swapped count as two, and are the commonest slip of all
		const allowed = typed.length >= 10 || sorted(word) === sorted(typed) ? 2 : 1;
		return distance(word, typed) <= allowed;
	});
}

const sorted = (word: string) => [...word].sort().join('');
