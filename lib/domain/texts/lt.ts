import { type LanguageTexts } from './texts';

// No {first_name}: it would have to stand in the vocative. No full stop after {eta_date}, which ends with "d.".
export const lt: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Dėkojame! Jūsų užsakymas[ #{order_number}] patvirtintas[ (iš viso {total})].[ Turite klausimų? Skambinkite {support_phone}.]',
		shipped:
			'[{brand}: ]Geros naujienos! Jūsų užsakymas[ #{order_number}] išsiųstas.[ Siuntos sekimas: {tracking}][ Numatomas pristatymas: {eta_date}]',
		out_for_delivery:
			'[{brand}: ]Jūsų užsakymas[ #{order_number}] šiandien pristatomas![ Numatomas laikas: iki {eta_time} val.][ Kilus problemų, skambinkite {support_phone}.][ Siuntos sekimas: {tracking}]',
		ready_for_pickup:
			'[{brand}: ]Jūsų užsakymą[ #{order_number}] jau galite atsiimti.[ Išsamiau: {tracking}][ Turite klausimų? Skambinkite {support_phone}.]',
		delivered:
			'[{brand}: ]Jūsų užsakymas[ #{order_number}] pristatytas. Tikimės, kad patiks![ Kas nors ne taip? Skambinkite {support_phone}.]',
		delayed:
			'[{brand}: ]Pristatymo naujienos: Jūsų užsakymas[ #{order_number}] šiek tiek vėluoja.[ Priežastis: {reason}.][ Nauja numatoma data: {eta_date}][ Siuntos sekimas: {tracking}][ Turite klausimų? Skambinkite {support_phone}.]',
		failed_attempt:
			'[{brand}: ]Jūsų užsakymo[ #{order_number}] pristatyti nepavyko.[ Priežastis: {reason}.][ Nauja numatoma data: {eta_date}][ Išsamiau: {tracking}][ Turite klausimų? Skambinkite {support_phone}.]',
		returned:
			'[{brand}: ]Jūsų užsakymas[ #{order_number}] grąžinamas mums.[ Priežastis: {reason}.][ Reikia pagalbos? Skambinkite {support_phone}.][ Išsamiau: {tracking}]',
		cancelled: '[{brand}: ]Jūsų užsakymas[ #{order_number}] atšauktas.[ Turite klausimų? Skambinkite {support_phone}.]',
		refunded:
			'[{brand}: ]Grąžinome pinigus[ ({refund_amount})] už užsakymą[ #{order_number}]. Sąskaitą jie gali pasiekti po kelių dienų.[ Turite klausimų? Skambinkite {support_phone}.]',
		exception:
			'[{brand}: ]Pristatant Jūsų užsakymą[ #{order_number}], kilo problema.[ Priežastis: {reason}.][ Reikia pagalbos? Skambinkite {support_phone}.][ Išsamiau: {tracking}]',
	},
	reasons: {
		address: 'neišsamus arba neteisingas adresas',
		nobody_home: 'nurodytu adresu nieko nebuvo',
		closed: 'įmonė nedirbo',
		refused: 'atsisakyta priimti siuntą',
		customs: 'muitinės procedūros',
		payment_due: 'neapmokėta suma',
		weather: 'blogos oro sąlygos',
		carrier_delay: 'vežėjo vėlavimas',
		not_collected: 'siunta laiku neatsiimta',
		lost: 'siunta dingo',
		damaged: 'siunta pažeista',
	},
	moreItems: 'ir dar {count}',
};
