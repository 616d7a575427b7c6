import { type Corpus } from './corpus';

export const sk: Corpus = {
	'opt-out': `STOP
Odhlásiť
koniec
neposielajte mi už žiadne sms
Nechcem dostávať vaše správy
Prosím odhláste ma
Prestaňte mi písať
Vymažte moje číslo
Vyraďte ma zo zoznamu
dajte mi pokoj
Zlé číslo
mate zle cislo
uz mi nepiste
Nemám záujem o ďalšie správy
ďakujem, ale už neposielajte reklamu
Odvolávam súhlas
nechajte ma na pokoji
ako sa odhlásiť?`,
	none: `Nezastavujte doručenie
Som na autobusovej zastávke
Chcem zrušiť objednávku 12345
Kedy je koniec zliav?
Nedostala som žiadnu správu
Nemám ďalšie otázky
Neposielajte to na starú adresu
Ďakujem, všetko prišlo
Áno
Nevolajte, radšej napíšte sms
Nenechávajte balík pred dverami
Na konci mesiaca budem doma
Môžem zmeniť veľkosť?
Nie ďakujem`,
	help: `POMOC
pomôžte mi
info`,
	'opt-in': `Prihlásiť
start
prihláste ma znova`,
	'order-question': `Kde je moja objednávka?
kde je moj balik
Kedy príde zásielka?
číslo zásielky?
Bola objednávka 1001 odoslaná?
balík stále neprišiel`,
};
