import { type Corpus } from './corpus';

export const hu: Corpus = {
	'opt-out': `STOP
Leiratkozás
leiratkozom
Ne küldjenek több SMS-t
nem kérek több üzenetet
Kérem töröljék a számomat
Hagyjanak békén
Rossz szám
téves szám
Ne írjanak többet
Szeretnék leiratkozni
Vegyenek le a listáról
nem erdekel az ajanlatuk
Köszönöm, de ne küldjenek több üzenetet
Hagyják abba az sms küldést
Visszavonom a hozzájárulásomat
hogyan tudok leiratkozni?
elég volt ebből
Honnan van meg a számom? Töröljék azonnal
A GDPR alapján kérem adataim törlését
Kérem szüntessék be az sms küldést
fejezzék be vagy feljelentem önöket
leállítás
mondjanak le a listarol
Kérem szíveskedjenek beszüntetni az üzenetek küldését
ne irogassatok mar
Le tudnának venni a listáról?
nem akarom ezt többet kapni
Tiltsák le a számomat
Elég ezekből az üzenetekből`,
	none: `Ne állítsák le a szállítást
A buszmegállóban vagyok
Szeretném lemondani a 12345 rendelésemet
Mikor van vége az akciónak?
Nem kaptam üzenetet
Nincs több kérdésem
Ne a régi címre küldjék
Köszönöm szépen, megjött
Igen
Ne hívjanak, inkább írjanak sms-t
Ne hagyják a csomagot az ajtó előtt
A hónap végén otthon leszek
Lehet méretet cserélni?
Nem, köszönöm
Ne csengessenek, alszik a baba
Ne küldjék hétfő előtt
Nem a kéket kértem, hanem a pirosat
Vegyék ki a piros pulóvert, a kék maradjon
Szeretném lemondani a rendelésem
Rossz cím, helyesen Fő utca 5
Nem jött semmilyen sms
a küldemény szép volt, többet is rendelek
Elegem van a várakozásból
Nem kaptam meg a kódot tartalmazó üzenetet
Megváltozott a számom
visszavonom a reklamációt
Nincs több kérdésem, köszönöm
Ne hagyják az ajtó előtt
Ne hívjanak, írjanak sms-t
nem működik a csengő, hívjanak`,
	help: `SEGÍTSÉG
segitseg kell
info
segítsetek`,
	'opt-in': `START
feliratkozom
szeretnék újra feliratkozni`,
	'order-question': `Hol van a csomagom?
hol tart a rendelesem
Mikor érkezik meg a rendelésem?
csomagszám?
Feladták már az 1001 rendelést?
még nem érkezett meg a csomag
ma megjön?
mikorra várhatom a rendelést`,
};
