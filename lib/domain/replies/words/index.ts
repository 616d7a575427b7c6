import { type Language } from '../../languages';
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
import { type ReplyWords } from './words';

/** English first: where a text fits several languages and nothing tells which, it is the likeliest. */
export const REPLY_WORDS: Readonly<Record<Language, ReplyWords>> = {
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
	sv,
	da,
	nb,
	fi,
	tr,
	hi,
	id,
	bg,
	el,
	et,
	hr,
	lt,
	lv,
	sl,
	uk,
};
