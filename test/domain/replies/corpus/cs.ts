import { type Corpus } from './corpus';

export const cs: Corpus = {
	'opt-out': `STOP
Odhlásit
konec
neposílejte mi už žádné sms
Nechci dostávat vaše zprávy
Prosím odhlaste mě
Přestaňte mi psát
Smažte moje číslo
Vyřaďte mě ze seznamu
dejte mi pokoj
Špatné číslo
máte špatné číslo
uz mi nepiste
Nemám zájem o další zprávy
díky, ale už neposílejte reklamu
Odvolávám souhlas se zasíláním
nechte mě být
jak se odhlásit z odběru?
zrušte mi odběr sms
Odkud máte moje číslo? Smažte ho
Podle GDPR žádám o výmaz osobních údajů
jestli nepřestanete, nahlásím vás
zapomeňte na mě
nikdo vám nedovolil mi psát
Zablokujte moje číslo
Vaše sms mě budí v noci, nechte toho`,
	none: `Nezastavujte doručení
Jsem na zastávce autobusu
Chci zrušit objednávku 12345
Kdy je konec slev?
Nedostala jsem žádnou zprávu
Nemám další dotazy
Neposílejte to na starou adresu
Děkuji, vše dorazilo
Ano
Nevolejte, raději napište sms
Nenechávejte balík přede dveřmi
Na konci měsíce jsem doma
Můžu změnit velikost?
Ne děkuji
Neposílejte balík zítra, nejsem doma
Neposílejte to před pondělím
Špatná adresa, správně je Dlouhá 5
zvonek nefunguje, zavolejte
Konečně dorazilo
Nedostal jsem zprávu s kódem
Změnil jsem číslo
Už nemám žádné otázky, děkuji
Nenechávejte to u dveří
Nevolejte, napište sms
Nechci modrou, chci červenou`,
	help: `POMOC
pomozte mi
info`,
	'opt-in': `Přihlásit
start
přihlaste mě znovu`,
	'order-question': `Kde je moje objednávka?
kde je muj balik
Kdy dorazí zásilka?
číslo zásilky?
Byla objednávka 1001 odeslána?
balík stále nedorazil
dorazí to dnes?
pořád jsem nic nedostal
je to na cestě?`,
};
