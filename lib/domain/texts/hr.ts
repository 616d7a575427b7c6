import { type LanguageTexts } from './texts';

// No {first_name}: it would have to stand in the vocative.
export const hr: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Hvala! Vaša narudžba[ #{order_number}] je potvrđena[ (ukupno {total})].[ Pitanja? Nazovite {support_phone}.]',
		shipped:
			'[{brand}: ]Dobre vijesti! Vaša narudžba[ #{order_number}] je poslana.[ Praćenje pošiljke: {tracking}][ Očekivana dostava: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ]Vaša narudžba[ #{order_number}] danas je u dostavi![ Očekujte je do {eta_time}.][ U slučaju problema nazovite {support_phone}.][ Praćenje pošiljke: {tracking}]',
		ready_for_pickup:
			'[{brand}: ]Vaša narudžba[ #{order_number}] spremna je za preuzimanje.[ Detalji: {tracking}][ Pitanja? Nazovite {support_phone}.]',
		delivered:
			'[{brand}: ]Vaša narudžba[ #{order_number}] je dostavljena. Uživajte![ Nešto nije u redu? Nazovite {support_phone}.]',
		delayed:
			'[{brand}: ]Obavijest o dostavi: Vaša narudžba[ #{order_number}] malo kasni.[ Razlog: {reason}.][ Nova očekivana dostava: {eta_date}.][ Praćenje pošiljke: {tracking}][ Pitanja? Nazovite {support_phone}.]',
		failed_attempt:
			'[{brand}: ]Nismo uspjeli dostaviti Vašu narudžbu[ #{order_number}].[ Razlog: {reason}.][ Nova očekivana dostava: {eta_date}.][ Detalji: {tracking}][ Pitanja? Nazovite {support_phone}.]',
		returned:
			'[{brand}: ]Vaša narudžba[ #{order_number}] vraća se k nama.[ Razlog: {reason}.][ Trebate pomoć? Nazovite {support_phone}.][ Detalji: {tracking}]',
		cancelled: '[{brand}: ]Vaša narudžba[ #{order_number}] je otkazana.[ Pitanja? Nazovite {support_phone}.]',
		refunded:
			'[{brand}: ]Vratili smo novac[ ({refund_amount})] za Vašu narudžbu[ #{order_number}]. Može proći nekoliko dana dok ne stigne na Vaš račun.[ Pitanja? Nazovite {support_phone}.]',
		exception:
			'[{brand}: ]Došlo je do problema s dostavom Vaše narudžbe[ #{order_number}].[ Razlog: {reason}.][ Trebate pomoć? Nazovite {support_phone}.][ Detalji: {tracking}]',
	},
	reasons: {
		address: 'nepotpuna ili netočna adresa',
		nobody_home: 'nikoga nije bilo na adresi',
		closed: 'tvrtka nije radila',
		refused: 'preuzimanje je odbijeno',
		customs: 'carinjenje',
		payment_due: 'nepodmiren iznos',
		weather: 'loše vrijeme',
		carrier_delay: 'zastoj kod dostavne službe',
		not_collected: 'pošiljka nije preuzeta na vrijeme',
		lost: 'pošiljka je izgubljena',
		damaged: 'pošiljka je oštećena',
	},
	moreItems: 'i još {count}',
};
