import { type Corpus } from './corpus';

export const fi: Corpus = {
	'opt-out': `STOP
Lopeta
lopettakaa viestit
Peruuta tilaus
Älkää lähettäkö enää viestejä
En halua enää tekstiviestejä
Poistakaa numeroni
Poista minut listalta
jättäkää minut rauhaan
Väärä numero
ala laheta enaa
En halua mainoksia teiltä
Kiitos, mutta älkää lähettäkö enempää viestejä
Ei enää viestejä kiitos
Älkää häiritkö
miten voin perua tekstiviestit?
en ole tilannut näitä viestejä
Mistä saitte numeroni? Poistakaa se heti
peru tilaus viesteistä
GDPR:n nojalla vaadin tietojeni poistamista
älä kirjota mulle
lopettakaa tai teen ilmoituksen
älä lähetä enempää
kyllästynyt teidän viesteihin
Pyydän teitä lopettamaan viestien lähettämisen tähän numeroon
lopeta kirjoittaminen
Estäkää numeroni`,
	none: `Älkää pysäyttäkö toimitusta
Olen bussipysäkillä
Haluan peruuttaa tilauksen 12345
Milloin ale loppuu?
En saanut viestiä
Ei muuta kysyttävää
Älkää lähettäkö vanhaan osoitteeseen
Kiitos, paketti tuli perille
Kyllä
Älkää soittako, laittakaa viesti
Älkää jättäkö pakettia oven taakse
Kuun lopussa olen kotona
Voinko vaihtaa koon?
Ei kiitos
ei tänään enää, huomenna käy
Haluan peruuttaa tilaukseni
Kuun lopussa olen poissa
En halua sinistä vaan punaisen
Vihdoinkin tuli perille
Älkää toimittako ennen maanantaita
Väärä koko, voiko vaihtaa?
En saanut viestiä jossa on koodi
poistin viestin, voitteko lähettää uudestaan?
Ei enää kysyttävää, kiitos
En tarvitse enää kuittia`,
	help: `APUA
auttakaa
info`,
	'opt-in': `ALOITA
liity
tilaa
haluan taas viestejä`,
	'order-question': `Missä pakettini on?
missä mun tilaus
Milloin paketti saapuu?
seurantakoodi?
Onko tilaus 1001 lähetetty?
paketti ei ole vieläkään tullut
mitä tilaukselleni kuuluu
joko lähetitte sen?
milloin tuotte sen`,
};
