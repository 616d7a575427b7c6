import { type LanguageTexts } from './texts';

export const sk: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Ďakujeme[, {first_name}]! Vaša objednávka[ #{order_number}] je potvrdená[ (spolu {total})].[ Máte otázku? Volajte {support_phone}.]',
		shipped:
			'[{brand}: ]Dobrá správa! Vašu objednávku[ #{order_number}] sme odoslali.[ Sledovanie zásielky: {tracking}][ Predpokladané doručenie: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ]Vašu objednávku[ #{order_number}] dnes doručujeme![ Očakávajte ju do {eta_time}.][ V prípade problémov volajte {support_phone}.][ Sledovanie zásielky: {tracking}]',
		ready_for_pickup:
			'[{brand}: ]Vaša objednávka[ #{order_number}] je pripravená na vyzdvihnutie.[ Podrobnosti: {tracking}][ Máte otázku? Volajte {support_phone}.]',
		delivered:
			'[{brand}: ]Vaša objednávka[ #{order_number}] bola doručená. Nech Vám robí radosť![ Niečo nie je v poriadku? Volajte {support_phone}.]',
		delayed:
			'[{brand}: ]Informácia o doručení: Vaša objednávka[ #{order_number}] sa trochu oneskorí.[ Dôvod: {reason}.][ Nový predpokladaný termín: {eta_date}.][ Sledovanie zásielky: {tracking}][ Máte otázku? Volajte {support_phone}.]',
		failed_attempt:
			'[{brand}: ]Vašu objednávku[ #{order_number}] sa nepodarilo doručiť.[ Dôvod: {reason}.][ Nový predpokladaný termín: {eta_date}.][ Podrobnosti: {tracking}][ Máte otázku? Volajte {support_phone}.]',
		returned:
			'[{brand}: ]Vaša objednávka[ #{order_number}] sa vracia k nám.[ Dôvod: {reason}.][ Potrebujete pomoc? Volajte {support_phone}.][ Podrobnosti: {tracking}]',
		cancelled: '[{brand}: ]Vaša objednávka[ #{order_number}] bola zrušená.[ Máte otázku? Volajte {support_phone}.]',
		refunded:
			'[{brand}: ]Vrátili sme Vám peniaze[ ({refund_amount})] za objednávku[ #{order_number}]. Na účet môžu prísť až o niekoľko dní.[ Máte otázku? Volajte {support_phone}.]',
		exception:
			'[{brand}: ]Pri doručovaní Vašej objednávky[ #{order_number}] nastal problém.[ Dôvod: {reason}.][ Potrebujete pomoc? Volajte {support_phone}.][ Podrobnosti: {tracking}]',
	},
	reasons: {
		address: 'neúplná alebo nesprávna adresa',
		nobody_home: 'na adrese nikto nebol',
		closed: 'firma mala zatvorené',
		refused: 'prevzatie bolo odmietnuté',
		customs: 'colné konanie',
		payment_due: 'neuhradená platba',
		weather: 'nepriaznivé počasie',
		carrier_delay: 'zdržanie u dopravcu',
		not_collected: 'zásielka nebola včas vyzdvihnutá',
		lost: 'zásielka sa stratila',
		damaged: 'zásielka bola poškodená',
	},
	moreItems: 'a ešte {count}',
};
