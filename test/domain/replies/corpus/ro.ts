import { type Corpus } from './corpus';

export const ro: Corpus = {
	'opt-out': `STOP
Dezabonare
dezabonați-mă
Nu mai trimiteți mesaje
nu vreau sa mai primesc sms
Opriți mesajele vă rog
Ștergeți numărul meu
Scoateți-mă de pe listă
lasati-ma in pace
Număr greșit
ati gresit numarul
Nu mă mai contactați
Nu-mi mai scrieti
Nu mă interesează ofertele voastre
mulțumesc, dar nu mai trimiteți reclame
Îmi retrag acordul
gata cu sms-urile
cum mă dezabonez?
De unde aveți numărul meu? Ștergeți-l imediat
Conform GDPR solicit ștergerea datelor mele
m-am saturat de mesaje
dacă nu încetați vă reclam la ANPC
nu sunt Maria, nu mai scrieți la acest număr
Vreau să dezactivez alertele sms
uitați de mine
nimeni nu v-a dat voie să-mi scrieți
Blocați numărul meu
SMS-urile voastre mă trezesc noaptea, ajunge`,
	none: `Nu opriți livrarea
Sunt în stația de autobuz
Vreau să anulez comanda 12345
Când se termină reducerile?
Nu am primit niciun mesaj
Nu mai am întrebări
Nu trimiteți la adresa veche
Mulțumesc, a ajuns coletul
Da
Nu sunați, trimiteți un mesaj
Nu lăsați coletul la ușă
La sfârșitul lunii sunt acasă
Pot schimba mărimea?
Nu, mulțumesc
Nu anulați comanda
Nu trimiteți înainte de luni
Adresă greșită, corect e strada Florilor 5
interfonul nu merge, sunați
În sfârșit a ajuns
Nu am primit mesajul cu codul
Mi-am schimbat numărul
Nu mai am întrebări, mulțumesc
Nu îl lăsați la ușă
Mulțumesc, nu mai am nevoie de nimic
Nu sunați, scrieți-mi un sms
Nu vreau albastru, vreau roșu`,
	help: `AJUTOR
ajutati-ma
info`,
	'opt-in': `ABONARE
start
vreau să mă abonez din nou`,
	'order-question': `Unde este comanda mea?
unde e coletul meu
Când ajunge coletul?
numar awb?
A fost expediată comanda 1001?
nu am primit încă coletul
ajunge azi?
când îl aduceți`,
};
