import { type Corpus } from './corpus';

export const pl: Corpus = {
	'opt-out': `STOP
koniec
Rezygnuję
wypisz mnie
nie chcę więcej wiadomości
proszę mnie wypisać
nie wysyłajcie mi więcej smsów
Przestańcie do mnie pisać
Proszę usunąć mój numer z bazy
dajcie mi spokój
Zły numer
To pomyłka, zły numer
nie zycze sobie takich sms
Dziękuję, ale proszę nie wysyłać więcej smsów
Cofam zgodę na marketing
nie interesują mnie wasze oferty
prosze o usuniecie z listy
odczepcie się
jak mogę się wypisać?
Nie piszcie już do mnie
nie dzwońcie i nie piszcie
Skąd macie mój numer? Usuńcie go natychmiast
Dziękuję, ale nie chcę już dostawać wiadomości
koniec z smsami
przestancie bo zglosze do uokik
Uprzejmie proszę o zaprzestanie przesyłania komunikatów na ten numer
zapomnijcie o mnie
nikt wam nie pozwolił do mnie pisać
Zablokujcie mój numer
Koniec z tymi wiadomościami`,
	none: `Nie zatrzymujcie dostawy
Jestem na przystanku
Chcę anulować zamówienie 12345
Kiedy koniec promocji?
Nie dostałam żadnej wiadomości
Nie mam więcej pytań
Proszę nie wysyłać na stary adres
Dziękuję bardzo, paczka dotarła
Tak
Nie dzwonić, proszę pisać sms
Proszę nie zostawiać paczki pod drzwiami
Pod koniec miesiąca będę w domu
Czy mogę zmienić rozmiar?
Nie dziękuję
Nie anulujcie zamówienia
Rezygnuję z zamówienia 1001
Proszę nie dzwonić, dziecko śpi
czy mogę zrezygnować z opakowania na prezent?
Proszę nie wysyłać przed poniedziałkiem
Zły adres, powinno być Polna 5
Nie chcę niebieskiej, chcę czerwoną
Wysłaliście mi zły produkt
Rezygnuję z czerwonej bluzki
Nie dostałem wiadomości z kodem
Zmieniłem numer telefonu
Nie mam więcej pytań, dziękuję
Nie zostawiajcie pod drzwiami
Proszę nie dzwonić, tylko napisać sms
Nie potrzebuję już faktury`,
	help: `POMOC
pomocy!
info`,
	'opt-in': `START
zapisz mnie
chcę się zapisać ponownie`,
	'order-question': `gdzie jest moja paczka
Kiedy będzie moje zamówienie?
numer przesyłki?
Czy zamówienie 1001 zostało wysłane?
paczka nadal nie dotarła
co z moim zamówieniem
czy dojdzie dzisiaj?
wysłaliście już?
dalej nic nie dostałem
kiedy przywieziecie
czy jest w drodze?`,
};
