import { type LanguageTexts } from './texts';

// No {first_name}: it would have to stand in the vocative.
export const cs: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Děkujeme! Vaše objednávka[ #{order_number}] je potvrzena[ (celkem {total})].[ Máte dotaz? Volejte {support_phone}.]',
		shipped:
			'[{brand}: ]Dobrá zpráva! Vaši objednávku[ #{order_number}] jsme odeslali.[ Sledování zásilky: {tracking}][ Předpokládané doručení: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ]Vaši objednávku[ #{order_number}] dnes doručujeme![ Očekávejte ji do {eta_time}.][ V případě potíží volejte {support_phone}.][ Sledování zásilky: {tracking}]',
		ready_for_pickup:
			'[{brand}: ]Vaše objednávka[ #{order_number}] je připravena k vyzvednutí.[ Podrobnosti: {tracking}][ Máte dotaz? Volejte {support_phone}.]',
		delivered:
			'[{brand}: ]Vaše objednávka[ #{order_number}] byla doručena. Ať Vám dělá radost![ Něco není v pořádku? Volejte {support_phone}.]',
		delayed:
			'[{brand}: ]Informace o doručení: Vaše objednávka[ #{order_number}] se trochu zpozdí.[ Důvod: {reason}.][ Nový předpokládaný termín: {eta_date}.][ Sledování zásilky: {tracking}][ Máte dotaz? Volejte {support_phone}.]',
		failed_attempt:
			'[{brand}: ]Vaši objednávku[ #{order_number}] se nepodařilo doručit.[ Důvod: {reason}.][ Nový předpokládaný termín: {eta_date}.][ Podrobnosti: {tracking}][ Máte dotaz? Volejte {support_phone}.]',
		returned:
			'[{brand}: ]Vaše objednávka[ #{order_number}] se vrací k nám.[ Důvod: {reason}.][ Potřebujete pomoc? Volejte {support_phone}.][ Podrobnosti: {tracking}]',
		cancelled: '[{brand}: ]Vaše objednávka[ #{order_number}] byla zrušena.[ Máte dotaz? Volejte {support_phone}.]',
		refunded:
			'[{brand}: ]Vrátili jsme Vám peníze[ ({refund_amount})] za objednávku[ #{order_number}]. Na účet mohou dorazit až za několik dní.[ Máte dotaz? Volejte {support_phone}.]',
		exception:
			'[{brand}: ]Při doručování Vaší objednávky[ #{order_number}] nastal problém.[ Důvod: {reason}.][ Potřebujete pomoc? Volejte {support_phone}.][ Podrobnosti: {tracking}]',
	},
	reasons: {
		address: 'neúplná nebo chybná adresa',
		nobody_home: 'na adrese nikdo nebyl',
		closed: 'firma měla zavřeno',
		refused: 'převzetí bylo odmítnuto',
		customs: 'celní řízení',
		payment_due: 'neuhrazená platba',
		weather: 'nepříznivé počasí',
		carrier_delay: 'zdržení u dopravce',
		not_collected: 'zásilka nebyla včas vyzvednuta',
		lost: 'zásilka se ztratila',
		damaged: 'zásilka byla poškozena',
	},
	moreItems: 'a ještě {count}',
};
