import { type LanguageTexts } from './texts';

export const pl: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Dziękujemy[, {first_name}]! Potwierdzamy zamówienie[ #{order_number}][ (kwota: {total})].[ Pytania? Zadzwoń: {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Dobra wiadomość! Twoje zamówienie[ #{order_number}] zostało wysłane.[ Śledzenie: {tracking}][ Przewidywana dostawa: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Twoje zamówienie[ #{order_number}] jest dziś w doręczeniu![ Przewidywana dostawa do godz. {eta_time}.][ W razie problemów zadzwoń: {support_phone}.][ Śledzenie: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Twoje zamówienie[ #{order_number}] czeka na odbiór.[ Szczegóły: {tracking}][ Pytania? Zadzwoń: {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Twoje zamówienie[ #{order_number}] zostało dostarczone. Mamy nadzieję, że się spodoba![ Coś nie tak? Zadzwoń: {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Informacja o dostawie: Twoje zamówienie[ #{order_number}] dotrze z niewielkim opóźnieniem.[ Powód: {reason}.][ Nowy przewidywany termin: {eta_date}.][ Śledzenie: {tracking}][ Pytania? Zadzwoń: {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Nie udało się doręczyć Twojego zamówienia[ #{order_number}].[ Powód: {reason}.][ Nowy przewidywany termin: {eta_date}.][ Szczegóły: {tracking}][ Pytania? Zadzwoń: {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Twoje zamówienie[ #{order_number}] wraca do nas.[ Powód: {reason}.][ Chętnie pomożemy: {support_phone}.][ Szczegóły: {tracking}]',
		cancelled: '[{brand}: ]Twoje zamówienie[ #{order_number}] zostało anulowane.[ Pytania? Zadzwoń: {support_phone}.]',
		refunded:
			'[{brand}: ]Zwróciliśmy pieniądze[ ({refund_amount})] za Twoje zamówienie[ #{order_number}]. Mogą pojawić się na koncie dopiero po kilku dniach.[ Pytania? Zadzwoń: {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Wystąpił problem z dostawą Twojego zamówienia[ #{order_number}].[ Powód: {reason}.][ Chętnie pomożemy: {support_phone}.][ Szczegóły: {tracking}]',
	},
	reasons: {
		address: 'niepełny lub błędny adres',
		nobody_home: 'pod adresem nikogo nie było',
		closed: 'firma była nieczynna',
		refused: 'odmowa przyjęcia przesyłki',
		customs: 'odprawa celna',
		payment_due: 'brak wymaganej płatności',
		weather: 'złe warunki pogodowe',
		carrier_delay: 'utrudnienia po stronie przewoźnika',
		not_collected: 'przesyłki nie odebrano na czas',
		lost: 'przesyłka zaginęła',
		damaged: 'przesyłka została uszkodzona',
	},
	moreItems: 'i jeszcze {count}',
	parcel: 'Przesyłka {index} z {count}',
	statuses: {
		awaiting_payment: 'czeka na płatność',
		label_created: 'przygotowywane do wysyłki',
		return_requested: 'zgłoszono zwrot',
		confirmed: 'potwierdzone',
		shipped: 'w drodze',
		out_for_delivery: 'w doręczeniu',
		ready_for_pickup: 'czeka na odbiór',
		delivered: 'dostarczone',
		delayed: 'opóźnione',
		failed_attempt: 'nieudana próba doręczenia',
		returned: 'wraca do nas',
		cancelled: 'anulowane',
		refunded: 'zwrócono pieniądze',
		exception: 'problem z dostawą',
	},
	answers: {
		optedOut: '[{brand}: ]Rezygnacja przyjęta, nie wyślemy Ci więcej SMS-ów. Aby znów je otrzymywać, wyślij START.',
		optedOutMarketing:
			'[{brand}: ]Nie wyślemy Ci więcej ofert SMS-em. Nie dotyczy to wiadomości o Twoich zamówieniach.',
		orderStopped: '[{brand}: ]Nie wyślemy Ci więcej wiadomości o zamówieniu[ #{order_number}].',
		help: '[{brand}: ]To usługa SMS naszego sklepu.[ Pomoc: {support_phone}.] Liczba wiadomości jest zmienna. Aby zrezygnować, wyślij STOP.[ Więcej: {shop_url}]',
		started: '[{brand}: ]Witamy ponownie! Znów będziesz otrzymywać od nas wiadomości. Aby zrezygnować, wyślij STOP.',
		orderStatus:
			'[{brand}: ]Twoje zamówienie[ #{order_number}]: {status}.[ Przewidywana dostawa: {eta}.][ Śledzenie: {tracking}][ Pytania? Zadzwoń: {support_phone}.]',
		orderList: '[{brand}: ]Twoje zamówienia: {orders}.[ Pytania? Zadzwoń: {support_phone}.]',
		noOrder: '[{brand}: ]Nie znaleźliśmy zamówienia w toku dla Twojego numeru.[ Pytania? Zadzwoń: {support_phone}.]',
		acknowledgement: '[{brand}: ]Dziękujemy, Twoja wiadomość do nas dotarła.[ Pilna sprawa? Zadzwoń: {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Mogą obowiązywać opłaty za wiadomości i transmisję danych.',
	optIn: {
		askByReply: {
			marketing: 'Odpisz TAK, aby dostawać nasze oferty SMS-em.',
			survey: 'Odpisz TAK, aby dostawać nasze krótkie ankiety SMS-em.',
		},
		askByCode: {
			marketing: '{one_time_code} to Twój kod, aby dostawać nasze oferty SMS-em.',
			survey: '{one_time_code} to Twój kod, aby dostawać nasze krótkie ankiety SMS-em.',
		},
		askByEither: {
			marketing: 'Odpisz TAK lub wpisz kod {one_time_code}, aby dostawać nasze oferty SMS-em.',
			survey: 'Odpisz TAK lub wpisz kod {one_time_code}, aby dostawać nasze krótkie ankiety SMS-em.',
		},
		reminder: 'Przypominamy: ',
		confirmed: {
			marketing: 'Dziękujemy, będziesz dostawać nasze oferty SMS-em.',
			survey: 'Dziękujemy, będziesz dostawać nasze krótkie ankiety SMS-em.',
		},
		frequency: 'Liczba SMS-ów miesięcznie: do {count}.',
		helpAndStop: 'Pomoc: HELP, rezygnacja: STOP.',
		phoneCheck: '{one_time_code} to Twój kod[ ({brand})]. Jest ważny {valid_minutes} min. Nikomu go nie podawaj.',
	},
	codeValues: { freeShipping: 'darmowa dostawa', points: '{count} pkt', gift: 'prezent' },
	campaign: {
		birthdayGift:
			'Wszystkiego najlepszego z okazji urodzin[, {first_name}]! Nasz prezent: [{code_value}, ]kod {code}[, ważny do {code_expiry}].',
		winBack:
			'Miło będzie znów Cię gościć[, {first_name}]![ Na kolejne zamówienie: [{code_value}, ]kod {code}[, ważny do {code_expiry}].]',
		optOut: 'Aby zrezygnować, wyślij STOP.',
		unsubscribe: 'Rezygnacja: {unsubscribe_link}',
	},
	unsubscribe: {
		ask: 'Nie chcesz już otrzymywać naszych SMS-ów na {phone}? Nie wyślemy też wiadomości o Twoich zamówieniach.',
		askOffers: 'Nie chcesz już otrzymywać naszych ofert SMS-em na {phone}?',
		button: 'Zrezygnuj',
		done: 'Nie wyślemy Ci więcej SMS-ów na {phone}.',
		back: 'To pomyłka? Wyślij START na nasz numer lub skontaktuj się z nami.',
		unknown: 'Ten link nie działa. Aby zrezygnować, skontaktuj się z nami.',
	},
};
