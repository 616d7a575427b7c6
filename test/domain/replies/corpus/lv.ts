import { type Corpus } from './corpus';

export const lv: Corpus = {
	'opt-out': `STOP
Nesūtiet man vairs ziņas
Nevēlos saņemt jūsu īsziņas
Dzēsiet manu numuru
Lieciet mani mierā
Nepareizs numurs
beidziet vai sūdzēšos`,
	none: `Nepārtrauciet piegādi
Vēlos atcelt pasūtījumu 12345
Nesaņēmu ziņu
Paldies, viss kārtībā
Nezvaniet, bērns guļ
Nesaņēmu kodu
Man vairs nav jautājumu
Atstājiet pie kaimiņa`,
	help: 'PALĪDZĪBA',
	'order-question': `Kur ir mana paka?
kad pienāks sūtījums`,
};
