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
ako sa odhlásiť?
Odkiaľ máte moje číslo? Vymažte ho
Podľa GDPR žiadam o vymazanie osobných údajov
ak neprestanete, nahlásim vás
zabudnite na mňa
nikto vám nedovolil mi písať
Zablokujte moje číslo
Vaše sms ma budia v noci, nechajte to`,
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
Nie ďakujem
Neposielajte to pred pondelkom
Na konci mesiaca nie som doma
Nechcem modrú, chcem červenú
Číslo bytu je 12
Nedostal som správu s kódom
Zlá veľkosť, môžem vymeniť?
Už nemám žiadne otázky, ďakujem
vymazal som správu, pošlete ju znova?
Nevolajte, napíšte sms
Už nepotrebujem faktúru`,
	help: `POMOC
pomôžte mi
info`,
	'opt-in': `Prihlásiť
start
prihláste ma znova
chcem znova dostávať správy`,
	'order-question': `Kde je moja objednávka?
kde je moj balik
Kedy príde zásielka?
číslo zásielky?
Bola objednávka 1001 odoslaná?
balík stále neprišiel
príde to dnes?
stále som nič nedostal
kedy to privezete
je to na ceste?`,
};
