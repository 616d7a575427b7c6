import { type Language } from '../languages';
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
import { type LanguageTexts } from './texts';
import { tr } from './tr';
import { uk } from './uk';

export const TEXTS: Readonly<Record<Language, LanguageTexts>> = {
	bg,
	cs,
	da,
	de,
	el,
	en,
	es,
	et,
	fi,
	fr,
	hi,
	hr,
	hu,
	id,
	it,
	lt,
	lv,
	nb,
	nl,
	pl,
	pt,
	'pt-BR': ptBR,
	ro,
	sk,
	sl,
	sv,
	tr,
	uk,
};
