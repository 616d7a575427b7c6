import { type Corpus } from './corpus';

export const sl: Corpus = {
	'opt-out': `STOP
Odjava
Ne pošiljajte mi več sporočil
Ne želim več prejemati sms
Izbrišite mojo številko
pustite me pri miru
Napačna številka
nočem sms-ov
nehajte ali vas prijavim
ne kličite in ne pišite`,
	none: `Ne ustavite dostave
Rad bi preklical naročilo 12345
Nisem dobil sporočila
Hvala, je prispelo
Ne kličite, dojenček spi
Nisem dobil kode
Nimam več vprašanj
Pustite pri sosedu`,
	help: 'pomoč',
	'order-question': `Kje je moje naročilo?
kdaj pride paket`,
};
