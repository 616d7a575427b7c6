import { type Corpus } from './corpus';

export const et: Corpus = {
	'opt-out': `STOP
Lõpetage
Ärge saatke mulle enam sõnumeid
Ei soovi rohkem teateid saada
Kustutage minu number
Jätke mind rahule
Vale number
lõpetage või kaeban
ärge helistage ega kirjutage`,
	none: `Ärge peatage tarnet
Soovin tellimuse 12345 tühistada
Ma ei saanud sõnumit
Aitäh, kõik korras
Ärge helistage, beebi magab
Ma ei saanud koodi
Mul ei ole rohkem küsimusi
Jätke naabri juurde`,
	help: 'ABI',
	'order-question': `Kus on minu pakk?
millal tellimus saabub`,
};
