import { type Corpus } from './corpus';

export const hr: Corpus = {
	'opt-out': `STOP
Odjava
odjavi me
Ne šaljite mi više poruke
ne zelim primati vase poruke
Uklonite moj broj
pustite me na miru
Krivi broj
nemojte mi više pisati
hvala, ali ne šaljite više reklame
prestanite ili ću vas prijaviti
ne zovite i ne pišite`,
	none: `Ne zaustavljajte dostavu
Na autobusnoj sam stanici
Želim otkazati narudžbu 12345
Nisam dobila poruku
Nemam više pitanja
Hvala, stiglo je
Da
Ne zovite, beba spava
Nisam dobio kod
Ostavite kod susjeda`,
	help: 'POMOĆ',
	'order-question': `Gdje je moja narudžba?
kad stiže moj paket`,
};
