import { type Corpus } from './corpus';

export const lt: Corpus = {
	'opt-out': `STOP
Nebesiųskite man žinučių
Nenoriu gauti jūsų sms
Ištrinkite mano numerį
Palikite mane ramybėje
Klaidingas numeris
nustokite arba skųsiu`,
	none: `Nestabdykite pristatymo
Noriu atšaukti užsakymą 12345
Negavau žinutės
Ačiū, viskas gauta
Neskambinkite, kūdikis miega
Negavau kodo
Daugiau klausimų neturiu
Palikite pas kaimyną`,
	help: 'PAGALBA',
	'order-question': `Kur mano siunta?
kada atvyks užsakymas`,
};
