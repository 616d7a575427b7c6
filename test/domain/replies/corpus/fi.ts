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
en ole tilannut näitä viestejä`,
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
Ei kiitos`,
	help: `APUA
auttakaa
info`,
	'opt-in': `ALOITA
liity
tilaa`,
	'order-question': `Missä pakettini on?
missä mun tilaus
Milloin paketti saapuu?
seurantakoodi?
Onko tilaus 1001 lähetetty?
paketti ei ole vieläkään tullut`,
};
