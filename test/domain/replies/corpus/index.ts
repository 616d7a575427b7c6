import { type Corpus } from './corpus';
import { bg } from './bg';
import { cs } from './cs';
import { da } from './da';
import { de } from './de';
import { el } from './el';
import { en } from './en';
import { es } from './es';
import { et } from './et';
import { fi } from './fi';
import { fr } from './fr';
import { hi } from './hi';
import { hr } from './hr';
import { hu } from './hu';
import { id } from './id';
import { it } from './it';
import { lt } from './lt';
import { lv } from './lv';
import { nb } from './nb';
import { nl } from './nl';
import { pl } from './pl';
import { pt } from './pt';
import { ptBR } from './pt-br';
import { ro } from './ro';
import { sk } from './sk';
import { sl } from './sl';
import { sv } from './sv';
import { tr } from './tr';
import { uk } from './uk';

export interface CorpusCase {
	readonly language: string;
	readonly kind: string;
	readonly text: string;
}

const LANGUAGES: Readonly<Record<string, Corpus>> = {
	en,
	de,
	fr,
	es,
	it,
	pt,
	'pt-BR': ptBR,
	nl,
	pl,
	cs,
	sk,
	hu,
	ro,
	hr,
	sl,
	bg,
	uk,
	el,
	lt,
	lv,
	et,
	sv,
	da,
	nb,
	fi,
	tr,
	hi,
	id,
};

/** Every text, with what it means. */
export const CORPUS: readonly CorpusCase[] = Object.entries(LANGUAGES).flatMap(([language, kinds]) =>
	Object.entries(kinds).flatMap(([kind, texts]) => texts.split('\n').map((text) => ({ language, kind, text }))),
);
